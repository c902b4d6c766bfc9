"""The subjects that a ledger has, as corrections look for them, without reading what is not asked for."""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from functools import cached_property, lru_cache
from typing import Final

from graphkit.corrections.subjects import Reference, Spelling, folded_spelling
from graphkit.ledger.overlay import Overlay
from graphkit.ledger.written import read_again
from graphkit.portraits import ALIAS, NAME
from graphkit.records import Reading

_READINGS_IN_MEMORY: Final = 8

_ENTITY: Final = "coalesce(subjects.entity, profiles.entity)"


class LedgerSubjects:
    """The subjects of the articles of a store, with what is corrected of them; see `graphkit.corrections.subjects`."""

    def __init__(self, tables: sqlite3.Connection, overlay: Overlay) -> None:
        self._tables = tables
        self._overlay = overlay
        self._read = lru_cache(_READINGS_IN_MEMORY)(self._corrected_reading)

    def articles(self) -> Iterable[str]:
        """The keys of all articles."""
        return (key for (key,) in self._tables.execute("SELECT article FROM stored ORDER BY article"))

    def reading(self, article: str) -> Reading | None:
        """What an article says; None where there is no such article."""
        return self._read(article)

    def as_read(self, article: str) -> Reading | None:
        """What an article says by itself."""
        text = "SELECT reading FROM readings JOIN stored ON article = key WHERE key = ?"
        return next((read_again(data) for (data,) in self._tables.execute(text, (article,))), None)

    def entities_in(self, article: str) -> dict[str, str]:
        """The entity of each subject of an article, by the subject's key."""
        alone = entities_alone(self._tables, article)
        joined = {key: self._overlay.joined.get(entity, entity) for key, entity in alone.items()}
        return joined | self._parted_in.get(article, {})

    def spelled(self, spelling: Spelling) -> dict[Reference, str]:
        """The subjects that are spelled so, each with its entity."""
        return {
            reference: entity
            for number, _ in self._profiles(spelling)
            for reference, entity in self._spelled_in(number, spelling)
        }

    def entities_spelled(self, spelling: Spelling) -> Collection[str]:
        """The entities of the subjects that are spelled so."""
        found: set[str] = set()
        for number, entity in self._profiles(spelling):
            if entity is None or entity in self._with_parted:
                found |= {its for _, its in self._spelled_in(number, spelling)}
            elif any(spelling.fits(value) for value in self._said(number, NAME if spelling.is_name else ALIAS)):
                found.add(self._overlay.joined.get(entity, entity))
        return found

    def members(self, entity: str) -> Iterator[Reference]:
        """All subjects that are one entity."""
        parted = self._overlay.parted
        for alone in self.joined_into(entity):
            yield from (reference for reference in members_alone(self._tables, alone) if reference not in parted)
        yield from (reference for reference, its in parted.items() if its == entity)

    def joined_into(self, entity: str) -> list[str]:
        """The entities as the articles alone tell them whose subjects, save those parted from them, are this one."""
        itself = [] if entity in self._overlay.joined else [entity]
        return itself + self._joined_into.get(entity, [])

    def names(self, label: str) -> Collection[str]:
        """The full names of everything of a label."""
        text = "SELECT DISTINCT value FROM sayings JOIN profiles ON profile = id WHERE what = ? AND label = ?"
        return {name for (name,) in self._tables.execute(text, (NAME, label))}

    def _corrected_reading(self, article: str) -> Reading | None:
        edited = self._overlay.edited.get(article)
        return self.as_read(article) if edited is None else read_again(edited)

    def _profiles(self, spelling: Spelling) -> list[tuple[int, str | None]]:
        """The profiles of which a subject may be spelled so, each with the entity that all its subjects are."""
        text = "SELECT id, entity FROM spellings JOIN profiles ON profile = id WHERE spelling = ? AND label = ?"
        return self._tables.execute(text, (folded_spelling(spelling.text), spelling.label)).fetchall()

    def _spelled_in(self, profile: int, spelling: Spelling) -> Iterator[tuple[Reference, str]]:
        """The subjects of a profile that are spelled so, each with its entity."""
        text = (
            f"SELECT subjects.article, subjects.subject, subjects.name, aliases, {_ENTITY} "
            "FROM subjects JOIN profiles ON profile = id WHERE profile = ?"
        )
        for article, key, name, aliases, alone in self._tables.execute(text, (profile,)):
            if spelling.is_of(name, json.loads(aliases or "[]")):
                entity = self._overlay.joined.get(alone, alone)
                yield (article, key), self._overlay.parted.get((article, key), entity)

    def _said(self, profile: int, what: str) -> Iterator[str]:
        text = "SELECT value FROM sayings WHERE profile = ? AND what = ?"
        return (value for (value,) in self._tables.execute(text, (profile, what)))

    @cached_property
    def _parted_in(self) -> dict[str, dict[str, str]]:
        """The parted subjects of each article, with their entities."""
        found: defaultdict[str, dict[str, str]] = defaultdict(dict)
        for (article, key), entity in self._overlay.parted.items():
            found[article][key] = entity
        return dict(found)

    @cached_property
    def _with_parted(self) -> set[str]:
        """The entities, as the articles alone tell them, from which subjects are parted."""
        return {
            alone[key]
            for article, parted in self._parted_in.items()
            for alone in [entities_alone(self._tables, article)]
            for key in parted
            if key in alone
        }

    @cached_property
    def _joined_into(self) -> dict[str, list[str]]:
        found: defaultdict[str, list[str]] = defaultdict(list)
        for alone, entity in sorted(self._overlay.joined.items()):
            found[entity].append(alone)
        return dict(found)


def members_alone(tables: sqlite3.Connection, entity: str) -> Iterator[Reference]:
    """All subjects that are one entity as the articles alone tell it."""
    text = (
        "SELECT subjects.article, subjects.subject FROM subjects JOIN profiles ON profile = id "
        "WHERE profiles.entity = ? UNION ALL SELECT article, subject FROM subjects WHERE entity = ?"
    )
    return iter(tables.execute(text, (entity, entity)))


def entities_alone(tables: sqlite3.Connection, article: str) -> dict[str, str]:
    """The entity of every subject of an article as the articles alone tell it, by the subject's key."""
    text = f"SELECT subjects.subject, {_ENTITY} FROM subjects JOIN profiles ON profile = id WHERE subjects.article = ?"
    return dict(tables.execute(text, (article,)))
