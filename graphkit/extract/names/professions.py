"""Which nouns name a post or a profession."""

from __future__ import annotations

from graphkit.extract import lexicon
from graphkit.extract.document import Token
from graphkit.extract.gazetteers import is_english_word

_SUFFIXES = ("ologist", "ographer", "ician", "keeper", "woman", "physicist", "chemist")

_PREFIXES = ("under-", "vice-", "deputy-", "sub-", "co-", "ex-")


def is_post_noun(token: Token) -> bool:
    """Whether the word names a post or a profession, by the list or by its ending."""
    if token.lower.removesuffix("-at-large") in lexicon.POST_HEADS:
        return True
    if (not token.is_capitalised or "-" in token.text) and token.lower.removesuffix("s") in lexicon.POST_HEADS:
        return True
    if token.lower.startswith(_PREFIXES) and token.lower.split("-", 1)[1].removesuffix("s") in lexicon.POST_HEADS:
        return True
    return len(token.text) > 6 and token.lower.endswith(_SUFFIXES) and is_english_word(token.text)
