"""How a network hangs together: pieces, cut points and bridges, communities, density, who goes with whom."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import graspologic_native
import numpy as np
from scipy.sparse import csgraph

from graphkit.centrality.matrices import NO_GROUP, Indices, Matrix, Values, row_of_each_tie

LEIDEN_ROUNDS: Final = 10
_UNSEEN: Final = -1


def components(matrix: Matrix) -> Indices:
    """The piece of each node, directions aside: numbers from 1, the largest piece first."""
    if not matrix.shape[0]:
        return np.zeros(0, dtype=np.int64)
    return by_size(csgraph.connected_components(matrix, directed=False)[1])


def by_size(groups: Indices) -> Indices:
    """The same groups, numbered from 1, the largest first; equals by their first node."""
    firsts = np.unique(groups, return_index=True)[1]
    sizes = np.bincount(groups)
    order = np.lexsort((firsts, -sizes))
    numbers = np.empty(len(sizes), dtype=np.int64)
    numbers[order] = np.arange(1, len(sizes) + 1)
    return numbers[groups]


def communities(matrix: Matrix, seed: int) -> Indices:
    """Communities of a symmetric matrix, by Leiden and numbered by size; a node without a tie is one by itself."""
    rows = row_of_each_tie(matrix)
    upper = rows < matrix.indices
    ends = zip(rows[upper].tolist(), matrix.indices[upper].tolist(), matrix.data[upper].tolist(), strict=True)
    ties = [(str(left), str(right), weight) for left, right, weight in ends]
    found = np.arange(matrix.shape[0])
    if ties:
        _, community_of = graspologic_native.leiden(ties, iterations=LEIDEN_ROUNDS, seed=seed)
        for node, community in community_of.items():
            found[int(node)] = matrix.shape[0] + community
    return by_size(np.unique(found, return_inverse=True)[1])


def modularity(matrix: Matrix, groups: Indices) -> float:
    """How much more of the weight lies within the groups than if ties were made at random (Newman 2004)."""
    total = float(matrix.sum())
    if not total:
        return 0.0
    rows = row_of_each_tie(matrix)
    within = float(matrix.data[groups[rows] == groups[matrix.indices]].sum())
    held = np.bincount(groups, np.asarray(matrix.sum(axis=1)).reshape(-1))
    return within / total - float(((held / total) ** 2).sum())


def density(matrix: Matrix) -> float:
    """What share of the possible ties there is."""
    size = matrix.shape[0]
    return float(matrix.nnz / (size * (size - 1))) if size > 1 else 0.0


def assortativity(matrix: Matrix, groups: Indices) -> float | None:
    """How far ties stay within groups: 1 always, 0 as by chance; None where it is not defined (Newman 2003).

    Ties of a node without a group are not counted.
    """
    rows = row_of_each_tie(matrix)
    left, right = groups[rows], groups[matrix.indices]
    counted = (left != NO_GROUP) & (right != NO_GROUP)
    left, right = left[counted], right[counted]
    if not len(left):
        return None
    share = 1 / len(left)
    number = int(max(left.max(), right.max())) + 1
    by_chance = float((np.bincount(left, minlength=number) * share) @ (np.bincount(right, minlength=number) * share))
    if by_chance > 1 - 1e-12:
        return None
    return float((left == right).sum() * share - by_chance) / (1 - by_chance)


def find_cuts(matrix: Matrix) -> tuple[Values, list[tuple[int, int]]]:
    """What falls apart where, by one depth-first search (Hopcroft & Tarjan 1973).

    Args:
        matrix: a symmetric matrix.

    Returns:
        for each node into how many more pieces the network falls without it; and the ties without which it
        falls into one more, as (lower, higher) places.
    """
    search = _DepthFirst(matrix)
    for root in range(matrix.shape[0]):
        if search.found[root] == _UNSEEN:
            search.walk_from(root)
    return np.array(search.more_pieces, dtype=float), sorted(search.bridges)


class _DepthFirst:
    """The state of a depth-first search: when a node was found, and how far back it leads around its parent."""

    def __init__(self, matrix: Matrix) -> None:
        size = matrix.shape[0]
        self._ends = matrix.indptr.tolist()
        self._others = matrix.indices.tolist()
        self._time = 0
        self.found = [_UNSEEN] * size
        self._lowest = [_UNSEEN] * size
        self.more_pieces = [0] * size
        self.bridges: list[tuple[int, int]] = []

    def walk_from(self, root: int) -> None:
        """Find the whole piece of a root."""
        found, lowest = self.found, self._lowest
        path = [(root, _UNSEEN, self._arrive(root))]
        while path:
            node, parent, ahead = path[-1]
            other = next(ahead, _UNSEEN)
            if other == _UNSEEN:
                path.pop()
                self._leave(node, parent)
            elif found[other] == _UNSEEN:
                path.append((other, node, self._arrive(other)))
            elif found[other] < lowest[node] and other != parent:
                lowest[node] = found[other]
        # What hangs on a root alone was one piece with it before.
        self.more_pieces[root] = max(self.more_pieces[root] - 1, 0)

    def _arrive(self, node: int) -> Iterator[int]:
        self.found[node] = self._lowest[node] = self._time
        self._time += 1
        return iter(self._others[self._ends[node] : self._ends[node + 1]])

    def _leave(self, node: int, parent: int) -> None:
        if parent == _UNSEEN:
            return
        self._lowest[parent] = min(self._lowest[parent], self._lowest[node])
        if self._lowest[node] >= self.found[parent]:
            self.more_pieces[parent] += 1
        if self._lowest[node] > self.found[parent]:
            self.bridges.append((min(node, parent), max(node, parent)))
