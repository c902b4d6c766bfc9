"""A text with stretches of it marked, where the stretches may hold or cross one another."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Mark:
    """A marked stretch: `text[start:end]`.

    Attributes:
        name: unique in the text.
        depth: which of two marks of one stretch lies outside: the lower.
    """

    start: int
    end: int
    name: str
    depth: int = 0


@dataclass(frozen=True, slots=True)
class Opening:
    """Here a mark begins, or goes on after one that it crosses."""

    mark: Mark
    begins: bool


@dataclass(frozen=True, slots=True)
class Closing:
    """Here a mark ends, or is broken off for one that it crosses."""

    mark: Mark
    ends: bool


Piece: TypeAlias = str | Opening | Closing


def pieces(text: str, marks: Iterable[Mark]) -> Iterator[Piece]:
    """The text and the bounds of its marks, in order and properly nested as HTML needs it.

    A mark that crosses another one is broken at the other's end and goes on behind it. Marks are cut at the
    ends of the text; what is empty is left out.
    """
    cut = [(max(mark.start, 0), min(mark.end, len(text)), mark) for mark in marks]
    waiting = sorted(
        ((start, end, mark) for start, end, mark in cut if start < end),
        key=lambda each: (each[0], -each[1], each[2].depth, each[2].name),
        reverse=True,
    )
    opened: list[tuple[int, Mark]] = []
    place = 0
    for bound in sorted({bound for start, end, _ in waiting for bound in (start, end)}):
        if bound > place:
            yield text[place:bound]
        place = bound
        yield from _close(opened, bound)
        while waiting and waiting[-1][0] == bound:
            _, end, mark = waiting.pop()
            opened.append((end, mark))
            yield Opening(mark, begins=True)
    if place < len(text):
        yield text[place:]


def _close(opened: list[tuple[int, Mark]], bound: int) -> Iterator[Piece]:
    """Close what ends here, and what lies inside that but goes on: the latter opens again."""
    outermost = next((index for index, (end, _) in enumerate(opened) if end == bound), len(opened))
    closed = opened[outermost:]
    del opened[outermost:]
    for end, mark in reversed(closed):
        yield Closing(mark, ends=end == bound)
    for end, mark in closed:
        if end > bound:
            opened.append((end, mark))
            yield Opening(mark, begins=False)
