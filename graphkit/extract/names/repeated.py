"""Shorter spellings of names that were found in full: without the company's suffix, or defined in brackets."""

from __future__ import annotations

from collections.abc import Iterator

from graphkit import vocabulary
from graphkit.extract import lexicon
from graphkit.extract.document import Document
from graphkit.extract.names.spans import Name, NameTable


def bracketed_aliases(document: Document, table: NameTable) -> dict[Name, Name]:
    """Names in brackets right behind an agency or a forum: "Export-Import Bank (Eximbank)" → the name in front.

    Runs of capitals in brackets that no rule has found yet are taken into the table.
    """
    tokens = document.tokens
    owners: dict[Name, Name] = {}
    for owner in list(table):
        if owner.label not in (vocabulary.AGENCY, vocabulary.FORUM) or owner.last + 2 >= len(tokens):
            continue
        if tokens[owner.last].text != "(":
            continue
        first = last = owner.last + 1
        while last < len(tokens) and last - first < 4 and (tokens[last].is_capitalised or tokens[last].text.isdigit()):
            last += 1
        if last == first or not tokens[first].is_capitalised or last >= len(tokens) or tokens[last].text != ")":
            continue
        if (inner := table.at(first)) is not None and inner.label == vocabulary.COUNTRY:
            continue
        for index in range(first, last):
            if (inner := table.at(index)) is not None:
                table.remove(inner)
        alias = Name(first, last, owner.label, "name.bracketed", owner.canonical, owner.kind)
        table.add(alias)
        owners[alias] = owner
    return owners


def repeated_names(document: Document, table: NameTable) -> Iterator[Name]:
    """Free words that repeat an agency or a forum of the article, with or without the company's suffix."""
    first_use: dict[tuple[str, ...], Name] = {}
    for name in table:
        if name.label not in (vocabulary.AGENCY, vocabulary.FORUM) or name.rule == "agency.anaphor":
            continue
        words = tuple(token.text for token in document.tokens[name.first : name.last])
        for phrase in {words, _without_suffix(words)}:
            if len(phrase[0]) > 2:
                first_use.setdefault(phrase, name)
    by_first: dict[str, list[tuple[tuple[str, ...], Name]]] = {}
    for phrase, name in sorted(first_use.items(), key=lambda entry: -len(entry[0])):
        by_first.setdefault(phrase[0], []).append((phrase, name))
    for index, token in enumerate(document.tokens):
        for phrase, name in by_first.get(token.text, ()):
            last = index + len(phrase)
            same = _same_words(document, index, phrase) and not _names_other(document, last)
            if same and _is_open(table, index, last, name):
                yield Name(index, last, name.label, "name.repeated", name.canonical, name.kind)
                break


def _without_suffix(words: tuple[str, ...]) -> tuple[str, ...]:
    end = len(words)
    while end > 1 and (words[end - 1].lower().rstrip(".") in lexicon.COMPANY_SUFFIXES or words[end - 1] in ".,"):
        end -= 1
    return words[:end]


def _same_words(document: Document, index: int, phrase: tuple[str, ...]) -> bool:
    tokens = document.tokens[index : index + len(phrase)]
    return tuple(token.text for token in tokens) == phrase


def _names_other(document: Document, last: int) -> bool:
    """ "Karavan Street" is not the company Karavan."""
    tokens = document.tokens
    behind = last < len(tokens) and tokens[last].is_capitalised and tokens[last].follows(tokens[last - 1])
    return behind and tokens[last].lower in lexicon.OTHER_NAME_HEADS


def _is_open(table: NameTable, first: int, last: int, name: Name) -> bool:
    """Whether the words are free, or held by a shorter name, or by an acronym that the article defines otherwise."""
    rivals = {rival for index in range(first, last) if (rival := table.at(index)) is not None}
    for rival in rivals:
        if name.rule == "name.bracketed" and name.label != rival.label and rival.rule == "agency.acronym":
            table.remove(rival)
        elif len(rival) >= last - first:
            return False
    return True
