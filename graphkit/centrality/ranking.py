"""From networks to ranks: every measure of every entity in every network, and whether ranks mean anything."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

import networkx as nx

from graphkit.centrality.catalogue import MEASURES
from graphkit.centrality.networks import PROJECTIONS, SIDE, Network, build_network
from graphkit.centrality.selection import EVERYTHING_SURE, Selection
from graphkit.graph import Graph

DIGITS: Final = 9
"""Values are rounded to so many decimals before they are ranked, so that equals share a rank."""

FEWEST_ENTITIES: Final = 20
FEWEST_FORUMS: Final = 5


@dataclass(frozen=True, slots=True)
class Score:
    """One value: an entity's in a measure on a network.

    Attributes:
        rank: place among the entities of the same label in the network, from 1; equals share the better
        place.
    """

    entity: str
    label: str
    name: str
    network: str
    measure: str
    value: float
    rank: int


def scores(graph: Graph, selection: Selection = EVERYTHING_SURE) -> tuple[Score, ...]:
    """Compute all measures on all networks.

    Returns:
        by network and measure as the catalogue has them, then by label, rank and entity id.

    Example:
        >>> from graphkit.centrality.examples import three_forums
        >>> found = scores(three_forums())
        >>> [(score.name, score.value) for score in found if score.network == "people-by-forums"][:2]
        [('Cem Caan', 3.0), ('Ana Abel', 2.0)]
    """
    return tuple(score for name in PROJECTIONS for score in network_scores(build_network(graph, name, selection), name))


def network_scores(network: Network, name: str) -> Iterator[Score]:
    """All measures on one network, which was built under that name."""
    for measure in MEASURES[name]:
        by_label: dict[str, dict[str, float]] = {}
        for node, value in measure.compute(network).items():
            label = network.nodes[node]["label"]
            if measure.labels is None or label in measure.labels:
                by_label.setdefault(label, {})[node] = round(value, DIGITS)
        for label, values in sorted(by_label.items()):
            for node, rank in ranks(values, measure.highest_first).items():
                called = network.nodes[node]["name"]
                yield Score(node, label, called, name, measure.name, values[node], rank)


def ranks(values: Mapping[str, float], highest_first: bool = True) -> dict[str, int]:
    """The place of each node, best first; equals share the better place and the next one is left free.

    Example:
        >>> ranks({"ana": 2.0, "ben": 1.0, "cem": 2.0})
        {'ana': 1, 'cem': 1, 'ben': 3}
    """
    ordered = sorted(values, key=lambda node: (-values[node] if highest_first else values[node], node))
    found: dict[str, int] = {}
    for place, node in enumerate(ordered, start=1):
        before = ordered[place - 2] if place > 1 else None
        tied = before is not None and values[before] == values[node]
        found[node] = found[before] if tied and before is not None else place
    return found


@dataclass(frozen=True, slots=True)
class Shape:
    """How large a network is and how it hangs together.

    Attributes:
        forums: at how many forums it rests; None for the representation network, which rests on none.
        pieces: how many components it falls into, directions aside.
        largest: how many nodes the largest component has.
        alone: how many nodes have no edge.
    """

    nodes: int
    edges: int
    forums: int | None
    pieces: int
    largest: int
    alone: int


def shape(network: Network) -> Shape:
    """Measure a network's size and its pieces.

    Example:
        >>> from graphkit.centrality.examples import three_forums
        >>> shape(build_network(three_forums(), "people-by-forums"))
        Shape(nodes=4, edges=4, forums=3, pieces=1, largest=4, alone=0)
    """
    plain: Network = nx.Graph(network)
    sizes = [len(piece) for piece in nx.connected_components(plain)]
    return Shape(
        nodes=len(network),
        edges=network.number_of_edges(),
        forums=None if network.is_directed() else len(_forums(network)),
        pieces=len(sizes),
        largest=max(sizes, default=0),
        alone=sizes.count(1),
    )


def _forums(network: Network) -> set[str]:
    forums = {node for node, data in network.nodes(data=True) if data.get(SIDE)}
    for _, _, edge in network.edges(data=True):
        forums.update(edge.get("forums", ()))
    return forums


def caution(of: Shape) -> str | None:
    """A plain warning where a network is too small for a ranking to mean anything, or None.

    The bounds are a convention, not a test: under 20 joined entities or 5 forums, one more article can turn
    the ranks round.

    Example:
        >>> caution(Shape(nodes=4, edges=4, forums=3, pieces=1, largest=4, alone=0))
        'Too small to rank: 4 joined entities, 3 forums. One more article could turn the ranks round.'
    """
    joined = of.nodes - of.alone
    enough_forums = of.forums is None or of.forums >= FEWEST_FORUMS
    if joined >= FEWEST_ENTITIES and enough_forums:
        return None
    sizes = [f"{joined} joined {'entity' if joined == 1 else 'entities'}"]
    if of.forums is not None:
        sizes.append(f"{of.forums} forum{'' if of.forums == 1 else 's'}")
    return f"Too small to rank: {', '.join(sizes)}. One more article could turn the ranks round."
