"""A reader of short texts for the tests of every room."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from facts import Facts, facts


@pytest.fixture(name="read")
def _read() -> Callable[[str], Facts]:
    return facts
