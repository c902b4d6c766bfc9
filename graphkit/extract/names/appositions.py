"""Organisations that only the words around them give away: "freight forwarder X", "X, a nonprofit", "editor of X"."""

from __future__ import annotations

from collections.abc import Iterator

from graphkit import vocabulary
from graphkit.extract import lexicon
from graphkit.extract.document import Document
from graphkit.extract.gazetteers import city_country, is_english_word
from graphkit.extract.names.organisations import kind_of
from graphkit.extract.names.spans import Name, NameTable

_LAST_WORDS_OF_AGENCIES = lexicon.CAPITALISED_ORGANISATION_HEADS | frozenset(
    """railway railways airlines airways motors energy logistics cargo technologies systems solutions pharma
    industries media news press radio times today online foods textiles steel mining oil gas petroleum
    telecom communications networks software consulting partners ventures capital insurance""".split()
)
_POSTS_AT_COMPANIES = frozenset(
    """ceo cfo coo cto executive director manager editor editor-in-chief founder co-founder owner spokesman
    spokeswoman spokesperson reporter correspondent chairman chairwoman president chief publisher columnist
    journalist producer officer anchor""".split()
)


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
                yield Name(index, last, vocabulary.AGENCY, rule, 0.75, kind=kind)
            index = last


def _run(document: Document, table: NameTable, first: int, sentence: range) -> int:
    tokens = document.tokens
    last = first
    while last < sentence.stop and table.is_free(last, last + 1):
        token = tokens[last]
        if not token.is_capitalised or not token.is_word or token.lower in lexicon.TIME_WORDS:
            break
        if token.lower in lexicon.FUNCTION_WORDS | lexicon.HONORIFICS or (
            last > first and token.start != tokens[last - 1].end + 1
        ):
            break
        last += 1
    return last


def _reason(document: Document, table: NameTable, first: int, last: int, sentence: range) -> str | None:
    tokens = document.tokens
    words = tokens[first:last]
    text = " ".join(token.text for token in words)
    if city_country(text) or words[-1].lower in lexicon.OTHER_NAME_HEADS:
        return None
    if (
        last - first > 1
        and words[-1].lower in _LAST_WORDS_OF_AGENCIES
        and words[-1].lower not in lexicon.FORUM_HEADS
    ):
        return "agency.last-word"
    if first == sentence.start and last - first == 1 and is_english_word(words[0].text):
        return None
    if _noun_before(document, first, sentence.start) or _noun_after(document, last, sentence.stop):
        return "agency.apposition"
    if _post_before(document, table, first):
        return "agency.of-post"
    return None


def _noun_before(document: Document, first: int, floor: int) -> bool:
    """ "the freight forwarder X"; "two companies, X and Y"."""
    tokens = document.tokens
    before = first - 1
    while before > floor and (
        tokens[before].text in ",\"“«'‘" or tokens[before].lower == "and" or tokens[before].is_capitalised
    ):
        if tokens[before].text == "." or first - before > 6:
            return False
        before -= 1
    plain_gap = before == first - 1
    noun = tokens[before].lower if before >= floor else ""
    return (
        noun in lexicon.AGENCY_NOUNS
        and not tokens[before].is_capitalised
        and (plain_gap or noun.endswith("s") or noun == "companies")
    )


def _noun_after(document: Document, last: int, stop: int) -> bool:
    """ "X, the state-owned operator"."""
    tokens = document.tokens
    if last + 2 >= stop or tokens[last].text != "," or tokens[last + 1].lower not in ("a", "an", "the"):
        return False
    for token in tokens[last + 2 : min(last + 7, stop)]:
        if token.text in ",.;" or token.lower in ("who", "of", "which", "that"):
            return False
        if token.lower in lexicon.AGENCY_NOUNS:
            return True
    return False


def _post_before(document: Document, table: NameTable, first: int) -> bool:
    """ "chief executive of X", "the executive editor of the X"."""
    tokens = document.tokens
    before = first - 1
    if before > 0 and tokens[before].lower == "the":
        before -= 1
    if before <= 0 or tokens[before].lower not in ("of", "at", "for", "with"):
        return False
    post = table.at(before - 1)
    if post is None or post.rule != "post":
        return False
    return any(token.lower in _POSTS_AT_COMPANIES for token in tokens[post.first : post.last])
