"""docs/export.md is what its command writes."""

from __future__ import annotations

import runpy
from pathlib import Path

DOCS = Path(__file__).parents[2] / "docs"


def test_the_page_is_written_from_the_register_of_formats() -> None:
    page = runpy.run_path(str(DOCS / "export.py"))["page"]
    assert (DOCS / "export.md").read_text(encoding="utf-8") == page(), "write it anew: python docs/export.py"
