from __future__ import annotations

import ast
import re
import sys
import tomllib
from collections.abc import Iterator
from importlib.metadata import requires
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

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


def test_nothing_is_needed_that_only_a_dependencys_extra_brings() -> None:
    """pip before 23.3 does not find an extra that is spelled `html_clean` here and `html-clean` there."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = [Requirement(name) for name in [*project["dependencies"], *project["optional-dependencies"]["intake"]]]
    assert needed(wanted, by_extras=True) == needed(wanted, by_extras=False)


def needed(wanted: list[Requirement], *, by_extras: bool) -> set[str]:
    """The names of all that is installed for these requirements."""
    names: set[str] = set()
    waiting = list(wanted)
    while waiting:
        one = waiting.pop()
        extras = {"", *(canonicalize_name(extra) for extra in one.extras)} if by_extras else {""}
        for extra in extras:
            name = canonicalize_name(one.name) + (f"[{extra}]" if extra else "")
            if name not in names:
                names.add(name)
                waiting += _requirements(one.name, extra)
    return {name for name in names if "[" not in name}


def _requirements(name: str, extra: str) -> list[Requirement]:
    found = [Requirement(line) for line in requires(name) or ()]
    return [its for its in found if its.marker is None or its.marker.evaluate({"extra": extra})]
