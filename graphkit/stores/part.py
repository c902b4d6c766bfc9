"""The part of a stored graph that an update touches, found without reading the rest."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import TYPE_CHECKING, Protocol

from graphkit import vocabulary
from graphkit.stores.base import StoredEdge, StoredNode

if TYPE_CHECKING:
    from graphkit.graph import Graph


class Lookups(Protocol):
    """A few rows of a store by their keys."""

    def nodes(self, ids: Iterable[str]) -> Iterable[StoredNode]:
        """The nodes of these ids, under whatever label."""

    def edges(self, wanted: Graph) -> Iterable[StoredEdge]:
        """Those edges of a graph that are stored, as they are stored."""

    def edges_at(self, node: str, label: str) -> Iterable[StoredEdge]:
        """Every edge that begins or ends at a node."""


def changing_part(stored: Lookups, was: Graph, becomes: Graph) -> tuple[Graph, Graph]:
    """What the store holds of the nodes and edges of two graphs, and what shall be there instead.

    A node that goes takes all its edges along, named or not: they and the nodes at their other ends belong to the
    part as well.
    """
    held: dict[tuple[str, str], StoredNode] = {}
    edges: dict[tuple[str, str, str], StoredEdge] = {}

    def hold(ids: Iterable[str]) -> None:
        held.update({(node, data["label"]): (node, data) for node, data in stored.nodes(ids)})

    hold(sorted({*was, *becomes}))
    articles = {data["key"] for _, data in held.values() if data["label"] == vocabulary.ARTICLE}
    for part in (was, becomes):
        edges |= {edge[:3]: edge for edge in stored.edges(_edges_of(part, articles))}
    goes = [key for key in held if becomes.nodes.get(key[0], {}).get("label") != key[1]]
    for node, label in goes:
        edges |= {edge[:3]: edge for edge in stored.edges_at(node, label)}
    beyond = {end for edge in edges.values() for end in edge[:2]} - {node for node, _ in held}
    hold(sorted(beyond))
    wanted = becomes.copy()
    wanted.add_nodes_from(held[key] for key in held if key[0] in beyond)
    found = becomes.__class__()
    found.add_nodes_from(held.values())
    for source, target, key, data in edges.values():
        found.add_edge(source, target, key=key, **data)
    return found, wanted


def _edges_of(part: Graph, articles: Collection[str]) -> Graph:
    """The edges whose evidence is in certain articles, with their ends: no others can be stored."""
    theirs = part.__class__()
    for source, target, key, data in part.edges(keys=True, data=True):
        if data["article"] in articles:
            theirs.add_nodes_from((end, part.nodes[end]) for end in (source, target))
            theirs.add_edge(source, target, key=key, **data)
    return theirs
