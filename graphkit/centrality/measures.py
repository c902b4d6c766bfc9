"""The measures on a network of one kind of entity: plain functions from a networkx graph to {node: value}.

A weight is a strength: the higher, the closer. Measures that follow paths need lengths instead and read a
weight w as the length 1/w (Newman 2001; Opsahl, Agneessens & Skvoretz 2010, Social Networks 32, 245–251).
With `weight=None` every edge counts the same. All functions take graphs in several pieces, with one node
and with none.
"""

from __future__ import annotations

from collections import defaultdict
from fractions import Fraction
from typing import TYPE_CHECKING, Any, Final

import networkx as nx

from graphkit.centrality.networks import Network
from graphkit.errors import GraphkitError

if TYPE_CHECKING:
    Directed = nx.DiGraph[str]

_LENGTH: Final = "length"


def degree(network: Network) -> dict[str, float]:
    """To how many others a node is joined.

    Freeman, L. C. 1978. Centrality in social networks: conceptual clarification. Social Networks 1,
    215–239. Not normalised; weights are not read.

    Example:
        >>> import networkx as nx
        >>> degree(nx.star_graph(3))
        {0: 3.0, 1: 1.0, 2: 1.0, 3: 1.0}
    """
    return {node: float(sum(1 for other in network[node] if other != node)) for node in network}


def strength(network: Network, weight: str | None = None) -> dict[str, float]:
    """The sum of the weights of a node's edges.

    Barrat, A. et al. 2004. The architecture of complex weighted networks. PNAS 101, 3747–3752. Not
    normalised.

    Example:
        >>> import networkx as nx
        >>> network = nx.Graph()
        >>> network.add_edge("ana", "ben", count=2)
        >>> network.add_edge("ana", "cem", count=1)
        >>> strength(network, weight="count")
        {'ana': 3.0, 'ben': 2.0, 'cem': 1.0}
    """
    return {
        node: float(sum(_weight(edge, weight) for other, edge in network[node].items() if other != node))
        for node in network
    }


def betweenness(network: Network, weight: str | None = None) -> dict[str, float]:
    """The share of the shortest ways between two others that lead through a node: 0 to 1.

    Freeman, L. C. 1977. A set of measures of centrality based on betweenness. Sociometry 40, 35–41;
    computed after Brandes, U. 2001, Journal of Mathematical Sociology 25, 163–177. Divided by the number of
    pairs of other nodes, joined or not, so that pieces lower the values. A weight w is the length 1/w.

    Example:
        >>> import networkx as nx
        >>> betweenness(nx.path_graph(3))
        {0: 0.0, 1: 1.0, 2: 0.0}
    """
    lengths = _with_lengths(network, weight)
    found = nx.betweenness_centrality(lengths, weight=_LENGTH if weight else None)
    return {node: float(value) for node, value in found.items()}


def harmonic_closeness(network: Network, weight: str | None = None) -> dict[str, float]:
    """The mean of 1/distance to all others, 0 for those that cannot be reached: 0 to 1 without weights.

    Marchiori, M. & Latora, V. 2000. Harmony in the small-world. Physica A 285, 539–546; Rochat, Y. 2009.
    Closeness centrality extended to unconnected graphs: the harmonic centrality index. In a directed
    network the distances are those towards the node. A weight w is the length 1/w.

    Example:
        >>> import networkx as nx
        >>> harmonic_closeness(nx.path_graph(3))
        {0: 0.75, 1: 1.0, 2: 0.75}
    """
    others = max(len(network) - 1, 1)
    lengths = _with_lengths(network, weight)
    found = nx.harmonic_centrality(lengths, distance=_LENGTH if weight else None)
    return {node: float(value) / others for node, value in found.items()}


def pagerank(network: Network, weight: str | None = None, damping: float = 0.85) -> dict[str, float]:
    """The share of its time that a walk spends at a node; the values add up to 1.

    The walk follows an edge in proportion to its weight; with probability 1 − `damping`, and always where
    no edge leads on, it goes on from a node taken at random, so it reaches every piece of the network.

    Brin, S. & Page, L. 1998. The anatomy of a large-scale hypertextual Web search engine. Computer Networks
    30, 107–117. Iterated until no value moves by more than 1e-12.

    Raises:
        GraphkitError: `damping` is below 0, or 1 and more, where the walk may never settle.

    Example:
        >>> import networkx as nx
        >>> {node: round(value, 3) for node, value in pagerank(nx.path_graph(3)).items()}
        {0: 0.257, 1: 0.486, 2: 0.257}
    """
    if not 0 <= damping < 1:
        raise GraphkitError(f"The damping is {damping}; give a number from 0 to under 1.")
    size = len(network)
    shares = {node: _outgoing_shares(network, node, weight) for node in network}
    rank = dict.fromkeys(network, 1 / size) if size else {}
    moved = 1.0 if size else 0.0
    while moved > 1e-12:
        stranded = sum(rank[node] for node, out in shares.items() if not out)
        following = dict.fromkeys(network, (1 - damping + damping * stranded) / size)
        for node, out in shares.items():
            for other, share in out.items():
                following[other] += damping * rank[node] * share
        moved = max(abs(following[node] - rank[node]) for node in network)
        rank = following
    return rank


def core_number(network: Network) -> dict[str, float]:
    """The largest k for which a node is in a group whose members are each joined to k others of the group.

    Seidman, S. B. 1983. Network structure and minimum degree. Social Networks 5, 269–287. Weights and
    directions are not read.

    Example:
        >>> import networkx as nx
        >>> network = nx.complete_graph(3)
        >>> network.add_edge(2, 3)
        >>> core_number(network)
        {0: 2.0, 1: 2.0, 2: 2.0, 3: 1.0}
    """
    plain: Network = nx.Graph(network)
    plain.remove_edges_from(list(nx.selfloop_edges(plain)))
    return {node: float(core) for node, core in nx.core_number(plain).items()}


def constraint(network: Network, weight: str | None = None) -> dict[str, float]:
    """How far a node's ties lead back to the same others; low for one who joins groups that else do not meet.

    Burt, R. S. 1992. Structural Holes. Harvard University Press, chapter 2. Nodes without an edge have no
    constraint and are not in the result. A weight is the share of attention that a tie takes.

    Example:
        >>> import networkx as nx
        >>> {node: round(value, 3) for node, value in constraint(nx.path_graph(3)).items()}
        {0: 1.0, 1: 0.5, 2: 1.0}
    """
    shares = {node: _outgoing_shares(network, node, weight) for node in network}
    found = {}
    for node, direct in shares.items():
        invested: defaultdict[str, float] = defaultdict(float, direct)
        for between, share in direct.items():
            for other, onward in shares[between].items():
                invested[other] += share * onward
        if direct:
            found[node] = sum(invested[other] ** 2 for other in direct)
    return found


def represented_by(network: Network) -> dict[str, float]:
    """How many people and agencies represent a node of the representation network.

    Example:
        >>> import networkx as nx
        >>> represented_by(nx.DiGraph([("ana", "ministry"), ("ben", "ministry")]))
        {'ana': 0.0, 'ministry': 2.0, 'ben': 0.0}
    """
    return {node: float(count) for node, count in _directed(network).in_degree()}


def represents(network: Network) -> dict[str, float]:
    """How many agencies and countries a node of the representation network represents.

    Example:
        >>> import networkx as nx
        >>> represents(nx.DiGraph([("ana", "ministry"), ("ben", "ministry")]))
        {'ana': 1.0, 'ministry': 0.0, 'ben': 1.0}
    """
    return {node: float(count) for node, count in _directed(network).out_degree()}


def _directed(network: Network) -> Directed:
    directed: Directed = nx.DiGraph(network)
    return directed


def _weight(edge: dict[str, Any], weight: str | None) -> float:
    return 1.0 if weight is None else float(edge[weight])


def _outgoing_shares(network: Network, node: str, weight: str | None) -> dict[str, float]:
    """What share of a node's weight goes to each neighbour."""
    weights = {other: _weight(edge, weight) for other, edge in network[node].items() if other != node}
    total = sum(weights.values())
    return {other: value / total for other, value in weights.items()}


def _with_lengths(network: Network, weight: str | None) -> Network:
    """The network with 1/weight as the length of each edge.

    Lengths are fractions: two ways of 1/3 + 1/3 + 1/3 and of 1 are equally short, which floats would break
    and with it the count of shortest ways.
    """
    if weight is None:
        return network
    lengths: Network = network.__class__()
    lengths.add_nodes_from(network)
    for source, target, edge in network.edges(data=True):
        lengths.add_edge(source, target, **{_LENGTH: 1 / Fraction(edge[weight]).limit_denominator(10**6)})
    return lengths
