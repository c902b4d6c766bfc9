"""The stores to test: of each kind one, and one that shares its database with other data."""

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

KINDS = ["embedded", "neo4j", "neo4j?namespace=news_"]


@pytest.fixture(params=KINDS)
def store(request: pytest.FixtureRequest, tmp_path: Path, empty_file: Path) -> Iterator[Store]:
    """An empty store of each kind, and one that shares its database."""
    with _empty_store(request, tmp_path, empty_file) as opened:
        yield opened


@pytest.fixture(scope="module", params=KINDS)
def conference(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, empty_file: Path
) -> Iterator[Store]:
    """A store of each kind that holds the conference graph; in the end it must hold it still."""
    with _empty_store(request, tmp_path_factory.mktemp("conference"), empty_file) as opened:
        opened.write(conference_graph())
        yield opened
        assert nx.utils.graphs_equal(opened.read(), conference_graph())


@contextmanager
def _empty_store(request: pytest.FixtureRequest, folder: Path, empty_file: Path) -> Iterator[Store]:
    if request.param == "embedded":
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
