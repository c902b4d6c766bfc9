"""What is known of one measure: what it means, how it is computed, whose values have a rank."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from graphkit.centrality.matrices import Values
from graphkit.centrality.ties import Ties


class Family(StrEnum):
    """What a measure is about: a report shows each family in a table of its own."""

    STANDING = "Standing"
    BROKERAGE = "Brokerage"
    GROUPS = "Groups"


@dataclass(frozen=True, slots=True)
class Measure:
    """One measure on one kind of network.

    Attributes:
        meaning: what a high value says, in one plain sentence.
        source: where the formula comes from.
        weights: how the weights of the edges are read.
        in_pieces: what happens where the network falls into pieces.
        highest_first: whether the highest value has rank 1; False where low values are the remarkable ones.
        labels: whose values mean something; None is everybody's.
        ranked: whether values have an order; the numbers of groups have none.
        quick: whether its work grows with the ties alone; only quick measures are resampled in large networks.
    """

    name: str
    title: str
    meaning: str
    source: str
    weights: str
    in_pieces: str
    compute: Callable[[Ties], Values]
    family: Family = Family.STANDING
    highest_first: bool = True
    labels: frozenset[str] | None = None
    ranked: bool = True
    quick: bool = True

    def is_of(self, label: str) -> bool:
        """Whether entities of the label have values."""
        return self.labels is None or label in self.labels
