"""Words that a person or a model quotes, found in an article."""

from __future__ import annotations

import re
import unicodedata

_OPENING_AND_CLOSING = "\"“”„‟«»‹›‘’‚'"


def find_words(words: str, text: str) -> list[tuple[int, int]]:
    """Where the words stand in a text, as offsets of their starts and ends; any white space matches any other."""
    parts = unicodedata.normalize("NFC", words).split()
    return [found.span() for found in re.finditer(r"\s+".join(map(re.escape, parts)), text)]


def is_in_quotation_marks(text: str, start: int, end: int) -> bool:
    """Whether marks stand directly around a stretch of the text, or are its first and last letters."""
    around, within = text[start - 1 : start] + text[end : end + 1], text[start] + text[end - 1]
    return any(len(pair) == 2 and all(mark in _OPENING_AND_CLOSING for mark in pair) for pair in (around, within))
