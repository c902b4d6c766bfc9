"""Queries that would end the process of the embedded engine are tried in another process first.

Some functions of ladybug 0.22 crash while a query is prepared, whatever the store holds, where an argument is a null of
no type: a literal, an alias of one, or a parameter. A text does not tell all that would: so what may is prepared in an
empty store of a process of its own. `cost()` crashes on paths of the graph model, but not every time: it is refused.
"""

from __future__ import annotations

import pickle
import re
import subprocess
import sys
from collections.abc import Mapping
from typing import Any, Final

from graphkit.errors import QueryError
from graphkit.stores.cypher_text import STRING_OR_COMMENT
from graphkit.stores.ladybug_schema import portable, schema_statements

# Found by calling every function that the engine lists with nulls; a test does so again.
_FRAGILE: Final = (
    *("array_cross_product", "element_at", "end_node", "endNode", "id", "list_any_value", "list_product"),
    *("list_reverse_sort", "list_sum", "map", "map_extract", "map_keys", "map_values", "nodes", "properties"),
    *("relationships", "rels", "rowid", "start_node", "startNode", "struct_extract", "union_extract"),
)
_FRAGILE_CALL: Final = re.compile(rf"\b({'|'.join(_FRAGILE)})`?\s*\(", re.IGNORECASE)
_DEADLY_CALL: Final = re.compile(r"\b(cost)`?\s*\(", re.IGNORECASE)
_NULL: Final = re.compile(r"(?<!\bIS )(?<!\bIS NOT )\bnull\b", re.IGNORECASE)
_TRIAL: Final = """
import pickle, sys
import ladybug
schema, cypher, parameters = pickle.load(sys.stdin.buffer)
connection = ladybug.Connection(ladybug.Database(":memory:", buffer_pool_size=1 << 26, max_db_size=1 << 30))
for statement in schema:
    connection.execute(statement)
try:
    connection.prepare(cypher, parameters)
except Exception:
    sys.exit(3)
"""
_NOT_TRIED: Final = 1
_SURVIVED: Final = (0, 3)
_ATTEMPTS: Final = 3


def check_survives(cypher: str, parameters: Mapping[str, Any]) -> None:
    """Refuse a query that would end the process.

    Raises:
        QueryError: naming the function that is called.
    """
    code = re.sub(STRING_OR_COMMENT, " ", cypher, flags=re.DOTALL)
    deadly, fragile = _DEADLY_CALL.search(code), _FRAGILE_CALL.search(code)
    if deadly:
        raise QueryError(f"The embedded engine cannot carry out {deadly[1]}(), and would end at it. Leave it out.")
    if fragile and (_NULL.search(code) or None in parameters.values()) and _would_crash(cypher, parameters):
        raise QueryError(
            f"The embedded engine cannot carry out {fragile[1]}() as it is called here, and would end at it. "
            "Where an argument is null, write null in the place of the call."
        )


def _would_crash(cypher: str, parameters: Mapping[str, Any]) -> bool:
    try:
        given = pickle.dumps((list(schema_statements()), portable(cypher), dict(parameters)))
    except (pickle.PicklingError, TypeError, AttributeError) as error:
        raise QueryError(
            "A parameter has a value that the engine cannot take; use text, numbers and lists of them."
        ) from error
    for _ in range(_ATTEMPTS):  # a machine that is short of memory may not get as far as the query
        tried = subprocess.run([sys.executable, "-P", "-c", _TRIAL], input=given, capture_output=True, check=False)
        if tried.returncode != _NOT_TRIED:
            break
    return tried.returncode not in _SURVIVED
