"""Who attended which gathering, who is planned to, and who did not.

Each clause is asked four things: does it speak of taking part (and on which side of the verb do the
participants stand), of which forum, is it denied, and is it still to come.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from graphkit import vocabulary
from graphkit.extract.attendance.cues import CUES, NEGATION, PLANNED, UNFULFILLED, Cue
from graphkit.extract.attendance.participants import Participant, participants_of
from graphkit.extract.clauses import Clause, clauses
from graphkit.extract.document import Document, Span
from graphkit.extract.gatherings import Gatherings
from graphkit.extract.subjects import LocalSubject, Subjects

__all__ = ["Attendance", "Participation", "participants_of"]


@dataclass(frozen=True, slots=True)
class Participation:
    """Somebody's part in a gathering: subject keys, status, the words that say so, the rule."""

    participant: str
    forum: str
    status: str
    span: Span
    rule: str
    confidence: float


class Attendance:
    """Reads who took part in what."""

    def __init__(
        self,
        document: Document,
        subjects: Subjects,
        gatherings: Gatherings,
        participants: Sequence[Participant],
        speech: Sequence[Span],
    ) -> None:
        self.document = document
        self.subjects = subjects
        self.gatherings = gatherings
        self.participants = participants
        self.speech = speech

    def read(self) -> Iterator[Participation]:
        """All participations that clauses state, in the order of the text."""
        for sentence in self.document.sentences:
            parts = list(clauses(self.document, sentence))
            main: Clause | None = None
            for index, clause in enumerate(parts):
                later = " ".join(part.text(self.document) for part in parts[index + 1 :] if not part.relative)
                hosts_denied = clause.relative and main is not None and self._is_denied(main, "")
                denied = hosts_denied or self._is_denied(clause, later)
                yield from self._clause(sentence, clause, main, denied=denied)
                main = main if clause.relative else clause

    def _clause(
        self, sentence: Span, clause: Clause, before: Clause | None, *, denied: bool
    ) -> Iterator[Participation]:
        for cue in CUES:
            if denied and cue.side != "next":  # what a delegate denies does not deny that he is there
                continue
            for piece in clause.pieces:
                for match in cue.pattern.finditer(self.document.text, piece.start, piece.end):
                    forum = self.gatherings.of_clause(
                        sentence, clause, match.start(), explicit=cue.needs_forum
                    )
                    if forum is not None and not self._in_direct_speech(match.start()):
                        yield from self._participations(cue, clause, before, match, forum)

    def _is_denied(self, clause: Clause, later: str) -> bool:
        words = clause.text(self.document)
        if NEGATION.search(words):
            return True
        overtaken = NEGATION.search(later) or re.match(r"(?:was|were|attended neither)\b", later)
        return UNFULFILLED.search(words) is not None and overtaken is not None

    def _in_direct_speech(self, offset: int) -> bool:
        return any(offset in span for span in self.speech)

    def _participations(
        self, cue: Cue, clause: Clause, before: Clause | None, match: re.Match[str], forum: LocalSubject
    ) -> Iterator[Participation]:
        planned = PLANNED.search(clause.text(self.document)) or self.gatherings.is_preview(forum)
        for participant in self._side(cue, clause, before, match):
            if participant.subject.key != forum.key:
                span = participant.span
                whole = Span(min(span.start, match.start()), max(span.end, match.end()))
                status = "planned" if planned else "attended"
                yield Participation(
                    participant.subject.key, forum.key, status, whole, cue.rule, cue.confidence
                )

    def _side(
        self, cue: Cue, clause: Clause, before: Clause | None, match: re.Match[str]
    ) -> Iterator[Participant]:
        """The participants on the cue's side."""
        inside = [one for one in self.participants if one.span.start in clause]
        found = [one for one in inside if one.stands_for_itself or match.start() in one.phrase]
        left = [one for one in found if one.span.start < match.start()]
        right = [one for one in found if one.span.start >= match.end()]
        if cue.side == "nearest":
            yield from [one for one in inside if one.span.start < match.start()][-1:]
        if cue.side == "next":
            yield from self._contiguous([one for one in inside if one.span.start >= match.end()], match.end())
        if cue.side in ("before", "both"):
            if not left and clause.relative:
                left = self._antecedent(clause)
            elif not left and before is not None and not self._has_own_subject(clause, match.start()):
                left = [
                    one for one in self.participants if one.span.start in before and one.stands_for_itself
                ]
            yield from left
        if cue.side in ("after", "both"):
            yield from right

    def _antecedent(self, clause: Clause) -> list[Participant]:
        """What "who" or "which" stands for: the last name before it."""
        earlier = [one for one in self.participants if 0 < clause.start - one.span.start < 160]
        return [one for one in earlier[-1:] if one.subject.label != vocabulary.COUNTRY]

    def _has_own_subject(self, clause: Clause, cue: int) -> bool:
        """Whether the clause has a subject of its own before the cue, if only a noun."""
        words = self.document.text[clause.start : cue]
        return re.search(r"\b(?:he|she|they|it|the \w+|its \w+|his \w+|her \w+)\b", words) is not None

    def _contiguous(self, participants: Sequence[Participant], start: int) -> Iterator[Participant]:
        """A list that begins directly behind the cue: "of Chile, Morocco and Viet Nam"."""
        for participant in participants:
            between = self.document.text[start : participant.span.start]
            if not re.fullmatch(r"\W*(?:(?:and|the|as well as)\b\W*)*", between):
                return
            yield participant
            start = participant.span.end
