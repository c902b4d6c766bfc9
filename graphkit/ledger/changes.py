"""What new articles change: in the ledger itself, and in the graph as the parts of it before and after."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar

from graphkit import vocabulary
from graphkit.graph import Graph, article_id, article_node
from graphkit.ledger.corrected import CorrectedGraph, Told
from graphkit.ledger.ids import Named, Renamed
from graphkit.ledger.overlay import Overlay
from graphkit.ledger.profiles import Member, members_of, profiles_of_entity, save_profile
from graphkit.ledger.subjects import members_alone

_Key = TypeVar("_Key")
_Value = TypeVar("_Value")


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
        "INSERT INTO subjects VALUES (?, ?, ?, ?, ?, ?) "
        "ON CONFLICT (article, subject) DO UPDATE SET profile = excluded.profile, entity = excluded.entity",
        [(*its.reference, its.name, _aliases(its), profile, entity) for its in members],
    )


def _aliases(member: Member) -> str | None:
    """The other spellings of a member that comes, as the ledger writes them."""
    if member.said is None or not member.said.aliases:
        return None
    return json.dumps(member.said.aliases, ensure_ascii=False)


def articles_unlike(tables: sqlite3.Connection, was: Overlay, becomes: Overlay) -> set[str]:
    """The keys of the articles of which anything is corrected otherwise than it was."""
    articles = {*_differing(was.edited, becomes.edited), *(key for key, _ in _differing(was.parted, becomes.parted))}
    for entity in _differing(was.joined, becomes.joined):
        articles |= {key for key, _ in members_alone(tables, entity)}
    return articles


def entities_unlike(changed: Changed, was: Overlay, becomes: Overlay) -> set[str]:
    """The ids, in the graph, of entities that changed, or whose names people give otherwise than they did."""
    ids = {overlay.joined.get(entity, entity) for overlay in (was, becomes) for entity in changed.entities}
    return ids | _differing(was.given, becomes.given)


def _differing(one: Mapping[_Key, _Value], other: Mapping[_Key, _Value]) -> set[_Key]:
    return {*_unlike(one, other), *_unlike(other, one)}


def changing_part(
    articles: Iterable[tuple[Told | None, Told]], entities: Iterable[str], graph: CorrectedGraph
) -> tuple[Graph, Graph]:
    """The part of the graph that changes, as it was and as it becomes, as `Store.update` wants them.

    Args:
        articles: what articles came to, None for new ones, and what they come to now.
        entities: ids of further entities of which something may have changed.
        graph: the graph as it becomes.
    """
    was, becomes = Graph(), Graph()
    concerned = set(entities)
    for old, new in articles:
        before = old or Told(new.article, {}, {}, {})
        gone, come = _unlike(before.edges, new.edges), _unlike(new.edges, before.edges)
        _add_edges(was, gone, before.labels)
        _add_edges(becomes, come, new.labels)
        if old is None or gone or come:
            becomes.add_node(article_id(new.article.key), **article_node(new.article))
        lost, gained = _unlike(before.subjects, new.subjects), _unlike(new.subjects, before.subjects)
        was.add_nodes_from((entity, {"label": subject.label}) for entity, subject in lost.values())
        concerned |= {entity for entity, _ in gained.values()}
    known = {node for node, data in becomes.nodes(data=True) if data["label"] == vocabulary.ARTICLE}
    for entity in sorted({*was, *becomes, *concerned} - known):
        node = graph.node(entity)
        if node is not None:
            becomes.add_node(entity, **node)
    return was, becomes


def _add_edges(part: Graph, edges: Mapping[tuple[str, str, str], dict[str, Any]], labels: Mapping[str, str]) -> None:
    for (source, target, key), properties in edges.items():
        part.add_nodes_from((end, {"label": labels[end]}) for end in (source, target))
        part.add_edge(source, target, key=key, **properties)


def _unlike(one: Mapping[_Key, _Value], other: Mapping[_Key, _Value]) -> dict[_Key, _Value]:
    """What the one has and the other has not, or has otherwise."""
    return {key: value for key, value in one.items() if key not in other or other[key] != value}
