"""docs/intake.md lists the kinds of files, the fields and the limits as the readers have them."""

from __future__ import annotations

import importlib.util
from pathlib import Path

from graphkit.read import ENDINGS

DOCS = Path(__file__).parents[2] / "docs"


def test_the_tables_are_those_of_the_readers() -> None:
    specification = importlib.util.spec_from_file_location("intake_page", DOCS / "intake.py")
    assert specification is not None
    assert specification.loader is not None
    page = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(page)
    text = page.PAGE.read_text(encoding="utf-8")
    assert [ending for ending in ENDINGS if f"`{ending}`" not in text] == []
    assert page.with_tables(text) == text, "python docs/intake.py"
