"""One record of a JSON, JSON Lines or CSV file → an article, by the names of its fields."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from datetime import date
from email.utils import parsedate_to_datetime
from typing import Any

from graphkit.read.decode import normalise
from graphkit.records import Article

TEXT_FIELDS = ("text", "body", "content", "articlebody", "maintext", "fulltext")
TITLE_FIELDS = ("title", "headline")
DATE_FIELDS = ("date", "published", "publishedat", "datepublished", "publicationdate", "pubdate")
URL_FIELDS = ("url", "link")
SOURCE_FIELDS = ("source", "publisher", "outlet", "sourcename")
ID_FIELDS = ("id", "articleid")

_NO_CHARACTER = re.compile("[\0\ud800-\udfff]")
_ISO_DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?(?![\d-])")


class NotAnArticle(ValueError):
    """A record that holds no article.

    Attributes:
        advice: what to do about it.
    """

    def __init__(self, reason: str, advice: str) -> None:
        super().__init__(reason)
        self.advice = advice


def article_of(record: object) -> Article:
    """Make an article of a record.

    Field names are compared without regard to case, spaces, `_` and `-`. The key is the record's id, else its
    URL, else the SHA-256 of its text.

    Raises:
        NotAnArticle: the record is no object, or has no text.
    """
    if not isinstance(record, Mapping):
        raise NotAnArticle(f"a record is {_kind(record)}", "Write each article as one object with a text")
    fields = {field_name(name): value for name, value in record.items()}
    text = normalise(_first(fields, TEXT_FIELDS) or "")
    if not text.strip():
        raise NotAnArticle(
            f"no text in it; its fields are {', '.join(map(str, record)) or 'none'}",
            "Name the field that holds the text `text`, `body` or `content`",
        )
    title, source, url, identity = (
        _line(_first(fields, names)) for names in (TITLE_FIELDS, SOURCE_FIELDS, URL_FIELDS, ID_FIELDS)
    )
    key = identity or url or hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    when = iso_date(_first(fields, DATE_FIELDS))
    article = Article(key=key, text=text, title=title, source=source, url=url, date=when)
    if any(_NO_CHARACTER.search(part) for part in (key, text, title, source, url) if part):
        raise NotAnArticle(
            "a NUL or half of a surrogate pair in it, which no text has",
            "Write the record again from its source",
        )
    return article


def field_name(written: object) -> str:
    """A field's name as it is compared: without case, spaces, `_` and `-`."""
    return re.sub(r"[\s_-]", "", str(written)).lower()


def _first(fields: Mapping[str, Any], names: tuple[str, ...]) -> str | None:
    """The first of the fields that holds something; a source may be an object with a name."""
    for name in names:
        value = fields.get(name)
        if isinstance(value, Mapping):
            value = value.get("name")
        if isinstance(value, int) and not isinstance(value, bool):
            value = str(value)
        if isinstance(value, str) and value.strip():
            return value
    return None


def _line(value: str | None) -> str | None:
    return None if value is None else " ".join(normalise(value).split())


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
