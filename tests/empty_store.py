"""Stores of every kind for the length of a block: empty, or holding the conference graph."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import networkx as nx
import pytest
from neo4j_server import Neo4jServer
from sample_graph import conference_graph

from graphkit.stores import Store, open_store


@contextmanager
def empty_store(request: pytest.FixtureRequest, folder: Path) -> Iterator[Store]:
    """A prepared store of the kind that the fixture has as its parameter: `embedded`, or `neo4j` and a URL's query."""
    if request.param == "embedded":
        empty_file: Path = request.getfixturevalue("empty_file")
        with open_store(str(shutil.copyfile(empty_file, folder / "graph.lbug"))) as opened:
            yield opened
        return
    server: Neo4jServer = request.getfixturevalue("neo4j_server")
    with pytest.MonkeyPatch.context() as monkeypatch:
        server.sign_in(monkeypatch)
        with open_store(server.url + request.param.removeprefix("neo4j")) as opened:
            opened.prepare()
            yield opened
            opened.clear()


@contextmanager
def conference_store(request: pytest.FixtureRequest, folder: Path) -> Iterator[Store]:
    """A store of that kind that holds the conference graph; in the end it must hold it still."""
    with empty_store(request, folder) as opened:
        opened.write(conference_graph())
        yield opened
        assert nx.utils.graphs_equal(opened.read(), conference_graph())
