"""Quoted stretches that no verb of speech stands next to: continued quotations, or no speech at all.

A stretch counts as speech if it stands as a sentence of its own, or behind a colon. Quoted words that are a
part of the article's own sentence (titles, themes, single terms, scare quotes) are left alone.
"""

from __future__ import annotations

from collections.abc import Sequence

from graphkit.extract.document import Document, Span
from graphkit.extract.quotes.marks import Marked
from graphkit.extract.quotes.phrases import NamedSpans, Phrase
from graphkit.extract.quotes.quotation import Quotation
from graphkit.extract.quotes.reading import UnitReading
from graphkit.extract.quotes.speakers import main_subject, subject_before
from graphkit.extract.quotes.units import Unit, content_words
from graphkit.extract.quotes.words import (
    BREAKS,
    DASHES,
    FINAL,
    QUOTED,
    TITLING,
    has_finite_verb,
    is_past,
)

_FEWEST_WORDS = 2
_FEWEST_WORDS_IN_SENTENCE = 4
_LONGEST_SIGNATURE = 12
_LONGEST_NAME = 4


def attribute_rest(document: Document, readings: Sequence[UnitReading], names: NamedSpans) -> list[Quotation]:
    """Quotations of the stretches that the rules for verbs of speech left over."""
    rest = _Rest(document, readings, names)
    return rest.attribute()


class _Rest:
    def __init__(self, document: Document, readings: Sequence[UnitReading], names: NamedSpans) -> None:
        self.document = document
        self.readings = readings
        self.names = names
        self.found: list[Quotation] = []
        self.runs: dict[int, Span | None] = {}
        self.last: Quotation | None = None
        self.last_paragraph = -9

    def attribute(self) -> list[Quotation]:
        self._learn_runs()
        for position, reading in enumerate(self.readings):
            if reading.reports_before and position:
                self.found += self._sentence_before(reading, self.readings[position - 1])
            if not reading.unit.quoted:
                self._remember(reading, reading.quotations)
                continue
            new = [
                made
                for index, stretch in sorted(reading.unit.quoted.items())
                if index not in reading.used and (made := self._attribute(position, index, stretch))
            ]
            self.found += new
            self._remember(reading, [*reading.quotations, *new])
        return self.found

    def _learn_runs(self) -> None:
        """The speaker of each quotation over several paragraphs, from whichever paragraph attributes it."""
        for reading in self.readings:
            spans = {made.span: made for made in reading.quotations if made.kind == "direct"}
            for stretch in reading.unit.quoted.values():
                if stretch.words in spans:
                    self.runs.setdefault(stretch.run, spans[stretch.words].speaker)

    def _sentence_before(self, reading: UnitReading, before: UnitReading) -> list[Quotation]:
        """The sentence that "This was stated by Orlova" gives to her, if it is nobody else's."""
        tokens = before.unit.tokens
        if reading.waiting is None or before.quotations or before.unit.quoted or not tokens[0].is_word:
            return []
        phrase, cue = reading.waiting
        span = before.unit.span(0, len(tokens) - before.unit.is_final(len(tokens) - 1))
        return [Quotation("indirect.this-was-said", span, "indirect", cue=cue, speaker=phrase.speaker)]

    def _remember(self, reading: UnitReading, quotations: Sequence[Quotation]) -> None:
        if quotations:
            self.last = max(quotations, key=lambda made: made.span.start)
            self.last_paragraph = reading.unit.paragraph

    def _attribute(self, position: int, index: int, stretch: Marked) -> Quotation | None:
        reading = self.readings[position]
        unit = reading.unit
        span = stretch.words
        if stretch.run in self.runs:
            continues = self.last is not None and self.last.speaker == self.runs[stretch.run]
            return Quotation("direct.run", span, "direct", speaker=self.runs[stretch.run], continues=continues)
        signer = self._signature(unit, index + 1)
        if signer is not None and content_words(self.document.text_of(span)) >= _FEWEST_WORDS:
            return Quotation("direct.signed", span, "direct", speaker=signer)
        if not _stands_alone(unit):
            return self._in_sentence(unit, index, span)
        if not self._is_sentence(stretch):
            return None
        return self._by_neighbours(position, span)

    def _by_neighbours(self, position: int, span: Span) -> Quotation | None:
        """A whole sentence in quotation marks: attributed by what stands behind or before it."""
        unit = self.readings[position].unit
        following = self.readings[position + 1] if position + 1 < len(self.readings) else None
        if following is not None and following.waiting is not None:
            phrase, cue = following.waiting
            near = following.unit.paragraph == unit.paragraph
            if near or (following.unit.paragraph == unit.paragraph + 1 and following.unit.first):
                rule = "direct.verb-after" if near else "direct.next-line"
                return Quotation(rule, span, "direct", cue=cue, speaker=phrase.speaker)
        if following is not None and following.unit.paragraph - unit.paragraph <= 1:
            signer = self._signature(following.unit, 0) or self._line_of_signer(following.unit)
            if signer is not None:
                return Quotation("direct.signed", span, "direct", speaker=signer)
        before = self.readings[position - 1] if position else None
        adjacent = self.last is not None and unit.paragraph - self.last_paragraph <= 1
        if before is not None and before.unit.tokens[-1].text == ":" and unit.paragraph - before.unit.paragraph <= 1:
            phrase_before = main_subject(before.unit, len(before.unit.tokens), self.names)
            if phrase_before is not None:
                return Quotation("direct.colon", span, "direct", speaker=phrase_before.speaker)
        if adjacent and self.last is not None:
            return Quotation("direct.continued", span, "direct", continues=True)
        if before is not None and unit.paragraph - before.unit.paragraph <= 1:
            phrase_before = main_subject(before.unit, len(before.unit.tokens), self.names)
            if phrase_before is not None and self._is_person(phrase_before):
                return Quotation("direct.sentence-before", span, "direct", speaker=phrase_before.speaker)
        return None

    def _is_person(self, phrase: Phrase) -> bool:
        text = self.document.text_of(phrase.speaker).lower()
        return text in ("he", "she") or bool(self.names.people(phrase.speaker))

    def _signature(self, unit: Unit, dash: int) -> Span | None:
        """The name in "— Anna Orlova, director" behind the closing mark or on a line of its own."""
        last = len(unit.tokens)
        if dash + 1 >= last or last - dash > _LONGEST_SIGNATURE or unit.tokens[dash].text not in DASHES:
            return None
        people = self.names.people(unit.span(dash + 1, last))
        if people:
            return people[0].span
        end = next((i for i in range(dash + 1, last) if not unit.tokens[i].is_capitalised), last)
        return unit.span(dash + 1, end) if 2 <= end - dash - 1 <= _LONGEST_NAME else None

    def _line_of_signer(self, unit: Unit) -> Span | None:
        """The name in "Anna Orlova, Minister for Energy" on a line of its own, without a verb."""
        if not unit.first or has_finite_verb(unit.tokens) or unit.tokens[-1].text in FINAL:
            return None
        people = self.names.people(unit.span(0, len(unit.tokens)))
        begins = bool(people) and people[0].span.start == unit.tokens[0].start
        return people[0].span if begins else None

    def _in_sentence(self, unit: Unit, index: int, span: Span) -> Quotation | None:
        """A quoted stretch inside a sentence: speech behind a colon, or before a verb that stands for one."""
        text = self.document.text_of(span)
        words = content_words(text)
        if words < _FEWEST_WORDS_IN_SENTENCE or unit.lower(index - 1) in TITLING:
            return None
        if unit.lower(index - 1) == ":" and index > 1:
            if unit.lower(index - 2) in TITLING or _says_no_word(unit, index - 1):
                return None
            subject = main_subject(unit, index - 1, self.names)
            speaker = subject.speaker if subject else None
            return Quotation("direct.colon", span, "direct", speaker=speaker)
        begins = index == 0 or unit.tokens[index - 1].text in BREAKS
        if begins and (unit.lower(index + 1) == "," or text[-1] in "?!…"):
            phrase = self._any_verb(unit, index + 1 + (unit.lower(index + 1) == ","))
            if phrase is not None:
                return Quotation("direct.any-verb", span, "direct", speaker=phrase.speaker)
        return None

    def _any_verb(self, unit: Unit, first: int) -> Phrase | None:
        """Reads "“…”, she smiled": a person and a past tense make a verb of speech of any verb."""
        for verb in range(first + 1, min(first + 8, len(unit.tokens))):
            if unit.tokens[verb].text in BREAKS or unit.is_final(verb):
                return None
            if is_past(unit.tokens[verb]):
                phrase = subject_before(unit, verb, self.names)
                return phrase if phrase and phrase.first >= first and self._is_person(phrase) else None
        return None

    def _is_sentence(self, stretch: Marked) -> bool:
        text = self.document.text_of(stretch.words)
        words = content_words(text)
        if _is_headline(text):
            return False
        inside = self.document.tokens_in(stretch.words)
        ended = text[-1] in ".!?…—"
        return words >= _FEWEST_WORDS and (ended or (words > 3 and has_finite_verb(inside)))


def _says_no_word(unit: Unit, colon: int) -> bool:
    """Whether the clause before the colon denies that its subject spoke, or has the subject spoken to."""
    words = [token.lower for token in unit.tokens[:colon]]
    told = colon > 1 and words[-1] in ("told", "asked") and words[-2] in ("was", "were", "is", "are", "been")
    return told or not {"never", "not"}.isdisjoint(words)


def _stands_alone(unit: Unit) -> bool:
    """Whether a unit is nothing but quoted stretches and punctuation."""
    return all(token.text == QUOTED or not token.is_word for token in unit.tokens)


def _is_headline(text: str) -> bool:
    """Whether every longer word is capitalised, as in a title or a heading between paragraphs."""
    words = [word for word in text.split() if len(word) > 4 and word[0].isalpha()]
    return len(words) > 1 and all(word[0].isupper() for word in words)
