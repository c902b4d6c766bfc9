"""Reads a short text and gives what was found in it by name, so that a test can say what it expects in words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from graphkit import vocabulary
from graphkit.extract import extract
from graphkit.records import ARTICLE_SUBJECT, Article, Claim, Reading, Subject


@dataclass(frozen=True)
class Facts:
    reading: Reading

    @cached_property
    def _subjects(self) -> dict[str, Subject]:
        return {subject.key: subject for subject in self.reading.subjects}

    def _named(self, label: str) -> set[str]:
        return {subject.name for subject in self.reading.subjects if subject.label == label}

    @property
    def people(self) -> set[str]:
        return self._named(vocabulary.PERSON)

    @property
    def agencies(self) -> set[str]:
        return self._named(vocabulary.AGENCY)

    @property
    def countries(self) -> set[str]:
        return self._named(vocabulary.COUNTRY)

    @property
    def forums(self) -> set[str]:
        return self._named(vocabulary.FORUM)

    def subject(self, name: str) -> Subject:
        (found,) = (subject for subject in self.reading.subjects if subject.name == name)
        return found

    def spellings(self, name: str) -> set[str]:
        """The surfaces of all mentions of a subject."""
        key = self.subject(name).key
        return {mention.text for mention in self.reading.mentions if mention.subject == key}

    def _claims(self, *types: str) -> Iterator[tuple[str, str, Claim]]:
        for claim in self.reading.claims:
            if claim.type in types:
                target = "" if claim.target == ARTICLE_SUBJECT else self._subjects[claim.target].name
                yield self._subjects[claim.source].name, target, claim

    @property
    def posts(self) -> set[tuple[str, str | None, str]]:
        """(who, role, of what) for every REPRESENTS."""
        return {(source, _text(claim, "role"), target) for source, target, claim in self._claims(vocabulary.REPRESENTS)}

    @property
    def bodies(self) -> set[tuple[str, str]]:
        """(who, of what) for every REPRESENTS."""
        return {(who, body) for who, _, body in self.posts}

    def post(self, who: str, body: str) -> Claim:
        (found,) = (claim for s, t, claim in self._claims(vocabulary.REPRESENTS) if (s, t) == (who, body))
        return found

    @property
    def attended(self) -> dict[tuple[str, str], str | None]:
        """(who, forum) → status."""
        return {(s, t): _text(claim, "status") for s, t, claim in self._claims(vocabulary.ATTENDED)}

    @property
    def attendees(self) -> dict[str, str | None]:
        """Who → status, for a text with one forum."""
        return {who: status for (who, _), status in self.attended.items()}

    @property
    def said(self) -> list[tuple[str, str, str | None]]:
        """(speaker, forum or "", session) for every quotation, in the order of the text."""
        quotes = self._claims(vocabulary.QUOTED_AT, vocabulary.QUOTED_IN)
        ordered = sorted(quotes, key=lambda quote: quote[2].evidence.start)
        return [(s, t, _text(claim, "session")) for s, t, claim in ordered]

    @property
    def speakers(self) -> list[str]:
        return [speaker for speaker, _, _ in self.said]

    @property
    def held(self) -> set[tuple[str, str, str | None]]:
        """(forum, country, city) for every HELD_IN."""
        return {(s, t, _text(claim, "city")) for s, t, claim in self._claims(vocabulary.HELD_IN)}

    @property
    def rules(self) -> set[str]:
        evidence = [item.evidence for item in (*self.reading.claims, *self.reading.mentions)]
        return {one.rule for one in evidence}


def _text(claim: Claim, name: str) -> str | None:
    value = claim.properties.get(name)
    return None if value is None else str(value)


def read(text: str) -> Facts:
    """What extraction finds in a text."""
    return Facts(extract(Article("test", text)))
