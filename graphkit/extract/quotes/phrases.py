"""Noun phrases, and the name of the speaker inside one.

Inside a phrase the name of a person is the speaker unless another noun owns or governs it ("Orlova's deputy", "a
spokesman for Orlova").
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from graphkit import vocabulary
from graphkit.extract.document import Span
from graphkit.extract.quotes.quotation import NamedSpan
from graphkit.extract.quotes.units import Unit
from graphkit.extract.quotes.words import (
    BREAKS,
    CONJUNCTIONS,
    DETERMINERS,
    PREPOSITIONS,
    QUOTED,
    RELATIVES,
    SUBJECT_PRONOUNS,
    SUBORDINATORS,
    TIME_WORDS,
    is_adverb,
    is_auxiliary,
    is_clause,
)

LONGEST_PHRASE = 60
"""How many tokens a noun phrase may have."""
_GOVERNING = frozenset("of for to by with from behind about against on via".split())
_PERSON_TITLES = frozenset(
    """
    president minister mr mrs ms dr sir shri smt senator sen governor gov secretary chancellor king
    queen prince princess premier pope judge justice professor prof ambassador general candidate nominee
    rep congressman congresswoman mayor sheikh crown prime vice deputy former foreign first lady rival
    then
    """.split()
)
_EDGES = RELATIVES | frozenset("that but while whereas because although though if when until".split())
_NO_SPEAKER = frozenset("i we you me us there what which if how why where when whatever".split())
_NO_SPEAKER_ALONE = frozenset("that this these those one it's".split())


@dataclass(frozen=True, slots=True)
class Phrase:
    """A subject: its tokens from `first` to before `last`, and the span of the speaker's expression in it."""

    first: int
    last: int
    speaker: Span


class NamedSpans:
    """The names of an article, to be asked by offset."""

    def __init__(self, names: Sequence[NamedSpan]) -> None:
        self._names = sorted(names, key=lambda name: name.span.start)
        self._starts = [name.span.start for name in self._names]

    def within(self, span: Span) -> list[NamedSpan]:
        """The names that lie inside a span."""
        first = bisect_left(self._starts, span.start)
        last = bisect_left(self._starts, span.end)
        return [name for name in self._names[first:last] if name.span.end <= span.end]

    def people(self, span: Span) -> list[NamedSpan]:
        """The persons' names that lie inside a span."""
        return [name for name in self.within(span) if name.label == vocabulary.PERSON]


def left_edge(unit: Unit, last: int) -> int:
    """Where the noun phrase that ends before `last` begins: behind a break, a joint or a finite verb."""
    depth = 0
    joint: int | None = None
    for index in range(last - 1, max(-1, last - LONGEST_PHRASE), -1):
        token = unit.tokens[index]
        depth += (token.text == ")") - (token.text == "(")
        if depth > 0:
            continue
        word = token.lower
        quoted = token.text == QUOTED and index < last - 1
        if token.text in BREAKS or depth < 0 or unit.is_final(index) or quoted:
            return index + 1
        if word in _EDGES or (word == "as" and unit.lower(index - 1) not in ("such", "well")):
            return index + 1
        if word in ("and", "or"):
            joint = joint or index
        elif is_auxiliary(unit.tokens, index):
            return (joint if joint is not None and joint > index else index) + 1
    return max(0, last - LONGEST_PHRASE + 1)


def phrase_of(unit: Unit, first: int, last: int, names: NamedSpans) -> Phrase | None:
    """The subject in a stretch of tokens, without conjunctions and adverbials in front of it."""
    while first < last and (
        unit.lower(first) in CONJUNCTIONS | SUBORDINATORS | {"as"} or is_adverb(unit.tokens[first])
    ):
        first += 1
    first = _behind_adverbial(unit, first, last)
    while last > first and is_adverb(unit.tokens[last - 1]):
        last -= 1
    if first >= last or unit.lower(first) in _NO_SPEAKER or unit.tokens[first].text == QUOTED:
        return None
    if last - first == 1 and unit.lower(first) in _NO_SPEAKER_ALONE:
        return None
    if unit.lower(last - 1) in ("i", "we", "you") or unit.lower(first - 1) in (
        "what",
        "how",
        "why",
        "whatever",
    ):
        return None
    if not any(token.is_word for token in unit.tokens[first:last]):
        return None
    if is_clause(unit.tokens[first:last]):
        return None
    return Phrase(first, last, _expression(unit, first, last, names))


def _behind_adverbial(unit: Unit, first: int, last: int) -> int:
    """Where the noun phrase begins behind "On Monday", "In Baku", "Last week"."""
    word = unit.lower(first)
    adverbial = word in PREPOSITIONS or word in TIME_WORDS
    adverbial |= word in ("last", "this", "earlier") and unit.lower(first + 1) in TIME_WORDS
    if not adverbial:
        return first
    for index in range(first + 1, last):
        start = unit.lower(index) in DETERMINERS | SUBJECT_PRONOUNS and unit.lower(index - 1) not in PREPOSITIONS
        if start or (unit.lower(index - 1) in TIME_WORDS and unit.lower(index) not in TIME_WORDS | PREPOSITIONS):
            return index
    return first


def _expression(unit: Unit, first: int, last: int, names: NamedSpans) -> Span:
    """The speaker's expression: the person's name, an organisation's name, or the noun phrase itself."""
    whole = unit.span(first, last)
    heads = [name for name in names.people(whole) if is_headed(unit, first, last, name)]
    if heads:
        joined = any(unit.lower(index) == "and" for index in range(first, last))
        head = heads[0] if joined else heads[-1]
        return head.span
    begins = first + (unit.lower(first) in ("the", "a", "an"))
    organisation = next(iter(names.within(unit.span(begins, last))), None) if begins < last else None
    if organisation is not None and organisation.label != vocabulary.PERSON:
        behind = next((i for i in range(begins, last) if unit.tokens[i].start >= organisation.span.end), last)
        opened = behind < last and unit.tokens[behind].text in ("(", ",")
        if organisation.span.start == unit.tokens[begins].start and (behind == last or opened):
            return organisation.span
    return unit.span(first, _without_tail(unit, first, last))


def _without_tail(unit: Unit, first: int, last: int) -> int:
    for index in range(first + 1, last):
        if unit.tokens[index].text in ("(", ",") or unit.lower(index) in RELATIVES:
            return index
    return last


def is_headed(unit: Unit, first: int, last: int, name: NamedSpan) -> bool:
    """Whether a person's name is the head of the phrase, not owned or governed by another noun."""
    at = next((i for i in range(first, last) if unit.tokens[i].end > name.span.start), last)
    behind = next((i for i in range(at, last) if unit.tokens[i].start >= name.span.end), last)
    if behind < last and unit.tokens[behind].is_possessive:
        return False
    while at > first and (unit.lower(at - 1) in _PERSON_TITLES or unit.tokens[at - 1].text == "."):
        if name.post is not None and unit.tokens[at].start <= name.post.start:
            break
        at -= 1
    return at == first or unit.lower(at - 1) not in _GOVERNING
