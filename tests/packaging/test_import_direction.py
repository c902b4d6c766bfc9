"""The data goes one way through the package; the contracts stand in pyproject.toml under `tool.importlinter`."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]

# Module → what it must not import, and the contract that forbids it.
WRONG_IMPORTS = {
    "graphkit/read/files.py": ("graphkit.stores", "No stage reaches back"),
    "graphkit/view/sizes.py": ("typer", "Only the command line writes to a terminal"),
    "graphkit/queries.py": ("neo4j", "Only the stores know the engines"),
}


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


def test_imports_in_the_wrong_direction_are_found(tmp_path: Path) -> None:
    for file in (ROOT / "graphkit").rglob("*.py"):
        copy = tmp_path / file.relative_to(ROOT)
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.write_bytes(file.read_bytes())
    for module, (imported, _) in WRONG_IMPORTS.items():
        with (tmp_path / module).open("a", encoding="utf-8") as opened:
            opened.write(f"\nimport {imported}\n")
    kept, said = contracts_kept(tmp_path)
    assert not kept
    assert [name for _, name in WRONG_IMPORTS.values() if f"{name} BROKEN" not in said] == []
    assert "0 kept, 3 broken" in said
