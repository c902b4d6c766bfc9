"""Speakers without a verb: "according to Orlova", "in Orlova's view", "in the words of Orlova"."""

from __future__ import annotations

from collections.abc import Sequence

from graphkit.extract.quotes.complements import clause_end, is_adverbial
from graphkit.extract.quotes.cues import FORMS, Takes
from graphkit.extract.quotes.phrases import Phrase
from graphkit.extract.quotes.reading import UnitReading
from graphkit.extract.quotes.speakers import subject_after
from graphkit.extract.quotes.units import Unit
from graphkit.extract.quotes.verbs import attributions
from graphkit.extract.quotes.words import BE, CONJUNCTIONS, HAVE, PREPOSITIONS, has_finite_verb, is_adverb

_OPINIONS = frozenset("opinion view words assessment estimation account".split())
_NO_SOURCES = frozenset(
    """
    schedule plan law tradition rules rule constitution calendar program programme agenda timetable
    legend agreement need needs circumstances taste size age type category
    """.split()
)
"""What one acts according to."""

_LONGEST_SOURCE = 60
_MOST_APPOSITIONS = 4
_LONGEST_OPINION = 30


def read_sources(reading: UnitReading, stops: Sequence[int]) -> None:
    """Attributes the clauses of a unit that name their speaker without a verb."""
    for first, last in attributions(reading.unit):
        before = reading.unit.lower(first - 1)
        if first == 0 or before in CONJUNCTIONS:
            _clause_behind(reading, last, stops)
        elif before == "," or reading.unit.is_quoted(first - 1):
            _clause_before(reading, first, last)
    _opinion(reading, stops)


def read_passive(reading: UnitReading) -> None:
    """Reads "This was stated by Orlova": the sentence before is hers."""
    unit = reading.unit
    if unit.lower(0) not in ("this", "that") or unit.lower(1) not in BE | HAVE:
        return
    by = next((index for index in range(2, min(6, len(unit.tokens))) if unit.lower(index) == "by"), 0)
    form = FORMS.get((unit.lower(by - 1),))
    if by < 3 or form is None or form.tense != "past" or Takes.THAT not in form.takes:
        return
    subject = subject_after(unit, by + 1, reading.names)
    if subject is not None:
        reading.waiting = (subject, unit.tokens[by - 1].text)
        reading.reports_before = True


def _clause_behind(reading: UnitReading, source: int, stops: Sequence[int]) -> None:
    unit = reading.unit
    comma = _end_of_source(unit, source)
    subject = subject_after(unit, source, reading.names)
    if comma is None or subject is None or _is_no_source(unit, subject):
        return
    end = clause_end(unit, comma + 1, stops)
    reading.attribute("according-to", comma + 1, end, subject, "according to")
    reading.heard(subject, end)


def _clause_before(reading: UnitReading, first: int, source: int) -> None:
    unit = reading.unit
    subject = subject_after(unit, source, reading.names)
    if subject is None or _is_no_source(unit, subject) or is_adverbial(unit.tokens[reading.told : first]):
        return
    reading.attribute("according-to", reading.told, first, subject, "according to")
    reading.told = subject.last


def _is_no_source(unit: Unit, subject: Phrase) -> bool:
    words = [unit.lower(index) for index in range(subject.first, subject.last)]
    head = next((index for index, word in enumerate(words) if word in PREPOSITIONS), len(words)) - 1
    return head >= 0 and words[head] in _NO_SOURCES


def _end_of_source(unit: Unit, first: int) -> int | None:
    """The comma between the source and the clause; appositions and relative clauses belong to the source."""
    stop = min(len(unit.tokens), first + _LONGEST_SOURCE)
    commas = [index for index in range(first, stop) if unit.tokens[index].text == ","]
    if not commas:
        return None
    comma = commas[0]
    for following in commas[1:_MOST_APPOSITIONS]:
        if not _belongs_to_source(unit, comma + 1, following):
            break
        comma = following
    return comma


def _belongs_to_source(unit: Unit, first: int, comma: int) -> bool:
    word = unit.lower(first)
    if word in ("who", "whose"):
        return True
    apposed = comma - first > 1 and word in ("a", "an", "the", "head", "chief", "director", "president")
    if not apposed or is_adverb(unit.tokens[first]) or has_finite_verb(unit.tokens[first:comma]):
        return False
    return has_finite_verb(unit.tokens[comma + 1 : comma + _LONGEST_SOURCE]) and unit.lower(comma + 1) not in (
        "which",
        "who",
    )


def _opinion(reading: UnitReading, stops: Sequence[int]) -> None:
    """Reads "In Orlova's view, …", "In the opinion of Orlova, …", "In her words, …"."""
    unit = reading.unit
    comma = next((i for i, token in enumerate(unit.tokens[:_LONGEST_OPINION]) if token.text == ","), None)
    if unit.lower(0) != "in" or comma is None or comma < 3:
        return
    subject: Phrase | None = None
    if unit.lower(1) == "the" and unit.lower(2) in _OPINIONS and unit.lower(3) == "of":
        subject = subject_after(unit, 4, reading.names)
    elif unit.lower(comma - 1) in _OPINIONS:
        owner = comma - 1 - unit.tokens[comma - 2].is_possessive
        owned = unit.lower(1) in ("his", "her", "their") if owner == 2 and comma == 3 else owner < comma - 1
        subject = Phrase(1, owner, unit.span(1, owner)) if owned and owner > 1 else None
    if subject is not None:
        end = clause_end(unit, comma + 1, stops)
        reading.attribute("according-to", comma + 1, end, subject, "in the words of")
        reading.heard(subject, end)
