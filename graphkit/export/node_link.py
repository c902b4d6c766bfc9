"""A graph as networkx's node-link JSON, the file that `graphkit extract` writes."""

from __future__ import annotations

from graphkit.export.rendered import Rendered
from graphkit.export.rows import GraphRows
from graphkit.graph import Graph, graph_as_json


def render_node_link(rows: GraphRows) -> Rendered:
    """Graph JSON, in which everything has its place."""
    graph = Graph()
    for node in rows.nodes:
        graph.add_node(node.id, label=node.label, **node.properties)
    for edge in rows.edges:
        graph.add_edge(edge.source, edge.target, key=edge.key, type=edge.type, **edge.properties)
    return Rendered(graph_as_json(graph))
