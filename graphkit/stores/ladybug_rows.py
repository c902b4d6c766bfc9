"""Rows of the graph in and out of the embedded engine: all of them, or a few by their keys."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any, Final

import ladybug
import pyarrow as pa

from graphkit.stores.base import EdgeGroup, StoredEdge, StoredNode
from graphkit.stores.difference import Difference
from graphkit.stores.ladybug_connection import do, rows_of
from graphkit.stores.ladybug_schema import edge_arrow_schema, node_arrow_schema
from graphkit.stores.rows import EDGE_PROPERTIES, NODE_PROPERTIES, Row
from graphkit.vocabulary import Property

if TYPE_CHECKING:
    from graphkit.graph import Graph

_ROWS_AT_ONCE: Final = 100_000

_JOURNAL_BYTES_AT_LEAST: Final = 1 << 20
_JOURNAL_BYTES_A_ROW: Final = 6_000
_JOURNAL_BYTES_A_CHARACTER: Final = 8

# A row is found by the primary keys of its ends one by one; many at once are joined with the whole table.
_FEW: Final = 1_000


def all_nodes(connection: ladybug.Connection) -> Iterator[StoredNode]:
    """Every node."""
    for label, declared in NODE_PROPERTIES.items():
        text = f"MATCH (n:{label}) RETURN n.id, {_columns('n', declared)}"
        for node, *values in rows_of(connection, text):
            yield node, _data("label", label, declared, values)


def all_edges(connection: ladybug.Connection) -> Iterator[StoredEdge]:
    """Every edge of the graph model."""
    for type_, declared in EDGE_PROPERTIES.items():
        text = (
            f"MATCH (a)-[r:{type_}]->(b) WHERE r.`key` IS NOT NULL "
            f"RETURN a.id, b.id, r.`key`, {_columns('r', declared)}"
        )
        for source, target, key, *values in rows_of(connection, text):
            yield source, target, key, _data("type", type_, declared, values)


def held_nodes(connection: ladybug.Connection, ids: Iterable[str]) -> Iterator[StoredNode]:
    """The nodes of these ids, under whatever label."""
    wanted = list(ids)
    for label, declared in NODE_PROPERTIES.items():
        text = f"UNWIND $ids AS wanted MATCH (n:{label} {{id: wanted}}) RETURN n.id, {_columns('n', declared)}"
        for node, *values in rows_of(connection, text, {"ids": wanted}) if wanted else ():
            yield node, _data("label", label, declared, values)


def held_edges(connection: ladybug.Connection, wanted: Graph) -> Iterator[StoredEdge]:
    """Those edges of a graph that are stored, as they are stored."""
    labels = {node: data["label"] for node, data in wanted.nodes(data=True)}
    for source, target, key, data in wanted.edges(keys=True, data=True):
        type_: str = data["type"]
        declared = EDGE_PROPERTIES[type_]
        text = (
            f"MATCH (a:{labels[source]} {{id: $source}})-[r:{type_}]->(b:{labels[target]} {{id: $target}}) "
            f"WHERE r.`key` = $key RETURN {_columns('r', declared)}"
        )
        for values in rows_of(connection, text, {"source": source, "target": target, "key": key}):
            yield source, target, key, _data("type", type_, declared, values)


def edges_at(connection: ladybug.Connection, node: str, label: str) -> Iterator[StoredEdge]:
    """Every edge that begins or ends at a node."""
    for pattern in (f"(a:{label} {{id: $id}})-[r]->(b)", f"(b:{label} {{id: $id}})<-[r]-(a)"):
        text = f"MATCH {pattern} RETURN a.id, b.id, label(r), r"
        for source, target, type_, stored in rows_of(connection, text, {"id": node}):
            declared = EDGE_PROPERTIES[type_]
            values = [stored[its.name] for its in declared]
            yield source, target, stored["key"], _data("type", type_, declared, values)


def _columns(variable: str, declared: tuple[Property, ...]) -> str:
    return ", ".join(f"{variable}.`{its.name}`" for its in declared)


def _data(kind: str, name: str, declared: tuple[Property, ...], values: list[Any]) -> dict[str, Any]:
    return {kind: name} | {its.name: value for its, value in zip(declared, values, strict=True)}


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
