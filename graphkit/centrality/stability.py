"""How sure a rank is: what it would have been, had other articles been read, or only the surer edges counted.

The bootstrap draws as many articles as there are, with replacement, keeps what the drawn ones say and ranks
again (Efron & Tibshirani 1993, An Introduction to the Bootstrap, chapter 6; for networks read from sources,
the sources are what is drawn). Between the 5th and the 95th percentile of its ranks lies nine tenths of what
an entity got. Who is missing in a resample has the place behind all who are there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final, TypeAlias

import numpy as np
from numpy.typing import NDArray

from graphkit.centrality.catalogue import ranked_measures
from graphkit.centrality.incidence import Incidence
from graphkit.centrality.matrices import Indices
from graphkit.centrality.measure import Measure
from graphkit.centrality.networks import derive_ties
from graphkit.centrality.ranking import UNRANKED, rank_values, values_of
from graphkit.centrality.ties import Ties

DEFAULT_RESAMPLES: Final = 200
FEWEST_RESAMPLES: Final = 20
"""With fewer there is no 5th percentile."""

FEWEST_ARTICLES: Final = 5
LOW, HIGH = 0.05, 0.95
TOP: Final = 10
CONFIDENCES: Final = (0.6, 0.7, 0.8, 0.9)
"""Edges under each of these are dropped in turn, where the selection has not done so already."""

MOST_WORK: Final = 2_000_000
"""Nodes × ties of a network up to which costly measures are resampled: a few hundredths of a second each time."""

MOST_TIES: Final = 1_000_000
"""Ties of a network up to which anything is resampled: a few tenths of a second each time."""

Watch: TypeAlias = Callable[[Iterable[int]], Iterable[int]]
"""Passes the numbers of the resamples on; may show how far they are."""


@dataclass(frozen=True, slots=True)
class Interval:
    """Where a rank lies in nine of ten resamples.

    Attributes:
        low: the 5th percentile of the ranks; `high` the 95th.
        top_ten: in what share of the resamples the entity is among the first ten of its label.
    """

    low: int
    high: int
    top_ten: float


Intervals: TypeAlias = Mapping[tuple[str, str], Interval]
"""(Measure name, entity id) → interval."""


@dataclass(frozen=True, slots=True)
class Dropped:
    """What is left of a network when edges under a confidence are dropped.

    Attributes:
        confidence: the least that is kept.
        kept: (measure name, label) → how many of the first ten are still among the first ten, of how many.
    """

    confidence: float
    nodes: int
    edges: int
    kept: Mapping[tuple[str, str], tuple[int, int]]


def resampled_measures(name: str, ties: Ties) -> tuple[Measure, ...]:
    """The measures that are worked out again for each resample: the quick ones in a large network, none in a huge."""
    if ties.edges > MOST_TIES:
        return ()
    if len(ties) * ties.plain.nnz <= MOST_WORK:
        return tuple(ranked_measures(name))
    return tuple(measure for measure in ranked_measures(name) if measure.quick)


def intervals(
    known: Incidence, name: str, seed: int, resamples: int = DEFAULT_RESAMPLES, watch: Watch = iter
) -> Intervals:
    """The rank intervals of a network's entities, by a bootstrap over the articles.

    Args:
        known: what the articles say.
        name: of the network.
        seed: of the draws; the same articles are drawn for every network.
        resamples: how many times is drawn, at least `FEWEST_RESAMPLES`, or 0 for none.
        watch: is given the numbers of the resamples and passes them on.

    Returns:
        nothing where there are fewer articles than mean something, or no resamples.

    Example:
        >>> from graphkit.centrality import Selection, incidence
        >>> from graphkit.centrality.examples import three_forums
        >>> dict(intervals(incidence(three_forums(), Selection()), "attendance", seed=1))  # one article only
        {}
    """
    if not resamples or len(known.articles) < FEWEST_ARTICLES:
        return {}
    ties = derive_ties(known, name, seed)
    measures = resampled_measures(name, ties)
    if not measures:
        return {}
    draw = np.random.default_rng(seed)
    ranks_again = _Ranking(ties, measures)
    found = np.empty((len(measures), resamples, len(ties)), dtype=np.int32)
    for number in watch(range(resamples)):
        drawn = np.zeros(len(known.articles), dtype=bool)
        drawn[draw.integers(0, len(known.articles), len(known.articles))] = True
        again = derive_ties(known.from_articles(drawn), name, seed)
        for at, ranks in enumerate(ranks_again.of(again)):
            found[at, number] = ranks
    return {
        (measure.name, ties.nodes[place]): interval
        for measure, ranks in zip(measures, found, strict=True)
        for place, interval in _summed_up(ranks).items()
        if measure.is_of(ties.labels[place])
    }


class _Ranking:
    """The ranks that the nodes of one network have in others of its kind."""

    def __init__(self, ties: Ties, measures: Iterable[Measure]) -> None:
        self._measures = tuple(measures)
        self._place = {node: at for at, node in enumerate(ties.nodes)}
        labels = np.array(ties.labels, dtype=str)
        self._alike = [np.flatnonzero(labels == label) for label in sorted(set(ties.labels))]

    def of(self, again: Ties) -> Iterator[Indices]:
        """The ranks in another network, each measure in turn; who is missing there is behind all others."""
        places = np.array([self._place[node] for node in again.nodes], dtype=np.int64)
        for measure in self._measures:
            values = np.full(len(self._place), np.nan)
            values[places] = values_of(measure, again)
            ranks = np.empty(len(self._place), dtype=np.int64)
            for of_label in self._alike:
                found = rank_values(values[of_label], measure.highest_first)
                behind = int((found != UNRANKED).sum()) + 1
                ranks[of_label] = np.where(found == UNRANKED, behind, found)
            yield ranks


def _summed_up(ranks: NDArray[np.int32]) -> dict[int, Interval]:
    low, high = np.quantile(ranks, (LOW, HIGH), axis=0, method="inverted_cdf")
    top_ten = (ranks <= TOP).mean(axis=0)
    columns = zip(low.tolist(), high.tolist(), top_ten.tolist(), strict=True)
    return {place: Interval(int(one), int(other), share) for place, (one, other, share) in enumerate(columns)}


def dropped(known: Incidence, name: str, seed: int, minimum_confidence: float) -> tuple[Dropped, ...]:
    """What becomes of a network and of its first ten when ever surer edges alone are counted."""
    ties = derive_ties(known, name, seed)
    measures = resampled_measures(name, ties)
    ranking = _Ranking(ties, measures)
    before = list(ranking.of(ties))
    found = []
    for confidence in CONFIDENCES:
        if confidence <= minimum_confidence:
            continue
        again = derive_ties(known.at_least(confidence), name, seed)
        kept = {}
        for measure, first, second in zip(measures, before, ranking.of(again), strict=True):
            for label in sorted(set(ties.labels)):
                if measure.is_of(label):
                    of_label = np.array(ties.labels, dtype=str) == label
                    kept[measure.name, label] = _still_first(first[of_label], second[of_label])
        found.append(Dropped(confidence, len(again), again.edges, kept))
    return tuple(found)


def _still_first(before: Indices, after: Indices) -> tuple[int, int]:
    """How many of the first ten are among the first ten again; ties for the tenth place are all counted."""
    first = before <= TOP
    return int((first & (after <= TOP)).sum()), int(first.sum())
