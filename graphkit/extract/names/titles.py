"""Titles between quotation marks: themes of sessions, works, programmes. What they hold names nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graphkit.extract import lexicon
from graphkit.extract.document import Document
from graphkit.extract.names.spans import Name

_QUOTED = re.compile(r"[\"“«]([^\"“”«»\n]{3,160})[\"”»]")
_SHORT_WORDS = lexicon.FUNCTION_WORDS | lexicon.PARTICLES


def titles(document: Document) -> Iterator[Name]:
    """Quoted phrases of two words and more, all of them capitalised save the small ones."""
    for match in _QUOTED.finditer(document.text):
        first = document.token_at(match.start(1))
        last = document.token_at(match.end(1) - 1) + 1
        words = [token for token in document.tokens[first:last] if token.is_word]
        if sum(word.is_capitalised for word in words) >= 2 and all(
            word.is_capitalised or word.lower in _SHORT_WORDS for word in words
        ):
            yield Name(first, last, None, "name.title")
