"""Edges that people add, and the subjects that they need and nobody read."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from graphkit import vocabulary
from graphkit.corrections.directory import Directory
from graphkit.corrections.file import Corrections
from graphkit.corrections.identity import Pair
from graphkit.corrections.kinds import Add, Named, Properties, Sought
from graphkit.corrections.reporting import NotApplied
from graphkit.corrections.subjects import comparable
from graphkit.extract.document import Document
from graphkit.extract.gazetteers import state_by_any_name
from graphkit.passages import find_words, is_in_quotation_marks
from graphkit.records import ARTICLE_SUBJECT, Article, Claim, Evidence, Mention, Reading, Subject

RULE = "correction.add"


@dataclass
class Additions:
    """What people add, by the article's key.

    Attributes:
        subjects: those that the article's own reading lacks.
        mentions: where these stand, and mentions that are added as edges.
        claims: the edges.
        same: which of the subjects are one with subjects of other articles.
    """

    subjects: defaultdict[str, dict[str, Subject]] = field(default_factory=lambda: defaultdict(dict))
    mentions: defaultdict[str, list[Mention]] = field(default_factory=lambda: defaultdict(list))
    claims: defaultdict[str, list[Claim]] = field(default_factory=lambda: defaultdict(list))
    same: list[Pair] = field(default_factory=list)

    def with_subjects(self, reading: Reading) -> Reading:
        """A reading with the subjects that people add to it."""
        added = self.subjects.get(reading.article.key)
        if not added:
            return reading
        return replace(reading, subjects=(*reading.subjects, *sorted(added.values(), key=lambda its: its.key)))


def additions(directory: Directory, corrections: Corrections) -> Additions:
    """Find what the lines `add` need; those whose words or names no article has are reported.

    Args:
        directory: the subjects as the articles alone resolve them.
        corrections: the lines, and who is told of those that cannot be applied.
    """
    found = Additions()
    for line, add in corrections.of(Add):
        with corrections.reporting(line):
            _add(found, add.edge, directory)
    return found


def _add(found: Additions, edge: Sought, directory: Directory) -> None:
    reading = directory.reading(edge.article or "")
    evidence = _evidence(edge, reading.article)
    source = _end(found, edge.source, reading, directory)
    target = _end(found, edge.target, reading, directory) if edge.target else ARTICLE_SUBJECT
    if edge.type == vocabulary.MENTIONED_IN:
        spelled = reading.article.text[evidence.start : evidence.end]
        found.mentions[reading.article.key].append(Mention(source, spelled, evidence))
        return
    properties = properties_of(edge.type, edge.properties, reading.article, evidence)
    found.claims[reading.article.key].append(Claim(edge.type, source, target, evidence, properties))


def _evidence(edge: Sought, article: Article) -> Evidence:
    places = find_words(edge.words or "", article.text)
    if not places:
        raise NotApplied(
            f"article {article.key} does not say {edge.words!r}", "Copy the words from the article as they stand there"
        )
    return evidence_at(article, *places[0])


def evidence_at(article: Article, start: int, end: int) -> Evidence:
    """The evidence that a person gives by words of an article."""
    sentence = Document(article.text).sentence_at(start)
    return Evidence(start, end, article.text[sentence.start : sentence.end], RULE, 1.0)


def _end(found: Additions, named: Named, reading: Reading, directory: Directory) -> str:
    """The key of a subject in the article, which is made where the reading of it has none."""
    known = directory.find(replace(named, article=reading.article.key))
    if known:
        return min(key for _, key in known)
    subject = _subject(named)
    if subject.key not in found.subjects[reading.article.key]:
        _introduce(found, subject, named, reading.article, directory)
    return subject.key


def _introduce(found: Additions, subject: Subject, named: Named, article: Article, directory: Directory) -> None:
    """Take up a subject that the article's words name, or that other articles do."""
    places = find_words(named.name, article.text)
    if places:
        start, end = places[0]
        spelled = article.text[start:end]
        found.mentions[article.key].append(Mention(subject.key, spelled, evidence_at(article, start, end)))
    else:
        elsewhere = directory.find(named)
        if not elsewhere:
            raise NotApplied(
                f"no {named.label} is called {named.name!r}, and article {article.key} has no such words",
                "Write the name as the article does",
            )
        found.same.append((frozenset({(article.key, subject.key)}), elsewhere))
    found.subjects[article.key][subject.key] = subject


def _subject(named: Named) -> Subject:
    name = comparable(named.name)
    state = state_by_any_name().get(name) if named.label == vocabulary.COUNTRY else None
    key = f"{RULE}/{named.label}/{name}"
    if state is None:
        return Subject(key, named.label, name)
    return Subject(key, named.label, state.name, tuple({name} - {state.name}), {"iso2": state.iso2})


def properties_of(
    edge_type: str,
    given: Properties,
    article: Article,
    evidence: Evidence,
    already: Mapping[str, str | bool | None] | None = None,
) -> dict[str, str | bool | None]:
    """The properties of an edge that a person makes: those given, else those it had, else what the words show."""
    words = article.text[evidence.start : evidence.end]
    kind = "direct" if is_in_quotation_marks(article.text, evidence.start, evidence.end) else "indirect"
    shown = {"status": "attended", "text": words, "kind": kind, "surface": words}
    values = shown | dict(already or {}) | dict(given)
    return {
        declared.name: values.get(declared.name) in (True, "true")
        if declared.type == "boolean"
        else values.get(declared.name)
        for declared in vocabulary.EDGE_TYPES[edge_type].properties
    }
