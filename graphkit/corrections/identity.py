"""Who is one and who is not, as people say, upon what the articles make of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

import networkx as nx

from graphkit.corrections.decisions import report_contradiction
from graphkit.corrections.directory import Directory
from graphkit.corrections.file import Corrections, Line
from graphkit.corrections.kinds import NotSame, Same
from graphkit.corrections.reporting import NotApplied
from graphkit.corrections.seats import seated
from graphkit.corrections.subjects import Reference
from graphkit.records import Merge
from graphkit.resolve.clusters import Cluster

RULE = "correction.same"

Names: TypeAlias = frozenset[Reference]
Pair: TypeAlias = tuple[Names, Names]


@dataclass(frozen=True)
class Judgements:
    """What people say of who is who.

    Attributes:
        same: pairs of sets of subjects, all of which are one entity.
        apart: pairs of sets of subjects; no subject of the one is one entity with a subject of the other.
    """

    same: tuple[Pair, ...] = ()
    apart: tuple[Pair, ...] = ()
    _ones: nx.utils.UnionFind[Reference] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_ones", _joined(self.same))

    def one(self, left: Reference, right: Reference) -> bool:
        """Whether people say that two subjects are one."""
        return bool(self._ones[left] == self._ones[right])

    def two(self, left: Iterable[Reference], right: Iterable[Reference]) -> bool:
        """Whether people keep anything of one set of subjects apart from anything of another."""
        here, there = set(left), set(right)
        return any((one & here and other & there) or (one & there and other & here) for one, other in self.apart)

    def regroup(self, clusters: Sequence[Cluster], merges: Sequence[Merge]) -> tuple[list[Cluster], list[Merge]]:
        """Join and part the clusters of a resolution; see `graphkit.resolve.resolve`."""
        if not self.same and not self.apart:
            return list(clusters), list(merges)
        groups = [
            group for joined in self._join(clusters) for group in seated(joined, self._ones.__getitem__, self.apart)
        ]
        home = {candidate.reference: number for number, group in enumerate(groups) for candidate in group}
        kept = [merge for merge in merges if home[merge.left] == home[merge.right]]
        given = [_merge(left | right) for left, right in self.same]
        return groups, [*kept, *given]

    def _join(self, clusters: Sequence[Cluster]) -> list[Cluster]:
        home = {candidate.reference: number for number, cluster in enumerate(clusters) for candidate in cluster}
        joined: nx.utils.UnionFind[int] = nx.utils.UnionFind(range(len(clusters)))
        for left, right in self.same:
            joined.union(*(home[reference] for reference in left | right))
        together: dict[int, Cluster] = {}
        for number, cluster in enumerate(clusters):
            together.setdefault(joined[number], []).extend(cluster)
        return list(together.values())


def _joined(pairs: Iterable[Pair]) -> nx.utils.UnionFind[Reference]:
    joined: nx.utils.UnionFind[Reference] = nx.utils.UnionFind()
    for left, right in pairs:
        joined.union(*left, *right)
    return joined


def _merge(names: Names) -> Merge:
    first, second, *_ = sorted(names)
    return Merge(first, second, RULE, 1.0)


def judge(directory: Directory, corrections: Corrections, added: Iterable[Pair] = ()) -> Judgements:
    """Find what the lines `same` and `not-same` name; those that contradict each other are reported.

    Args:
        directory: the subjects as the articles alone resolve them.
        corrections: the lines, and who is told of those that find nothing.
        added: further subjects that are one.
    """
    same = _pairs(directory, corrections, Same)
    apart = _pairs(directory, corrections, NotSame)
    wrong = _contradictions(same, apart)
    for line, places in wrong.items():
        report_contradiction(corrections, line, places)
    return Judgements(
        _in_order([*(pair for line, pair in same if line not in wrong), *added]),
        _in_order(pair for line, pair in apart if line not in wrong),
    )


def _in_order(pairs: Iterable[Pair]) -> tuple[Pair, ...]:
    """Pairs in an order that is not that of the lines."""
    return tuple(sorted(pairs, key=lambda pair: [sorted(names) for names in pair]))


def _pairs(directory: Directory, corrections: Corrections, kind: type[Same | NotSame]) -> list[tuple[Line, Pair]]:
    pairs = []
    for line, correction in corrections.of(kind):
        with corrections.reporting(line):
            left, right = directory.subjects(correction.left), directory.subjects(correction.right)
            if left == right or (kind is NotSame and left & right):
                raise NotApplied(
                    f"{correction.left.name!r} and {correction.right.name!r} are the same words of an article",
                    "Name an article after each name: NAME in ARTICLE",
                )
            pairs.append((line, (left, right)))
    return pairs


def _contradictions(same: Sequence[tuple[Line, Pair]], apart: Sequence[tuple[Line, Pair]]) -> dict[Line, set[str]]:
    """The lines that cannot all be true, each with the places of the others."""
    joined = _joined(pair for _, pair in same)
    wrong: dict[Line, set[str]] = {}
    for line, (left, right) in apart:
        both = {joined[reference] for reference in left} & {joined[reference] for reference in right}
        for other, (names, _) in same:
            if joined[min(names)] in both:
                wrong.setdefault(line, set()).add(other.place)
                wrong.setdefault(other, set()).add(line.place)
    return wrong
