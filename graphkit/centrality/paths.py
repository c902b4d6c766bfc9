"""Shortest ways from all nodes, or from a sample of them: betweenness and harmonic closeness in one pass.

Brandes' algorithm (2001, Journal of Mathematical Sociology 25, 163–177), many starting points at once as the
columns of a dense block, so that each step along the ways is one sparse product. Nodes that are joined to
exactly the same others (twins) lie and reach alike, so one of them starts for all. Where the network is too
large for every start, a seeded sample of starting points stands for all, and the standard error of the
estimate is given (Brandes & Pich 2007, International Journal of Bifurcation and Chaos 17, 2303–2318).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from graphkit.centrality.matrices import Indices, Matrix, Values
from graphkit.centrality.through_forums import ThroughForums

MOST_STEPS: Final = 6_000_000_000
"""Starting points × (ties + nodes · 30) up to which every node is a starting point: about a minute."""

SAMPLED_STARTS: Final = 512
_BLOCK_CELLS: Final = 100_000
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

    @property
    def betweenness(self) -> Values:
        """`between` as a share of the pairs of others, joined or not: 0 to 1."""
        return self.between / _pairs_of_others(len(self.between))

    @property
    def betweenness_error(self) -> Values:
        """Standard error of `betweenness`."""
        return self.between_error / _pairs_of_others(len(self.between))

    @property
    def harmonic_closeness(self) -> Values:
        """The mean of 1/distance from all others: 0 to 1."""
        return self.reciprocals / max(len(self.reciprocals) - 1, 1)


def follow_ways(
    matrix: Matrix,
    directed: bool,
    seed: int = 0,
    most_steps: int = MOST_STEPS,
    through: ThroughForums | None = None,
    side: Indices | None = None,
) -> Ways:
    """Follow the shortest ways, counted in ties, of a network.

    Args:
        matrix: the network; weights are not read.
        directed: whether it is not symmetric.
        seed: of the sample of starting points, where one is needed.
        most_steps: above this much work a sample is taken.
        through: the same ties as a product by forums.
        side: of a two-mode network 0 or 1 for each node: every step leads to the other side.
    """
    size = matrix.shape[0]
    entries = through.entries if through else matrix.nnz
    steps = _one_side(matrix, directed, through) if side is None else _both_sides(matrix, side)
    if size * (entries + 30 * size) > most_steps and size > SAMPLED_STARTS:
        starts = np.sort(np.random.default_rng(seed).choice(size, SAMPLED_STARTS, replace=False))
        return _estimated(size, steps, starts)
    classes = np.arange(size) if directed else _twins(matrix)
    alike = np.bincount(classes, minlength=1)
    starts = np.unique(classes, return_index=True)[1]
    sums = _sums(size, steps, starts, alike[: len(starts)].astype(float))
    between, reciprocals = ((np.bincount(classes, one) / np.maximum(alike, 1))[classes] for one in sums[:2])
    return Ways(between, reciprocals, size, np.zeros(size), np.zeros(size))


@dataclass(frozen=True)
class _Steps:
    """What values at some nodes are multiplied by to go one step on along the ties, or back.

    In a two-mode network steps lead from side to side, so each kind of array is there for both, the side of the
    starting points first: `nodes` are those of a side, `onward` leads from it to the other, `back` from the other
    to it. In any other network all nodes are one side.
    """

    nodes: tuple[Indices, ...]
    onward: tuple[Matrix | ThroughForums, ...]
    back: tuple[Matrix | ThroughForums, ...]


def _one_side(matrix: Matrix, directed: bool, through: ThroughForums | None) -> list[_Steps]:
    back = through or matrix
    onward = sparse.csr_array(matrix.T) if directed else back
    return [_Steps((np.arange(matrix.shape[0]),), (onward,), (back,))]


def _both_sides(matrix: Matrix, side: Indices) -> list[_Steps]:
    """The steps from starting points on either side."""
    left, right = np.flatnonzero(side == 0), np.flatnonzero(side == 1)
    there = matrix[left][:, right]
    again = sparse.csr_array(there.T)
    return [
        _Steps((left, right), (again, there), (there, again)),
        _Steps((right, left), (there, again), (again, there)),
    ]


def _estimated(size: int, steps: Iterable[_Steps], starts: Indices) -> Ways:
    drawn = len(starts)
    between, reciprocals, between_squares, reciprocals_squares = _sums(size, steps, starts, np.ones(drawn))
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


def _sums(size: int, sides: Iterable[_Steps], starts: Indices, weights: Values) -> NDArray[np.float64]:
    """Betweenness and reciprocal distances from the starts, weighted, and the sums of their squares."""
    totals = np.zeros((4, size))
    columns = int(np.clip(_BLOCK_CELLS // max(size, 1), 8, _MOST_COLUMNS))
    for steps in sides:
        chosen = np.isin(starts, steps.nodes[0], assume_unique=True)
        at, weights_here = np.searchsorted(steps.nodes[0], starts[chosen]), weights[chosen]
        for first in range(0, len(at), columns):
            _add_block(totals, steps, at[first : first + columns], weights_here[first : first + columns])
    return totals


def _add_block(totals: NDArray[np.float64], steps: _Steps, starts: Indices, weight: Values) -> None:
    """Add what the ways from some starts, given by their places on their side, come to."""
    levels = _levels(steps, starts)
    for nodes, depends in zip(steps.nodes, _dependencies(steps, levels), strict=True):
        totals[0, nodes] += depends @ weight
        totals[2, nodes] += np.einsum("ij,ij,j->i", depends, depends, weight)
    for distance, level in enumerate(levels[1:], start=1):
        nodes = steps.nodes[distance % len(steps.nodes)]
        reached = (level > 0) @ weight
        totals[1, nodes] += reached / distance
        totals[3, nodes] += reached / distance**2


def _levels(steps: _Steps, starts: Indices) -> list[NDArray[np.float64]]:
    """For each number of steps: how many shortest ways of that length lead from a start (column) to a node."""
    reached = [np.zeros((len(nodes), len(starts)), dtype=bool) for nodes in steps.nodes]
    reached[0][starts, np.arange(len(starts))] = True
    levels = [reached[0].astype(float)]
    while True:
        side = len(levels) % len(reached)
        counts = steps.onward[side - 1] @ levels[-1]
        np.copyto(counts, 0, where=reached[side])
        found = counts > 0
        if not found.any():
            return levels
        reached[side] |= found
        levels.append(counts)


def _dependencies(steps: _Steps, levels: list[NDArray[np.float64]]) -> list[NDArray[np.float64]]:
    """How much each start (column) depends on each node, by sides, to reach the others."""
    depends = [np.zeros((len(nodes), levels[0].shape[1])) for nodes in steps.nodes]
    for distance in range(len(levels) - 1, 1, -1):
        here, before = distance % len(depends), (distance - 1) % len(depends)
        counts = levels[distance]
        passed_on = np.divide(1 + depends[here], counts, out=np.zeros_like(counts), where=counts > 0)
        depends[before] += levels[distance - 1] * (steps.back[before] @ passed_on)
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


def _pairs_of_others(size: int) -> int:
    """How many ordered pairs the others of a node make; 1 where they make none."""
    return max((size - 1) * (size - 2), 1)
