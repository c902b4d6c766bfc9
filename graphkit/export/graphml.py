"""A graph as GraphML, written by networkx."""

from __future__ import annotations

import io

import networkx as nx

from graphkit.export.rendered import Rendered
from graphkit.export.rows import GraphRows
from graphkit.export.xml_text import XmlProperties


def render_graphml(rows: GraphRows) -> Rendered:
    """One GraphML document: an edge's key is its `id`, a list is a JSON array, null is no `data` element."""
    xml = XmlProperties()
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for node in rows.nodes:
        graph.add_node(xml.text(node.id), **xml.flat({"label": node.label} | node.properties))
    for edge in rows.edges:
        source, target, key = map(xml.text, edge[:3])
        graph.add_edge(source, target, key=key, **xml.flat({"type": edge.type} | edge.properties))
    written = io.BytesIO()
    nx.write_graphml_xml(graph, written)
    # A parser makes a line feed of a carriage return that is not written as a reference.
    return Rendered(written.getvalue().decode("utf-8").replace("\r", "&#13;") + "\n", xml.lost())
