"""The stages in their order: read → extract → resolve, with people's corrections → graph → store."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Final, TypeAlias

from graphkit.corrections import NO_CORRECTIONS, Corrections, derive
from graphkit.extract import extract, unread
from graphkit.extractors import Extractor
from graphkit.extractors.stored import refuse_other_extractor_of_store
from graphkit.graph import Graph
from graphkit.in_parallel import Spread, spread_over
from graphkit.ledger import READING, Ledger
from graphkit.portions import portions
from graphkit.read import (
    USUAL_FIELDS,
    FieldNames,
    Found,
    Refuse,
    begun,
    clash,
    raise_refusal,
    read_articles,
    read_with_places,
)
from graphkit.read.copies import copies
from graphkit.records import Article
from graphkit.redaction import redacted
from graphkit.stores import Changes, Store
from graphkit.watching import Watch, unwatched

TellCopies: TypeAlias = Callable[[Mapping[str, str]], object]
"""Is told which articles are copies: the key of each → the key of the article that counts for it."""

_ARTICLES_AT_ONCE: Final = 500
_TAKING: Final = "Taking articles in"


def read_graph(
    paths: Iterable[Path | str],
    refuse: Refuse = raise_refusal,
    watch: Watch = unwatched,
    corrections: Corrections = NO_CORRECTIONS,
    extractor: Extractor | None = None,
    names: FieldNames = USUAL_FIELDS,
    tell_copies: TellCopies | None = None,
    workers: int = 1,
) -> Graph:
    """Read articles and derive their graph.

    Args:
        paths: files, folders and patterns, as for `graphkit.read.read_articles`.
        refuse: is told of every input that is not read; by default the first one raises.
        watch: is given the articles, told what is done with them, and gives them back one by one.
        corrections: what people corrected; by default the first that cannot be applied raises.
        extractor: reads an article; by default the rules do.
        names: how the fields of records are called.
        tell_copies: is told which articles are copies of others.
        workers: how many processes read articles by the rules; see `graphkit.in_parallel`.

    Raises:
        ArticleError: nothing could be read, or whatever `refuse` raises.
        CorrectionError: a correction cannot be applied, and `corrections` reports by raising.
    """
    articles = list(read_articles(paths, refuse, names))
    return derive_graph(articles, watch, corrections, extractor, tell_copies, workers)


def derive_graph(
    articles: Sequence[Article],
    watch: Watch = unwatched,
    corrections: Corrections = NO_CORRECTIONS,
    extractor: Extractor | None = None,
    tell_copies: TellCopies | None = None,
    workers: int = 1,
) -> Graph:
    """Derive the graph of articles, at most one for each key; their order does not matter.

    A copy of another article is a node like any, but nothing is read out of it: its words count once.
    """
    blacked_out = [redacted(article, corrections.forgotten) for article in articles]
    copied = _told(copies(blacked_out), tell_copies)
    readings = [unread(article) for article in blacked_out if article.key in copied]
    originals = watch(READING, [article for article in blacked_out if article.key not in copied])
    if extractor is None:
        with spread_over(workers) as spread:
            for some in portions(originals, _ARTICLES_AT_ONCE):
                readings += spread(extract, some)
    else:
        readings += map(extractor, originals)
    return derive(readings, corrections).graph


def _told(copied: Mapping[str, str], tell_copies: TellCopies | None) -> Mapping[str, str]:
    if tell_copies is not None and copied:
        tell_copies(copied)
    return copied


def load(
    paths: Iterable[Path | str],
    store: Store,
    refuse: Refuse = raise_refusal,
    watch: Watch = unwatched,
    corrections: Corrections = NO_CORRECTIONS,
    extractor: Extractor | None = None,
    names: FieldNames = USUAL_FIELDS,
    tell_copies: TellCopies | None = None,
    workers: int = 1,
) -> Changes:
    """Add articles to those of a store, and derive and write what of its graph they and the corrections change.

    An article that the store has already is not doubled; loading the same articles twice changes nothing. Where the
    store's ledger is there, or the store is empty, a load costs by the new articles and by what is corrected; else the
    whole graph is derived, in memory.

    Args:
        paths: files, folders and patterns, as for `graphkit.read.read_articles`.
        store: where the articles and their graph are kept.
        refuse: is told of every input that is not read; by default the first one raises.
        watch: is given what is worked on, told what is done with it, and gives it back one by one.
        corrections: what people corrected; by default the first that cannot be applied raises.
        extractor: reads the articles, those of the store anew as well; by default the rules do, unless another
            extractor has read what the store holds.
        names: how the fields of records are called.
        tell_copies: is told which articles are copies of others.
        workers: how many processes read articles by the rules; see `graphkit.in_parallel`.

    Returns:
        what is new in the store and what is gone from it.

    Raises:
        ArticleError: nothing could be read, or whatever `refuse` raises.
        CorrectionError: a correction cannot be applied, and `corrections` reports by raising.
        ExtractionError: another extractor has read what the store holds, and none is named.
        StoreError: the store could not be read or written.
    """
    found = begun(
        (place, redacted(article, corrections.forgotten)) for place, article in read_with_places(paths, refuse, names)
    )
    with store.exclusive():
        store.prepare()
        with Ledger(store) as ledger, spread_over(workers) as spread:
            if extractor is None and ledger.follows(corrections):
                changes = _add(found, store, ledger, refuse, watch, corrections, tell_copies, spread)
                if changes is not None:
                    return changes
                found = ((store.url, article) for article in ledger.coming())
            if extractor is None:
                refuse_other_extractor_of_store(store)
            held = [redacted(article, corrections.forgotten) for article in store.articles()]
            articles = _with_stored(found, held, store, refuse)
            return _derive_anew(articles, store, ledger, watch, corrections, extractor, tell_copies, spread)


def _add(
    found: Iterable[Found],
    store: Store,
    ledger: Ledger,
    refuse: Refuse,
    watch: Watch,
    corrections: Corrections,
    tell_copies: TellCopies | None,
    spread: Spread,
) -> Changes | None:
    """Add what is new to a store; None, and nothing is done, where that changes what is said of a stored article."""
    is_all_new = True
    for some in portions(watch(_TAKING, found), _ARTICLES_AT_ONCE):
        comes = []
        for place, article in some:
            held = ledger.article(article.key)
            if held is None or (held.sha256 == article.sha256 and held != article):
                comes.append(article)
                is_all_new = is_all_new and held is None
            elif held.sha256 != article.sha256:
                refuse(clash(article, place, f"the store {store.url}"))
        ledger.take(comes, spread)
    copied = ledger.find_copies(watch) if is_all_new else None
    if copied is None:
        return None
    _told(copied, tell_copies)
    return ledger.add(spread, watch, corrections)


def _with_stored(found: Iterable[Found], held: Iterable[Article], store: Store, refuse: Refuse) -> list[Article]:
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
    store: Store,
    ledger: Ledger,
    watch: Watch,
    corrections: Corrections,
    extractor: Extractor | None,
    tell_copies: TellCopies | None,
    spread: Spread,
) -> Changes:
    """Derive the whole graph of a store from its articles; what the rules read of them before is not read again."""
    ledger.begin()
    ledger.take(articles, spread)
    copied = _told(ledger.find_copies(watch) or {}, tell_copies)
    if extractor is None:
        readings = list(ledger.readings(spread, watch))
    else:
        readings = [unread(its) if its.key in copied else extractor(its) for its in watch(READING, articles)]
    changes = store.write(derive(readings, corrections).graph)
    if extractor is None:
        ledger.note(corrections)
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
