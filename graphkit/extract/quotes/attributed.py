"""Quotations that a verb of speech introduces, closes or interrupts."""

from __future__ import annotations

from graphkit.extract.quotes.complements import (
    Complement,
    and_that,
    clause_end,
    complement_of,
    is_adverbial,
    main_clause_comma,
)
from graphkit.extract.quotes.cues import JUDGEMENTS, TEXTS, WEAK, Takes
from graphkit.extract.quotes.phrases import NamedSpans, Phrase
from graphkit.extract.quotes.reading import UnitReading, cue_text
from graphkit.extract.quotes.sources import read_passive, read_sources
from graphkit.extract.quotes.speakers import main_subject, subject_after, subject_before
from graphkit.extract.quotes.units import Unit
from graphkit.extract.quotes.verbs import Cue, find_cues
from graphkit.extract.quotes.words import (
    BREAKS,
    CLAUSE_OPENERS,
    CONJUNCTIONS,
    DETERMINERS,
    FINAL,
    PREPOSITIONS,
    SUBORDINATORS,
    TITLING,
    has_auxiliary,
    has_finite_verb,
    is_adverb,
    is_auxiliary,
)

_PATTERNS = {"that": "said-that", "bare": "said-bare", "colon": "said-colon", "marks": "said-bare"}
_FEWEST_WORDS_OF_HEAD = 6
_LONGEST_SUBJECT = 7
_OPENING = 3  # words before the subject of a subordinate clause that opens the sentence
_JOINTS = CONJUNCTIONS | {"while", "whereas", "as", ";"}


def read_unit(unit: Unit, names: NamedSpans) -> UnitReading:
    """Applies the rules for verbs of speech to one unit."""
    return _Reader(unit, names).read()


class _Reader:
    """The state while the verbs of one unit are read from left to right."""

    def __init__(self, unit: Unit, names: NamedSpans) -> None:
        self.unit = unit
        self.reading = UnitReading(unit, names)
        self.cues = find_cues(unit)
        self.subjects = {cue.first: subject_before(unit, cue.first, names) for cue in self.cues if cue.is_finite}
        self.complements = {cue.first: complement_of(unit, cue) for cue in self.cues}
        self.stops = sorted(self._stop(cue) for cue in self.cues)

    def read(self) -> UnitReading:
        read_passive(self.reading)
        read_sources(self.reading, self.stops)
        closing = self._closing_cue()
        if closing is not None:
            self._finite(closing)
        for cue in self.cues:
            if cue.first < self.reading.told or cue is closing:
                continue
            if cue.is_finite:
                self._finite(cue)
            else:
                self._participle(cue)
        return self.reading

    def _closing_cue(self) -> Cue | None:
        """The verb that has nothing to introduce, so that all verbs before it are inside what was said."""
        for cue in reversed(self.cues):
            subject = self.subjects.get(cue.first)
            if subject is None or self.complements[cue.first] is not None or self._is_coordinated(cue):
                continue
            before = self.unit.lower(subject.first - 1)
            earlier = any(other.is_finite and other.first < subject.first for other in self.cues)
            if before == "," and earlier and Takes.THAT in cue.form.takes and subject.first > 1:
                return cue
        return None

    def _stop(self, cue: Cue) -> int:
        """Where a clause in front of the verb has to end: at its joint, its comma or its own subject."""
        unit = self.unit
        subject = self.subjects.get(cue.first)
        index = cue.first
        while index > 0 and is_adverb(unit.tokens[index - 1]):
            index -= 1
        if not cue.is_finite and unit.lower(index - 1) not in (",", "by", "while"):
            return len(unit.tokens)
        if subject is not None and unit.lower(index - 1) != ",":
            before = unit.lower(subject.first - 1)
            if before not in _JOINTS and not self._begins_anew(cue, before):
                return len(unit.tokens)
            index = subject.first
        while index > 0 and unit.lower(index - 1) in _JOINTS | {",", "by"}:
            index -= 1
        return index

    def _begins_anew(self, cue: Cue, before: str) -> bool:
        """Whether a verb with its own subject behind a comma introduces its own statement."""
        complement = self.complements[cue.first]
        return before == "," and complement is not None and complement.kind in ("that", "marks")

    def _participle(self, cue: Cue) -> None:
        unit, reading = self.unit, self.reading
        complement = self.complements[cue.first]
        if complement is None or cue.form.lemma in WEAK:
            return
        own = subject_before(unit, cue.first, reading.names)
        if own is not None and unit.lower(own.first - 1) != "with":
            own = None  # only "with Orlova claiming that …" has a subject of its own
        speaker = own or reading.speaker or main_subject(unit, cue.first, reading.names)
        if speaker is not None:
            self._forward(cue, complement, speaker, "participle")

    def _finite(self, cue: Cue) -> None:
        unit, reading = self.unit, self.reading
        complement = self.complements[cue.first]
        if cue.first == 0:
            self._opening(cue)
            return
        inverted = self._inverted(cue, complement)
        if inverted is not None:
            self._backward(cue, inverted, cue.first, inverted.last, "-inverted")
            return
        coordinated = reading.speaker is not None and self._is_coordinated(cue)
        subject = reading.speaker if coordinated else self.subjects[cue.first]
        if subject is None and self._is_coordinated(cue):
            subject = main_subject(unit, cue.first, reading.names)
        if subject is None:
            return
        if not coordinated and unit.lower(subject.first - 1) == "as" and self._as_said(cue, subject):
            return
        if complement is not None and self._forward(cue, complement, subject, "coordinated" if coordinated else ""):
            return
        usable = complement is None or complement.kind == "marks" or unit.is_quoted(subject.first - 2)
        usable |= complement is not None and complement.kind == "object" and self._ends_statement(subject)
        if not coordinated and subject.last <= cue.first and usable:
            self._backward(cue, subject, subject.first, cue.last, "")

    def _ends_statement(self, subject: Phrase) -> bool:
        """Whether a whole clause ends in front of the subject: "…, Orlova argued this Wednesday (Mar. 18) at …"."""
        unit = self.unit
        return unit.lower(subject.first - 1) == "," and has_finite_verb(unit.tokens[self.reading.told : subject.first])

    def _opening(self, cue: Cue) -> None:
        """Reads "Said Orlova: “…”": the verb opens the sentence."""
        unit = self.unit
        subject = subject_after(unit, cue.last, self.reading.names)
        if subject is not None and unit.lower(subject.last) in (":", ",") and unit.is_quoted(subject.last + 1):
            self._forward(cue, Complement("marks", subject.last + 1), subject, "")

    def _is_coordinated(self, cue: Cue) -> bool:
        """Whether the verb shares the subject of a verb before it: "…, noted that", "and stressed that"."""
        index = cue.first
        while index > 0 and is_adverb(self.unit.tokens[index - 1]):
            index -= 1
        joint = self.unit.lower(index - 1)
        return joint in ("and", "but", "then") or (joint == "," and self.reading.speaker is not None)

    def _inverted(self, cue: Cue, complement: Complement | None) -> Phrase | None:
        """The subject behind the verb: "“…”, said Orlova", "…, said Orlova, who heads the fund"."""
        unit = self.unit
        before = cue.first - 1
        after_comma = unit.lower(before) == ","
        introduces = complement is not None and complement.first == cue.last
        if before < 0 or (introduces and complement is not None and complement.kind == "marks"):
            return None
        after_marks = unit.is_quoted(before - after_comma)
        if not after_marks and not (after_comma and Takes.THAT in cue.form.takes):
            return None
        subject = subject_after(unit, cue.last, self.reading.names)
        if subject is None or subject.first != cue.last:
            return None
        return subject if after_marks or self._closes_clause(cue, subject) else None

    def _closes_clause(self, cue: Cue, subject: Phrase) -> bool:
        """Whether a clause ends in front of an inverted verb, and nothing but a person stands behind it."""
        unit = self.unit
        named = self.reading.names.people(unit.span(subject.first, subject.last))
        ended = subject.last >= len(unit.tokens) or unit.tokens[subject.last].text in FINAL | {","}
        clause = unit.tokens[self.reading.told : cue.first - 1]
        whole = has_finite_verb(clause) and not has_finite_verb(unit.tokens[subject.first : subject.last])
        owner = self.subjects[cue.first]
        begun = unit.lower(subject.first) in DETERMINERS or unit.tokens[subject.first].is_capitalised
        return (bool(named) or begun) and ended and whole and (owner is None or owner.first == 0)

    def _backward(self, cue: Cue, subject: Phrase, end: int, after: int, inverted: str) -> None:
        """What was said stands in front of its speaker and verb, and may go on behind them."""
        reading = self.reading
        if cue.form.lemma == "report" and cue.form.tense in ("third", "base"):
            return
        if end == 0:
            reading.waiting = (subject, cue_text(self.unit, cue))
            return
        broken = self._inserted(cue, subject, end, after)
        if broken and end - reading.told < _FEWEST_WORDS_OF_HEAD:
            reading.heard(subject, broken)
        elif self._prior(cue, subject, end, inverted):
            reading.heard(subject, max(after, broken))
            self._quoted_behind(cue, subject, after)

    def _quoted_behind(self, cue: Cue, subject: Phrase, after: int) -> None:
        """Reads on behind the speaker: "“…,” said Orlova, a lawyer, “…”"."""
        unit = self.unit
        for index in sorted(unit.quoted):
            if index >= after and unit.lower(index - 1) in (",", "–", "—", "-", ":"):
                self.reading.attribute("inserted", index, index + 1, subject, cue_text(unit, cue))
                self.reading.heard(subject, index + 1)

    def _prior(self, cue: Cue, subject: Phrase, last: int, inverted: str) -> bool:
        """Attributes what stands between the last attributed word and the subject."""
        unit, first = self.unit, self.reading.told
        if last <= first or not (unit.tokens[last - 1].text in BREAKS or unit.is_quoted(last - 1)):
            return False
        quoted = last - 1 - (unit.lower(last - 1) == ",")
        if unit.is_quoted(quoted) and unit.lower(quoted - 1) in TITLING:
            return False
        if is_adverbial(unit.tokens[first:last]):
            return False
        if any(unit.tokens[index].is_word for index in range(first, last)) and (
            cue.form.lemma in WEAK or Takes.THAT not in cue.form.takes
        ):
            if not unit.is_quoted(quoted):
                return False
            first = quoted
        self.reading.attribute(f"clause-first{inverted}", first, last, subject, cue_text(unit, cue))
        return True

    def _inserted(self, cue: Cue, subject: Phrase, end: int, after: int) -> int:
        """Attributes what goes on behind the comma ("Prices, he warned, would not ease"); its end, else 0."""
        unit = self.unit
        head = unit.tokens[self.reading.told : end]
        if unit.lower(after) != "," or not any(token.is_word for token in head) or unit.tokens[end - 1].text != ",":
            return 0
        last = clause_end(unit, after + 1, [stop for stop in self.stops if stop > after])
        tail = unit.tokens[after + 1 : last]
        joined = unit.lower(after + 1) in ("and", "but", "because", "although", "so") and has_auxiliary(tail)
        broken = not has_finite_verb(head) and bool(tail) and is_auxiliary(tail, 0)
        broken |= not has_finite_verb(head) and has_finite_verb(tail) and not is_adverbial(head)
        short = len(head) <= _LONGEST_SUBJECT and head[0].lower in DETERMINERS
        broken |= short and is_auxiliary(tail, 0)
        broken |= is_adverbial(head) and has_auxiliary(tail) and unit.lower(after + 1) in CLAUSE_OPENERS
        if len(tail) < 2 or not (joined or broken or unit.lower(after + 1) in ("to", "not")):
            return 0
        self.reading.attribute("inserted", after + 1, last, subject, cue_text(unit, cue))
        return last

    def _forward(self, cue: Cue, complement: Complement, subject: Phrase, manner: str) -> bool:
        """What was said follows its verb."""
        unit, reading, first = self.unit, self.reading, complement.first
        end = clause_end(unit, first, self.stops)
        if unit.lower(subject.first - 1) in SUBORDINATORS and subject.first <= _OPENING:
            end = main_clause_comma(unit, first, end)
        if cue.form.lemma == "read" and unit.lower(subject.last - 1) not in TEXTS:
            return False
        if complement.kind == "object":
            return self._object(cue, first, end, subject)
        if complement.kind == "marks":
            if not manner and unit.is_quoted(max(0, subject.first - 1 - (unit.lower(subject.first - 1) == ","))):
                self._prior(cue, subject, subject.first, "")
            if self._is_whole(first, end):
                end = first + 1
        for joint in [*and_that(unit, first, end), end]:
            pattern = "and-that" if first > complement.first else manner or _PATTERNS[complement.kind]
            reading.attribute(pattern, first, joint, subject, cue_text(unit, cue))
            first = joint + 2
        reading.heard(subject, end)
        self._behind_colon(cue, subject, end)
        return True

    def _is_whole(self, quoted: int, end: int) -> bool:
        """Whether the quoted words behind a verb are all that was said: only a time or place may follow."""
        rest = self.unit.tokens[quoted + 1 : end]
        if not any(token.is_word for token in rest) or self.unit.lower(quoted + 1) in BREAKS:
            return True
        if self.unit.lower(quoted + 1) in CONJUNCTIONS:
            return not any(self.unit.is_quoted(index) for index in range(quoted + 1, end))
        return self.unit.lower(quoted + 1) in PREPOSITIONS and not has_finite_verb(rest)

    def _behind_colon(self, cue: Cue, subject: Phrase, colon: int) -> None:
        """A reported clause may end in a colon and quoted words of the same speaker."""
        if self.unit.lower(colon) == ":" and self.unit.is_quoted(colon + 1):
            self.reading.attribute("colon", colon + 1, colon + 2, subject, cue_text(self.unit, cue))
            self.reading.heard(subject, colon + 2)

    def _object(self, cue: Cue, first: int, end: int, subject: Phrase) -> bool:
        """Reads "called the plan “a mistake”": an object counts only for the quoted words in it."""
        unit, reading = self.unit, self.reading
        if unit.lower(end) == ":" and unit.is_quoted(end + 1):
            self._behind_colon(cue, subject, end)
            return True
        quoted = [i for i in unit.quoted if first <= i < end and self._is_speech(i)]
        if not quoted or not (cue.form.lemma in JUDGEMENTS or Takes.THAT in cue.form.takes):
            return False
        reading.attribute("complement", first, quoted[-1] + 1, subject, cue_text(unit, cue))
        reading.heard(subject, quoted[-1] + 1)
        return True

    def _is_speech(self, quoted: int) -> bool:
        """Whether the marks hold words said, and neither a title nor a name with capitals throughout."""
        words = [word for word in self.unit.quoted_text(quoted).split() if len(word) > 3]
        named = bool(words) and all(word[0].isupper() for word in words)
        return self.unit.lower(quoted - 1) not in TITLING and not (named and quoted and self._owns_or_calls(quoted))

    def _owns_or_calls(self, quoted: int) -> bool:
        before = self.unit.tokens[quoted - 1]
        return before.is_possessive or (before.is_word and before.lower not in DETERMINERS | PREPOSITIONS)

    def _as_said(self, cue: Cue, subject: Phrase) -> bool:
        """Reads "As Orlova put it, …" and "…, as Orlova put it"."""
        unit, reading = self.unit, self.reading
        opening = subject.first - 1
        inserted = unit.lower(cue.last) == "," and not has_finite_verb(unit.tokens[:opening])
        if opening > reading.told and unit.lower(opening - 1) == "," and not inserted:
            reading.attribute("as-said", reading.told, opening - 1, subject, cue_text(unit, cue))
            reading.heard(subject, cue.last)
            return True
        comma = next((i for i in range(cue.last, len(unit.tokens)) if unit.tokens[i].text in (",", ":")), None)
        if comma is None or (opening > 1 and not inserted):
            return False
        end = clause_end(unit, comma + 1, self.stops)
        reading.attribute("as-said", comma + 1, end, subject, cue_text(unit, cue))
        reading.heard(subject, end)
        self._behind_colon(cue, subject, end)
        return True
