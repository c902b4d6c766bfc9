"""Whether a new correction can be written."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from graphkit.corrections.file import Corrections, Line
from graphkit.corrections.kinds import Correction
from graphkit.errors import CorrectionError
from graphkit.read import Refusal

_NEW = "the new line"


def place_of_same(correction: Correction, known: Corrections) -> str | None:
    """Where the same correction stands already."""
    return next((line.place for line in known.lines if line.correction == correction), None)


def check(correction: Correction, known: Corrections, apply: Callable[[Corrections], object]) -> None:
    """Check that a correction finds its target beside those that are there.

    Args:
        correction: the new one.
        known: those that are there.
        apply: applies corrections to what the articles say, for what is reported then.

    Raises:
        CorrectionError: it finds none, or contradicts another.
    """
    found: list[Refusal] = []
    apply(replace(known, lines=(*known.lines, Line(_NEW, correction)), report=found.append))
    for refusal in found:
        if refusal.where == _NEW:
            raise CorrectionError(f"Nothing was written: {refusal.reason}. {refusal.advice}.")
