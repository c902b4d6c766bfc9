"""What turns one graph into another, written into an open file of the embedded engine."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import ladybug
import pyarrow as pa

from graphkit.stores.base import EdgeGroup
from graphkit.stores.difference import Difference
from graphkit.stores.ladybug_arrow import edge_arrow_schema, node_arrow_schema
from graphkit.stores.ladybug_connection import do
from graphkit.stores.rows import EDGE_PROPERTIES, NODE_PROPERTIES, Row

_ROWS_AT_ONCE: Final = 100_000

_JOURNAL_BYTES_AT_LEAST: Final = 1 << 20
_JOURNAL_BYTES_A_ROW: Final = 6_000
_JOURNAL_BYTES_A_CHARACTER: Final = 8

# A row is found by the primary keys of its ends one by one; many at once are joined with the whole table.
_FEW: Final = 1_000


def journal_bytes(todo: Difference) -> int:
    """More than the engine writes into its journal for these rows: it was seen to write a third of it."""
    characters = rows = 0
    for group in (*todo.nodes.values(), *todo.edges.values(), *todo.gone_nodes.values(), *todo.gone_edges.values()):
        rows += len(group)
        characters += sum(len(value) for row in group for value in row.values() if isinstance(value, str))
    return _JOURNAL_BYTES_AT_LEAST + _JOURNAL_BYTES_A_ROW * rows + _JOURNAL_BYTES_A_CHARACTER * characters


def merge_rows(connection: ladybug.Connection, todo: Difference) -> None:
    """Remove what is gone, then write what is new or changed."""
    for group, rows in todo.gone_edges.items():
        _delete_edges(connection, group, rows)
    for label, rows in todo.gone_nodes.items():
        for table in _tables(rows, node_arrow_schema(label)):
            do(connection, f"LOAD FROM $rows MATCH (n:{label} {{id: id}}) DETACH DELETE n", {"rows": table})
    for label, rows in todo.nodes.items():
        for table in _tables(rows, node_arrow_schema(label)):
            do(connection, _merge_nodes(label), {"rows": table})
    for group, rows in todo.edges.items():
        for table in _tables(rows, edge_arrow_schema(group[0])):
            do(connection, _merge_edges(group), {"rows": table})


def _tables(rows: list[Row], schema: pa.Schema) -> Iterator[pa.Table]:
    for first in range(0, len(rows), _ROWS_AT_ONCE):
        yield pa.Table.from_pylist(rows[first : first + _ROWS_AT_ONCE], schema=schema)


def _merge_nodes(label: str) -> str:
    values = ", ".join(f"n.`{its.name}` = `{its.name}`" for its in NODE_PROPERTIES[label])
    return f"LOAD FROM $rows MERGE (n:{label} {{id: id}}) SET {values}"


def _merge_edges(group: EdgeGroup) -> str:
    type_, source, target = group
    values = ", ".join(f"r.`{its.name}` = `{its.name}`" for its in EDGE_PROPERTIES[type_])
    return (
        f"LOAD FROM $rows MATCH (a:{source} {{id: source}}) MATCH (b:{target} {{id: target}}) "
        f"MERGE (a)-[r:{type_} {{`key`: key}}]->(b) SET {values}"
    )


def _delete_edges(connection: ladybug.Connection, group: EdgeGroup, rows: list[Row]) -> None:
    type_, source, target = group
    if len(rows) > _FEW:
        text = (
            f"LOAD FROM $rows MATCH (a:{source} {{id: source}})-[r:{type_}]->(b:{target} {{id: target}}) "
            "WHERE r.`key` = key DELETE r"
        )
        for table in _tables(rows, edge_arrow_schema(type_)):
            do(connection, text, {"rows": table})
        return
    text = f"MATCH (a:{source} {{id: $source}})-[r:{type_}]->(b:{target} {{id: $target}}) WHERE r.`key` = $key DELETE r"
    for row in rows:
        do(connection, text, row)
