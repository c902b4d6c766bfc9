"""People known by one name only, whom the article lets speak: "Springsteen said", "said Pelé"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from graphkit import vocabulary
from graphkit.extract import lexicon
from graphkit.extract.document import Document, Token
from graphkit.extract.gazetteers import city_country, is_english_word
from graphkit.extract.names.professions import is_post_noun
from graphkit.extract.names.spans import Name, NameTable

_SPEECH_VERBS = frozenset(
    """said says told added noted stated argued warned replied asked explained insisted joked recalled declared
    continued tweeted wrote concluded responded observed acknowledged admitted promised boasted shouted""".split()
)
_LEAST_MENTIONS = 2


def speaking_names(document: Document, table: NameTable) -> Iterator[Name]:
    """Every mention of a single capitalised word that speaks, and that the article always writes with a capital.

    A word that is English as well ("Trump", "King") counts when it stands with its capital inside sentences too:
    "Officials said" begins with a capital only for the sentence's sake.
    """
    tokens = document.tokens
    firsts = {document.token_at(sentence.start) for sentence in document.sentences}
    inner: Counter[str] = Counter()
    lower = {token.text for token in tokens if not token.is_capitalised}
    for index, token in enumerate(tokens):
        if token.is_capitalised and index not in firsts and not _after_opening(document, index):
            inner[token.text] += 1
    speaking = {
        token.text
        for index, token in enumerate(tokens)
        if _may_be_name(token) and table.is_free(index, index + 1) and _speaks(document, table, index)
    }
    names = {
        text
        for text in speaking
        if text.lower() not in lower and (not is_english_word(text) or inner[text] >= _LEAST_MENTIONS)
    }
    for index, token in enumerate(tokens):
        if token.text in names and table.is_free(index, index + 1):
            yield Name(index, index + 1, vocabulary.PERSON, "person.speaks")


def _may_be_name(token: Token) -> bool:
    if not token.is_capitalised or not token.is_word or len(token.text) < 3 or token.text.isupper():
        return False
    if token.lower in lexicon.FUNCTION_WORDS or token.lower in lexicon.TIME_WORDS or is_post_noun(token):
        return False
    plural = token.lower.endswith("s") and is_english_word(token.text)
    known = lexicon.ORGANISATION_HEADS | lexicon.FORUM_ANAPHORS | lexicon.HONORIFICS
    return not plural and token.lower not in known and city_country(token.text) is None


def _speaks(document: Document, table: NameTable, index: int) -> bool:
    tokens = document.tokens
    alone = not _is_capital(document, index - 1) and not _is_capital(document, index + 1)
    after = index + 1 < len(tokens) and tokens[index + 1].lower in _SPEECH_VERBS
    before = index > 0 and tokens[index - 1].lower in _SPEECH_VERBS and table.is_free(index - 1, index)
    return alone and (after or before)


def _is_capital(document: Document, index: int) -> bool:
    if not 0 <= index < len(document.tokens):
        return False
    return document.tokens[index].is_capitalised and document.tokens[index].lower not in lexicon.FUNCTION_WORDS


def _after_opening(document: Document, index: int) -> bool:
    return index > 0 and document.tokens[index - 1].text in "\"“‘'«:—–-"
