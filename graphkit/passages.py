"""Words found again: those that a person or a model quotes in an article, those of the evidence in its sentence."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from typing import Any

_OPENING_AND_CLOSING = "\"“”„‟«»‹›‘’‚'"


def find_words(words: str, text: str) -> list[tuple[int, int]]:
    """Where the words stand in a text, as offsets of their starts and ends; any white space matches any other."""
    parts = unicodedata.normalize("NFC", words).split()
    return [found.span() for found in re.finditer(r"\s+".join(map(re.escape, parts)), text)]


def is_in_quotation_marks(text: str, start: int, end: int) -> bool:
    """Whether marks stand directly around a stretch of the text, or are its first and last letters."""
    around, within = text[start - 1 : start] + text[end : end + 1], text[start] + text[end - 1]
    return any(len(pair) == 2 and all(mark in _OPENING_AND_CLOSING for mark in pair) for pair in (around, within))


def evidence_in_sentence(edge: Mapping[str, Any], text: str) -> tuple[int, int]:
    """Where the evidence of an edge stands in its sentence.

    Args:
        edge: its properties: its evidence, and the quoted words or the spelling found where it has them.
        text: the article's text; empty where it is not stored, and the words are looked for in the sentence.

    Returns:
        start and end in code points of the sentence; (0, 0) where the sentence does not hold the evidence.
    """
    sentence, start, end = edge["sentence"], edge["start"], edge["end"]
    place = text.rfind(sentence, 0, start + len(sentence)) if sentence else -1
    if place >= 0 and place < end and start < place + len(sentence):
        return max(start - place, 0), min(end - place, len(sentence))
    words = edge.get("text") or edge.get("surface") or ""
    found = sentence.find(words)
    return (found, found + len(words)) if words and found >= 0 else (0, 0)
