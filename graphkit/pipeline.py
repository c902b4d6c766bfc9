"""The stages in their order: read → extract → resolve, with people's corrections → graph → store."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import TypeAlias

from graphkit.corrections import NO_CORRECTIONS, Corrections, derive
from graphkit.extract import extract
from graphkit.extractors import Extractor
from graphkit.extractors.stored import refuse_other_extractor_of_store
from graphkit.graph import Graph
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
from graphkit.records import Article, Reading
from graphkit.stores import Changes, Store

TellCopies: TypeAlias = Callable[[Mapping[str, str]], object]
"""Is told which articles are copies: the key of each → the key of the article that counts for it."""

Watch: TypeAlias = Callable[[Sequence[Article]], Iterable[Article]]
"""Passes articles on as they are worked on: a place for a progress bar."""


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
    copied = copies(articles)
    if tell_copies is not None and copied:
        tell_copies(copied)
    readings = [Reading(article, (), (), ()) if article.key in copied else read(article) for article in watch(articles)]
    return derive(readings, corrections).graph


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

    An article that the store has already is not doubled; loading the same articles twice changes nothing.

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
    found = list(read_with_places(paths, refuse, names))
    with store.exclusive():
        store.prepare()
        if extractor is None:
            refuse_other_extractor_of_store(store)
        articles = {article.key: article for article in store.articles()}
        for place, article in found:
            stored = articles.get(article.key, article)
            if stored.sha256 == article.sha256:
                articles[article.key] = article
            else:
                refuse(clash(article, place, f"the store {store.url}"))
        return store.write(derive_graph(list(articles.values()), watch, corrections, extractor, tell_copies))


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
