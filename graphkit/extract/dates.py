"""Dates as the text gives them: no year is added that it does not say.

A date is written as ISO 8601, as precise as the words: `2025-12-18`, `2025-12`, `2025`; a day without a year as
`--12-18` (the form of XML Schema's gMonthDay).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from graphkit.extract import lexicon

_MONTH = "|".join(sorted(lexicon.MONTHS, key=len, reverse=True))
_TO = r"(?:\s?[-–]\s?|\s(?:to|until|till|through|and)\s)"
_YEAR = r"(?:19|20)\d\d"
_DATE = re.compile(
    rf"""
      \b(?P<month>{_MONTH})\.?\s(?P<day>\d{{1,2}})
      (?:{_TO}(?:(?P<last_month>{_MONTH})\.?\s)?(?P<last>\d{{1,2}}))?(?:,?\s(?P<year>{_YEAR}))?\b
    | \b(?P<day2>\d{{1,2}})(?:\s(?P<first_month>{_MONTH})\.?(?={_TO}\d))?(?:{_TO}(?P<last2>\d{{1,2}}))?
      \s(?P<month2>{_MONTH})\.?,?(?:\s(?P<year2>{_YEAR}))?\b
    """,
    re.VERBOSE | re.IGNORECASE,
)
_HEAD = 160
_IN_DATELINES = frozenset("de del la of the al el and on by".split())


@dataclass(frozen=True, slots=True)
class Period:
    """The first and the last day of something; the last is None for a single day."""

    start: str
    end: str | None


def find_period(text: str, start: int, end: int) -> Period | None:
    """The first date between two offsets."""
    match = _DATE.search(text, start, end)
    if match is None:
        return None
    year = match["year"] or match["year2"]
    first, last = match["day"] or match["day2"], match["last"] or match["last2"]
    first_month = match["month"] or match["first_month"] or match["month2"]
    last_month = match["last_month"] or match["month2"] or first_month
    if not 1 <= int(first) <= 31:
        return None
    ends = _iso(year, last_month, last) if last and int(last) <= 31 else None
    return Period(_iso(year, first_month, first), ends)


def publication_date(text: str) -> str | None:
    """The date of the dateline ("BAKU, Azerbaijan, December 18."): at the head of one of the first paragraphs."""
    for line in re.finditer(r"\S[^\n]*", text[: 4 * _HEAD]):
        head = line.group()[:_HEAD]
        match = _DATE.search(head)
        if match is not None and _is_dateline(head[: match.start()]):
            period = find_period(head, match.start(), match.end())
            return period.start if period is not None else None
    return None


def _is_dateline(before: str) -> bool:
    """Whether only places and sources stand before the date, set off by a mark."""
    words = re.findall(r"[^\W\d_]+", before)
    marked = not words or before.rstrip()[-1:] in tuple(",.–—-|/():")
    return marked and len(words) <= 8 and all(word[0].isupper() or word in _IN_DATELINES for word in words)


def _iso(year: str | None, month: str, day: str) -> str:
    return f"{year or '-'}-{lexicon.MONTHS[month.lower()]:02}-{int(day):02}"
