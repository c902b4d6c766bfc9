"""The subjects of all articles, as corrections look for them, wherever they are kept."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import cached_property
from typing import NamedTuple, Protocol, TypeAlias

from graphkit.extract.gazetteers import fold
from graphkit.records import Reading, Subject

Reference: TypeAlias = tuple[str, str]
"""An article's key and the key of a subject in it."""


class Spelling(NamedTuple):
    """Some spelling of something of a label: a full name or another spelling of it, to the letter or folded."""

    label: str
    text: str
    is_name: bool
    is_folded: bool = False

    def is_of(self, name: str, aliases: Iterable[str]) -> bool:
        """Whether something that has this name and these other spellings is spelled so."""
        return any(map(self.fits, [name] if self.is_name else aliases))

    def fits(self, text: str) -> bool:
        """Whether a name, or another spelling, is this one."""
        return self.compared(text) == self.text

    def compared(self, text: str) -> str:
        """A name, or another spelling, as this one is written."""
        return folded_spelling(text) if self.is_folded else comparable(text)


class Subjects(Protocol):
    """What articles say of whom, and which entity that is."""

    def articles(self) -> Iterable[str]:
        """The keys of all articles."""

    def reading(self, article: str) -> Reading | None:
        """What an article says; None where there is no such article."""

    def entities_in(self, article: str) -> Mapping[str, str]:
        """The entity of each subject of an article, by the subject's key."""

    def spelled(self, spelling: Spelling) -> Mapping[Reference, str]:
        """The subjects that are spelled so, each with its entity."""

    def entities_spelled(self, spelling: Spelling) -> Collection[str]:
        """The entities of the subjects that are spelled so."""

    def members(self, entity: str) -> Iterable[Reference]:
        """All subjects that are one entity."""

    def names(self, label: str) -> Collection[str]:
        """The full names of everything of a label."""


class SubjectsInMemory:
    """The subjects of some readings."""

    def __init__(self, readings: Sequence[Reading], entity_ids: Mapping[Reference, str]) -> None:
        self._readings = {reading.article.key: reading for reading in readings}
        self._subjects = {(key, its.key): its for key, reading in self._readings.items() for its in reading.subjects}
        self._entity_ids = entity_ids
        self._by_spelling: dict[tuple[bool, bool], dict[Spelling, list[Reference]]] = {}

    def articles(self) -> Iterable[str]:
        """The keys of all articles."""
        return self._readings

    def reading(self, article: str) -> Reading | None:
        """What an article says; None where there is no such article."""
        return self._readings.get(article)

    def entities_in(self, article: str) -> Mapping[str, str]:
        """The entity of each subject of an article, by the subject's key."""
        return {its.key: self._entity_ids[article, its.key] for its in self._readings[article].subjects}

    def spelled(self, spelling: Spelling) -> Mapping[Reference, str]:
        """The subjects that are spelled so, each with its entity."""
        kind = spelling.is_name, spelling.is_folded
        if kind not in self._by_spelling:
            self._by_spelling[kind] = self._all_spellings(spelling)
        return {reference: self._entity_ids[reference] for reference in self._by_spelling[kind].get(spelling, ())}

    def entities_spelled(self, spelling: Spelling) -> Collection[str]:
        """The entities of the subjects that are spelled so."""
        return set(self.spelled(spelling).values())

    def members(self, entity: str) -> Iterable[Reference]:
        """All subjects that are one entity."""
        return self._members[entity]

    def names(self, label: str) -> Collection[str]:
        """The full names of everything of a label."""
        return {its.name for its in self._subjects.values() if its.label == label}

    def _all_spellings(self, like: Spelling) -> dict[Spelling, list[Reference]]:
        """Every spelling of the kind of one."""
        found: defaultdict[Spelling, list[Reference]] = defaultdict(list)
        for reference, its in self._subjects.items():
            for text in [its.name] if like.is_name else its.aliases:
                found[like._replace(label=its.label, text=like.compared(text))].append(reference)
        return dict(found)

    @cached_property
    def _members(self) -> dict[str, list[Reference]]:
        members: defaultdict[str, list[Reference]] = defaultdict(list)
        for reference in sorted(self._subjects):
            members[self._entity_ids[reference]].append(reference)
        return members


def subject_in(reading: Reading, key: str) -> Subject:
    """The subject of a key, which the reading has."""
    return next(subject for subject in reading.subjects if subject.key == key)


def comparable(name: str) -> str:
    """A name in Unicode NFC with single spaces, as articles are read."""
    return " ".join(unicodedata.normalize("NFC", name).split())


def folded_spelling(name: str) -> str:
    """A name without regard to accents and capitals."""
    return fold(comparable(name))
