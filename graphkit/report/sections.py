"""One network of a report: its figures, its tables, and how sure they are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

import numpy as np

from graphkit import vocabulary
from graphkit.centrality import (
    MEASURES,
    PROJECTIONS,
    Family,
    Incidence,
    Measure,
    Projection,
    Score,
    Shape,
    Ties,
    caution,
    derive_ties,
    shape,
    structure,
)
from graphkit.centrality.catalogue import FOLLOW_WAYS, ranked_measures
from graphkit.centrality.matrices import group_indices
from graphkit.centrality.ranking import measure_scores
from graphkit.centrality.stability import (
    DEFAULT_RESAMPLES,
    FEWEST_ARTICLES,
    Dropped,
    Interval,
    Intervals,
    dropped,
    intervals,
    resampled_measures,
)
from graphkit.watching import Watch

DEFAULT_TOP: Final = 15
DEFAULT_SEED: Final = 1
MOST_BRIDGES: Final = 60


@dataclass(frozen=True, slots=True)
class Choices:
    """What a report is made with, beside the selection of edges.

    Attributes:
        top: how many entities of a label a table shows for each measure.
        resamples: how many times articles are drawn for the rank intervals; 0 for none.
        seed: of those draws, of the communities and of samples where a network is too large for all.
    """

    top: int = DEFAULT_TOP
    resamples: int = DEFAULT_RESAMPLES
    seed: int = DEFAULT_SEED


@dataclass(frozen=True, slots=True)
class Cell:
    """One value in a table, with its rank interval where there is one."""

    score: Score
    interval: Interval | None


@dataclass(frozen=True, slots=True)
class Row:
    """One entity in a table: its cell for each measure, None where the measure gives it none."""

    entity: str
    community: int | None
    cells: tuple[Cell | None, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """The entities of one label in one network, best first in the first measure of a family.

    Attributes:
        measures: those of the family that this label has; each row has as many cells.
        rows: those that are among the first in any of the measures.
        total: how many entities of the label the network has.
    """

    label: str
    family: Family
    measures: tuple[Measure, ...]
    rows: tuple[Row, ...]
    total: int

    def columns(self) -> list[list[float]]:
        """The values shown for each measure, in the order of the rows."""
        return [
            [cell.score.value for row in self.rows if (cell := row.cells[place])] for place in range(len(self.measures))
        ]


@dataclass(frozen=True, slots=True)
class Whole:
    """Figures of a network as a whole.

    Attributes:
        communities: sizes of the communities with more than one member, largest first; None where they are
            not looked for.
        modularity: of the communities.
        by_label: assortativity by label, None where it is not defined; `by_country` likewise.
        cut_points: how many articulation points.
        bridges: ids of the two ends of each bridge, the first ones; `more_bridges` how many more there are.
        starts: from how many nodes the shortest ways were followed where they are an estimate, else None.
        error: the largest standard error of the estimated betweenness, as a share of the pairs of others.
    """

    communities: tuple[int, ...] | None
    modularity: float | None
    by_label: float | None
    by_country: float | None
    cut_points: int
    bridges: tuple[tuple[str, str], ...]
    more_bridges: int
    starts: int | None
    error: float


@dataclass(frozen=True, slots=True)
class Section:
    """One network: what it is, how large, what is measured, and the tables.

    Attributes:
        unsure: why there are no rank intervals, or none for some measures; None where all have theirs.
    """

    projection: Projection
    measures: tuple[Measure, ...]
    shape: Shape
    caution: str | None
    whole: Whole
    scores: tuple[Score, ...]
    intervals: Intervals
    dropped: tuple[Dropped, ...]
    tables: tuple[Table, ...]
    ties: Ties
    unsure: str | None

    def interval(self, score: Score) -> Interval | None:
        """Where the rank of a score lies in most resamples."""
        return self.intervals.get((score.measure, score.entity))

    def shown(self) -> Iterator[str]:
        """The ids of the entities in the tables and at the ends of bridges; some come several times."""
        yield from (row.entity for table in self.tables for row in table.rows)
        yield from (end for bridge in self.whole.bridges for end in bridge)


def build_sections(known: Incidence, choices: Choices, minimum_confidence: float, watch: Watch) -> tuple[Section, ...]:
    """Work out the networks of a report."""
    networks = {name: derive_ties(known, name, choices.seed) for name in PROJECTIONS}
    found = {
        name: [
            score
            for measure in watch(PROJECTIONS[name].title, MEASURES[name])
            for score in measure_scores(measure, ties, name)
        ]
        for name, ties in networks.items()
    }
    sure = intervals(known, networks, choices.seed, choices.resamples, watch)
    surer = dropped(known, networks, choices.seed, minimum_confidence)
    return tuple(_section(name, ties, found[name], sure[name], surer[name], choices) for name, ties in networks.items())


def _section(
    name: str, ties: Ties, found: list[Score], sure: Intervals, surer: tuple[Dropped, ...], choices: Choices
) -> Section:
    size = shape(ties)
    return Section(
        PROJECTIONS[name],
        MEASURES[name],
        size,
        caution(size),
        _whole(ties, name),
        tuple(found),
        sure,
        surer,
        tuple(_tables(found, sure, name, choices.top)),
        ties,
        _unsure(name, ties, choices),
    )


def _whole(ties: Ties, name: str) -> Whole:
    looked_for = any(measure.name == "community" for measure in MEASURES[name])
    sizes = np.sort(np.bincount(ties.communities)[1:])[::-1] if looked_for else None
    pieces, bridges = ties.cuts
    sampled = any(measure.name in FOLLOW_WAYS for measure in MEASURES[name]) and ties.ways.sampled
    return Whole(
        None if sizes is None else tuple(int(size) for size in sizes if size > 1),
        None if sizes is None else structure.modularity(ties.strengths, ties.communities),
        structure.assortativity(ties.plain, group_indices(ties.labels.tolist())),
        None if ties.countries is None else structure.assortativity(ties.plain, ties.countries),
        int((pieces > 0).sum()),
        tuple((ties.nodes[left], ties.nodes[right]) for left, right in bridges[:MOST_BRIDGES]),
        max(len(bridges) - MOST_BRIDGES, 0),
        ties.ways.starts if sampled else None,
        float(ties.ways.betweenness_error.max(initial=0)) if sampled else 0.0,
    )


def _unsure(name: str, ties: Ties, choices: Choices) -> str | None:
    if not choices.resamples:
        return "No resamples were drawn, so there are no rank intervals."
    if len(ties.known.articles) < FEWEST_ARTICLES:
        return f"Fewer than {FEWEST_ARTICLES} articles say this, too few for rank intervals."
    quick = resampled_measures(name, ties)
    without = [measure.title for measure in ranked_measures(name) if measure not in quick]
    return f"The network is too large for rank intervals of {', '.join(without)}." if without else None


def _tables(scores: list[Score], sure: Intervals, name: str, top: int) -> Iterable[Table]:
    for label in vocabulary.NODE_LABELS:
        of_label = [score for score in scores if score.label == label]
        communities = {score.entity: int(score.value) for score in of_label if score.measure == "community"}
        for family in (Family.STANDING, Family.BROKERAGE):
            measures = tuple(one for one in MEASURES[name] if one.family is family and one.is_of(label))
            names = {measure.name for measure in measures}
            of_family = [score for score in of_label if score.measure in names]
            if of_family:
                yield _table(label, family, measures, of_family, sure, communities, top)


def _table(
    label: str,
    family: Family,
    measures: tuple[Measure, ...],
    scores: list[Score],
    sure: Intervals,
    communities: Mapping[str, int],
    top: int,
) -> Table:
    by_measure: dict[str, dict[str, Cell]] = {measure.name: {} for measure in measures}
    for score in scores:
        cell = Cell(score, sure.get((score.measure, score.entity)))
        by_measure[score.measure][score.entity] = cell
    shown = {entity for found in by_measure.values() for entity in list(found)[:top]}
    everyone = dict.fromkeys(score.entity for score in scores)
    rows = tuple(
        Row(entity, communities.get(entity), tuple(found.get(entity) for found in by_measure.values()))
        for entity in everyone
        if entity in shown
    )
    return Table(label, family, measures, rows, len(everyone))


def kept_of_first(section: Section, label: str) -> list[tuple[Measure, list[tuple[int, int] | None]]]:
    """For each measure of a label: how many of the first ten stay under each confidence of `dropped`."""
    return [
        (measure, kept)
        for measure in section.measures
        if any(kept := [drop.kept.get((measure.name, label)) for drop in section.dropped])
    ]
