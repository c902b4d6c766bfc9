from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from ran import Ran, Run

from graphkit.graph import build_graph, write_graph_json
from graphkit.packaged import packaged_folder
from graphkit.records import ARTICLE_SUBJECT, Article, Claim, Evidence, Mention, Reading, Resolution, Subject

# What would change colours, width or the store from outside.
_COLOURS = ("COLUMNS", "NO_COLOR", "FORCE_COLOR", "PY_COLORS", "GITHUB_ACTIONS")
_FOREIGN = (*_COLOURS, "GRAPHKIT_STORE", "GRAPHKIT_CORRECTIONS", "GRAPHKIT_EXTRACTOR")


@pytest.fixture
def clean_environment() -> dict[str, str]:
    return {name: value for name, value in os.environ.items() if name not in _FOREIGN}


@pytest.fixture
def run(tmp_path: Path, clean_environment: dict[str, str]) -> Run:
    """Runs `graphkit` in a process and a folder of its own, away from any terminal."""

    def run_graphkit(*arguments: str | Path, **environment: str) -> Ran:
        done = subprocess.run(
            [sys.executable, "-m", "graphkit", *map(str, arguments)],
            cwd=tmp_path,
            env=clean_environment | environment,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            encoding="utf-8",
            timeout=120,
            check=False,
        )
        assert "Traceback" not in done.stderr or "--debug" in arguments, done.stderr
        return Ran(done.returncode, done.stdout, done.stderr)

    return run_graphkit


@pytest.fixture
def seeds() -> Path:
    return packaged_folder("seeds")


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
