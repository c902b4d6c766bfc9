"""Which gathering a sentence is about: the one it names, the one "the summit" refers to, the one being reported."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice

from graphkit import vocabulary
from graphkit.extract import lexicon
from graphkit.extract.clauses import Clause
from graphkit.extract.document import Document, Span
from graphkit.extract.names import Name
from graphkit.extract.ordered import Ordered
from graphkit.extract.subjects import LocalSubject, Subjects

_BACKGROUND = re.compile(
    r"\b(?:last (?:year|month|autumn|spring|summer|winter|week)|previous|earlier|recalled|next (?:year|month)|"
    r"announced|upcoming|following year|invited \w+ to|had (?:attended|opened|hosted|led)|set up by|follows up|"
    r"where (?:he|she|they|it)|returned from|recent|"
    r"had (?:stated|said|told|spoken))\b",
    re.IGNORECASE,
)
_MONTH = "January|February|March|April|May|June|July|August|September|October|November|December"
_HELD_BEFORE = re.compile(
    r",?\s(?:(?:that was |which was )?held (?:in|last)|to be held|that will (?:be held|take place)|in \d{4}|"
    rf"last (?:year|month|autumn|spring|week)|in (?:\w+ )?in (?:{_MONTH}))\b"
)
_TO_COME = re.compile(
    r"\b(?:pull(?:ing|ed)? out of|withdr(?:aw|ew|awing|awn) from|(?:is|looks|was) set to|days to go|"
    r"pencilled in|would have been|will (?:host|play host|hold|be held|"
    r"take place|open|convene|bring)|"
    r"to be (?:held|hosted|convened|organi[sz]ed)|is scheduled|"
    r"upcoming|which opens (?:in|on)|was meant to|would skip|next (?:week|month)|later this (?:week|month|year)|"
    r"will (?:not )?(?:attend|boycott|skip|join)|would (?:open|go ahead)|plans to host|"
    r"(?:will|would|is to|are to) be (?:co-)?(?:organi[sz]ed|hosted|convened|opened|attended)|would travel|"
    r"due to (?:speak|attend|open|deliver|take part)|is expected to (?:open|host)|are to meet)\b",
    re.IGNORECASE,
)
_UNDER_WAY = re.compile(
    r"\b(?:opened|has opened|started|has started|began|begun|has begun|is being held|was held|took place|"
    r"(?<!be )hosted|"
    r"is taking place|concluded|ended|convening|is under way|kicked off|is attended|(?<!be )attended by|"
    r"inaugurat\w+|gathered|said at the|told the|speaking at|brought together|closed|underway|wrapped up|continues)\b",
    re.IGNORECASE,
)
_CANCELLED = re.compile(
    r"(?:,\swhich\s[^,.;]{3,80})?,?\s(?:which\s)?(?:was|is|has been|had been|will be)\s(?:\w+\s)?(?:cancell?ed|"
    r"called off|scrapped|"
    r"postponed|put off)\b|"
    r",?\s(?:now |since |meanwhile )?(?:pencilled in|postponed|put off|delayed|pushed back|rescheduled)\b"
)
_OVER = re.compile(
    r"\b(?:comment(?:ing|ed) on|react(?:ing|ed) to) (?:the )?$|"
    r"\b(?:reactions?|responses?) (?:[\w,]+ ){0,4}?to (?:the )?(?:[\w-]+ ){0,3}?(?:of )?(?:the )?$",
    re.IGNORECASE,
)
"""Before the name of a gathering: what follows is said about it afterwards."""
_SCENE = re.compile(
    r"\b(?:opened|has opened|is being held|said at|told the|speaking at|is attended|are attending|taking part|"
    r"is taking place|is under way|addressing|address(?:ed)? the|keynote)\b",
    re.IGNORECASE,
)
_PLACE_OF_SPEECH = re.compile(r"\b(?:at|to|in) (?:the )?(?:\w+ )?$")
_BACK = re.compile(r"Back (?:in|at)\b|Meanwhile\b")
_SUBJECT_IT = re.compile(r"It (?:was|is|will be|has been|is being)\b")
_THERE = re.compile(r"\bthere\b(?! (?:is|are|was|were|has|have|had|will|would|may|might|can|could|remain)\b)")
_ANAPHORS = lexicon.FORUM_ANAPHORS - {
    "function", "programme", "occasion", "session", "ceremony", "hearing", "hearings", "week", "days",
}  # fmt: skip
_REFERENCE = re.compile(
    rf"\b(?:the|this|today['’]s)\s(?!(?:next|last|previous|first|following)\b)(?:[\w-]+\s){{0,2}}?(?P<noun>{'|'.join(sorted(_ANAPHORS))})\b(?!\s(?:center|centre))",
    re.IGNORECASE,
)


class Gatherings:
    """The gatherings of one article and the one that each sentence is about."""

    def __init__(self, document: Document, subjects: Subjects, direct_speech: Sequence[Span] = ()) -> None:
        self.document = document
        self.subjects = subjects
        self.direct_speech = direct_speech
        self.forums = subjects.labelled(vocabulary.FORUM)
        self._names = Ordered((name for forum in self.forums for name in forum.names), self._start)
        self._previews = {forum.key for forum in self.forums if self._is_to_come(forum)}
        self._cancelled = {forum.key for forum in self.forums if self._did_not_come_about(forum)}
        self._over = {forum.key for forum in self.forums if self._has_ended(forum)}
        self.main = self._main()
        self._current = self._follow()

    def at(self, sentence: Span) -> LocalSubject | None:
        """The gathering being reported in the sentence."""
        return self._current.get(sentence.start, self.main)

    def is_preview(self, forum: LocalSubject) -> bool:
        """Whether the article says that the gathering is still to come."""
        return forum.key in self._previews

    def is_cancelled(self, forum: LocalSubject) -> bool:
        """Whether the article says that the gathering did not come about."""
        return forum.key in self._cancelled

    def is_over(self, forum: LocalSubject) -> bool:
        """Whether the article collects what people say of the gathering when it has ended."""
        return forum.key in self._over

    def _did_not_come_about(self, forum: LocalSubject) -> bool:
        ends = (name.span(self.document).end for name in forum.names)
        return any(_CANCELLED.match(self.document.text, end) for end in ends)

    def _has_ended(self, forum: LocalSubject) -> bool:
        text = self.document.text
        return any(_OVER.search(text[max(0, self._start(name) - 80) : self._start(name)]) for name in forum.names)

    def _is_to_come(self, forum: LocalSubject) -> bool:
        sentences = [self.document.sentence_at(self._start(name)) for name in forum.names]
        to_come = any(_TO_COME.search(self.document.text_of(sentence)) for sentence in sentences)
        under_way = any(_UNDER_WAY.search(self.document.text_of(sentence)) for sentence in sentences)
        return to_come and not under_way

    def of_clause(self, sentence: Span, clause: Clause, cue: int, *, explicit: bool) -> LocalSubject | None:
        """The gathering that a clause's verb is about.

        Args:
            sentence: the sentence of the clause.
            clause: the clause.
            cue: offset of the verb.
            explicit: whether the sentence itself must name a gathering or say "the event".
        """
        named = self.named_in(sentence)
        inside = [name for name in named if self._start(name) in clause]
        if inside:
            after = [name for name in inside if self._start(name) > cue]
            return self.subjects.of((after or inside[::-1])[0])
        referred = self._referred(Span(clause.start, clause.end))
        if referred is not None:
            return referred
        if named:
            return self.subjects.of(min(named, key=lambda name: abs(self._start(name) - cue)))
        if explicit and not _SUBJECT_IT.match(self.document.text, sentence.start):
            return self._referred(sentence)
        return self._referred(sentence) or self.at(sentence)

    def referred_or_reported(self, sentence: Span) -> LocalSubject | None:
        """The gathering that a sentence names or refers to, else the one that it reports on."""
        named = self.named_in(sentence)
        if named:
            return self.subjects.of(named[-1])
        return self._referred(sentence) or self.at(sentence)

    def named_in(self, span: Span) -> list[Name]:
        """The names of gatherings inside a span, in order."""
        return self._names.inside(span)

    def _start(self, name: Name) -> int:
        return name.span(self.document).start

    def _main(self) -> LocalSubject | None:
        """The first gathering that is not mere background."""
        for forum in self.forums:
            if not self.is_past_or_future(min(forum.names, key=lambda name: name.first)):
                return forum
        lead = self.document.sentences[0].end if self.document.sentences else 0
        early = [forum for forum in self.forums if self._start(min(forum.names, key=lambda name: name.first)) < lead]
        return early[0] if early else next((forum for forum in self.forums if self._is_scene(forum)), None)

    def _follow(self) -> dict[int, LocalSubject | None]:
        """The gathering of each sentence: another one than the main one holds for its paragraph."""
        current = self.main
        paragraph = -1
        by_sentence: dict[int, LocalSubject | None] = {}
        for sentence in self.document.sentences:
            if self.document.paragraph_index(sentence.start) != paragraph:
                paragraph = self.document.paragraph_index(sentence.start)
                current = self.main
            named = self.named_in(sentence)
            reported = [forum for name in named if (forum := self._reported(name)) is not None]
            referred = self._referred(sentence)
            if reported:
                current = reported[-1]
            elif referred is not None:
                current = referred
            elif _BACK.match(self.document.text_of(sentence)):
                current = self.main
            by_sentence[sentence.start] = current
        return by_sentence

    def is_past_or_future(self, name: Name) -> bool:
        """Whether the words around the name say that it is another gathering than the one reported."""
        span, text = name.span(self.document), self.document.text
        before, after = text[max(0, span.start - 40) : span.start], text[span.end : span.end + 40]
        return _BACKGROUND.search(before.rsplit(".", 1)[-1]) is not None or _HELD_BEFORE.match(after) is not None

    def _reported(self, name: Name) -> LocalSubject | None:
        """The gathering of a name, unless the name only mentions it."""
        forum = self.subjects.of(name)
        if forum is None or forum is self.main:
            return forum
        quoted = any(self._start(name) in span for span in self.direct_speech)
        return None if quoted or self.is_past_or_future(name) or not self._is_scene(forum) else forum

    def _is_scene(self, forum: LocalSubject) -> bool:
        """Whether the article reports on it: it names it as a place of speech or of coming together."""
        for name in forum.names:
            sentence = self.document.sentence_at(self._start(name))
            before = self.document.text[max(0, self._start(name) - 20) : self._start(name)]
            if _SCENE.search(self.document.text_of(sentence)) or _PLACE_OF_SPEECH.search(before):
                return True
        return False

    def _there(self, span: Span) -> LocalSubject | None:
        """The gathering that "there" refers to: the last one of the sentence before."""
        if _THERE.search(self.document.text, span.start, span.end) is None:
            return None
        index = self.document.sentence_index(span.start)
        before = self.named_in(self.document.sentences[index - 1]) if index else []
        return self.subjects.of(before[-1]) if before else None

    def _referred(self, span: Span) -> LocalSubject | None:
        """The gathering that "the forum", "the two-day event" or "this conference" refers to."""
        match = _REFERENCE.search(self.document.text, span.start, span.end)
        if match is None:
            return self._there(span)
        noun = match.group("noun").lower()
        like = [forum for forum in self.forums if any(noun in spelling.lower().split() for spelling in forum.spellings)]
        for name in islice(self._names.before(span.start), 50):
            if (forum := self.subjects.of(name)) in like:
                return forum
        return like[0] if like else self.main
