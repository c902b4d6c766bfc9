"""Articles and corrections that come a few at a time come to what all of them come to together."""

from __future__ import annotations

from random import Random

import networkx as nx
import pytest
from in_portions import added, portions, updated
from random_lines import random_line
from random_news import random_reading

from graphkit.corrections import Corrections, derive, parse_line
from graphkit.corrections.file import Line
from graphkit.graph import Graph
from graphkit.ledger import subjects
from graphkit.ledger.tables import IN_MEMORY, open_tables
from graphkit.read import Refusal
from graphkit.records import Article, Evidence, Mention, Reading, Subject


@pytest.mark.parametrize("seed", range(30))
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


LINES = (
    'same Person "Mira A" "Mira B"',
    'rename Person "Mira C" to "Nora C"',
    'drop MENTIONED_IN Person "Mira D"',
    'keep MENTIONED_IN Person "Mira E" in e',
    'relabel Person "Mira F" to Agency',
    'not-same Person "Mira I" in i "Mira G" in g',
    'add MENTIONED_IN Person "Mira H" in g at "Mira G"',
)


def meeting(key: str) -> Reading:
    """Somebody whom no other article names meets somebody whom they all name."""
    text = f"Mira {key.upper()} met Jon Berg."
    subjects = [Subject(name, "Person", name) for name in (f"Mira {key.upper()}", "Jon Berg")]
    mentions = [
        Mention(
            its.key, its.name, Evidence(text.index(its.name), text.index(its.name) + len(its.name), text, "test", 0.9)
        )
        for its in subjects
    ]
    return Reading(Article(key, text), tuple(subjects), tuple(mentions), ())


@pytest.mark.parametrize("others", [10, 200])
def test_what_corrections_do_not_name_is_not_read(others: int, monkeypatch: pytest.MonkeyPatch) -> None:
    tables, read = open_tables(IN_MEMORY), []
    corrections = Corrections(tuple(Line(line, correction) for line in LINES if (correction := parse_line(line))))
    added(tables, [meeting(f"x{number}") for number in range(others)])
    added(tables, [meeting(key) for key in "abcdefghi"], corrections)
    read_again = subjects.read_again

    def noting(data: bytes) -> Reading:
        reading = read_again(data)
        read.append(reading.article.key)
        return reading

    monkeypatch.setattr(subjects, "read_again", noting)
    added(tables, [meeting("y")], corrections)
    assert set(read) == {*"defgiy"}
