"""What could not be read, in one line that says where and what to do."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import NoReturn, TypeAlias

from graphkit.errors import ArticleError


@dataclass(frozen=True, slots=True)
class Refusal:
    """One input that was not read.

    Attributes:
        where: the file, and in it the byte, line or record (`feed.jsonl, line 3`).
        reason: what is wrong with it.
        advice: what to do, as a sentence without its full stop.
    """

    where: str
    reason: str
    advice: str

    def __str__(self) -> str:
        line = f"{self.where}: {self.reason}. {self.advice}."
        return " ".join(line.split())


Refuse: TypeAlias = Callable[[Refusal], None]
"""Is told of every input that is not read; what it does not raise, reading goes on after."""


def raise_refusal(refusal: Refusal) -> NoReturn:
    """Stop at the first input that cannot be read.

    Raises:
        ArticleError: always.
    """
    raise ArticleError(str(refusal))
