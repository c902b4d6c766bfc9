"""A checksum of what a graph holds, the same in every store, that follows changes without reading the rest.

Every node and every edge is hashed by itself (SHA-256 of its values as JSON) and the hashes are added, modulo 2^256:
so the order does not matter, and what is added, changed or removed is added to or taken from the sum. Sums of this
kind are AdHash of Bellare and Micciancio, A New Paradigm for Collision-Free Hashing, EUROCRYPT 1997. This one is
there to notice accidents, not forgers.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from graphkit.stores.rows import stored_hash

if TYPE_CHECKING:
    from graphkit.graph import Graph

_MODULUS: Final = 1 << 256
_WRITTEN: Final = re.compile(r"(\d+) nodes, (\d+) edges, content ([0-9a-f]{64})")


@dataclass(frozen=True, slots=True)
class Content:
    """How many nodes and edges, and the sum of their hashes."""

    nodes: int = 0
    edges: int = 0
    digest: int = 0

    def __add__(self, other: Content) -> Content:
        return Content(self.nodes + other.nodes, self.edges + other.edges, (self.digest + other.digest) % _MODULUS)

    def __sub__(self, other: Content) -> Content:
        return Content(self.nodes - other.nodes, self.edges - other.edges, (self.digest - other.digest) % _MODULUS)

    def __str__(self) -> str:
        return f"{self.nodes} nodes, {self.edges} edges, content {self.digest:064x}"


def parsed_content(text: str) -> Content | None:
    """The content that a text of `str(content)` says; None where it says nothing of that form."""
    match = _WRITTEN.fullmatch(text)
    return Content(int(match[1]), int(match[2]), int(match[3], 16)) if match else None


def nodes_content(hashes: Iterable[int]) -> Content:
    """The content of nodes with these hashes."""
    listed = list(hashes)
    return Content(nodes=len(listed), digest=sum(listed) % _MODULUS)


def edges_content(hashes: Iterable[int]) -> Content:
    """The content of edges with these hashes."""
    listed = list(hashes)
    return Content(edges=len(listed), digest=sum(listed) % _MODULUS)


def content_of(graph: Graph) -> Content:
    """How many nodes and edges a graph of the model has, and the checksum of them all."""
    nodes = (stored_hash(data["label"], (node,), data) for node, data in graph.nodes(data=True))
    edges = (
        stored_hash(data["type"], (source, target, key), data)
        for source, targets in graph.adjacency()
        for target, keyed in targets.items()
        for key, data in keyed.items()
    )
    return nodes_content(nodes) + edges_content(edges)
