"""What follows a verb of speech: a clause with or without "that", quoted words, or something that is no statement."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from graphkit.extract.document import Token
from graphkit.extract.quotes.cues import WEAK, Takes
from graphkit.extract.quotes.units import Unit
from graphkit.extract.quotes.verbs import Cue
from graphkit.extract.quotes.words import (
    BREAKS,
    CLAUSE_PRONOUNS,
    CONJUNCTIONS,
    DETERMINERS,
    FINAL,
    PREPOSITIONS,
    QUOTED,
    RELATIVES,
    SUBORDINATORS,
    TIME_WORDS,
    TITLING,
    has_finite_verb,
    is_adverb,
    is_auxiliary,
    is_participle,
)

_LONGEST_ADJUNCT = 40
_LONGEST_INSERTION = 8
_SUBJECT_SEARCH = 25
_WH = frozenset("how why what".split())
_NO_CLAUSE = frozenset(
    "so no yes nothing something anything goodbye thanks hello farewell little much more".split()
)
_CREDIT = frozenset("reports reported writes informs".split())


@dataclass(frozen=True, slots=True)
class Complement:
    """What is said: `kind` is "that", "bare", "marks", "colon" or "object"; its first token."""

    kind: str
    first: int


def complement_of(unit: Unit, cue: Cue) -> Complement | None:
    """What a verb of speech introduces behind itself, behind times, places and the person addressed."""
    index = cue.last
    addressed = False
    while index < min(len(unit.tokens), cue.last + _LONGEST_ADJUNCT):
        token = unit.tokens[index]
        word = token.lower
        if unit.is_quoted(index):
            return None if unit.lower(index - 1) in TITLING else Complement("marks", index)
        if word == "that":
            return Complement("that", index + 1) if _takes_clause(cue) or unit.is_quoted(index + 1) else None
        if token.text == ":":
            return _behind_colon(unit, index)
        if token.text == "," or token.text in BREAKS:
            return _behind_comma(unit, cue, index)
        if token.text in FINAL or word in CONJUNCTIONS | RELATIVES | SUBORDINATORS - {
            "after",
            "before",
            "until",
        }:
            return None
        if word in _WH:
            return Complement("bare", index) if Takes.QUESTION in cue.form.takes else None
        if word == "to" and Takes.INFINITIVE in cue.form.takes:
            return Complement("object", index)
        if word in PREPOSITIONS:
            index = _behind_adjunct(unit, index)
        elif (
            is_adverb(token)
            or word in TIME_WORDS
            or token.text in "()"
            or (word == "as" and index > cue.last)
        ):
            index += 1
        elif Takes.ADDRESSEE in cue.form.takes and not addressed:
            addressed = True
            index = _behind_addressee(unit, index)
        elif _is_bare_clause(unit, cue, index, addressed=addressed):
            return Complement("bare", index)
        else:
            return Complement("object", index)
    return None


def _takes_clause(cue: Cue) -> bool:
    return Takes.THAT in cue.form.takes


def _behind_colon(unit: Unit, colon: int) -> Complement | None:
    if unit.is_quoted(colon + 1):
        return Complement("marks", colon + 1)
    return Complement("colon", colon + 1) if colon + 2 < len(unit.tokens) else None


def _behind_comma(unit: Unit, cue: Cue, comma: int) -> Complement | None:
    """Quoted words behind the comma, or "that" behind an insertion between two commas."""
    if unit.is_quoted(comma + 1):
        return Complement("marks", comma + 1)
    for index in range(comma + 1, min(len(unit.tokens), comma + 1 + _LONGEST_INSERTION)):
        if unit.tokens[index].text == ",":
            if unit.lower(index + 1) == "that" and _takes_clause(cue):
                return Complement("that", index + 2)
            return Complement("marks", index + 1) if unit.is_quoted(index + 1) else None
        if unit.is_quoted(index):
            return None
    return None


def _behind_adjunct(unit: Unit, preposition: int) -> int:
    """Behind "in a statement", "on Monday", "at the forum in Baku": up to a word that begins something new."""
    index = preposition + 1
    nouns = 0
    while index < len(unit.tokens):
        token = unit.tokens[index]
        word = token.lower
        if token.text in BREAKS or token.text in FINAL or unit.is_quoted(index) or word == "that":
            return index
        if word in PREPOSITIONS | CONJUNCTIONS | RELATIVES | SUBORDINATORS and word != "and":
            return index
        if nouns and (word in DETERMINERS or word in CLAUSE_PRONOUNS):
            return index
        if (
            nouns
            and unit.lower(index - 1) in TIME_WORDS
            and word not in TIME_WORDS
            and not token.text[0].isdigit()
        ):
            return index
        nouns += token.is_word and word not in DETERMINERS
        index += 1
    return index


def _behind_addressee(unit: Unit, first: int) -> int:
    """Behind the noun phrase that names the person addressed."""
    index = first + 1
    while index < len(unit.tokens):
        token = unit.tokens[index]
        word = token.lower
        if token.text in BREAKS or token.text in FINAL or unit.is_quoted(index):
            return index
        if (
            word in PREPOSITIONS - {"of", "for"}
            or word in RELATIVES
            or word in ("that", "how", "why", "what", "to")
        ):
            return index
        if word in CLAUSE_PRONOUNS or (word in DETERMINERS and unit.lower(index - 1) not in PREPOSITIONS):
            return index
        if word in TIME_WORDS or is_adverb(token):
            return index
        index += 1
    return index


def _is_bare_clause(unit: Unit, cue: Cue, index: int, *, addressed: bool) -> bool:
    """Whether a clause without "that" begins at the index."""
    takes = cue.form.takes
    word = unit.lower(index)
    if (
        not _takes_clause(cue)
        or cue.form.lemma in WEAK
        or word in _NO_CLAUSE
        or is_participle(unit.tokens[index])
    ):
        return False
    if word in CLAUSE_PRONOUNS - DETERMINERS and word != "who":
        return True
    if cue.form.lemma == "say" and len(unit.tokens) - index > 3:
        return has_finite_verb(unit.tokens[index:]) or not unit.tokens[index].text[0].isdigit()
    if addressed or Takes.BARE in takes:
        return _has_auxiliary_early(unit, index)
    return _has_auxiliary_early(unit, index) and Takes.NOUN not in takes


def _has_auxiliary_early(unit: Unit, first: int) -> bool:
    """Whether a finite verb follows its subject before any break, relative clause or second clause."""
    for index in range(first + 1, min(len(unit.tokens), first + _SUBJECT_SEARCH)):
        word = unit.lower(index)
        if unit.tokens[index].text in BREAKS or word in RELATIVES | SUBORDINATORS | {
            "that",
            "and",
            "or",
            "as",
        }:
            return False
        if is_auxiliary(unit.tokens, index):
            return True
    return False


def clause_end(unit: Unit, first: int, stops: Sequence[int]) -> int:
    """Behind the last token of a reported clause; `stops` are indices at which another statement begins."""
    index = first
    ends = iter(stops)
    stop = next(ends, len(unit.tokens))
    while stop <= first:
        stop = next(ends, len(unit.tokens))
    while index < stop:
        text = unit.tokens[index].text
        if text in ",–—-" and index > first and _closes_clause(unit, index):
            return index
        if text == ":" and unit.is_quoted(index + 1):
            return index
        index += 1
    return index


def _closes_clause(unit: Unit, comma: int) -> bool:
    """Whether the article speaks again behind the comma: "according to", "as Baku hosted …", "Trend reports"."""
    after = unit.words(comma + 1, 3)
    if after[:2] == ("according", "to"):
        return True
    if after[:1] == ("as",) and after[1:2] not in (("well",), ("much",), ("long",)):
        named = comma + 2 + (after[1:2] == ("the",))
        return named < len(unit.tokens) and unit.tokens[named].is_capitalised
    return _is_credit(unit, comma + 1)


def _is_credit(unit: Unit, first: int) -> bool:
    """ "Trend reports", "Kazinform News Agency reports": the article's own source."""
    for index in range(first, min(len(unit.tokens), first + 8)):
        word = unit.lower(index)
        if word in _CREDIT:
            return index > first and (
                index + 1 >= len(unit.tokens) or unit.tokens[index + 1].text in FINAL | {","}
            )
        if unit.tokens[index].text in BREAKS or not unit.tokens[index].is_word:
            return False
    return False


def and_that(unit: Unit, first: int, last: int) -> list[int]:
    """Where a second reported clause begins inside a clause: the indices of "and that"."""
    found = []
    for index in range(first + 1, last - 2):
        if unit.words(index, 2) == ("and", "that") and not _is_demonstrative(unit, index + 1):
            found.append(index)
    return found


def _is_demonstrative(unit: Unit, that: int) -> bool:
    return is_auxiliary(unit.tokens, that + 1) or unit.tokens[that + 1].text in BREAKS


def is_adverbial(tokens: Sequence[Token]) -> bool:
    """Whether the tokens before a subject are no statement: "In Baku", "Meanwhile", "Speaking at the forum"."""
    words = [token for token in tokens if token.is_word or token.text == QUOTED or token.text[0].isdigit()]
    if not words or words[0].text == QUOTED:
        return not words
    word = words[0].lower
    if word in CONJUNCTIONS or is_adverb(words[0]):
        return len(words) < 4 or not has_finite_verb(words[1:])
    if word in SUBORDINATORS or word in PREPOSITIONS or is_participle(words[0]):
        breaks = [
            index for index, token in enumerate(tokens) if token.text == "," and index < len(tokens) - 1
        ]
        own = word not in SUBORDINATORS and _has_own_auxiliary(words)
        return not own and not any(has_finite_verb(tokens[at + 1 :]) for at in breaks)
    return len(words) < 4 and not has_finite_verb(words) and all(each.text != QUOTED for each in words)


def _has_own_auxiliary(words: Sequence[Token]) -> bool:
    """Whether a finite verb stands before any word that begins a subordinate clause."""
    for index, token in enumerate(words):
        if token.lower in RELATIVES | SUBORDINATORS | {"that", "as"}:
            return False
        if is_auxiliary(words, index):
            return True
    return False
