"""Forums by the day on which they began, as places on a line."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

import numpy as np

from graphkit import vocabulary
from graphkit.centrality import Incidence
from graphkit.graph import Graph, article_id
from graphkit.in_words import MONTHS

MOST_FORUMS: Final = 40

_DATE: Final = re.compile(r"(?P<year>\d{4}|-)-?(?P<month>\d\d)?(?:-(?P<day>\d\d))?", re.ASCII)
_LEAP_YEAR: Final = 2000
"""Where days without a year are placed: it has a 29 February."""


@dataclass(frozen=True, slots=True)
class Tick:
    """A mark on an axis: where, from 0 to 1, and what it says."""

    at: float
    text: str


@dataclass(frozen=True, slots=True)
class Dated:
    """A forum on the timeline.

    Attributes:
        date: as it is stored.
        own: whether it is the forum's date, and not that of an article which tells of it.
        from_at: where it begins, from 0 to 1; `to_at` where it ends.
        participants: how many took part; `size` their square root as a share of the largest.
    """

    entity: str
    date: str
    own: bool
    from_at: float
    to_at: float
    participants: int
    size: float


@dataclass(frozen=True, slots=True)
class Timeline:
    """The best attended forums whose day is known.

    Attributes:
        with_years: whether the line runs over years; else over the months of any year.
        more: how many forums are not shown, for want of room or of such a date.
    """

    forums: tuple[Dated, ...]
    ticks: tuple[Tick, ...]
    with_years: bool
    more: int


@dataclass(frozen=True, slots=True)
class _Known:
    forum: str
    date: str
    own: bool
    first: datetime.date
    last: datetime.date
    with_year: bool
    participants: int


def draw_timeline(graph: Graph, known: Incidence) -> Timeline | None:
    """Place the forums; of those with a year and those without, the more numerous are shown."""
    dated = list(_dated(graph, known))
    with_years = 2 * sum(one.with_year for one in dated) >= len(dated)
    alike = [one for one in dated if one.with_year is with_years]
    if not alike:
        return None
    best = sorted(alike, key=lambda one: (-one.participants, one.forum))[:MOST_FORUMS]
    if with_years:
        first, last = min(one.first for one in best), max(one.last for one in best)
    else:
        first, last = datetime.date(_LEAP_YEAR, 1, 1), datetime.date(_LEAP_YEAR, 12, 31)
    days = max((last - first).days, 1)
    most = max(max(one.participants for one in best), 1)
    forums = tuple(
        Dated(
            one.forum,
            one.date,
            one.own,
            (one.first - first).days / days,
            (one.last - first).days / days,
            one.participants,
            (one.participants / most) ** 0.5,
        )
        for one in sorted(best, key=lambda one: (one.first, one.last, one.forum))
    )
    return Timeline(forums, _ticks(first, last, days, with_years), with_years, len(known.forums) - len(forums))


def _dated(graph: Graph, known: Incidence) -> Iterator[_Known]:
    participants = np.bincount(known.took_part.indices, minlength=len(known.forums)).tolist()
    told = _article_dates(graph, known)
    for at, forum in enumerate(known.forums):
        node = graph.nodes[forum]
        own = first_day(node.get("start")) is not None
        date = node["start"] if own else told.get(at)
        first = first_day(date)
        if date is not None and first is not None:
            last = first_day(node.get("end")) if own else None
            yield _Known(forum, date, own, first, max(last or first, first), date[0] != "-", participants[at])


def _article_dates(graph: Graph, known: Incidence) -> dict[int, str]:
    """Place of a forum → the earliest date of the articles that say who attended it."""
    attended = known.claims[vocabulary.ATTENDED]
    found: dict[int, str] = {}
    for forum, article in zip(attended.targets.tolist(), attended.articles.tolist(), strict=True):
        node = article_id(known.articles[article])
        date: str = (graph.nodes[node].get("date") if node in graph else None) or ""
        if first_day(date) is not None and (forum not in found or date < found[forum]):
            found[forum] = date
    return found


def first_day(date: str | None) -> datetime.date | None:
    """The first day that a stored date may mean, one without a year in the year 2000; None for no date.

    Example:
        >>> first_day("2025-03"), first_day("--12-05")
        (datetime.date(2025, 3, 1), datetime.date(2000, 12, 5))
    """
    match = _DATE.fullmatch(date or "")
    if not match:
        return None
    year = _LEAP_YEAR if match["year"] == "-" else int(match["year"])
    try:
        return datetime.date(year, int(match["month"] or 1), int(match["day"] or 1))
    except ValueError:
        return None


def _ticks(first: datetime.date, last: datetime.date, days: int, with_years: bool) -> tuple[Tick, ...]:
    """The beginnings of years where there are several, else of months."""
    months = [
        datetime.date(month // 12, month % 12 + 1, 1)
        for month in range(first.year * 12 + first.month - 1, last.year * 12 + last.month)
    ]
    marks = [day for day in months if day.month == 1 or days <= 730]
    step = len(marks) // 13 + 1
    return tuple(
        Tick((day - first).days / days, _tick_text(day, days, with_years)) for day in marks[::step] if day >= first
    )


def _tick_text(day: datetime.date, days: int, with_years: bool) -> str:
    month = MONTHS[day.month - 1][:3]
    if not with_years:
        return month
    return str(day.year) if days > 730 else f"{month} {day.year}"
