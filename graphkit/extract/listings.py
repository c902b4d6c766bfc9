"""Lists that stand on lines of their own: "The following attended:", then a participant or a delegation a line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from graphkit.extract.document import Document, Span

_INTRODUCES = re.compile(
    r"\b(?:attended|attending|participants?|participated|speakers?|panell?ists?|heads? of (?:the )?delegations?|"
    r"delegations?|present|took part|taking part|representatives?|guests|represented|exhibitors|moderators?)\b",
    re.IGNORECASE,
)
_DENIES = re.compile(r"\b(?:not|no|never|absent|apologies|declined|unable|regrets)\b", re.IGNORECASE)
_MARKER = re.compile(r"(?:[•*·▪–—-]|\(?[a-z\d]{1,2}[.)])\s")
_LEAD = re.compile(r"\s?(?:\([^)]*\)\s?)?(?::|[–—-])\s")
"""Behind the country or body that a line is about: "Angola: …", "Brazil – …"."""


@dataclass(frozen=True, slots=True)
class Listing:
    """A paragraph that ends in a colon and the lines behind it."""

    introduction: Span
    lines: tuple[Span, ...]


def listings(document: Document) -> Iterator[Listing]:
    """The lists of participants of an article."""
    for index, paragraph in enumerate(document.paragraphs):
        words = document.text_of(paragraph)
        if words.endswith(":") and _INTRODUCES.search(words) and not _DENIES.search(words):
            lines = tuple(_lines(document, index + 1))
            if lines:
                yield Listing(paragraph, lines)


def _lines(document: Document, index: int) -> Iterator[Span]:
    for line in document.paragraphs[index:]:
        words = document.text_of(line)
        marked = _MARKER.match(words) is not None
        if not (marked or words.endswith((";", ",", "; and")) or _begins_with_lead(words)):
            return
        yield line
        if not marked and words.endswith("."):
            return


def _begins_with_lead(words: str) -> bool:
    """Whether the line begins with a few capitalised words and a colon or dash."""
    return (
        re.match(r"(?:[^\W\d_a-z][\w'’.-]*\s?|of\s|and\s|the\s){1,6}(?:\([^)]*\)\s?)?(?::|\s[–—-])\s", words)
        is not None
    )


def follows_lead(document: Document, end: int) -> bool:
    """Whether what stands behind an offset marks the name before it as what a line is about."""
    return _LEAD.match(document.text, end) is not None
