"""The data goes one way through the package; the contracts stand in pyproject.toml under `tool.importlinter`."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


def contracts_kept(folder: Path) -> tuple[bool, str]:
    """Whether the package in a folder keeps the contracts of this project, and what is said of it."""
    code = "import sys; from importlinter.cli import lint_imports; sys.exit(lint_imports(*sys.argv[1:], no_cache=True))"
    done = subprocess.run(
        [sys.executable, "-c", code, str(ROOT / "pyproject.toml")],
        cwd=folder,
        env=os.environ | {"PYTHONPATH": str(folder), "NO_COLOR": "1", "PYTHONUTF8": "1"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    return done.returncode == 0, done.stdout + done.stderr


def test_no_stage_reaches_back() -> None:
    kept, said = contracts_kept(ROOT)
    assert kept, said
    assert "3 kept, 0 broken" in said


@pytest.mark.parametrize(
    ("module", "line", "contract"),
    [
        ("graphkit/read/files.py", "import graphkit.stores", "No stage reaches back"),
        ("graphkit/view/sizes.py", "import typer", "Only the command line writes to a terminal"),
        ("graphkit/queries.py", "import neo4j", "Only the stores know the engines"),
    ],
)
def test_an_import_in_the_wrong_direction_is_found(tmp_path: Path, module: str, line: str, contract: str) -> None:
    for file in (ROOT / "graphkit").rglob("*.py"):
        copy = tmp_path / file.relative_to(ROOT)
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.write_bytes(file.read_bytes())
    with (tmp_path / module).open("a", encoding="utf-8") as opened:
        opened.write(f"\n{line}\n")
    kept, said = contracts_kept(tmp_path)
    assert not kept
    assert f"{contract} BROKEN" in said
