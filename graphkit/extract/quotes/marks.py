"""Quotation marks in pairs: nested, spread over paragraphs, never closed.

A mark opens or closes by its form (“ ” « ») or, where the form says nothing (" '), by its neighbours. An
apostrophe opens nothing: a single mark opens only in front of a word, after white space or another opening
mark, and only if its paragraph has a mark that can close it.

A quotation over several paragraphs comes in two fashions. Either every paragraph opens with a mark again and
only the last one closes, or there is one opening and one closing mark paragraphs apart. Both give one stretch
a paragraph, and the stretches share a `run`.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from graphkit.extract.document import Document, Span

_MARK = re.compile(r"``|''|[\"“”„‟«»‘’'‹›]")
_FORMS = {"«": "«", "»": "«", "'": "'", "‘": "'", "’": "'", "‹": "'", "›": "'"}
_OPENERS = "“„«‘‹`"
_CLOSERS = "”»›"
_BEFORE_OPENING = "([{—–-“\"„«‘'‹/"
_AFTER_CLOSING = ".,;:!?…)]}—–-”\"»’'›“"
_MOST_PARAGRAPHS_AHEAD = 6
_DEEPEST = 4
_MOST_CANDIDATES = 12


@dataclass(frozen=True, slots=True)
class Marked:
    """A stretch between quotation marks, inside one paragraph.

    Attributes:
        open: offset of the opening mark, or of the paragraph's start where the mark stands in an earlier one.
        words: the words, without a final comma.
        close: offset behind the closing mark.
        depth: 0 outside all other marks, 1 inside one pair, and so on.
        run: the same number for the paragraphs of one quotation.
    """

    open: int
    words: Span
    close: int
    depth: int
    run: int


@dataclass(frozen=True, slots=True)
class _Mark:
    offset: int
    length: int
    form: str  # '"', "«" or "'": a pair has one form
    role: str  # "open", "close", "either" or "none"
    plural: bool = False  # may be the apostrophe of a plural: "the winners' list"


@dataclass(slots=True)
class _Open:
    offset: int
    start: int
    form: str
    carried: bool


def find_marked(document: Document) -> list[Marked]:
    """All stretches between quotation marks, in the order of their opening marks."""
    text = document.text
    marks = [_marks(text, paragraph) for paragraph in document.paragraphs]
    found: list[Marked] = []
    run = 0
    carried: str | None = None
    for index, paragraph in enumerate(document.paragraphs):
        stack = [_Open(paragraph.start, paragraph.start, carried, True)] if carried else []
        if carried and _starts_with_mark(text, paragraph, marks[index]):
            stack = [_Open(paragraph.start, paragraph.start + marks[index][0].length, carried, True)]
            marks[index] = marks[index][1:]
        for opened, closing, depth in _pair(marks[index], stack):
            run += not opened.carried
            close = closing.offset + closing.length
            found.append(_marked(text, opened, closing.offset, close, depth, run))
        carried = None
        if stack:
            opened = stack[0]
            run += not opened.carried
            found.append(_marked(text, opened, paragraph.end, paragraph.end, 0, run))
            carried = opened.form if _goes_on(document, marks, index, opened.form) else None
    return sorted((stretch for stretch in found if stretch.words.start < stretch.words.end), key=lambda each: each.open)


def _marked(text: str, opened: _Open, end: int, close: int, depth: int, run: int) -> Marked:
    start = opened.start
    while start < end and text[start].isspace():
        start += 1
    stop = end
    while stop > start and (text[stop - 1].isspace() or text[stop - 1] == ","):
        stop -= 1
    return Marked(opened.offset, Span(start, stop), close, depth, run)


def _marks(text: str, paragraph: Span) -> list[_Mark]:
    marks = []
    for match in _MARK.finditer(text, paragraph.start, paragraph.end):
        before = text[match.start() - 1] if match.start() > paragraph.start else " "
        after = text[match.end()] if match.end() < paragraph.end else " "
        role = _role(match.group(), before, after)
        if role != "none":
            form = _FORMS.get(match.group(), '"')
            plural = form == "'" and before in "sS" and after == " " and _next_is_letter(text, match.end() + 1)
            marks.append(_Mark(match.start(), len(match.group()), form, role, plural))
    return marks


def _next_is_letter(text: str, offset: int) -> bool:
    return offset < len(text) and text[offset].isalpha()


def _role(mark: str, before: str, after: str) -> str:
    opens = (before.isspace() or before in _BEFORE_OPENING) and not after.isspace()
    closes = not before.isspace() and (after.isspace() or after in _AFTER_CLOSING)
    if len(mark) == 1 and mark in "'‘’" and not (opens and (after.isalpha() or after in '“"')) and not closes:
        return "none"
    if mark[0] in _OPENERS and not (mark == "“" and closes and not opens):
        return "open"
    if mark in _CLOSERS and not (opens and not closes):
        return "close"
    if opens and closes:
        return "either"
    if mark == '"' and before.isdigit() and not closes:  # an inch mark
        return "none"
    return "open" if opens else "close" if closes else "either"


def _pair(marks: Sequence[_Mark], stack: list[_Open]) -> Iterator[tuple[_Open, _Mark, int]]:
    """Pairs the marks of a paragraph: opening, closing, depth. What stays open is left on the stack."""
    closers = {form: [mark for mark in marks if mark.form == form and mark.role != "open"] for form in "'\"«"}
    apostrophe: _Mark | None = None  # the one that closes the open single mark
    for mark in marks:
        if mark.form == "'":
            if mark is apostrophe:
                yield from _close(stack, mark)
                apostrophe = None
            elif apostrophe is None and mark.role != "close" and len(stack) < _DEEPEST:
                apostrophe = _closing_apostrophe(mark, closers["'"])
                if apostrophe is not None:
                    stack.append(_Open(mark.offset, mark.offset + mark.length, "'", False))
            continue
        already = sum(opened.form == mark.form for opened in stack)
        if mark.role == "close" or (mark.role == "either" and already):
            yield from _close(stack, mark)
            if not _is_open(stack, "'"):
                apostrophe = None
        elif len(stack) < _DEEPEST and (not already or _closers_left(closers[mark.form], mark) > already):
            stack.append(_Open(mark.offset, mark.offset + mark.length, mark.form, False))
    stack[:] = [opened for opened in stack if opened.form != "'"]


def _is_open(stack: Sequence[_Open], form: str) -> bool:
    return any(opened.form == form for opened in stack)


def _closers_left(closers: Sequence[_Mark], mark: _Mark) -> int:
    return len(closers) - bisect_left(closers, mark.offset, key=lambda each: each.offset)


def _close(stack: list[_Open], mark: _Mark) -> Iterator[tuple[_Open, _Mark, int]]:
    if not _is_open(stack, mark.form):
        return
    while stack[-1].form != mark.form:
        stack.pop()
    opened = stack.pop()
    yield opened, mark, len(stack)


def _closing_apostrophe(opening: _Mark, closers: Sequence[_Mark]) -> _Mark | None:
    """The single mark that closes; the apostrophe of a plural only where nothing better follows."""
    first = bisect_left(closers, opening.offset + 1, key=lambda each: each.offset)
    candidates = closers[first : first + _MOST_CANDIDATES]
    certain = (mark for mark in candidates if not mark.plural)
    return next(certain, candidates[0] if candidates else None)


def _starts_with_mark(text: str, paragraph: Span, marks: Sequence[_Mark]) -> bool:
    return bool(marks) and marks[0].offset == paragraph.start and marks[0].form != "'"


def _goes_on(document: Document, marks: Sequence[Sequence[_Mark]], index: int, form: str) -> bool:
    """Whether an open quotation goes on in the next paragraph."""
    for ahead in range(index + 1, min(index + 1 + _MOST_PARAGRAPHS_AHEAD, len(marks))):
        same_form = next((mark for mark in marks[ahead] if mark.form == form), None)
        if same_form is None:
            continue
        reopened = ahead == index + 1 and same_form.offset == document.paragraphs[ahead].start
        return reopened or same_form.role == "close"
    return False


def outermost(marked: Sequence[Marked], depth: int, span: Span) -> Iterator[Marked]:
    """The stretches of one depth inside a span."""
    first = bisect_left(marked, span.start, key=lambda each: each.open)
    for stretch in marked[first:]:
        if stretch.open >= span.end:
            return
        if stretch.depth == depth:
            yield stretch
