"""Writes the kinds of files, the names of fields and the limits, as the readers have them, into docs/intake.md.

Run as `python docs/intake.py`. A test checks that it still holds.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from graphkit.read import limits
from graphkit.read.fields import USUAL_NAMES
from graphkit.read.readers import ARCHIVES, COLLECTIONS, DOCUMENTS

PAGE = Path(__file__).with_suffix(".md")
_TABLE = re.compile(r"(<!-- (kinds|fields|limits) -->\n).*?(?=<!-- /\2 -->)", re.DOTALL)

_GIVES = {
    "read_plain": "one article",
    "read_page": "one article: the main text of the page, its title, date, author and site",
    "read_mail": "one article: the text, or the words of its HTML; subject, sender and date",
    "read_pdf": "one article: the text of all pages; title and author where the file names them",
    "read_json_lines": "an article from each line",
    "read_json": "one article from an object; many from a list, also in `articles`, `items` or `results`",
    "read_csv": "an article from each row; comma, semicolon or tab part the fields",
    "read_parquet": "an article from each row",
    "read_feed": "an article from each item of RSS or Atom",
    "members_of_zip": "all files in it of these kinds",
    "members_of_tar": "all files in it of these kinds",
    "packed_in": "the one file in it; `.tgz`, `.tbz2` and `.txz` are packed tar archives",
    "pages_of_warc": "an article from each HTML page that a crawler saved (status 200)",
}


def page() -> str:
    """The text of docs/intake.md: what stands there, with the present tables."""
    tables = {"kinds": _kinds(), "fields": _fields(), "limits": _limits()}
    return _TABLE.sub(lambda found: found[1] + tables[found[2]], PAGE.read_text(encoding="utf-8"))


def _kinds() -> str:
    endings: dict[str, list[str]] = {}
    for readers in (DOCUMENTS, COLLECTIONS, ARCHIVES):
        for ending, reader in readers.items():
            endings.setdefault(reader.__name__, []).append(f"`{ending}`")
    return _table(("ending", "gives"), ((", ".join(named), _GIVES[reader]) for reader, named in endings.items()))


def _fields() -> str:
    rows = ((f"`{field}`", ", ".join(f"`{name}`" for name in names)) for field, names in USUAL_NAMES.items())
    return _table(("field", "is taken from the first of these that holds something"), rows)


def _limits() -> str:
    mib, million = limits.in_words, f"{limits.MOST_FILES:,}"
    return _table(
        ("of", "at most"),
        [
            ("what can only be read at once: a page, a mail, a PDF, JSON, a feed", mib(limits.LARGEST_WHOLE)),
            ("a line of JSON Lines, a line or field of CSV", f"{mib(limits.LONGEST_LINE)} of characters"),
            ("a row group of Parquet", mib(limits.LARGEST_ROW_GROUP)),
            ("the files below a path, the members of a tar archive", million),
            ("the list of members of a ZIP archive", f"{mib(limits.LARGEST_ZIP_DIRECTORY)} (about 180,000 members)"),
            ("archives within each other, each packing counted", str(limits.DEEPEST_NESTING)),
            (
                "what a packed file unpacks to, all within it counted",
                f"{limits.UNPACKED_RATIO} times its size, or {mib(limits.UNPACKED_AT_LEAST)} if that is more",
            ),
            ("the pages of a PDF", f"{limits.MOST_PAGES:,}"),
        ],
    )


def _table(header: tuple[str, str], rows: Iterable[tuple[str, str]]) -> str:
    return "".join(f"| {' | '.join(row)} |\n" for row in (header, ("---", "---"), *rows))


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8", newline="\n")
