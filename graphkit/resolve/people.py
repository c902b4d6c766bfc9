"""People whose names differ by more than spelling rules undo: "Davit" and "David", with and without a father's name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, permutations
from typing import TypeAlias

from rapidfuzz import fuzz

from graphkit.records import Merge
from graphkit.resolve.clusters import Candidate, Cluster, Conflict, conflicting, profiles_of
from graphkit.resolve.romanised import skeleton

ArticlesOf: TypeAlias = Callable[[Candidate], frozenset[str]]
"""The keys of the articles that a candidate stands for."""

ALIKE = 0.72
"""The least similarity (0 to 1, by longest common subsequence) of two words that may be one name."""

ALIKE_ON_AVERAGE = 0.86
"""The least mean similarity of all words of the shorter name."""


def its_article(candidate: Candidate) -> frozenset[str]:
    """A candidate that is one subject stands for its article."""
    return frozenset((candidate.article,))


def similarity(left: Sequence[str], right: Sequence[str]) -> float:
    """How alike two name keys are, in [0, 1]: the mean over the words of the shorter one of their best match.

    Words that differ only in a final "a" are a man's and a woman's family name, and are not alike.
    """
    shorter, longer = sorted((list(left), list(right)), key=len)
    if len(shorter) < 2:
        return 0.0
    scores = []
    for word in shorter:
        best = max(longer, key=lambda other: fuzz.ratio(word, other))
        if best != word and best.removesuffix("a") == word.removesuffix("a"):
            return 0.0
        scores.append(fuzz.ratio(word, best) / 100)
        longer.remove(best)
    return sum(scores) / len(scores) if min(scores) >= ALIKE else 0.0


def join_variants(
    clusters: Iterable[Cluster], conflict: Conflict, merges: list[Merge], articles_of: ArticlesOf = its_article
) -> list[Cluster]:
    """Join clusters of people whose names are variants of one another.

    A variant needs a fact in common (a body, a country), save where one name is the other with more words and
    there is nobody else whom it could be. What has one name has been decided before and is not looked at again.

    Args:
        clusters: the people of each name, in any order.
        conflict: whether two candidates are two people.
        merges: is given the reason of each merge.
        articles_of: the articles that a candidate stands for; two people of one article are two.
    """
    ordered = sorted(clusters, key=lambda cluster: (cluster[0].key, cluster[0].reference))
    variants = sorted(_variants(ordered), key=lambda variant: (not variant.facts, variant.left, variant.right))
    homes = _Homes(ordered, conflict, articles_of)
    for variant in (variant for variant in variants if variant.facts):
        if homes.may_join(variant):
            homes.join(variant, merges)
    open_yet = [variant for variant in variants if not variant.facts and homes.may_join(variant)]
    choices: defaultdict[int, set[int]] = defaultdict(set)
    for variant in open_yet:
        here, there = homes.of(variant.left), homes.of(variant.right)
        choices[here].add(there)
        choices[there].add(here)
    for variant in open_yet:
        ends = (homes.of(variant.left), homes.of(variant.right))
        if all(len(choices[end]) <= 1 for end in ends) and homes.may_join(variant):
            homes.join(variant, merges)
    return homes.clusters()


def related(clusters: Sequence[Cluster]) -> Iterator[tuple[int, int]]:
    """The positions of clusters whose names are variants of one another."""
    return ((variant.left, variant.right) for variant in _variants(clusters))


@dataclass(frozen=True, slots=True)
class _Variant:
    """Two clusters, by position, whose names are variants; `facts`: whether they share one."""

    left: int
    right: int
    score: float
    facts: bool


class _Homes:
    """Which clusters have become one."""

    def __init__(self, clusters: Sequence[Cluster], conflict: Conflict, articles_of: ArticlesOf) -> None:
        self._members: dict[int, Cluster] = {position: list(cluster) for position, cluster in enumerate(clusters)}
        self._profiles: dict[int, list[Candidate]] = {}
        self._articles: dict[int, frozenset[str]] = {}
        self._home = {position: position for position in self._members}
        self._conflict = conflict
        self._articles_of = articles_of

    def of(self, position: int) -> int:
        while self._home[position] != position:
            position = self._home[position]
        return position

    def may_join(self, variant: _Variant) -> bool:
        here, there = self.of(variant.left), self.of(variant.right)
        if here == there or not self._articles_in(here).isdisjoint(self._articles_in(there)):
            return False
        return not conflicting(self._profiles_in(here), self._profiles_in(there), self._conflict)

    def join(self, variant: _Variant, merges: list[Merge]) -> None:
        here, there = self.of(variant.left), self.of(variant.right)
        first, second = self._members[here][0], self._members[there][0]
        merges.append(Merge(first.reference, second.reference, "names alike", round(variant.score, 3)))
        self._members[here] += self._members.pop(there)
        for known in (self._profiles, self._articles):
            known.pop(here, None)
        self._home[there] = here

    def clusters(self) -> list[Cluster]:
        return [sorted(members, key=lambda its: its.reference) for members in self._members.values()]

    def _profiles_in(self, home: int) -> list[Candidate]:
        if home not in self._profiles:
            self._profiles[home] = profiles_of(self._members[home])
        return self._profiles[home]

    def _articles_in(self, home: int) -> frozenset[str]:
        if home not in self._articles:
            self._articles[home] = frozenset().union(*map(self._articles_of, self._members[home]))
        return self._articles[home]


def _variants(clusters: Sequence[Cluster]) -> Iterator[_Variant]:
    """Pairs of clusters with like names, found without looking at every pair."""
    facts = [frozenset().union(*(candidate.context for candidate in cluster)) for cluster in clusters]
    blocks: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    for position, cluster in enumerate(clusters):
        for mark in {mark for candidate in profiles_of(cluster) for mark in marks_of(candidate)}:
            blocks[mark].append(position)
    pairs = {pair for block in blocks.values() for pair in combinations(block, 2)}
    for left, right in sorted(pairs):
        shared = bool(facts[left] & facts[right])
        score = variant_score(clusters[left][0], clusters[right][0], shared)
        if score:
            yield _Variant(left, right, score, shared)


def marks_of(candidate: Candidate) -> set[tuple[str, ...]]:
    """What a name shares with its variants: only people with a mark in common are compared."""
    return {
        *_whole_words(candidate.key),
        *_like_words(candidate.key, candidate.context),
        *_initials(candidate),
    }


def _whole_words(key: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """Two words of the name: what a name and the same with more words have in common."""
    if len(key) > 1:
        yield from combinations(sorted(set(key)), 2)


def _like_words(key: tuple[str, ...], facts: frozenset[str]) -> Iterator[tuple[str, ...]]:
    """A fact, one word's consonants, and those of another less one: what variants of people with a fact share."""
    for first, second in permutations(map(skeleton, key), 2):
        for end in {second, *(second[:at] + second[at + 1 :] for at in range(len(second)))}:
            for fact in facts:
                yield fact, first, end


def _initials(candidate: Candidate) -> Iterator[tuple[str, ...]]:
    """A body, a first letter and a family name: "J. Okafor" and "James Okafor" of one company."""
    initial, key = candidate.initial, candidate.key
    ends = [(initial, key[0])] if initial else [(first[0], last) for first, last in permutations(key, 2)]
    for body in candidate.facts("agency"):
        for letter, word in ends:
            yield body, "initial", letter, word


def variant_score(left: Candidate, right: Candidate, shared: bool) -> float:
    """The score of a merge of two people by their names, 0 when it is not to be.

    Args:
        left: the first member of a cluster.
        right: that of another.
        shared: whether the two clusters have a fact in common.
    """
    key, other = set(left.key), set(right.key)
    if left.key == right.key:
        return 0.0
    if min(len(key), len(other)) < 2:
        return 0.85 if shared and (left.initial or right.initial) else 0.0
    if key <= other or other <= key:
        return 0.95 if shared else 0.8
    score = similarity(*sorted((left.key, right.key)))  # of names of one length it depends on their order
    return score if shared and score >= ALIKE_ON_AVERAGE else 0.0
