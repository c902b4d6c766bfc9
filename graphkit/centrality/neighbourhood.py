"""What a node's own ties say: strength, cores, structural holes, brokerage between groups."""

from __future__ import annotations

from typing import Final

import numpy as np
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
    """Burt's constraint (1992, chapter 2); nan for nodes without a tie."""
    shares = _shares(matrix)
    invested = shares + _along_ties(shares, shares, matrix)
    found = np.bincount(row_of_each_tie(invested), invested.data**2, minlength=matrix.shape[0])
    return np.where(np.diff(matrix.indptr) > 0, found, np.nan)


def effective_size(matrix: Matrix) -> Values:
    """Burt's effective size (1992, chapter 2): ties less what they repeat; nan for nodes without a tie."""
    strongest = matrix.max(axis=1).toarray().reshape(-1) if matrix.nnz else np.ones(matrix.shape[0])
    marginal = _rows_scaled(matrix, 1 / np.where(strongest > 0, strongest, 1))
    repeated = strength(_along_ties(_shares(matrix), sparse.csr_array(marginal.T), matrix))
    ties = np.diff(matrix.indptr)
    return np.where(ties > 0, ties - repeated, np.nan)


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


def _shares(matrix: Matrix) -> Matrix:
    """What share of a node's weight goes to each other."""
    total = strength(matrix)
    return _rows_scaled(matrix, np.divide(1, total, out=np.zeros_like(total), where=total > 0))


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
