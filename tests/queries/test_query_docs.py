"""docs/queries.md is what its command writes."""

from __future__ import annotations

import runpy
from pathlib import Path

DOCS = Path(__file__).parents[2] / "docs"


def test_page_of_the_queries_is_written_from_their_headers() -> None:
    page = runpy.run_path(str(DOCS / "queries.py"))["page"]
    assert (DOCS / "queries.md").read_text(encoding="utf-8") == page(), "write it anew: python docs/queries.py"
