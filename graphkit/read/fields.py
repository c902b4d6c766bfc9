"""One record of a JSON, CSV or Parquet file → an article, by the names of its fields."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from email.utils import parsedate_to_datetime
from types import MappingProxyType
from typing import Any, Final, TypeAlias

from graphkit.errors import ArticleError
from graphkit.read.decode import normalise
from graphkit.read.refusal import Refuse, Unreadable
from graphkit.read.wrapped import unwrapped_in_place
from graphkit.records import AUTHORS_JOINED, Article

USUAL_NAMES: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        "text": ("text", "body", "content", "articlebody", "maintext", "fulltext", "bodytext", "contenttext"),
        "title": ("title", "headline", "webtitle"),
        "date": (
            "date",
            "published",
            "publishedat",
            "datepublished",
            "publicationdate",
            "pubdate",
            "webpublicationdate",
        ),
        "url": ("url", "link", "weburl"),
        "source": ("source", "publisher", "outlet", "sourcename"),
        "author": ("author", "authors", "byline", "creator", "dc:creator", "authorname"),
        "id": ("id", "articleid"),
    }
)
"""What is taken of a record, and the names it goes by, as `field_name` writes them; the first that holds something."""

Found: TypeAlias = tuple[str, Article]
"""An article, and the place where it stood (`feed.jsonl, line 3`)."""

_NO_CHARACTER: Final = re.compile("[\0\ud800-\udfff]")
_ISO_DATE: Final = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?(?![\d-])")


@dataclass(frozen=True, slots=True)
class FieldNames:
    """How the fields of records are called.

    Attributes:
        mapped: of what is taken (`text`), the name in the records (`body`), or the way to it (`article.body`); it
            stands in place of the usual names.
    """

    mapped: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def parse(cls, written: Iterable[str]) -> FieldNames:
        """Read them as they are written on the command line: `text=body`.

        Raises:
            ArticleError: one is not written so, or is not taken of a record.
        """
        mapped: dict[str, str] = {}
        for pair in written:
            taken, equals, name = pair.partition("=")
            if not equals or not name.strip() or taken.strip() not in USUAL_NAMES:
                raise ArticleError(
                    f"{pair!r} maps no field. Write FIELD=NAME, such as text=body: FIELD is one of "
                    f"{', '.join(USUAL_NAMES)}, and NAME is what your records call it."
                )
            mapped[taken.strip()] = name.strip()
        return cls(mapped)

    def names_text(self, columns: Iterable[object]) -> bool:
        """Whether one of the columns of a table holds the text."""
        if "text" in self.mapped:
            return self.mapped["text"].partition(".")[0] in map(str, columns) or self.mapped["text"] in columns
        return any(field_name(column) in USUAL_NAMES["text"] for column in columns)

    def value(self, record: Mapping[str, Any], taken: str) -> str | None:
        """What a record holds of what is taken, none where that is empty."""
        as_text = _as_names if taken == "author" else _as_text
        if taken in self.mapped:
            return as_text(_at(record, self.mapped[taken]))
        fields = {field_name(name): value for name, value in record.items()}
        return next(filter(None, (as_text(fields.get(name)) for name in USUAL_NAMES[taken])), None)

    def advice(self) -> str:
        """What to do about records without a text."""
        if "text" in self.mapped:
            return f"Map the text to a field that they have, not to {self.mapped['text']}"
        return "Name the field that holds the text `text`, `body` or `content`, or map it: --map text=NAME"


USUAL_FIELDS: Final = FieldNames()


def article_of(record: object, names: FieldNames = USUAL_FIELDS) -> Article:
    """Make an article of a record.

    Field names are compared without regard to case, spaces, `_` and `-`. The key is the record's id, else its
    URL, else the SHA-256 of its text.

    Raises:
        Unreadable: the record is no object, or has no text.
    """
    if not isinstance(record, Mapping):
        raise Unreadable(f"a record is {_kind(record)}", "Write each article as one object with a text")
    text = names.value(record, "text")
    if text is None:
        reason = f"no text in it; its fields are {', '.join(map(str, record)) or 'none'}"
        raise Unreadable(reason, names.advice())
    return whole_article(
        text,
        key=names.value(record, "id"),
        title=names.value(record, "title"),
        source=names.value(record, "source"),
        url=names.value(record, "url"),
        date=names.value(record, "date"),
        author=names.value(record, "author"),
    )


def read_record(place: str, record: object, names: FieldNames, refuse: Refuse) -> Iterator[Found]:
    """The article of the record at a place, or its refusal."""
    try:
        yield place, article_of(record, names)
    except Unreadable as error:
        refuse(error.at(place, record))


def whole_article(
    text: str,
    *,
    key: str | None = None,
    title: str | None = None,
    source: str | None = None,
    url: str | None = None,
    date: str | None = None,
    author: str | None = None,
) -> Article:
    """Make an article of its parts: the text normalised, all else on one line and none where it is empty.

    Args:
        text: its text; lines that were broken to fit are joined.
        key: its key; by default its URL, else the SHA-256 of its text.
        title: its headline.
        source: who published it.
        url: where.
        date: when, in any form that `iso_date` reads; none where that cannot.
        author: who wrote it.

    Raises:
        Unreadable: the text is empty, or something in it is no text.
    """
    text = unwrapped_in_place(normalise(text))
    if not text.strip():
        raise Unreadable("no article in it", "Fill it, or leave it out")
    key, title, source, url, author = (_line(part) for part in (key, title, source, url, author))
    key = key or url or hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    if any(_NO_CHARACTER.search(part) for part in (key, text, title, source, url, author) if part):
        raise Unreadable(
            "a NUL, half of a surrogate pair or a byte of another encoding in it, which no text has",
            "Write the record again from its source",
        )
    return Article(key=key, text=text, title=title, source=source, url=url, date=iso_date(date), author=author)


def field_name(written: object) -> str:
    """A field's name as it is compared: without case, spaces, `_` and `-`."""
    return re.sub(r"[\s_-]", "", str(written)).lower()


def _at(record: Mapping[str, Any], way: str) -> object:
    """The value of a field, or of a field within its object: `article.body`."""
    if way in record:
        return record[way]
    name, _, rest = way.partition(".")
    inner = record.get(name)
    return _at(inner, rest) if rest and isinstance(inner, Mapping) else None


def _as_text(value: object) -> str | None:
    """A field's value as text; a source or an author may be an object with a name."""
    if isinstance(value, Mapping):
        value = value.get("name")
    if isinstance(value, date):
        value = value.isoformat()
    if isinstance(value, int) and not isinstance(value, bool):
        value = str(value)
    return value if isinstance(value, str) and value.strip() else None


def _as_names(value: object) -> str | None:
    """The names in a field's value, which may be a list of them."""
    listed = value if isinstance(value, list) else [value]
    return AUTHORS_JOINED.join(filter(None, dict.fromkeys(map(_as_text, listed)))) or None


def _line(value: str | None) -> str | None:
    return None if value is None else " ".join(normalise(value).split()) or None


def _kind(value: object) -> str:
    names = {list: "a list", str: "a string", type(None): "null", bool: "true or false"}
    return names.get(type(value), "a number")


def iso_date(value: str | None) -> str | None:
    """Read a date as ISO 8601, or as e-mail and RSS write it; None for what is neither.

    >>> iso_date("2025-12-18T09:30:00Z")
    '2025-12-18'
    >>> iso_date("Thu, 18 Dec 2025 09:30:00 +0400")
    '2025-12-18'
    >>> iso_date("2025-12")
    '2025-12'
    """
    if value is None:
        return None
    try:
        if match := _ISO_DATE.match(value.strip()):
            year, month, day = match.groups()
            date(int(year), int(month or 1), int(day or 1))
            return match.group()
        return parsedate_to_datetime(value).date().isoformat()
    except ValueError:
        return None
