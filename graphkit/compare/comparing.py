"""Two graphs → what changed from one to the other."""

from __future__ import annotations

import heapq
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, TypeAlias

from graphkit.compare.comparison import (
    Change,
    ChangedEdge,
    ChangedNode,
    Comparison,
    Edge,
    Merge,
    Moved,
    Node,
    Split,
)
from graphkit.compare.identity import Identity, identity
from graphkit.graph import Graph, size_of

_EdgeId: TypeAlias = tuple[str, str, str]
"""Source, target, key."""


def compare_graphs(old: Graph, new: Graph) -> Comparison:
    """What changed from one graph to the other.

    Nodes are matched by id and, where that is gone, by their mentions; edges by ends and key, or else by type, article
    and place where their ends became each other.

    Args:
        old: nodes and edges of the vocabulary.
        new: the same.
    """
    who = identity(old, new)
    matched = _edges_with_other_ends(old, new, who)
    return Comparison(
        old=size_of(old),
        new=size_of(new),
        merges=tuple(Merge(_node(new, into), _nodes(old, parts)) for into, parts in who.merges.items()),
        splits=tuple(Split(_node(old, whole), _nodes(new, parts)) for whole, parts in who.splits.items()),
        new_ids=tuple(_changed_node(old, new, was, now) for was, now in who.new_ids.items()),
        moved=tuple(Moved(_node(old, was), _node(new, now), count) for (was, now), count in who.moved.items()),
        new_nodes=_nodes(new, new.nodes - old.nodes - who.explained_new),
        gone_nodes=_nodes(old, old.nodes - new.nodes - who.explained_old),
        changed_nodes=tuple(_changed_nodes(old, new)),
        new_edges=_edges(new, new.edges - old.edges - set(matched.values())),
        gone_edges=_edges(old, old.edges - new.edges - matched.keys()),
        changed_edges=tuple(_changed_edges(old, new, matched)),
    )


def _node(graph: Graph, node: str) -> Node:
    return Node(node, graph.nodes[node]["label"], graph.nodes[node]["name"])


def _nodes(graph: Graph, nodes: Iterable[str]) -> tuple[Node, ...]:
    return tuple(_node(graph, node) for node in sorted(nodes))


def _changed_nodes(old: Graph, new: Graph) -> Iterator[ChangedNode]:
    for node in sorted(old.nodes & new.nodes):
        changed = _changed_node(old, new, node, node)
        if changed.changes:
            yield changed


def _changed_node(old: Graph, new: Graph, was: str, now: str) -> ChangedNode:
    return ChangedNode(_node(old, was), _node(new, now), _changes(old.nodes[was], new.nodes[now]))


def _edge(graph: Graph, edge: _EdgeId) -> Edge:
    source, target, key = edge
    properties = {name: value for name, value in graph.edges[edge].items() if name != "type"}
    return Edge(_node(graph, source), _node(graph, target), key, graph.edges[edge]["type"], properties)


def _edges(graph: Graph, edges: Iterable[_EdgeId]) -> tuple[Edge, ...]:
    return tuple(_edge(graph, edge) for edge in sorted(edges))


def _changed_edges(old: Graph, new: Graph, matched: Mapping[_EdgeId, _EdgeId]) -> Iterator[ChangedEdge]:
    with_same_ends = ((edge, edge) for edge in sorted(old.edges & new.edges))
    for was, now in heapq.merge(with_same_ends, matched.items()):
        changes = _changes(old.edges[was], new.edges[now])
        if changes or was != now:
            yield ChangedEdge(_edge(old, was), _edge(new, now), changes)


def _edges_with_other_ends(old: Graph, new: Graph, who: Identity) -> dict[_EdgeId, _EdgeId]:
    """Old edge → the new edge that says the same of what its ends have become."""
    left: defaultdict[tuple[str, str, int, int], list[_EdgeId]] = defaultdict(list)
    for edge in sorted(new.edges - old.edges):
        left[_place(new, edge)].append(edge)
    matched: dict[_EdgeId, _EdgeId] = {}
    for edge in sorted(old.edges - new.edges):
        candidates = left[_place(old, edge)]
        sources, targets = ({end} | who.became.get(end, set()) for end in edge[:2])
        found = next((one for one in candidates if one[0] in sources and one[1] in targets), None)
        if found is not None:
            candidates.remove(found)
            matched[edge] = found
    return matched


def _place(graph: Graph, edge: _EdgeId) -> tuple[str, str, int, int]:
    data = graph.edges[edge]
    return data["type"], data["article"], data["start"], data["end"]


def _changes(old: Mapping[str, Any], new: Mapping[str, Any]) -> tuple[Change, ...]:
    """The properties that differ; one that is left out counts as null."""
    names = dict.fromkeys((*old, *new))
    return tuple(Change(name, old.get(name), new.get(name)) for name in names if old.get(name) != new.get(name))
