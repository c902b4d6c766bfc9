"""Where a unit has a verb of speech in use: not as a noun or adjective, not denied, not only possible."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from graphkit.extract.quotes.cues import EXPRESSING, FEELINGS, FORMS, LONGEST_FORM, Form, Takes
from graphkit.extract.quotes.units import Unit
from graphkit.extract.quotes.words import (
    BE,
    BREAKS,
    CONJUNCTIONS,
    DETERMINERS,
    DO,
    MODALS,
    NEGATIONS,
    POSSESSIVES,
    PREPOSITIONS,
    QUOTED,
    SUBJECT_PRONOUNS,
    is_adverb,
    is_auxiliary,
    is_past,
)

_MOST_BEFORE_FEELING = 4
_PLURAL = frozenset("all both many several some few most others this these".split())
_HABITS = frozenset({("used", "to"), ("on", "to"), ("began", "to"), ("quick", "to")})


@dataclass(frozen=True, slots=True)
class Cue:
    """A verb of speech in a unit.

    Attributes:
        first: index of its first token.
        last: index behind its last token ("pointed out" has two).
        form: the form.
    """

    first: int
    last: int
    form: Form

    @property
    def is_finite(self) -> bool:
        """Whether it is the verb of a clause, not a participle."""
        return self.form.tense != "ing"


def find_cues(unit: Unit) -> list[Cue]:
    """The verbs of speech in use in a unit, in order."""
    found: list[Cue] = []
    index = 0
    while index < len(unit.tokens):
        cue = _cue_at(unit, index)
        if cue is None or not _is_in_use(unit, cue):
            index += 1
            continue
        found.append(cue)
        index = cue.last
    return found


def _cue_at(unit: Unit, index: int) -> Cue | None:
    token = unit.tokens[index]
    if not token.is_word or (token.is_capitalised and index > 0 and not token.text.isupper()):
        return None
    for length in range(LONGEST_FORM, 0, -1):
        form = FORMS.get(unit.words(index, length))
        if form is not None and index + length <= len(unit.tokens):
            return _extended(unit, Cue(index, index + length, form))
    return _expressed_feeling(unit, index)


def _extended(unit: Unit, cue: Cue) -> Cue:
    """The cue with "to say" behind "went on"."""
    if cue.form.lemma == "go on" and unit.lower(cue.last) == "to":
        speaking = FORMS.get((unit.lower(cue.last + 1),))
        if speaking is not None:
            return Cue(cue.first, cue.last + 2, Form(speaking.lemma, cue.form.tense, speaking.takes))
    return _expressed_feeling(unit, cue.first) or cue


def _expressed_feeling(unit: Unit, index: int) -> Cue | None:
    """The verb with its object up to "that": "expressed his firm confidence that"."""
    tense = EXPRESSING.get(unit.lower(index))
    if tense is None:
        return None
    for noun in range(index + 1, min(index + 1 + _MOST_BEFORE_FEELING, len(unit.tokens) - 1)):
        if unit.lower(noun) in FEELINGS and unit.lower(noun + 1) == "that":
            return Cue(index, noun + 1, Form(f"express {unit.lower(noun)}", tense, Takes.THAT))
    return None


_MEANS = frozenset("phone telephone email e-mail letter text video videolink".split())


def _is_in_use(unit: Unit, cue: Cue) -> bool:
    before = unit.lower(cue.first - 1)
    if unit.lower(cue.last) == "by" and unit.lower(cue.last + 1) not in _MEANS and cue.form.lemma != "go on":
        return False
    if cue.form.tense == "ing":
        return _is_speaking_participle(unit, cue)
    plural = _PLURAL if cue.form.tense in ("base", "past") else frozenset()
    if before in (DETERMINERS | POSSESSIVES | PREPOSITIONS | {"'s", "having"}) - plural - {"that"}:
        return False
    if _is_denied(unit, cue.first) or _is_passive(unit, cue.first):
        return False
    if cue.form.tense == "base":
        return _is_plain_present(unit, cue)
    if cue.form.tense == "third" and Takes.NOUN in cue.form.takes:
        return _is_surely_verb(unit, cue)
    return True


def _is_speaking_participle(unit: Unit, cue: Cue) -> bool:
    """Whether it speaks: ", adding that", "by saying", or at the beginning; not "the following"."""
    before = unit.tokens[cue.first - 1].text if cue.first else ""
    if before in BREAKS or before == QUOTED or cue.first == 0:
        return True
    lowered = before.lower()
    if lowered in BE or lowered in ("by", "as", "and", "also", "but", "then", "before", "while"):
        return not _is_denied(unit, cue.first)
    return is_adverb(unit.tokens[cue.first - 1]) and unit.tokens[max(0, cue.first - 2)].text in BREAKS


def _is_denied(unit: Unit, index: int) -> bool:
    """Whether the verb group in front of the index holds a negation, a modal or an infinitive's "to"."""
    for at in range(index - 1, max(-1, index - 5), -1):
        word = unit.lower(at)
        if word in NEGATIONS or word.endswith("n't"):
            return True
        if word in MODALS and not (word in ("will", "may") and unit.tokens[at].is_capitalised):
            return True
        if word == "to":
            return at == index - 1 and unit.words(at - 1, 2) not in _HABITS
        if not (is_adverb(unit.tokens[at]) or word in ("have", "has", "had", "be", "been")):
            return False
    return False


def _is_passive(unit: Unit, index: int) -> bool:
    """Whether it is a passive: "was told", "is also asked"."""
    at = index - 1
    while at >= 0 and is_adverb(unit.tokens[at]):
        at -= 1
    return unit.lower(at) in BE or unit.lower(at) == "being"


def _is_plain_present(unit: Unit, cue: Cue) -> bool:
    """Whether a base form is a verb: behind a plural ("officials say"), and NOUN forms only with proof."""
    at = cue.first - 1
    while at >= 0 and is_adverb(unit.tokens[at]):
        at -= 1
    if at < 0 or unit.lower(at) in DO or unit.lower(at) in CONJUNCTIONS:
        return False
    plural = unit.lower(at) in SUBJECT_PRONOUNS or unit.lower(at).endswith("s") or unit.lower(at) == "people"
    if cue.form.lemma == "say" or cue.form.lemma == "read":
        return (cue.form.lemma == "say" and plural) or _is_past_of_same_form(unit, cue)
    return plural and _is_surely_verb(unit, cue)


def _is_past_of_same_form(unit: Unit, cue: Cue) -> bool:
    return cue.form.lemma == "read" and unit.tokens[cue.last - 1].text == "read" and _touches_marks(unit, cue)


def _is_surely_verb(unit: Unit, cue: Cue) -> bool:
    """Whether a form that may be a noun is a verb: "claims that it …", but not "states that signed"."""
    if unit.lower(cue.first - 1) in SUBJECT_PRONOUNS or _touches_marks(unit, cue):
        return True
    behind = cue.last + 1
    if unit.lower(cue.last) != "that" or behind >= len(unit.tokens):
        return False
    return not (is_past(unit.tokens[behind]) or is_auxiliary(unit.tokens, behind))


def _touches_marks(unit: Unit, cue: Cue) -> bool:
    """Whether a quoted stretch stands right behind the verb, or closes with the comma before its subject."""
    behind = cue.last + (unit.lower(cue.last) in (",", ":", "that"))
    if unit.is_quoted(behind):
        return True
    return any(unit.is_quoted(index) for index in range(max(0, cue.first - 12), cue.first))


def attributions(unit: Unit) -> Iterator[tuple[int, int]]:
    """Where "according to" stands: first and last indices."""
    for index, token in enumerate(unit.tokens[:-1]):
        if token.lower == "according" and unit.lower(index + 1) == "to":
            yield index, index + 2
