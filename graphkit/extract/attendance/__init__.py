"""Who attended which gathering, who is planned to, and who did not.

Each clause is asked four things: does it speak of taking part (and on which side of the verb do the
participants stand), of which forum, is it denied, and is it still to come.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from graphkit import vocabulary
from graphkit.extract.attendance.cues import ANOTHER_TIME, ASIDE, CUES, LONG_AGO, NEGATION, PLANNED, UNFULFILLED, Cue
from graphkit.extract.attendance.lists import listed
from graphkit.extract.attendance.participants import Participant, participants_of
from graphkit.extract.attendance.participation import Participation
from graphkit.extract.clauses import Clause, clauses
from graphkit.extract.document import Document, Span
from graphkit.extract.elsewhere import ELSEWHERE
from graphkit.extract.gatherings import Gatherings
from graphkit.extract.ordered import Ordered
from graphkit.extract.subjects import LocalSubject, Subjects

__all__ = ["Attendance", "Participation", "participants_of"]

_NESTED_SPEECH = 3
"""How many direct quotations may begin before a word and still hold it."""

_REACH_OF_RELATIVE = 160
"""How many characters back "who" or "which" may refer."""


class Attendance:
    """Reads who took part in what."""

    def __init__(
        self,
        document: Document,
        subjects: Subjects,
        gatherings: Gatherings,
        participants: Sequence[Participant],
        speech: Sequence[Span],
        reported: Sequence[Span],
    ) -> None:
        self.document = document
        self.subjects = subjects
        self.gatherings = gatherings
        self.participants = Ordered(participants, lambda participant: participant.span.start)
        self.speech = Ordered(speech, lambda span: span.start)
        self.reported = Ordered(reported, lambda span: span.start)

    def read(self) -> Iterator[Participation]:
        """All participations that clauses state, in the order of the text."""
        for sentence in self.document.sentences:
            parts = list(clauses(self.document, sentence))
            main: Clause | None = None
            for index, clause in enumerate(parts):
                later = " ".join(part.text(self.document) for part in parts[index + 1 :] if not part.relative)
                hosts_denied = self._is_overtaken(clause, main)
                denied = hosts_denied or self._is_denied(clause, later)
                yield from self._clause(sentence, clause, main, denied=denied)
                main = main if clause.relative else clause
        yield from listed(self.document, self.gatherings, self.participants)

    def _clause(
        self, sentence: Span, clause: Clause, before: Clause | None, *, denied: bool
    ) -> Iterator[Participation]:
        if not any(self._inside(part) for part in (clause, before) if part is not None) and not clause.relative:
            return
        for cue in CUES:
            if denied and cue.side != "next":  # what a delegate denies does not deny that he is there
                continue
            for piece in clause.pieces:
                for match in cue.pattern.finditer(self.document.text, piece.start, piece.end):
                    forum = self._forum_of(cue, sentence, clause, match.start())
                    if forum is not None:
                        yield from self._participations(cue, clause, before, match, forum)

    def _forum_of(self, cue: Cue, sentence: Span, clause: Clause, at: int) -> LocalSubject | None:
        """The gathering that a cue at an offset speaks of taking part in; None where it speaks of something else."""
        forum = self.gatherings.of_clause(sentence, clause, at, explicit=cue.needs_forum)
        if forum is None or self.gatherings.is_cancelled(forum) or self._in_direct_speech(at):
            return None
        if cue.people_only and (forum is not self.gatherings.main or self._is_elsewhere(sentence, forum)):
            return None
        other_time = self._is_about_another_time(forum, clause, at) or self._is_long_ago(sentence, clause, forum)
        return None if other_time else forum

    def _is_elsewhere(self, sentence: Span, forum: LocalSubject) -> bool:
        """Whether the sentence tells of something said on the phone, to reporters, …, or before the gathering."""
        away = ELSEWHERE.search(self.document.text_of(sentence)) is not None
        return away or self.gatherings.is_preview(forum) or self.gatherings.is_over(forum)

    def _is_long_ago(self, sentence: Span, clause: Clause, forum: LocalSubject) -> bool:
        """ "who attended the first round in Thimphu last year": not the gathering reported on, which is not named."""
        named = any(self.subjects.of(name) is forum for name in self.gatherings.named_in(sentence))
        return not named and LONG_AGO.search(clause.text(self.document)) is not None

    def _is_about_another_time(self, forum: LocalSubject, clause: Clause, cue: int) -> bool:
        """ "arrived after the Forum had ended": the gathering only says when."""
        named = self.gatherings.named_in(Span(cue + 1, max(cue + 1, clause.end)))
        starts = [name.span(self.document).start for name in named if self.subjects.of(name) is forum]
        inside = [start for start in starts if start in clause]
        return bool(inside) and ANOTHER_TIME.search(self.document.text[cue : min(inside)]) is not None

    def _is_overtaken(self, clause: Clause, main: Clause | None) -> bool:
        """ "X, which had planned to send Y, cancelled": the relative clause tells of a plan that came to nothing."""
        if not clause.relative or main is None or not self._is_denied(main, ""):
            return False
        words = clause.text(self.document)
        return PLANNED.search(words) is not None or UNFULFILLED.search(words) is not None

    def _is_denied(self, clause: Clause, later: str) -> bool:
        words = ASIDE.sub(" ", clause.text(self.document))
        if NEGATION.search(words):
            return True
        overtaken = NEGATION.search(later) or re.match(r"(?:was|were|attended neither)\b", later)
        plan = UNFULFILLED.search(words)
        return plan is not None and (overtaken is not None or " but " in words[plan.end() :])

    def _in_direct_speech(self, offset: int) -> bool:
        return any(offset in span for span in islice(self.speech.before(offset + 1), _NESTED_SPEECH))

    def _participations(
        self, cue: Cue, clause: Clause, before: Clause | None, match: re.Match[str], forum: LocalSubject
    ) -> Iterator[Participation]:
        planned = PLANNED.search(clause.text(self.document)) is not None or self.gatherings.is_preview(forum)
        for participant in self._side(cue, clause, before, match):
            if participant.subject.key != forum.key:
                whole = participant.span.through(Span(*match.span()))
                yield Participation(participant.subject.key, forum.key, whole, cue.rule, planned)

    def _side(self, cue: Cue, clause: Clause, before: Clause | None, match: re.Match[str]) -> list[Participant]:
        """The participants on the cue's side."""
        inside = self._reported_with(clause, match.start())
        if cue.side == "nearest":
            return [one for one in inside if one.span.start < match.start()][-1:]
        if cue.side == "next":
            return list(self._contiguous([one for one in inside if one.span.start >= match.end()], match.end()))
        found = [one for one in inside if one.stands_for_itself or match.start() in one.phrase]
        left = [one for one in found if one.span.start < match.start()]
        right = [one for one in found if one.span.start >= match.end()]
        if cue.people_only:
            return [one for one in left if one.subject.label == vocabulary.PERSON][:1]
        if cue.sends:
            left = [one for one in left if one.subject.label != vocabulary.PERSON]
        if not left and cue.side != "after":
            if clause.relative:
                left = self._antecedent(clause)
            elif before is not None and not self._has_own_subject(clause, match.start()):
                left = [one for one in self._inside(before) if one.stands_for_itself]
        return {"before": left, "after": right, "both": left + right}[cue.side]

    def _reported_with(self, clause: Clause, cue: int) -> list[Participant]:
        """The participants in a clause; where a cue stands in reported words, who reports them is none by that."""
        reported = next((span for span in islice(self.reported.before(cue + 1), 3) if cue in span), None)
        return [one for one in self._inside(clause) if reported is None or one.span.start in reported]

    def _inside(self, clause: Clause) -> list[Participant]:
        return [one for piece in clause.pieces for one in self.participants.inside(piece)]

    def _antecedent(self, clause: Clause) -> list[Participant]:
        """What "who" or "which" stands for: the last name before it."""
        nearest = next(self.participants.before(clause.start), None)
        near = nearest is not None and clause.start - nearest.span.start < _REACH_OF_RELATIVE
        return [nearest] if near and nearest is not None and nearest.subject.label != vocabulary.COUNTRY else []

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
