"""How long work is watched: a place for a progress bar."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, TypeAlias

Watch: TypeAlias = Callable[[str, Iterable[Any]], Iterable[Any]]
"""Is told what is done next and passes its steps on; may show how far they are."""


def unwatched(what: str, steps: Iterable[Any]) -> Iterable[Any]:
    """Pass steps on and show nothing."""
    return steps
