from __future__ import annotations

import io
import os
import shutil
import subprocess
import sys
import traceback
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path

import pytest
from ran import Ran, Run

from graphkit.cli import main
from graphkit.graph import build_graph, write_graph_json
from graphkit.packaged import packaged_folder
from graphkit.pipeline import load
from graphkit.records import ARTICLE_SUBJECT, Article, Claim, Evidence, Mention, Reading, Resolution, Subject
from graphkit.stores import open_store

# What would change colours, width or the store from outside.
_COLOURS = ("COLUMNS", "NO_COLOR", "FORCE_COLOR", "PY_COLORS", "GITHUB_ACTIONS")
_FOREIGN = (*_COLOURS, "GRAPHKIT_STORE", "GRAPHKIT_CORRECTIONS", "GRAPHKIT_EXTRACTOR")


@pytest.fixture
def clean_environment() -> dict[str, str]:
    return {name: value for name, value in os.environ.items() if name not in _FOREIGN}


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs `graphkit` in this process, in a folder of its own and away from any terminal."""
    monkeypatch.chdir(tmp_path)
    for name in _FOREIGN:
        monkeypatch.delenv(name, raising=False)

    def run_graphkit(*arguments: str | Path, typed: str = "", **environment: str) -> Ran:
        out, err = (io.TextIOWrapper(io.BytesIO(), encoding="utf-8", newline="") for _ in range(2))
        with monkeypatch.context() as patch, redirect_stdout(out), redirect_stderr(err):
            patch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(typed.encode()), encoding="utf-8"))
            for name, value in environment.items():
                patch.setenv(name, value)
            status = _status_of(list(map(str, arguments)))
        return _checked(Ran(status, _written(out), _written(err)), arguments)

    return run_graphkit


def _status_of(arguments: list[str]) -> int:
    try:
        main(arguments)
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else int(end.code is not None)
    except Exception:
        traceback.print_exc()
        return 1
    return 0


def _written(stream: io.TextIOWrapper) -> str:
    stream.flush()
    assert isinstance(stream.buffer, io.BytesIO)
    return stream.buffer.getvalue().decode("utf-8")


def _checked(ran: Ran, arguments: tuple[str | Path, ...]) -> Ran:
    assert "Traceback" not in ran.err or "--debug" in arguments, ran.err
    return ran


@pytest.fixture
def run_alone(tmp_path: Path, clean_environment: dict[str, str]) -> Run:
    """Runs `graphkit` in a process of its own, for what depends on how that starts or what is piped into it."""

    def run_graphkit(*arguments: str | Path, piped: str = "", **environment: str) -> Ran:
        done = subprocess.run(
            [sys.executable, "-m", "graphkit", *map(str, arguments)],
            cwd=tmp_path,
            env=clean_environment | environment,
            input=piped,
            capture_output=True,
            encoding="utf-8",
            timeout=120,
            check=False,
        )
        return _checked(Ran(done.returncode, done.stdout, done.stderr), arguments)

    return run_graphkit


@pytest.fixture(scope="session")
def seeds() -> Path:
    return packaged_folder("seeds")


@pytest.fixture(scope="session")
def _loaded_once(seeds: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a store of the two seeds and its ledger."""
    folder = tmp_path_factory.mktemp("loaded")
    with open_store(str(folder / "graph.lbug")) as store:
        load([seeds], store)
    return folder


@pytest.fixture
def store(_loaded_once: Path, tmp_path: Path) -> str:
    """The name of a store of the two seeds, as `graphkit load` would have made it in the test's folder."""
    for file in _loaded_once.iterdir():
        shutil.copy(file, tmp_path)
    return "graph.lbug"


TEXT = "Aynur Həsən of the Press Council spoke at the Lake Forum."


@pytest.fixture
def graph_file(tmp_path: Path) -> Path:
    """A graph of one person at one forum, as `graphkit extract` would write it."""
    article = Article(key="a1", text=TEXT, date="2025-12-05")
    subjects = (
        Subject("p", "Person", "Aynur Həsən", aliases=("Həsən",)),
        Subject("f", "Forum", "Lake Forum"),
        Subject("o", "Agency", "Press Council", properties={"kind": "media"}),
    )

    def evidence(start: int, end: int) -> Evidence:
        return Evidence(start, end, TEXT, "test", 0.9)

    reading = Reading(
        article,
        subjects,
        (Mention("p", TEXT[:11], evidence(0, 11)),),
        (
            Claim("ATTENDED", "p", "f", evidence(30, 56), {"status": "attended"}),
            Claim("REPRESENTS", "p", "o", evidence(0, 28), {"role": "Chair", "former": True}),
            Claim("QUOTED_IN", "o", ARTICLE_SUBJECT, evidence(0, 5), {"text": "Aynur", "kind": "direct"}),
        ),
    )
    ids = {
        ("a1", "p"): "person/aynur-hasan",
        ("a1", "f"): "forum/lake-forum",
        ("a1", "o"): "agency/press-council",
    }
    file = tmp_path / "small.json"
    write_graph_json(build_graph([reading], Resolution(ids)), file)
    return file
