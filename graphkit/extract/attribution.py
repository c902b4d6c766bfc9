"""Whose words they are: from a speaker's expression ("he", "the ministry", "the deputy minister") to a subject."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from graphkit import vocabulary
from graphkit.extract import lexicon
from graphkit.extract.document import Document, Span
from graphkit.extract.names import Name, Names
from graphkit.extract.quotes import NamedSpan, Quotation, find_quotations
from graphkit.extract.representation import Representation
from graphkit.extract.subjects import LocalSubject, Subjects

_PRONOUNS = frozenset("he she they i we him her".split())
_ANY_PERSON = frozenset(
    """official officials expert politician speaker diplomat leader executive author man woman lawmaker scientist
    researcher minister ambassador director chairman president professor""".split()
)


@dataclass(frozen=True, slots=True)
class Attributed:
    """A quotation with the subject that said it, and the reason why it is that one."""

    quotation: Quotation
    speaker: LocalSubject
    reason: str
    confidence: float


def named_spans(
    document: Document, names: Names, subjects: Subjects, phrases: dict[Name, Span]
) -> list[NamedSpan]:
    """The names as the finder of quotations wants them."""
    found = []
    for name in names.table:
        subject = subjects.of(name)
        if name.label is not None and subject is not None:
            span = name.span(document)
            found.append(NamedSpan(span.start, span.end, name.label, subject.key, phrases.get(name)))
    return found


class Attribution:
    """Finds the quotations of one article and their speakers."""

    def __init__(
        self, document: Document, names: Names, subjects: Subjects, representation: Representation
    ) -> None:
        self.document = document
        self.subjects = subjects
        self.holdings = representation.holdings
        self.quotations = find_quotations(
            document, named_spans(document, names, subjects, representation.phrases)
        )
        self.names = [name for name in names.table if name.label in (vocabulary.PERSON, vocabulary.AGENCY)]
        self._previous: tuple[int, LocalSubject] | None = None

    def read(self) -> Iterator[Attributed]:
        """All quotations whose speaker is a subject, in the order of the text."""
        outer: Attributed | None = None
        for quotation in self.quotations:
            for speaker, reason, confidence in self._speakers(quotation, outer):
                made = Attributed(quotation, speaker, reason, round(quotation.confidence * confidence, 2))
                if not quotation.nested:
                    outer = made
                    at = quotation.speaker.end if quotation.speaker else quotation.end
                    self._previous = (max(at, quotation.end), speaker)
                yield made

    def _speakers(
        self, quotation: Quotation, outer: Attributed | None
    ) -> list[tuple[LocalSubject, str, float]]:
        if quotation.speaker is None:
            if quotation.continues and outer is not None:
                return [(outer.speaker, "continues", 0.97)]
            return []
        expression = quotation.speaker
        words = self.document.text_of(expression)
        named = self._named(expression)
        if named:
            return [(subject, "name", 1.0 if len(named) == 1 else 0.6) for subject in named]
        if words.lower().split()[:1] and words.lower().split()[0] in _PRONOUNS:
            return self._one(self._in_focus(expression.start), "pronoun", 0.93)
        return self._by_description(expression, words)

    def _named(self, expression: Span) -> list[LocalSubject]:
        """The people named in the expression, else the agency that it names."""
        inside = [name for name in self.names if name.span(self.document).start in expression]
        people = [name for name in inside if name.label == vocabulary.PERSON and not self._is_owner(name)]
        if people:
            together = (
                re.search(r"\b(?:and|,)\s(?:others|[A-Z])", self.document.text_of(expression)) is not None
            )
            chosen = people if together and len(people) > 1 and self._is_list(people) else people[:1]
            return list(
                dict.fromkeys(subject for name in chosen if (subject := self.subjects.of(name)) is not None)
            )
        if any(name.label == vocabulary.PERSON for name in inside):
            return []
        noun = self._head_noun(expression)
        if noun in lexicon.POST_HEADS - {"spokesperson", "spokesman", "spokeswoman", "representative"}:
            return []
        agencies = [self.subjects.of(name) for name in inside]
        return [agency for agency in agencies if agency is not None][:1]

    def _is_owner(self, name: Name) -> bool:
        end = name.span(self.document).end
        return self.document.text[end : end + 2] in ("'s", "’s")

    def _is_list(self, people: Sequence[Name]) -> bool:
        """Whether posts stand before each of several people: a collective statement."""
        return len({self.subjects.of(name).key for name in people if self.subjects.of(name)}) > 2  # type: ignore[union-attr]

    def _head_noun(self, expression: Span) -> str:
        words = re.split(r"\s(?:of|for|at|from|in)\s", self.document.text_of(expression).lower())[0]
        found = re.findall(r"[\w-]+", words)
        return found[-1] if found else ""

    def _by_description(self, expression: Span, words: str) -> list[tuple[LocalSubject, str, float]]:
        """ "the deputy minister", "a senior executive", "the ministry", "Kereszturi's ministry", "the press service"."""
        noun = self._head_noun(expression)
        indefinite = re.match(r"(?:a|an)\s", words.lower()) is not None
        if noun in lexicon.POST_HEADS:
            by_role = None if indefinite else self._by_role(words, noun, expression.start)
            if by_role is not None:
                return self._one(by_role, "role", 0.92)
            introduced = self._introduced_next(expression.end)
            if introduced is not None and (indefinite or self._in_focus(expression.start) is None):
                return self._one(introduced, "introduced-next", 0.85)
            if indefinite:
                return []
            return self._one(self._in_focus(expression.start), "role", 0.8) if noun in _ANY_PERSON else []
        if (author := self._author(expression, noun)) is not None:
            return self._one(author, "author", 0.85)
        if re.search(r"\b(?:press service|statement|press office|website|report)\b", words.lower()):
            return self._one(self._last_agency(expression.start), "press-service", 0.85)
        if noun in lexicon.ORGANISATION_HEADS | lexicon.AGENCY_NOUNS | {"agency", "chamber", "ministry"}:
            return self._one(self.subjects.agency_like(noun, expression.start), "agency-noun", 0.9)
        if noun in ("student", "colleague", "guest", "participant", "woman", "man") and not indefinite:
            return self._one(self._in_focus(expression.start), "role", 0.6)
        return []

    def _author(self, expression: Span, noun: str) -> LocalSubject | None:
        """Whose "the statement" or "the letter" is: "The statement of X was read out. … the statement said"."""
        if noun not in ("statement", "message", "letter", "greeting", "address", "note"):
            return None
        for name in reversed(self.names):
            start = name.span(self.document).start
            before = self.document.text[max(0, start - 60) : start]
            if start < expression.start and re.search(rf"\b{noun} (?:of|from|by) (?:[^,.;]*\s)?$", before):
                return self.subjects.of(name)
        return None

    def _one(
        self, subject: LocalSubject | None, reason: str, confidence: float
    ) -> list[tuple[LocalSubject, str, float]]:
        return [] if subject is None else [(subject, reason, confidence)]

    def _by_role(self, words: str, noun: str, before: int) -> LocalSubject | None:
        """The person named last whose post has these words."""
        wanted = set(re.findall(r"\w+", words.lower())) - {"the", "a", "an", "of", "for"}
        best: tuple[int, int, LocalSubject] | None = None
        for holding in self.holdings:
            have = set(re.findall(r"\w+", (holding.role or "").lower()))
            subject = self.subjects.by_key.get(holding.holder)
            if noun not in have or subject is None or subject.label != vocabulary.PERSON:
                continue
            mentions = [at for name in subject.names if (at := name.span(self.document).start) < before]
            if mentions and (best is None or (len(wanted & have), max(mentions)) > best[:2]):
                best = (len(wanted & have), max(mentions), subject)
        return best[2] if best is not None else None

    def _in_focus(self, before: int) -> LocalSubject | None:
        """Whom "he" means: whoever spoke last, or was since then the subject of a sentence."""
        focus = self._previous if self._previous is not None and self._previous[0] <= before else None
        for name in self.names:
            span = name.span(self.document)
            if span.start >= before or name.label != vocabulary.PERSON:
                continue
            sentence = self.document.sentence_at(span.start)
            if focus is not None and span.start < focus[0]:
                continue
            if self._leads(name, sentence) or focus is None:
                subject = self.subjects.of(name)
                if subject is not None and not self._is_owner(name) and not self._in_quotation(span.start):
                    focus = (span.start, subject)
        return focus[1] if focus is not None else None

    def _leads(self, name: Name, sentence: Span) -> bool:
        """Whether the name is the first person of its sentence."""
        for other in self.names:
            if other.label == vocabulary.PERSON and other.span(self.document).start >= sentence.start:
                return other is name
        return False

    def _in_quotation(self, offset: int) -> bool:
        return any(made.start <= offset < made.end for made in self.quotations if made.kind == "direct")

    def _introduced_next(self, after: int) -> LocalSubject | None:
        """The person that the next sentences introduce, when the lead speaks of "a senior official"."""
        index = self.document.sentence_index(after)
        for sentence in self.document.sentences[index + 1 : index + 3]:
            for name in self.names:
                if name.label == vocabulary.PERSON and name.span(self.document).start in sentence:
                    return self.subjects.of(name)
        return None

    def _last_agency(self, before: int) -> LocalSubject | None:
        """The agency that spoke last, else the one named last."""
        if self._previous is not None and self._previous[1].label == vocabulary.AGENCY:
            return self._previous[1]
        earlier = [
            name
            for name in self.names
            if name.label == vocabulary.AGENCY and name.span(self.document).start < before
        ]
        return self.subjects.of(earlier[-1]) if earlier else None
