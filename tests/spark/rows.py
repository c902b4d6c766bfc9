"""Graphs of both kinds as rows that can be compared."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias

from graphkit.graph import Graph

if TYPE_CHECKING:
    from graphkit.spark import SparkGraph

Rows: TypeAlias = tuple[dict[Any, dict[str, Any]], dict[Any, dict[str, Any]]]
"""The nodes by their ids, the edges by source, target and key; without what is null."""


def rows_of_graph(graph: Graph) -> Rows:
    """Those of a graph in memory."""
    nodes = {node: _said(data) for node, data in graph.nodes(data=True)}
    return nodes, {
        (source, target, key): _said(data) for source, target, key, data in graph.edges(keys=True, data=True)
    }


def rows_on_spark(graph: SparkGraph) -> Rows:
    """Those of a graph on Spark; one that is there twice fails."""
    nodes = {row.pop("id"): _said(row) for row in _rows(graph.nodes)}
    edges = {(row.pop("source"), row.pop("target"), row.pop("key")): _said(row) for row in _rows(graph.edges)}
    assert (len(nodes), len(edges)) == (graph.nodes.count(), graph.edges.count())
    return nodes, edges


def _rows(table: Any) -> list[dict[str, Any]]:
    return [row.asDict() for row in table.collect()]


def _said(data: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in data.items() if value is not None}
