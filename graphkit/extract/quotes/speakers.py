"""Who speaks: the noun phrase that is the subject of a verb of speech.

Looked for on the surface, from the verb outwards. A comma right before the verb closes an apposition, a
relative clause or an insertion ("Orlova, who heads the fund, said"), so that the subject lies behind it;
without a comma, the subject is what stands between the last break and the verb. Inside the phrase the name of
a person is the speaker unless another noun owns or governs it ("Orlova's deputy", "a spokesman for Orlova").
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
    PREPOSITIONS,
    QUOTED,
    RELATIVES,
    SUBJECT_PRONOUNS,
    SUBORDINATORS,
    TIME_WORDS,
    is_adverb,
    is_auxiliary,
    is_clause,
    is_participle,
    is_past,
)

_LONGEST_PHRASE = 60
_MOST_CHUNKS = 8
_MOST_WORDS_AHEAD = 12
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
    """Index behind the subject: the adverbs, auxiliaries and days before the verb are left out."""
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
    """The noun phrase that "who" refers to: without a comma, the nearest one."""
    last = relative - (unit.lower(relative - 1) == ",")
    if last == 0:
        return None
    first = _left_edge(unit, last)
    if last == relative:
        nearest = (i for i in range(last - 1, first, -1) if unit.lower(i) in DETERMINERS)
        first = next(nearest, first)
    ending = next((i for i in range(first, last) if _is_name(unit, i, last, names)), first)
    return _phrase(unit, ending, last, names)


def _is_name(unit: Unit, first: int, last: int, names: Names) -> bool:
    """Whether the tokens are a person's name and no more."""
    span = unit.span(first, last)
    return any(name.start == span.start and name.end == span.end for name in names.people(span))


def _behind_insertions(unit: Unit, comma: int, names: Names) -> Phrase | None:
    """The subject in front of the apposition, relative clause or insertion that the comma closes."""
    chunks = _chunks_before(unit, comma)
    if not chunks:
        return None
    chunk = (
        (chunks[0] if _is_name(unit, *chunks[0], names) else None)  # "The mayor, Anna Orlova, said"
        or _headed_chunk(unit, chunks[1:], names)
        or _chunk_before_relative(unit, chunks)
        or next((each for each in chunks[1:] if not _is_aside(unit, *each)), None)
    )
    if chunk is not None:
        return _phrase(unit, _left_edge(unit, chunk[1]), chunk[1], names)
    return None if _is_aside(unit, *chunks[0]) else _phrase(unit, *chunks[0], names)


def _headed_chunk(unit: Unit, chunks: Sequence[tuple[int, int]], names: Names) -> tuple[int, int] | None:
    """The nearest stretch that a person's name heads, unless a clause ends before it."""
    for first, last in chunks:
        if _is_aside(unit, first, last):
            continue
        if is_clause(unit.tokens[first:last]):
            return None
        if any(_is_headed(unit, first, last, name) for name in names.people(unit.span(first, last))):
            return first, last
    return None


def _chunk_before_relative(unit: Unit, chunks: Sequence[tuple[int, int]]) -> tuple[int, int] | None:
    for position, (first, _) in enumerate(chunks[:-1]):
        if unit.lower(first) in RELATIVES:
            return chunks[position + 1]
    return None


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
        return is_adverb(token) or word in TIME_WORDS or word in ("however", "jr", "sr") or token.text.isdigit()
    return is_participle(token) or is_adverb(token) or (is_past(token) and not token.is_capitalised)


def _left_edge(unit: Unit, last: int) -> int:
    """Where the noun phrase that ends before `last` begins: behind a break, a joint or a finite verb."""
    depth = 0
    joint: int | None = None
    for index in range(last - 1, max(-1, last - _LONGEST_PHRASE), -1):
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
    return max(0, last - _LONGEST_PHRASE + 1)


def _phrase(unit: Unit, first: int, last: int, names: Names) -> Phrase | None:
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


def _expression(unit: Unit, first: int, last: int, names: Names) -> Span:
    """The speaker's expression: the person's name, an organisation's name, or the noun phrase itself."""
    whole = unit.span(first, last)
    heads = [name for name in names.people(whole) if _is_headed(unit, first, last, name)]
    if heads:
        joined = any(unit.lower(index) == "and" for index in range(first, last))
        head = heads[0] if joined else heads[-1]
        return Span(head.start, head.end)
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


def _is_headed(unit: Unit, first: int, last: int, name: NamedSpan) -> bool:
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
        ends = token.text in BREAKS or token.text == QUOTED or unit.is_final(last) or depth < 0
        if depth <= 0 and (ends or (last > verb_end and _ends_inverted(unit, last, names))):
            break
        last += 1
    if last == verb_end or unit.lower(verb_end) in PREPOSITIONS | {"that"}:
        return None
    return _phrase(unit, verb_end, last, names)


def _ends_inverted(unit: Unit, index: int, names: Names) -> bool:
    """Whether a day or a place ends the subject of an inverted verb, with no person named behind it."""
    word = unit.lower(index)
    if word in TIME_WORDS and unit.tokens[index].is_capitalised:
        return True
    return word in _ENDS_INVERTED and not _is_person_ahead(unit, index, names)


def _is_person_ahead(unit: Unit, first: int, names: Names) -> bool:
    """Whether the phrase goes on to the name that heads it: "said Head of Mission in Baku Orlova"."""
    last = first
    limit = min(len(unit.tokens), first + _MOST_WORDS_AHEAD)
    while last < limit and unit.tokens[last].text not in BREAKS | {QUOTED} and not unit.is_final(last):
        if last > first and unit.lower(last) in ("that", "who", "which", "and", "after", "when", "as"):
            break
        last += 1
    if last == first:
        return False
    people = names.people(unit.span(first, last))
    return any(_is_headed(unit, first, last, name) for name in people)


def main_subject(unit: Unit, before: int, names: Names) -> Phrase | None:
    """The subject of the clause that the tokens before an index belong to."""
    limit = min(before, _LONGEST_PHRASE)
    first = _behind_openers(unit, limit)
    for index in range(first, limit):
        token = unit.tokens[index]
        finite = index > first and (is_auxiliary(unit.tokens, index) or _is_past_verb(unit, index, first))
        if finite or token.text in BREAKS or token.text == QUOTED:
            return _phrase(unit, first, index, names) if index > first else None
    return _phrase(unit, first, limit, names) if limit > first else None


def _behind_openers(unit: Unit, limit: int) -> int:
    """Behind the adverbials before the subject: "With prices rising, …", "On Monday, in Baku, …"."""
    first = 0
    for index in range(limit):
        if unit.tokens[index].text == "," and index > first:
            if not _is_aside(unit, first, index):
                break
            first = index + 1
    return first


def _is_past_verb(unit: Unit, index: int, first: int) -> bool:
    before = unit.tokens[index - 1]
    return is_past(unit.tokens[index]) and before.lower not in DETERMINERS | PREPOSITIONS and index > first
