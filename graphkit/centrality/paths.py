"""Shortest ways from all nodes, or from a sample of them: betweenness and harmonic closeness in one pass.

Brandes' algorithm (2001, Journal of Mathematical Sociology 25, 163–177), many starting points at once as the
columns of a dense block, so that each step along the ways is one sparse product. Nodes that are joined to
exactly the same others (twins) lie and reach alike, so one of them starts for all. Where the network is too
large for every start, a seeded sample of starting points stands for all, and the standard error of the
estimate is given (Brandes & Pich 2007, International Journal of Bifurcation and Chaos 17, 2303–2318).
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from graphkit.centrality.matrices import Indices, Matrix, Values

MOST_STEPS: Final = 6_000_000_000
"""Starting points × (ties + nodes · 30) up to which every node is a starting point: about a minute."""

SAMPLED_STARTS: Final = 512
_BLOCK_CELLS: Final = 400_000
_MOST_COLUMNS: Final = 128


@dataclass(frozen=True)
class Ways:
    """What the shortest ways between all pairs add up to, for each node.

    Attributes:
        between: over ordered pairs of others, the share of the shortest ways that lead through the node.
        reciprocals: the sum of 1/distance from all others to the node.
        starts: from how many nodes the ways were followed; fewer than there are nodes in an estimate.
        between_error: standard error of `between`; 0 where it is exact.
        reciprocals_error: likewise of `reciprocals`.
    """

    between: Values
    reciprocals: Values
    starts: int
    between_error: Values
    reciprocals_error: Values

    @property
    def sampled(self) -> bool:
        """Whether the sums are estimates."""
        return self.starts < len(self.between)


def follow_ways(matrix: Matrix, directed: bool, seed: int = 0, most_steps: int = MOST_STEPS) -> Ways:
    """Follow the shortest ways, counted in ties, of a network.

    Args:
        matrix: the network; weights are not read.
        directed: whether it is not symmetric.
        seed: of the sample of starting points, where one is needed.
        most_steps: above this much work a sample is taken.
    """
    size = matrix.shape[0]
    if size * (matrix.nnz + 30 * size) > most_steps and size > SAMPLED_STARTS:
        starts = np.sort(np.random.default_rng(seed).choice(size, SAMPLED_STARTS, replace=False))
        return _estimated(matrix, starts)
    classes = np.arange(size) if directed else _twins(matrix)
    alike = np.bincount(classes, minlength=1)
    starts = np.unique(classes, return_index=True)[1]
    sums = _sums(matrix, starts, alike[: len(starts)].astype(float))
    between, reciprocals = ((np.bincount(classes, one) / np.maximum(alike, 1))[classes] for one in sums[:2])
    return Ways(between, reciprocals, size, np.zeros(size), np.zeros(size))


def _estimated(matrix: Matrix, starts: Indices) -> Ways:
    size, drawn = matrix.shape[0], len(starts)
    between, reciprocals, between_squares, reciprocals_squares = _sums(matrix, starts, np.ones(drawn))
    scale = size / drawn
    unseen = np.sqrt(1 - drawn / size)  # a sample without replacement that is everybody has no error

    def error(total: Values, squares: Values) -> Values:
        variance = np.maximum(squares - total**2 / drawn, 0) / (drawn - 1)
        found: Values = scale * np.sqrt(variance * drawn) * unseen
        return found

    return Ways(
        between * scale,
        reciprocals * scale,
        drawn,
        error(between, between_squares),
        error(reciprocals, reciprocals_squares),
    )


def _sums(matrix: Matrix, starts: Indices, weights: Values) -> tuple[Values, Values, Values, Values]:
    """Betweenness and reciprocal distances from the starts, weighted, and the sums of their squares."""
    size = matrix.shape[0]
    totals = np.zeros((4, size))
    onward = sparse.csr_array(matrix.T)
    columns = int(np.clip(_BLOCK_CELLS // max(size, 1), 8, _MOST_COLUMNS))
    for first in range(0, len(starts), columns):
        block, weight = starts[first : first + columns], weights[first : first + columns]
        levels = _levels(onward, block)
        depends = _dependencies(matrix, levels)
        totals[0] += depends @ weight
        totals[2] += np.einsum("ij,ij,j->i", depends, depends, weight)
        for steps, level in enumerate(levels[1:], start=1):
            reached = (level > 0) @ weight
            totals[1] += reached / steps
            totals[3] += reached / steps**2
    return totals[0], totals[1], totals[2], totals[3]


def _levels(onward: Matrix, starts: Indices) -> list[NDArray[np.float64]]:
    """For each number of steps: how many shortest ways of that length lead from a start (column) to a node."""
    counts = np.zeros((onward.shape[0], len(starts)))
    counts[starts, np.arange(len(starts))] = 1
    reached = counts > 0
    levels = [counts]
    while True:
        counts = onward @ counts
        counts[reached] = 0
        found = counts > 0
        if not found.any():
            return levels
        reached |= found
        levels.append(counts)


def _dependencies(matrix: Matrix, levels: list[NDArray[np.float64]]) -> NDArray[np.float64]:
    """How much each start (column) depends on each node to reach the others."""
    depends = np.zeros_like(levels[0])
    for steps in range(len(levels) - 1, 1, -1):
        counts = levels[steps]
        passed_on = np.divide(1 + depends, counts, out=np.zeros_like(counts), where=counts > 0)
        depends += levels[steps - 1] * (matrix @ passed_on)
    return depends


def _twins(matrix: Matrix) -> Indices:
    """A number for each node, the same for those that are joined to the same others, among themselves or not."""
    classes: dict[tuple[bool, bytes], int] = {}
    size = matrix.shape[0]
    around = sparse.csr_array(matrix + sparse.eye_array(size, format="csr")) if size else matrix
    around.sort_indices()
    closed = [around.indices[around.indptr[at] : around.indptr[at + 1]].tobytes() for at in range(size)]
    apart = [matrix.indices[matrix.indptr[at] : matrix.indptr[at + 1]].tobytes() for at in range(size)]
    times = Counter(closed)
    keys = [(True, one) if times[one] > 1 else (False, other) for one, other in zip(closed, apart, strict=True)]
    return np.array([classes.setdefault(key, len(classes)) for key in keys], dtype=np.int64)


def pairs_of_others(size: int) -> int:
    """How many ordered pairs the others of a node make; 1 where they make none."""
    return max((size - 1) * (size - 2), 1)
