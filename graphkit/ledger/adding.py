"""Articles and corrections added to the ledger, and the part of the graph that changes with them."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence

from graphkit.corrections import Corrections
from graphkit.graph import Graph
from graphkit.ledger.changes import articles_unlike, changing_part, entities_unlike, find_changes, write_changes
from graphkit.ledger.corrected import CorrectedGraph
from graphkit.ledger.correcting import overlay_of
from graphkit.ledger.ids import name_groups
from graphkit.ledger.joining import Joining
from graphkit.ledger.overlay import read_overlay, write_overlay
from graphkit.records import Reading
from graphkit.resolve.candidates import candidates_of
from graphkit.resolve.clusters import Candidate


def add_readings(
    tables: sqlite3.Connection, readings: Sequence[Reading], corrections: Corrections
) -> tuple[Graph, Graph]:
    """Write into the ledger who is who with further articles, and what corrections make of it.

    Args:
        tables: the ledger, in a transaction.
        readings: what the articles say; the ledger has them among those that are stored.
        corrections: all lines that hold now, and who is told of those that cannot be applied.

    Returns:
        the part of the graph that changes, as it was and as it becomes, as `Store.update` wants them.
    """
    overlay = read_overlay(tables)
    graph = CorrectedGraph(tables, overlay)
    joining = Joining(tables, _candidates(readings))
    named, renamed = name_groups(tables, joining.groups, joining.was)
    changed = find_changes(tables, named, renamed)
    ids = {key: graph.entities_in(key) for key in changed.articles}
    write_changes(tables, named, renamed, joining.was)
    becomes = overlay_of(tables, corrections)
    if becomes != overlay:
        write_overlay(tables, becomes)
    new = {reading.article.key for reading in readings}
    articles = changed.articles | articles_unlike(tables, overlay, becomes) | new
    corrected = CorrectedGraph(tables, becomes)
    before_and_after = (
        (None if key in new else graph.told(key, ids.get(key)), corrected.told(key)) for key in sorted(articles)
    )
    return changing_part(before_and_after, entities_unlike(changed, overlay, becomes), corrected)


def join_readings(tables: sqlite3.Connection, readings: Sequence[Reading]) -> None:
    """Write into the ledger who is who with further articles, as they alone tell it."""
    joining = Joining(tables, _candidates(readings))
    named, renamed = name_groups(tables, joining.groups, joining.was)
    write_changes(tables, named, renamed, joining.was)


def _candidates(readings: Iterable[Reading]) -> Iterator[Candidate]:
    return (candidate for reading in readings for candidate in candidates_of(reading))
