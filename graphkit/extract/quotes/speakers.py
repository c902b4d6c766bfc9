"""Who speaks: the noun phrase that is the subject of a verb of speech.

Looked for on the surface, from the verb outwards. A comma right before the verb closes an apposition, a relative
clause or an insertion ("Orlova, who heads the fund, said"), so that the subject lies behind it; without a
comma, the subject is what stands between the last break and the verb. Inside the phrase the name of a person
is the speaker unless another noun owns or governs it ("Orlova's deputy", "a spokesman for Orlova").
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from graphkit.extract.document import Span
from graphkit.extract.quotes.quotation import NamedSpan
from graphkit.extract.quotes.units import Unit
from graphkit.extract.quotes.words import (
    BREAKS,
    CONJUNCTIONS,
    DETERMINERS,
    FINAL,
    PREPOSITIONS,
    QUOTED,
    RELATIVES,
    SUBJECT_PRONOUNS,
    SUBORDINATORS,
    TIME_WORDS,
    has_auxiliary,
    is_adverb,
    is_auxiliary,
    is_participle,
    is_past,
)

_LONGEST_PHRASE = 60
_MOST_CHUNKS = 8
_GOVERNING = frozenset("of for to by with from behind about against on via".split())
_PERSON_TITLES = frozenset(
    """president minister mr mrs ms dr sir shri smt senator sen governor gov secretary chancellor king queen prince
    princess premier pope judge justice professor prof ambassador general candidate nominee rep congressman
    congresswoman mayor sheikh crown prime vice deputy former foreign first lady rival then""".split()
)
_NO_SPEAKER = frozenset("i we you me us that this there what which these those if it's".split())
_ENDS_INVERTED = frozenset("on at in during after before when while as through via who whose which".split())


@dataclass(frozen=True, slots=True)
class Phrase:
    """A subject: its tokens from `first` to before `last`, and the span of the speaker's expression in it."""

    first: int
    last: int
    speaker: Span


class Names:
    """The names of an article, to be asked by offset."""

    def __init__(self, names: Sequence[NamedSpan]) -> None:
        self._names = sorted(names, key=lambda name: name.start)
        self._starts = [name.start for name in self._names]

    def within(self, span: Span) -> list[NamedSpan]:
        """The names that lie inside a span."""
        first = bisect_left(self._starts, span.start)
        last = bisect_left(self._starts, span.end)
        return [name for name in self._names[first:last] if name.end <= span.end]

    def people(self, span: Span) -> list[NamedSpan]:
        """The persons' names that lie inside a span."""
        return [name for name in self.within(span) if name.label == "Person"]

    def first_person_after(self, offset: int) -> NamedSpan | None:
        """The first person named from an offset on."""
        first = bisect_left(self._starts, offset)
        return next((name for name in self._names[first:] if name.label == "Person"), None)


def subject_before(unit: Unit, verb: int, names: Names) -> Phrase | None:
    """The subject that ends before the verb at an index."""
    last = _before_adverbs(unit, verb)
    if last == 0:
        return None
    word = unit.lower(last - 1)
    if word in RELATIVES or (word == "that" and last > 1 and unit.tokens[last - 2].is_word):
        return _antecedent(unit, last - 1, names)
    if word == ",":
        return _behind_insertions(unit, last - 1, names)
    if word in CONJUNCTIONS or unit.tokens[last - 1].text in BREAKS:
        return None
    return _phrase(unit, _left_edge(unit, last), last, names)


def _before_adverbs(unit: Unit, verb: int) -> int:
    """Index behind the last token in front of the verb that is no adverb, auxiliary or day ("on Monday also said")."""
    index = verb
    while index > 0:
        token = unit.tokens[index - 1]
        if is_adverb(token) or token.lower in ("has", "have", "had"):
            index -= 1
        elif token.lower in TIME_WORDS or (token.text.isdigit() and unit.lower(index - 2) in TIME_WORDS):
            index -= 1
            if unit.lower(index - 1) in ("on", "last", "this", "early", "late", "in"):
                index -= 1
        else:
            break
    return index


def _antecedent(unit: Unit, relative: int, names: Names) -> Phrase | None:
    last = relative - (unit.lower(relative - 1) == ",")
    return _phrase(unit, _left_edge(unit, last), last, names) if last > 0 else None


def _behind_insertions(unit: Unit, comma: int, names: Names) -> Phrase | None:
    """The subject in front of the apposition, relative clause or insertion that the comma closes."""
    chunks = _chunks_before(unit, comma)
    if len(chunks) < 2:
        return _phrase(unit, *chunks[0], names) if chunks and not _is_aside(unit, *chunks[0]) else None
    for position, (first, last) in enumerate(chunks[1:], 1):
        if _is_aside(unit, first, last):
            continue
        if any(_is_headed(unit, first, last, name, names) for name in names.people(unit.span(first, last))):
            return _phrase(unit, _left_edge(unit, last), last, names)
        if position < len(chunks) - 1 and has_auxiliary(unit.tokens[first:last]):
            break
    for position, (first, last) in enumerate(chunks[:-1]):
        if unit.lower(first) in RELATIVES:
            before = chunks[position + 1]
            return _phrase(unit, _left_edge(unit, before[1]), before[1], names)
    if not _is_aside(unit, *chunks[0]) and names.people(unit.span(*chunks[0])):
        return _phrase(unit, *chunks[0], names)
    before = next((chunk for chunk in chunks[1:] if not _is_aside(unit, *chunk)), None)
    return _phrase(unit, _left_edge(unit, before[1]), before[1], names) if before else None


def _chunks_before(unit: Unit, end: int) -> list[tuple[int, int]]:
    """The stretches between commas in front of an index, the nearest first."""
    chunks: list[tuple[int, int]] = []
    last = end
    depth = 0
    for index in range(end - 1, max(-1, end - _LONGEST_PHRASE), -1):
        text = unit.tokens[index].text
        depth += (text == ")") - (text == "(" and depth > 0)
        if depth == 0 and text in BREAKS:
            if index + 1 < last:
                chunks.append((index + 1, last))
            last = index
            if text != "," or len(chunks) == _MOST_CHUNKS:
                return chunks
    first = max(0, end - _LONGEST_PHRASE + 1)
    if first < last:
        chunks.append((first, last))
    return chunks


def _is_aside(unit: Unit, first: int, last: int) -> bool:
    """Whether a stretch between commas is no noun phrase: "in turn", "speaking for …", "who …", "however"."""
    token = unit.tokens[first]
    word = token.lower
    if word in RELATIVES or word in SUBORDINATORS or word in PREPOSITIONS:
        return True
    if last - first == 1:
        return (
            is_adverb(token) or word in TIME_WORDS or word in ("however", "jr", "sr") or token.text.isdigit()
        )
    return is_participle(token) or is_adverb(token) or (is_past(token) and not token.is_capitalised)


def _left_edge(unit: Unit, last: int) -> int:
    """Where the noun phrase that ends before `last` begins: behind a break, a conjunction or a finite verb."""
    depth = 0
    joint: int | None = None
    for index in range(last - 1, max(-1, last - _LONGEST_PHRASE), -1):
        token = unit.tokens[index]
        depth += (token.text == ")") - (token.text == "(")
        if depth > 0:
            continue
        word = token.lower
        if (
            token.text in BREAKS
            or depth < 0
            or token.text in FINAL
            or (token.text == QUOTED and index < last - 1)
        ):
            return index + 1
        if word in (
            "that",
            "but",
            "while",
            "whereas",
            "because",
            "although",
            "though",
            "if",
            "when",
            "until",
        ):
            return index + 1
        if word in RELATIVES or (word == "as" and unit.lower(index - 1) not in ("such", "well")):
            return index + 1
        if word in ("and", "or"):
            joint = joint or index
        elif is_auxiliary(unit.tokens, index):
            return (joint if joint is not None and joint > index else index) + 1
    return max(0, last - _LONGEST_PHRASE + 1)


def _phrase(unit: Unit, first: int, last: int, names: Names) -> Phrase | None:
    """The subject in a stretch of tokens, without conjunctions and adverbials in front of it."""
    while first < last and (
        unit.lower(first) in CONJUNCTIONS | SUBORDINATORS | {"as"} or is_adverb(unit.tokens[first])
    ):
        first += 1
    first = _behind_adverbial(unit, first, last)
    if first >= last or unit.lower(first) in _NO_SPEAKER or unit.tokens[first].text == QUOTED:
        return None
    if not any(token.is_word for token in unit.tokens[first:last]):
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
        start = (
            unit.lower(index) in DETERMINERS | SUBJECT_PRONOUNS and unit.lower(index - 1) not in PREPOSITIONS
        )
        if start or (
            unit.lower(index - 1) in TIME_WORDS and unit.lower(index) not in TIME_WORDS | PREPOSITIONS
        ):
            return index
    return first


def _expression(unit: Unit, first: int, last: int, names: Names) -> Span:
    """The speaker's expression in a noun phrase: the person's name, an organisation's name, or the phrase itself."""
    whole = unit.span(first, last)
    for name in names.people(whole):
        if _is_headed(unit, first, last, name, names):
            return Span(name.start, name.end)
    begins = first + (unit.lower(first) in ("the", "a", "an"))
    organisation = next(iter(names.within(unit.span(begins, last))), None) if begins < last else None
    if organisation is not None and organisation.label != "Person":
        behind = next((i for i in range(begins, last) if unit.tokens[i].start >= organisation.end), last)
        opened = behind < last and unit.tokens[behind].text in ("(", ",")
        if organisation.start == unit.tokens[begins].start and (behind == last or opened):
            return Span(organisation.start, organisation.end)
    return unit.span(first, _without_tail(unit, first, last))


def _without_tail(unit: Unit, first: int, last: int) -> int:
    for index in range(first + 1, last):
        if unit.tokens[index].text in ("(", ",") or unit.lower(index) in RELATIVES:
            return index
    return last


def _is_headed(unit: Unit, first: int, last: int, name: NamedSpan, names: Names) -> bool:
    """Whether a person's name is the head of the phrase, not owned or governed by another noun."""
    at = next((i for i in range(first, last) if unit.tokens[i].end > name.start), last)
    behind = next((i for i in range(at, last) if unit.tokens[i].start >= name.end), last)
    if behind < last and unit.tokens[behind].is_possessive:
        return False
    while at > first and (unit.lower(at - 1) in _PERSON_TITLES or unit.tokens[at - 1].text == "."):
        if name.post is not None and unit.tokens[at].start <= name.post.start:
            break
        at -= 1
    return at == first or unit.lower(at - 1) not in _GOVERNING


def subject_after(unit: Unit, verb_end: int, names: Names) -> Phrase | None:
    """The subject of an inverted verb: "said Orlova, who heads the fund"."""
    last = verb_end
    depth = 0
    while last < min(len(unit.tokens), verb_end + _LONGEST_PHRASE):
        token = unit.tokens[last]
        depth += (token.text == "(") - (token.text == ")")
        ends = token.text in BREAKS or token.text == QUOTED or token.text in FINAL or depth < 0
        if depth <= 0 and (ends or (last > verb_end and _ends_inverted(unit, last, names, verb_end))):
            break
        last += 1
    if last == verb_end or unit.lower(verb_end) in PREPOSITIONS | {"that"}:
        return None
    return _phrase(unit, verb_end, last, names)


def _ends_inverted(unit: Unit, index: int, names: Names, first: int) -> bool:
    word = unit.lower(index)
    if word in TIME_WORDS and unit.tokens[index].is_capitalised:
        return True
    return word in _ENDS_INVERTED and not any(
        name.start >= unit.tokens[index].start for name in _unbroken_people(unit, index, names)
    )


def _unbroken_people(unit: Unit, index: int, names: Names) -> list[NamedSpan]:
    """Persons named between an index and the next break: "said Head of Mission in Baku Orlova"."""
    last = index
    while (
        last < len(unit.tokens)
        and last < index + 12
        and unit.tokens[last].text not in BREAKS | FINAL | {QUOTED}
    ):
        if unit.lower(last) in ("that", "who", "which", "and", "after", "when", "as"):
            break
        last += 1
    governed = [name for name in names.people(unit.span(index, last)) if last > index] if last > index else []
    return [name for name in governed if _is_headed(unit, index, last, name, names)]


def main_subject(unit: Unit, before: int, names: Names) -> Phrase | None:
    """The subject of the clause that the tokens before an index belong to."""
    limit = min(before, _LONGEST_PHRASE)
    first = 0
    for index in range(limit):
        token = unit.tokens[index]
        if token.text in BREAKS and _is_aside(unit, first, index):
            first = index + 1
            continue
        finite = index > first and (is_auxiliary(unit.tokens, index) or _is_past_verb(unit, index, first))
        if finite or token.text in BREAKS or token.text == QUOTED:
            return _phrase(unit, first, index, names) if index > first else None
    return _phrase(unit, first, limit, names) if limit > first else None


def _is_past_verb(unit: Unit, index: int, first: int) -> bool:
    before = unit.tokens[index - 1]
    return is_past(unit.tokens[index]) and before.lower not in DETERMINERS | PREPOSITIONS and index > first
