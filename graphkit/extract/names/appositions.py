"""Organisations that only the words around them give away: "freight forwarder X", "X, a nonprofit", "editor of X"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from graphkit import vocabulary
from graphkit.extract import lexicon
from graphkit.extract.document import Document, Token
from graphkit.extract.gazetteers import city_country, is_english_word, is_given_name, state_adjectives
from graphkit.extract.names.growing import begins_full_name
from graphkit.extract.names.organisations import kind_of
from graphkit.extract.names.professions import is_post_noun
from graphkit.extract.names.spans import Name, NameTable, owned_by_state

_COMPANY_NOUNS_BEHIND = frozenset(
    "company concern corporation foundation charity newspaper conglomerate enterprise".split()
)
_LAST_WORDS_OF_AGENCIES = lexicon.CAPITALISED_ORGANISATION_HEADS | frozenset(
    """railway railways airlines airways motors energy logistics cargo technologies systems solutions pharma
    industries media news press radio times today online foods textiles steel mining oil gas petroleum
    metals materials minerals resources chemicals plastics robotics analytics pharmaceuticals shipping shipyard
    shipyards marine maritime terminals ports port fisheries farms mills brewery dairy breweries films studios
    telecom communications networks software consulting partners ventures capital insurance""".split()
)
_ENDS_APPOSITION = frozenset("who of which that at for in with from to on by whose".split())
_POSTS_OF_OWNERS = frozenset(
    "ceo cfo coo cto executive director manager head founder owner chairman chairwoman officer boss".split()
)
_POSTS_AT_COMPANIES = frozenset(
    """ceo cfo coo cto executive director manager editor editor-in-chief founder co-founder owner spokesman
    spokeswoman spokesperson reporter correspondent chairman chairwoman president chief boss publisher columnist
    journalist producer officer anchor""".split()
)


def agencies_of_posts(document: Document, table: NameTable) -> Iterator[Name]:
    """What a post is of, or a noun calls an organisation, up to where a person's name begins.

    "Director of the Batumi Sea Terminal Zurab …", "the Turkish company Ipekyol Tekstil", "companies, X Y and Z".
    """
    for sentence in document.sentences:
        indices = document.token_range(sentence)
        for first in indices:
            token = document.tokens[first]
            if not token.is_capitalised or token.text in lexicon.NOT_ACRONYMS or not table.is_free(first, first + 1):
                continue
            if _inside_run(document, table, first, indices.start):
                continue
            last = _run(document, table, first, indices)
            noun_before = _noun_before(document, first, indices.start)
            person = _begins_as_person(document, first, last) and not (noun_before and last - first > 2)
            if last == first or person or not _is_bodily(document, first, last):
                continue
            called = (
                (noun_before and not _ends_post(document, table, first - 1))
                or (_noun_after(document, last, indices.stop) and not is_given_name(document.tokens[first].text))
                or _noun_behind(document, first, last)
            )
            if called or (last - first >= 2 and _post_before(document, table, first)):
                last = _with_complement(document, last, indices.stop) if called else last
                name = " ".join(token.text for token in document.tokens[first:last])
                rule = "agency.called" if called else "agency.of-post"
                yield Name(first, last, vocabulary.AGENCY, rule, kind=kind_of(name))


def _begins_as_person(document: Document, first: int, last: int) -> bool:
    """Whether a given name stands first, and no word of companies last ("Kora Logistics")."""
    tokens = document.tokens
    corporate = last - first >= 2 and tokens[last - 1].lower in _LAST_WORDS_OF_AGENCIES
    return is_given_name(tokens[first].text) and not corporate


def _noun_behind(document: Document, first: int, last: int) -> bool:
    """ "the Baku Sea Gate company"."""
    tokens = document.tokens
    if last >= len(tokens) or first == 0 or tokens[first - 1].lower not in ("the", "of"):
        return False
    behind = last + (tokens[last].lower in ("state", "state-owned", "family", "shipping"))
    return behind < len(tokens) and tokens[behind].lower in _COMPANY_NOUNS_BEHIND


def _ends_post(document: Document, table: NameTable, noun: int) -> bool:
    """ "Rector of the university Dilbar …": the noun belongs to the post, and a person follows."""
    tokens = document.tokens
    if noun < 3 or tokens[noun - 1].lower not in ("the", "same") or tokens[noun - 2].lower not in ("of", "the"):
        return False
    return table.post_at(noun - 3) is not None


def _inside_run(document: Document, table: NameTable, index: int, floor: int) -> bool:
    """Whether the capitals begin further left."""
    if index == floor or not table.is_free(index - 1, index):
        return False
    before = document.tokens[index - 1]
    plain = (
        before.lower in lexicon.FUNCTION_WORDS or before.text in lexicon.NOT_ACRONYMS or before.text.endswith("-based")
    )
    return before.is_capitalised and before.is_word and not plain and document.tokens[index].follows(before)


def _with_complement(document: Document, last: int, stop: int) -> int:
    """ "the charity Bridge of Bread"."""
    tokens = document.tokens
    behind = last + 1 + (last + 1 < stop and tokens[last + 1].lower == "the")
    if behind < stop and tokens[last].lower == "of" and tokens[behind].is_capitalised:
        return behind + 1
    return last


def _is_bodily(document: Document, first: int, last: int) -> bool:
    text = " ".join(token.text for token in document.tokens[first:last])
    return not city_country(text)


def agencies_in_apposition(document: Document, table: NameTable) -> Iterator[Name]:
    """Free runs of capitals that their neighbours call an organisation."""
    for sentence in document.sentences:
        indices = document.token_range(sentence)
        index = indices.start
        while index < indices.stop:
            last = _run(document, table, index, indices)
            if last == index:
                index += 1
                continue
            if (rule := _reason(document, table, index, last, indices)) is not None:
                name = " ".join(token.text for token in document.tokens[index:last])
                kind = kind_of(name) if rule == "agency.last-word" else "company"
                yield Name(index, last, vocabulary.AGENCY, rule, kind=kind)
            index = last


def _run(document: Document, table: NameTable, first: int, sentence: range) -> int:
    tokens = document.tokens
    last = first
    while last < sentence.stop and table.is_free(last, last + 1):
        token = tokens[last]
        if last > first and token.text in lexicon.PARTICLES and _goes_on_behind(tokens, last):
            last += 1
            continue
        if not token.is_capitalised or not token.is_word or token.lower in lexicon.TIME_WORDS:
            break
        if token.lower.endswith("-based"):
            break
        if token.lower.rstrip(".") in lexicon.FUNCTION_WORDS | lexicon.HONORIFICS or (
            last > first and not token.follows(tokens[last - 1])
        ):
            break
        if last > first and _is_person_from_here(tokens, last):
            break
        last += 1
    return last


def _goes_on_behind(tokens: Sequence[Token], particle: int) -> bool:
    """ "Van der Velde Marine"."""
    return particle + 1 < len(tokens) and tokens[particle + 1].is_capitalised


def _is_person_from_here(tokens: Sequence[Token], index: int) -> bool:
    """A known given name begins a person here, or an unknown one does when no known one comes later."""
    if not begins_full_name(tokens, index):
        return False
    if is_given_name(tokens[index].text):
        return True
    later = index + 1
    while later < len(tokens) and tokens[later].is_capitalised and tokens[later].follows(tokens[later - 1]):
        if is_given_name(tokens[later].text) and later + 1 < len(tokens) and tokens[later + 1].is_capitalised:
            return False
        later += 1
    return True


def _reason(document: Document, table: NameTable, first: int, last: int, sentence: range) -> str | None:
    tokens = document.tokens
    words = tokens[first:last]
    text = " ".join(token.text for token in words)
    if (
        text in lexicon.NOT_ACRONYMS
        or city_country(text)
        or words[-1].lower in lexicon.OTHER_NAME_HEADS
        or words[0].lower in lexicon.NAMED_THINGS
        or words[0].text.endswith("-based")
    ):
        return None
    if last - first > 1 and words[-1].lower in _LAST_WORDS_OF_AGENCIES and words[-1].lower not in lexicon.FORUM_HEADS:
        return "agency.last-word"
    if first == sentence.start and last - first == 1 and is_english_word(words[0].text):
        return None
    if document.tokens[first - 1].lower.endswith("-based") and first > sentence.start:
        return "agency.apposition"
    if _before_post(document, table, last):
        return "agency.before-post"
    if owned_by_state(document, table, first) or _owns_post(document, table, last):
        return "agency.owner"
    if _noun_before(document, first, sentence.start) or _noun_after(document, last, sentence.stop):
        return "agency.apposition"
    if _post_before(document, table, first):
        return "agency.of-post"
    return None


def _before_post(document: Document, table: NameTable, last: int) -> bool:
    """ "Arktikflot Director General Viktor …": a capitalised post and a person right behind."""
    post = table.post_at(last)
    if post is None or not _person_follows(document, table, post):
        return False
    if not any(token.lower in _POSTS_AT_COMPANIES for token in document.tokens[post.first : post.last]):
        return False
    return document.tokens[last].follows(document.tokens[last - 1])


def _person_follows(document: Document, table: NameTable, post: Name) -> bool:
    """Whether the post has a capital, or a person stands right behind it: "Valenciaport president Amparo Ferrer"."""
    behind = table.at(post.last)
    return document.tokens[post.first].is_capitalised or (behind is not None and behind.label == vocabulary.PERSON)


def _owns_post(document: Document, table: NameTable, last: int) -> bool:
    """ "Maersk's head of procurement"."""
    tokens = document.tokens
    if last + 1 >= len(tokens) or not tokens[last].is_possessive:
        return False
    post = table.post_at(last + 1)
    if post is None:
        return False
    return any(token.lower in _POSTS_OF_OWNERS for token in tokens[post.first : post.last])


def _noun_before(document: Document, first: int, floor: int) -> bool:
    """ "the freight forwarder X"; "two companies, X and Y"."""
    tokens = document.tokens
    before = first - 1
    while (
        before > floor
        and tokens[before].lower not in lexicon.AGENCY_NOUNS
        and (tokens[before].text in ",\"“«'‘" or tokens[before].lower == "and" or tokens[before].is_capitalised)
    ):
        if tokens[before].text == "." or first - before > 6:
            return False
        before -= 1
    plain_gap = before == first - 1
    if plain_gap and _has_own_name(tokens, before, floor):
        return False
    noun = tokens[before].lower if before >= floor else ""
    return (
        noun in lexicon.AGENCY_NOUNS
        and (not tokens[before].is_capitalised or tokens[before].text.isupper())
        and (plain_gap or noun.endswith("s") or noun == "companies")
    )


def _has_own_name(tokens: Sequence[Token], noun: int, floor: int) -> bool:
    """ "the Zarafshon Tur travel company Komron …": the noun closes another name, and a person follows."""
    index = noun - 1
    while index > floor and noun - index < 3 and tokens[index].is_word and not tokens[index].is_capitalised:
        if tokens[index].lower in lexicon.FUNCTION_WORDS:
            return False
        index -= 1
    if index <= floor:
        return False
    name = tokens[index]
    known = is_english_word(name.text) or name.text in state_adjectives() or name.lower.endswith("-based")
    return index > floor + 1 and name.is_capitalised and not known and tokens[index - 1].is_capitalised


def _noun_after(document: Document, last: int, stop: int) -> bool:
    """ "X, the state-owned operator"."""
    tokens = document.tokens
    if last + 2 >= stop or tokens[last].text != "," or tokens[last + 1].lower not in ("a", "an", "the", "its"):
        return False
    for token in tokens[last + 2 : min(last + 7, stop)]:
        if token.text in ",.;" or token.lower in _ENDS_APPOSITION or is_post_noun(token):
            return False
        if token.lower in lexicon.AGENCY_NOUNS or (token.lower == "sponsor" and tokens[last + 1].lower == "its"):
            return _closes_apposition(tokens, token)
    return False


def _closes_apposition(tokens: Sequence[Token], noun: Token) -> bool:
    """Whether the noun ends its phrase, and no verb follows ("…, the company intends to")."""
    following = next((token for token in tokens if token.start >= noun.end), None)
    return following is None or not following.is_word or following.lower in _ENDS_APPOSITION


def _post_before(document: Document, table: NameTable, first: int) -> bool:
    """ "chief executive of X", "the executive editor of the X"."""
    tokens = document.tokens
    before = first - 1
    if before > 0 and tokens[before].lower == "the":
        before -= 1
    if before <= 0 or tokens[before].lower not in ("of", "at", "for", "with"):
        return False
    unit = table.at(before - 1)
    if unit is not None and unit.unit and tokens[before].lower == "of":
        return True  # "Head of the Legal Department of the Caspian Sea Trade Port"
    post = table.post_at(before - 1)
    return post is not None and any(token.lower in _POSTS_AT_COMPANIES for token in tokens[post.first : post.last])
