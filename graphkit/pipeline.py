"""The stages in their order: read → extract → resolve, with people's corrections → graph → store."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import islice
from pathlib import Path
from typing import Final, TypeAlias

from graphkit.corrections import NO_CORRECTIONS, Corrections, derive
from graphkit.extract import extract, unread
from graphkit.extractors import Extractor
from graphkit.extractors.stored import refuse_other_extractor_of_store
from graphkit.graph import Graph
from graphkit.ledger import Ledger
from graphkit.read import (
    USUAL_FIELDS,
    FieldNames,
    Refuse,
    clash,
    raise_refusal,
    read_articles,
    read_with_places,
)
from graphkit.read.copies import copies
from graphkit.records import Article
from graphkit.redaction import redacted
from graphkit.stores import Changes, Store

TellCopies: TypeAlias = Callable[[Mapping[str, str]], object]
"""Is told which articles are copies: the key of each → the key of the article that counts for it."""

Watch: TypeAlias = Callable[[Sequence[Article]], Iterable[Article]]
"""Passes articles on as they are worked on: a place for a progress bar."""

_ARTICLES_AT_ONCE: Final = 500


def read_graph(
    paths: Iterable[Path | str],
    refuse: Refuse = raise_refusal,
    watch: Watch = iter,
    corrections: Corrections = NO_CORRECTIONS,
    extractor: Extractor | None = None,
    names: FieldNames = USUAL_FIELDS,
    tell_copies: TellCopies | None = None,
) -> Graph:
    """Read articles and derive their graph.

    Args:
        paths: files, folders and patterns, as for `graphkit.read.read_articles`.
        refuse: is told of every input that is not read; by default the first one raises.
        watch: is given the articles and gives them back one by one.
        corrections: what people corrected; by default the first that cannot be applied raises.
        extractor: reads an article; by default the rules do.
        names: how the fields of records are called.
        tell_copies: is told which articles are copies of others.

    Raises:
        ArticleError: nothing could be read, or whatever `refuse` raises.
        CorrectionError: a correction cannot be applied, and `corrections` reports by raising.
    """
    return derive_graph(list(read_articles(paths, refuse, names)), watch, corrections, extractor, tell_copies)


def derive_graph(
    articles: Sequence[Article],
    watch: Watch = iter,
    corrections: Corrections = NO_CORRECTIONS,
    extractor: Extractor | None = None,
    tell_copies: TellCopies | None = None,
) -> Graph:
    """Derive the graph of articles, at most one for each key; their order does not matter.

    A copy of another article is a node like any, but nothing is read out of it: its words count once.
    """
    read = extractor or extract
    blacked_out = [redacted(article, corrections.forgotten) for article in articles]
    copied = _told(copies(blacked_out), tell_copies)
    readings = (unread(article) if article.key in copied else read(article) for article in watch(blacked_out))
    return derive(list(readings), corrections).graph


def _told(copied: Mapping[str, str], tell_copies: TellCopies | None) -> Mapping[str, str]:
    if tell_copies is not None and copied:
        tell_copies(copied)
    return copied


def load(
    paths: Iterable[Path | str],
    store: Store,
    refuse: Refuse = raise_refusal,
    watch: Watch = iter,
    corrections: Corrections = NO_CORRECTIONS,
    extractor: Extractor | None = None,
    names: FieldNames = USUAL_FIELDS,
    tell_copies: TellCopies | None = None,
) -> Changes:
    """Add articles to those of a store, and derive and write its graph again.

    An article that the store has already is not doubled; loading the same articles twice changes nothing. New articles
    cost by the article where the store's ledger is there and nothing was corrected; else the whole graph is derived.

    Args:
        paths: files, folders and patterns, as for `graphkit.read.read_articles`.
        store: where the articles and their graph are kept.
        refuse: is told of every input that is not read; by default the first one raises.
        watch: is given the articles and gives them back one by one.
        corrections: what people corrected; by default the first that cannot be applied raises.
        extractor: reads the articles, those of the store anew as well; by default the rules do, unless another
            extractor has read what the store holds.
        names: how the fields of records are called.
        tell_copies: is told which articles are copies of others.

    Returns:
        what is new in the store and what is gone from it.

    Raises:
        ArticleError: nothing could be read, or whatever `refuse` raises.
        CorrectionError: a correction cannot be applied, and `corrections` reports by raising.
        ExtractionError: another extractor has read what the store holds, and none is named.
        StoreError: the store could not be read or written.
    """
    found = [
        (place, redacted(article, corrections.forgotten)) for place, article in read_with_places(paths, refuse, names)
    ]
    with store.exclusive():
        store.prepare()
        with Ledger(store) as ledger:
            if extractor is None and not corrections.lines and ledger.is_current():
                changes = _add(found, store, ledger, refuse, watch, tell_copies)
                if changes is not None:
                    return changes
            if extractor is None:
                refuse_other_extractor_of_store(store)
            held = [redacted(article, corrections.forgotten) for article in store.articles()]
            articles = _with_stored(found, held, store, refuse)
            copied = _told(copies(articles), tell_copies)
            return _derive_anew(articles, copied, store, ledger, watch, corrections, extractor)


def _add(
    found: Sequence[tuple[str, Article]],
    store: Store,
    ledger: Ledger,
    refuse: Refuse,
    watch: Watch,
    tell_copies: TellCopies | None,
) -> Changes | None:
    """Add what is new to a store; None, and nothing is done, where that changes what is said of a stored article."""
    fresh = _fresh(found, ledger, store, refuse)
    copied = None if fresh is None else ledger.copies(fresh)
    if fresh is None or copied is None:
        return None
    _told(copied, tell_copies)
    return sum((ledger.add(portion, copied) for portion in _portions(watch(fresh))), Changes())


def _fresh(found: Iterable[tuple[str, Article]], ledger: Ledger, store: Store, refuse: Refuse) -> list[Article] | None:
    """The articles that are not in the store; None where one is there under another title, source, URL or date."""
    stored = [(place, article, ledger.article(article.key)) for place, article in found]
    if any(held is not None and held.sha256 == its.sha256 and held != its for _, its, held in stored):
        return None
    for place, article, held in stored:
        if held is not None and held.sha256 != article.sha256:
            refuse(clash(article, place, f"the store {store.url}"))
    return [article for _, article, held in stored if held is None]


def _portions(articles: Iterable[Article]) -> Iterator[list[Article]]:
    rest = iter(articles)
    while portion := list(islice(rest, _ARTICLES_AT_ONCE)):
        yield portion


def _with_stored(
    found: Iterable[tuple[str, Article]], held: Iterable[Article], store: Store, refuse: Refuse
) -> list[Article]:
    """The articles that a store holds, and those that were found."""
    articles = {article.key: article for article in held}
    for place, article in found:
        stored = articles.get(article.key, article)
        if stored.sha256 == article.sha256:
            articles[article.key] = article
        else:
            refuse(clash(article, place, f"the store {store.url}"))
    return list(articles.values())


def _derive_anew(
    articles: Sequence[Article],
    copied: Mapping[str, str],
    store: Store,
    ledger: Ledger,
    watch: Watch,
    corrections: Corrections,
    extractor: Extractor | None,
) -> Changes:
    """Derive the whole graph of a store from its articles; what was read of them before is not read again."""
    if extractor is None:
        readings = list(ledger.readings(watch(articles), copied))
    else:
        readings = [unread(its) if its.key in copied else extractor(its) for its in watch(articles)]
    ledger.disown()
    changes = store.write(derive(readings, corrections).graph)
    if extractor is None and not corrections.lines:
        ledger.fill(readings, copied)
    return changes


def repair(store: Store, corrections: Corrections = NO_CORRECTIONS) -> list[str]:
    """Derive the graph of a store anew from the articles that it has kept unharmed, and write it in its place.

    Returns:
        the keys of the articles that were damaged; they are no longer in the store.

    Raises:
        CorrectionError: a correction cannot be applied, and `corrections` reports by raising.
        StoreError: the store cannot be read at all.
    """
    articles, damaged = store.salvage()
    store.rebuild(derive_graph(articles, corrections=corrections))
    return damaged
