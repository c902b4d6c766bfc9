"""Every public function shows in its docstring how it is called."""

from __future__ import annotations

import doctest
import inspect
from collections.abc import Sequence

import pytest

from graphkit import centrality
from graphkit.centrality import frames, stored, two_mode


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
