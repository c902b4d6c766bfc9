"""Subjects with one name, sorted into entities by what else is known of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from graphkit.records import Merge, Subject


@dataclass(frozen=True, slots=True)
class Candidate:
    """One subject of one article, with what tells it apart from its namesakes.

    Attributes:
        article: the article's key.
        subject: the subject.
        key: what it is compared by; only candidates of one key can be one entity.
        context: facts that speak for the same entity when they are shared.
        posts: the words of a person's posts ("minister"), which alone tell nothing but do not change at random.
    """

    article: str
    subject: Subject
    key: tuple[str, ...]
    context: frozenset[str]
    posts: frozenset[str] = frozenset()

    @property
    def reference(self) -> tuple[str, str]:
        """Article and subject key."""
        return self.article, self.subject.key


Cluster = list[Candidate]


def clustered(
    candidates: Sequence[Candidate], conflict: Callable[[Candidate, Candidate], bool], merges: list[Merge]
) -> Iterator[Cluster]:
    """Cluster the candidates of one key.

    Those that share a fact are one entity. Those of whom nothing is known that speaks for or against join the
    one entity that there is; when there are several, or a conflict, they stay by themselves.
    """
    ordered = sorted(candidates, key=lambda candidate: candidate.reference)
    groups: list[Cluster] = []
    for candidate in (candidate for candidate in ordered if candidate.context):
        sharing = [group for group in groups if any(_shares(candidate, other) for other in group)]
        joined: Cluster = [candidate]
        for group in sharing:
            _record(merges, group[0], candidate, "same name, shared post, body or country", 0.97)
            joined = [*group, *joined]
            groups.remove(group)
        groups.append(joined)
    bare = [candidate for candidate in ordered if not candidate.context]
    groups = _join_compatible(groups, conflict, merges)
    for candidate in bare:
        fitting = [group for group in groups if not any(conflict(candidate, other) for other in group)]
        if len(fitting) == 1:
            _record(merges, fitting[0][0], candidate, "same name, nothing against it", 0.85)
            fitting[0].append(candidate)
        else:
            groups.append([candidate])
    yield from groups


def _shares(left: Candidate, right: Candidate) -> bool:
    return bool(left.context & right.context)


def _join_compatible(
    groups: list[Cluster], conflict: Callable[[Candidate, Candidate], bool], merges: list[Merge]
) -> list[Cluster]:
    """Join groups between which nothing conflicts."""
    joined: list[Cluster] = []
    for group in sorted(groups, key=lambda group: group[0].reference):
        for other in joined:
            if not any(conflict(left, right) for left in group for right in other):
                _record(merges, other[0], group[0], "same name, no conflict", 0.8)
                other.extend(group)
                break
        else:
            joined.append(list(group))
    return joined


def _record(merges: list[Merge], left: Candidate, right: Candidate, reason: str, score: float) -> None:
    merges.append(Merge(left.reference, right.reference, reason, score))
