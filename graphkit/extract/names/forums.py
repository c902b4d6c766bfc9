"""Gatherings: "Caspian Energy Forum", "12th meeting of the Joint Commission", "third global media forum"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graphkit import vocabulary
from graphkit.extract import lexicon
from graphkit.extract.document import Document
from graphkit.extract.names.growing import Grower
from graphkit.extract.names.spans import Name

_ORDINAL = re.compile(r"\d+(?:st|nd|rd|th)$")
_EMPTY_MODIFIERS = frozenset(
    "annual international regular joint next last previous current main major day".split()
)
_GATHERING_OF_BODY = frozenset("meeting session summit assembly plenary congress conference sitting".split())
_SESSION_KINDS = frozenset(
    "plenary regular extraordinary annual ordinary special informal joint general".split()
)


def is_ordinal(word: str) -> bool:
    """Whether the word counts: "third", "12th"."""
    return word in lexicon.ORDINAL_WORDS or bool(_ORDINAL.match(word))


def forums(document: Document, grower: Grower) -> Iterator[Name]:
    """All gatherings that their own words give away."""
    for sentence in document.sentences:
        indices = document.token_range(sentence)
        for index in indices:
            found = (
                _of_a_body(document, grower, index, indices)
                or _capitalised(document, grower, index, indices)
                or _numbered(document, index, indices)
            )
            if found is not None:
                yield found


def _capitalised(document: Document, grower: Grower, head: int, sentence: range) -> Name | None:
    tokens = document.tokens
    token = tokens[head]
    if re.fullmatch(r"COP-?\d{1,2}", token.text):
        return Name(head, head + 1, vocabulary.FORUM, "forum.acronym", 0.9)
    if (
        not token.is_capitalised
        or token.lower not in lexicon.FORUM_HEADS
        or _later_head(document, head, sentence.stop)
    ):
        return None
    first, last = (
        grower.left(head, sentence.start, numbers=True),
        grower.right(head, sentence.stop, stop_at_heads=False),
    )
    if last < sentence.stop and re.fullmatch(r"(?:19|20)\d\d", tokens[last].text):
        last += 1
    modifiers = head - first
    if last - first < 2 or (modifiers == 0 and not is_theme(document, head, last)):
        return None
    if token.lower in lexicon.WEAK_FORUM_HEADS and not _is_strong(document, first, head, last):
        return None
    if token.lower == "assembly" and tokens[head - 1].lower in lexicon.BODY_ASSEMBLIES:
        return None
    return Name(first, last, vocabulary.FORUM, "forum.head-noun", 0.92)


def is_theme(document: Document, head: int, last: int) -> bool:
    """Whether the complement is a theme ("Conference on …"), not an owner."""
    return last > head + 1 and document.tokens[head + 1].lower in ("on", "for", "of")


def _is_strong(document: Document, first: int, head: int, last: int) -> bool:
    return head - first >= 2 or is_theme(document, head, last)


def _later_head(document: Document, head: int, stop: int) -> bool:
    if head + 1 >= stop:
        return False
    following = document.tokens[head + 1]
    heads = lexicon.CAPITALISED_ORGANISATION_HEADS | lexicon.FORUM_HEADS
    adjacent = following.start == document.tokens[head].end + 1
    return adjacent and following.is_capitalised and following.lower in heads


def _of_a_body(document: Document, grower: Grower, head: int, sentence: range) -> Name | None:
    """ "12th meeting of the Commission": a numbered gathering of a named body."""
    tokens = document.tokens
    if tokens[head].lower not in _GATHERING_OF_BODY:
        return None
    first = head
    while first > sentence.start and tokens[first - 1].lower in _SESSION_KINDS:
        first -= 1
    if first == sentence.start or not is_ordinal(tokens[first - 1].lower):
        return None
    if head + 1 >= sentence.stop or tokens[head + 1].lower != "of":
        return None
    last = grower.right(head, sentence.stop, stop_at_heads=False)
    if last <= head + 2 or (tokens[last - 1].lower in lexicon.ORGANISATION_HEADS and last - head == 4):
        return None  # "12th meeting of the Commission": which one is for coreference
    return Name(first - 1, last, vocabulary.FORUM, "forum.of-body", 0.9)


def _numbered(document: Document, head: int, sentence: range) -> Name | None:
    """ "third global media forum": an edition, with what the gathering is about, in lower case."""
    tokens = document.tokens
    token = tokens[head]
    if token.is_capitalised or token.lower not in lexicon.FORUM_HEADS - lexicon.WEAK_FORUM_HEADS:
        return None
    first = head - 1
    while first > sentence.start and head - first <= 5 and not is_ordinal(tokens[first].lower):
        if not tokens[first].is_word or tokens[first].lower in lexicon.FUNCTION_WORDS:
            return None
        first -= 1
    modifiers = {token.lower for token in tokens[first + 1 : head]}
    if not is_ordinal(tokens[first].lower) or not modifiers - _EMPTY_MODIFIERS:
        return None
    return Name(
        first, _end_of_purpose(document, head + 1, sentence.stop), vocabulary.FORUM, "forum.numbered", 0.75
    )


def _end_of_purpose(document: Document, index: int, stop: int) -> int:
    """The end of "for OTS member states" after a gathering in lower case."""
    tokens = document.tokens
    if index >= stop or tokens[index].lower != "for":
        return index
    end = index + 1
    while (
        end < stop
        and end - index <= 5
        and tokens[end].is_word
        and tokens[end].lower not in lexicon.FUNCTION_WORDS
    ):
        end += 1
    return end if end > index + 1 else index
