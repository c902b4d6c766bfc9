"""What new articles change: in the ledger itself, and in the graph as the parts of it before and after."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from graphkit import vocabulary
from graphkit.graph import Graph, article_id, article_node, edges_of
from graphkit.ledger.ids import Named, Renamed
from graphkit.ledger.profiles import Member, count_said, members_of, profiles_of_entity, save_profile
from graphkit.ledger.written import read_again
from graphkit.portraits import Portrait
from graphkit.records import ARTICLE_SUBJECT, Reading
from graphkit.stores.base import EdgeGroup, StoredEdge


@dataclass
class Changed:
    """What is not as it was.

    Attributes:
        articles: keys of articles that were there before and of which a subject is another entity now.
        entities: ids, old and new, of entities of which anything changed.
    """

    articles: set[str] = field(default_factory=set)
    entities: set[str] = field(default_factory=set)


def find_changes(tables: sqlite3.Connection, named: Sequence[Named], renamed: Sequence[Renamed]) -> Changed:
    """Which articles and entities change, before anything is written into the ledger."""
    changed = Changed()
    for its in named:
        changed.entities.add(its.id)
        for profile in its.group.profiles:
            if profile.entity != its.id:
                members = members_of(tables, profile) if profile.id is not None else []
                changed.articles |= {member.reference[0] for member in members}
                changed.entities |= {entity for entity in (profile.entity, *(m.entity for m in members)) if entity}
        for profile, member in its.group.alone:
            was = member.entity or profile.entity
            if member.said is None and was is not None and was != its.id:
                changed.articles.add(member.reference[0])
                changed.entities.add(was)
    for entity in renamed:
        changed.entities |= {entity.was, entity.becomes}
        for profile in profiles_of_entity(tables, entity.was):
            changed.articles |= {member.reference[0] for member in members_of(tables, profile)}
        alone = tables.execute("SELECT article FROM subjects WHERE entity = ?", (entity.was,))
        changed.articles |= {article for (article,) in alone}
    return changed


def write_changes(
    tables: sqlite3.Connection, named: Sequence[Named], renamed: Sequence[Renamed], was: Iterable[str]
) -> None:
    """Write into the ledger who is who now."""
    tables.executemany("DELETE FROM entities WHERE id = ?", [(entity,) for entity in sorted(was)])
    for entity in renamed:
        for text in (
            "UPDATE entities SET id = ? WHERE id = ?",
            "UPDATE profiles SET entity = ? WHERE entity = ?",
            "UPDATE subjects SET entity = ? WHERE entity = ?",
        ):
            tables.execute(text, (entity.becomes, entity.was))
    numbers: dict[int, int] = {}
    for its in named:
        tables.execute("INSERT OR REPLACE INTO entities VALUES (?, ?, ?, ?)", (its.id, its.slug, *its.group.first))
        for profile in its.group.profiles:
            number = save_profile(tables, profile, its.id)
            tables.execute("UPDATE subjects SET entity = NULL WHERE profile = ? AND entity IS NOT NULL", (number,))
            _save_members(tables, profile.coming, number, None)
        for profile, member in its.group.alone:
            if id(profile) not in numbers:
                numbers[id(profile)] = save_profile(tables, profile, None)
            _save_members(tables, [member], numbers[id(profile)], its.id)


def _save_members(tables: sqlite3.Connection, members: Iterable[Member], profile: int, entity: str | None) -> None:
    tables.executemany(
        "INSERT OR REPLACE INTO subjects VALUES (?, ?, ?, ?, ?)",
        [(*member.reference, member.name, profile, entity) for member in members],
    )


def entity_ids(tables: sqlite3.Connection, article: str) -> dict[str, str]:
    """The entity of every subject of an article, by the subject's key."""
    text = (
        "SELECT subjects.subject, coalesce(subjects.entity, profiles.entity) "
        "FROM subjects JOIN profiles ON profile = id WHERE subjects.article = ?"
    )
    return dict(tables.execute(text, (article,)))


def part_before(tables: sqlite3.Connection, changed: Changed) -> Graph:
    """The part of the graph that changes, as it was; of its nodes it holds no more than the label."""
    part: Graph = Graph()
    for reading in readings_of(tables, sorted(changed.articles)):
        _add_edges(part, tables, reading, changed.entities)
    for entity in sorted(changed.entities):
        part.add_nodes_from((entity, {"label": label}) for label in _labels_of(tables, entity))
    return part


def part_after(tables: sqlite3.Connection, changed: Changed, readings: Iterable[Reading]) -> Graph:
    """The part of the graph that changes, as it becomes, with the new articles."""
    part: Graph = Graph()
    for reading in readings:
        _add_edges(part, tables, reading, None)
        part.add_node(article_id(reading.article.key), **article_node(reading.article))
    for reading in readings_of(tables, sorted(changed.articles)):
        _add_edges(part, tables, reading, changed.entities)
        if article_id(reading.article.key) in part:
            part.add_node(article_id(reading.article.key), **article_node(reading.article))
    for entity in sorted({*part, *changed.entities}):
        portrait = portrait_of_entity(tables, entity)
        if portrait is not None:
            part.add_node(entity, **portrait.node())
    return part


def _labels_of(tables: sqlite3.Connection, entity: str) -> set[str]:
    """The label of an entity; none where there is no entity of this id."""
    shared = tables.execute("SELECT label FROM profiles WHERE entity = ? LIMIT 1", (entity,))
    alone = tables.execute(
        "SELECT label FROM subjects JOIN profiles ON profile = id WHERE subjects.entity = ? LIMIT 1", (entity,)
    )
    return {label for rows in (shared, alone) for (label,) in rows}


def _add_edges(part: Graph, tables: sqlite3.Connection, reading: Reading, of: Collection[str] | None) -> None:
    """Add the edges of an article, of certain entities alone or of all."""
    for (_, source_label, target_label), (source, target, key, properties) in edges_in_groups(tables, reading):
        if of is None or source in of or target in of:
            part.add_node(source, label=source_label)
            part.add_node(target, label=target_label)
            part.add_edge(source, target, key=key, **properties)


def edges_in_groups(tables: sqlite3.Connection, reading: Reading) -> Iterator[tuple[EdgeGroup, StoredEdge]]:
    """The edges of an article, each with its group; one that is said twice comes twice."""
    ids = entity_ids(tables, reading.article.key)
    itself = article_id(reading.article.key)
    labels = {ids[subject.key]: subject.label for subject in reading.subjects} | {itself: vocabulary.ARTICLE}
    for source, target, key, properties in edges_of(reading, ids | {ARTICLE_SUBJECT: itself}):
        yield (properties["type"], labels[source], labels[target]), (source, target, key, properties)


def readings_of(tables: sqlite3.Connection, articles: Iterable[str]) -> Iterable[Reading]:
    """The readings of articles that the ledger has."""
    for key in articles:
        for (data,) in tables.execute("SELECT reading FROM readings WHERE key = ?", (key,)):
            yield read_again(data)


def portrait_of_entity(tables: sqlite3.Connection, entity: str) -> Portrait | None:
    """All that is said of an entity; None where there is none of this id."""
    portrait: Portrait | None = None
    for profile in profiles_of_entity(tables, entity):
        portrait = portrait or Portrait(profile.candidate.subject.label)
        count_said(tables, profile, portrait)
    alone = tables.execute("SELECT article, subject FROM subjects WHERE entity = ?", (entity,)).fetchall()
    for article, key in alone:
        for reading in readings_of(tables, [article]):
            subject = next(its for its in reading.subjects if its.key == key)
            portrait = portrait or Portrait(subject.label)
            portrait.add(subject)
    return portrait
