"""Ties by shared forums as a product of who was where, which has far fewer entries than the ties themselves."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from graphkit.centrality.matrices import Matrix, Values, off_diagonal, plain

_WHOLE_NUMBERS: Final = 2.0**53
"""Up to this floats tell whole numbers apart."""


@dataclass(frozen=True)
class ThroughForums:
    """The plain matrix of who shared a forum with whom, to be multiplied by dense columns.

    A forum that k attended makes k(k−1) ties, but has k entries in `part`. The way there and back counts oneself
    and each further forum that two share as well: that `surplus` is taken off again.

    Attributes:
        ties: who is joined to whom, each tie 1; symmetric.
        part: entities × forums, 1 where one took part.
        surplus: how much more often `part @ part.T` counts than `ties`.
    """

    ties: Matrix
    part: Matrix
    surplus: Matrix

    @classmethod
    def of(cls, part: Matrix, count: Matrix) -> ThroughForums:
        """From who took part where, and how many forums each two shared."""
        further = sparse.csr_array((count.data - 1, count.indices, count.indptr), shape=count.shape, copy=True)
        further.eliminate_zeros()
        oneself = sparse.diags_array(np.asarray(part.sum(axis=1), dtype=float).reshape(-1))
        return cls(plain(count), part, sparse.csr_array(further + oneself))

    @property
    def entries(self) -> int:
        """How many entries a multiplication goes through."""
        return int(2 * self.part.nnz + self.surplus.nnz)

    def __matmul__(self, columns: NDArray[np.float64]) -> Any:
        """The product with dense columns: exact for whole numbers, as long as floats are."""
        found = self.part @ (self.part.T @ columns)
        if found.max(initial=0) >= _WHOLE_NUMBERS:
            return self.ties @ columns
        found -= self.surplus @ columns
        return found


@dataclass(frozen=True)
class NewmanTies:
    """Newman's weights of the ties by shared forums, to be multiplied by a column without being worked out.

    Attributes:
        part: entities × forums, 1 where one took part.
        towards: forums × entities, what a forum adds to each tie of a participant.
        oneself: what the way there and back says of each entity with itself, to be taken off.
    """

    part: Matrix
    towards: Matrix
    oneself: Values

    @classmethod
    def of(cls, part: Matrix, closeness: Values) -> NewmanTies:
        """From who took part where, and what each forum adds to a tie."""
        back = part.tocsc()
        data = np.repeat(closeness, np.diff(back.indptr))
        towards = sparse.csr_array((data, back.indices, back.indptr), shape=back.shape[::-1])
        return cls(part, towards, part @ closeness)

    @property
    def shape(self) -> tuple[int, int]:
        """Of the matrix that this stands for."""
        size: int = self.part.shape[0]
        return size, size

    def strength(self) -> Values:
        """The sum of the weights of each entity."""
        return self @ np.ones(self.shape[0])

    def __matmul__(self, column: Values) -> Values:
        """The product with a column."""
        found: Values = self.part @ (self.towards @ column) - self.oneself * column
        return found

    def matrix(self) -> Matrix:
        """The weights themselves."""
        return off_diagonal((self.part @ self.towards).tocsc().T)  # the transpose of what is symmetric, in order
