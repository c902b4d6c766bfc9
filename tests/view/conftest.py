"""Pages that the tests of the view share: opened once a module, and anew for each test."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from acting import PageOf
from crowd import crowd_graph
from opened_page import Opened
from playwright.sync_api import Browser
from sample_graph import conference_graph

from graphkit.graph import Graph
from graphkit.packaged import packaged_folder
from graphkit.pipeline import read_graph
from graphkit.view import write_view


@pytest.fixture(scope="session")
def seeds() -> Graph:
    return read_graph([packaged_folder("seeds")])


@pytest.fixture(scope="module")
def page_of(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> PageOf:
    """Writes a graph's page and opens it."""

    def open_page(graph: Graph, *, context: dict[str, Any] | None = None, **options: Any) -> Opened:
        file = tmp_path_factory.mktemp("page") / "graph.html"
        write_view(graph, file, **options)
        return Opened(browser, file, **context or {})

    return open_page


@pytest.fixture(scope="module")
def shared_seeds(page_of: PageOf, seeds: Graph) -> Opened:
    return page_of(seeds)


@pytest.fixture(scope="module")
def shared_conference(page_of: PageOf) -> Opened:
    return page_of(conference_graph())


@pytest.fixture(scope="session")
def crowd_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The page of a crowd, which takes a while to lay out."""
    file = tmp_path_factory.mktemp("crowd") / "graph.html"
    write_view(crowd_graph(), file)
    return file


@pytest.fixture(scope="module")
def shared_crowd(browser: Browser, crowd_file: Path) -> Opened:
    return Opened(browser, crowd_file)


def anew(shared: Opened) -> Opened:
    """The same page as if it had just been opened."""
    address = shared.page.url.partition("#")[0]
    shared.page.goto("about:blank")
    shared.complaints.clear()
    shared.requests.clear()
    shared.page.goto(address)
    return shared


@pytest.fixture
def opened(shared_seeds: Opened) -> Opened:
    """The page of the two seed articles."""
    return anew(shared_seeds)


@pytest.fixture
def conference(shared_conference: Opened) -> Opened:
    """The page of a small graph with sources, dates, plans, posts and quotations."""
    return anew(shared_conference)


@pytest.fixture
def crowd(shared_crowd: Opened) -> Opened:
    """The page of a graph that is too large for vis-network."""
    return anew(shared_crowd)
