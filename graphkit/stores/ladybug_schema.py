"""The graph model in the embedded engine's dialect: tables, macros, and portable Cypher."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping
from typing import Final

from graphkit.stores.cypher_text import OPAQUE, Edit, edited, offset_before
from graphkit.stores.rows import EDGE_PROPERTIES, NODE_PROPERTIES
from graphkit.vocabulary import Property, PropertyType

_COLUMN_TYPES: Final[dict[PropertyType, str]] = {
    "string": "STRING",
    "strings": "STRING[]",
    "integer": "INT64",
    "float": "DOUBLE",
    "boolean": "BOOLEAN",
}
EDGE_HEAD: Final = ("source", "target", "key")
"""The columns of a row of an edge before its properties."""

# Functions of Neo4j's Cypher that the engine has under other names. `labels` is built in with another
# meaning and cannot be replaced, so `portable` renames it.
_MACROS: Final = (
    "CREATE MACRO type(r) AS label(r)",
    "CREATE MACRO node_labels(n) AS [label(n)]",
    "CREATE MACRO toString(x) AS CAST(x AS STRING)",
    "CREATE MACRO toInteger(x) AS CAST(x AS INT64)",
    "CREATE MACRO toFloat(x) AS CAST(x AS DOUBLE)",
    "CREATE MACRO head(xs) AS list_extract(xs, 1)",
    "CREATE MACRO last(xs) AS list_extract(xs, -1)",
    "CREATE MACRO tail(xs) AS list_slice(xs, 2, size(xs) + 1)",
    "CREATE MACRO startNode(r) AS start_node(r)",
    "CREATE MACRO endNode(r) AS end_node(r)",
    "CREATE MACRO split(text, mark) AS string_split(text, mark)",
)


def schema_statements() -> Iterator[str]:
    """The statements that make an empty store.

    Every relationship table gets every pair of node tables: with only the legal pairs the engine answers an
    OPTIONAL MATCH or EXISTS over an absent pair with rows of another label. Every table gets the columns of all
    tables of its kind, empty where the graph model has none: elsewhere a property that a label lacks is null, and
    here it would be an error.
    """
    for label in NODE_PROPERTIES:
        yield f"CREATE NODE TABLE {label}(id STRING PRIMARY KEY, {_columns(label, NODE_PROPERTIES)})"
    pairs = ", ".join(f"FROM {source} TO {target}" for source in NODE_PROPERTIES for target in NODE_PROPERTIES)
    for type_ in EDGE_PROPERTIES:
        yield f"CREATE REL TABLE {type_}({pairs}, `key` STRING, {_columns(type_, EDGE_PROPERTIES)})"
    yield from _MACROS


def schema_mark() -> str:
    """What a store carries to say which schema made it: changes with the graph model and with the macros."""
    return "graphkit " + hashlib.sha256("\n".join(schema_statements()).encode()).hexdigest()[:16]


def copy_nodes(label: str) -> str:
    """The statement that bulk-loads `$rows` into an empty node table."""
    return f"COPY {label}({_quoted(('id',), NODE_PROPERTIES[label])}) FROM $rows"


def copy_edges(type_: str, source: str, target: str) -> str:
    """The statement that bulk-loads `$rows`, whose first two columns are the ends, into a relationship table."""
    return f"COPY {type_}({_quoted(('key',), EDGE_PROPERTIES[type_])}) FROM $rows (from='{source}', to='{target}')"


def _columns(table: str, declared: Mapping[str, tuple[Property, ...]]) -> str:
    columns = {column.name: column for other in declared.values() for column in other}
    columns |= {column.name: column for column in declared[table]}
    return ", ".join(f"`{column.name}` {_COLUMN_TYPES[column.type]}" for column in columns.values())


def _quoted(head: tuple[str, ...], declared: tuple[Property, ...]) -> str:
    return ", ".join(f"`{name}`" for name in (*head, *(column.name for column in declared)))


_WORDS: Final = re.compile(
    rf"{OPAQUE}|\blabels(?=\s*\()|(?P<property>(?<=\.)end\b)|\b(?:case|end)\b"
    r"|(?P<repeated>-\s*\[[^\]'\"`]*?\*)(?=\s*(?:\d|\.\.|\]))",
    re.DOTALL | re.IGNORECASE,
)


def portable(cypher: str) -> str:
    """The same query in the engine's dialect.

    `labels(n)` has another name there, `end` is a reserved word, and a path of any length would walk an edge
    back and forth.
    """
    return edited(cypher, _edits(cypher))


def original_offset(cypher: str, offset: int) -> int:
    """The place in a query of a place in its portable form."""
    return offset_before(_edits(cypher), offset)


def _edits(cypher: str) -> Iterator[Edit]:
    """What the engine has to be given instead."""
    open_cases = 0
    for match in _WORDS.finditer(cypher):
        word = match[0].lower()
        if match["repeated"]:
            yield match.end(), match.end(), " TRAIL "
        elif word == "labels":
            yield *match.span(), "node_labels"
        elif word == "case":
            open_cases += 1
        elif word == "end" and open_cases and not match["property"]:
            open_cases -= 1
        elif word == "end":
            yield *match.span(), "`end`"
