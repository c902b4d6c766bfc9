"""What a node's own ties say: strength, cores, structural holes, brokerage between groups."""

from __future__ import annotations

from typing import Final

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from graphkit.centrality.matrices import NO_GROUP, Indices, Matrix, Values, plain, row_of_each_tie

ROLES: Final = ("coordinator", "consultant", "gatekeeper", "liaison")
"""Gould & Fernandez 1989; without directions the gatekeeper and the representative are one role."""

_ROWS_AT_ONCE: Final = 500


def strength(matrix: Matrix) -> Values:
    """The sum of the weights of the ties that begin at a node."""
    found: Values = np.asarray(matrix.sum(axis=1), dtype=float).reshape(-1)
    return found


def core_number(matrix: Matrix) -> Values:
    """The last core of a symmetric matrix that a node stays in, by peeling off whole layers at once."""
    left = np.diff(matrix.indptr).astype(np.int64)
    cores = np.zeros(len(left))
    staying = np.arange(len(left))
    core = 0
    while len(staying):
        ties_left = left[staying]
        core = max(core, int(ties_left.min()))
        going = staying[ties_left <= core]
        staying = staying[ties_left > core]
        cores[going] = core
        left -= np.bincount(_joined_to(going, matrix), minlength=len(left))
    return cores


def _joined_to(nodes: Indices, matrix: Matrix) -> Indices:
    """The other ends of the ties of some nodes, one after the other."""
    starts = matrix.indptr[nodes]
    lengths = matrix.indptr[nodes + 1] - starts
    before = np.cumsum(lengths) - lengths
    found: Indices = matrix.indices[np.arange(lengths.sum()) + np.repeat(starts - before, lengths)]
    return found


def constraint(matrix: Matrix) -> Values:
    """Burt's constraint (1992, chapter 2) in a symmetric matrix; nan for nodes without a tie."""
    total = strength(matrix)
    shares = np.divide(1, total, out=np.zeros_like(total), where=total > 0)
    invested = _rows_scaled(matrix + _through_others(matrix, shares), shares)
    found = np.bincount(row_of_each_tie(invested), invested.data**2, minlength=matrix.shape[0])
    return np.where(np.diff(matrix.indptr) > 0, found, np.nan)


def effective_size(matrix: Matrix) -> Values:
    """Burt's effective size (1992, chapter 2): ties less what they repeat; nan for nodes without a tie.

    In a symmetric matrix. Where all ties weigh the same, what they repeat is the mean number of ties among those
    whom a node is tied to (Borgatti 1997): twice its triangles over its ties.
    """
    ties = np.diff(matrix.indptr)
    if not matrix.nnz or np.ptp(matrix.data) == 0:
        repeated = 2 * triangles(matrix) / np.maximum(ties, 1)
    else:
        strongest, total = matrix.max(axis=1).toarray().reshape(-1), strength(matrix)
        through = _through_others(matrix, np.ones(len(ties)))
        marginal = np.divide(1, strongest, out=np.zeros_like(strongest), where=strongest > 0)
        repeated = through @ marginal / np.where(total > 0, total, 1)
    return np.where(ties > 0, ties - repeated, np.nan)


def triangles(matrix: Matrix) -> Values:
    """In how many triangles of a symmetric matrix a node is.

    Each tie is followed from its end with fewer ties to that with more, so that nobody is followed to many, and
    each triangle is found once: from its first node to its last, through the one in between.
    """
    degrees = np.diff(matrix.indptr)
    place = np.empty(len(degrees), dtype=np.int64)
    place[np.argsort(degrees, kind="stable")] = np.arange(len(degrees))
    upwards = _some(matrix, place[row_of_each_tie(matrix)] < place[matrix.indices])
    from_first = _along_ties(upwards, upwards, upwards)
    from_between = _along_ties(sparse.csr_array(upwards.T), upwards, upwards)
    return strength(from_first) + strength(from_between) + strength(sparse.csr_array(from_first.T))


def brokerage(matrix: Matrix, groups: Indices) -> dict[str, Values]:
    """In each role, the pairs that a node joins and that are not joined themselves; nan for who has no group.

    Pairs in which one has no group are not counted.
    """
    counted = (groups != NO_GROUP).astype(float)
    ties = plain(_without_zeros(_rows_scaled(matrix, counted) * counted))
    within = _without_zeros(_where_same(ties, groups))
    across = _without_zeros(ties - within)
    own, others = strength(within), strength(across)
    same_group = _pairs_of_one_group(across, groups)
    closed = {
        "coordinator": strength(_along_ties(within, within, within)) / 2,
        "consultant": strength(_along_ties(across, within, across)) / 2,
        "gatekeeper": strength(_along_ties(within, across, across)),
        "liaison": strength(_along_ties(across, across, across)) / 2,
    }
    pairs = {
        "coordinator": own * (own - 1) / 2,
        "consultant": same_group,
        "gatekeeper": own * others,
        "liaison": others * (others - 1) / 2 - same_group,
    }
    return {role: np.where(groups == NO_GROUP, np.nan, pairs[role] - closed[role] + 0.0) for role in ROLES}


def _rows_scaled(matrix: Matrix, factors: Values) -> Matrix:
    scaled = np.repeat(factors, np.diff(matrix.indptr)) * matrix.data
    return sparse.csr_array((scaled, matrix.indices, matrix.indptr), shape=matrix.shape)


def _along_ties(first: Matrix, second: Matrix, ties: Matrix) -> Matrix:
    """The product of two matrices where there is a tie; some rows at once, as the whole can be far larger."""
    if not ties.shape[0]:
        return ties
    held = plain(ties)
    parts = [
        (first[row : row + _ROWS_AT_ONCE] @ second).multiply(held[row : row + _ROWS_AT_ONCE])
        for row in range(0, ties.shape[0], _ROWS_AT_ONCE)
    ]
    return sparse.csr_array(sparse.vstack(parts, format="csr"))


def _through_others(matrix: Matrix, factors: Values) -> Matrix:
    """For each tie of a symmetric matrix the sum over third nodes of both their weights and the third's factor.

    It is the same from either end, so each block of rows is worked out from its own first node on.
    """
    if not matrix.nnz:
        return matrix
    scaled, upper = _rows_scaled(matrix, factors), _some(matrix, row_of_each_tie(matrix) < matrix.indices)
    parts = []
    for row in range(0, matrix.shape[0], _ROWS_AT_ONCE):
        found = (matrix[row : row + _ROWS_AT_ONCE] @ scaled[:, row:]).multiply(upper[row : row + _ROWS_AT_ONCE, row:])
        found = found.tocsr()
        parts.append(sparse.csr_array((found.data, found.indices + row, found.indptr), (found.shape[0], len(factors))))
    half = sparse.csr_array(sparse.vstack(parts, format="csr"))
    return half + half.T


def _some(matrix: Matrix, kept: NDArray[np.bool_]) -> Matrix:
    """A matrix with the entries that are kept, each 1."""
    ends = np.concatenate(([0], np.cumsum(np.bincount(row_of_each_tie(matrix)[kept], minlength=matrix.shape[0]))))
    return sparse.csr_array((np.ones(int(ends[-1])), matrix.indices[kept], ends), shape=matrix.shape)


def _where_same(ties: Matrix, groups: Indices) -> Matrix:
    same = groups[row_of_each_tie(ties)] == groups[ties.indices]
    return sparse.csr_array((same.astype(float), ties.indices, ties.indptr), shape=ties.shape)


def _without_zeros(matrix: Matrix) -> Matrix:
    cleaned = sparse.csr_array(matrix, copy=True)
    cleaned.eliminate_zeros()
    return cleaned


def _pairs_of_one_group(ties: Matrix, groups: Indices) -> Values:
    """For each node, how many pairs of those it is tied to are of one group."""
    size = ties.shape[0]
    members = np.flatnonzero(groups != NO_GROUP)
    columns = int(groups.max(initial=0)) + 1
    membership = sparse.csr_array((np.ones(len(members)), (members, groups[members])), shape=(size, columns))
    numbers = sparse.csr_array(ties @ membership)
    numbers.data *= (numbers.data - 1) / 2
    return strength(numbers)
