"""The stores to test: of each kind one, and one that shares its database with other data."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from neo4j_server import Neo4jServer

from graphkit.stores import Store, open_store


@pytest.fixture(params=["embedded", "neo4j", "neo4j?namespace=news_"])
def store(
    request: pytest.FixtureRequest, tmp_path: Path, empty_file: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Store]:
    """An empty store of each kind, and one that shares its database."""
    if request.param == "embedded":
        with open_store(str(shutil.copyfile(empty_file, tmp_path / "graph.lbug"))) as opened:
            yield opened
        return
    server: Neo4jServer = request.getfixturevalue("neo4j_server")
    server.sign_in(monkeypatch)
    with open_store(server.url + request.param.removeprefix("neo4j")) as opened:
        opened.prepare()
        yield opened
        opened.clear()
