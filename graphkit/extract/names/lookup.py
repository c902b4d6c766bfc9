"""Names that a gazetteer knows: states and their adjectives, well-known organisations, regions."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from graphkit import vocabulary
from graphkit.extract import lexicon
from graphkit.extract.document import Document
from graphkit.extract.gazetteers import organisations, states
from graphkit.extract.names.spans import Name

_Phrases = dict[str, list[tuple[tuple[str, ...], Name]]]


def _phrase(text: str) -> tuple[str, ...]:
    return tuple(token.text for token in Document(text).tokens)


@cache
def _phrases() -> _Phrases:
    """Every known phrase by its first token, longest first."""
    known: dict[tuple[str, ...], Name] = {}
    for region in lexicon.REGIONS:
        known[_phrase(region)] = Name(0, 0, None, "name.region")
    for organisation in organisations():
        for text in organisation.names:
            known[_phrase(text)] = Name(
                0, 0, vocabulary.AGENCY, "agency.gazetteer", 0.95, organisation.name, organisation.kind
            )
    for state in states():
        for text in state.names:
            known[_phrase(text)] = Name(0, 0, vocabulary.COUNTRY, "country.name", 0.97, state.name)
        for text in state.adjectives:
            known[_phrase(text)] = Name(
                0, 0, vocabulary.COUNTRY, "country.adjective", 0.9, state.name, adjective=True
            )
    by_first: _Phrases = {}
    for phrase, name in known.items():
        by_first.setdefault(phrase[0], []).append((phrase, name))
    for entries in by_first.values():
        entries.sort(key=lambda entry: -len(entry[0]))
    return by_first


def known_names(document: Document) -> Iterator[Name]:
    """All names of the gazetteers, longest match first from left to right."""
    tokens = document.tokens
    index = 0
    while index < len(tokens):
        found = _match(document, index)
        if found is None:
            index += 1
            continue
        if not (found.label == vocabulary.COUNTRY and _is_currency(document, found.last)):
            yield found
        index = found.last


def _is_currency(document: Document, index: int) -> bool:
    """ "U.S. dollars" is money."""
    return index < len(document.tokens) and document.tokens[index].lower in lexicon.CURRENCIES


def states_within(document: Document, outer: Name) -> Iterator[Name]:
    """The states whose name or adjective is a part of a longer name."""
    for index in range(outer.first, outer.last):
        found = _match(document, index, within=outer)
        if found is not None and found.label == vocabulary.COUNTRY:
            yield found


def _match(document: Document, index: int, within: Name | None = None) -> Name | None:
    tokens = document.tokens
    for phrase, name in _phrases().get(tokens[index].text, ()):
        if within is not None and (len(phrase) >= len(within) or index + len(phrase) > within.last):
            continue
        last = index + len(phrase)
        if last <= len(tokens) and all(tokens[index + k].text == word for k, word in enumerate(phrase)):
            return name.moved(index, last)
    return None
