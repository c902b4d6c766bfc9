"""Resolution: which subjects of which articles are one entity, and why.

Subjects are blocked by a key made of their name; within a block what else the articles say decides. Nothing
here depends on the order of the articles.
"""

from __future__ import annotations

import hashlib
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from typing import TypeAlias

from graphkit import vocabulary
from graphkit.extract import lexicon
from graphkit.extract.gazetteers import fold, organisation_named
from graphkit.records import Claim, Merge, Reading, Resolution, Subject
from graphkit.resolve.clusters import Candidate, Cluster, clustered
from graphkit.resolve.organisation_names import agency_key, forum_key
from graphkit.resolve.people import join_variants
from graphkit.resolve.romanised import name_key

__all__ = ["resolve"]


Regroup: TypeAlias = Callable[[Sequence[Cluster], Sequence[Merge]], tuple[Sequence[Cluster], Sequence[Merge]]]
"""Joins and parts clusters, and says which merges hold afterwards."""


def resolve(readings: Sequence[Reading], regroup: Regroup | None = None) -> Resolution:
    """Give every subject of every reading its entity.

    Args:
        readings: at most one of each article, in any order.
        regroup: what people say of who is who, applied to the entities before they get their ids.

    Returns:
        an entity id for each (article key, subject key), and the reason for each merge.
    """
    blocks: defaultdict[tuple[str, tuple[str, ...]], list[Candidate]] = defaultdict(list)
    for reading in sorted(readings, key=lambda reading: reading.article.key):
        for candidate in _candidates(reading):
            blocks[candidate.subject.label, candidate.key].append(candidate)
    merges: list[Merge] = []
    clusters: list[Cluster] = []
    people: list[Cluster] = []
    for (label, _), candidates in sorted(blocks.items()):
        found = people if label == vocabulary.PERSON else clusters
        found.extend(clustered(candidates, _CONFLICTS[label], merges))
    clusters += join_variants(people, _different_people, merges)
    grouped, reasons = regroup(clusters, merges) if regroup else (clusters, merges)
    return Resolution(_ids(grouped), tuple(reasons))


def _candidates(reading: Reading) -> Iterable[Candidate]:
    represents = [claim for claim in reading.claims if claim.type == vocabulary.REPRESENTS]
    subjects = {subject.key: subject for subject in reading.subjects}
    for subject in reading.subjects:
        key, context = _KEYS[subject.label](subject, represents, subjects)
        posts = _posts(claim for claim in represents if claim.source == subject.key)
        yield Candidate(reading.article.key, subject, key, context | subject.context, posts)


def _posts(claims: Iterable[Claim]) -> frozenset[str]:
    words = {word for claim in claims for word in re.findall(r"\w+", fold(str(claim.properties["role"] or "")))}
    return frozenset(words & lexicon.POST_HEADS - {"deputy"})


def _person(
    subject: Subject, represents: Sequence[Claim], subjects: dict[str, Subject]
) -> tuple[tuple[str, ...], frozenset[str]]:
    context: set[str] = set()
    for claim in represents:
        if claim.source != subject.key:
            continue
        body = subjects[claim.target]
        if body.label == vocabulary.COUNTRY:
            context.add(f"country:{body.name}")
        else:
            context |= _agency(body, represents, subjects)[1] | {f"agency:{agency_key(_canonical(body))[0]}"}
    return name_key(subject.name), frozenset(context)


def _agency(
    subject: Subject, represents: Sequence[Claim], subjects: dict[str, Subject]
) -> tuple[tuple[str, ...], frozenset[str]]:
    key, state = agency_key(_canonical(subject))
    countries = {f"country:{subjects[claim.target].name}" for claim in represents if claim.source == subject.key}
    return (key,), frozenset(countries | ({f"country:{state}"} if state else set()))


def _canonical(subject: Subject) -> str:
    """The name of a well-known organisation, however it is spelled here."""
    known = organisation_named()
    for spelling in (subject.name, *subject.aliases):
        if spelling in known:
            return known[spelling].name
    return subject.name


def _forum(
    subject: Subject, represents: Sequence[Claim], subjects: dict[str, Subject]
) -> tuple[tuple[str, ...], frozenset[str]]:
    key, edition, year = forum_key(subject.name)
    dated = re.match(r"\d{4}", str(subject.properties.get("start") or ""))
    facts = {f"edition:{edition}" if edition else "", f"year:{year}" if year else ""} - {""}
    if dated is not None and year is None:
        facts.add(f"year:{dated.group()}")
    return (key,), frozenset(facts)


def _country(
    subject: Subject, represents: Sequence[Claim], subjects: dict[str, Subject]
) -> tuple[tuple[str, ...], frozenset[str]]:
    return (subject.name,), frozenset()


_KEYS: dict[str, Callable[[Subject, Sequence[Claim], dict[str, Subject]], tuple[tuple[str, ...], frozenset[str]]]] = {
    vocabulary.PERSON: _person,
    vocabulary.AGENCY: _agency,
    vocabulary.FORUM: _forum,
    vocabulary.COUNTRY: _country,
}


def _facts(candidate: Candidate, kind: str) -> set[str]:
    return {fact for fact in candidate.context if fact.startswith(kind)}


def _different_people(left: Candidate, right: Candidate) -> bool:
    """Namesakes: of two countries, different bodies or other posts, with nothing in common; or of one word only."""
    if left.context & right.context:
        return False
    if len(left.key) < 2:
        return True
    if left.context and right.context and left.posts and right.posts and not left.posts & right.posts:
        return True
    return any(_facts(left, kind) and _facts(right, kind) for kind in ("country:", "agency:"))


def _different_agencies(left: Candidate, right: Candidate) -> bool:
    """One name in two states."""
    here, there = _facts(left, "country:"), _facts(right, "country:")
    return bool(here) and bool(there) and not here & there


def _different_forums(left: Candidate, right: Candidate) -> bool:
    """Two editions of one gathering."""
    for kind in ("edition:", "year:"):
        here, there = _facts(left, kind), _facts(right, kind)
        if here and there and not here & there:
            return True
    return False


def _never(left: Candidate, right: Candidate) -> bool:
    return False


_CONFLICTS: dict[str, Callable[[Candidate, Candidate], bool]] = {
    vocabulary.PERSON: _different_people,
    vocabulary.AGENCY: _different_agencies,
    vocabulary.FORUM: _different_forums,
    vocabulary.COUNTRY: _never,
}


def _ids(clusters: Sequence[Cluster]) -> dict[tuple[str, str], str]:
    """An id that can be read, `person/javid-musayev`; of namesakes, all but the first get a suffix of their own."""
    by_slug: defaultdict[str, list[Cluster]] = defaultdict(list)
    for cluster in clusters:
        by_slug[_slug(cluster)].append(cluster)
    ids: dict[tuple[str, str], str] = {}
    for slug, namesakes in by_slug.items():
        namesakes.sort(key=lambda cluster: min(candidate.reference for candidate in cluster))
        for position, cluster in enumerate(namesakes):
            first = min(candidate.reference for candidate in cluster)
            mark = hashlib.sha256("\0".join(first).encode("utf-8", "surrogatepass")).hexdigest()[:6]
            for candidate in cluster:
                ids[candidate.reference] = f"{slug}-{mark}" if position else slug
    return ids


def _slug(cluster: Cluster) -> str:
    """The label and the commonest name, in plain letters."""
    names = [candidate.subject.name for candidate in cluster]
    name = min(set(names), key=lambda name: (-names.count(name), -len(name), name))
    words = re.findall(r"[a-z0-9]+", fold(re.sub(r"['’ʻʼ`]", "", name)))
    return cluster[0].subject.label.lower() + "/" + ("-".join(words) or "unnamed")
