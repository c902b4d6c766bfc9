"""Names folded for searching: without accents, in lower case, in Latin letters.

The page folds what is typed with the same table, so that both find the same entities.
"""

from __future__ import annotations

import unicodedata
from typing import Final

_CYRILLIC = dict(zip("абвгдезийклмнопрстуфыэ", "abvgdeziyklmnoprstufye", strict=True)) | {
    "ё": "yo",
    "ж": "zh",
    "х": "kh",
    "ц": "ts",
    "ч": "ch",
    "ш": "sh",
    "щ": "shch",
    "ъ": "",
    "ь": "",
    "ю": "yu",
    "я": "ya",
}
LATIN: Final = {"ə": "a", "ı": "i", "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th"}
"""Lower-case Latin letters that Unicode does not take apart, with the plain letters that newspapers write for them."""

LETTERS: Final[dict[str, str]] = _CYRILLIC | LATIN
"""The letters of both scripts that are written in plain Latin ones."""


def folded(text: str) -> str:
    """The spelling that a search compares: `Əliyev`, `ALIYEV` and `Алиев`-like accents fall together.

    Args:
        text: any name.

    Returns:
        the name in lower case, decomposed (Unicode NFKD), without combining marks, in Latin letters.
    """
    lowered = "".join(LETTERS.get(letter, letter) for letter in text.lower())
    bare = unicodedata.normalize("NFKD", lowered)
    return "".join(letter for letter in bare if not unicodedata.category(letter).startswith("M"))
