"""The examples in the docstrings are true."""

from __future__ import annotations

import doctest
import importlib
import inspect
import pkgutil
from collections.abc import Sequence

import pytest

from graphkit import centrality
from graphkit.centrality import frames, stored, two_mode

MODULES = [
    "graphkit.centrality",
    *(f"graphkit.centrality.{found.name}" for found in pkgutil.iter_modules(centrality.__path__)),
]


@pytest.mark.parametrize("module", MODULES)
def test_the_examples_of_a_module_are_true(module: str) -> None:
    assert doctest.testmod(importlib.import_module(module)).failed == 0


@pytest.mark.parametrize(
    ("module", "names"),
    [
        (centrality, centrality.__all__),
        (two_mode, ("degree", "betweenness", "harmonic_closeness")),
        (frames, ("score_frame", "measure_frame")),
        (stored, ("property_name", "all_property_names")),
    ],
)
def test_every_public_function_has_an_example(module: object, names: Sequence[str]) -> None:
    finder = doctest.DocTestFinder(recurse=False)
    functions = {name: thing for name in names if inspect.isfunction(thing := getattr(module, name))}
    assert functions
    assert [name for name, of in functions.items() if not any(test.examples for test in finder.find(of, name))] == []
