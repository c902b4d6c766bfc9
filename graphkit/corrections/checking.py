"""Whether a new correction can be written."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from graphkit.corrections.derive import derive
from graphkit.corrections.file import Corrections, Line
from graphkit.corrections.kinds import Correction
from graphkit.errors import CorrectionError
from graphkit.read import Refusal
from graphkit.records import Reading

_NEW = "the new line"


def place_of_same(correction: Correction, known: Corrections) -> str | None:
    """Where the same correction stands already."""
    return next((line.place for line in known.lines if line.correction == correction), None)


def check(correction: Correction, known: Corrections, readings: Sequence[Reading]) -> None:
    """Check that a correction finds its target beside those that are there.

    Raises:
        CorrectionError: it finds none, or contradicts another.
    """
    found: list[Refusal] = []
    derive(readings, replace(known, lines=(*known.lines, Line(_NEW, correction)), report=found.append))
    for refusal in found:
        if refusal.where == _NEW:
            raise CorrectionError(f"Nothing was written: {refusal.reason}. {refusal.advice}.")
