"""Forgetting a person: the words that name them, kept as hashes only, and those words blacked out in articles.

Articles are blacked out before they are read, and a blacked-out text stays as long as it was, so that everything
that is not about the person keeps its place. What names a person is:

- a spelling of several words, wherever it stands (a mark `2:…` for two words);
- in an article with such a spelling, a single word that the person is called by (`1:…`), which blacks out
  namesakes there as well: too much is forgotten rather than too little;
- where neither tells the person from others, the words at one place of one article (`@1:…`).

The hashes are keyed with a random salt. They do not tell a name, but whoever has them can test a guess.
"""

from __future__ import annotations

import re
import secrets
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import reduce
from hashlib import blake2b
from itertools import pairwise
from typing import Final, NamedTuple, TypeAlias

from graphkit import vocabulary
from graphkit.corrections.kinds import Forget
from graphkit.extract.gazetteers import fold
from graphkit.graph import Graph, article_id, articles_of
from graphkit.records import BLOCK, Article

Words: TypeAlias = tuple[str, ...]
"""A spelling as folded words: ("adil", "taghiyev")."""

REDACTED: Final = ("text", "title", "author", "source", "url")
"""The properties of an article in which names are blacked out."""

_WORD: Final = re.compile(r"[^\W\d_]+")
_APART: Final = 3
"""The most characters between two words of one name: a space, a hyphen, the full stop of an initial and a space."""


class _Window(NamedTuple):
    """Some words of a text that stand one after another."""

    start: int
    end: int
    words: Words
    capitalised: bool


def new_salt() -> str:
    """A random key for the hashes, hexadecimal."""
    return secrets.token_hex(16)


def redacted(article: Article, forgotten: Iterable[Forget]) -> Article:
    """An article in which whoever is forgotten is blacked out; doing it again changes nothing.

    Args:
        article: as it was read, or as it was blacked out before.
        forgotten: in the order in which they were forgotten.
    """
    return reduce(_without, forgotten, article)


def _without(article: Article, forgotten: Forget) -> Article:
    known, salt = frozenset(forgotten.marks), forgotten.salt
    lengths = {int(mark.lstrip("@").partition(":")[0]) for mark in known}
    texts = {field: text for field in REDACTED if (text := getattr(article, field))}
    windows = {field: [its for length in lengths for its in _windows(text, length)] for field, text in texts.items()}
    in_full = any(len(its.words) > 1 and _mark(salt, its.words) in known for found in windows.values() for its in found)

    def is_name(field: str, window: _Window) -> bool:
        anywhere = len(window.words) > 1 or (in_full and window.capitalised)
        return (anywhere and _mark(salt, window.words) in known) or _mark_at(salt, article.key, field, window) in known

    spans = {field: [(its.start, its.end) for its in found if is_name(field, its)] for field, found in windows.items()}
    changed = {field: _blacked_out(texts[field], named) for field, named in spans.items() if named}
    return replace(article, **changed) if changed else article


def _windows(text: str, length: int) -> Iterator[_Window]:
    """Every run of so many words."""
    words = list(_WORD.finditer(text))
    folded = [fold(word.group()) for word in words]
    for first in range(len(words) - length + 1):
        run = words[first : first + length]
        if all(later.start() - word.end() <= _APART for word, later in pairwise(run)):
            start, end = run[0].start(), run[-1].end()
            yield _Window(start, end, tuple(folded[first : first + length]), not text[start].islower())


def _blacked_out(text: str, spans: Iterable[tuple[int, int]]) -> str:
    letters = list(text)
    for start, end in spans:
        letters[start:end] = [letter if letter.isspace() else BLOCK for letter in text[start:end]]
    return "".join(letters)


def _mark(salt: str, words: Words) -> str:
    return f"{len(words)}:{_hash(salt, words)}"


def _mark_at(salt: str, article: str, field: str, window: _Window) -> str:
    return f"@{len(window.words)}:{_hash(salt, (article, field, str(window.start), *window.words))}"


def _hash(salt: str, parts: Sequence[str]) -> str:
    message = "\0".join(parts).encode("utf-8", "surrogatepass")
    return blake2b(message, key=bytes.fromhex(salt), digest_size=12).hexdigest()


def forget(graph: Graph, person: str, salt: str) -> Forget:
    """What blacks a person out, in the articles of a graph and in later ones.

    Args:
        graph: with the articles' texts.
        person: the id of a Person, or the name of an author whom the graph has as nobody.
        salt: as `new_salt` makes it.
    """
    if person not in graph:
        return Forget(salt, (_mark(salt, words_of_name(person)),))
    spellings = _spellings(graph, person)
    shared = {
        words
        for node, data in graph.nodes(data=True)
        if data["label"] == vocabulary.PERSON and node != person
        for words in _spellings(graph, node)
    }
    full = {words for words in spellings if len(words) > 1} - shared
    alone = {words for words in spellings if len(words) == 1} if full else set()
    everywhere = Forget(salt, tuple(sorted(_mark(salt, words) for words in full | alone)))
    named_in = {article for _, article, data in graph.out_edges(person, data=True) if _is_mention(data)}
    at_places = {
        mark
        for article in articles_of(graph.subgraph(named_in))
        if _without(article, everywhere) is article
        for mark in _marks_at_places(graph, person, article, spellings, salt)
    }
    return Forget(salt, (*everywhere.marks, *sorted(at_places)))


def _marks_at_places(graph: Graph, person: str, article: Article, spellings: set[Words], salt: str) -> Iterator[str]:
    """Marks of the words that name the person in one article, and of those like them that name nobody else there."""
    own: list[tuple[int, int]] = []
    others: list[tuple[int, int]] = []
    for source, _, data in graph.in_edges(article_id(article.key), data=True):
        if _is_mention(data):
            (own if source == person else others).append((data["start"], data["end"]))
    for field in REDACTED:
        for length in {len(words) for words in spellings}:
            for window in _windows(getattr(article, field) or "", length):
                if window.words not in spellings or not window.capitalised:
                    continue
                if field != "text" or _overlaps(window, own) or not _overlaps(window, others):
                    yield _mark_at(salt, article.key, field, window)


def _overlaps(window: _Window, spans: Iterable[tuple[int, int]]) -> bool:
    return any(start < window.end and window.start < end for start, end in spans)


def _is_mention(edge: dict[str, object]) -> bool:
    return edge["type"] == vocabulary.MENTIONED_IN


def _spellings(graph: Graph, node: str) -> set[Words]:
    data = graph.nodes[node]
    return {words for name in (data["name"], *data["aliases"]) if (words := words_of_name(name))}


def words_of_name(name: str) -> Words:
    """The words of a name as they are compared."""
    return tuple(fold(word) for word in _WORD.findall(name))
