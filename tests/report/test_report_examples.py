"""The examples in the docstrings are true."""

from __future__ import annotations

import doctest
import importlib

import pytest


@pytest.mark.parametrize("module", ["", ".as_csv", ".as_markdown", ".namesakes", ".timeline", ".wording"])
def test_the_examples_of_a_module_are_true(module: str) -> None:
    found = doctest.testmod(importlib.import_module(f"graphkit.report{module}"))
    assert (found.failed, found.attempted > 0) == (0, True)
