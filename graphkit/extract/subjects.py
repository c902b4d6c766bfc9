"""Which names of an article are one and the same person, agency, country or forum."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from graphkit import vocabulary
from graphkit.extract import lexicon
from graphkit.extract.document import Document
from graphkit.extract.gazetteers import fold, state_named, states
from graphkit.extract.names import Name, Names
from graphkit.extract.names.forums import is_ordinal
from graphkit.extract.names.organisations import kind_of

_ARTICLES = re.compile(r"^(?:the|a|an) ", re.IGNORECASE)


@dataclass(eq=False)
class LocalSubject:
    """One subject while the article is being read: its names, in the order of the text."""

    key: str
    label: str
    names: list[Name] = field(default_factory=list)
    spellings: list[str] = field(default_factory=list)
    properties: dict[str, str | None] = field(default_factory=dict)

    @property
    def first(self) -> int:
        """Index of the first token that names it."""
        return min((name.first for name in self.names), default=0)


class Subjects:
    """The subjects of one article, and which name stands for which of them."""

    def __init__(self, document: Document, names: Names) -> None:
        self.document = document
        self.by_key: dict[str, LocalSubject] = {}
        self._of_name: dict[Name, str] = {}
        self._inside = names.inside
        self.bracketed = names.bracketed
        self._add_countries([*names.table, *names.inside])
        self._add_people([name for name in names.table if name.label == vocabulary.PERSON])
        self._add_agencies([name for name in names.table if name.label == vocabulary.AGENCY], names.bracketed)
        self._add_forums([name for name in names.table if name.label == vocabulary.FORUM], names.bracketed)

    def of(self, name: Name) -> LocalSubject | None:
        """The subject that a name stands for; None for an anaphor that refers to nothing."""
        key = self._of_name.get(name)
        return None if key is None else self.by_key[key]

    def labelled(self, label: str) -> list[LocalSubject]:
        """All subjects of a label, in the order in which the text names them."""
        found = (subject for subject in self.by_key.values() if subject.label == label)
        return sorted(found, key=lambda subject: (subject.first, subject.key))

    def agency_like(self, noun: str, before: int) -> LocalSubject | None:
        """The agency that "the <noun>" refers to: the last one named before with that head noun, else the first."""
        candidates = [
            (name.first, subject)
            for subject in self.labelled(vocabulary.AGENCY)
            if _head_matches(subject.spellings, noun)
            for name in subject.names
            if name.rule != "agency.anaphor"
        ]
        earlier = [candidate for candidate in candidates if candidate[0] < before]
        if earlier:
            return max(earlier, key=lambda candidate: candidate[0])[1]
        return min(candidates, key=lambda candidate: candidate[0])[1] if candidates else None

    def country(self, name: str, mention: Name) -> LocalSubject:
        """The country of that canonical name, made when it is new."""
        subject = self._get(f"country/{fold(name)}", vocabulary.COUNTRY)
        if not subject.spellings:
            state = state_named(name)
            subject.spellings.append(name)
            subject.properties["iso2"] = state.iso2 if state else None
        self._take(subject, mention)
        return subject

    def states_inside(self, name: Name) -> list[Name]:
        """The names of states that are part of a longer name."""
        return [state for state in self._inside if name.covers(state)]

    def forget(self, name: Name) -> None:
        """Take a name away from its subject: it turned out to name a part of something else."""
        key = self._of_name.pop(name, None)
        if key is not None and key in self.by_key:
            subject = self.by_key[key]
            subject.names.remove(name)
            if not subject.names:
                del self.by_key[key]

    def _get(self, key: str, label: str) -> LocalSubject:
        return self.by_key.setdefault(key, LocalSubject(key, label))

    def _take(self, subject: LocalSubject, name: Name, spelling: str | None = None) -> None:
        if self._of_name.get(name) == subject.key:
            return
        self._of_name[name] = subject.key
        subject.names.append(name)
        text = spelling or name.text(self.document)
        if text not in subject.spellings:
            subject.spellings.append(text)

    def _add_countries(self, names: Iterable[Name]) -> None:
        for name in names:
            if name.label == vocabulary.COUNTRY and name.canonical is not None:
                self.country(name.canonical, name)

    def _add_people(self, names: list[Name]) -> None:
        words = {name: self._name_words(name) for name in names}
        full = sorted(
            {words[name] for name in names if len(words[name]) > 1}, key=lambda parts: (-len(parts), parts)
        )
        owner: dict[tuple[str, ...], tuple[str, ...]] = {}
        for parts in full:
            longer = [other for other in owner.values() if set(parts) <= set(other)]
            owner[parts] = longer[0] if len(set(longer)) == 1 else parts
        last_seen: dict[tuple[str, ...], int] = {}
        for name in names:
            parts = words[name]
            person = owner.get(parts) or self._bearer(parts, set(owner.values()), last_seen) or parts
            last_seen[person] = name.first
            subject = self._get("person/" + "-".join(person), vocabulary.PERSON)
            self._take(subject, name, _as_written(name.text(self.document)))

    def _name_words(self, name: Name) -> tuple[str, ...]:
        tokens = self.document.tokens[name.first : name.last]
        return tuple(fold(token.text) for token in tokens if token.is_word)

    def _bearer(
        self, parts: tuple[str, ...], people: set[tuple[str, ...]], last_seen: Mapping[tuple[str, ...], int]
    ) -> tuple[str, ...] | None:
        """Who is meant by a part of a name: by the family name first, then whoever was named last."""
        bearers = [person for person in sorted(people) if set(parts) <= set(person)]
        by_family = [person for person in bearers if person[-1] == parts[-1]] or bearers
        return max(by_family, key=lambda person: last_seen.get(person, -1), default=None)

    def _add_agencies(self, names: list[Name], bracketed: Mapping[Name, Name]) -> None:
        initials: dict[str, str] = {}
        full = [name for name in names if name.rule != "agency.anaphor" and name not in bracketed]
        for name in sorted(full, key=lambda name: (name.rule == "agency.acronym", name.first)):
            text = name.text(self.document)
            key = _agency_key(name.canonical or text)
            if name.rule == "agency.acronym":
                key = initials.get(text, key)
            else:
                initials.setdefault(_initials(text), key)
            subject = self._get("agency/" + key, vocabulary.AGENCY)
            self._take(subject, name)
            if name.canonical and name.canonical not in subject.spellings:
                subject.spellings.append(name.canonical)
            subject.properties.setdefault("kind", name.kind or kind_of(text))
        self._add_bracketed(bracketed, vocabulary.AGENCY, full)
        self._add_anaphors([name for name in names if name.rule == "agency.anaphor"])

    def _add_anaphors(self, names: Iterable[Name]) -> None:
        """ "the Agency" with a capital is the same agency throughout the article."""
        fixed: dict[str, LocalSubject] = {}
        for name in names:
            noun = self.document.tokens[name.first].lower
            meant = fixed.get(noun) or self.agency_like(noun, name.first)
            if meant is not None:
                fixed[noun] = meant
                self._of_name[name] = meant.key
                meant.names.append(name)

    def _add_bracketed(self, bracketed: Mapping[Name, Name], label: str, others: list[Name]) -> None:
        """A name in brackets is the one before it, everywhere in the article."""
        for alias, owner in bracketed.items():
            subject = self.of(owner)
            if alias.label != label or subject is None:
                continue
            self._take(subject, alias)
            for name in others:
                if name.text(self.document) == alias.text(self.document) and self.of(name) is not subject:
                    self.forget(name)
                    self._take(subject, name)

    def _add_forums(self, names: list[Name], bracketed: Mapping[Name, Name]) -> None:
        for name in names:
            if name not in bracketed:
                text = name.text(self.document)
                self._take(self._get("forum/" + _forum_key(text), vocabulary.FORUM), name)
        self._add_bracketed(bracketed, vocabulary.FORUM, [name for name in names if name not in bracketed])


def _as_written(text: str) -> str:
    """A person's name with a capital at the head of each word only."""
    return " ".join(word.capitalize() if word.isupper() and len(word) > 2 else word for word in text.split())


def _initials(text: str) -> str:
    words = re.findall(r"[^\W\d_]+", text)
    return "".join(word[0] for word in words if word[0].isupper())


def _agency_key(text: str) -> str:
    """The name without article, state and company's suffix."""
    folded = fold(_ARTICLES.sub("", text)).replace("organisation", "organization")
    folded = re.sub(r"['’]s?(?=\W|$)", "", folded)
    words = re.findall(r"\w+", folded)
    while len(words) > 1 and words[-1] in lexicon.COMPANY_SUFFIXES:
        words.pop()
    joined = " ".join(words)
    for state in _state_endings():
        if joined.endswith(state) and len(joined) > len(state):
            joined = joined[: -len(state)]
            break
    return joined.replace(" ", "-")


_ENDINGS: list[str] = []


def _state_endings() -> list[str]:
    """ " of <state>", longest first."""
    if not _ENDINGS:
        names = {fold(name) for state in states() for name in state.names}
        endings = {f" of {name}" for name in names} | {f" of the {name}" for name in names}
        _ENDINGS.extend(sorted(endings, key=lambda ending: (-len(ending), ending)))
    return _ENDINGS


def _forum_key(text: str) -> str:
    """The name without ordinals, years and "annual": editions of one article are told apart by coreference."""
    words = re.findall(r"\w+", fold(_ARTICLES.sub("", text)))
    kept = [word for word in words if not re.fullmatch(r"(?:19|20)\d\d", word) and word != "annual"]
    while len(kept) > 2 and is_ordinal(kept[0]):
        kept.pop(0)
    return "-".join(kept)


def _head_matches(spellings: Iterable[str], noun: str) -> bool:
    """Whether the noun is the head of one of the spellings: before "of …", or the last word."""
    for spelling in spellings:
        words = re.findall(r"[\w-]+", re.split(r" (?:of|for|on|against) ", spelling)[0].lower())
        if words and (words[-1] == noun or (noun == "council" and "council" in words)):
            return True
    return False


def mentions_by_subject(subjects: Subjects) -> dict[str, list[Name]]:
    """The names of every subject, in the order of the text."""
    found: defaultdict[str, list[Name]] = defaultdict(list)
    for subject in subjects.by_key.values():
        found[subject.key] = sorted(subject.names, key=lambda name: name.first)
    return found
