"""Claims as people read them: who, what and to whom; beneath it the words, the sentence and the reason."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

from rich.console import Console
from rich.text import Text

from graphkit.cli.terminal import printable
from graphkit.in_words import details_in_words

_INDENT = 4
_NARROWEST = 20


def print_heading(console: Console, words: str) -> None:
    """Write a heading."""
    print_lines(console, words, style="bold underline")


def print_claim(console: Console, ends: str, says: Mapping[str, Any], beneath: Iterable[str], reason: str) -> None:
    """Write one claim over several lines.

    Args:
        console: where to.
        ends: the entity, the type, the other entity.
        says: the claim's properties; the words of a quotation are not written here.
        beneath: the quoted words, the sentence.
        reason: the rule, its confidence and whatever else tells where the claim comes from.
    """
    print_lines(console, f"{ends}  {details_in_words(says)}".rstrip(), style="bold")
    for words in beneath:
        print_lines(console, words, indent=_INDENT)
    print_lines(console, reason, style="dim", indent=_INDENT)


def print_lines(console: Console, words: str, *, style: str = "", indent: int = 0) -> None:
    """Write words as wide as the console is, every line indented."""
    for line in Text(printable(words), style=style).wrap(console, max(console.width - indent, _NARROWEST)):
        line.rstrip()
        console.print(Text(" " * indent) + line, highlight=False)


def counted(spellings: Counter[str]) -> str:
    """`Taghiyev ×3; Adil Taghiyev` of what was counted, in its order."""
    return "; ".join(words if times == 1 else f"{words} ×{times}" for words, times in spellings.items())
