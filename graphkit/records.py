"""What the stages hand to each other: frozen records.

An article is read into an `Article`; extraction turns it into a `Reading` (mentions, the subjects that they
name within that article, and claims about them); resolution says which subjects of which articles are one
entity. A claim is never rewritten: corrections change the resolution, and the graph is derived again.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal, TypeAlias

ARTICLE_SUBJECT = "article"
"""The subject key that stands for the article itself, as the target of a claim."""

AUTHORS_JOINED = "; "
"""What stands between the names of an article's authors, as trafilatura writes them."""

BLOCK = "█"
"""What stands in an article's text for each letter of the name of somebody who was forgotten."""

FactKind: TypeAlias = Literal["agency", "country", "edition", "year"]
"""What a fact is about that tells subjects of one name apart."""


def fact_of(kind: FactKind, value: str) -> str:
    """A fact about a subject, as `Subject.context` holds it: `year:2025`."""
    return f"{kind}:{value}"


@dataclass(frozen=True)
class Article:
    r"""One article as it was read.

    Attributes:
        key: unique name of the article: a file's stem, a record's id, URL or SHA-256.
        text: the text that every offset points into, with line ends as `\\n` and in Unicode NFC.
        date: publication date as ISO 8601, as precise as the article says (`2025-12-18`, `2025-12`, `2025`).
        author: who wrote it, as its source says; several are joined by `AUTHORS_JOINED`.
    """

    key: str
    text: str
    title: str | None = None
    source: str | None = None
    url: str | None = None
    date: str | None = None
    author: str | None = None

    @cached_property
    def sha256(self) -> str:
        """Hexadecimal SHA-256 of the text in UTF-8."""
        return hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()


@dataclass(frozen=True, slots=True)
class Evidence:
    """Where a claim stands and why: `article.text[start:end]`, its sentence, the rule and its confidence."""

    start: int
    end: int
    sentence: str
    rule: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Mention:
    """One spelling of a subject in the text: `article.text[start:end] == text`, always."""

    subject: str
    text: str
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Subject:
    """Something that one article names: a person, an agency, a country or a forum.

    Attributes:
        key: unique within the article.
        label: a node label of the vocabulary.
        name: the fullest name in the article, without titles.
        aliases: other spellings found in the article, sorted.
        properties: the node properties that the article gives (`kind`, `iso2`, `city`, `start`, …).
        context: facts that help to tell namesakes apart across articles, each made by `fact_of`.
    """

    key: str
    label: str
    name: str
    aliases: tuple[str, ...] = ()
    properties: Mapping[str, str | None] = field(default_factory=dict)
    context: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Claim:
    """One thing that the article says: an edge between two of its subjects (or the article itself)."""

    type: str
    source: str
    target: str
    evidence: Evidence
    properties: Mapping[str, str | bool | None] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Reading:
    """All that was read out of one article."""

    article: Article
    subjects: tuple[Subject, ...]
    mentions: tuple[Mention, ...]
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class Merge:
    """Why two subjects of different articles are one entity."""

    left: tuple[str, str]
    right: tuple[str, str]
    reason: str
    score: float


@dataclass(frozen=True, slots=True)
class Resolution:
    """Which subject is which entity.

    Attributes:
        entity_ids: (article key, subject key) → entity id.
        merges: every decision to join two subjects, with its reason and score.
    """

    entity_ids: Mapping[tuple[str, str], str]
    merges: tuple[Merge, ...] = ()
