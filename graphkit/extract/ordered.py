"""Things in the order of the text, found by offset without going through all of them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator
from typing import Generic, TypeVar

from graphkit.extract.document import Span

Item = TypeVar("Item")


class Ordered(Generic[Item]):
    """Items sorted by where they begin.

    Attributes:
        items: all of them, in order.
    """

    def __init__(self, items: Iterable[Item], start: Callable[[Item], int]) -> None:
        self.items = sorted(items, key=start)
        self._starts = [start(item) for item in self.items]

    def inside(self, span: Span) -> list[Item]:
        """The items that begin inside the span."""
        return self.items[bisect_left(self._starts, span.start) : bisect_left(self._starts, span.end)]

    def before(self, offset: int) -> Iterator[Item]:
        """The items that begin before the offset, the nearest first."""
        for index in range(bisect_left(self._starts, offset) - 1, -1, -1):
            yield self.items[index]
