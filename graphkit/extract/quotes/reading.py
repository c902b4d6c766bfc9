"""The quotations of one unit while it is read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from graphkit.extract.document import Span
from graphkit.extract.quotes.phrases import NamedSpans, Phrase
from graphkit.extract.quotes.quotation import Quotation
from graphkit.extract.quotes.units import Unit
from graphkit.extract.quotes.verbs import Cue
from graphkit.extract.quotes.words import BREAKS, CONJUNCTIONS, FINAL

_DIRECT_PATTERNS = {
    "said-that": "verb-before",
    "said-bare": "verb-before",
    "said-colon": "verb-before",
    "clause-first": "verb-after",
    "clause-first-inverted": "verb-after-inverted",
    "inserted": "verb-inside",
    "and-that": "coordinated",
    "complement": "verb-before",
}
"""What the pattern of a reported clause is called where the words stand in quotation marks."""


@dataclass(slots=True)
class UnitReading:
    """What the rules made of a unit.

    Attributes:
        unit: the unit.
        names: the names of the article.
        quotations: those found.
        used: indices of the quoted stretches that are explained.
        told: index behind the last token that is attributed.
        speaker: the subject of the last attribution.
        waiting: a subject and its verb that attribute a quotation before the unit ("“Why?” | Orlova asked.").
        reports_before: whether the unit says whose the sentence before it is ("This was stated by Orlova").
    """

    unit: Unit
    names: NamedSpans
    quotations: list[Quotation] = field(default_factory=list)
    used: set[int] = field(default_factory=set)
    told: int = 0
    speaker: Phrase | None = None
    waiting: tuple[Phrase, str] | None = None
    reports_before: bool = False

    def attribute(self, pattern: str, first: int, last: int, speaker: Phrase, cue: str) -> None:
        """Makes the tokens from `first` to before `last` words of the speaker."""
        unit = self.unit
        first, last = _trimmed(unit, first, last)
        if first >= last:
            return
        quoted = [index for index in range(first, last) if unit.is_quoted(index)]
        self.used.update(quoted)
        for span, kind in _spans(unit, first, last, quoted):
            direct = f"direct.{_DIRECT_PATTERNS.get(pattern, pattern)}"
            rule = "mixed.complement" if pattern == "complement" else f"indirect.{pattern}"
            rule = direct if kind == "direct" else rule
            self.quotations.append(Quotation(rule, span, kind, cue=cue, speaker=speaker.speaker))

    def heard(self, speaker: Phrase, behind: int) -> None:
        """Remembers the speaker, and how far the unit is attributed."""
        self.speaker = speaker
        self.told = max(self.told, behind)


def cue_text(unit: Unit, cue: Cue) -> str:
    """The verb of speech as written."""
    return " ".join(token.text for token in unit.tokens[cue.first : cue.last])


def _spans(unit: Unit, first: int, last: int, quoted: Sequence[int]) -> Iterator[tuple[Span, str]]:
    if quoted and not any(unit.tokens[index].is_word for index in range(first, last)):
        for index in quoted:
            yield unit.quoted[index].words, "direct"
    else:
        yield unit.span(first, last), "mixed" if quoted else "indirect"


def _trimmed(unit: Unit, first: int, last: int) -> tuple[int, int]:
    """Without the punctuation, conjunctions and "that" around a clause."""
    marks = BREAKS | FINAL
    while first < last and (unit.tokens[first].text in marks or unit.lower(first) == "that"):
        first += 1
    while last > first and (unit.tokens[last - 1].text in marks or unit.lower(last - 1) in CONJUNCTIONS):
        last -= 1
    return first, last
