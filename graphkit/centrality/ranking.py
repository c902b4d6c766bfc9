"""From networks to ranks: every measure of every entity in every network, and whether ranks mean anything."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

import numpy as np

from graphkit.centrality import structure
from graphkit.centrality.catalogue import MEASURES
from graphkit.centrality.incidence import incidence
from graphkit.centrality.matrices import Indices, Values
from graphkit.centrality.measure import Measure
from graphkit.centrality.networks import PROJECTIONS, derive_ties
from graphkit.centrality.selection import EVERYTHING_SURE, Selection
from graphkit.centrality.ties import Ties
from graphkit.graph import Graph
from graphkit.in_words import number_of

DIGITS: Final = 9
"""Values are rounded to so many decimals before they are ranked, so that equals share a rank."""

FEWEST_ENTITIES: Final = 20
FEWEST_FORUMS: Final = 5

UNRANKED: Final = 0
"""Stands for the rank of who has no value."""


@dataclass(frozen=True, slots=True)
class Score:
    """One value: an entity's in a measure on a network.

    Attributes:
        rank: place among the entities of the same label in the network, from 1; equals share the better
            place. None for a measure that is the number of a group.
    """

    entity: str
    label: str
    name: str
    network: str
    measure: str
    value: float
    rank: int | None


def scores(graph: Graph, selection: Selection = EVERYTHING_SURE, seed: int = 0) -> tuple[Score, ...]:
    """Compute all measures on all networks.

    Returns:
        by network and measure as the catalogue has them, then by label, rank and entity id.

    Example:
        >>> from graphkit.centrality.examples import three_forums
        >>> found = scores(three_forums())
        >>> [(score.name, score.value) for score in found if score.network == "people-by-forums"][:2]
        [('Cem Caan', 3.0), ('Ana Abel', 2.0)]
    """
    known = incidence(graph, selection)
    return tuple(score for name in PROJECTIONS for score in network_scores(derive_ties(known, name, seed), name))


def network_scores(ties: Ties, name: str) -> Iterator[Score]:
    """All measures on one network, which was derived under that name."""
    return (score for measure in MEASURES[name] for score in measure_scores(measure, ties, name))


def measure_scores(measure: Measure, ties: Ties, name: str) -> Iterator[Score]:
    """One measure on one network, by label, rank and entity id; where it is not ranked, by value."""
    values = values_of(measure, ties)
    for label in np.unique(ties.labels).tolist():
        if not measure.is_of(label):
            continue
        places = np.flatnonzero((ties.labels == label) & ~np.isnan(values))
        given = values[places]
        order = rank_values(given, measure.highest_first) if measure.ranked else given
        for at in np.lexsort((places, order)).tolist():
            place, value, rank = int(places[at]), float(given[at]), int(order[at]) if measure.ranked else None
            yield Score(ties.nodes[place], label, ties.names[place], name, measure.name, value, rank)


def values_of(measure: Measure, ties: Ties) -> Values:
    """A measure's values, rounded so that equals are equal; -0.0 is 0.0."""
    return np.round(measure.compute(ties), DIGITS) + 0.0


def rank_values(values: Values, highest_first: bool) -> Indices:
    """The place of each value, from 1; equals share the better place; nan has the place 0."""
    keys = -values if highest_first else values
    ordered = np.sort(keys[~np.isnan(keys)])
    return np.where(np.isnan(keys), UNRANKED, np.searchsorted(ordered, keys, side="left") + 1)


def ranks(values: Mapping[str, float], highest_first: bool = True) -> dict[str, int]:
    """The place of each node, best first; equals share the better place and the next one is left free.

    Example:
        >>> ranks({"ana": 2.0, "ben": 1.0, "cem": 2.0})
        {'ana': 1, 'cem': 1, 'ben': 3}
    """
    nodes = sorted(values)
    found = rank_values(np.array([values[node] for node in nodes], dtype=float), highest_first)
    return {nodes[at]: int(found[at]) for at in np.argsort(found, kind="stable").tolist()}


@dataclass(frozen=True, slots=True)
class Shape:
    """How large a network is and how it hangs together.

    Attributes:
        forums: at how many forums it rests; None for the representation network, which rests on none.
        pieces: how many components it falls into, directions aside.
        largest: how many nodes the largest component has.
        alone: how many nodes have no edge.
        density: the share of the possible edges that there are; of a two-mode network those between its sides.
    """

    nodes: int
    edges: int
    forums: int | None
    pieces: int
    largest: int
    alone: int
    density: float


def shape(ties: Ties) -> Shape:
    """Measure the size of a network of the report and its pieces.

    Example:
        >>> from graphkit.centrality.examples import three_forums
        >>> known = incidence(three_forums(), Selection())
        >>> found = shape(derive_ties(known, "people-by-forums", seed=1))
        >>> found.nodes, found.edges, found.forums, found.pieces
        (4, 4, 3, 1)
    """
    sizes = np.bincount(structure.components(ties.plain))[1:]
    if ties.side is None:
        density = structure.density(ties.plain)
    else:
        sides = np.bincount(ties.side, minlength=2)
        density = ties.edges / max(int(sides[0] * sides[1]), 1)
    return Shape(
        nodes=len(ties),
        edges=ties.edges,
        forums=ties.forums,
        pieces=len(sizes),
        largest=int(sizes.max(initial=0)),
        alone=int((sizes == 1).sum()),
        density=density,
    )


def caution(of: Shape) -> str | None:
    """A plain warning where a network is too small for a ranking to mean anything, or None.

    The bounds are a convention, not a test: under 20 joined entities or 5 forums, one more article can turn
    the ranks round.

    Example:
        >>> caution(Shape(nodes=4, edges=4, forums=3, pieces=1, largest=4, alone=0, density=0.667))
        'Too small to rank: 4 joined entities, 3 forums. One more article could turn the ranks round.'
    """
    joined = of.nodes - of.alone
    enough_forums = of.forums is None or of.forums >= FEWEST_FORUMS
    if joined >= FEWEST_ENTITIES and enough_forums:
        return None
    sizes = [number_of(joined, "joined entity", "joined entities")]
    if of.forums is not None:
        sizes.append(number_of(of.forums, "forum"))
    return f"Too small to rank: {', '.join(sizes)}. One more article could turn the ranks round."
