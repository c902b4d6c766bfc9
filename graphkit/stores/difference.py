"""What has to be written so that a store that holds one graph holds another."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final, NamedTuple, TypeAlias, TypeVar

from graphkit import vocabulary
from graphkit.errors import VocabularyError
from graphkit.graph import Graph, check_graph
from graphkit.stores.base import Changes
from graphkit.stores.content import Content, hash_of
from graphkit.vocabulary import Property, PropertyType

Row: TypeAlias = dict[str, Any]
"""A node (`id` and its properties) or an edge (`source`, `target`, `key` and its properties)."""

EdgeGroup: TypeAlias = tuple[str, str, str]
"""Edge type, label of the source, label of the target."""

NODE_PROPERTIES: Final = {name: label.properties for name, label in vocabulary.NODE_LABELS.items()}
EDGE_PROPERTIES: Final = {
    name: (*edge.properties, *vocabulary.EVIDENCE) for name, edge in vocabulary.EDGE_TYPES.items()
}

_PYTHON_TYPES: Final[dict[PropertyType, type | tuple[type, ...]]] = {
    "string": str,
    "strings": list,
    "integer": int,
    "float": (float, int),
    "boolean": bool,
}


class _Node(NamedTuple):
    """Which node: one that gets another label is another node."""

    group: str
    id: str

    @property
    def names(self) -> Row:
        """What finds it in a store."""
        return {"id": self.id}

    @property
    def declared(self) -> tuple[Property, ...]:
        """The properties it has in the graph model."""
        return NODE_PROPERTIES[self.group]

    def content(self, data: Mapping[str, Any]) -> Content:
        """What it adds to the content of a graph."""
        return Content(nodes=1, digest=hash_of((self.group, self.id), self.declared, data))

    def __str__(self) -> str:
        return f"The {self.group} {self.id!r}"


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

    @property
    def declared(self) -> tuple[Property, ...]:
        """The properties it has in the graph model."""
        return EDGE_PROPERTIES[self.group[0]]

    def content(self, data: Mapping[str, Any]) -> Content:
        """What it adds to the content of a graph; the labels of its ends are the nodes' own."""
        return Content(edges=1, digest=hash_of((self.group[0], *self[1:]), self.declared, data))

    def __str__(self) -> str:
        return f"The edge {self.group[0]} {self.source!r} → {self.target!r}"


_Identity = TypeVar("_Identity", _Node, _Edge)


@dataclass(frozen=True, slots=True)
class Difference:
    """Rows to remove and rows to write, by label and by edge group, in a fixed order.

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
    check_graph(wanted)
    old_nodes, new_nodes = _nodes(stored), _nodes(wanted)
    old_edges, new_edges = _edges(stored), _edges(wanted)
    nodes, edges = _to_write(old_nodes, new_nodes), _to_write(old_edges, new_edges)
    gone_nodes = {node: node.names for node in old_nodes.keys() - new_nodes.keys()}
    gone_edges = {edge: edge.names for edge in old_edges.keys() - new_edges.keys()}
    return Difference(
        Changes(
            nodes_added=len(nodes.keys() - old_nodes.keys()),
            nodes_changed=len(nodes.keys() & old_nodes.keys()),
            nodes_removed=len(gone_nodes),
            edges_added=len(edges.keys() - old_edges.keys()),
            edges_changed=len(edges.keys() & old_edges.keys()),
            edges_removed=len(gone_edges),
        ),
        _sum(identity.content(row) for rows in (nodes, edges) for identity, row in rows.items())
        - _sum(node.content(old_nodes[node]) for node in (*nodes.keys() & old_nodes.keys(), *gone_nodes))
        - _sum(edge.content(old_edges[edge]) for edge in (*edges.keys() & old_edges.keys(), *gone_edges)),
        gone_nodes=_grouped(gone_nodes),
        gone_edges=_grouped(gone_edges),
        nodes=_grouped(nodes),
        edges=_grouped(edges),
    )


def content_of(graph: Graph) -> Content:
    """How many nodes and edges a graph of the model has, and the checksum of them all."""
    nodes, edges = _nodes(graph), _edges(graph)
    return _sum(node.content(data) for node, data in nodes.items()) + _sum(
        edge.content(data) for edge, data in edges.items()
    )


def _sum(contents: Iterable[Content]) -> Content:
    nodes = edges = digest = 0
    for content in contents:
        nodes, edges, digest = nodes + content.nodes, edges + content.edges, digest + content.digest
    return Content() + Content(nodes, edges, digest)


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
        row = _checked_row(identity, data)
        if stored is None or any(row[name] != held for name, held in stored.items() if name in row):
            rows[identity] = row
    return rows


def _grouped(rows: Mapping[_Identity, Row]) -> dict[Any, list[Row]]:
    groups: defaultdict[Any, list[Row]] = defaultdict(list)
    for identity in sorted(rows):
        groups[identity.group].append(rows[identity])
    return groups


def _checked_row(identity: _Node | _Edge, given: Mapping[str, Any]) -> Row:
    """What finds it and its declared properties, each checked; what is not declared is refused."""
    row = {name: _checked(identity, Property(name, nullable=False), text) for name, text in identity.names.items()}
    for declared in identity.declared:
        row[declared.name] = _checked(identity, declared, given.get(declared.name))
    unknown = given.keys() - row.keys() - {"label", "type"}
    if unknown:
        raise VocabularyError(f"{identity} has the property {min(unknown)!r}, which the graph model does not know.")
    return row


def _checked(identity: _Node | _Edge, declared: Property, value: Any) -> Any:
    if value is None:
        fits = declared.nullable
    else:
        fits = isinstance(value, _PYTHON_TYPES[declared.type]) and _is_text(value)
        fits = fits and (declared.type == "boolean" or not isinstance(value, bool))
    if not fits:
        needed = declared.type if not declared.nullable else f"{declared.type} or null"
        raise VocabularyError(
            f"{identity} has {str(value)!r:.80} as its {declared.name}; the graph model wants {needed} there."
        )
    return value


def _is_text(value: Any) -> bool:
    """Whether the texts of a value can be stored: half a surrogate pair cannot be written as UTF-8."""
    if isinstance(value, list):
        return all(isinstance(element, str) and not _has_surrogate(element) for element in value)
    return not isinstance(value, str) or not _has_surrogate(value)


def _has_surrogate(string: str) -> bool:
    return not string.isascii() and any("\ud800" <= character <= "\udfff" for character in string)
