"""The measures on a network of one kind of entity: plain functions from a networkx graph to {node: value}.

A weight is a strength: the higher, the closer. Measures that follow paths need lengths instead and read a
weight w as the length 1/w (Newman 2001; Opsahl, Agneessens & Skvoretz 2010, Social Networks 32, 245–251).
With `weight=None` every edge counts the same. All functions take graphs in several pieces, with one node
and with none; parallel edges count as one, their weights added up; an edge of a node to itself does not
count. `pandas.Series` makes a column of any of the results, `graphkit.centrality.frames` a table.
"""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from fractions import Fraction
from typing import Any, Final

import networkx as nx
import numpy as np

from graphkit.centrality import neighbourhood, paths, spectral, structure
from graphkit.centrality.matrices import Matrix, Network, both_ways, by_node, group_indices, matrix_of, off_diagonal
from graphkit.errors import GraphkitError

DAMPING: Final = 0.85
DEFAULT_SEED: Final = 0

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
    return by_node(network, neighbourhood.strength(matrix_of(network)))


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
    return by_node(network, neighbourhood.strength(matrix_of(network, weight)))


def betweenness(network: Network, weight: str | None = None, seed: int = DEFAULT_SEED) -> dict[str, float]:
    """The share of the shortest ways between two others that lead through a node: 0 to 1.

    Freeman, L. C. 1977. A set of measures of centrality based on betweenness. Sociometry 40, 35–41;
    computed after Brandes, U. 2001, Journal of Mathematical Sociology 25, 163–177. Divided by the number of
    pairs of other nodes, joined or not, so that pieces lower the values. A weight w is the length 1/w.
    In very large networks without weights it is estimated from a sample; see `graphkit.centrality.paths`.

    Example:
        >>> import networkx as nx
        >>> betweenness(nx.path_graph(3))
        {0: 0.0, 1: 1.0, 2: 0.0}
    """
    if weight:
        return dict(nx.betweenness_centrality(_with_lengths(network, weight), weight=_LENGTH))
    return by_node(network, paths.follow_ways(matrix_of(network), network.is_directed(), seed).betweenness)


def harmonic_closeness(network: Network, weight: str | None = None, seed: int = DEFAULT_SEED) -> dict[str, float]:
    """The mean of 1/distance to all others, 0 for those that cannot be reached: 0 to 1 without weights.

    Marchiori, M. & Latora, V. 2000. Harmony in the small-world. Physica A 285, 539–546; Rochat, Y. 2009.
    Closeness centrality extended to unconnected graphs: the harmonic centrality index. In a directed
    network the distances are those towards the node. A weight w is the length 1/w.

    Example:
        >>> import networkx as nx
        >>> harmonic_closeness(nx.path_graph(3))
        {0: 0.75, 1: 1.0, 2: 0.75}
    """
    if weight:
        near = nx.harmonic_centrality(_with_lengths(network, weight), distance=_LENGTH)
        return {node: float(value) / max(len(network) - 1, 1) for node, value in near.items()}
    return by_node(network, paths.follow_ways(matrix_of(network), network.is_directed(), seed).harmonic_closeness)


def eigenvector(network: Network, weight: str | None = None) -> dict[str, float]:
    """Joined to those who are much joined: a node's value is in proportion to the sum of its neighbours' values.

    Bonacich, P. 1972. Factoring and weighting approaches to status scores and clique identification. Journal
    of Mathematical Sociology 2, 113–120. The values' squares add up to 1. Of several pieces only the one with
    the largest eigenvalue has values above 0. Directions are not read.

    Example:
        >>> import networkx as nx
        >>> {node: round(value, 3) for node, value in eigenvector(nx.path_graph(3)).items()}
        {0: 0.5, 1: 0.707, 2: 0.5}
    """
    return by_node(network, spectral.eigenvector(_undirected(network, weight)))


def hubs(network: Network, weight: str | None = None) -> dict[str, float]:
    """Who points to those that many point to; the values add up to 1.

    Kleinberg, J. M. 1999. Authoritative sources in a hyperlinked environment. Journal of the ACM 46,
    604–632. Of several pieces only the strongest has values above 0.

    Example:
        >>> import networkx as nx
        >>> hubs(nx.DiGraph([("ana", "ministry"), ("ben", "ministry")]))
        {'ana': 0.5, 'ministry': 0.0, 'ben': 0.5}
    """
    return by_node(network, spectral.hubs_and_authorities(matrix_of(network, weight))[0])


def authorities(network: Network, weight: str | None = None) -> dict[str, float]:
    """Who is pointed to by those that point to many; the values add up to 1. See `hubs`.

    Example:
        >>> import networkx as nx
        >>> authorities(nx.DiGraph([("ana", "ministry"), ("ben", "ministry")]))
        {'ana': 0.0, 'ministry': 1.0, 'ben': 0.0}
    """
    return by_node(network, spectral.hubs_and_authorities(matrix_of(network, weight))[1])


def pagerank(network: Network, weight: str | None = None, damping: float = DAMPING) -> dict[str, float]:
    """The share of its time that a walk spends at a node; the values add up to 1.

    The walk follows an edge in proportion to its weight; with probability 1 − `damping`, and always where
    no edge leads on, it goes on from a node taken at random, so it reaches every piece of the network.

    Brin, S. & Page, L. 1998. The anatomy of a large-scale hypertextual Web search engine. Computer Networks
    30, 107–117. Worked out to 1e-12.

    Raises:
        GraphkitError: `damping` is below 0, or 1 and more, where the walk may never settle.

    Example:
        >>> import networkx as nx
        >>> {node: round(value, 3) for node, value in pagerank(nx.path_graph(3)).items()}
        {0: 0.257, 1: 0.486, 2: 0.257}
    """
    if not 0 <= damping < 1:
        raise GraphkitError(f"The damping is {damping}; give a number from 0 to under 1.")
    matrix = matrix_of(network, weight)
    if network.is_directed():
        return by_node(network, spectral.pagerank_directed(matrix, damping))
    return by_node(network, spectral.pagerank(matrix, neighbourhood.strength(matrix), damping))


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
    return by_node(network, neighbourhood.core_number(both_ways(matrix_of(network))))


def constraint(network: Network, weight: str | None = None) -> dict[str, float]:
    """How far a node's ties lead back to the same others; low for one who joins groups that else do not meet.

    Burt, R. S. 1992. Structural Holes. Harvard University Press, chapter 2. Nodes without an edge have no
    constraint and are not in the result. A weight is the share of attention that a tie takes; the two directions of a
    directed network are added up.

    Example:
        >>> import networkx as nx
        >>> {node: round(value, 3) for node, value in constraint(nx.path_graph(3)).items()}
        {0: 1.0, 1: 0.5, 2: 1.0}
    """
    return by_node(network, neighbourhood.constraint(_undirected(network, weight)))


def effective_size(network: Network, weight: str | None = None) -> dict[str, float]:
    """How many of a node's ties lead to somebody whom its other ties do not lead to.

    Burt, R. S. 1992. Structural Holes. Harvard University Press, chapter 2; without weights it is the number
    of ties less the mean number of ties among the others (Borgatti, S. P. 1997. Structural holes: unpacking
    Burt's redundancy measures. Connections 20, 35–38). Nodes without an edge are not in the result; the two directions
    of a directed network are added up.

    Example:
        >>> import networkx as nx
        >>> effective_size(nx.complete_graph(3)), effective_size(nx.path_graph(3))[1]
        ({0: 1.0, 1: 1.0, 2: 1.0}, 2.0)
    """
    return by_node(network, neighbourhood.effective_size(_undirected(network, weight)))


def brokerage(network: Network, groups: Mapping[Any, Hashable | None]) -> dict[str, dict[str, float]]:
    """How many pairs that are not joined themselves a node joins, in each of the roles between groups.

    A broker b joins a and c. All three of one group: coordinator. a and c of one, b of another: consultant.
    b and one of them of one: gatekeeper (without directions the same as representative). Three groups:
    liaison. Gould, R. V. & Fernandez, R. M. 1989. Structures of mediation. Sociological Methodology 19,
    89–126. Directions and weights are not read. Nodes without a group are neither brokers nor brokered.

    Args:
        network: the network.
        groups: node → its group; a node that is missing or None has none.

    Returns:
        role → node → number of pairs.

    Example:
        >>> import networkx as nx
        >>> found = brokerage(nx.path_graph(3), {0: "Aland", 1: "Aland", 2: "Bland"})
        >>> {role: values[1] for role, values in found.items()}
        {'coordinator': 0.0, 'consultant': 0.0, 'gatekeeper': 1.0, 'liaison': 0.0}
    """
    group_of = group_indices(groups.get(node) for node in network)
    found = neighbourhood.brokerage(both_ways(matrix_of(network)), group_of)
    return {role: by_node(network, values) for role, values in found.items()}


def cut_points(network: Network) -> dict[str, float]:
    """Into how many more pieces the network falls without a node; 0 for who is no articulation point.

    Hopcroft, J. & Tarjan, R. 1973. Efficient algorithms for graph manipulation. Communications of the ACM 16,
    372–378. Directions are not read.

    Example:
        >>> import networkx as nx
        >>> cut_points(nx.star_graph(3))
        {0: 2.0, 1: 0.0, 2: 0.0, 3: 0.0}
    """
    return by_node(network, structure.find_cuts(both_ways(matrix_of(network)))[0])


def bridges(network: Network) -> list[tuple[str, str]]:
    """The edges without which the network falls into one more piece; directions are not read.

    Example:
        >>> import networkx as nx
        >>> bridges(nx.Graph([("ana", "ben"), ("ben", "cem"), ("cem", "ana"), ("cem", "dia")]))
        [('cem', 'dia')]
    """
    nodes = list(network)
    return [(nodes[left], nodes[right]) for left, right in structure.find_cuts(both_ways(matrix_of(network)))[1]]


def components(network: Network) -> dict[str, int]:
    """The piece that a node is in, directions aside: 1 is the largest.

    Example:
        >>> import networkx as nx
        >>> components(nx.Graph([("ana", "ben"), ("cem", "dia"), ("dia", "eli")]))
        {'ana': 2, 'ben': 2, 'cem': 1, 'dia': 1, 'eli': 1}
    """
    return dict(zip(network, structure.components(matrix_of(network)).tolist(), strict=True))


def communities(network: Network, weight: str | None = None, seed: int = DEFAULT_SEED) -> dict[str, int]:
    """Groups that are joined more among themselves than by chance: numbers, 1 is the largest.

    Traag, V. A., Waltman, L. & van Eck, N. J. 2019. From Louvain to Leiden: guaranteeing well-connected
    communities. Scientific Reports 9, 5233; for modularity at resolution 1. The same network and seed give the
    same groups. Directions are not read; a node without an edge is a group by itself.

    Example:
        >>> import networkx as nx
        >>> communities(nx.disjoint_union(nx.complete_graph(3), nx.complete_graph(2)))
        {0: 1, 1: 1, 2: 1, 3: 2, 4: 2}
    """
    return dict(zip(network, structure.communities(_undirected(network, weight), seed).tolist(), strict=True))


def modularity(network: Network, groups: Mapping[Any, Hashable], weight: str | None = None) -> float:
    """How much more of the weight lies within groups than if ties were made at random: −1/2 to 1.

    Newman, M. E. J. 2004. Analysis of weighted networks. Physical Review E 70, 056131. Directions are not
    read; 0 for a network without edges.

    Example:
        >>> import networkx as nx
        >>> network = nx.disjoint_union(nx.complete_graph(3), nx.complete_graph(3))
        >>> modularity(network, communities(network))
        0.5
    """
    return structure.modularity(_undirected(network, weight), group_indices(groups[node] for node in network))


def density(network: Network) -> float:
    """What share of the pairs of nodes is joined: 0 to 1.

    Example:
        >>> import networkx as nx
        >>> density(nx.path_graph(3)) == 2 / 3
        True
    """
    return structure.density(matrix_of(network))


def assortativity(network: Network, groups: Mapping[Any, Hashable | None]) -> float | None:
    """How far nodes are joined to their own group: 1 only to it, 0 as by chance, below 0 rather to others.

    Newman, M. E. J. 2003. Mixing patterns in networks. Physical Review E 67, 026126. None where there is no
    edge between nodes with a group, or one group only. Weights are not read.

    Example:
        >>> import networkx as nx
        >>> assortativity(nx.path_graph(4), {0: "Aland", 1: "Aland", 2: "Bland", 3: "Bland"})
        0.33333333333333326
    """
    return structure.assortativity(matrix_of(network), group_indices(groups.get(node) for node in network))


def represented_by(network: Network) -> dict[str, float]:
    """How many people and agencies represent a node of the representation network.

    Example:
        >>> import networkx as nx
        >>> represented_by(nx.DiGraph([("ana", "ministry"), ("ben", "ministry")]))
        {'ana': 0.0, 'ministry': 2.0, 'ben': 0.0}
    """
    return by_node(network, np.asarray(matrix_of(network).sum(axis=0)).reshape(-1))


def represents(network: Network) -> dict[str, float]:
    """How many agencies and countries a node of the representation network represents.

    Example:
        >>> import networkx as nx
        >>> represents(nx.DiGraph([("ana", "ministry"), ("ben", "ministry")]))
        {'ana': 1.0, 'ministry': 0.0, 'ben': 1.0}
    """
    return by_node(network, neighbourhood.strength(matrix_of(network)))


def _undirected(network: Network, weight: str | None) -> Matrix:
    """The matrix of a network, the weights of both directions added up where it is directed."""
    matrix = matrix_of(network, weight)
    return off_diagonal(matrix + matrix.T) if network.is_directed() else matrix


def _with_lengths(network: Network, weight: str) -> Network:
    """The network with 1/weight as the length of each edge.

    Lengths are fractions: two ways of 1/3 + 1/3 + 1/3 and of 1 are equally short, which floats would break
    and with it the count of shortest ways.
    """
    matrix = matrix_of(network, weight).tocoo()
    nodes = list(network)
    lengths: Network = nx.DiGraph() if network.is_directed() else nx.Graph()
    lengths.add_nodes_from(nodes)
    for source, target, tie in zip(matrix.row.tolist(), matrix.col.tolist(), matrix.data.tolist(), strict=True):
        lengths.add_edge(nodes[source], nodes[target], **{_LENGTH: 1 / Fraction(tie).limit_denominator(10**6)})
    return lengths
