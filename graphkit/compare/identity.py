"""Which entity of one graph is which of another, told by the mentions that both graphs have.

A mention is a place in an article. Where the same place belongs to `A` in the old graph and to `B` in the new one,
`A` has, with that mention, become `B`.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeAlias

from graphkit import vocabulary
from graphkit.graph import Graph

_Place: TypeAlias = tuple[str, int, int]
_Shared: TypeAlias = Mapping[str, Counter[str]]
"""Entity of one graph → entities of the other, with the number of mentions that both have."""


@dataclass(frozen=True, slots=True)
class Identity:
    """How the entities of two graphs, named by their ids, go together where that is not by the same id.

    Attributes:
        merges: new entity → the old ones that are in it, itself among them if it was there.
        splits: old entity → the new ones that came out of it, itself among them if it is still there.
        new_ids: old entity → the new one that it is, as a whole, under another id.
        moved: (old entity, new entity) → mentions that went from one to the other, both being more than that.
        became: old entity → every new one that has one of its mentions.
    """

    merges: Mapping[str, tuple[str, ...]]
    splits: Mapping[str, tuple[str, ...]]
    new_ids: Mapping[str, str]
    moved: Mapping[tuple[str, str], int]
    became: Mapping[str, set[str]]

    @property
    def explained_old(self) -> set[str]:
        """The old entities of the merges, splits and new ids."""
        return {part for parts in self.merges.values() for part in parts} | self.splits.keys() | self.new_ids.keys()

    @property
    def explained_new(self) -> set[str]:
        """The new entities of the same."""
        parted = {part for parts in self.splits.values() for part in parts}
        return parted | self.merges.keys() | set(self.new_ids.values())


def identity(old: Graph, new: Graph) -> Identity:
    """Find out which entities were merged, split or got another id.

    An old entity went into the new one that has most of its mentions, if its own id is gone or is that one's; a new
    entity came out of the old one by the same measure.
    """
    became, was = _shared(old, new)
    heirs = {node: _most(node, counts) for node, counts in became.items()}
    origins = {node: _most(node, counts) for node, counts in was.items()}
    merges = _several({node: heir for node, heir in heirs.items() if node == heir or node not in new})
    splits = _several({node: origin for node, origin in origins.items() if node == origin or node not in old})
    told = {(part, whole) for whole, parts in merges.items() for part in parts}
    told |= {(whole, part) for whole, parts in splits.items() for part in parts}
    new_ids = {
        node: heir
        for node, heir in sorted(heirs.items())
        if node not in new and heir not in old and origins[heir] == node and (node, heir) not in told
    }
    told |= set(new_ids.items())
    moved = {
        (node, other): mentions
        for node, counts in sorted(became.items())
        for other, mentions in sorted(counts.items())
        if node != other and (node, other) not in told
    }
    return Identity(merges, splits, new_ids, moved, {node: set(counts) for node, counts in became.items()})


def _shared(old: Graph, new: Graph) -> tuple[_Shared, _Shared]:
    became: defaultdict[str, Counter[str]] = defaultdict(Counter)
    was: defaultdict[str, Counter[str]] = defaultdict(Counter)
    before, after = _mentioned(old), _mentioned(new)
    for place in before.keys() & after.keys():
        became[before[place]][after[place]] += 1
        was[after[place]][before[place]] += 1
    return became, was


def _mentioned(graph: Graph) -> dict[_Place, str]:
    return {
        (data["article"], data["start"], data["end"]): source
        for source, _, data in graph.edges(data=True)
        if data["type"] == vocabulary.MENTIONED_IN
    }


def _most(node: str, counts: Counter[str]) -> str:
    """The one with most mentions; among equals the one of the same id, then the first in the alphabet."""
    return min(counts, key=lambda other: (-counts[other], other != node, other))


def _several(wholes: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    """Whole → its parts, where there is more than one."""
    parts: defaultdict[str, list[str]] = defaultdict(list)
    for part, whole in sorted(wholes.items()):
        parts[whole].append(part)
    return {whole: tuple(those) for whole, those in sorted(parts.items()) if len(those) > 1}
