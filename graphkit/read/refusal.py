"""What could not be read, in one line that says where and what to do."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import NoReturn, TypeAlias

from graphkit.errors import ArticleError


@dataclass(frozen=True, slots=True)
class Refusal:
    """One input that was not read.

    Attributes:
        where: the file, and in it the byte, line or record (`feed.jsonl, line 3`).
        reason: what is wrong with it.
        advice: what to do, as a sentence without its full stop.
        record: the record as it was read, where there is one: what JSON can hold, or its text.
    """

    where: str
    reason: str
    advice: str
    record: object = field(default=None, hash=False)

    def __str__(self) -> str:
        line = f"{self.where}: {self.reason}. {self.advice}."
        return " ".join(line.split())


Refuse: TypeAlias = Callable[[Refusal], None]
"""Is told of every input that is not read; what it does not raise, reading goes on after."""


class Unreadable(Exception):
    """Why a file or a record gives no article; whoever knows its place makes a `Refusal` of it.

    Attributes:
        reason: what is wrong with it.
        advice: what to do, as a sentence without its full stop.
        spot: where in the file or record (`byte 7`), or nothing.
    """

    def __init__(self, reason: str, advice: str, spot: str = "") -> None:
        super().__init__(reason)
        self.reason = reason
        self.advice = advice
        self.spot = spot

    def at(self, place: str, record: object = None) -> Refusal:
        """The refusal of what stands at a place."""
        return Refusal(f"{place}, {self.spot}" if self.spot else place, self.reason, self.advice, record)


class MissingLibrary(Unreadable):
    """A kind of file needs a library that is not installed, or one that lacks another."""

    def __init__(self, library: str, error: ImportError) -> None:
        is_absent = (error.name or "").partition(".")[0] == library
        why = "is not installed" if is_absent else f"cannot be loaded ({str(error).splitlines()[0].rstrip('.')})"
        super().__init__(f"this needs {library}, which {why}", 'Run: pip install "forum-graphkit[intake]"')


def raise_refusal(refusal: Refusal) -> NoReturn:
    """Stop at the first input that cannot be read.

    Raises:
        ArticleError: always.
    """
    raise ArticleError(str(refusal))
