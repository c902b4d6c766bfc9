"""Articles added a few at a time come to what all of them come to together."""

from __future__ import annotations

from random import Random

import networkx as nx
import pytest
from in_portions import added, portions, updated
from random_news import random_reading

from graphkit.graph import Graph, build_graph
from graphkit.ledger.tables import IN_MEMORY, open_tables
from graphkit.ledger.written import read_again, written
from graphkit.records import Reading
from graphkit.resolve import resolve


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
