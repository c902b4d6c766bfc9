"""The graph that a ledger describes, as people corrected it, an article or an entity at a time."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from graphkit import vocabulary
from graphkit.corrections.labels import rename_node
from graphkit.corrections.subjects import subject_in
from graphkit.graph import article_id, article_node, edges_of
from graphkit.ledger.overlay import Overlay
from graphkit.ledger.profiles import count_said, profiles_of_entity
from graphkit.ledger.subjects import LedgerSubjects, entities_alone
from graphkit.portraits import Portrait, sayings_of
from graphkit.records import ARTICLE_SUBJECT, Article, Reading, Subject
from graphkit.stores.base import EdgeGroup, StoredEdge, StoredNode


@dataclass(frozen=True)
class Told:
    """What an article comes to in the graph.

    Attributes:
        article: the article.
        subjects: its subjects by their keys, each with its entity.
        edges: its edges by their ends and keys.
        labels: the labels of the ends.
    """

    article: Article
    subjects: Mapping[str, tuple[str, Subject]]
    edges: Mapping[tuple[str, str, str], dict[str, Any]]
    labels: Mapping[str, str]


def told(reading: Reading, ids: Mapping[str, str]) -> Told:
    """What an article comes to, given the entity of each of its subjects by the subject's key."""
    itself = article_id(reading.article.key)
    edges = {its[:3]: its[3] for its in edges_of(reading, {**ids, ARTICLE_SUBJECT: itself})}
    subjects = {its.key: (ids[its.key], its) for its in reading.subjects}
    labels = {entity: its.label for entity, its in subjects.values()} | {itself: vocabulary.ARTICLE}
    return Told(reading.article, subjects, edges, labels)


class CorrectedGraph:
    """The graph of the articles that a ledger has, with what is corrected of it."""

    def __init__(self, tables: sqlite3.Connection, overlay: Overlay) -> None:
        self._tables = tables
        self._overlay = overlay
        self._subjects = LedgerSubjects(tables, overlay)

    def entities_in(self, key: str) -> Mapping[str, str]:
        """The entity of each subject of an article, by the subject's key."""
        return self._subjects.entities_in(key)

    def told(self, key: str, ids: Mapping[str, str] | None = None) -> Told:
        """What the article of a key comes to, which the ledger has.

        Args:
            key: the article's key.
            ids: the entity of each of its subjects, where the ledger has others by now.
        """
        return told(self._reading(key), self.entities_in(key) if ids is None else ids)

    def node(self, entity: str) -> dict[str, Any] | None:
        """The data of an entity's node; None where the graph has none of this id."""
        portrait = self._portrait(entity)
        if portrait is None:
            return None
        node = portrait.node()
        if entity in self._overlay.given:
            rename_node(node, self._overlay.given[entity])
        return node

    def nodes(self) -> Iterator[StoredNode]:
        """Every node: the entities, then the articles by key."""
        for entity in self._entities():
            node = self.node(entity)
            if node is not None:
                yield entity, node
        for key in self._subjects.articles():
            yield article_id(key), article_node(self._reading(key).article)

    def edges(self, keys: Iterable[str]) -> Iterator[tuple[EdgeGroup, StoredEdge]]:
        """The edges of articles, each with its group."""
        for key in keys:
            its = self.told(key)
            for (source, target, edge), properties in its.edges.items():
                group = properties["type"], its.labels[source], its.labels[target]
                yield group, (source, target, edge, properties)

    def _entities(self) -> Iterator[str]:
        """The ids of all entities, and of such as may have lost all they had."""
        joined, others = self._overlay.joined, {*self._overlay.joined.values(), *self._overlay.parted.values()}
        for (entity,) in self._tables.execute("SELECT id FROM entities ORDER BY id"):
            if entity not in joined:
                others.discard(entity)
                yield entity
        yield from sorted(others)

    def _reading(self, key: str) -> Reading:
        reading = self._subjects.reading(key)
        assert reading is not None, "it is stored"
        return reading

    def _as_read(self, key: str) -> Reading:
        reading = self._subjects.as_read(key)
        assert reading is not None, "it is stored"
        return reading

    def _portrait(self, entity: str) -> Portrait | None:
        lost, gained = self._moved
        found: Portrait | None = None
        for alone in self._subjects.joined_into(entity):
            its = self._portrait_alone(alone)
            if its is not None:
                for subject in lost.get(alone, ()):
                    its.said.subtract(sayings_of(subject))
                found = its if found is None else Portrait(its.label, found.said + its.said)
        for subject in gained.get(entity, ()):
            found = found or Portrait(subject.label)
            found.add(subject)
        if found is not None:
            found.said = +found.said
        return found if found is not None and found.said else None

    @cached_property
    def _moved(self) -> tuple[Mapping[str, list[Subject]], Mapping[str, list[Subject]]]:
        """What entities lose, as the articles alone tell them, and what entities of the graph gain."""
        lost: defaultdict[str, list[Subject]] = defaultdict(list)
        gained: defaultdict[str, list[Subject]] = defaultdict(list)
        parted = self._overlay.parted
        for key in sorted({*self._overlay.edited, *(article for article, _ in parted)}):
            alone, ids = entities_alone(self._tables, key), self.entities_in(key)
            before, after = (
                {its.key: its for its in says.subjects} for says in (self._as_read(key), self._reading(key))
            )
            for subject in sorted({*before, *after}):
                if before.get(subject) == after.get(subject) and (key, subject) not in parted:
                    continue
                if subject in before:
                    lost[alone[subject]].append(before[subject])
                if subject in after:
                    gained[ids[subject]].append(after[subject])
        return lost, gained

    def _portrait_alone(self, entity: str) -> Portrait | None:
        """All that the articles alone say of what they alone make one entity; None where there is none of this id."""
        portrait: Portrait | None = None
        for profile in profiles_of_entity(self._tables, entity):
            portrait = portrait or Portrait(profile.candidate.subject.label)
            count_said(self._tables, profile, portrait)
        alone = self._tables.execute("SELECT article, subject FROM subjects WHERE entity = ?", (entity,)).fetchall()
        for article, key in alone:
            subject = subject_in(self._as_read(article), key)
            portrait = portrait or Portrait(subject.label)
            portrait.add(subject)
        return portrait
