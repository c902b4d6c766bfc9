"""Who speaks: the noun phrase that is the subject of a verb of speech.

Looked for on the surface, from the verb outwards. A comma right before the verb closes an apposition, a
relative clause or an insertion ("Orlova, who heads the fund, said"), so that the subject lies behind it;
without a comma, the subject is what stands between the last break and the verb.
"""

from __future__ import annotations

from collections.abc import Sequence

from graphkit.extract.document import Span
from graphkit.extract.lexicon import POST_HEADS
from graphkit.extract.quotes.phrases import LONGEST_PHRASE, NamedSpans, Phrase, is_headed, left_edge, phrase_of
from graphkit.extract.quotes.units import Unit
from graphkit.extract.quotes.words import (
    BREAKS,
    CONJUNCTIONS,
    DETERMINERS,
    PREPOSITIONS,
    QUOTED,
    RELATIVES,
    SUBORDINATORS,
    TIME_WORDS,
    is_adverb,
    is_auxiliary,
    is_clause,
    is_participle,
    is_past,
)

_MOST_CHUNKS = 8
_MOST_WORDS_AHEAD = 12
_ENDS_INVERTED = frozenset("on at in during after before when while as through via who whose which".split())


def subject_before(unit: Unit, verb: int, names: NamedSpans) -> Phrase | None:
    """The subject that ends before the verb at an index."""
    last = _before_adverbs(unit, verb)
    if last == 0:
        return None
    listed = _name_with_commas(unit, last, names)
    if listed is not None:
        return listed
    word = unit.lower(last - 1)
    if word in RELATIVES or (word == "that" and last > 1 and unit.tokens[last - 2].is_word):
        return _antecedent(unit, last - 1, names)
    if word == ",":
        return _behind_insertions(unit, last - 1, names)
    if word in CONJUNCTIONS or unit.tokens[last - 1].text in BREAKS:
        return None
    return phrase_of(unit, left_edge(unit, last), last, names)


def _name_with_commas(unit: Unit, last: int, names: NamedSpans) -> Phrase | None:
    """ "the Ministry of the Sea, Transport and Infrastructure said": one name, whatever stands inside it."""
    end = unit.tokens[last - 1].end
    reach = Span(unit.tokens[max(0, last - LONGEST_PHRASE)].start, end)
    name = next((name for name in reversed(names.within(reach)) if name.span.end == end), None)
    if name is None:
        return None
    first = next(i for i in range(last) if unit.tokens[i].start >= name.span.start)
    if all(token.text != "," for token in unit.tokens[first:last]):
        return None
    first -= first > 0 and unit.lower(first - 1) == "the"
    return Phrase(first, last, name.span)


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


def _antecedent(unit: Unit, relative: int, names: NamedSpans) -> Phrase | None:
    """The noun phrase that "who" refers to: without a comma, the nearest one."""
    last = relative - (unit.lower(relative - 1) == ",")
    if last == 0:
        return None
    first = left_edge(unit, last)
    if last == relative:
        nearest = (i for i in range(last - 1, first, -1) if unit.lower(i) in DETERMINERS)
        first = next(nearest, first)
    ending = next((i for i in range(first, last) if _is_name(unit, i, last, names)), first)
    return phrase_of(unit, ending, last, names)


def _is_name(unit: Unit, first: int, last: int, names: NamedSpans) -> bool:
    """Whether the tokens are a person's name and no more."""
    span = unit.span(first, last)
    return any(name.span == span for name in names.people(span))


def _behind_insertions(unit: Unit, comma: int, names: NamedSpans) -> Phrase | None:
    """The subject in front of the apposition, relative clause or insertion that the comma closes."""
    chunks = _chunks_before(unit, comma)
    if not chunks:
        return None
    chunk = (
        (chunks[0] if _is_name(unit, *chunks[0], names) else None)  # "The mayor, Anna Orlova, said"
        or _headed_chunk(unit, chunks[1:], names)
        or _headed_chunk(unit, chunks[:1], names)  # "Tedeschi's counterpart, State Secretary Marušić, said"
        or _chunk_before_relative(unit, chunks)
        or next((each for each in chunks[1:] if not _is_aside(unit, *each)), None)
    )
    if chunk is not None:
        phrase = phrase_of(unit, left_edge(unit, chunk[1]), chunk[1], names)
        return phrase and _with_post_before(unit, phrase, chunks)
    return None if _is_aside(unit, *chunks[0]) else phrase_of(unit, *chunks[0], names)


def _with_post_before(unit: Unit, phrase: Phrase, chunks: Sequence[tuple[int, int]]) -> Phrase:
    """ "Kuwait's transport undersecretary, Faisal al-Dabbous, told": the phrase begins with the post."""
    for first, last in chunks[1:2]:
        post = unit.lower(last - 1).rpartition("-")[2] in POST_HEADS
        if last + 1 == phrase.first and post and not is_clause(unit.tokens[first:last]):
            return Phrase(left_edge(unit, last), phrase.last, phrase.speaker)
    return phrase


def _headed_chunk(unit: Unit, chunks: Sequence[tuple[int, int]], names: NamedSpans) -> tuple[int, int] | None:
    """The nearest stretch that a person's name heads, unless a clause ends before it."""
    for first, last in chunks:
        if _is_aside(unit, first, last):
            continue
        if is_clause(unit.tokens[first:last]):
            return None
        if any(is_headed(unit, first, last, name) for name in names.people(unit.span(first, last))):
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
    for index in range(end - 1, max(-1, end - LONGEST_PHRASE), -1):
        text = unit.tokens[index].text
        depth += (text == ")") - (text == "(" and depth > 0)
        if depth == 0 and text in BREAKS:
            if index + 1 < last:
                chunks.append((index + 1, last))
            last = index
            if text != "," or len(chunks) == _MOST_CHUNKS:
                return chunks
    first = max(0, end - LONGEST_PHRASE + 1)
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


def subject_after(unit: Unit, verb_end: int, names: NamedSpans) -> Phrase | None:
    """The subject of an inverted verb: "said Orlova, who heads the fund"."""
    last = verb_end
    depth = 0
    while last < min(len(unit.tokens), verb_end + LONGEST_PHRASE):
        token = unit.tokens[last]
        depth += (token.text == "(") - (token.text == ")")
        ends = token.text in BREAKS or token.text == QUOTED or unit.is_final(last) or depth < 0
        if depth <= 0 and (ends or (last > verb_end and _ends_inverted(unit, last, names))):
            break
        last += 1
    if last == verb_end or unit.lower(verb_end) in PREPOSITIONS | {"that"}:
        return None
    phrase = phrase_of(unit, verb_end, last, names)
    return phrase and _named_behind(unit, phrase, last, names)


def _named_behind(unit: Unit, phrase: Phrase, comma: int, names: NamedSpans) -> Phrase:
    """ "according to its ambassador, Idriss Waberi": the name behind the comma is the speaker's."""
    if unit.lower(comma) != "," or names.people(phrase.speaker):
        return phrase
    behind = unit.span(comma + 1, comma + 2) if comma + 1 < len(unit.tokens) else None
    for name in names.people(unit.span(comma + 1, len(unit.tokens))) if behind is not None else ():
        if behind is not None and name.span.start != behind.start:
            break
        last = next(
            (i for i in range(comma + 1, len(unit.tokens)) if unit.tokens[i].start >= name.span.end), len(unit.tokens)
        )
        if last == len(unit.tokens) or unit.tokens[last].text in BREAKS or unit.is_final(last):
            return Phrase(phrase.first, last, name.span)
        break
    return phrase


def _ends_inverted(unit: Unit, index: int, names: NamedSpans) -> bool:
    """Whether a day or a place ends the subject of an inverted verb, with no person named behind it."""
    word = unit.lower(index)
    if word in TIME_WORDS and unit.tokens[index].is_capitalised:
        return True
    return word in _ENDS_INVERTED and not _is_person_ahead(unit, index, names)


def _is_person_ahead(unit: Unit, first: int, names: NamedSpans) -> bool:
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
    return any(is_headed(unit, first, last, name) for name in people)


def main_subject(unit: Unit, before: int, names: NamedSpans) -> Phrase | None:
    """The subject of the clause that the tokens before an index belong to."""
    limit = min(before, LONGEST_PHRASE)
    first = _behind_openers(unit, limit)
    for index in range(first, limit):
        token = unit.tokens[index]
        finite = index > first and (is_auxiliary(unit.tokens, index) or _is_past_verb(unit, index, first))
        if finite or token.text in BREAKS or token.text == QUOTED:
            return phrase_of(unit, first, index, names) if index > first else None
    return phrase_of(unit, first, limit, names) if limit > first else None


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
