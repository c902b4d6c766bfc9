"""Random portable queries over random small graphs: both engines give the same rows.

GRAPHKIT_FUZZ_QUERIES says how many (`make stores` asks a thousand), GRAPHKIT_FUZZ_SEED which. A difference that
is found becomes a test of its own in the conformance suite, and where it is the dialect's a row of the table in
`graphkit/stores/dialect.py`.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random
from typing import Any

import pytest
from neo4j_server import Neo4jServer
from random_queries import Asked, random_graph, random_query

from graphkit.stores import Store, open_store

QUERIES = int(os.environ.get("GRAPHKIT_FUZZ_QUERIES", "75"))
SEED = os.environ.get("GRAPHKIT_FUZZ_SEED", "2")
QUERIES_A_GRAPH = 25


@pytest.fixture
def both(neo4j_server: Neo4jServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[Store, Store]]:
    neo4j_server.sign_in(monkeypatch)
    with open_store(str(tmp_path / "graph.lbug")) as embedded, open_store(neo4j_server.url) as server:
        yield embedded, server
        server.clear()


def rows(store: Store, asked: Asked) -> list[tuple[Any, ...]]:
    found = list(store.run(asked.cypher, asked.parameters, timeout=60).rows)
    return found if asked.ordered else sorted(found, key=repr)


def test_random_queries_have_the_same_rows_on_both_engines(
    both: tuple[Store, Store], tell: Callable[[str], None]
) -> None:
    with_rows = 0
    for number in range(QUERIES):
        if number % QUERIES_A_GRAPH == 0:
            graph = random_graph(Random(f"{SEED}-graph-{number}"))
            for store in both:
                store.write(graph)
        asked = random_query(Random(f"{SEED}-{number}"))
        embedded, server = (rows(store, asked) for store in both)
        assert embedded == server, f"query {number} of seed {SEED}: {asked.cypher}\n{asked.parameters}"
        with_rows += bool(server)
    assert with_rows > QUERIES / 3
    tell(f"Compared on both engines: {QUERIES} random queries, {with_rows} of them with rows.")
