"""What counts: which edges of the graph a centrality is computed from.

Everything that a measure reads comes through a `Selection`, so that a report can say what was in it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from graphkit import vocabulary
from graphkit.errors import GraphkitError
from graphkit.graph import Graph

COUNTED_TYPES: Final = (vocabulary.ATTENDED, vocabulary.REPRESENTS, vocabulary.QUOTED_AT)
"""The edge types that the networks are built from."""


@dataclass(frozen=True, slots=True)
class Selection:
    """Which edges count.

    Attributes:
        planned: whether a planned attendance counts like one that took place.
        former: whether a former post still speaks for the agency or the country.
        minimum_confidence: edges that are less sure than this are left out; from 0 to 1.

    Raises:
        GraphkitError: `minimum_confidence` is not from 0 to 1.
    """

    planned: bool = False
    former: bool = False
    minimum_confidence: float = 0.5

    def __post_init__(self) -> None:
        if not 0 <= self.minimum_confidence <= 1:
            raise GraphkitError(f"The minimum confidence is {self.minimum_confidence}; give a number from 0 to 1.")

    def reason_against(self, edge: Mapping[str, Any]) -> str | None:
        """Why the edge is left out, in a word or two, or None where it counts."""
        if edge["confidence"] < self.minimum_confidence:
            return "low confidence"
        if not self.planned and edge.get("status") == vocabulary.STATUS_PLANNED:
            return "planned"
        if not self.former and edge.get("former"):
            return "former post"
        return None


EVERYTHING_SURE: Final = Selection()
"""The default: no planned attendance, no former posts, nothing under a confidence of 0.5."""


@dataclass(frozen=True, slots=True)
class Tally:
    """How many edges of one type count, and how many were left out for which reason."""

    type: str
    counted: int
    left_out: Mapping[str, int]


def tally(graph: Graph, selection: Selection = EVERYTHING_SURE) -> tuple[Tally, ...]:
    """Count the edges that a selection takes and leaves, for each type that the networks are built from.

    Example:
        >>> from graphkit.centrality.examples import three_forums
        >>> tally(three_forums(), Selection(minimum_confidence=0.95))[0]  # all of them are 0.9
        Tally(type='ATTENDED', counted=0, left_out={'low confidence': 7})
    """
    reasons = {type_: Counter[str]() for type_ in COUNTED_TYPES}
    for _, _, edge in graph.edges(data=True):
        if edge["type"] in reasons:
            reasons[edge["type"]][selection.reason_against(edge) or ""] += 1
    return tuple(Tally(type_, counts.pop("", 0), dict(sorted(counts.items()))) for type_, counts in reasons.items())


def selected_edges(
    graph: Graph, type_: str, selection: Selection = EVERYTHING_SURE
) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """The edges of one type that count, as (source, target, properties)."""
    for source, target, edge in graph.edges(data=True):
        if edge["type"] == type_ and selection.reason_against(edge) is None:
            yield source, target, edge
