"""A graph as GEXF 1.2, Gephi's format, written by networkx."""

from __future__ import annotations

import io
import re
from collections.abc import Mapping
from typing import Any, Final

import networkx as nx

from graphkit.export.rendered import Rendered
from graphkit.export.rows import GraphRows
from graphkit.export.xml_text import XmlProperties

RESERVED: Final = ("label", "key", "start", "end")
"""What GEXF or networkx mean otherwise: the caption, the edge, and when in time something is there."""

PREFIX: Final = "graphkit_"

_BESIDE_THE_GRAPH: Final = re.compile(r' (lastmodifieddate="[^"]*"|name="")')
"""The day of writing, and a name for the whole that the schema of GEXF does not allow."""


def render_gexf(rows: GraphRows) -> Rendered:
    """One GEXF document: captions are names and edge types, a list is a JSON array, null is no `attvalue`.

    An edge's key is its `id`, since networkx reads it as the key of the edge only where edges are parallel.

    Attributes whose names GEXF keeps for itself (`RESERVED`) have `PREFIX` before them.
    """
    xml = XmlProperties()
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for node in rows.nodes:
        flat = xml.flat(_attributes({"label": node.label} | node.properties))
        graph.add_node(xml.text(node.id), label=flat["name"], **flat)
    for edge in rows.edges:
        source, target, key = map(xml.text, edge[:3])
        graph.add_edge(source, target, key, id=key, label=edge.type, **xml.flat(_attributes(edge.properties)))
    written = io.BytesIO()
    nx.write_gexf(graph, written)
    return Rendered(_BESIDE_THE_GRAPH.sub("", written.getvalue().decode("utf-8"), count=2) + "\n", xml.lost())


def _attributes(properties: Mapping[str, Any]) -> dict[str, Any]:
    return {PREFIX + name if name in RESERVED else name: value for name, value in properties.items()}
