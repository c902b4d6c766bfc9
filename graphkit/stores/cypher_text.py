"""What can be told about a Cypher text without running it: its parameters, and where an error stands."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from graphkit.errors import QueryError

OPAQUE = r"""'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"|`(?:[^`]|``)*`|//[^\n]*|/\*.*?\*/"""
"""Strings, quoted names and comments: nothing in them is Cypher."""


def bare(cypher: str) -> str:
    """The text with spaces for everything that is a string, a quoted name or a comment; the same length."""
    return re.sub(OPAQUE, lambda match: re.sub(r"[^\n]", " ", match[0]), cypher, flags=re.DOTALL)


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
