r"""A line of the corrections file ↔ its words.

Words are separated by white space. A word with white space in it stands in double quotes, within which a
backslash escapes as in JSON (`\"`, `\\`, `\n`, `\u200f`); `#` at the start of a word begins a comment.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass

from graphkit.corrections.reporting import NotApplied

IN, AT, TO = "in", "at", "to"
KEYWORDS = (IN, AT, TO)

_WORD = re.compile(
    r"""
    (?:(?P<property>[a-z_]+)=)?
    (?: (?P<quoted> "(?:[^"\\]|\\.)*" ) | (?P<bare> [^\s"]+ ) )
    (?=\s|$)
    """,
    re.VERBOSE | re.DOTALL,
)
_SAFE = re.compile(r"[\w./:-]+")


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a line.

    Attributes:
        text: the word, without its quotes.
        bare: whether it stood without quotes: only then can it be a keyword.
        property: the name in front of `=`, if it is the value of an edge's property.
    """

    text: str
    bare: bool = True
    property: str | None = None


def split_words(line: str) -> list[Word]:
    """The words of a line; none where it is blank or a comment.

    Raises:
        NotApplied: a quote is not closed, stands inside a word, or holds a wrong escape.
    """
    words = []
    position = _next_word(line, 0)
    while position < len(line) and line[position] != "#":
        found = _WORD.match(line, position)
        if found is None:
            raise NotApplied(
                f"a quote is open, or inside a word, at {_excerpt(line[position:])}",
                'Put every name with spaces or quotes in "straight quotes", and write \\" for a quote within them',
            )
        words.append(_word(found))
        position = _next_word(line, found.end())
    return words


def _next_word(line: str, position: int) -> int:
    while position < len(line) and line[position].isspace():
        position += 1
    return position


def _word(found: re.Match[str]) -> Word:
    if found["quoted"] is None:
        return Word(found["bare"], True, found["property"])
    try:
        return Word(json.loads(found["quoted"], strict=False), False, found["property"])
    except ValueError as error:
        raise NotApplied(
            f"there is a wrong backslash in {_excerpt(found['quoted'])}",
            'Write \\\\ for a backslash and \\" for a quote',
        ) from error


def words_of_arguments(arguments: Iterable[str]) -> list[Word]:
    """The words of a line that a shell has split and taken out of their quotes."""
    words = []
    for argument in arguments:
        found = re.fullmatch(r"([a-z_]+)=(.*)", argument, re.DOTALL)
        words.append(Word(found[2], False, found[1]) if found else Word(argument))
    return words


def quoted(text: str) -> str:
    """A word in double quotes; what cannot be seen in an editor is escaped."""
    seen = (letter if letter.isprintable() and letter not in '"\\' else json.dumps(letter)[1:-1] for letter in text)
    return f'"{"".join(seen)}"'


def plain_or_quoted(text: str) -> str:
    """A word as short as it can be written."""
    return text if _SAFE.fullmatch(text) and text not in KEYWORDS else quoted(text)


def _excerpt(text: str) -> str:
    return text if len(text) <= 40 else text[:40] + "…"
