"""Many things, some at a time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TypeVar

_Item = TypeVar("_Item")


def portions(items: Iterable[_Item], size: int) -> Iterator[list[_Item]]:
    """The items in their order, at most so many at a time."""
    rest = iter(items)
    while portion := list(islice(rest, size)):
        yield portion
