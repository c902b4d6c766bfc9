"""Phrases and figures that the formats for people share."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from graphkit import vocabulary
from graphkit.centrality import Family, Measure, Selection, Tally
from graphkit.centrality.whole_figures import (
    BRIDGES,
    BY_COUNTRY,
    BY_LABEL,
    COMMUNITIES,
    CUT_POINTS,
    DENSITY,
    PIECES,
    WholeFigure,
)
from graphkit.in_words import date_in_words, number_of
from graphkit.report.content import Head
from graphkit.report.plots import RankLine
from graphkit.report.sections import Cell, Choices, Section, Table

TITLE: Final = "Centrality report"

PLURALS: Final = {name: label.plural for name, label in vocabulary.NODE_LABELS.items()}
"""Node label → heading of a table of such nodes."""

FAMILIES: Final = {
    Family.STANDING: "How much they are joined",
    Family.BROKERAGE: "Whom they join",
}
"""Family of measures → what its table is about."""

IN_SHORT: Final = "In short"
MOST_IN_SHORT: Final = 3
"""How many entities of a network are named there."""

GRAPH_FILE: Final = "with the graph of that fingerprint, as graphkit export -o graph.json writes it from a store"
NOTHING_HERE: Final = "Nothing in the graph makes this network."
SOURCES: Final = "Sources"
NO_EVIDENCE: Final = "There is nothing to show evidence for."
HOW_TO_READ: Final = (
    "Below a value stand its rank among the entities of the table, equals sharing the better one, and the ranks "
    "between which nine tenths of the resamples place it."
)


def all_decimals(table: Table) -> list[int]:
    """How many decimals each column of a table is shown with."""
    return [decimals(column) for column in table.columns()]


def decimals(values: Sequence[float]) -> int:
    """How many decimals values are shown with: none for whole numbers, more for small ones."""
    if all(value.is_integer() for value in values):
        return 0
    return 3 if max(values) >= 0.1 else 4


def figure(cell: Cell | None, digits: int) -> str:
    """A value as it is shown, or a dash where there is none."""
    return "–" if cell is None else f"{cell.score.value:.{digits}f}"


def interval(cell: Cell) -> str:
    """The ranks between which an entity mostly is, or nothing where that is not known."""
    if cell.interval is None:
        return ""
    low, high = cell.interval.low, cell.interval.high
    return str(low) if low == high else f"{low}–{high}"


def how_often_first(line: RankLine) -> str:
    """Where the resamples place an entity, and in what share of them it is among the first ten."""
    mostly = f"rank {line.low}" if line.low == line.high else f"ranks {line.low}–{line.high}"
    return f"mostly {mostly}, among the first ten in {percent(line.top_ten)} of the resamples"


def still_first(kept: tuple[int, int] | None) -> str:
    """How many of how many stay among the first ten, or a dash where nobody was.

    Example:
        >>> still_first((3, 8)), still_first((0, 0))
        ('3 of 8', '–')
    """
    return f"{kept[0]} of {kept[1]}" if kept and kept[1] else "–"


def percent(share: float) -> str:
    r"""A share of 1 in per cent; only all of it is 100.

    Example:
        >>> percent(0.5), percent(0.999), percent(1.0)
        ('50\xa0%', '99\xa0%', '100\xa0%')
    """
    return f"{int(100 * share + 1e-9)}\u00a0%"


def about(measure: Measure | WholeFigure) -> str:
    """All that there is to say of a measure or a figure, in plain sentences."""
    pieces = measure.in_pieces[0].lower() + measure.in_pieces[1:]
    return f"{measure.meaning} {measure.weights} In a network in pieces: {pieces} Source: {measure.source}."


def options(selection: Selection) -> str:
    """What a selection takes, in one sentence."""
    return (
        f"Planned attendance is {'in' if selection.planned else 'left out'}; "
        f"former posts are {'in' if selection.former else 'left out'}; "
        f"edges under a confidence of {selection.minimum_confidence:g} are left out."
    )


def how_sure(choices: Choices) -> str:
    """How the rank intervals were found."""
    if not choices.resamples:
        return "No rank intervals."
    return (
        f"Rank intervals from the 5th to the 95th percentile of {choices.resamples:,} resamples of the articles, "
        f"drawn with replacement (seed {choices.seed}); who is missing in one has the last place there."
    )


def counted(tally: Tally) -> str:
    """How many edges of a type were in, and how many out for which reason."""
    out = ", ".join(f"{number:,} left out: {reason}" for reason, number in tally.left_out.items())
    return f"{tally.counted:,} counted" + (f"; {out}" if out else "; none left out")


def size(section: Section) -> str:
    """How large a network is."""
    shape = section.shape
    parts = [number_of(shape.nodes, "node"), number_of(shape.edges, "edge")]
    if shape.forums is not None:
        parts.append(number_of(shape.forums, "forum"))
    return ", ".join(parts) + "."


def figures(section: Section) -> list[tuple[WholeFigure, str]]:
    """The figures of the network as a whole, and what each says there."""
    whole, shape = section.whole, section.shape
    found = [(DENSITY, f"{shape.density:.3f}"), (PIECES, f"{shape.pieces:,}, the largest of {shape.largest:,}")]
    if whole.communities is not None and whole.modularity is not None:
        found.append((COMMUNITIES, f"{len(whole.communities):,}, modularity {whole.modularity:.3f}"))
    if whole.by_country is not None:
        found.append((BY_COUNTRY, signed(whole.by_country)))
    if whole.by_label is not None:
        found.append((BY_LABEL, signed(whole.by_label)))
    found.append((CUT_POINTS, f"{whole.cut_points:,}"))
    found.append((BRIDGES, f"{len(whole.bridges) + whole.more_bridges:,}"))
    return found


def signed(value: float) -> str:
    """A figure that may be below 0, with a true minus.

    Example:
        >>> signed(-0.5)
        '−0.500'
    """
    return f"{value:.3f}".replace("-", "−")


def estimated(section: Section) -> str | None:
    """That betweenness and closeness are estimates, and how good they are; None where they are exact."""
    if section.whole.starts is None:
        return None
    return (
        f"Betweenness and closeness are estimated from {section.whole.starts:,} of {section.shape.nodes:,} nodes; "
        f"the standard error of betweenness is at most {section.whole.error:.2g}, as a share of all pairs."
    )


def command(head: Head, ending: str) -> str:
    """The command that makes this report again from the graph's JSON."""
    selection, choices = head.selection, head.choices
    usual, usually = Selection(), Choices()
    given = (
        ("--planned", selection.planned),
        ("--former", selection.former),
        (
            f"--min-confidence {selection.minimum_confidence!r}",
            selection.minimum_confidence != usual.minimum_confidence,
        ),
        (f"--top {choices.top}", choices.top != usually.top),
        (f"--resamples {choices.resamples}", choices.resamples != usually.resamples),
        (f"--seed {choices.seed}", choices.seed != usually.seed),
    )
    said = [option for option, unusual in given if unusual]
    return " ".join(["graphkit report --graph graph.json", *said, f"-o report.{ending}"])


def called(label: str, number: int) -> str:
    """What so many nodes of a label are called.

    Example:
        >>> called("Person", 1), called("Person", 2)
        ('person', 'people')
    """
    return (label if number == 1 else PLURALS[label]).lower()


def span(head: Head) -> str:
    """When the articles were published."""
    if head.dates is None:
        return "undated"
    first, last = map(date_in_words, head.dates)
    return first if first == last else f"{first} to {last}"


def is_web_address(url: str | None) -> bool:
    """Whether an article's address may become a link; `javascript:` and the like may not."""
    return url is not None and url.lower().startswith(("https://", "http://"))
