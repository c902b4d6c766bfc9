"""Made-up corrections of the articles of `random_news`: of all kinds, and not all of them apply."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from random import Random

from random_news import BODIES, COUNTRIES, FAMILY, FORUMS, GIVEN

from graphkit import vocabulary
from graphkit.corrections.kinds import (
    Add,
    Correction,
    Drop,
    Keep,
    Named,
    NotSame,
    Relabel,
    Rename,
    Retype,
    Same,
    Sought,
)
from graphkit.records import Reading

NAMES = {
    vocabulary.PERSON: [f"{one} {other}".strip() for one in GIVEN for other in FAMILY],
    vocabulary.AGENCY: BODIES,
    vocabulary.COUNTRY: COUNTRIES,
    vocabulary.FORUM: FORUMS,
}


def random_line(readings: Sequence[Reading], random: Random) -> Correction:
    """A correction of what some articles say."""
    kinds: Sequence[Callable[[Sequence[Reading], Random], Correction]] = (
        *(_same, _same, _not_same, _not_same, _rename, _relabel),
        *(_drop, _drop, _keep, _retype, _add, _add),
    )
    return random.choice(kinds)(readings, random)


def _same(readings: Sequence[Reading], random: Random) -> Correction:
    label = _label(random)
    return Same(_named(readings, random, label), _named(readings, random, label))


def _not_same(readings: Sequence[Reading], random: Random) -> Correction:
    label = _label(random)
    left = _named(readings, random, label, always_in=True)
    right = _named(readings, random, label, always_in=True)
    return NotSame(left, right if random.random() < 0.5 else Named(label, left.name, right.article))


def _rename(readings: Sequence[Reading], random: Random) -> Correction:
    label = _label(random)
    return Rename(_named(readings, random, label), random.choice((*NAMES[label], "Somebody Else", "Another")))


def _relabel(readings: Sequence[Reading], random: Random) -> Correction:
    return Relabel(_named(readings, random, _label(random)), _label(random))


def _drop(readings: Sequence[Reading], random: Random) -> Correction:
    return Drop(_edge(readings, random))


def _keep(readings: Sequence[Reading], random: Random) -> Correction:
    return Keep(_edge(readings, random))


def _retype(readings: Sequence[Reading], random: Random) -> Correction:
    edge = _edge(readings, random)
    if edge.type == vocabulary.ATTENDED and random.random() < 0.5:
        return Retype(edge, vocabulary.REPRESENTS, _named(readings, random, vocabulary.AGENCY, always_in=True))
    return Retype(edge, edge.type, edge.target)


def _add(readings: Sequence[Reading], random: Random) -> Correction:
    article = random.choice(readings).article
    person = _named(readings, random, vocabulary.PERSON)
    words = random.choice((*article.text.removesuffix(".").split(". "), "nobody"))
    if random.random() < 0.3:
        return Add(Sought(vocabulary.MENTIONED_IN, person, None, article.key, words))
    forum = _named(readings, random, vocabulary.FORUM)
    return Add(Sought(vocabulary.ATTENDED, person, forum, article.key, words, (("status", "planned"),)))


def _edge(readings: Sequence[Reading], random: Random) -> Sought:
    """An edge that some article has, most often."""
    reading = random.choice(readings)
    place = reading.article.key if random.random() < 0.6 else None
    subjects = {its.key: Named(its.label, its.name) for its in reading.subjects}
    claims = [*reading.claims, *(its for its in reading.mentions if random.random() < 0.3)]
    if not claims:
        forum = Named(vocabulary.FORUM, random.choice(FORUMS))
        return Sought(vocabulary.ATTENDED, _named(readings, random, vocabulary.PERSON), forum, place)
    claim = random.choice(claims)
    words = claim.evidence.sentence if random.random() < 0.3 else None
    if hasattr(claim, "target"):
        return Sought(claim.type, subjects[claim.source], subjects[claim.target], place, words)
    return Sought(vocabulary.MENTIONED_IN, subjects[claim.subject], None, place, words)


def _named(readings: Sequence[Reading], random: Random, label: str, always_in: bool = False) -> Named:
    """Something of a label, most often as some article names it."""
    if random.random() < 0.15:
        return Named(label, random.choice(NAMES[label]))
    found = [(its, reading.article.key) for reading in readings for its in reading.subjects if its.label == label]
    if not found:
        return Named(label, random.choice(NAMES[label]), "nowhere" if random.random() < 0.2 else None)
    subject, article = random.choice(found)
    name = random.choice((subject.name, subject.name, subject.name.upper(), *subject.aliases))
    return Named(label, name, article if always_in or random.random() < 0.6 else None)


def _label(random: Random) -> str:
    return random.choice(
        (vocabulary.PERSON, vocabulary.PERSON, vocabulary.AGENCY, vocabulary.FORUM, vocabulary.COUNTRY)
    )
