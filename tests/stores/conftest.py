"""The stores to test: of each kind one, and one that shares its database with other data."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from empty_store import conference_store, empty_store

from graphkit.stores import Store

KINDS = ["embedded", "neo4j", "neo4j?namespace=news_"]


@pytest.fixture(params=KINDS)
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    """An empty store of each kind, and one that shares its database."""
    with empty_store(request, tmp_path) as opened:
        yield opened


@pytest.fixture(scope="module", params=KINDS)
def conference(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """A store of each kind that holds the conference graph."""
    with conference_store(request, tmp_path_factory.mktemp("conference")) as opened:
        yield opened
