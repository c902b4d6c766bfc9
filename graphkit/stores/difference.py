"""What has to be written so that a store that holds one graph holds another."""

from __future__ import annotations

import gc
from collections import defaultdict
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from graphkit.stores.base import Changes, EdgeGroup
from graphkit.stores.content import Content, edges_content, nodes_content
from graphkit.stores.rows import Row, edge_row, node_row, row_hash, stored_hash

if TYPE_CHECKING:
    from graphkit.graph import Graph


class _Node(NamedTuple):
    """Which node: one that gets another label is another node."""

    group: str
    id: str

    @property
    def names(self) -> Row:
        """What finds it in a store."""
        return {"id": self.id}

    def row(self, data: Mapping[str, Any]) -> Row:
        """What finds it and all its properties, checked."""
        return node_row(self.group, self.id, data)

    def hash(self, data: Mapping[str, Any]) -> int:
        """The hash of what is stored."""
        return stored_hash(self.group, (self.id,), data)


class _Edge(NamedTuple):
    """Which edge: one that gets another type, or an end of another label, is another edge."""

    group: EdgeGroup
    source: str
    target: str
    key: str

    @property
    def names(self) -> Row:
        """What finds it in a store."""
        return {"source": self.source, "target": self.target, "key": self.key}

    def row(self, data: Mapping[str, Any]) -> Row:
        """What finds it and all its properties, checked."""
        return edge_row(self.group[0], self.source, self.target, self.key, data)

    def hash(self, data: Mapping[str, Any]) -> int:
        """The hash of what is stored."""
        return stored_hash(self.group[0], (self.source, self.target, self.key), data)


_Identity = TypeVar("_Identity", _Node, _Edge)


@dataclass(frozen=True, slots=True)
class Difference:
    """Rows to remove and rows to write, by label and by edge group.

    Attributes:
        changes: how many of each.
        content: what they add to the content of the store, less what they take from it.
    """

    changes: Changes
    content: Content
    gone_nodes: dict[str, list[Row]]
    gone_edges: dict[EdgeGroup, list[Row]]
    nodes: dict[str, list[Row]]
    edges: dict[EdgeGroup, list[Row]]


def difference(stored: Graph, wanted: Graph) -> Difference:
    """What turns the stored graph into the wanted one.

    A property that a node or an edge of the wanted graph leaves out counts as null.

    Raises:
        VocabularyError: the wanted graph has a label, type, end or property that the model does not have.
    """
    from graphkit.graph import check_graph

    check_graph(wanted)
    old_nodes, new_nodes = _nodes(stored), _nodes(wanted)
    old_edges, new_edges = _edges(stored), _edges(wanted)
    nodes, edges = _to_write(old_nodes, new_nodes), _to_write(old_edges, new_edges)
    gone_nodes = {node: node.names for node in old_nodes.keys() - new_nodes.keys()}
    gone_edges = {edge: edge.names for edge in old_edges.keys() - new_edges.keys()}
    changed_nodes, changed_edges = nodes.keys() & old_nodes.keys(), edges.keys() & old_edges.keys()
    return Difference(
        Changes(
            nodes_added=len(nodes) - len(changed_nodes),
            nodes_changed=len(changed_nodes),
            nodes_removed=len(gone_nodes),
            edges_added=len(edges) - len(changed_edges),
            edges_changed=len(changed_edges),
            edges_removed=len(gone_edges),
        ),
        nodes_content(row_hash(node.group, row) for node, row in nodes.items())
        + edges_content(row_hash(edge.group[0], row) for edge, row in edges.items())
        - nodes_content(node.hash(old_nodes[node]) for node in (*changed_nodes, *gone_nodes))
        - edges_content(edge.hash(old_edges[edge]) for edge in (*changed_edges, *gone_edges)),
        gone_nodes=_grouped(gone_nodes),
        gone_edges=_grouped(gone_edges),
        nodes=_grouped(nodes),
        edges=_grouped(edges),
    )


def _nodes(graph: Graph) -> dict[_Node, Mapping[str, Any]]:
    return {_Node(data["label"], node): data for node, data in graph.nodes(data=True)}


def _edges(graph: Graph) -> dict[_Edge, Mapping[str, Any]]:
    labels = {node: data["label"] for node, data in graph.nodes(data=True)}
    return {
        _Edge((data["type"], labels[source], labels[target]), source, target, key): data
        for source, target, key, data in graph.edges(keys=True, data=True)
    }


def _to_write(
    old: Mapping[_Identity, Mapping[str, Any]], new: Mapping[_Identity, Mapping[str, Any]]
) -> dict[_Identity, Row]:
    """The rows of what is new or changed. What is stored alike passed the checks once."""
    rows = {}
    for identity, data in new.items():
        stored = old.get(identity)
        if stored == data:
            continue
        row = identity.row(data)
        if stored is None or any(row[name] != held for name, held in stored.items() if name in row):
            rows[identity] = row
    return rows


def _grouped(rows: Mapping[_Identity, Row]) -> dict[Any, list[Row]]:
    groups: defaultdict[Any, list[Row]] = defaultdict(list)
    for identity in sorted(rows):
        groups[identity.group].append(rows[identity])
    return groups


@contextmanager
def collector_off() -> Iterator[None]:
    """Keeps Python's cycle collector from going through millions of rows, none of which is garbage, again and again."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
