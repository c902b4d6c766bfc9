from __future__ import annotations

from pathlib import Path

import pytest

import graphkit
from graphkit.explain import MEANINGS, meaning_of
from graphkit.extract import extract
from graphkit.extract.attendance.cues import CUES
from graphkit.extract.quotes.quotation import CONFIDENCE
from graphkit.extract.representation.patterns import PATTERNS
from graphkit.read import read_articles

GOLD = Path(__file__).parents[1] / "gold"


def fired_rules() -> set[str]:
    readings = [extract(article) for article in read_articles(sorted(GOLD.glob("*/*.txt")))]
    return {found.evidence.rule for reading in readings for found in (*reading.mentions, *reading.claims)}


def test_every_rule_that_fires_on_the_gold_articles_has_a_meaning() -> None:
    fired = fired_rules()
    assert len(fired) > 90
    assert sorted(rule for rule in fired if meaning_of(rule) is None) == []


@pytest.mark.parametrize(
    "rules",
    [[cue.rule for cue in CUES], [f"quote.{rule}" for rule in CONFIDENCE], [rule for rule, _ in PATTERNS]],
    ids=["attendance", "quotations", "posts"],
)
def test_every_rule_of_a_table_has_a_meaning(rules: list[str]) -> None:
    assert sorted(rule for rule in rules if meaning_of(rule) is None) == []


def test_no_meaning_is_left_of_a_rule_that_is_gone() -> None:
    package = Path(graphkit.__file__).parent
    sources = [file for folder in ("extract", "corrections") for file in (package / folder).rglob("*.py")]
    code = "\n".join(file.read_text(encoding="utf-8") for file in sources)
    written = {rule: (f'"{rule}"', f'"{rule.partition(".")[2]}"') for rule in MEANINGS}
    assert [rule for rule, spellings in written.items() if not any(text in code for text in spellings)] == []


def test_a_meaning_is_one_line() -> None:
    assert all(meaning and "\n" not in meaning and not meaning.endswith(".") for meaning in MEANINGS.values())


def test_a_rule_of_another_extractor_has_no_meaning() -> None:
    assert meaning_of("chat.answer") is None
