"""What corrections change, found by looking at nothing but what they name.

It comes to what `graphkit.corrections.derive` makes of all readings together, by the same steps. Articles with other
labels or further subjects are told anew who is who in them, in the ledger itself, and that is taken back at the end:
the ledger goes on saying what the articles alone come to, and the overlay what is corrected of it.
"""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from graphkit.corrections import Corrections
from graphkit.corrections.additions import additions
from graphkit.corrections.directory import Directory
from graphkit.corrections.edges import edited
from graphkit.corrections.identity import Judgements, judge
from graphkit.corrections.kinds import Relabel
from graphkit.corrections.labels import name_given, names_given, relabelled
from graphkit.corrections.subjects import Reference
from graphkit.ledger.ids import ids_of_firsts
from graphkit.ledger.overlay import Overlay
from graphkit.ledger.profiles import candidates_of_entity
from graphkit.ledger.replacing import Replacing
from graphkit.ledger.subjects import LedgerSubjects, entities_alone, members_alone
from graphkit.ledger.written import read_again, written
from graphkit.portions import portions
from graphkit.records import Reading
from graphkit.resolve.clusters import Cluster
from graphkit.resolve.ids import slug_of

_ARTICLES_AT_ONCE: Final = 500


def overlay_of(tables: sqlite3.Connection, corrections: Corrections) -> Overlay:
    """What corrections make of what the ledger has; those that cannot be applied are reported.

    Args:
        tables: the ledger, in a transaction; afterwards it is as it was.
        corrections: the lines, and who is told of those that cannot be applied.
    """
    if len(corrections.lines) == len(corrections.forgotten):
        return Overlay()
    tables.execute("SAVEPOINT corrections")
    try:
        return _Correcting(tables, corrections).overlay()
    finally:
        tables.execute("ROLLBACK TO corrections")
        tables.execute("RELEASE corrections")


class _Correcting:
    """The steps of `graphkit.corrections.derive`, in a ledger that is changed on the way.

    What is told anew differs from what the articles alone come to in `_alone` (the entities of their subjects as
    these are alone), and in entities with the ids of `_unlike`, which are not the same ones any more.
    """

    def __init__(self, tables: sqlite3.Connection, corrections: Corrections) -> None:
        self._tables = tables
        self._corrections = corrections
        self._edited: dict[str, bytes] = {}
        self._alone: dict[str, dict[str, str]] = {}
        self._unlike: set[str] = set()

    def overlay(self) -> Overlay:
        """What is corrected."""
        if self._corrections.of(Relabel):
            self._replace(relabelled(Directory(self._subjects(Overlay())), self._corrections))
        as_read = self._directory(self._subjects(Overlay()))
        added = additions(as_read, self._corrections)
        judgements = judge(as_read, self._corrections, added.same)
        self._replace(added.with_subjects(as_read.reading(key)) for key, its in added.subjects.items() if its)
        judged = _judged(self._tables, judgements)
        subjects = self._subjects(judged)
        directory = self._directory(subjects)
        edits = {its.article.key: written(its) for its in edited(directory, self._corrections, added)}

        def is_left(entity: str) -> bool:
            return any(_has(edits.get(article), key) for article, key in subjects.members(entity))

        given = names_given(directory, self._corrections, is_left)
        return replace(self._over_articles_alone(subjects, judged), edited=self._edited | edits, given=given)

    def _subjects(self, judged: Overlay) -> LedgerSubjects:
        return LedgerSubjects(self._tables, replace(judged, edited=self._edited))

    def _directory(self, subjects: LedgerSubjects) -> Directory:
        directory = Directory(subjects)
        name_given(directory, self._corrections)
        return directory

    def _replace(self, readings: Iterable[Reading]) -> None:
        """Let articles say something else."""
        for some in portions(readings, _ARTICLES_AT_ONCE):
            keys = [reading.article.key for reading in some]
            subjects = self._subjects(Overlay())
            was = [reading for key in keys if (reading := subjects.reading(key)) is not None]
            self._note(keys)
            replacing = Replacing(self._tables, was, some)
            self._note(replacing.changed.articles)
            replacing.write()
            self._unlike |= replacing.changed.entities
            self._edited |= {reading.article.key: written(reading) for reading in some}

    def _note(self, articles: Iterable[str]) -> None:
        for key in articles:
            self._alone.setdefault(key, entities_alone(self._tables, key))

    def _over_articles_alone(self, subjects: LedgerSubjects, judged: Overlay) -> Overlay:
        """Who is who, told by how it differs from what the articles alone come to."""
        joined = {alone: entity for alone, entity in judged.joined.items() if alone not in self._unlike}
        found = dict(judged.parted)
        for alone, entity in judged.joined.items():
            if alone in self._unlike:
                found |= dict.fromkeys(members_alone(self._tables, alone), entity)
        for article in self._alone:
            for key, entity in subjects.entities_in(article).items():
                found[article, key] = entity
        parted: dict[Reference, str] = {}
        for (article, key), entity in found.items():
            self._note([article])
            itself = self._alone[article].get(key)
            if itself is None or joined.get(itself, itself) != entity:
                parted[article, key] = entity
        return Overlay(joined, parted)


def _has(edited: bytes | None, key: str) -> bool:
    """Whether a subject is left in what an article says; one whose edges are as they were has all its subjects."""
    return edited is None or any(subject.key == key for subject in read_again(edited).subjects)


def _judged(tables: sqlite3.Connection, judgements: Judgements) -> Overlay:
    """Who is who as people say, upon what the ledger says."""
    named = {reference for pair in (*judgements.same, *judgements.apart) for names in pair for reference in names}
    ids = {article: entities_alone(tables, article) for article, _ in named}
    was = {ids[article][key] for article, key in named}
    clusters = {entity: candidates_of_entity(tables, entity) for entity in sorted(was)}
    groups, _ = judgements.regroup(list(clusters.values()), ())
    slugs = {_first(group): slug_of(group) for group in groups}
    becomes, renamed = ids_of_firsts(tables, slugs, was)
    home = {its.reference: entity for entity, cluster in clusters.items() for its in cluster}
    joined = {its.was: its.becomes for its in renamed}
    parted: dict[Reference, str] = {}
    for group in groups:
        entity = becomes[_first(group)]
        parts: defaultdict[str, list[Reference]] = defaultdict(list)
        for candidate in group:
            parts[home[candidate.reference]].append(candidate.reference)
        for alone, references in parts.items():
            if alone == entity:
                continue
            if len(references) == len(clusters[alone]):
                joined[alone] = entity
            else:
                parted |= dict.fromkeys(references, entity)
    return Overlay(joined, parted)


def _first(cluster: Cluster) -> Reference:
    return min(candidate.reference for candidate in cluster)
