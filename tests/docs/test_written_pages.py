"""Pages that a command writes are what it would write now, and leave nothing out."""

from __future__ import annotations

import runpy
from collections.abc import Iterable
from pathlib import Path

import pytest

from graphkit.extract.rules import RULES
from graphkit.extractors.chat.question import asked_properties
from graphkit.read import ENDINGS

DOCS = Path(__file__).parents[2] / "docs"
COMMANDS = sorted(file.name for file in DOCS.glob("*.py") if file.name != "picture.py")


@pytest.mark.parametrize("command", COMMANDS)
def test_a_written_page_is_up_to_date(command: str) -> None:
    written = runpy.run_path(str(DOCS / command))
    assert written["PAGE"].read_text(encoding="utf-8") == written["page"](), f"run: python docs/{command}"


@pytest.mark.parametrize(("page", "names"), [("rules", RULES), ("extractors", asked_properties()), ("intake", ENDINGS)])
def test_a_written_page_names_all_that_there_is(page: str, names: Iterable[str]) -> None:
    text = (DOCS / f"{page}.md").read_text(encoding="utf-8")
    assert [name for name in names if f"`{name}`" not in text] == []


def test_every_family_of_rules_has_a_section() -> None:
    families = {name.partition(".")[0] for name in RULES}
    assert len(families) == (DOCS / "rules.md").read_text(encoding="utf-8").count("\n## ")
