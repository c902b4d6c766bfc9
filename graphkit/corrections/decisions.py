"""What several lines decide about one thing, and whether they agree."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable
from typing import Generic, TypeVar

from graphkit.corrections.file import Corrections, Line
from graphkit.read import Refusal

Thing = TypeVar("Thing", bound=Hashable)
Outcome = TypeVar("Outcome")


class Decisions(Generic[Thing, Outcome]):
    """Outcomes by the thing that they are about."""

    def __init__(self) -> None:
        self._outcomes: defaultdict[Thing, list[tuple[Line, Outcome]]] = defaultdict(list)

    def add(self, thing: Thing, outcome: Outcome, line: Line) -> None:
        """Note what a line decides about a thing."""
        self._outcomes[thing].append((line, outcome))

    def agreed(self, corrections: Corrections) -> dict[Thing, Outcome]:
        """What is decided, without the things about which lines differ; those lines are reported."""
        agreed: dict[Thing, Outcome] = {}
        differing: defaultdict[Line, set[str]] = defaultdict(set)
        for thing, decided in self._outcomes.items():
            first = decided[0][1]
            if all(outcome == first for _, outcome in decided):
                agreed[thing] = first
                continue
            for line, outcome in decided:
                differing[line] |= {other.place for other, its in decided if its != outcome}
        for line, places in differing.items():
            report_contradiction(corrections, line, places)
        return agreed


def report_contradiction(corrections: Corrections, line: Line, places: set[str]) -> None:
    """Report that a line cannot be applied because of others."""
    reason = f"it contradicts {' and '.join(sorted(places))}, and what is contradicted is not applied"
    corrections.report(Refusal(line.place, reason, "Delete the wrong line"))
