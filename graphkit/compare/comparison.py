"""What two graphs have in common and what not, as plain records."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from graphkit import vocabulary
from graphkit.graph import Size


class Node(NamedTuple):
    """A node as it is named to people."""

    id: str
    label: str
    name: str


class Change(NamedTuple):
    """One property that is another in the new graph."""

    name: str
    old: Any
    new: Any

    @property
    def taken(self) -> Any:
        """What is not there any more: of a list what left it."""
        return _without(self.old, self.new)

    @property
    def given(self) -> Any:
        """What is there now: of a list what came into it."""
        return _without(self.new, self.old)


@dataclass(frozen=True, slots=True)
class Edge:
    """An edge with its ends and all its properties, the evidence among them."""

    source: Node
    target: Node
    key: str
    type: str
    properties: Mapping[str, Any]

    @property
    def is_mention(self) -> bool:
        """Whether it only says that something is named; there are too many of them to tell people each."""
        return self.type == vocabulary.MENTIONED_IN

    @property
    def says(self) -> dict[str, Any]:
        """The properties of its type, without the evidence."""
        return {its.name: self.properties.get(its.name) for its in vocabulary.EDGE_TYPES[self.type].properties}


class ChangedNode(NamedTuple):
    """A node with other properties; its id may be another as well."""

    old: Node
    new: Node
    changes: tuple[Change, ...]


class ChangedEdge(NamedTuple):
    """A claim that both graphs have, with other properties, or between other entities, or both."""

    old: Edge
    new: Edge
    changes: tuple[Change, ...]


class Merge(NamedTuple):
    """Entities of the old graph that are one in the new one."""

    into: Node
    parts: tuple[Node, ...]


class Split(NamedTuple):
    """Entities of the new graph that were one in the old one."""

    whole: Node
    into: tuple[Node, ...]


class Moved(NamedTuple):
    """Mentions of one entity that belong to another in the new graph."""

    old: Node
    new: Node
    mentions: int


@dataclass(frozen=True, slots=True)
class Comparison:
    """What is new, gone and changed between two graphs; everything in the order of ids.

    Attributes:
        old: the size of the old graph.
        new: the size of the new one.
        merges: entities that became one.
        splits: entities that were one.
        new_ids: entities that are the same under another id, with what else changed.
        moved: mentions that went from one entity to another.
        new_nodes: those of no id of the old graph, and that no merge, split or new id explains.
        gone_nodes: the same, of the old graph.
        changed_nodes: those of the same id with other properties.
        new_edges: claims that the old graph does not have.
        gone_edges: claims that the new graph does not have.
        changed_edges: claims that both have, and that differ.
    """

    old: Size
    new: Size
    merges: tuple[Merge, ...]
    splits: tuple[Split, ...]
    new_ids: tuple[ChangedNode, ...]
    moved: tuple[Moved, ...]
    new_nodes: tuple[Node, ...]
    gone_nodes: tuple[Node, ...]
    changed_nodes: tuple[ChangedNode, ...]
    new_edges: tuple[Edge, ...]
    gone_edges: tuple[Edge, ...]
    changed_edges: tuple[ChangedEdge, ...]

    def counts(self) -> list[tuple[str, int, int, int, int, int]]:
        """Label or edge type, how many there were and are, how many are gone, added and changed; in their order.

        What was merged, split or got another id is not counted as gone or added.
        """
        gone = _count(self.gone_nodes, self.gone_edges)
        added = _count(self.new_nodes, self.new_edges)
        changed = _count(
            (changed.new for changed in (*self.new_ids, *self.changed_nodes)),
            (changed.new for changed in self.changed_edges),
        )
        new = self.new.nodes | self.new.edges
        sizes = (self.old.nodes | self.old.edges).items()
        return [(kind, size, new[kind], gone[kind], added[kind], changed[kind]) for kind, size in sizes]

    @property
    def new_claims(self) -> list[Edge]:
        """The new edges but for mentions."""
        return [edge for edge in self.new_edges if not edge.is_mention]

    @property
    def gone_claims(self) -> list[Edge]:
        """The gone edges but for mentions."""
        return [edge for edge in self.gone_edges if not edge.is_mention]

    @property
    def changed_claims(self) -> list[ChangedEdge]:
        """The edges with other properties, but for mentions; those that only followed their ends are not among them."""
        return [changed for changed in self.changed_edges if changed.changes and not changed.new.is_mention]

    @property
    def same(self) -> bool:
        """Whether the graphs hold the same; merges, splits and moved mentions are changes of edges too."""
        of_nodes = (self.new_ids, self.new_nodes, self.gone_nodes, self.changed_nodes)
        return not any((*of_nodes, self.new_edges, self.gone_edges, self.changed_edges))


def _without(value: Any, other: Any) -> Any:
    if not isinstance(value, list):
        return value
    return [element for element in value if element not in (other or ())] or None


def _count(nodes: Iterable[Node], edges: Iterable[Edge]) -> Counter[str]:
    return Counter(node.label for node in nodes) + Counter(edge.type for edge in edges)
