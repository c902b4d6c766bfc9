"""Finding what a correction names in what the articles say."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from typing import TypeAlias

from rapidfuzz import process

from graphkit import vocabulary
from graphkit.corrections.kinds import Named
from graphkit.corrections.reporting import NotApplied
from graphkit.corrections.subjects import Reference, Spelling, Subjects, comparable, folded_spelling, subject_in
from graphkit.records import Reading

_Found: TypeAlias = Mapping[Reference, str]
"""Subjects, each with its entity."""

_SHOWN = 3
"""How many articles or near names a message names."""

_NEAR = 75
"""How alike a name is, of 100, that a message proposes."""


class Directory:
    """The subjects of all articles by label, name and article.

    A name is looked for among full names, then among other spellings, then among the names that people gave, and
    last among full names and other spellings without regard to accents and capitals.
    """

    def __init__(self, subjects: Subjects) -> None:
        self._subjects = subjects
        self._given: dict[tuple[str, str], list[Reference]] = {}

    def name(self, label: str, references: Iterable[Reference], name: str) -> None:
        """Let subjects of a label be found by a name that a person gave them."""
        self._given.setdefault((label, comparable(name)), []).extend(references)

    def find(self, named: Named) -> frozenset[Reference]:
        """The subjects that are named, all of one entity: those of the spelling, in the article if one is given.

        Raises:
            NotApplied: there are several entities, or there is no such article.
        """
        return frozenset(self._find(named))

    def subjects(self, named: Named) -> frozenset[Reference]:
        """The subjects that `find` finds.

        Raises:
            NotApplied: there is none, or there are several entities.
        """
        return frozenset(self._one(named))

    def entity(self, named: Named, article: str | None = None) -> str:
        """The entity of a name, as an article means it if one is given.

        Raises:
            NotApplied: there is none, or there are several.
        """
        return next(iter(self._one(replace(named, article=named.article or article)).values()))

    def members(self, entity: str) -> Iterable[Reference]:
        """All subjects that are one entity."""
        return self._subjects.members(entity)

    def articles_of(self, entity: str, article: str | None = None) -> list[str]:
        """The keys of the articles that name an entity, sorted; if an article is given, at most of that one."""
        if article is None:
            return sorted({key for key, _ in self._subjects.members(entity)})
        return [article] if entity in self._subjects.entities_in(article).values() else []

    def entities_in(self, article: str) -> Mapping[str, str]:
        """The entity of each subject of an article, by the subject's key."""
        return self._subjects.entities_in(article)

    def reading(self, article: str) -> Reading:
        """What an article says.

        Raises:
            NotApplied: there is no such article.
        """
        reading = self._subjects.reading(article)
        if reading is None:
            near = _nearest(article, self._subjects.articles())
            advice = f"Near keys are {', '.join(near)}" if near else "Load that article, or mend its key"
            raise NotApplied(f"there is no article {article!r}", advice)
        return reading

    def _one(self, named: Named) -> _Found:
        found = self._find(named)
        if not found:
            where = f" in {named.article}" if named.article is not None else ""
            raise NotApplied(f"no {named.label}{where} is called {named.name!r}", self._advice(named))
        return found

    def _find(self, named: Named) -> _Found:
        if named.article is not None:
            self.reading(named.article)
        for found in self._spelled(named):
            if len(set(found.values())) > 1:
                raise self._ambiguous(named, found)
            if found:
                return found
        return {}

    def _spelled(self, named: Named) -> Iterator[_Found]:
        """The subjects of a spelling, the nearest kind of spelling first."""
        exact, folded = comparable(named.name), folded_spelling(named.name)
        yield self._of_spelling(Spelling(named.label, exact, is_name=True), named.article)
        yield self._of_spelling(Spelling(named.label, exact, is_name=False), named.article)
        yield self._of_given(self._given.get((named.label, exact), []), named.article)
        yield self._of_spelling(Spelling(named.label, folded, is_name=True, is_folded=True), named.article)
        yield self._of_spelling(Spelling(named.label, folded, is_name=False, is_folded=True), named.article)

    def _of_spelling(self, spelling: Spelling, article: str | None) -> _Found:
        if article is None:
            return self._subjects.spelled(spelling)
        there = {
            its.key
            for its in self.reading(article).subjects
            if its.label == spelling.label and spelling.is_of(its.name, its.aliases)
        }
        return self._in_article(article, there, lambda: self._subjects.entities_spelled(spelling))

    def _of_given(self, given: Iterable[Reference], article: str | None) -> _Found:
        found = {(key, its): self._subjects.entities_in(key)[its] for key, its in given}
        if article is None:
            return found
        return self._in_article(article, {its for key, its in found if key == article}, lambda: found.values())

    def _in_article(self, article: str, there: set[str], entities: Callable[[], Collection[str]]) -> _Found:
        """The subjects that are spelled so in an article; else those that are one entity with such elsewhere."""
        ids = self._subjects.entities_in(article)
        if not there:
            named = set(entities())
            there = {key for key, entity in ids.items() if entity in named}
        return {(article, key): ids[key] for key in there}

    def _ambiguous(self, named: Named, found: _Found) -> NotApplied:
        one_of_each = {found[reference]: reference for reference in sorted(found, reverse=True)}
        names = sorted(f"{self._name_of(one)!r} in {one[0]}" for one in one_of_each.values())
        more = f" and {len(names) - _SHOWN} more" if len(names) > _SHOWN else ""
        return NotApplied(
            f"the {named.label} {named.name!r} can be {'; or '.join(names[:_SHOWN])}{more}",
            "Name one by its fuller name, or by an article: NAME in ARTICLE",
        )

    def _name_of(self, reference: Reference) -> str:
        article, key = reference
        return subject_in(self.reading(article), key).name

    def _advice(self, named: Named) -> str:
        name = comparable(named.name)
        articles = sorted({article for article, _ in self._named_in_full(named.label, name)})[:_SHOWN]
        if articles:
            return f"It is named in {', '.join(articles)}; mend the article's key, or delete the line"
        others = sorted(label for label in vocabulary.NODE_LABELS if self._named_in_full(label, name))
        if others:
            return f"That name has the label {others[0]}; mend the label, or delete the line"
        near = _nearest(name, self._subjects.names(named.label))
        if near:
            return f"Near names are {', '.join(near)}; mend the name, or delete the line"
        return "Load an article that names it, mend the name, or delete the line"

    def _named_in_full(self, label: str, name: str) -> _Found:
        return self._subjects.spelled(Spelling(label, name, is_name=True))


def _nearest(word: str, known: Iterable[str]) -> list[str]:
    return [near for near, _, _ in process.extract(word, sorted(known), limit=_SHOWN, score_cutoff=_NEAR)]
