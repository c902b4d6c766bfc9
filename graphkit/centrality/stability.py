"""How sure a rank is: what it would have been, had other articles been read, or only the surer edges counted.

The bootstrap draws as many articles as there are, with replacement, keeps what the drawn ones say and ranks
again (Efron & Tibshirani 1993, An Introduction to the Bootstrap, chapter 6; for networks read from sources,
the sources are what is drawn). Between the 5th and the 95th percentile of its ranks lies nine tenths of what
an entity got. Who is missing in a resample has the place behind all who are there.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple, TypeAlias

import numpy as np
from numpy.typing import NDArray

from graphkit.centrality.catalogue import ranked_measures
from graphkit.centrality.incidence import Incidence
from graphkit.centrality.matrices import Indices, Values
from graphkit.centrality.measure import Measure
from graphkit.centrality.networks import derive_ties
from graphkit.centrality.ranking import UNRANKED, rank_values, values_of
from graphkit.centrality.ties import Ties
from graphkit.watching import Watch, unwatched

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


@dataclass(frozen=True, slots=True)
class Interval:
    """Where a rank lies in nine of ten resamples.

    Attributes:
        low: the 5th percentile of the ranks; `high` the 95th.
        top_ten: in what share of the resamples the entity is among the first ten of its label, equals for the
            tenth place included; who has 0 or is missing is not.
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
    known: Incidence,
    networks: Mapping[str, Ties],
    seed: int,
    resamples: int = DEFAULT_RESAMPLES,
    watch: Watch = unwatched,
) -> dict[str, Intervals]:
    """The rank intervals of the entities of several networks, by a bootstrap over the articles.

    Args:
        known: what the articles say.
        networks: by name, as derived from all the articles.
        seed: of the draws; the same articles are drawn for every network.
        resamples: how many times is drawn, at least `FEWEST_RESAMPLES`, or 0 for none.
        watch: is told what is done, and given the numbers of the resamples, which it passes on.

    Returns:
        network → its intervals; nothing where there are fewer articles than mean something, or no resamples.

    Example:
        >>> from graphkit.centrality import Selection, derive_ties, incidence
        >>> from graphkit.centrality.examples import three_forums
        >>> known = incidence(three_forums(), Selection())
        >>> intervals(known, {"attendance": derive_ties(known, "attendance", seed=1)}, seed=1)  # one article only
        {'attendance': {}}
    """
    articles = len(known.articles)
    rankings = {name: _Ranking(ties, resampled_measures(name, ties)) for name, ties in networks.items()}
    rankings = {name: ranking for name, ranking in rankings.items() if ranking.measures}
    if not resamples or articles < FEWEST_ARTICLES or not rankings:
        return {name: {} for name in networks}
    found = {name: ranking.room_for(resamples) for name, ranking in rankings.items()}
    among_first = {name: np.zeros(room.shape[::2], dtype=np.int64) for name, room in found.items()}
    draw = np.random.default_rng(seed)
    for number in watch("Articles drawn again", range(resamples)):
        drawn = np.zeros(articles, dtype=bool)
        drawn[draw.integers(0, articles, articles)] = True
        again = known.from_articles(drawn)
        for name, ranking in rankings.items():
            for at, standing in enumerate(ranking.of(derive_ties(again, name, seed))):
                found[name][at, number] = standing.ranks
                among_first[name][at] += standing.among_first
    summed_up = {
        name: ranking.summed_up(found[name], among_first[name] / resamples) for name, ranking in rankings.items()
    }
    return {name: summed_up.get(name, {}) for name in networks}


class Standing(NamedTuple):
    """The rank of each node in one measure, and whether it is among the first ten of its label.

    Who has a value of 0 has nothing of what is measured, and is never among them.
    """

    ranks: Indices
    among_first: NDArray[np.bool_]


class _Ranking:
    """The ranks that the nodes of one network have in others that are derived from some of its edges."""

    def __init__(self, ties: Ties, measures: Iterable[Measure]) -> None:
        self.measures = tuple(measures)
        self._ties = ties
        self._alike = {label: np.flatnonzero(ties.labels == label) for label in np.unique(ties.labels).tolist()}

    def of(self, again: Ties) -> Iterator[Standing]:
        """How the nodes stand in another network, each measure in turn; who is missing there is behind all others."""
        places = np.searchsorted(self._ties.places, again.places)
        for measure in self.measures:
            values = np.full(len(self._ties), np.nan)
            values[places] = values_of(measure, again)
            ranks = np.zeros(len(self._ties), dtype=np.int64)
            for label, of_label in self._alike.items():
                if measure.is_of(label):
                    found = rank_values(values[of_label], measure.highest_first)
                    behind = int((found != UNRANKED).sum()) + 1
                    ranks[of_label] = np.where(found == UNRANKED, behind, found)
            yield Standing(ranks, (ranks <= TOP) & (values > 0))

    def room_for(self, resamples: int) -> NDArray[np.int32]:
        """An array for the ranks: measure × resample × node."""
        return np.empty((len(self.measures), resamples, len(self._ties)), dtype=np.int32)

    def summed_up(self, found: NDArray[np.int32], top_ten: Values) -> Intervals:
        """The interval of each node in each measure that its label has; `top_ten` is by measure and node."""
        return {
            (measure.name, self._ties.nodes[place]): interval
            for measure, ranks, shares in zip(self.measures, found, top_ten, strict=True)
            for label, of_label in self._alike.items()
            if measure.is_of(label)
            for place, interval in zip(of_label.tolist(), _summed_up(ranks[:, of_label], shares[of_label]), strict=True)
        }

    def still_first(self, before: Sequence[Standing], again: Ties) -> dict[tuple[str, str], tuple[int, int]]:
        """(Measure name, label) → how many of the first ten before are among the first ten again, of how many."""
        return {
            (measure.name, label): _still_first(first, second, of_label)
            for measure, first, second in zip(self.measures, before, self.of(again), strict=True)
            for label, of_label in self._alike.items()
            if measure.is_of(label)
        }


def _summed_up(ranks: NDArray[np.int32], top_ten: Values) -> Iterator[Interval]:
    low, high = np.quantile(ranks, (LOW, HIGH), axis=0, method="inverted_cdf")
    for one, other, share in zip(low.tolist(), high.tolist(), top_ten.tolist(), strict=True):
        yield Interval(int(one), int(other), share)


def dropped(
    known: Incidence, networks: Mapping[str, Ties], seed: int, minimum_confidence: float
) -> dict[str, tuple[Dropped, ...]]:
    """What becomes of each network and of its first ten when ever surer edges alone are counted."""
    rankings = {name: _Ranking(ties, resampled_measures(name, ties)) for name, ties in networks.items()}
    before = {name: list(ranking.of(networks[name])) for name, ranking in rankings.items()}
    found: dict[str, list[Dropped]] = {name: [] for name in networks}
    for confidence in CONFIDENCES:
        if confidence <= minimum_confidence:
            continue
        surer = known.at_least(confidence)
        for name, ranking in rankings.items():
            again = derive_ties(surer, name, seed)
            kept = ranking.still_first(before[name], again)
            found[name].append(Dropped(confidence, len(again), again.edges, kept))
    return {name: tuple(drops) for name, drops in found.items()}


def _still_first(before: Standing, after: Standing, of_label: Indices) -> tuple[int, int]:
    """How many of the first ten of a label are among the first ten again, of how many."""
    first = before.among_first[of_label]
    return int((first & after.among_first[of_label]).sum()), int(first.sum())
