"""docs/extractors.md says what the endpoint is asked for, and what becomes of its answers."""

from __future__ import annotations

import importlib.util
from pathlib import Path

DOCS = Path(__file__).parents[2] / "docs"


def test_the_table_of_an_answer_is_that_of_the_vocabulary() -> None:
    specification = importlib.util.spec_from_file_location("extractors_page", DOCS / "extractors.py")
    assert specification is not None
    assert specification.loader is not None
    page = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(page)
    text = page.PAGE.read_text(encoding="utf-8")
    assert "| `evidence` |" in text
    assert page.with_table(text) == text, "python docs/extractors.py"
