"""Speech set off by dashes, as in "– We begin today, – said Orlova. – The rest follows".

A paragraph that begins with a dash is speech only if a second dash behind a comma, a full stop or a question
mark leads to a verb of speech; any other such paragraph is an item of a list.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice

from graphkit.extract.document import Document, Span
from graphkit.extract.quotes.cues import FORMS
from graphkit.extract.quotes.marks import Marked

_OPENING = re.compile(r"[–—-]\s+(?=\S)")
_INNER = re.compile(r"(?<=[,.!?…])\s+[–—-]\s+")
_WORD = re.compile(r"[^\W\d_]+")
_VERB_WITHIN = 12  # words behind the dash


def find_dashed(document: Document) -> list[Marked]:
    """The stretches of speech between dashes; runs are numbered below zero."""
    found: list[Marked] = []
    for index, paragraph in enumerate(document.paragraphs):
        found.extend(_stretches(document.text, paragraph, -1 - index))
    return found


def _stretches(text: str, paragraph: Span, run: int) -> Iterator[Marked]:
    opening = _OPENING.match(text, paragraph.start, paragraph.end)
    if opening is None:
        return
    start, open_at, speaking = opening.end(), paragraph.start, True
    attributed = False
    for dash in _INNER.finditer(text, opening.end(), paragraph.end):
        if speaking and not _attributes(text, Span(dash.end(), paragraph.end)):
            continue
        if speaking:
            attributed = True
            yield _stretch(text, open_at, start, dash.start(), dash.end(), run)
        start, open_at, speaking = dash.end(), dash.end(), not speaking
    if speaking and attributed and start < paragraph.end:
        yield _stretch(text, open_at, start, paragraph.end, paragraph.end, run)


def _stretch(text: str, open_at: int, start: int, end: int, close: int, run: int) -> Marked:
    while end > start and text[end - 1] in ", ":
        end -= 1
    return Marked(open_at, Span(start, end), close, depth=0, run=run)


def _attributes(text: str, span: Span) -> bool:
    """Whether a verb of speech follows soon, before the sentence ends."""
    words = islice(_WORD.finditer(text, span.start, span.end), _VERB_WITHIN)
    return any((word.group().lower(),) in FORMS for word in words)


def overlaid(marked: Sequence[Marked], dashed: Sequence[Marked]) -> list[Marked]:
    """Both kinds of stretches in order; quotation marks inside dashes lie one level deeper."""
    inner: list[Marked] = []
    outer = iter(dashed)
    around = next(outer, None)
    for stretch in marked:
        while around is not None and around.close <= stretch.open:
            around = next(outer, None)
        inside = around is not None and around.open <= stretch.open and stretch.close <= around.close
        crossing = around is not None and not inside and stretch.close > around.open and stretch.depth == 0
        if not crossing:
            inner.append(replace(stretch, depth=stretch.depth + 1) if inside else stretch)
    return sorted([*inner, *dashed], key=lambda stretch: stretch.open)
