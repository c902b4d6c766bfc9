"""What one article says of each of its subjects that helps to tell who it is."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TypeAlias

from graphkit import vocabulary
from graphkit.extract import lexicon
from graphkit.extract.gazetteers import fold, organisation_by_any_name
from graphkit.records import Claim, Reading, Subject, fact_of
from graphkit.resolve.clusters import Candidate
from graphkit.resolve.organisation_names import agency_key, forum_key
from graphkit.resolve.romanised import name_key

_Told: TypeAlias = tuple[tuple[str, ...], frozenset[str]]
"""What a subject is compared by, and the facts about it."""

_Tell: TypeAlias = Callable[[Subject, Sequence[Claim], Mapping[str, Subject]], _Told]


def candidates_of(reading: Reading) -> Iterable[Candidate]:
    """The subjects of an article, each with its key, its facts and its posts."""
    represents = [claim for claim in reading.claims if claim.type == vocabulary.REPRESENTS]
    subjects = {subject.key: subject for subject in reading.subjects}
    for subject in reading.subjects:
        key, context = _TOLD[subject.label](subject, represents, subjects)
        posts = _posts(claim for claim in represents if claim.source == subject.key)
        initial = _initial(subject.name) if subject.label == vocabulary.PERSON and len(key) == 1 else ""
        yield Candidate(reading.article.key, subject, key, context | subject.context, posts, initial)


def _posts(claims: Iterable[Claim]) -> frozenset[str]:
    words = {word for claim in claims for word in re.findall(r"\w+", fold(str(claim.properties["role"] or "")))}
    return frozenset(words & lexicon.POST_HEADS - {"deputy"})


def _initial(name: str) -> str:
    letters = fold(name).lstrip()
    return letters[0] if letters[1:2] == "." else ""


def _person(subject: Subject, represents: Sequence[Claim], subjects: Mapping[str, Subject]) -> _Told:
    context: set[str] = set()
    for claim in represents:
        if claim.source != subject.key:
            continue
        body = subjects[claim.target]
        if body.label == vocabulary.COUNTRY:
            context.add(fact_of("country", body.name))
        else:
            context |= _agency(body, represents, subjects)[1] | {fact_of("agency", agency_key(_canonical(body))[0])}
    return name_key(subject.name), frozenset(context)


def _agency(subject: Subject, represents: Sequence[Claim], subjects: Mapping[str, Subject]) -> _Told:
    key, state = agency_key(_canonical(subject))
    countries = {subjects[claim.target].name for claim in represents if claim.source == subject.key}
    return (key,), frozenset(fact_of("country", name) for name in countries | ({state} if state else set()))


def _canonical(subject: Subject) -> str:
    """The name of a well-known organisation, however it is spelled here."""
    known = organisation_by_any_name()
    for spelling in (subject.name, *subject.aliases):
        if spelling in known:
            return known[spelling].name
    return subject.name


def _forum(subject: Subject, represents: Sequence[Claim], subjects: Mapping[str, Subject]) -> _Told:
    key, edition, year = forum_key(subject.name)
    dated = re.match(r"\d{4}", str(subject.properties.get("start") or ""))
    year = year or (dated.group() if dated is not None else None)
    facts: set[str] = set()
    if edition:
        facts.add(fact_of("edition", edition))
    if year:
        facts.add(fact_of("year", year))
    return (key,), frozenset(facts)


def _country(subject: Subject, represents: Sequence[Claim], subjects: Mapping[str, Subject]) -> _Told:
    return (subject.name,), frozenset()


_TOLD: dict[str, _Tell] = {
    vocabulary.PERSON: _person,
    vocabulary.AGENCY: _agency,
    vocabulary.FORUM: _forum,
    vocabulary.COUNTRY: _country,
}
