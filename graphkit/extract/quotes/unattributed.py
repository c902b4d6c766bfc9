"""Quoted stretches that no verb of speech stands next to: continued quotations, or no speech at all.

A stretch counts as speech if it stands as a sentence of its own, or behind a colon. Quoted words that are a part of the
article's own sentence (titles, themes, single terms, scare quotes) are left alone.
"""

from __future__ import annotations

from collections.abc import Sequence

from graphkit.extract.document import Document, Span
from graphkit.extract.quotes.marks import Marked
from graphkit.extract.quotes.quotation import Quotation, quotation
from graphkit.extract.quotes.reading import Reading
from graphkit.extract.quotes.speakers import Names, Phrase, main_subject, subject_before
from graphkit.extract.quotes.units import Unit, content_words
from graphkit.extract.quotes.words import (
    BREAKS,
    FINAL,
    QUOTED,
    TITLING,
    has_finite_verb,
    is_past,
)

_FEWEST_WORDS = 2
_FEWEST_WORDS_IN_SENTENCE = 4
_LONGEST_SIGNATURE = 12


def attribute_rest(document: Document, readings: Sequence[Reading], names: Names) -> list[Quotation]:
    """Quotations of the stretches that the rules for verbs of speech left over."""
    rest = _Rest(document, readings, names)
    return rest.attribute()


class _Rest:
    def __init__(self, document: Document, readings: Sequence[Reading], names: Names) -> None:
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
            spans = {made.start: made for made in reading.quotations if made.kind == "direct"}
            for stretch in reading.unit.quoted.values():
                if stretch.start in spans:
                    self.runs.setdefault(stretch.run, spans[stretch.start].speaker)

    def _remember(self, reading: Reading, quotations: Sequence[Quotation]) -> None:
        if quotations:
            self.last = max(quotations, key=lambda made: made.start)
            self.last_paragraph = reading.unit.paragraph

    def _attribute(self, position: int, index: int, stretch: Marked) -> Quotation | None:
        reading = self.readings[position]
        unit = reading.unit
        span = Span(stretch.start, stretch.end)
        if stretch.run in self.runs:
            continues = self.last is not None and self.last.speaker == self.runs[stretch.run]
            return quotation(
                "direct.run", span, "direct", speaker=self.runs[stretch.run], continues=continues
            )
        if not _stands_alone(unit, index):
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
                return quotation(rule, span, "direct", cue=cue.form.lemma, speaker=phrase.speaker)
        if following is not None and (signer := self._signature(unit, following.unit)):
            return quotation("direct.signed", span, "direct", speaker=signer)
        before = self.readings[position - 1] if position else None
        adjacent = self.last is not None and unit.paragraph - self.last_paragraph <= 1
        if (
            before is not None
            and before.unit.tokens[-1].text == ":"
            and unit.paragraph - before.unit.paragraph <= 1
        ):
            phrase_before = main_subject(before.unit, len(before.unit.tokens), self.names)
            if phrase_before is not None:
                return quotation("direct.colon", span, "direct", speaker=phrase_before.speaker)
        if adjacent and self.last is not None:
            return quotation("direct.continued", span, "direct", speaker=None, continues=True)
        if before is not None and unit.paragraph - before.unit.paragraph <= 1:
            phrase_before = main_subject(before.unit, len(before.unit.tokens), self.names)
            if phrase_before is not None and self._is_person(phrase_before):
                return quotation("direct.sentence-before", span, "direct", speaker=phrase_before.speaker)
        return quotation("direct.unattributed", span, "direct")

    def _is_person(self, phrase: Phrase) -> bool:
        text = self.document.text_of(phrase.speaker).lower()
        return text in ("he", "she") or bool(self.names.people(phrase.speaker))

    def _signature(self, unit: Unit, following: Unit) -> Span | None:
        """ "— Anna Orlova, director" on a line of its own, or right behind the closing mark."""
        if following.paragraph - unit.paragraph > 1 or len(following.tokens) > _LONGEST_SIGNATURE:
            return None
        if following.tokens[0].text not in ("–", "—", "-", "--"):
            return None
        people = self.names.people(following.span(0, len(following.tokens)))
        return Span(people[0].start, people[0].end) if people else None

    def _in_sentence(self, unit: Unit, index: int, span: Span) -> Quotation | None:
        """A quoted stretch inside a sentence: speech behind a colon, or with a verb in place of a verb of speech."""
        text = self.document.text_of(span)
        words = content_words(text)
        if words < _FEWEST_WORDS_IN_SENTENCE or unit.lower(index - 1) in TITLING:
            return None
        if unit.lower(index - 1) == ":" and index > 1:
            subject = main_subject(unit, index - 1, self.names)
            speaker = subject.speaker if subject else None
            return quotation("direct.colon", span, "direct", speaker=speaker)
        if unit.lower(index + 1) == "," or text[-1] in "?!…":
            phrase = self._any_verb(unit, index + 1 + (unit.lower(index + 1) == ","))
            if phrase is not None:
                return quotation("direct.any-verb", span, "direct", speaker=phrase.speaker)
        return None

    def _any_verb(self, unit: Unit, first: int) -> Phrase | None:
        """ "“…”, she smiled": a person and a past tense behind the comma make a verb of speech of any verb."""
        for verb in range(first + 1, min(first + 8, len(unit.tokens))):
            if unit.tokens[verb].text in BREAKS | FINAL:
                return None
            if is_past(unit.tokens[verb]):
                phrase = subject_before(unit, verb, self.names)
                return phrase if phrase and phrase.first >= first and self._is_person(phrase) else None
        return None

    def _is_sentence(self, stretch: Marked) -> bool:
        text = self.document.text[stretch.start : stretch.end]
        words = content_words(text)
        inside = self.document.tokens_in(Span(stretch.start, stretch.end))
        ended = text[-1] in ".!?…—"
        return words >= _FEWEST_WORDS and (ended or (words > 3 and has_finite_verb(inside)))


def _stands_alone(unit: Unit, index: int) -> bool:
    """Whether a unit is nothing but quoted stretches and punctuation."""
    return all(token.text == QUOTED or not token.is_word for token in unit.tokens)
