"""Properties of nodes and edges as people read them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

_TEXT: Final = "text"


def given(properties: Mapping[str, Any]) -> dict[str, Any]:
    """The properties that say something: not null, not false, not empty."""
    return {name: value for name, value in properties.items() if value not in (None, False, "", [])}


def in_words(properties: Mapping[str, Any]) -> str:
    """`role: Director; former` of `{"role": "Director", "unit": None, "former": True}`.

    An article's text and the words of a quotation are no detail among others, and left out.
    """
    said = given({name: value for name, value in properties.items() if name != _TEXT}).items()
    return "; ".join(name if value is True else f"{name}: {_as_text(value)}" for name, value in said)


def _as_text(value: Any) -> str:
    return ", ".join(value) if isinstance(value, list) else str(value)
