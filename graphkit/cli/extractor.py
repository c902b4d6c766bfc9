"""The extractor that a command reads articles with."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from graphkit.cli.terminal import Refusals, say
from graphkit.in_words import number_of

if TYPE_CHECKING:
    from graphkit.extractors import Extractor
    from graphkit.extractors.chat import ChatExtractor


@contextmanager
def opened_extractor(named: str | None) -> Iterator[Extractor | None]:
    """Open the extractor of a name, and at the end say what became of an endpoint's claims.

    The command ends with status 1 if articles were left to the rules for want of an answer.
    """
    if named is None:
        yield None
        return
    from graphkit.extractors import open_extractor
    from graphkit.extractors.chat import ChatExtractor

    refusals = Refusals("left to the rules")
    extractor = open_extractor(named, refusals)
    yield extractor
    if isinstance(extractor, ChatExtractor):
        say(_in_words(extractor))
    refusals.exit_if_any()


def _in_words(chat: ChatExtractor) -> str:
    dropped = ", ".join(f"{reason} ({times:,})" for reason, times in chat.dropped.most_common())
    told = f"; {chat.dropped.total():,} dropped: {dropped}" if dropped else ""
    return f"{chat.rule}: {number_of(chat.joined, 'claim')} joined{told}."
