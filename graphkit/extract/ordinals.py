"""Words that count: "third", "12th"."""

from __future__ import annotations

import re

from graphkit.extract import lexicon

_WITH_DIGITS = re.compile(r"\d+(?:st|nd|rd|th)$")


def is_ordinal(word: str) -> bool:
    """Whether the word, in lower case, counts."""
    return word in lexicon.ORDINAL_WORDS or _WITH_DIGITS.match(word) is not None


def ordinal_number(word: str) -> str:
    """ "third" and "3rd" → "3"."""
    return str(lexicon.ORDINAL_WORDS.get(word) or re.sub(r"\D", "", word))
