"""What `import graphkit` gives, and what it leaves for later."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from types import FunctionType

import pytest

import graphkit


def loaded_after(code: str) -> set[str]:
    """The modules that a process of its own has after some code."""
    asked = f"{code}\nimport sys\nprint(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", asked], capture_output=True, encoding="utf-8", check=True)
    return set(done.stdout.split())


def test_the_command_line_starts_without_the_graph_and_the_rules() -> None:
    loaded = loaded_after("import graphkit.cli")
    assert not loaded & {"networkx", "numpy", "ladybug", "neo4j", "rapidfuzz", "graphkit.extract", "graphkit.resolve"}


def test_a_query_does_without_what_holds_a_graph(tmp_path: Path) -> None:
    asked = f"""
from graphkit.queries import run_query
from graphkit.stores import open_store
with open_store({str(tmp_path / "graph.lbug")!r}) as store:
    store.prepare()
    assert run_query(store, "RETURN 1 AS one").rows == ((1,),)
"""
    assert not loaded_after(asked) & {"networkx", "scipy", "pyarrow", "numpy"}


def test_a_public_function_goes_before_the_folder_of_its_name() -> None:
    asked = "import graphkit.extract.document, graphkit.resolve.ids, graphkit\ngraphkit.extract.__code__\n"
    assert "graphkit.extract.document" in loaded_after(asked + "from graphkit import resolve\nresolve.__code__")


def test_every_public_name_is_there_and_listed() -> None:
    functions = [getattr(graphkit, name) for name in graphkit.__all__ if name != "__version__"]
    assert all(isinstance(function, FunctionType) and function.__doc__ for function in functions)
    assert set(graphkit.__all__) <= set(dir(graphkit))


def test_another_name_is_no_attribute() -> None:
    with pytest.raises(AttributeError, match="nothing_of_the_kind"):
        _ = graphkit.nothing_of_the_kind  # type: ignore[attr-defined]
