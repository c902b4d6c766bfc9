"""Networks as sparse matrices: what the measures are computed on, and how a networkx graph becomes one.

Rows are where an edge begins, columns where it ends; an undirected network has a symmetric matrix. Parallel
edges add up their weights, an edge of a node to itself does not count.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from typing import TYPE_CHECKING, Any, Final, TypeAlias

import networkx as nx
import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from graphkit.errors import GraphkitError

if TYPE_CHECKING:
    Network: TypeAlias = nx.Graph[str]
else:
    Network = nx.Graph

Matrix: TypeAlias = Any
"""A `scipy.sparse.csr_array` of floats, square, without a diagonal."""

Values: TypeAlias = NDArray[np.float64]
"""One value a node, in the order of the matrix; nan where a measure gives it none."""

Indices: TypeAlias = NDArray[np.int64]

NO_GROUP: Final = -1


def off_diagonal(matrix: Matrix) -> Matrix:
    """The matrix without its diagonal and without stored zeros, its column indices in order."""
    ordered = sparse.csr_array(matrix)
    if not ordered.has_sorted_indices:
        ordered = ordered.tocsc().tocsr()  # transposing twice puts them in order, quicker than sorting does
    kept = (row_of_each_tie(ordered) != ordered.indices) & (ordered.data != 0)
    ends = ordered.indptr - np.searchsorted(np.flatnonzero(~kept), ordered.indptr)
    return sparse.csr_array((ordered.data[kept], ordered.indices[kept], ends), shape=ordered.shape)


def plain(matrix: Matrix) -> Matrix:
    """The same ties, each of weight 1."""
    return sparse.csr_array((np.ones(matrix.nnz), matrix.indices, matrix.indptr), shape=matrix.shape)


def both_ways(matrix: Matrix) -> Matrix:
    """The ties of a network without their directions, each of weight 1."""
    return plain(off_diagonal(matrix + matrix.T))


def row_of_each_tie(matrix: Matrix) -> Indices:
    """The row of every stored entry, in the order in which the matrix stores them."""
    return np.repeat(np.arange(matrix.shape[0]), np.diff(matrix.indptr))


def matrix_of(network: Network, weight: str | None = None) -> Matrix:
    """The matrix of a networkx graph, its nodes in the graph's order.

    Args:
        network: undirected or directed, with or without parallel edges.
        weight: the edge attribute that holds the weights; with None every tie weighs 1.

    Raises:
        GraphkitError: a weight is not above 0.
    """
    if not len(network):
        return sparse.csr_array((0, 0))
    found = nx.to_scipy_sparse_array(network, weight=weight, dtype=np.dtype(float), format="csr")
    if found.nnz and not found.data.min() > 0:
        raise GraphkitError(f"An edge has the weight {found.data.min():g}; a weight is a strength and above 0.")
    ties = off_diagonal(found)
    return ties if weight else plain(ties)


def by_node(network: Iterable[Any], values: Values) -> dict[Any, float]:
    """Values by their nodes; those that are nan are left out."""
    return {node: value for node, value in zip(network, values.tolist(), strict=True) if value == value}


def group_indices(groups: Iterable[Hashable | None]) -> Indices:
    """Numbers for groups, in the order in which they come; -1 for None, which is no group."""
    numbers: dict[Hashable, int] = {}
    return np.array(
        [NO_GROUP if group is None else numbers.setdefault(group, len(numbers)) for group in groups], dtype=np.int64
    )
