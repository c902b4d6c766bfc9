"""Entities that are nearly alike but were not joined: a list for people to look through, not a guess."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from rapidfuzz import fuzz

from graphkit import vocabulary
from graphkit.records import Reading, Resolution, Subject
from graphkit.resolve.organisation_names import plain
from graphkit.resolve.people import similarity
from graphkit.resolve.romanised import name_key, skeleton

NEARLY = 0.84
"""The least similarity (0 to 1) of two names that a person is asked about."""

_COMMON = 40
"""A word that more entities share than this says nothing about which of them are one."""


@dataclass(frozen=True, slots=True)
class Borderline:
    """Two subjects, of two entities, that may be one.

    Attributes:
        left: article and subject key.
        right: the same of the other.
        reason: what speaks for it.
        score: how alike their names are, from `NEARLY` to 1.
    """

    left: tuple[str, str]
    right: tuple[str, str]
    reason: str
    score: float


@dataclass(frozen=True, slots=True)
class _Entity:
    id: str
    subject: Subject
    first: tuple[str, str]
    articles: frozenset[str]


def borderline_pairs(readings: Sequence[Reading], resolution: Resolution) -> list[Borderline]:
    """Pairs of entities with like names that resolution kept apart, the likest first.

    Two entities that one article names are left out, since the article itself tells them apart. Pairs are sought
    among entities that share a word, or an acronym and its words, so that not every pair is looked at.

    Args:
        readings: what was resolved.
        resolution: what came of it.
    """
    by_label: defaultdict[str, list[_Entity]] = defaultdict(list)
    for entity in _entities(readings, resolution):
        by_label[entity.subject.label].append(entity)
    found = [
        pair
        for label, comparison in _COMPARISONS.items()
        for left, right in _candidates(by_label[label], _WORDS[label])
        if (pair := _pair(left, right, comparison)) is not None
    ]
    return sorted(found, key=lambda pair: (-pair.score, pair.left, pair.right))


def _entities(readings: Sequence[Reading], resolution: Resolution) -> Iterator[_Entity]:
    members: defaultdict[str, list[tuple[str, Subject]]] = defaultdict(list)
    for reading in readings:
        for subject in reading.subjects:
            members[resolution.entity_ids[reading.article.key, subject.key]].append((reading.article.key, subject))
    for entity, known in members.items():
        article, subject = min(known, key=lambda its: (-len(its[1].name), its[0], its[1].key))
        yield _Entity(entity, subject, (article, subject.key), frozenset(article for article, _ in known))


def _candidates(
    entities: Iterable[_Entity], words: Callable[[str], Iterable[str]]
) -> Iterator[tuple[_Entity, _Entity]]:
    blocks: defaultdict[str, list[_Entity]] = defaultdict(list)
    for entity in sorted(entities, key=lambda its: its.id):
        for word in set(words(entity.subject.name)):
            blocks[word].append(entity)
    pairs = {
        (left.id, right.id): (left, right)
        for block in blocks.values()
        if len(block) <= _COMMON
        for left, right in combinations(block, 2)
    }
    yield from pairs.values()


def _pair(left: _Entity, right: _Entity, comparison: Callable[[str, str], float]) -> Borderline | None:
    if left.articles & right.articles:
        return None
    score = round(comparison(left.subject.name, right.subject.name), 3)
    if score < NEARLY:
        return None
    reason = "one name, kept apart" if left.subject.name == right.subject.name else "names nearly alike"
    return Borderline(left.first, right.first, reason, score)


def _person_words(name: str) -> Iterator[str]:
    return (skeleton(word) for word in name_key(name))


def _people_alike(left: str, right: str) -> float:
    return similarity(name_key(left), name_key(right))


def _body_words(name: str) -> list[str]:
    """The words of a name, and the acronym that they make."""
    words = plain(name).split()
    return [*words, _acronym(name)] if len(words) > 2 else words


def _acronym(name: str) -> str:
    return "".join(word[0] for word in name.split() if word[0].isupper()).lower()


def _bodies_alike(left: str, right: str) -> float:
    shorter, longer = sorted((left, right), key=len)
    if " " not in shorter and len(shorter) > 2 and shorter.isupper() and _acronym(longer) == shorter.lower():
        return 0.9
    return fuzz.token_sort_ratio(plain(left), plain(right)) / 100


_COMPARISONS: dict[str, Callable[[str, str], float]] = {
    vocabulary.PERSON: _people_alike,
    vocabulary.AGENCY: _bodies_alike,
    vocabulary.FORUM: _bodies_alike,
}
_WORDS: dict[str, Callable[[str], Iterable[str]]] = {
    vocabulary.PERSON: _person_words,
    vocabulary.AGENCY: _body_words,
    vocabulary.FORUM: _body_words,
}
