"""Each measure of the catalogue on the matrices of its network: which weights it reads, how it is normalised."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from graphkit.centrality import neighbourhood, spectral, structure, two_mode
from graphkit.centrality.matrices import Indices, Matrix, Values, off_diagonal
from graphkit.centrality.measures import DAMPING
from graphkit.centrality.ties import Ties


def degree(ties: Ties) -> Values:
    """How many ties begin at a node."""
    return neighbourhood.strength(ties.plain)


def represented_by(ties: Ties) -> Values:
    """How many ties end at a node."""
    return np.bincount(ties.plain.indices, minlength=len(ties)).astype(float)


def strength(ties: Ties) -> Values:
    """The sum of the counts of a node's ties."""
    return neighbourhood.strength(ties.count)


def newman_strength(ties: Ties) -> Values:
    """The sum of Newman's weights of a node's ties."""
    assert ties.newman is not None, "only a network by shared forums has this measure"
    return ties.newman.strength()


def eigenvector(ties: Ties) -> Values:
    """The leading eigenvector."""
    return spectral.eigenvector(ties.strengths)


def pagerank(ties: Ties) -> Values:
    """Where a walk spends its time."""
    if ties.directed:
        return spectral.pagerank_directed(ties.count, DAMPING)
    if ties.newman is None:
        return spectral.pagerank(ties.count, neighbourhood.strength(ties.count), DAMPING)
    return spectral.pagerank(ties.newman, ties.newman.strength(), DAMPING)


def core_number(ties: Ties) -> Values:
    """The last core that a node stays in."""
    return neighbourhood.core_number(ties.undirected)


def betweenness(ties: Ties) -> Values:
    """As a share of the pairs of others."""
    return ties.ways.betweenness


def harmonic_closeness(ties: Ties) -> Values:
    """The mean of 1/distance."""
    return ties.ways.harmonic_closeness


def constraint(ties: Ties) -> Values:
    """Burt's constraint."""
    return neighbourhood.constraint(ties.strengths)


def effective_size(ties: Ties) -> Values:
    """Burt's effective size."""
    return neighbourhood.effective_size(ties.undirected)


def brokerage_role(role: str) -> Callable[[Ties], Values]:
    """The measure that counts the pairs which a node joins in one of the roles between countries."""

    def counted(ties: Ties) -> Values:
        return ties.brokerage[role]

    return counted


def cut_point(ties: Ties) -> Values:
    """Into how many more pieces the network falls."""
    return ties.cuts[0]


def component(ties: Ties) -> Values:
    """The number of the piece."""
    return structure.components(ties.plain).astype(float)


def community(ties: Ties) -> Values:
    """The number of the community."""
    return ties.communities.astype(float)


def share_of_other_side(ties: Ties) -> Values:
    """Degree in a two-mode network."""
    return two_mode.share_of_other_side(ties.plain, _sides(ties))


def two_mode_betweenness(ties: Ties) -> Values:
    """As a share of the most that a node of its side can have."""
    return ties.ways.between / two_mode.most_between(_sides(ties))


def two_mode_harmonic_closeness(ties: Ties) -> Values:
    """As a share of the most that a node of its side can have."""
    return ties.ways.reciprocals / two_mode.most_near(_sides(ties))


def two_mode_eigenvector(ties: Ties) -> Values:
    """Participants as hubs, forums as authorities: each side adds up to 1."""
    towards_forums = _rows_of(ties.count, _sides(ties) == 0)
    hubs, authorities = spectral.hubs_and_authorities(towards_forums)
    return hubs + authorities


def hub(ties: Ties) -> Values:
    """Kleinberg's hubs."""
    return ties.hubs_and_authorities[0]


def authority(ties: Ties) -> Values:
    """Kleinberg's authorities."""
    return ties.hubs_and_authorities[1]


def _sides(ties: Ties) -> Indices:
    assert ties.side is not None, "only a two-mode network has this measure"
    return ties.side


def _rows_of(matrix: Matrix, kept: Values) -> Matrix:
    return off_diagonal(matrix.multiply(kept.astype(float)[:, np.newaxis]))
