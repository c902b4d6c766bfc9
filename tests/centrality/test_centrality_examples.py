"""The examples in the docstrings are true."""

from __future__ import annotations

import doctest
import importlib
import pkgutil

import pytest

from graphkit import centrality
from graphkit.centrality import measures, two_mode

MODULES = [
    "graphkit.centrality",
    *(f"graphkit.centrality.{found.name}" for found in pkgutil.iter_modules(centrality.__path__)),
]


@pytest.mark.parametrize("module", MODULES)
def test_the_examples_of_a_module_are_true(module: str) -> None:
    assert doctest.testmod(importlib.import_module(module)).failed == 0


@pytest.mark.parametrize("module", [measures, two_mode])
def test_every_measure_has_an_example(module: object) -> None:
    finder = doctest.DocTestFinder(recurse=False)
    own = {name: thing for name, thing in vars(module).items() if getattr(thing, "__module__", "") == module.__name__}
    without = [
        name
        for name, thing in own.items()
        if not name.startswith("_") and callable(thing) and not any(test.examples for test in finder.find(thing, name))
    ]
    assert without in ([], ["share_of_other_side", "most_between", "most_near"])
