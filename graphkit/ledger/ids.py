"""The ids of groups, and of the one namesake beside them whose id may change for it."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from graphkit.corrections.subjects import Reference
from graphkit.ledger.joining import Group
from graphkit.ledger.profiles import count_said
from graphkit.portraits import Portrait
from graphkit.resolve.ids import slug, suffixed


@dataclass(frozen=True, slots=True)
class Named:
    """A group with its id."""

    group: Group
    slug: str
    id: str


@dataclass(frozen=True, slots=True)
class Renamed:
    """An entity of which nothing changes but the id."""

    was: str
    becomes: str


def name_groups(
    tables: sqlite3.Connection, groups: Sequence[Group], was: Collection[str]
) -> tuple[list[Named], list[Renamed]]:
    """Give each group its id, as `graphkit.resolve.ids.entity_ids` does.

    Args:
        tables: the ledger, as it was before.
        groups: entities that may have changed.
        was: the ids that their members had; no other entity is one of these.
    """
    firsts = {group.first: _slug(tables, group) for group in groups}
    ids, renamed = ids_of_firsts(tables, firsts, was)
    return [Named(group, firsts[group.first], ids[group.first]) for group in groups], renamed


def ids_of_firsts(
    tables: sqlite3.Connection, slugs: Mapping[Reference, str], was: Collection[str]
) -> tuple[dict[Reference, str], list[Renamed]]:
    """The ids of entities by the first of their subjects.

    Args:
        tables: the ledger, as it was before.
        slugs: the slug of each, by its first subject.
        was: the ids that all their subjects had.
    """
    by_slug: defaultdict[str, list[Reference]] = defaultdict(list)
    for its_first, plain in slugs.items():
        by_slug[plain].append(its_first)
    ids: dict[Reference, str] = {}
    renamed: list[Renamed] = []
    for plain in sorted({*by_slug, *_slugs(tables, was)}):
        namesakes = by_slug.get(plain, [])
        beside = _first_beside(tables, plain, was)
        first = min([*namesakes, *([beside[1]] if beside else [])], default=None)
        ids |= {its: plain if its == first else suffixed(plain, its) for its in namesakes}
        if beside is not None:
            becomes = plain if beside[1] == first else suffixed(plain, beside[1])
            if becomes != beside[0]:
                renamed.append(Renamed(beside[0], becomes))
    return ids, renamed


def _slug(tables: sqlite3.Connection, group: Group) -> str:
    portrait = Portrait(group.label)
    for profile in group.profiles:
        count_said(tables, profile, portrait)
    names = dict(portrait.names())
    for _, member in group.alone:
        names[member.name] = names.get(member.name, 0) + 1
    return slug(group.label, names)


def _slugs(tables: sqlite3.Connection, entities: Collection[str]) -> set[str]:
    found = (tables.execute("SELECT slug FROM entities WHERE id = ?", (entity,)).fetchone() for entity in entities)
    return {row[0] for row in found if row is not None}


def _first_beside(tables: sqlite3.Connection, plain: str, was: Collection[str]) -> tuple[str, Reference] | None:
    """The first namesake that is none of these; only the first can have the plain id, or come to have it."""
    rows = tables.execute(
        "SELECT id, article, subject FROM entities WHERE slug = ? ORDER BY article, subject", (plain,)
    )
    return next(((entity, (article, subject)) for entity, article, subject in rows if entity not in was), None)
