"""Names that a gazetteer knows: states and their adjectives, well-known organisations, regions."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import TypeAlias

from graphkit import vocabulary
from graphkit.extract import lexicon
from graphkit.extract.document import Document
from graphkit.extract.gazetteers import (
    city_country,
    gatherings,
    is_english_word,
    is_family_name,
    is_given_name,
    is_region,
    organisations,
    state_by_any_name,
    states,
)
from graphkit.extract.names.spans import Name, NameTable

_PLACE_PREPOSITIONS = frozenset("in at near from to into outside between via".split())
_Phrases: TypeAlias = dict[str, list[tuple[tuple[str, ...], Name]]]


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
                0, 0, vocabulary.AGENCY, "agency.gazetteer", organisation.name, organisation.kind
            )
    for text, first_name in gatherings().items():
        known[_phrase(text)] = Name(0, 0, vocabulary.FORUM, "forum.gazetteer", first_name)
    for state in states():
        for text in state.names:
            known[_phrase(text)] = Name(0, 0, vocabulary.COUNTRY, "country.name", state.name)
        for text in state.adjectives:
            known[_phrase(text)] = Name(0, 0, vocabulary.COUNTRY, "country.adjective", state.name, adjective=True)
    known |= {_curly(phrase): name for phrase, name in known.items() if any("'" in word for word in phrase)}
    by_first: _Phrases = {}
    for phrase, name in known.items():
        by_first.setdefault(phrase[0], []).append((phrase, name))
    for entries in by_first.values():
        entries.sort(key=lambda entry: -len(entry[0]))
    return by_first


def _curly(phrase: tuple[str, ...]) -> tuple[str, ...]:
    """ "Côte d’Ivoire" beside "Côte d'Ivoire"."""
    return tuple(word.replace("'", "’") for word in phrase)


def known_names(document: Document) -> Iterator[Name]:
    """All names of the gazetteers, longest match first from left to right."""
    tokens = document.tokens
    index = 0
    while index < len(tokens):
        found = _match(document, index)
        if found is None:
            index += 1
            continue
        other = (
            _is_currency(document, found.last)
            or _is_family_name(document, found)
            or _begins_person(document, found)
            or _is_other_place(document, found)
        )
        if not (found.label == vocabulary.COUNTRY and other):
            yield found
        index = found.last


def _is_family_name(document: Document, state: Name) -> bool:
    """ "Jim Jordan": a given name right before a state that is a family name as well."""
    if state.first == 0 or len(state) > 1 or state.adjective:
        return False
    token, before = document.tokens[state.first], document.tokens[state.first - 1]
    given = before.is_capitalised and is_given_name(before.text) and not is_english_word(before.text)
    return given and token.follows(before) and is_family_name(token.text)


def _begins_person(document: Document, state: Name) -> bool:
    """ "Chad Wilson": a given name that is a state as well, and a family name right behind."""
    tokens = document.tokens
    if len(state) > 1 or state.adjective or state.last >= len(tokens) or not is_given_name(tokens[state.first].text):
        return False
    behind = tokens[state.last]
    heads = lexicon.NAME_HEADS | lexicon.POST_HEADS
    family = is_family_name(behind.text) and not is_english_word(behind.text)
    adjacent = behind.follows(tokens[state.first])
    return adjacent and behind.is_capitalised and family and behind.lower not in heads


def _is_other_place(document: Document, state: Name) -> bool:
    """ "New Mexico", "Atlanta, Georgia", "Guinea pig"."""
    tokens, first = document.tokens, state.first
    if state.adjective or len(state) > 1:
        return False
    if first and tokens[first - 1].is_capitalised and is_region(f"{tokens[first - 1].text} {tokens[first].text}"):
        return True
    if state.last < len(tokens) and tokens[first].text == "Guinea" and tokens[state.last].lower.startswith("pig"):
        return True
    in_america = first > 1 and tokens[first - 1].text == "," and city_country(tokens[first - 2].text) == "US"
    return in_america and is_region(tokens[first].text)


def _is_currency(document: Document, index: int) -> bool:
    """ "U.S. dollars" is money."""
    if index >= len(document.tokens):
        return False
    return document.tokens[index].lower in lexicon.CURRENCIES or document.tokens[index].text == "$"


def cities(document: Document, table: NameTable) -> Iterator[Name]:
    """Cities behind a preposition of place: "in Baku", "to Addis Ababa"."""
    tokens = document.tokens
    for index in range(1, len(tokens)):
        if tokens[index - 1].lower not in _PLACE_PREPOSITIONS or not tokens[index].is_capitalised:
            continue
        for last in (index + 2, index + 1):
            words = tokens[index:last]
            free = last <= len(tokens) and table.is_free(index, last) and all(word.is_capitalised for word in words)
            if free and city_country(" ".join(word.text for word in words)):
                yield Name(index, last, None, "name.city")
                break


def states_within(document: Document, outer: Name) -> Iterator[Name]:
    """The states whose name or adjective is a part of a longer name."""
    for index in range(outer.first, outer.last):
        found = _match(document, index, within=outer)
        if found is not None and found.label == vocabulary.COUNTRY:
            yield found


def _based(document: Document, index: int) -> Name | None:
    """ "Singapore-based"."""
    place, hyphen, rest = document.tokens[index].text.partition("-")
    state = state_by_any_name().get(place) if hyphen and rest in ("based", "registered", "flagged", "owned") else None
    if state is None:
        return None
    return Name(index, index + 1, vocabulary.COUNTRY, "country.based", state.name, adjective=True)


def _match(document: Document, index: int, within: Name | None = None) -> Name | None:
    tokens = document.tokens
    if "-" in tokens[index].text and (based := _based(document, index)) is not None:
        return based
    for phrase, name in _phrases().get(tokens[index].text, ()):
        if within is not None and (len(phrase) >= len(within) or index + len(phrase) > within.last):
            continue
        last = index + len(phrase)
        if last <= len(tokens) and all(tokens[index + k].text == word for k, word in enumerate(phrase)):
            return name.moved(index, last)
    return None
