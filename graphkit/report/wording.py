"""Phrases and figures that the formats for people share."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from graphkit import vocabulary
from graphkit.centrality import Score, Selection, Tally
from graphkit.report.content import DEFAULT_TOP, Head, Section, Table

TITLE: Final = "Centrality report"

PLURALS: Final = {
    vocabulary.PERSON: "People",
    vocabulary.AGENCY: "Agencies",
    vocabulary.COUNTRY: "Countries",
    vocabulary.FORUM: "Forums",
    vocabulary.ARTICLE: "Articles",
}
"""Node label → heading of a table of such nodes."""

NOTHING_HERE: Final = "Nothing in the graph makes this network."
NO_EVIDENCE: Final = "There is nothing to show evidence for."

_MONTHS: Final = "January February March April May June July August September October November December".split()
_WITHOUT_YEAR: Final = re.compile(r"--(?P<month>0[1-9]|1[0-2])-(?P<day>\d\d)", re.ASCII)


def all_decimals(table: Table) -> list[int]:
    """How many decimals each column of a table is shown with."""
    return [decimals(column) for column in table.columns()]


def decimals(values: Sequence[float]) -> int:
    """How many decimals values are shown with: none for whole numbers, more for small ones."""
    if all(value.is_integer() for value in values):
        return 0
    return 3 if max(values) >= 0.1 else 4


def figure(score: Score | None, digits: int) -> str:
    """A value as it is shown, or a dash where there is none."""
    return "–" if score is None else f"{score.value:.{digits}f}"


def options(selection: Selection) -> str:
    """What a selection takes, in one sentence."""
    return (
        f"Planned attendance is {'in' if selection.planned else 'left out'}; "
        f"former posts are {'in' if selection.former else 'left out'}; "
        f"edges under a confidence of {selection.minimum_confidence:g} are left out."
    )


def counted(tally: Tally) -> str:
    """How many edges of a type were in, and how many out for which reason."""
    out = ", ".join(f"{number} left out: {reason}" for reason, number in tally.left_out.items())
    return f"{tally.counted} counted" + (f"; {out}" if out else "; none left out")


def size(section: Section) -> str:
    """How large a network is and how it hangs together, in one sentence."""
    shape = section.shape
    parts = [_number_of(shape.nodes, "node"), _number_of(shape.edges, "edge")]
    if shape.forums is not None:
        parts.append(_number_of(shape.forums, "forum"))
    parts.append(f"{_number_of(shape.pieces, 'piece')}, the largest of {shape.largest}")
    return ", ".join(parts) + "."


def _number_of(number: int, noun: str) -> str:
    """ "1 node", "2 nodes"."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def command(head: Head, ending: str) -> str:
    """The command that makes this report again from the graph's JSON."""
    usual = Selection()
    words = ["graphkit report --graph graph.json"]
    if head.selection.planned:
        words.append("--planned")
    if head.selection.former:
        words.append("--former")
    if head.selection.minimum_confidence != usual.minimum_confidence:
        words.append(f"--min-confidence {head.selection.minimum_confidence!r}")
    if head.top != DEFAULT_TOP:
        words.append(f"--top {head.top}")
    return " ".join([*words, f"-o report.{ending}"])


def span(head: Head) -> str:
    """When the articles were published."""
    if head.dates is None:
        return "undated"
    first, last = (day(date) for date in head.dates)
    return first if first == last else f"{first} to {last}"


def day(date: str) -> str:
    """A date as it is shown: a day without a year in words, everything else as it is stored.

    Example:
        >>> day("--12-05"), day("2025-12-05")
        ('5 December', '2025-12-05')
    """
    match = _WITHOUT_YEAR.fullmatch(date)
    return f"{int(match['day'])} {_MONTHS[int(match['month']) - 1]}" if match else date


def is_web_address(url: str | None) -> bool:
    """Whether an article's address may become a link; `javascript:` and the like may not."""
    return url is not None and url.lower().startswith(("https://", "http://"))
