"""What follows a verb of speech: a clause with or without "that", quoted words, or no statement at all."""

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
    begins_with_verb,
    has_finite_verb,
    is_adverb,
    is_auxiliary,
    is_participle,
)

_LONGEST_ADJUNCT = 40
_LONGEST_INSERTION = 8
_SUBJECT_SEARCH = 25
_AUDIENCES = frozenset(
    """participants delegates reporters journalists audience guests visitors lawmakers parliament forum conference
    meeting summit session panel attendees""".split()
)
_SHORTEST_SPEECH = 25  # characters
_WH = frozenset("how why what".split())
_NO_CLAUSE = frozenset("so no yes nothing something anything goodbye thanks hello farewell little much more".split())
_CREDIT = frozenset("reports reported writes informs".split())


@dataclass(frozen=True, slots=True)
class Complement:
    """What is said: `kind` is "that", "bare", "marks", "colon" or "object"; its first token."""

    kind: str
    first: int


def complement_of(unit: Unit, cue: Cue) -> Complement | None:
    """What a verb of speech introduces behind itself, behind times, places and the person addressed."""
    index = cue.last
    addressed = Takes.ADDRESSEE not in cue.form.takes
    limit = min(len(unit.tokens), cue.last + _LONGEST_ADJUNCT)
    while index < limit:
        behind = _behind_circumstance(unit, cue, index)
        if behind > index:
            index = behind
        elif index > cue.last and unit.is_quoted(index) and unit.lower(index - 1) in TITLING:
            index += 1  # "at the session titled “…”"
        elif not addressed and _is_addressee(unit, index):
            addressed = True
            start, index = index, _behind_addressee(unit, index)
            if is_auxiliary(unit.tokens, index) and _takes_clause(cue):
                return Complement("bare", start)  # "promised the centre would open": the centre is no addressee
        else:
            return _introduced(unit, cue, index, addressed=index > cue.last)
    return None


def _introduced(unit: Unit, cue: Cue, index: int, *, addressed: bool) -> Complement | None:
    """What begins at the index, where nothing more can be skipped."""
    word = unit.lower(index)
    if unit.is_quoted(index):
        return Complement("marks", index) if _is_said(unit, cue, index) else None
    if word == "that":
        return Complement("that", index + 1) if _takes_clause(cue) or unit.is_quoted(index + 1) else None
    if word == ":":
        return _behind_colon(unit, cue, index)
    if word in BREAKS:
        return _behind_comma(unit, cue, index)
    if unit.is_final(index) or word in CONJUNCTIONS | RELATIVES | SUBORDINATORS:
        return None
    if word in _WH:
        return Complement("bare", index) if Takes.QUESTION in cue.form.takes else None
    clause = _is_bare_clause(unit, cue, index, addressed=addressed)
    return Complement("bare" if clause else "object", index)


def _behind_circumstance(unit: Unit, cue: Cue, index: int) -> int:
    """Behind an adverb, time or place between the verb and what is said; the index itself if none."""
    word = unit.lower(index)
    if word == "to" and Takes.INFINITIVE in cue.form.takes:
        return index
    if word in PREPOSITIONS and not (word == "about" and unit.lower(index + 1)[:1].isdigit()):
        return _behind_adjunct(unit, index)
    if word == "that":
        return index + _is_other_that(unit, cue, index)
    return index + (is_adverb(unit.tokens[index]) or _is_time(unit, index) or word in ("(", ")"))


def _is_addressee(unit: Unit, index: int) -> bool:
    token = unit.tokens[index]
    words = CONJUNCTIONS | RELATIVES | SUBORDINATORS | _WH | {"that"}
    return token.text not in BREAKS and token.text[0].isalnum() and token.lower not in words


def _is_other_that(unit: Unit, cue: Cue, that: int) -> bool:
    """Whether "that" is no conjunction: "in that spot", "after the meeting that was held"."""
    if that == cue.last:
        return False
    return unit.lower(that - 1) in PREPOSITIONS or _has_no_subject(unit, that)


def _has_no_subject(unit: Unit, that: int) -> bool:
    """Whether "that" ends the sentence, or is the subject of a verb itself."""
    return that + 1 == len(unit.tokens) or is_auxiliary(unit.tokens, that + 1)


def _is_time(unit: Unit, index: int) -> bool:
    """Whether a time begins here: "Thursday", "this week", "late Monday"."""
    if unit.lower(index) in TIME_WORDS:
        return True
    return unit.lower(index) in ("this", "last", "next", "late", "early") and unit.lower(index + 1) in TIME_WORDS


def _is_said(unit: Unit, cue: Cue, quoted: int) -> bool:
    """Whether quoted words behind a verb are what is said, no title ("on the station's “Open Hour”")."""
    before = unit.tokens[quoted - 1]
    if before.lower in TITLING or before.is_possessive:
        return False
    words = unit.quoted[quoted].words
    adjacent = quoted == cue.last or before.lower == "that"
    long = words.end - words.start >= _SHORTEST_SPEECH
    return adjacent or (long and before.lower not in PREPOSITIONS | DETERMINERS)


def _takes_clause(cue: Cue) -> bool:
    return Takes.THAT in cue.form.takes


def _behind_colon(unit: Unit, cue: Cue, colon: int) -> Complement | None:
    if unit.is_quoted(colon + 1):
        return Complement("marks", colon + 1)
    clause = _takes_clause(cue) and colon + 2 < len(unit.tokens)
    return Complement("colon", colon + 1) if clause else None


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
    """Behind "in a statement", "on Monday", "at the forum in Baku": where something new begins."""
    index = preposition + 1
    nouns = 0
    gerund = index < len(unit.tokens) and is_participle(unit.tokens[index])
    while index < len(unit.tokens):
        token = unit.tokens[index]
        word = token.lower
        if token.text in BREAKS or unit.is_final(index) or unit.is_quoted(index) or word == "that":
            return index
        if word in PREPOSITIONS | CONJUNCTIONS | RELATIVES | SUBORDINATORS and word != "and":
            return index
        if nouns and not gerund and (word in DETERMINERS or word in CLAUSE_PRONOUNS):
            return index
        if nouns and unit.lower(index - 1) in TIME_WORDS and word not in TIME_WORDS and not token.text[0].isdigit():
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
        if token.text in BREAKS or unit.is_final(index) or unit.is_quoted(index):
            return index
        if unit.lower(index - 1) in _AUDIENCES and word not in PREPOSITIONS | CONJUNCTIONS:
            return index
        counted = word in ("about", "over", "around") and unit.lower(index + 1)[:1].isdigit()
        if (
            (word in PREPOSITIONS - {"of", "for"} and not counted)
            or word in RELATIVES
            or word in ("that", "how", "why", "what", "to")
        ):
            return index
        if token.is_capitalised:
            index += 1
            continue
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
    denied = word == "no" and _has_auxiliary_early(unit, index)  # "said no family would live"
    if not _takes_clause(cue) or cue.form.lemma in WEAK or (word in _NO_CLAUSE and not denied):
        return False
    if is_participle(unit.tokens[index]) and not _has_auxiliary_early(unit, index):
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
            "but",
            "as",
        }:
            return False
        if is_auxiliary(unit.tokens, index) or (unit.is_quoted(index) and begins_with_verb(unit.quoted_text(index))):
            return True
    return False


def clause_end(unit: Unit, first: int, stops: Sequence[int]) -> int:
    """Behind the last token of a reported clause; `stops` are indices at which another statement begins."""
    index = first
    stop = next((stop for stop in stops if stop > first), len(unit.tokens))
    while index < stop:
        text = unit.tokens[index].text
        if text in ",–—-" and index > first and _closes_clause(unit, index):
            return index
        if text == ":" and unit.is_quoted(index + 1):
            return index
        index += 1
    return index


def main_clause_comma(unit: Unit, first: int, last: int) -> int:
    """Where a subordinate clause that opens the sentence ends: at a comma with a finite verb behind it."""
    for index in range(first, last):
        if unit.tokens[index].text == "," and has_finite_verb(
            unit.tokens[index + 1 : min(last, index + _SUBJECT_SEARCH)]
        ):
            return index
    return last


def _closes_clause(unit: Unit, comma: int) -> bool:
    """Whether the article speaks again behind the comma: "according to", "as Baku hosted …", a credit."""
    after = unit.words(comma + 1, 3)
    if after[:2] == ("according", "to"):
        return True
    if after[:1] == ("as",) and after[1:2] not in (("well",), ("much",), ("long",)):
        named = comma + 2 + (after[1:2] == ("the",))
        return named < len(unit.tokens) and unit.tokens[named].is_capitalised
    return _is_credit(unit, comma + 1)


def _is_credit(unit: Unit, first: int) -> bool:
    """Whether the article names its own source here: "Trend reports", "Kazinform News Agency reports"."""
    for index in range(first, min(len(unit.tokens), first + 8)):
        word = unit.lower(index)
        if word in _CREDIT:
            return index > first and (index + 1 >= len(unit.tokens) or unit.tokens[index + 1].text in FINAL | {","})
        if unit.tokens[index].text in BREAKS or not unit.tokens[index].is_word:
            return False
    return False


def and_that(unit: Unit, first: int, last: int) -> list[int]:
    """Where a second reported clause begins inside a clause: the indices of "and that"."""
    found = []
    for index in range(first + 1, last - 2):
        if unit.words(index, 2) in (("and", "that"), ("but", "that")) and not _is_demonstrative(unit, index + 1):
            found.append(index)
    return found


def _is_demonstrative(unit: Unit, that: int) -> bool:
    return _has_no_subject(unit, that) or unit.tokens[that + 1].text in BREAKS


def is_adverbial(tokens: Sequence[Token]) -> bool:
    """Whether the tokens before a subject are no statement: "In Baku", "Speaking at the forum"."""
    words = [token for token in tokens if token.is_word or token.text == QUOTED or token.text[0].isdigit()]
    if not words or words[0].text == QUOTED:
        return not words
    word = words[0].lower
    if word in CONJUNCTIONS or is_adverb(words[0]):
        return len(words) < 4 or not has_finite_verb(words[1:])
    if word in SUBORDINATORS or word in PREPOSITIONS or is_participle(words[0]):
        breaks = [index for index, token in enumerate(tokens) if token.text == "," and index < len(tokens) - 1]
        own = word not in SUBORDINATORS and _has_own_auxiliary(words)
        return not own and not (breaks and has_finite_verb(tokens[breaks[0] + 1 :]))
    return len(words) < 4 and not has_finite_verb(words) and all(each.text != QUOTED for each in words)


def _has_own_auxiliary(words: Sequence[Token]) -> bool:
    """Whether a finite verb stands before any word that begins a subordinate clause."""
    for index, token in enumerate(words):
        if token.lower in RELATIVES | SUBORDINATORS | {"that", "as"}:
            return False
        if is_auxiliary(words, index):
            return True
    return False
