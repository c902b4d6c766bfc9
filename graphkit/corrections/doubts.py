"""What is worth a person's look: doubtful merges, entities that nearly merged, and edges of little confidence."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from textwrap import shorten

from graphkit.corrections.derive import Derivation
from graphkit.corrections.kinds import Correction, Drop, Keep, Named, NotSame, Same, Sought
from graphkit.corrections.subjects import Reference
from graphkit.records import ARTICLE_SUBJECT, Claim, Merge, Reading, Subject
from graphkit.resolve.borderline import borderline_pairs

MERGE, PAIR, EDGE = "merge", "pair", "edge"

_WORDS_SHOWN = 200
"""How many letters of a quotation a question shows."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """One question to a person, and what either answer corrects.

    Attributes:
        about: `merge` (two subjects that were joined), `pair` (two that nearly were), or `edge`.
        question: answered by yes or no.
        reason: the reason of the merge, what speaks for the pair, or the rule of the edge.
        score: of the merge or the pair, or the confidence of the edge; 0 to 1.
        passages: articles' keys, each with the sentence to judge by.
        yes: the correction that says yes.
        no: the correction that says no.
    """

    about: str
    question: str
    reason: str
    score: float
    passages: tuple[tuple[str, str], ...]
    yes: Correction
    no: Correction


def find_doubts(derived: Derivation, below: float) -> list[Doubt]:
    """What a person has not judged yet: merges, then pairs, then edges, of each the most doubtful first.

    Mentions are not asked about one by one.

    Args:
        derived: the graph as it is corrected so far.
        below: merges and edges whose score or confidence is less than this are doubtful.
    """
    questions = _Questions(derived)
    merges = sorted(derived.resolution.merges, key=lambda merge: (merge.score, merge.left, merge.right))
    return [
        *(
            questions.identity(MERGE, merge.left, merge.right, merge.reason, merge.score)
            for merge in merges
            if merge.score < below and questions.are_open(merge)
        ),
        *(
            questions.identity(PAIR, pair.left, pair.right, pair.reason, pair.score)
            for pair in borderline_pairs(derived.readings, derived.resolution)
            if not questions.kept_apart(pair.left, pair.right)
        ),
        *sorted(questions.edges(below), key=lambda doubt: doubt.score),
    ]


class _Questions:
    """Puts questions about what was derived."""

    def __init__(self, derived: Derivation) -> None:
        self._readings = {reading.article.key: reading for reading in derived.readings}
        self._subjects = {(key, its.key): its for key, reading in self._readings.items() for its in reading.subjects}
        self._judgements = derived.judgements
        self._entity_ids = derived.resolution.entity_ids
        self._members: defaultdict[str, list[Reference]] = defaultdict(list)
        for reference in self._subjects:
            self._members[self._entity_ids[reference]].append(reference)

    def are_open(self, merge: Merge) -> bool:
        """Whether both sides of a merge are still there and no person has said that they are one."""
        there = merge.left in self._subjects and merge.right in self._subjects
        return there and not self._judgements.one(merge.left, merge.right)

    def kept_apart(self, left: Reference, right: Reference) -> bool:
        """Whether a person keeps the entities of two subjects apart."""
        here, there = (self._members[self._entity_ids[reference]] for reference in (left, right))
        return self._judgements.two(here, there)

    def identity(self, about: str, left: Reference, right: Reference, reason: str, score: float) -> Doubt:
        """Whether two subjects are one."""
        one, other = (Named(self._subjects[at].label, self._subjects[at].name, article=at[0]) for at in (left, right))
        question = f"Is the {one.label} {one.name!r} in {one.article} the same as {other.name!r} in {other.article}?"
        passages = (self._passage(left), self._passage(right))
        return Doubt(about, question, reason, score, passages, Same(one, other), NotSame(one, other))

    def _passage(self, reference: Reference) -> tuple[str, str]:
        reading = self._readings[reference[0]]
        sentences = [its.evidence.sentence for its in reading.mentions if its.subject == reference[1]]
        return reference[0], next(iter(sentences), "")

    def edges(self, below: float) -> Iterator[Doubt]:
        """Whether the edges of little confidence are right."""
        for _, reading in sorted(self._readings.items()):
            for claim in reading.claims:
                if claim.evidence.confidence < below:
                    yield self._edge(reading, claim)

    def _edge(self, reading: Reading, claim: Claim) -> Doubt:
        article, evidence = reading.article, claim.evidence
        source, target = _named(self._subjects[article.key, claim.source]), None
        if claim.target != ARTICLE_SUBJECT:
            target = _named(self._subjects[article.key, claim.target])
        edge = Sought(claim.type, source, target, article.key, article.text[evidence.start : evidence.end])
        if sum(_place(other) == _place(claim) for other in reading.claims) > 1:
            edge = replace(edge, properties=tuple(_said(claim)))
        passages = ((article.key, evidence.sentence),)
        return Doubt(
            EDGE, _edge_question(edge, claim), evidence.rule, evidence.confidence, passages, Keep(edge), Drop(edge)
        )


def _edge_question(edge: Sought, claim: Claim) -> str:
    ends = f"{edge.source.name!r} {edge.type}" + (f" {edge.target.name!r}" if edge.target else "")
    words = str(claim.properties.get("text", ""))
    quoted = f": “{shorten(words, _WORDS_SHOWN, placeholder=' …')}”" if words else ""
    said = "".join(f", {name}: {value}" for name, value in _said(claim) if value not in ("", "false"))
    return f"Is it right: {ends}{quoted}{said}?"


def _named(subject: Subject) -> Named:
    return Named(subject.label, subject.name)


def _place(claim: Claim) -> tuple[str, str, str, int, int]:
    return claim.type, claim.source, claim.target, claim.evidence.start, claim.evidence.end


def _said(claim: Claim) -> Iterator[tuple[str, str]]:
    """What an edge says besides its words, as corrections write it."""
    for name, value in sorted(claim.properties.items()):
        if name != "text":
            yield name, str(value).lower() if isinstance(value, bool) else value or ""
