"""Pages that a command writes are what it would write now."""

from __future__ import annotations

import runpy
from pathlib import Path

import pytest

DOCS = Path(__file__).parents[2] / "docs"


@pytest.mark.parametrize("name", ["cli", "model"])
def test_a_written_page_is_up_to_date(name: str) -> None:
    page = runpy.run_path(str(DOCS / f"{name}.py"))["page"]
    assert (DOCS / f"{name}.md").read_text(encoding="utf-8") == page(), f"run: python docs/{name}.py"
