"""The type of the fixture that writes a file and reads it."""

from __future__ import annotations

from collections.abc import Callable

from graphkit.read import Refusal
from graphkit.records import Article

ReadFile = Callable[..., tuple[dict[str, Article], list[Refusal]]]
