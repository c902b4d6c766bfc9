"""Interviews: paragraphs that begin with a speaker's label ("Q:", "A:", "Nilsen:", "ANNA ORLOVA:").

A label counts only where the article has several labelled paragraphs and one label comes back: a single
"Background:" is a heading. What stands between two labelled paragraphs is said by the former label's speaker.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from graphkit.extract.document import Document, Span
from graphkit.extract.quotes.phrases import NamedSpans
from graphkit.extract.quotes.quotation import Quotation

_PLAIN_LABEL = re.compile(r"[\"“«]?(?P<name>[^\W\d_][^:\n\"“”«»;!?*]{0,60}):\s+(?=\S)")
_BOLD_LABEL = re.compile(r"(?:\*\*|__)(?P<name>[^*_:\n]{1,60}):?(?:\*\*|__):?\s+(?=\S)")
_QUESTION = frozenset({"q", "question", "interviewer", "host", "moderator", "journalist", "reporter"})
_ANSWER = frozenset({"a", "answer"})
_MOST_WORDS = 6
_MARKS = '"“”«» '


@dataclass(frozen=True, slots=True)
class _Turn:
    paragraph: int
    label: Span
    start: int


def find_interview(document: Document, names: NamedSpans) -> tuple[list[Quotation], set[int]]:
    """The answers of an interview, and the indices of the paragraphs that belong to it."""
    turns = [turn for index in range(len(document.paragraphs)) if (turn := _turn(document, names, index))]
    counts = Counter(_key(document, turn) for turn in turns)
    if len(turns) < 2 or (len(counts) == 1 and len(turns) < 3) or max(counts.values()) < 2:
        return [], set()
    found: list[Quotation] = []
    covered: set[int] = set()
    interviewee = _interviewee(document, names, turns[0])
    for turn, following in zip(turns, [*turns[1:], None], strict=True):
        key = _key(document, turn)
        last = turn.paragraph + 1 if following is None else following.paragraph
        covered.update(range(turn.paragraph, last))
        if key in _QUESTION:
            continue
        speaker = interviewee if key in _ANSWER else _speaker(names, turn.label)
        rule = "interview.answer" if key in _ANSWER else "interview.label"
        for paragraph in range(turn.paragraph, last):
            span = document.paragraphs[paragraph]
            start = turn.start if paragraph == turn.paragraph else span.start
            words = _without_marks(document.text, Span(start, span.end))
            continues = paragraph > turn.paragraph
            if words is not None:
                found.append(Quotation(rule, words, "direct", speaker=speaker, continues=continues))
    return found, covered


def _without_marks(text: str, span: Span) -> Span | None:
    """The words without the marks around them; None for a note in brackets ("(Laughter.)")."""
    start, end = span.start, span.end
    while start < end and text[start] in _MARKS:
        start += 1
    while end > start and text[end - 1] in _MARKS:
        end -= 1
    note = text[start:end].startswith(("(", "[")) and text[start:end].rstrip(".").endswith((")", "]"))
    return None if start == end or note else Span(start, end)


def _turn(document: Document, names: NamedSpans, index: int) -> _Turn | None:
    paragraph = document.paragraphs[index]
    for pattern in (_BOLD_LABEL, _PLAIN_LABEL):
        match = pattern.match(document.text, paragraph.start, paragraph.end)
        if match is None:
            continue
        label = Span(match.start("name"), match.end("name"))
        if pattern is _BOLD_LABEL or _is_label(document, names, label):
            return _Turn(index, label, match.end())
    return None


def _is_label(document: Document, names: NamedSpans, label: Span) -> bool:
    """A name or a role in capitals: every word is capitalised, or the whole is a person's name."""
    words = document.text_of(label).split()
    if len(words) > _MOST_WORDS:
        return False
    if document.text_of(label).lower() in _QUESTION | _ANSWER:
        return True
    if any(name.span == label for name in names.people(label)):
        return True
    return len(words) <= 4 and document.text_of(label).isupper() and len(document.text_of(label)) > 2


def _key(document: Document, turn: _Turn) -> str:
    return document.text_of(turn.label).strip(" .*_").lower()


def _speaker(names: NamedSpans, label: Span) -> Span:
    named = next(iter(names.people(label)), None)
    return named.span if named else label


def _interviewee(document: Document, names: NamedSpans, first: _Turn) -> Span | None:
    """The person named first in the article's introduction, if it has one."""
    named = names.people(Span(0, document.paragraphs[first.paragraph].start))
    return named[0].span if named else None
