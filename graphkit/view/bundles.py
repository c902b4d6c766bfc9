"""What the network draws: the claims of one type between the same two ends are one line with a count."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from graphkit import vocabulary
from graphkit.graph import Graph


@dataclass(frozen=True, slots=True)
class Bundle:
    """All edges of one type from one node to another.

    Attributes:
        lane: 0 for a straight line; 1, -1, 2, … bend it aside of the other bundles between the same ends.
        claims: the edges' properties with their `key`, in the order of the text within each article.
    """

    source: str
    target: str
    type: str
    lane: int
    claims: tuple[dict[str, Any], ...]

    @property
    def is_mention(self) -> bool:
        """Whether the bundle is evidence of reading only, and so not part of the network as first drawn."""
        return self.type == vocabulary.MENTIONED_IN


def bundle_edges(graph: Graph) -> list[Bundle]:
    """Join the graph's edges of one type between the same ends, in the order of the vocabulary and of ids."""
    claims: defaultdict[tuple[str, str, str], list[dict[str, Any]]] = defaultdict(list)
    for source, target, key, claim in graph.edges(keys=True, data=True):
        claims[claim["type"], source, target].append(claim | {"key": key})
    order = list(vocabulary.EDGE_TYPES)
    taken: Counter[frozenset[str]] = Counter()
    bundles = []
    for type_, source, target in sorted(claims, key=lambda ends: (order.index(ends[0]), *ends[1:])):
        ends = frozenset((source, target))
        lane = _lane(taken[ends]) * (1 if source < target else -1)
        taken[ends] += 1
        ordered = sorted(claims[type_, source, target], key=_place)
        bundles.append(Bundle(source, target, type_, lane, tuple(ordered)))
    return bundles


def _lane(place: int) -> int:
    """0, 1, -1, 2, -2, …: the first bundle runs straight, the others bend to alternate sides."""
    return (place + 1) // 2 * (1 if place % 2 else -1)


def _place(claim: dict[str, Any]) -> tuple[str, int, int, str]:
    return claim["article"], claim["start"], claim["end"], str(claim.get("role"))


def degrees(bundles: Iterable[Bundle]) -> Counter[str]:
    """How many different nodes each node is tied to by drawn lines, mentions apart."""
    pairs = {frozenset((bundle.source, bundle.target)) for bundle in bundles if not bundle.is_mention}
    return Counter(node for pair in pairs for node in pair)


def strongest(graph: Graph, bundles: Sequence[Bundle], limit: int, focus: str | None) -> set[str]:
    """The nodes to draw where there are more than a page can show.

    Args:
        graph: the whole graph.
        bundles: its bundles.
        limit: how many nodes may stay.
        focus: a node whose surroundings stay first, nearest first; None for the best connected nodes.

    Returns:
        at most `limit` node ids.
    """
    if len(graph) <= limit:
        return set(graph)
    degree = degrees(bundles)
    distance = _distances(bundles, focus) if focus is not None else {}
    ranked = sorted(graph, key=lambda node: (distance.get(node, len(graph)), -degree[node], node))
    return set(ranked[:limit])


def _distances(bundles: Sequence[Bundle], start: str) -> dict[str, int]:
    """Steps from one node to every node it reaches, in either direction, mentions apart."""
    neighbours = neighbourhoods(bundles)
    distance = {start: 0}
    queue = [start]
    for node in queue:
        for neighbour in neighbours[node]:
            if neighbour not in distance:
                distance[neighbour] = distance[node] + 1
                queue.append(neighbour)
    return distance


def neighbourhoods(bundles: Iterable[Bundle]) -> defaultdict[str, dict[str, None]]:
    """The nodes next to each node, in a fixed order, mentions apart."""
    neighbours: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for bundle in bundles:
        if not bundle.is_mention:
            neighbours[bundle.source][bundle.target] = None
            neighbours[bundle.target][bundle.source] = None
    return neighbours
