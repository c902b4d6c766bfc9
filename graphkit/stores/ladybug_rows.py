"""Rows of the graph out of the embedded engine: all of them, or a few by their keys."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

import ladybug

from graphkit.stores.base import StoredEdge, StoredNode
from graphkit.stores.ladybug_connection import rows_of
from graphkit.stores.rows import EDGE_PROPERTIES, NODE_PROPERTIES
from graphkit.vocabulary import Property

if TYPE_CHECKING:
    from graphkit.graph import Graph


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
