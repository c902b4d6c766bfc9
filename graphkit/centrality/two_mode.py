"""The measures on a two-mode network, normalised by what its two sides allow.

In a network of participants and forums nobody is joined to their own side, so the usual normalisation, by
all other nodes, would make every value too low and the two sides incomparable. Each function takes a
networkx graph whose nodes carry `bipartite` (0 or 1) and divides by the most that a node of that side can
reach. (Borgatti, S. P. & Everett, M. G. 1997. Network analysis of 2-mode data. Social Networks 19, 243–269;
Borgatti, S. P. & Halgin, D. S. 2011. Analyzing affiliation networks. The SAGE Handbook of Social Network
Analysis, 417–433.)
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

import networkx as nx

from graphkit.centrality.networks import SIDE, Network


def degree(network: Network) -> dict[str, float]:
    """The share of the other side that a node is joined to: 0 to 1.

    Example:
        >>> from graphkit.centrality.examples import three_forums
        >>> from graphkit.centrality.networks import attendance
        >>> round(degree(attendance(three_forums()))["ana"], 3)  # two of the three forums
        0.667
    """
    sides = _sides(network)
    sizes = Counter(sides.values())
    return {node: len(network[node]) / max(sizes[1 - side], 1) for node, side in sides.items()}


def betweenness(network: Network) -> dict[str, float]:
    """The share of shortest ways that lead through a node, of the most possible for its side: 0 to 1.

    Example:
        >>> from graphkit.centrality.examples import three_forums
        >>> from graphkit.centrality.networks import attendance
        >>> found = betweenness(attendance(three_forums()))
        >>> max(("ana", "ben", "cem", "dia"), key=found.get)  # the only way from f3 to the other forums
        'cem'
    """
    sides = _sides(network)
    sizes = Counter(sides.values())
    most = {side: _most_betweenness(sizes[side], sizes[1 - side]) for side in (0, 1)}
    return _share_of_most(nx.betweenness_centrality(network, normalized=False), sides, most)


def harmonic_closeness(network: Network) -> dict[str, float]:
    """The sum of 1/distance to all others, of the most possible for the node's side: 0 to 1.

    The most is reached by a node joined to the whole other side, which leaves a distance of 2 to its own
    side; this is Borgatti & Everett's normalisation carried over from distances to their reciprocals.

    Example:
        >>> from graphkit.centrality.examples import three_forums
        >>> from graphkit.centrality.networks import attendance
        >>> round(harmonic_closeness(attendance(three_forums()))["cem"], 3)  # (2 · 1 + 3 · 1/2 + 1/3) / 4.5
        0.852
    """
    sides = _sides(network)
    sizes = Counter(sides.values())
    most = {side: sizes[1 - side] + max(sizes[side] - 1, 0) / 2 for side in (0, 1)}
    return _share_of_most(nx.harmonic_centrality(network), sides, most)


def _sides(network: Network) -> dict[str, int]:
    return {node: data[SIDE] for node, data in network.nodes(data=True)}


def _share_of_most(found: Mapping[str, float], sides: Mapping[str, int], most: Mapping[int, float]) -> dict[str, float]:
    return {node: found[node] / most[side] if most[side] else 0.0 for node, side in sides.items()}


def _most_betweenness(own: int, other: int) -> float:
    """The betweenness of the best placed node on a side of `own` nodes."""
    if not own or not other:
        return 0.0
    whole, rest = divmod(own - 1, other)
    return (
        other**2 * (whole + 1) ** 2 + other * (whole + 1) * (2 * rest - whole - 1) - rest * (2 * whole - rest + 3)
    ) / 2
