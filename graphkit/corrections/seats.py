"""Parting a cluster between people that are kept apart."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from graphkit.corrections.subjects import Reference
from graphkit.resolve.clusters import Cluster

_Pair = tuple[frozenset[Reference], frozenset[Reference]]


@dataclass
class _Seat:
    """One of those that a cluster is parted into, with what is known of it."""

    members: Cluster = field(default_factory=list)
    names: set[str] = field(default_factory=set)
    facts: set[str] = field(default_factory=set)
    barred: set[Reference] = field(default_factory=set)

    def take(self, group: Cluster, apart: Sequence[_Pair]) -> None:
        references = {candidate.reference for candidate in group}
        self.members += group
        self.names |= {candidate.subject.name for candidate in group}
        self.facts |= {fact for candidate in group for fact in candidate.context}
        for left, right in apart:
            if references & left:
                self.barred |= right
            if references & right:
                self.barred |= left

    def likeness(self, group: Cluster) -> tuple[int, bool]:
        facts = {fact for candidate in group for fact in candidate.context}
        return len(facts & self.facts), any(candidate.subject.name in self.names for candidate in group)


def seated(cluster: Cluster, one: Callable[[Reference], Reference], apart: Sequence[_Pair]) -> Iterator[Cluster]:
    """Part a cluster so that nobody is with those from whom a person keeps them apart.

    The subjects that are named as apart are placed first, in the order of `apart`. Every other one goes to those
    with whom it shares most facts, and then to those of its spelling; where nothing speaks for any, to the first.

    Args:
        cluster: subjects that would be one entity.
        one: gives one reference for all those that a person says are one.
        apart: pairs of sets of subjects between which nothing may be one.
    """
    here = {candidate.reference for candidate in cluster}
    inside = [pair for pair in apart if pair[0] & here and pair[1] & here]
    if not inside:
        yield cluster
        return
    seats: list[_Seat] = []
    for group in _groups(cluster, one, inside):
        free = [seat for seat in seats if not any(candidate.reference in seat.barred for candidate in group)]
        if not free:
            seats.append(_Seat())
            free = seats[-1:]
        max(free, key=lambda seat: seat.likeness(group)).take(group, inside)
    for seat in seats:
        yield sorted(seat.members, key=lambda candidate: candidate.reference)


def _groups(cluster: Cluster, one: Callable[[Reference], Reference], apart: Sequence[_Pair]) -> list[Cluster]:
    """What a person says is one, each in its turn to be placed."""
    turns: dict[Reference, int] = {}
    for reference in (reference for pair in apart for names in pair for reference in sorted(names)):
        turns.setdefault(reference, len(turns))
    groups: defaultdict[Reference, Cluster] = defaultdict(list)
    for candidate in sorted(cluster, key=lambda candidate: candidate.reference):
        groups[one(candidate.reference)].append(candidate)
    return sorted(
        groups.values(),
        key=lambda group: (min(turns.get(its.reference, len(turns)) for its in group), group[0].reference),
    )
