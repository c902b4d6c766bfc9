"""Articles and corrections that come a few at a time come to what all of them come to together."""

from __future__ import annotations

from random import Random

import networkx as nx
import pytest
from in_portions import added, portions, updated
from random_lines import random_line
from random_news import random_reading

from graphkit.corrections import Corrections, derive
from graphkit.corrections.file import Line
from graphkit.graph import Graph
from graphkit.ledger.tables import IN_MEMORY, open_tables
from graphkit.read import Refusal


@pytest.mark.parametrize("seed", range(100))
def test_corrections_that_come_and_go_are_all_of_them_at_once(seed: int) -> None:
    random = Random(seed)
    keys = random.sample(range(1000), random.choice((3, 6, 12, 30)))
    readings = [random_reading(f"a{key:03}", random) for key in keys]
    tables, graph, lines = open_tables(IN_MEMORY), Graph(), []
    for given, portion in portions(readings, random):
        so_far = readings[:given]
        lines = [line for line in lines if random.random() < 0.8]
        lines += [random_line(readings, random) for _ in range(random.choice((0, 1, 2, 4)))]
        told: list[Refusal] = []
        expected: list[Refusal] = []
        numbered = tuple(Line(f"line {number}", line) for number, line in enumerate(lines, start=1))
        graph = updated(graph, *added(tables, portion, Corrections(numbered, told.append)))
        assert nx.utils.graphs_equal(graph, derive(so_far, Corrections(numbered, expected.append)).graph)
        assert told == expected
