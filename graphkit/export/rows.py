"""A graph as rows in a fixed order, which is what every format is written from."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Final, NamedTuple

from graphkit import vocabulary
from graphkit.graph import Graph, check_graph
from graphkit.stores.rows import PROPERTIES, edge_row, node_row
from graphkit.vocabulary import Property

_TEXT_PROPERTIES: Final = ("text", "sentence")
"""The article's own words: its text, the sentence behind an edge, what somebody said."""


class NodeRow(NamedTuple):
    """A node with every property that its label declares."""

    id: str
    label: str
    properties: dict[str, Any]


class EdgeRow(NamedTuple):
    """An edge with every property that its type declares, and its evidence."""

    source: str
    target: str
    key: str
    type: str
    properties: dict[str, Any]

    @property
    def digest(self) -> str:
        """A name that no other edge of any graph has: hexadecimal SHA-1 of the ends and the key."""
        names = json.dumps(self[:3], ensure_ascii=False)
        return hashlib.sha1(names.encode("utf-8"), usedforsecurity=False).hexdigest()


NODE_HEAD: Final = NodeRow._fields[:-1]
EDGE_HEAD: Final = EdgeRow._fields[:-1]
"""The columns of a table of nodes, and of one of edges, before those of their properties."""


@dataclass(frozen=True, slots=True)
class GraphRows:
    """A graph: its nodes by id, its edges by source, target and key."""

    nodes: list[NodeRow]
    edges: list[EdgeRow]


def rows_of(graph: Graph, *, with_text: bool = True) -> GraphRows:
    """The rows of a graph; the same graph gives the same rows, in whatever order it was put together.

    Args:
        graph: nodes and edges of the vocabulary.
        with_text: False leaves the articles' texts, the sentences and the quoted words out.

    Raises:
        VocabularyError: the graph holds something that the graph model does not have.
    """
    check_graph(graph)
    nodes, edges = [], []
    for node in sorted(graph):
        label = graph.nodes[node]["label"]
        row = node_row(label, node, graph.nodes[node])
        nodes.append(NodeRow(row.pop("id"), label, row))
    for source, target, key in sorted(graph.edges(keys=True)):
        data = graph.edges[source, target, key]
        row = edge_row(data["type"], source, target, key, data)
        edges.append(EdgeRow(row.pop("source"), row.pop("target"), row.pop("key"), data["type"], row))
    if not with_text:
        for its in nodes:
            its.properties.update(_WITHOUT_TEXT[its.label])
        for edge in edges:
            edge.properties.update(_WITHOUT_TEXT[edge.type])
    return GraphRows(nodes, edges)


_WITHOUT_TEXT: Final = {
    kind: {its.name: None if its.nullable else "" for its in declared if its.name in _TEXT_PROPERTIES}
    for kind, declared in PROPERTIES.items()
}


def _united(kinds: Iterable[tuple[Property, ...]]) -> tuple[Property, ...]:
    return tuple({its.name: its for declared in kinds for its in declared}.values())


NODE_COLUMNS: Final = _united(label.properties for label in vocabulary.NODE_LABELS.values())
"""The properties of all labels together, for one table of nodes."""

EDGE_COLUMNS: Final = _united(type_.properties for type_ in vocabulary.EDGE_TYPES.values())
"""The properties of all edge types together, for one table of edges; without the evidence."""
