"""Ties by shared forums as a product of who was where, which has far fewer entries than the ties themselves."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from graphkit.centrality.matrices import Matrix, plain

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
