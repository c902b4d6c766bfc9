"""Profiles: subjects that are alike in all but their article, kept and counted as one."""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import Final, TypeAlias

from graphkit import vocabulary
from graphkit.corrections.subjects import Reference, folded_spelling
from graphkit.portraits import ALIAS, NAME, Portrait, sayings_of
from graphkit.records import Subject
from graphkit.resolve.clusters import Candidate, Cluster
from graphkit.resolve.people import marks_of

Block: TypeAlias = tuple[str, tuple[str, ...]]
"""A label and the key that names are compared by: what is of two blocks is two, save for variants of people's names."""

_AT_ONCE: Final = 500
_COLUMNS: Final = "id, label, key, context, posts, initial, article, subject, name, entity"


@dataclass(slots=True)
class Member:
    """One subject; `entity` is what it was by itself so far, None where it is new or was what its profile is."""

    reference: Reference
    name: str
    entity: str | None
    said: Subject | None = None


@dataclass(slots=True)
class Profile:
    """What is alike in its members, those that the ledger has and those that come.

    Attributes:
        id: its number in the ledger; None while it is new.
        candidate: its first member, which stands for all of them.
        entity: what its members were so far; None where it is new or they were each one of their own.
        coming: the members that come.
    """

    id: int | None
    candidate: Candidate
    entity: str | None
    coming: list[Member] = field(default_factory=list)

    def take(self, candidate: Candidate) -> None:
        """Let a subject join."""
        self.coming.append(Member(candidate.reference, candidate.subject.name, None, candidate.subject))
        if candidate.reference < self.candidate.reference:
            self.candidate = candidate


def profile_key(candidate: Candidate) -> tuple[str, ...]:
    """What tells a profile from the others, as the ledger writes it."""
    return (
        candidate.subject.label,
        _json(candidate.key),
        _json(sorted(candidate.context)),
        _json(sorted(candidate.posts)),
        candidate.initial,
    )


def profiles_of_block(tables: sqlite3.Connection, block: Block) -> list[Profile]:
    """The profiles of one block."""
    label, key = block
    found = tables.execute(f"SELECT {_COLUMNS} FROM profiles WHERE label = ? AND key = ?", (label, _json(key)))
    return [_profile(row) for row in found]


def profiles_of_entity(tables: sqlite3.Connection, entity: str) -> list[Profile]:
    """The profiles all of whose members are one entity."""
    return [_profile(row) for row in tables.execute(f"SELECT {_COLUMNS} FROM profiles WHERE entity = ?", (entity,))]


def blocks_with_marks(tables: sqlite3.Connection, candidates: Iterable[Candidate]) -> set[Block]:
    """The blocks of all people who have a mark in common with one of these."""
    marks = sorted({_hashed(mark) for candidate in candidates for mark in marks_of(candidate)})
    text = "SELECT DISTINCT key FROM marks JOIN profiles ON profile = id WHERE mark IN ({})"
    return {(vocabulary.PERSON, tuple(json.loads(key))) for (key,) in _for_each_of(tables, text, marks)}


def blocks_of_entities(tables: sqlite3.Connection, entities: Iterable[str]) -> set[Block]:
    """The blocks of everything that was one of these entities."""
    listed = sorted(set(entities))
    shared = "SELECT label, key FROM profiles WHERE entity IN ({})"
    alone = "SELECT label, key FROM subjects JOIN profiles ON profile = id WHERE subjects.entity IN ({})"
    rows = [*_for_each_of(tables, shared, listed), *_for_each_of(tables, alone, listed)]
    return {(label, tuple(json.loads(key))) for label, key in rows}


def members_of(tables: sqlite3.Connection, profile: Profile) -> list[Member]:
    """The members of a profile that the ledger has."""
    found = tables.execute("SELECT article, subject, name, entity FROM subjects WHERE profile = ?", (profile.id,))
    return [Member((article, subject), name, entity) for article, subject, name, entity in found]


def candidates_of_entity(tables: sqlite3.Connection, entity: str) -> Cluster:
    """All subjects that are one entity, by their references."""
    found = [
        member_candidate(profile, member)
        for profile in profiles_of_entity(tables, entity)
        for member in members_of(tables, profile)
    ]
    text = "SELECT profile, article, subject, name FROM subjects WHERE entity = ?"
    for number, article, subject, name in tables.execute(text, (entity,)).fetchall():
        row = tables.execute(f"SELECT {_COLUMNS} FROM profiles WHERE id = ?", (number,)).fetchone()
        found.append(member_candidate(_profile(row), Member((article, subject), name, entity)))
    return sorted(found, key=lambda candidate: candidate.reference)


def member_candidate(profile: Profile, member: Member) -> Candidate:
    """A member of a profile as a candidate of its own."""
    article, key = member.reference
    subject = Subject(key, profile.candidate.subject.label, member.name)
    return replace(profile.candidate, article=article, subject=subject)


def articles_of(tables: sqlite3.Connection, profile: Profile) -> frozenset[str]:
    """The keys of the articles of a profile's members."""
    held = {key for (key,) in tables.execute("SELECT article FROM subjects WHERE profile = ?", (profile.id,))}
    return frozenset(held | {member.reference[0] for member in profile.coming})


def count_said(tables: sqlite3.Connection, profile: Profile, portrait: Portrait) -> None:
    """Add to a portrait what is said of a profile's members, of those that come as well."""
    for what, value, times in tables.execute("SELECT what, value, times FROM sayings WHERE profile = ?", (profile.id,)):
        portrait.said[what, value] += times
    for member in profile.coming:
        if member.said is not None:
            portrait.add(member.said)


def save_profile(tables: sqlite3.Connection, profile: Profile, entity: str | None) -> int:
    """Write a profile as it has become, and what is said of the members that come; its number in the ledger."""
    candidate = profile.candidate
    first = (*candidate.reference, candidate.subject.name, entity)
    if profile.id is None:
        values = (*profile_key(candidate), *first)
        number = tables.execute(
            f"INSERT INTO profiles ({_COLUMNS.removeprefix('id, ')}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", values
        ).lastrowid
        assert number is not None
        if candidate.subject.label == vocabulary.PERSON:
            marks = {(_hashed(mark), number) for mark in marks_of(candidate)}
            tables.executemany("INSERT INTO marks VALUES (?, ?)", sorted(marks))
    else:
        number = profile.id
        tables.execute(
            "UPDATE profiles SET article = ?, subject = ?, name = ?, entity = ? WHERE id = ?", (*first, number)
        )
    said = Counter(saying for member in profile.coming if member.said for saying in sayings_of(member.said))
    tables.executemany(
        "INSERT INTO sayings VALUES (?, ?, ?, ?) "
        "ON CONFLICT (profile, what, value) DO UPDATE SET times = times + excluded.times",
        [(number, *saying, times) for saying, times in said.items()],
    )
    spellings = {folded_spelling(value) for what, value in said if what in (NAME, ALIAS)}
    rows = [(spelling, number) for spelling in sorted(spellings)]
    tables.executemany("INSERT OR IGNORE INTO spellings VALUES (?, ?)", rows)
    return number


def _profile(row: tuple[object, ...]) -> Profile:
    number, label, key, context, posts, initial, article, subject, name, entity = row
    first = Subject(str(subject), str(label), str(name))
    candidate = Candidate(
        str(article),
        first,
        tuple(json.loads(str(key))),
        frozenset(json.loads(str(context))),
        frozenset(json.loads(str(posts))),
        str(initial),
    )
    return Profile(int(str(number)), candidate, None if entity is None else str(entity))


def _for_each_of(tables: sqlite3.Connection, text: str, values: list[int] | list[str]) -> Iterator[tuple[str, ...]]:
    """Rows for many values: SQLite takes only so many at once."""
    for first in range(0, len(values), _AT_ONCE):
        some = values[first : first + _AT_ONCE]
        yield from tables.execute(text.format(", ".join("?" * len(some))), some)


def _hashed(mark: tuple[str, ...]) -> int:
    digest = hashlib.blake2b("\0".join(mark).encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest, "big", signed=True)


def _json(words: Iterable[str]) -> str:
    return json.dumps(list(words), ensure_ascii=False, separators=(",", ":"))
