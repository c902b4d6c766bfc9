"""Where words were said: at which gathering, in which of its sessions, or not at a gathering at all."""

from __future__ import annotations

import re
from dataclasses import dataclass

from graphkit import vocabulary
from graphkit.extract.attribution import Attributed
from graphkit.extract.document import Document, Span
from graphkit.extract.elsewhere import ELSEWHERE
from graphkit.extract.gatherings import Gatherings
from graphkit.extract.subjects import LocalSubject

_ASIDE_OF_IT = re.compile(r"\bon the (?:sidelines|margins|fringes) of\b")
_WHERE = re.compile(
    r"\b(?:at|in|told|addressing|addressed|opening|during|within|"
    r"(?:speech|address|remarks|presentation|report|statement|message|spoke|speaking|keynote|greetings?|letter) to|"
    r"(?:opening|closing|sidelines|margins|fringes|framework|session|day|part|participants|panel|meeting|ceremony|"
    r"start|close|end|edition|plenary|context|guests|delegates|occasion|results|conclusion|work) of) "
    r"(?:the )?(?:[\w-]+ ){0,3}$"
)
"""What stands before the name of a gathering where somebody speaks."""

_NOT_THEN = re.compile(
    r"\b(?:before|ahead of|prior to|on the eve of|since|until|travell?ing to|leaving for|flying to|departing for)\s"
    r"(?:the\s|this\s)?(?:[\w-]+\s){0,2}$"
)
_SESSION = re.compile(
    r"\b(?:panel|session|discussion|round[- ]table|workshop|debate|hearing|segment|plenary)s?\b"
    r"(?P<link>[^.\"“«]{0,40}?)(?:[\"“«](?P<quoted>[^\"”»]{3,140})[\"”»])"
)
_TITLED = re.compile(
    r"\b(?:panel|session|discussion|workshop)\s(?:titled|entitled|called|themed|named)\s(?P<title>[A-Z][^.,;\"“]{3,100})"
)
_KIND_OF_SESSION = re.compile(
    r"\b(?:the|a|an)\s(?P<kind>(?:opening|inaugural|closing|plenary|afternoon|morning|valedictory|keynote|technical|first|second|ministerial)\s(?:panel|session|discussion|plenary|debate))\b"
)
_COMMON_SESSIONS = frozenset(("opening session", "plenary session"))


@dataclass(frozen=True, slots=True)
class Place:
    """The gathering and the session where words were said; both None when it was not at a gathering."""

    forum: LocalSubject | None
    session: str | None


class Places:
    """Says of each quotation where it was said."""

    def __init__(self, document: Document, gatherings: Gatherings) -> None:
        self.document = document
        self.gatherings = gatherings
        self._sessions: dict[str, str | None] = {}
        self._elsewhere: tuple[str, int] | None = None

    def of(self, made: Attributed) -> Place:
        """The place of one quotation; they have to be asked in the order of the text."""
        frame = self._frame(made)
        words = self._around(made, frame)
        if made.quotation.nested:
            return Place(self._named_forum(frame, made, required=True), None)
        forum = self._forum(made, frame, words)
        if forum is None:
            return Place(None, None)
        session = self._session(words)
        if session is not None:
            self._sessions[made.speaker.key] = session
        elif made.quotation.speaker is not None and self._speaker_begins_anew(made):
            self._sessions.pop(made.speaker.key, None)
        return Place(forum, self._sessions.get(made.speaker.key))

    def _frame(self, made: Attributed) -> Span:
        """The sentence of the speech verb."""
        speaker = made.quotation.speaker
        return self.document.sentence_at((speaker or made.quotation.span).start)

    def _around(self, made: Attributed, frame: Span) -> str:
        """The words of that sentence that are not themselves quoted, and of what leads into it."""
        text = self.document.text_of(frame)
        start, end = made.quotation.span.start - frame.start, made.quotation.span.end - frame.start
        if 0 <= start < len(text):
            text = text[:start] + " … " + text[min(end, len(text)) :]
        return text

    def _forum(self, made: Attributed, frame: Span, words: str) -> LocalSubject | None:
        named = self._named_forum(frame, made, required=False)
        current = named or self.gatherings.at(frame)
        if current is None or self._is_elsewhere(made, frame, words, named=named is not None):
            return None
        if self._is_not_there(current) or (named is None and self._is_only_inside(made, current)):
            return None
        if made.speaker.label == vocabulary.AGENCY and named is None:
            return None
        return current

    def _is_not_there(self, forum: LocalSubject) -> bool:
        """Whether nothing was said at the gathering that the article tells of: it is to come, called off, or over."""
        return (
            self.gatherings.is_preview(forum) or self.gatherings.is_cancelled(forum) or self.gatherings.is_over(forum)
        )

    def _is_only_inside(self, made: Attributed, forum: LocalSubject) -> bool:
        """Whether the article names the gathering nowhere but in these words: they are about it, not said at it."""
        starts = [name.span(self.document).start for name in forum.names]
        return all(start in made.quotation.span for start in starts)

    def _is_elsewhere(self, made: Attributed, frame: Span, words: str, *, named: bool) -> bool:
        """Whether the words were said on the phone, in a letter, …, or go on from words that were."""
        paragraph = self.document.paragraph_index(frame.start)
        if _ASIDE_OF_IT.search(words):
            return False
        if ELSEWHERE.search(words) or self._is_at_another_time(frame, made):
            self._elsewhere = (made.speaker.key, paragraph)
            return True
        if self._elsewhere is None or named:
            return False
        speaker, since = self._elsewhere
        goes_on = speaker == made.speaker.key and paragraph - since <= 1
        self._elsewhere = (speaker, paragraph) if goes_on else None
        return goes_on

    def _is_at_another_time(self, frame: Span, made: Attributed) -> bool:
        """Whether the sentence says that the words fell before or after a gathering: "ahead of the Forum"."""
        starts = [name.span(self.document).start for name in self.gatherings.named_in(frame)]
        text = self.document.text
        return any(
            _NOT_THEN.search(text[max(frame.start, start - 60) : start]) is not None
            for start in starts
            if start not in made.quotation.span
        )

    def _named_forum(self, frame: Span, made: Attributed, *, required: bool) -> LocalSubject | None:
        """The gathering that the sentence names outside the words themselves, as the place of speech."""
        for name in self.gatherings.named_in(frame):
            start = name.span(self.document).start
            if start in made.quotation.span and not required:
                continue
            if self.gatherings.is_past_or_future(name) and not required:
                continue
            if _WHERE.search(self.document.text[max(0, start - 60) : start]):
                return self.gatherings.subjects.of(name)
        if required and re.search(
            r"\b(?:at|told) (?:the|this|today's) (?:forum|summit|event|conference)\b",
            self.document.text_of(frame),
        ):
            return self.gatherings.at(frame)
        if required and re.search(
            r"\b(?:forum|summit|conference|event) (?:coordinator|chair\w*|moderator|host|organi[sz]er)\b",
            self.document.text_of(frame),
        ):
            return self.gatherings.at(frame)
        return None

    def _speaker_begins_anew(self, made: Attributed) -> bool:
        """Whether the speaker is introduced again by the full name, in a sentence without a session."""
        return (
            made.rule == "speaker.named"
            and len(self.document.text_of(made.quotation.speaker or Span(0, 0)).split()) > 2
        )

    def _session(self, words: str) -> str | None:
        for pattern, group in ((_SESSION, "quoted"), (_TITLED, "title"), (_KIND_OF_SESSION, "kind")):
            match = pattern.search(words)
            if match is not None:
                found = match.group(group).strip(" ,.")
                return None if found in _COMMON_SESSIONS else found
        return None
