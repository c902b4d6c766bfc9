"""What can be told about a Cypher text without running it: its parameters, and where an error stands."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any, TypeAlias

from graphkit.errors import QueryError

STRING_OR_COMMENT = r"""'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"|//[^\n]*|/\*.*?\*/"""
QUOTED_NAME = r"`(?:[^`]|``)*`"
OPAQUE = f"{STRING_OR_COMMENT}|{QUOTED_NAME}"
"""Strings, quoted names and comments: nothing in them is Cypher."""

Edit: TypeAlias = tuple[int, int, str]
"""What stands in the place of a piece of a query: from where, to where, and what."""


def bare(cypher: str) -> str:
    """The text with spaces for everything that is a string, a quoted name or a comment; the same length."""
    return re.sub(OPAQUE, lambda match: re.sub(r"[^\n]", " ", match[0]), cypher, flags=re.DOTALL)


def edited(cypher: str, edits: Iterable[Edit]) -> str:
    """The query after edits, which are in the order of their places."""
    parts, done = [], 0
    for start, end, instead in edits:
        parts += [cypher[done:start], instead]
        done = end
    return "".join([*parts, cypher[done:]])


def offset_before(edits: Iterable[Edit], offset: int) -> int:
    """The place in a query of a place in what became of it by edits."""
    for start, end, instead in edits:
        if start >= offset:
            break
        offset -= min(len(instead) - (end - start), offset - start)
    return offset


def check_statement(cypher: str, parameters: Mapping[str, Any]) -> None:
    """Refuse what the two engines would take differently.

    Raises:
        QueryError: there is no statement, there are several, or one of its parameters is not given.
    """
    code = bare(cypher).strip().removesuffix(";")
    if not code.strip():
        raise QueryError("The query is empty; write one such as: MATCH (p:Person) RETURN p.name AS name")
    if ";" in code:
        raise QueryError("The query holds more than one statement; run them one by one.")
    if re.match(r"(BEGIN|COMMIT|ROLLBACK)\b", code, re.IGNORECASE):
        raise QueryError("A query is a transaction of its own; leave out BEGIN, COMMIT and ROLLBACK.")
    missing = [name for name in re.findall(r"\$(\w+)", code) if name not in parameters]
    if missing:
        raise QueryError(f"The query needs a value for ${missing[0]}; give it with --param {missing[0]}=VALUE.")


def pointed_out(cypher: str, line: int, column: int, says: str) -> str:
    """What an engine says of a place in a query, with that line and a caret under the place.

    Args:
        cypher: the query.
        line: counted from 1.
        column: counted from 1.
        says: the engine's sentence.
    """
    lines = cypher.splitlines() or [""]
    shown = lines[min(line, len(lines)) - 1].replace("\t", " ")
    return f"Line {line}, column {column} of the query: {says}\n  {shown}\n  {' ' * (column - 1)}^"
