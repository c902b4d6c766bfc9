"""What the pictures of a report show, as places on a drawing: rank intervals, distributions, heat map, timeline.

Nothing here writes markup: the page's template draws from these places, so that every name is escaped there.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from graphkit.centrality import Incidence
from graphkit.centrality.matrices import Indices
from graphkit.graph import Graph
from graphkit.report.sections import Section, Table
from graphkit.report.timeline import Tick, Timeline, draw_timeline

RANK_LINES: Final = 15
MOST_BARS: Final = 24
HEAT_ROWS: Final = 40
HEAT_COLUMNS: Final = 30

_PLACE_TICKS: Final = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000, 20_000, 50_000, 100_000)


@dataclass(frozen=True, slots=True)
class RankLine:
    """One entity's rank and its interval: as numbers, and as places from 0 to 1.

    Attributes:
        top_ten: in what share of the resamples it is among the first ten.
    """

    entity: str
    rank: int
    low: int
    high: int
    top_ten: float
    rank_at: float
    low_at: float
    high_at: float


@dataclass(frozen=True, slots=True)
class RankPlot:
    """The rank intervals of the first entities of a label in one measure."""

    measure: str
    label: str
    lines: tuple[RankLine, ...]
    ticks: tuple[Tick, ...]


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: its height from 0 to 1, how many it stands for, and what it stands over."""

    height: float
    number: int
    text: str


@dataclass(frozen=True, slots=True)
class SectionPlots:
    """The pictures of one network; empty or None where there is nothing to show."""

    ranks: RankPlot | None
    degrees: tuple[Bar, ...]
    communities: tuple[Bar, ...]


@dataclass(frozen=True, slots=True)
class HeatMap:
    """Who attended what: participants as rows, forums as columns, both by community and then by degree.

    Attributes:
        cells: (row, column) of each attendance.
        more_rows: how many participants are not shown; `more_columns` how many forums.
    """

    rows: tuple[str, ...]
    columns: tuple[str, ...]
    cells: tuple[tuple[int, int], ...]
    more_rows: int
    more_columns: int


@dataclass(frozen=True, slots=True)
class Plots:
    """All pictures of a report: by network name, and of the forums."""

    networks: Mapping[str, SectionPlots]
    heat_map: HeatMap | None
    timeline: Timeline | None

    def shown(self) -> set[str]:
        """The ids of those in the heat map and on the timeline; whose ranks are drawn is in a table as well."""
        attended = {*self.heat_map.rows, *self.heat_map.columns} if self.heat_map else set()
        return attended | {forum.entity for forum in (self.timeline.forums if self.timeline else ())}


def draw_plots(graph: Graph, known: Incidence, sections: Sequence[Section]) -> Plots:
    """Work out the pictures of a report."""
    networks = {
        section.projection.name: SectionPlots(_rank_plot(section), _degree_bars(section), _community_bars(section))
        for section in sections
    }
    attendance = next(section for section in sections if section.projection.name == "attendance")
    return Plots(networks, _heat_map(attendance), draw_timeline(graph, known))


def _rank_plot(section: Section) -> RankPlot | None:
    """Of the first label that has it: betweenness where forums join entities, else the network's first measure."""
    names = ["betweenness"] if section.ties.newman else []
    columns = (
        _rank_lines(table, at)
        for name in (*names, section.measures[0].name)
        for table in section.tables
        for at, measure in enumerate(table.measures)
        if measure.name == name
    )
    return next(filter(None, columns), None)


def _rank_lines(table: Table, column: int) -> RankPlot | None:
    """The ranks of those who have a value above 0, if their intervals are known."""
    cells = [
        (row, cell) for row in table.rows if (cell := row.cells[column]) and cell.interval and cell.score.value > 0
    ]
    cells.sort(key=lambda pair: (pair[1].score.rank, pair[0].entity))
    cells = cells[:RANK_LINES]
    if not cells:
        return None
    last = max(cell.interval.high for _, cell in cells if cell.interval)

    def at(rank: int) -> float:
        return float(np.log(rank) / np.log(max(last, 2)))

    lines = tuple(
        RankLine(row.entity, rank, sure.low, sure.high, sure.top_ten, at(rank), at(sure.low), at(sure.high))
        for row, cell in cells
        if (sure := cell.interval) and (rank := cell.score.rank)
    )
    ticks = tuple(Tick(at(place), str(place)) for place in _PLACE_TICKS if place <= last)
    return RankPlot(table.measures[column].title, table.label, lines, ticks)


def _degree_bars(section: Section) -> tuple[Bar, ...]:
    """How many nodes have how many ties; above so many bars each stands for several degrees."""
    degrees = np.diff(section.ties.undirected.indptr)
    if not len(degrees):
        return ()
    width = int(degrees.max()) // MOST_BARS + 1
    numbers = np.bincount(degrees // width).tolist()
    texts = [str(at) if width == 1 else f"{at * width}–{(at + 1) * width - 1}" for at in range(len(numbers))]
    return _bars(numbers, texts)


def _community_bars(section: Section) -> tuple[Bar, ...]:
    sizes = section.whole.communities or ()
    return _bars(list(sizes[:MOST_BARS]), [str(number) for number in range(1, len(sizes[:MOST_BARS]) + 1)])


def _bars(numbers: list[int], texts: list[str]) -> tuple[Bar, ...]:
    most = max(numbers, default=0)
    return tuple(Bar(number / most, number, text) for number, text in zip(numbers, texts, strict=True))


def _heat_map(section: Section) -> HeatMap | None:
    ties = section.ties
    if ties.side is None or not len(ties):
        return None
    degrees = np.diff(ties.plain.indptr)
    rows = _first_of_side(ties.side == 0, degrees, ties.communities, HEAT_ROWS)
    attended = (ties.side == 1) & (ties.plain[rows].sum(axis=0) > 0)
    columns = _first_of_side(attended, degrees, ties.communities, HEAT_COLUMNS)
    shown = ties.plain[rows][:, columns].tocoo()
    cells = tuple(sorted(zip(shown.row.tolist(), shown.col.tolist(), strict=True)))
    return HeatMap(
        tuple(ties.nodes[at] for at in rows),
        tuple(ties.nodes[at] for at in columns),
        cells,
        int((ties.side == 0).sum()) - len(rows),
        int((ties.side == 1).sum()) - len(columns),
    )


def _first_of_side(side: NDArray[np.bool_], degrees: Indices, communities: Indices, most: int) -> list[int]:
    """The most joined nodes of a side, then in the order of their communities."""
    places = np.flatnonzero(side)
    first = places[np.argsort(-degrees[places], kind="stable")][:most]
    found: list[int] = first[np.lexsort((first, -degrees[first], communities[first]))].tolist()
    return found
