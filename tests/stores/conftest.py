"""The stores to test, and what the tests tell at their end: how many queries were compared, how many loads killed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from neo4j_server import Neo4jServer

from graphkit.stores import Store, open_store

_TOLD = pytest.StashKey[list[str]]()


@pytest.fixture(params=["embedded", "neo4j", "neo4j?namespace=news_"])
def store(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    """An empty store of each kind, and one that shares its database."""
    url = str(tmp_path / "graph.lbug")
    if request.param != "embedded":
        server: Neo4jServer = request.getfixturevalue("neo4j_server")
        server.sign_in(monkeypatch)
        url = server.url + request.param.removeprefix("neo4j")
    with open_store(url) as opened:
        opened.prepare()
        yield opened
        opened.clear()


@pytest.fixture
def tell(request: pytest.FixtureRequest) -> Callable[[str], None]:
    """Puts a line among the last lines of the run."""
    return request.config.stash.setdefault(_TOLD, []).append


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    for line in config.stash.get(_TOLD, []):
        terminalreporter.write_line(line)
