"""Everything that graphkit ships and others wrote has its licence."""

from __future__ import annotations

from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
COLLECTED = ROOT / "THIRD_PARTY_LICENSES.md"


@pytest.mark.parametrize("suffix", [".gz", ".tsv"])
def test_every_list_that_is_shipped_has_its_licence(suffix: str) -> None:
    lists = [file.name for file in (ROOT / "graphkit").rglob(f"*{suffix}")]
    text = COLLECTED.read_text(encoding="utf-8")
    assert len(lists) >= 3
    assert [name for name in lists if f"| `{name}` |" not in text] == []
