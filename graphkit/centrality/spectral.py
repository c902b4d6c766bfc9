"""Measures that feed back on themselves: eigenvector centrality, hubs and authorities, PageRank.

Eigenvectors are worked out for each connected piece by itself, where they are unique (Perron–Frobenius), and
then compared: iterating from equal values, as the definitions do, only the pieces with the largest eigenvalue
keep theirs, each in proportion to what it holds of the equal values. So the result depends neither on a
number of iterations nor on how pieces of equal strength happen to be mixed.
"""

from __future__ import annotations

from typing import Final

import numpy as np
from scipy import sparse
from scipy.sparse import csgraph
from scipy.sparse import linalg as sparse_linalg

from graphkit.centrality.matrices import Indices, Matrix, Values
from graphkit.centrality.through_forums import NewmanTies

_LARGEST_DENSE: Final = 32
_SETTLED: Final = 1e-12
_AS_STRONG: Final = 1 - 1e-10
"""Leading eigenvalues that differ by less than this share are equal but for rounding."""


def eigenvector(matrix: Matrix) -> Values:
    """The leading eigenvector of a symmetric matrix, of length 1; Bonacich 1972."""
    found = np.zeros(matrix.shape[0])
    for nodes, vector in _strongest_pieces(matrix):
        found[nodes] = vector * vector.sum()
    length = float(np.linalg.norm(found))
    return found / length if length else found


def hubs_and_authorities(matrix: Matrix) -> tuple[Values, Values]:
    """The leading left and right singular vectors of a matrix, each adding up to 1; Kleinberg 1999."""
    size = matrix.shape[0]
    hubs = np.zeros(size)
    if matrix.nnz:
        # Its leading eigenvectors hold the hubs in the first half and the authorities in the second.
        doubled = sparse.block_array([[None, matrix], [matrix.T, None]], format="csr")
        for nodes, vector in _strongest_pieces(doubled):
            of_hubs = vector[nodes < size]
            hubs[nodes[nodes < size]] = of_hubs * of_hubs.sum() / (of_hubs @ of_hubs)
    return _as_shares(hubs), _as_shares(matrix.T @ hubs)


def pagerank_directed(matrix: Matrix, damping: float) -> Values:
    """Where a walk along the weights of a directed network spends its time.

    It jumps at random with probability 1 − damping, and always where no edge leads on.
    """
    size = matrix.shape[0]
    if not size:
        return np.zeros(0)
    strength = matrix.sum(axis=1)
    stranded = strength == 0
    shares = np.divide(1, strength, out=np.zeros(size), where=~stranded)
    onward = sparse.csr_array(matrix.T)
    rank = np.full(size, 1 / size)
    while True:
        jumping = (1 - damping + damping * rank[stranded].sum()) / size
        following = jumping + damping * (onward @ (rank * shares))
        if np.abs(following - rank).max() <= _SETTLED:
            found: Values = following
            return found
        rank = following


def pagerank(weights: Matrix | NewmanTies, strength: Values, damping: float) -> Values:
    """Where a walk along symmetric weights spends its time, jumping at random with probability 1 − damping.

    Divided by the roots of both its ends' strengths, the walk's equations are symmetric and positive definite:
    conjugate gradients solve them in a third of the steps in which the walk settles.

    Args:
        weights: the matrix, or what multiplies as it does.
        strength: its row sums.
        damping: from 0 to under 1.
    """
    if not len(strength):
        return np.zeros(0)
    root = np.sqrt(np.where(strength > 0, strength, 1))

    def jumped(values: Values) -> Values:
        staying: Values = values - damping * (weights @ (values / root)) / root
        return staying

    equations = sparse_linalg.LinearOperator(weights.shape, matvec=jumped, dtype=float)
    values, _ = sparse_linalg.cg(equations, 1 / root, rtol=_SETTLED, atol=0)
    return _as_shares(values * root)


def _strongest_pieces(matrix: Matrix) -> list[tuple[Indices, Values]]:
    """The connected pieces of a symmetric matrix with the largest eigenvalue, each with its leading eigenvector."""
    if not matrix.nnz:
        return []
    number, piece_of = csgraph.connected_components(matrix, directed=False)
    bounds = np.zeros(number)  # no eigenvalue is above the largest row sum
    np.maximum.at(bounds, piece_of, np.asarray(matrix.sum(axis=1)).reshape(-1))
    best, found = 0.0, []
    for piece in np.argsort(-bounds, kind="stable"):
        if bounds[piece] < best * _AS_STRONG:
            break
        nodes = np.flatnonzero(piece_of == piece)
        value, vector = _leading_eigenvector(matrix[nodes][:, nodes])
        best = max(best, value)
        found.append((value, nodes, vector))
    return [(nodes, vector) for value, nodes, vector in found if value >= best * _AS_STRONG]


def _leading_eigenvector(part: Matrix) -> tuple[float, Values]:
    if part.shape[0] <= _LARGEST_DENSE:
        values, vectors = np.linalg.eigh(part.toarray())
    else:
        values, vectors = sparse_linalg.eigsh(part, k=1, which="LA", v0=np.ones(part.shape[0]))
    return float(values[-1]), np.abs(vectors[:, -1])


def _as_shares(values: Values) -> Values:
    total = float(values.sum())
    return values / total if total else values
