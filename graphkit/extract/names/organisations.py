"""Organisations: a capitalised head noun with its modifiers and complements, a company's suffix, an acronym."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graphkit import vocabulary
from graphkit.extract import lexicon
from graphkit.extract.document import Document, Token
from graphkit.extract.gazetteers import (
    city_country,
    fold,
    is_english_word,
    is_given_name,
    state_adjectives,
    state_by_any_name,
)
from graphkit.extract.names.growing import Grower
from graphkit.extract.names.professions import is_post_noun
from graphkit.extract.names.spans import Name, NameTable

_INTERNAL_ORGANS = frozenset("board committee council secretariat office".split())
_INTERNAL_MODIFIERS = frozenset(
    "management supervisory executive advisory governing editorial organizing organising steering".split()
)
_ONLY_WITH_COMPLEMENT = frozenset(("house", "movement"))
_NEVER_ALONE = frozenset("board cabinet party council office".split())
_DIVISIONS_TOO = frozenset("prefecture governorate municipality hokimiyat".split())
_WHERE = frozenset("in near from across of throughout".split())
_ABBREVIATED_FORMS = frozenset("co corp inc ltd limited spa".split())
_MEDIA_FIRST = frozenset(("radio", "tele"))
_CAMEL_CASE = re.compile(
    r"(?!Mc|Mac|De[A-Z]|Di[A-Z]|La[A-Z]|Le[A-Z]|Van|O['’])[A-Z][a-z]+(?:[A-Z][A-Za-z]*[a-z]|[A-Z]{2,3})"
)
_KINDS = {
    "international": "united nations|european union|international organization",
    "media": "news agency|information agency|broadcaster|radio|television|newspaper|press agency|times|post|ledger|"
    "herald|tribune|gazette|chronicle|news",
    "academic": "university|academy|institute|college|school|faculty|universidad|universite|universita",
    "company": "bank|company|corporation|group|holding|railways?|airlines|airways|logistics|shipping|"
    "metals|materials|resources|technologies|systems|industries|energy|motors|shipyard|llc|ltd|inc|plc|jsc|gmbh|co",
    "civil society": "association|foundation|union|federation|confederation|party|network|chamber|society|alliance|"
    "council|fund|trust|league|guild",
    "government": "ministry|agency|administration|department|directorate|authority|committee|commission|parliament|"
    "embassy|service|bureau|office|majlis|senate|cabinet|government|army|navy|police|inspectorate|assembly|"
    "executive power|court|treasury",
}


def kind_of(name: str) -> str:
    """The kind of an agency, read off the nouns of its name: the last of them decides."""
    best, at = "other", -1
    for kind, nouns in _KINDS.items():
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
                or _prefixed_company(document, index, indices.stop)
                or _foreign(document, index, indices.stop)
                or _camel_case(document, index)
                or _ampersand(document, index, indices.stop)
                or _topical_ministry(document, index, indices.start)
            )
            if found is not None:
                yield found


def _headed(document: Document, grower: Grower, head: int, sentence: range) -> Name | None:
    tokens = document.tokens
    token = tokens[head]
    if not token.is_capitalised or not is_organisation_head(token) or _later_head(document, head, sentence.stop):
        return None
    first, last = grower.left(head, sentence.start), grower.right(head, sentence.stop)
    first = _without_state_adjective(document, grower.known, first, head)
    if last - first < 2 or _is_part_of_a_body(document, grower.known, range(first, last), head):
        return None
    if token.lower in ("center", "centre") and tokens[head - 1].lower in lexicon.VENUE_MODIFIERS:
        return Name(first, last, None, "name.venue")
    if not _makes_a_name(document, range(first, last), head):
        return None
    name = document.text_of(document.span(first, last))
    unit = token.lower in lexicon.UNIT_HEADS
    return Name(first, last, vocabulary.AGENCY, "agency.head-noun", kind=kind_of(name), unit=unit)


def _is_part_of_a_body(document: Document, known: NameTable, words: range, head: int) -> bool:
    """Whether the words are no body of their own: an organ or a board inside one, or the office of a known one."""
    alone = words.stop == head + 1 or document.tokens[head + 1].lower == "of"
    inner = known.at(words.start)
    return (
        (alone and _is_internal_organ(document, words.start, head))
        or _is_board_of_people(document, words.start, head)
        or (  # "the UNESCO Office" is UNESCO
            inner is not None
            and inner.label == vocabulary.AGENCY
            and inner.last == head
            and document.tokens[head].lower in lexicon.UNIT_HEADS - {"secretariat"}
        )
    )


def _makes_a_name(document: Document, words: range, head: int) -> bool:
    """Whether a head that names organisations only in some company has it here."""
    noun = document.tokens[head].lower
    before_head, before = document.tokens[head - 1].lower, document.tokens[words.start - 1].lower
    has_complement = words.stop > head + 1
    if noun == "assembly":
        return before_head in lexicon.BODY_ASSEMBLIES
    if noun == "congress":
        return words.start == head
    if noun in _ONLY_WITH_COMPLEMENT and not has_complement and head - words.start < 2:
        return False
    if noun in lexicon.MEMBERSHIP_HEADS and (has_complement or before != "the"):
        return False
    if has_complement and "-" not in noun and noun not in lexicon.ORGANISATION_HEADS | _ONLY_WITH_COMPLEMENT:
        return False
    return noun not in _DIVISIONS_TOO or words.start == 0 or before not in _WHERE


def is_organisation_head(token: Token) -> bool:
    """Whether the word is the head noun of organisations' names; "Museum-Reserve" is one by its first part."""
    heads = lexicon.CAPITALISED_ORGANISATION_HEADS | lexicon.MEMBERSHIP_HEADS
    return not {token.lower, *token.lower.split("-")}.isdisjoint(heads)


def _later_head(document: Document, head: int, stop: int) -> bool:
    """Whether a later noun of the same run is the head ("Press Council", "Congress Center")."""
    if head + 1 >= stop:
        return False
    following = document.tokens[head + 1]
    if not following.is_capitalised or not following.follows(document.tokens[head]):
        return False
    if document.tokens[head].lower == "cabinet" and following.lower in ("secretary", "minister"):
        return True
    if is_post_noun(following) and following.lower != "justice":
        return not _has_modifier(document, head)
    return following.lower in lexicon.NAME_HEADS


def _has_modifier(document: Document, head: int) -> bool:
    """ "Transport Agency Director", where the head belongs to a name, and not "Board Chairman"."""
    before = document.tokens[head - 1] if head else None
    if before is None or not before.is_capitalised or not before.is_word or before.is_possessive:
        return False
    return is_english_word(before.text) and before.lower not in _INTERNAL_MODIFIERS and not is_post_noun(before)


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


def _is_board_of_people(document: Document, first: int, head: int) -> bool:
    """ "Board of Directors"."""
    members = document.tokens[head + 2].lower if head + 2 < len(document.tokens) else ""
    people = ("directors", "trustees", "governors", "regents")
    return first == head and document.tokens[head].lower in ("board", "council", "cabinet") and members in people


def _prefixed_company(document: Document, index: int, stop: int) -> Name | None:
    """ "PT Agar Samudra", "OOO Romashka": the form of the company comes first."""
    tokens = document.tokens
    if tokens[index].lower not in lexicon.COMPANY_PREFIXES or not tokens[index].text.isupper():
        return None
    last = index + 1
    while last < stop and tokens[last].is_capitalised and tokens[last].is_word:
        last += 1
    if last == index + 1 or tokens[index + 1].lower in lexicon.TIME_WORDS:
        return None
    return Name(index, last, vocabulary.AGENCY, "agency.company-prefix", kind="company")


def _foreign(document: Document, index: int, stop: int) -> Name | None:
    """ "Universidad Técnica de Navarra": the head noun comes first."""
    tokens = document.tokens
    if not tokens[index].is_capitalised or fold(tokens[index].text) not in lexicon.FOREIGN_ORGANISATION_HEADS:
        return None
    last = index + 1
    while last < stop and (
        (tokens[last].is_capitalised and tokens[last].is_word) or tokens[last].text in lexicon.PARTICLES
    ):
        last += 1
    while last > index + 1 and not tokens[last - 1].is_capitalised:
        last -= 1
    if last == index + 1:
        return None
    kind = "academic" if fold(tokens[index].text) not in _MEDIA_FIRST else "media"
    return Name(index, last, vocabulary.AGENCY, "agency.foreign-head", kind=kind)


def _company(document: Document, grower: Grower, index: int, sentence: range) -> Name | None:
    tokens = document.tokens
    suffix = tokens[index].lower.rstrip(".")
    if suffix not in lexicon.COMPANY_SUFFIXES or not tokens[index].is_capitalised or index == sentence.start:
        return None
    if is_english_word(suffix) and not (tokens[index].text.isupper() or suffix in _ABBREVIATED_FORMS):
        return None  # "Delayed As Storm Closes …"
    first = grower.left(index, sentence.start, joints=False)
    if first - 2 >= sentence.start and tokens[first - 1].text in ("del", "de", "do", "da", "di", "du"):
        first -= 2  # "Puertos del Paraguay S.A."
    if first == index or tokens[index - 1].lower in lexicon.COMPANY_SUFFIXES:
        return None
    last = index + 1
    while last < sentence.stop and _continues_suffix(document, last):
        last += 1
    if tokens[last - 1].text == ",":
        last -= 1
    return Name(first, last, vocabulary.AGENCY, "agency.company-suffix", kind="company")


def _continues_suffix(document: Document, index: int) -> bool:
    """Whether "., Ltd." goes on after "Co"."""
    tokens = document.tokens
    token = tokens[index]
    if token.text == ".":  # of "Ltd."; behind "LLC" it is the sentence's
        return not tokens[index - 1].text.isupper()
    if token.text == ",":
        return index + 1 < len(tokens) and tokens[index + 1].lower in lexicon.COMPANY_SUFFIXES
    return token.lower in lexicon.COMPANY_SUFFIXES and token.is_capitalised


def _camel_case(document: Document, index: int) -> Name | None:
    token = document.tokens[index]
    handle = token.start > 0 and document.text[token.start - 1] in "@#"
    if _CAMEL_CASE.fullmatch(token.text) and not handle:
        last = index + 1
        while last < len(document.tokens) and _goes_on(document, last):
            last += 1
        if document.tokens[last - 1].lower in lexicon.FORUM_HEADS:
            return None  # "AgroSteppe Expo"
        return Name(index, last, vocabulary.AGENCY, "agency.camel-case", kind="company")
    return None


def _ampersand(document: Document, index: int, stop: int) -> Name | None:
    """ "Harbour & Haul": two words with capitals that "&" joins."""
    tokens = document.tokens
    if index + 2 >= stop or tokens[index + 1].text != "&":
        return None
    left, right = tokens[index], tokens[index + 2]
    plain = left.lower in lexicon.FUNCTION_WORDS or not (left.is_capitalised and right.is_capitalised)
    alone = index == 0 or not tokens[index - 1].is_capitalised or not left.follows(tokens[index - 1])
    ends = index + 3 >= stop or not tokens[index + 3].is_capitalised or not tokens[index + 3].follows(right)
    if plain or not (alone and ends) or not left.is_word or not right.is_word:
        return None
    return Name(index, index + 3, vocabulary.AGENCY, "agency.ampersand", kind="company")


def _goes_on(document: Document, index: int) -> bool:
    """ "NorthGate Systems": an English word with a capital right behind."""
    token, before = document.tokens[index], document.tokens[index - 1]
    plain = token.is_capitalised and token.is_word and is_english_word(token.text) and not is_given_name(token.text)
    return plain and token.follows(before) and not is_post_noun(token) and token.lower not in lexicon.COMPANY_SUFFIXES


def _topical_ministry(document: Document, head: int, floor: int) -> Name | None:
    """ "the agriculture ministry", in lower case: the Ministry of Agriculture."""
    tokens = document.tokens
    if tokens[head].text == "bank" and head > floor + 1 and tokens[head - 1].text == "central":
        return _central_bank(document, head, floor)
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
    return Name(first, head + 1, vocabulary.AGENCY, "agency.topical-ministry", name, "government")


def _central_bank(document: Document, head: int, floor: int) -> Name | None:
    """ "Rwanda's central bank", "the Chilean central bank"."""
    tokens = document.tokens
    owner = head - 2 - tokens[head - 2].is_possessive
    text = tokens[owner].text
    if owner < floor or not (text in state_by_any_name() or text in state_adjectives()):
        return None
    return Name(owner, head + 1, vocabulary.AGENCY, "agency.central-bank", kind="government")


def acronyms(document: Document, table: NameTable) -> Iterator[Name]:
    """Words in capital letters that stand alone among words that do not."""
    tokens = document.tokens
    for index, token in enumerate(tokens):
        plain = token.text.replace("-", "")
        bracketed = document.text[token.end : token.end + 1] == ")"
        if not (2 if bracketed else 3) <= len(plain) <= 8 or not plain.isupper() or not plain.isalpha():
            continue
        if token.text in lexicon.NOT_ACRONYMS or token.lower in lexicon.HONORIFICS | lexicon.TIME_WORDS:
            continue
        if city_country(token.text) and len(plain) > 4:
            continue
        around = document.text[max(0, token.start - 1)], document.text[token.end : token.end + 1]
        if len(plain) > 3 and is_english_word(token.text) and around[0] != "(" and around[1] != ":":
            continue  # written in capitals to be read aloud
        enclosed = (
            index and tokens[index - 1].text in "/(" and index + 1 < len(tokens) and tokens[index + 1].text == "/"
        )
        if not enclosed and not _among_capitals(document, index) and table.is_free(index, index + 1):
            yield Name(index, index + 1, vocabulary.AGENCY, "agency.acronym")


def _among_capitals(document: Document, index: int) -> bool:
    """Whether a neighbour is a word in capitals too, as in datelines and in names written in capitals."""
    tokens = document.tokens
    for neighbour in (index - 1, index + 1):
        if 0 <= neighbour < len(tokens):
            other = tokens[neighbour]
            letters = other.text.replace("-", "")
            near = abs(other.start - tokens[index].end) <= 1 or abs(tokens[index].start - other.end) <= 1
            if near and letters.isupper() and len(letters) > 1 and letters.isalpha():
                return True
    return index == 0  # the city of the dateline


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
        before_post = index + 1 < len(tokens) and is_post_noun(tokens[index + 1]) and token.lower not in _NEVER_ALONE
        if tokens[index - 1].lower == "the" or before_post:
            yield Name(index, index + 1, vocabulary.AGENCY, "agency.anaphor")
