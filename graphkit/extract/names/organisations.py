"""Organisations: a capitalised head noun with its modifiers and complements, a company's suffix, an acronym."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graphkit import vocabulary
from graphkit.extract import lexicon
from graphkit.extract.document import Document, Span
from graphkit.extract.gazetteers import state_adjectives
from graphkit.extract.names.growing import Grower
from graphkit.extract.names.spans import Name, NameTable

_INTERNAL_ORGANS = frozenset("board committee council secretariat office".split())
_INTERNAL_MODIFIERS = frozenset(
    "management supervisory executive advisory governing editorial organizing organising steering".split()
)
_CAMEL_CASE = re.compile(
    r"(?!Mc|Mac|De[A-Z]|Di[A-Z]|La[A-Z]|Le[A-Z]|Van|O['’])[A-Z][a-z]+[A-Z][A-Za-z]*[a-z]"
)
_KINDS = (
    ("international", "united nations|european union|international organization"),
    ("media", "news agency|information agency|broadcaster|radio|television|newspaper|press agency|times|post|ledger|herald|tribune|gazette|chronicle|news"),
    ("academic", "university|academy|institute|college|school|faculty"),
    ("company", "bank|company|corporation|group|holding|railway|railways|airlines|airways|llc|ltd|inc|plc|jsc|gmbh|co"),
    ("civil society", "association|foundation|union|federation|confederation|party|network|chamber|society|alliance|council|fund|trust|league|guild"),
    ("government", "ministry|agency|administration|department|directorate|authority|committee|commission|parliament|embassy|service|bureau|office|majlis|senate|cabinet|government|army|navy|police|inspectorate|assembly|executive power|court|treasury"),
)  # fmt: skip


def kind_of(name: str) -> str:
    """The kind of an agency, read off the nouns of its name: the last of them decides."""
    best, at = "other", -1
    for kind, nouns in _KINDS:
        for match in re.finditer(rf"\b(?:{nouns})\b", name.casefold()):
            head_position = match.start() if " of " not in name else -match.start() - 1
            if at == -1 or head_position > at:
                best, at = kind, head_position
    return best


def organisations(document: Document, grower: Grower) -> Iterator[Name]:
    """All organisations that their own words give away."""
    for sentence in document.sentences:
        indices = document.token_range(sentence)
        for index in indices:
            found = (
                _headed(document, grower, index, indices)
                or _company(document, grower, index, indices)
                or _camel_case(document, index)
                or _topical_ministry(document, index, indices.start)
            )
            if found is not None:
                yield found


def _headed(document: Document, grower: Grower, head: int, sentence: range) -> Name | None:
    tokens = document.tokens
    token = tokens[head]
    if not token.is_capitalised or token.lower not in lexicon.CAPITALISED_ORGANISATION_HEADS:
        return None
    if _later_head(document, head, sentence.stop):
        return None
    first, last = grower.left(head, sentence.start), grower.right(head, sentence.stop)
    first = _without_state_adjective(document, grower.known, first, head)
    if last - first < 2 or _is_internal_organ(document, first, head):
        return None
    if token.lower == "assembly" and tokens[head - 1].lower not in lexicon.BODY_ASSEMBLIES:
        return None
    if token.lower == "congress" and first < head:
        return None
    if token.lower in ("center", "centre") and tokens[head - 1].lower in lexicon.VENUE_MODIFIERS:
        return Name(first, last, None, "name.venue")
    if token.lower not in lexicon.ORGANISATION_HEADS and last > head + 1:
        return None
    name = document.text_of(Span(tokens[first].start, tokens[last - 1].end))
    unit = token.lower in lexicon.UNIT_HEADS
    return Name(first, last, vocabulary.AGENCY, "agency.head-noun", 0.9, kind=kind_of(name), unit=unit)


def _later_head(document: Document, head: int, stop: int) -> bool:
    """Whether a later noun of the same run is the head ("Press Council", "Congress Center")."""
    if head + 1 >= stop:
        return False
    following = document.tokens[head + 1]
    heads = lexicon.CAPITALISED_ORGANISATION_HEADS | lexicon.FORUM_HEADS
    if not following.is_capitalised or following.start != document.tokens[head].end + 1:
        return False
    return following.lower in heads or following.lower in lexicon.SENIOR_POSTS | {"member"}


def _without_state_adjective(document: Document, known: NameTable, first: int, head: int) -> int:
    """The Ministry of a state is named without the state's adjective."""
    if document.tokens[head].lower in lexicon.GENERIC_STATE_BODIES:
        while first < head and (state := known.at(first)) is not None and state.label == vocabulary.COUNTRY:
            first = state.last
    return first


def _is_internal_organ(document: Document, first: int, head: int) -> bool:
    """A "Management Board" is a part of whatever it belongs to."""
    words = {token.lower for token in document.tokens[first:head]}
    plain = not words or words <= _INTERNAL_MODIFIERS
    return document.tokens[head].lower in _INTERNAL_ORGANS and plain


def _company(document: Document, grower: Grower, index: int, sentence: range) -> Name | None:
    tokens = document.tokens
    suffix = tokens[index].lower.rstrip(".")
    if suffix not in lexicon.COMPANY_SUFFIXES or not tokens[index].is_capitalised or index == sentence.start:
        return None
    first = grower.left(index, sentence.start, joints=False)
    if first == index or tokens[index - 1].lower in lexicon.COMPANY_SUFFIXES:
        return None
    last = index + 1
    while last < sentence.stop and _continues_suffix(document, last):
        last += 1
    if tokens[last - 1].text == ",":
        last -= 1
    return Name(first, last, vocabulary.AGENCY, "agency.company-suffix", 0.95, kind="company")


def _continues_suffix(document: Document, index: int) -> bool:
    """Whether "., Ltd." goes on after "Co"."""
    tokens = document.tokens
    token = tokens[index]
    if token.text == ".":
        return True
    if token.text == ",":
        return index + 1 < len(tokens) and tokens[index + 1].lower in lexicon.COMPANY_SUFFIXES
    return token.lower in lexicon.COMPANY_SUFFIXES and token.is_capitalised


def _camel_case(document: Document, index: int) -> Name | None:
    token = document.tokens[index]
    if _CAMEL_CASE.fullmatch(token.text):
        return Name(index, index + 1, vocabulary.AGENCY, "agency.camel-case", 0.75, kind="company")
    return None


def _topical_ministry(document: Document, head: int, floor: int) -> Name | None:
    """ "the agriculture ministry", in lower case: the Ministry of Agriculture."""
    tokens = document.tokens
    if tokens[head].text != "ministry" or head == floor:
        return None
    topic = tokens[head - 1]
    if topic.lower in lexicon.FUNCTION_WORDS or not topic.is_word or topic.is_capitalised:
        return None
    first = head - 1
    if first > floor and tokens[first - 1].is_capitalised and tokens[first - 1].text in state_adjectives():
        first -= 1
    rest = "Foreign Affairs" if topic.lower == "foreign" else topic.text.capitalize()
    name = f"Ministry of {rest}"
    return Name(first, head + 1, vocabulary.AGENCY, "agency.topical-ministry", 0.8, name, "government")


def acronyms(document: Document, table: NameTable) -> Iterator[Name]:
    """Words in capital letters that stand alone among words that do not."""
    tokens = document.tokens
    for index, token in enumerate(tokens):
        plain = token.text.replace("-", "")
        if not 2 <= len(plain) <= 8 or not plain.isupper() or not plain.isalpha():
            continue
        if token.text in lexicon.NOT_ACRONYMS or token.lower in lexicon.HONORIFICS | lexicon.TIME_WORDS:
            continue
        if not _among_capitals(document, index) and table.is_free(index, index + 1):
            yield Name(index, index + 1, vocabulary.AGENCY, "agency.acronym", 0.7)


def _among_capitals(document: Document, index: int) -> bool:
    """Whether a neighbour is a word in capitals too, as in datelines and in names written in capitals."""
    tokens = document.tokens
    for neighbour in (index - 1, index + 1):
        if 0 <= neighbour < len(tokens):
            other = tokens[neighbour]
            near = abs(other.start - tokens[index].end) <= 1 or abs(tokens[index].start - other.end) <= 1
            if near and other.text.isupper() and len(other.text) > 2 and other.text.isalpha():
                return True
    first_of_article = index == 0
    return first_of_article


def anaphors(document: Document, table: NameTable) -> Iterator[Name]:
    """ "The Agency", "the Alliance": a head noun with a capital that stands for an organisation named before."""
    tokens = document.tokens
    for index in range(1, len(tokens)):
        token = tokens[index]
        if (
            not token.is_capitalised
            or token.lower not in lexicon.ORGANISATION_HEADS
            or not table.is_free(index, index + 1)
        ):
            continue
        if tokens[index - 1].lower == "the":
            yield Name(index, index + 1, vocabulary.AGENCY, "agency.anaphor", 0.8)
