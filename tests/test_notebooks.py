"""Every notebook runs from its first cell to its last, and holds the output that it writes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient
from neo4j_server import Neo4jServer

from graphkit.stores import open_store

NOTEBOOKS = sorted((Path(__file__).parents[1] / "notebooks").glob("*.ipynb"))
ASKING = next(path for path in NOTEBOOKS if path.stem == "2_asking_in_cypher")
_SERVER = "GRAPHKIT_NOTEBOOK_NEO4J"

pytestmark = pytest.mark.filterwarnings("ignore")


def written(notebook: nbformat.NotebookNode) -> list[str]:
    """What the cells write, without the addresses of what they draw."""
    outputs = [output for cell in notebook.cells for output in cell.get("outputs", [])]
    return [output.get("text") or output["data"].get("text/plain", "") for output in outputs]


def executed(path: Path, folder: Path) -> nbformat.NotebookNode:
    notebook = nbformat.read(path, as_version=4)
    client = NotebookClient(
        notebook,
        timeout=120,
        kernel_name="python3",
        coalesce_streams=True,  # what is printed on a busy machine comes in pieces
        resources={"metadata": {"path": str(folder)}},
    )
    return client.execute()


@pytest.fixture
def empty_server(neo4j_server: Neo4jServer, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    neo4j_server.sign_in(monkeypatch)
    monkeypatch.setenv(_SERVER, neo4j_server.url)
    yield
    with open_store(neo4j_server.url) as store:
        store.clear()


@pytest.mark.parametrize("path", [path for path in NOTEBOOKS if path != ASKING], ids=lambda path: path.stem)
def test_a_notebook_runs_and_shows_what_it_writes(path: Path, tmp_path: Path) -> None:
    assert written(executed(path, tmp_path)) == written(nbformat.read(path, as_version=4))


@pytest.mark.usefixtures("empty_server")
def test_the_same_questions_give_the_same_rows_from_neo4j(tmp_path: Path) -> None:
    asked = written(executed(ASKING, tmp_path))
    assert asked == written(nbformat.read(ASKING, as_version=4))
    assert asked[-1].count("the same: True") == 2


def test_without_a_server_the_notebook_says_so_and_goes_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(_SERVER, raising=False)
    asked = written(executed(ASKING, tmp_path))
    assert asked[:-1] == written(nbformat.read(ASKING, as_version=4))[:-1]
    assert asked[-1] == f"Not asked: {_SERVER} names no server.\n"


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_notebook_is_valid_says_what_it_needs_and_keeps_no_path_of_a_machine(path: Path) -> None:
    notebook = nbformat.read(path, as_version=4)
    nbformat.validate(notebook)
    assert "forum-graphkit[notebook]" in notebook.cells[0].source
    text = path.read_text(encoding="utf-8")
    assert len(text) < 200_000
    assert re.search(r"/(?:home|root|tmp|Users|work)/", text) is None
