"""Articles a few at a time into a ledger without a store, and the graph that a store would have."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from random import Random

from graphkit.corrections import NO_CORRECTIONS, Corrections
from graphkit.graph import Graph
from graphkit.ledger.adding import add_readings
from graphkit.ledger.written import written
from graphkit.records import Reading


def added(
    tables: sqlite3.Connection, readings: Sequence[Reading], corrections: Corrections = NO_CORRECTIONS
) -> tuple[Graph, Graph]:
    """Add articles to the ledger; the part of the graph that changes, before and after."""
    rows = [(reading.article.key, None, True, written(reading)) for reading in readings]
    tables.executemany("INSERT INTO readings VALUES (?, ?, ?, ?)", rows)
    stored = [(reading.article.key, 0, b"", b"", None) for reading in readings]
    tables.executemany("INSERT INTO stored VALUES (?, ?, ?, ?, ?)", stored)
    return add_readings(tables, readings, corrections)


def updated(graph: Graph, before: Graph, after: Graph) -> Graph:
    """What `Store.update` makes of a graph."""
    graph = graph.copy()
    graph.remove_nodes_from([node for node in before if node not in after])
    graph.remove_edges_from([edge for edge in before.edges(keys=True) if graph.has_edge(*edge)])
    graph.add_nodes_from(after.nodes(data=True))
    graph.add_edges_from(after.edges(keys=True, data=True))
    return graph


def portions(readings: Sequence[Reading], random: Random) -> Iterator[tuple[int, Sequence[Reading]]]:
    """Readings a few at a time, each time with how many there have been."""
    given = 0
    while given < len(readings):
        first, given = given, given + random.choice((1, 1, 2, 4))
        yield given, readings[first:given]
