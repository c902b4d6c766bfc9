"""The measures on a two-mode network, normalised by what its two sides allow.

In a network of participants and forums nobody is joined to their own side, so the usual normalisation, by
all other nodes, would make every value too low and the two sides incomparable. Each function takes a
networkx graph whose nodes carry `bipartite` (0 or 1) and divides by the most that a node of that side can
reach. (Borgatti, S. P. & Everett, M. G. 1997. Network analysis of 2-mode data. Social Networks 19, 243–269;
Borgatti, S. P. & Halgin, D. S. 2011. Analyzing affiliation networks. The SAGE Handbook of Social Network
Analysis, 417–433.)
"""

from __future__ import annotations

from typing import Final

import numpy as np

from graphkit.centrality import paths
from graphkit.centrality.matrices import Indices, Matrix, Network, Values, by_node, matrix_of
from graphkit.centrality.measures import DEFAULT_SEED

SIDE: Final = "bipartite"
"""The node attribute that tells the two sides of a two-mode network apart, named as networkx names it."""


def degree(network: Network) -> dict[str, float]:
    """The share of the other side that a node is joined to: 0 to 1.

    Example:
        >>> from graphkit.centrality.examples import three_forums
        >>> from graphkit.centrality.networks import attendance
        >>> round(degree(attendance(three_forums()))["ana"], 3)  # two of the three forums
        0.667
    """
    return by_node(network, share_of_other_side(matrix_of(network), _sides(network)))


def betweenness(network: Network, seed: int = DEFAULT_SEED) -> dict[str, float]:
    """The share of shortest ways that lead through a node, of the most possible for its side: 0 to 1.

    Example:
        >>> from graphkit.centrality.examples import three_forums
        >>> from graphkit.centrality.networks import attendance
        >>> found = betweenness(attendance(three_forums()))
        >>> max(("ana", "ben", "cem", "dia"), key=found.get)  # the only way from f3 to the other forums
        'cem'
    """
    side = _sides(network)
    ways = paths.follow_ways(matrix_of(network), directed=False, seed=seed, side=side)
    return by_node(network, ways.between / most_between(side))


def harmonic_closeness(network: Network, seed: int = DEFAULT_SEED) -> dict[str, float]:
    """The sum of 1/distance to all others, of the most possible for the node's side: 0 to 1.

    The most is reached by a node joined to the whole other side, which leaves a distance of 2 to its own
    side; this is Borgatti & Everett's normalisation carried over from distances to their reciprocals.

    Example:
        >>> from graphkit.centrality.examples import three_forums
        >>> from graphkit.centrality.networks import attendance
        >>> round(harmonic_closeness(attendance(three_forums()))["cem"], 3)  # (2 · 1 + 3 · 1/2 + 1/3) / 4.5
        0.852
    """
    side = _sides(network)
    ways = paths.follow_ways(matrix_of(network), directed=False, seed=seed, side=side)
    return by_node(network, ways.reciprocals / most_near(side))


def _sides(network: Network) -> Indices:
    return np.array([data[SIDE] for _, data in network.nodes(data=True)], dtype=np.int64)


def share_of_other_side(matrix: Matrix, side: Indices) -> Values:
    """The degree of each node as a share of the other side."""
    other = _sizes(side)[1 - side]
    found: Values = np.diff(matrix.indptr) / np.maximum(other, 1)
    return found


def most_between(side: Indices) -> Values:
    """Twice the most betweenness that a node of each side can have (each pair both ways); never 0."""
    sizes = _sizes(side).tolist()
    most = np.array([_most_betweenness(sizes[one], sizes[1 - one]) for one in (0, 1)])
    return np.where(most > 0, 2 * most, 1.0)[side]


def most_near(side: Indices) -> Values:
    """The largest sum of reciprocal distances that a node of each side can have; never 0."""
    sizes = _sizes(side)
    most = np.array([sizes[1 - one] + max(sizes[one] - 1, 0) / 2 for one in (0, 1)])
    return np.where(most > 0, most, 1.0)[side]


def _sizes(side: Indices) -> Indices:
    return np.bincount(side, minlength=2)


def _most_betweenness(own: int, other: int) -> float:
    """The betweenness of the best placed node on a side of `own` nodes."""
    if not own or not other:
        return 0.0
    whole, rest = divmod(own - 1, other)
    return (
        other**2 * (whole + 1) ** 2 + other * (whole + 1) * (2 * rest - whole - 1) - rest * (2 * whole - rest + 3)
    ) / 2
