"""Finding what a correction names in what the articles say."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from typing import TypeAlias

from rapidfuzz import process

from graphkit.corrections.kinds import Named
from graphkit.corrections.reporting import NotApplied
from graphkit.extract.gazetteers import fold
from graphkit.records import Reading, Subject

Reference: TypeAlias = tuple[str, str]
"""An article's key and the key of a subject in it."""

_Spellings: TypeAlias = dict[tuple[str, str], list[Reference]]

_SHOWN = 3
"""How many articles or near names a message names."""

_NEAR = 75
"""How alike a name is, of 100, that a message proposes."""


class Directory:
    """The subjects of all articles by label, name and article.

    A name is looked for among full names, then among other spellings, then among both without regard to accents
    and capitals, and last among the names that people gave.
    """

    def __init__(self, readings: Sequence[Reading], entity_ids: Mapping[Reference, str]) -> None:
        self.entity_ids = entity_ids
        self.readings = {reading.article.key: reading for reading in readings}
        self._subjects = {(key, its.key): its for key, reading in self.readings.items() for its in reading.subjects}
        self._given: _Spellings = {}

    def name(self, references: Iterable[Reference], name: str) -> None:
        """Let these subjects be found by a name that a person gave them."""
        found = list(references)
        self._given.setdefault((self._subjects[found[0]].label, comparable(name)), []).extend(found)

    def find(self, named: Named) -> frozenset[Reference]:
        """The subjects that are named, all of one entity: those of the spelling, in the article if one is given.

        Raises:
            NotApplied: there are several entities, or there is no such article.
        """
        if named.article is not None and named.article not in self.readings:
            raise self.no_article(named.article)
        for spelled in self._spelled(named):
            found = frozenset(spelled if named.article is None else self._in_article(spelled, named.article))
            if len({self.entity_ids[reference] for reference in found}) > 1:
                raise self._ambiguous(named, found)
            if found:
                return found
        return frozenset()

    def subjects(self, named: Named) -> frozenset[Reference]:
        """The subjects that `find` finds.

        Raises:
            NotApplied: there is none, or there are several entities.
        """
        found = self.find(named)
        if not found:
            raise self._unknown(named)
        return found

    def entity(self, named: Named, article: str | None = None) -> str:
        """The entity of a name, as an article means it if one is given.

        Raises:
            NotApplied: there is none, or there are several.
        """
        found = self.subjects(replace(named, article=named.article or article))
        return self.entity_ids[next(iter(found))]

    def members(self, entity: str) -> list[Reference]:
        """All subjects that are one entity."""
        return self._members[entity]

    def subject(self, reference: Reference) -> Subject:
        """The subject itself."""
        return self._subjects[reference]

    def no_article(self, key: str) -> NotApplied:
        """What to tell of an article that is not there."""
        near = _nearest(key, self.readings)
        advice = f"Near keys are {', '.join(near)}" if near else "Load that article, or mend its key"
        return NotApplied(f"there is no article {key!r}", advice)

    @cached_property
    def _members(self) -> dict[str, list[Reference]]:
        members: defaultdict[str, list[Reference]] = defaultdict(list)
        for reference in sorted(self._subjects):
            members[self.entity_ids[reference]].append(reference)
        return members

    def _spelled(self, named: Named) -> Iterator[list[Reference]]:
        """The subjects of a spelling, the nearest kind of spelling first."""
        exact, loose = (named.label, comparable(named.name)), (named.label, fold(comparable(named.name)))
        yield self._names.get(exact, [])
        yield self._aliases.get(exact, [])
        yield self._given.get(exact, [])
        yield self._folded_names.get(loose, [])
        yield self._folded_aliases.get(loose, [])

    def _in_article(self, spelled: Sequence[Reference], article: str) -> list[Reference]:
        """Of the subjects those of an article; else those that are one entity with them there."""
        there = [reference for reference in spelled if reference[0] == article]
        if there:
            return there
        entities = {self.entity_ids[reference] for reference in spelled}
        return [member for entity in entities for member in self.members(entity) if member[0] == article]

    def _by_spelling(self, spellings: Callable[[Subject], Iterable[str]]) -> _Spellings:
        found: defaultdict[tuple[str, str], list[Reference]] = defaultdict(list)
        for reference, subject in self._subjects.items():
            for spelling in spellings(subject):
                found[subject.label, spelling].append(reference)
        return dict(found)

    @cached_property
    def _names(self) -> _Spellings:
        return self._by_spelling(lambda subject: [comparable(subject.name)])

    @cached_property
    def _aliases(self) -> _Spellings:
        return self._by_spelling(lambda subject: map(comparable, subject.aliases))

    @cached_property
    def _folded_names(self) -> _Spellings:
        return self._by_spelling(lambda subject: [fold(comparable(subject.name))])

    @cached_property
    def _folded_aliases(self) -> _Spellings:
        return self._by_spelling(lambda subject: (fold(comparable(alias)) for alias in subject.aliases))

    def _ambiguous(self, named: Named, found: Iterable[Reference]) -> NotApplied:
        one_of_each = {self.entity_ids[reference]: reference for reference in sorted(found, reverse=True)}
        names = sorted(f"{self._subjects[one].name!r} in {one[0]}" for one in one_of_each.values())
        more = f" and {len(names) - _SHOWN} more" if len(names) > _SHOWN else ""
        return NotApplied(
            f"the {named.label} {named.name!r} can be {'; or '.join(names[:_SHOWN])}{more}",
            "Name one by its fuller name, or by an article: NAME in ARTICLE",
        )

    def _unknown(self, named: Named) -> NotApplied:
        where = f" in {named.article}" if named.article is not None else ""
        return NotApplied(f"no {named.label}{where} is called {named.name!r}", self._advice(named))

    def _advice(self, named: Named) -> str:
        name = comparable(named.name)
        articles = sorted({article for article, _ in self._names.get((named.label, name), [])})[:_SHOWN]
        if articles:
            return f"It is named in {', '.join(articles)}; mend the article's key, or delete the line"
        others = sorted(label for label, other in self._names if other == name)
        if others:
            return f"That name has the label {others[0]}; mend the label, or delete the line"
        near = _nearest(name, {its.name for its in self._subjects.values() if its.label == named.label})
        if near:
            return f"Near names are {', '.join(near)}; mend the name, or delete the line"
        return "Load an article that names it, mend the name, or delete the line"


def _nearest(word: str, known: Iterable[str]) -> list[str]:
    return [near for near, _, _ in process.extract(word, sorted(known), limit=_SHOWN, score_cutoff=_NEAR)]


def comparable(name: str) -> str:
    """A name in Unicode NFC with single spaces, as articles are read."""
    return " ".join(unicodedata.normalize("NFC", name).split())
