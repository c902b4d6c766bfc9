"""Subjects with one name, sorted into entities by what else is known of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from graphkit.records import FactKind, Merge, Subject, fact_of


@dataclass(frozen=True, slots=True)
class Candidate:
    """One subject of one article, with what tells it apart from its namesakes.

    Attributes:
        article: the article's key.
        subject: the subject.
        key: what it is compared by; only candidates of one key can be one entity.
        context: facts that speak for the same entity when they are shared.
        posts: the words of a person's posts ("minister"), which alone tell nothing but do not change at random.
        initial: the first letter of a person's name that is initials and one word, else empty.
    """

    article: str
    subject: Subject
    key: tuple[str, ...]
    context: frozenset[str]
    posts: frozenset[str] = frozenset()
    initial: str = ""

    @property
    def reference(self) -> tuple[str, str]:
        """Article and subject key."""
        return self.article, self.subject.key

    def facts(self, kind: FactKind) -> set[str]:
        """The facts of one kind."""
        beginning = fact_of(kind, "")
        return {known for known in self.context if known.startswith(beginning)}


Cluster: TypeAlias = list[Candidate]
"""Candidates that are one entity, in the order of their references."""

Conflict: TypeAlias = Callable[[Candidate, Candidate], bool]


def clustered(candidates: Iterable[Candidate], conflict: Conflict, merges: list[Merge]) -> list[Cluster]:
    """Cluster the candidates of one key.

    Those that share a fact are one entity. Those of whom nothing is known join the one entity that there is; when
    there are several they stay by themselves.
    """
    ordered = sorted(candidates, key=_reference)
    groups = _join_compatible(_sharing(ordered, merges), conflict, merges)
    bare = [candidate for candidate in ordered if not candidate.context]
    if bare and stand_alone(bare[0], len(groups), conflict):
        groups += [[candidate] for candidate in bare]
    elif bare:
        joined = [*groups[0], *bare] if groups else bare
        merges += [
            _merge(joined[0], candidate, "same name, nothing against it", 0.85)
            for candidate in bare
            if candidate is not joined[0]
        ]
        groups = [joined]
    return [sorted(group, key=_reference) for group in groups]


def clustered_profiles(profiles: Sequence[Candidate], conflict: Conflict) -> tuple[list[Cluster], list[Candidate]]:
    """Cluster the candidates of one key as `clustered` does, by one of each profile, which stands for all like it.

    Args:
        profiles: the first of each profile.
        conflict: as for `clustered`.

    Returns:
        the clusters, and the profiles of whose members each stays by itself.
    """
    bare = [candidate for candidate in profiles if not candidate.context]
    known = clustered([candidate for candidate in profiles if candidate.context], conflict, [])
    if bare and stand_alone(bare[0], len(known), conflict):
        return known, bare
    return clustered(profiles, conflict, []), []


def stand_alone(bare: Candidate, entities: int, conflict: Conflict) -> bool:
    """Whether those of whom nothing is known stay by themselves.

    Args:
        bare: one of them; the others are like it.
        entities: how many entities of their key are known by facts.
        conflict: as for `clustered`; where it holds of one with itself, the name says too little.
    """
    return entities > 1 or conflict(bare, bare)


def _sharing(ordered: Iterable[Candidate], merges: list[Merge]) -> list[Cluster]:
    """The candidates with facts, those together that share one."""
    groups: dict[int, Cluster] = {}
    facts: dict[int, frozenset[str]] = {}
    group_of: dict[str, int] = {}
    for number, candidate in enumerate(candidate for candidate in ordered if candidate.context):
        sharing = sorted({group_of[fact] for fact in candidate.context if fact in group_of})
        merges += [
            _merge(groups[its][0], candidate, "same name, shared post, body or country", 0.97) for its in sharing
        ]
        home = max(sharing, key=lambda its: len(groups[its]), default=number)
        members, known = groups.setdefault(home, []), facts.setdefault(home, frozenset())
        for other in sharing:
            if other != home:
                members += groups.pop(other)
                known |= facts.pop(other)
        members.append(candidate)
        facts[home] = known | candidate.context
        group_of |= dict.fromkeys(facts[home] if len(sharing) > 1 else candidate.context, home)
    return list(groups.values())


def _join_compatible(groups: Iterable[Cluster], conflict: Conflict, merges: list[Merge]) -> list[Cluster]:
    """Join groups between which nothing conflicts."""
    joined: list[tuple[Cluster, Cluster]] = []
    for group in sorted(groups, key=lambda group: min(map(_reference, group))):
        profiles = profiles_of(group)
        for other, its_profiles in joined:
            if not conflicting(profiles, its_profiles, conflict):
                merges.append(_merge(other[0], group[0], "same name, no conflict", 0.8))
                other += group
                its_profiles += profiles
                break
        else:
            joined.append((list(group), profiles))
    return [cluster for cluster, _ in joined]


def profiles_of(cluster: Iterable[Candidate]) -> list[Candidate]:
    """One of each profile: candidates that are alike in all but their article."""
    return list({(its.key, its.context, its.posts, its.initial): its for its in cluster}.values())


def conflicting(left: Iterable[Candidate], right: Sequence[Candidate], conflict: Conflict) -> bool:
    """Whether any candidate of one cluster conflicts with any of another."""
    return any(conflict(one, other) for one in left for other in right)


def _reference(candidate: Candidate) -> tuple[str, str]:
    return candidate.reference


def _merge(left: Candidate, right: Candidate, reason: str, score: float) -> Merge:
    return Merge(left.reference, right.reference, reason, score)
