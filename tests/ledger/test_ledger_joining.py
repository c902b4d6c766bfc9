"""Articles added a few at a time come to what all of them come to together."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from random import Random

import networkx as nx
import pytest
from random_news import random_reading

from graphkit.graph import Graph, build_graph
from graphkit.ledger.changes import find_changes, part_after, part_before, write_changes
from graphkit.ledger.ids import name_groups
from graphkit.ledger.joining import Joining
from graphkit.ledger.tables import IN_MEMORY, open_tables
from graphkit.ledger.written import read_again, written
from graphkit.records import Reading
from graphkit.resolve import resolve


def added(tables: sqlite3.Connection, readings: Sequence[Reading]) -> tuple[Graph, Graph]:
    """Add articles to the ledger; the part of the graph that changes, before and after."""
    rows = [(reading.article.key, None, True, written(reading)) for reading in readings]
    tables.executemany("INSERT INTO readings VALUES (?, ?, ?, ?)", rows)
    joining = Joining(tables, readings)
    named, renamed = name_groups(tables, joining.groups, joining.was)
    changed = find_changes(tables, named, renamed)
    before = part_before(tables, changed)
    write_changes(tables, named, renamed, joining.was)
    return before, part_after(tables, changed, readings)


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


@pytest.mark.parametrize("seed", range(80))
def test_a_few_at_a_time_is_all_at_once(seed: int) -> None:
    random = Random(seed)
    keys = random.sample(range(1000), random.choice((3, 6, 12, 30)))
    readings = [random_reading(f"a{key:03}", random) for key in keys]
    tables, graph = open_tables(IN_MEMORY), Graph()
    for given, portion in portions(readings, random):
        graph = updated(graph, *added(tables, portion))
        so_far = readings[:given]
        assert nx.utils.graphs_equal(graph, build_graph(so_far, resolve(so_far)))


def test_what_does_not_change_is_in_no_part() -> None:
    tables = open_tables(IN_MEMORY)
    added(tables, [random_reading(f"a{key}", Random(key)) for key in range(40)])
    lonely = Reading(random_reading("b", Random(0)).article, (), (), ())
    before, after = added(tables, [lonely])
    assert not before
    assert list(after) == ["article/b"]


@pytest.mark.parametrize("seed", range(5))
def test_a_reading_is_read_again_as_it_was_written(seed: int) -> None:
    reading = random_reading("ä\n", Random(seed))
    assert read_again(written(reading)) == reading
