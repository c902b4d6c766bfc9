"""Sentences as the quotation rules see them: every stretch between quotation marks is one token.

A sentence that ends inside quotation marks does not end the unit: `"It works. It will," he said.` is one. The
place and date in front of a news article's first sentence are left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from graphkit.extract.document import Document, Span, Token
from graphkit.extract.quotes.marks import Marked
from graphkit.extract.quotes.words import DASHES, FINAL, QUOTED

_LONGEST = 400  # tokens; a longer one is cut so that reading time stays linear
_DATELINE = 16  # tokens


@dataclass(frozen=True, slots=True)
class Unit:
    """A sentence with its quoted stretches folded.

    Attributes:
        tokens: the words; a quoted stretch is one token with the text `QUOTED`.
        quoted: the quoted stretches by the index of their token.
        paragraph: index of the paragraph.
        first: whether it is the first of its paragraph.
        text: the whole text of the article.
    """

    tokens: tuple[Token, ...]
    quoted: Mapping[int, Marked]
    paragraph: int
    first: bool
    text: str

    def words(self, index: int, count: int) -> tuple[str, ...]:
        """Up to `count` words from an index on, in lower case."""
        return tuple(token.lower for token in self.tokens[index : index + count])

    def lower(self, index: int) -> str:
        """The word at an index in lower case; empty outside the unit."""
        return self.tokens[index].lower if 0 <= index < len(self.tokens) else ""

    def is_quoted(self, index: int) -> bool:
        """Whether a quoted stretch stands at the index."""
        return index in self.quoted

    def quoted_text(self, index: int) -> str:
        """The words between the marks at an index."""
        words = self.quoted[index].words
        return self.text[words.start : words.end]

    def is_final(self, index: int) -> bool:
        """Whether the mark at the index ends the sentence; a full stop inside it follows an abbreviation."""
        text = self.tokens[index].text
        return text in FINAL and (text != "." or index >= len(self.tokens) - 2)

    def span(self, first: int, last: int) -> Span:
        """The stretch of text under the tokens from `first` to before `last`."""
        return Span(self.tokens[first].start, self.tokens[last - 1].end)


def units_in(document: Document, span: Span, marked: Sequence[Marked]) -> Iterator[Unit]:
    """The units inside a span that lies in one paragraph, given the stretches of one depth in it."""
    tokens = list(_folded(document, span, marked))
    stretches = {stretch.open: stretch for stretch in marked}
    paragraph = document.paragraph_index(span.start)
    first = True
    for start, end in _bounds(document, tokens):
        words = tokens[start:end]
        if paragraph < 3 and _is_heading(document.text, span.start, words):
            words = words[_dateline(document.text, words) :]
        quoted = {i: stretches[word.start] for i, word in enumerate(words) if word.text == QUOTED}
        if words:
            yield Unit(tuple(words), quoted, paragraph, first, document.text)
            first = False


def _folded(document: Document, span: Span, marked: Sequence[Marked]) -> Iterator[Token]:
    pending = iter(marked)
    stretch = next(pending, None)
    for token in document.tokens_in(span):
        while stretch is not None and token.start >= stretch.open:
            if token.start < stretch.close:
                break
            yield from _folded_stretch(document.text, stretch)
            stretch = next(pending, None)
        if stretch is None or token.start < stretch.open:
            yield token
    if stretch is not None:
        yield from _folded_stretch(document.text, stretch)


def _folded_stretch(text: str, stretch: Marked) -> Iterator[Token]:
    yield Token(QUOTED, stretch.open, stretch.close)
    if (
        "," in text[stretch.words.end : stretch.close]
    ):  # a comma before the closing mark belongs to the sentence outside
        yield Token(",", stretch.close, stretch.close)


def _bounds(document: Document, tokens: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """First and last indices of the units: sentences of the document, `_LONGEST` tokens at most."""
    start = 0
    for index in range(1, len(tokens)):
        begins = document.sentence_index(tokens[index].start) != document.sentence_index(tokens[index - 1].end - 1)
        if (begins and tokens[index].text != ",") or index - start >= _LONGEST:
            yield start, index
            start = index
    if tokens:
        yield start, len(tokens)


def _is_heading(text: str, start: int, tokens: Sequence[Token]) -> bool:
    """Whether a sentence is near enough to the paragraph's start to hold the dateline."""
    return bool(tokens) and len(text[start : tokens[0].start]) < 40


def _dateline(text: str, tokens: Sequence[Token]) -> int:
    """How many tokens the dateline has ("Geneva, 4 May —"), its dash included; 0 if there is none."""
    for index, token in enumerate(tokens[:_DATELINE]):
        if token.text in DASHES and text[token.start - 1 : token.start].isspace():
            head = tokens[:index]
            names = all(not each.is_word or each.is_capitalised for each in head)
            dated = any(each.text in "(." or each.text[0].isdigit() for each in head)
            shouted = any(each.text.isupper() and len(each.text) > 3 for each in head)
            return index + 1 if head and names and (dated or shouted) else 0
        if token.text == QUOTED:
            return 0
    return 0


def content_words(text: str) -> int:
    """The number of words in a stretch."""
    return len(re.findall(r"\w+", text))
