from __future__ import annotations

import ast
import re
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[2]


def imported(file: Path) -> Iterator[str]:
    """The top-level names that a module imports, outside what only the type checker sees."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (name.name.partition(".")[0] for name in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module.partition(".")[0]


def test_the_package_imports_nothing_but_its_declared_dependencies() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = [
        *project["dependencies"],
        *(name for extra in project["optional-dependencies"].values() for name in extra),
    ]
    declared = {re.split(r"[^\w-]", name)[0].replace("-", "_") for name in wanted}
    found = {name: file for file in (ROOT / "graphkit").rglob("*.py") for name in imported(file)}
    foreign = found.keys() - sys.stdlib_module_names - {"graphkit"}
    assert {name: found[name] for name in foreign - declared} == {}
