"""The register of rules: each fires on its example, not on its counterexample, and none is missing."""

from __future__ import annotations

from pathlib import Path

import pytest

import graphkit
from graphkit.extract import extract
from graphkit.extract.rules import RULES, meaning_of
from graphkit.read import read_articles
from graphkit.records import Article

GOLD = Path(__file__).parents[1] / "gold"
READING = {name: rule for name, rule in RULES.items() if not name.startswith(("correction.", "spacy."))}


def fired(article: Article) -> set[str]:
    """The rules behind the mentions and claims of an article."""
    reading = extract(article)
    speakers = {str(claim.properties["attributed_by"]) for claim in reading.claims if "cue" in claim.properties}
    return speakers | {found.evidence.rule for found in (*reading.mentions, *reading.claims)}


@pytest.mark.parametrize("name", READING)
def test_a_rule_fires_on_its_example(name: str) -> None:
    assert name in fired(Article("example", READING[name].example))


@pytest.mark.parametrize("name", READING)
def test_a_rule_does_not_fire_on_its_counterexample(name: str) -> None:
    assert READING[name].counterexample
    assert name not in fired(Article("counterexample", READING[name].counterexample))


def test_every_rule_that_fires_on_the_gold_articles_is_in_the_register() -> None:
    found = {rule for article in read_articles(sorted(GOLD.glob("*/*.txt"))) for rule in fired(article)}
    assert len(found) > 100
    assert sorted(found - set(RULES)) == []


def test_no_rule_is_left_in_the_register_that_the_code_does_not_name() -> None:
    package = Path(graphkit.__file__).parent
    sources = [file for folder in ("extract", "extractors", "corrections") for file in (package / folder).rglob("*.py")]
    code = "\n".join(file.read_text(encoding="utf-8") for file in sources)
    written = {rule: {f'"{rule}"', f'"{rule.partition(".")[2]}"', f'"{rule.rpartition(".")[2]}"'} for rule in RULES}
    assert [rule for rule, spellings in written.items() if not any(text in code for text in spellings)] == []


def test_a_meaning_is_one_line() -> None:
    assert all(rule.meaning and "\n" not in rule.meaning and not rule.meaning.endswith(".") for rule in RULES.values())


def test_confidences_are_shares() -> None:
    assert all(0 < rule.confidence <= 1 for rule in RULES.values())


def test_a_claim_of_a_language_model_is_called_that() -> None:
    assert "language model" in str(meaning_of("chat.qwen3:8b"))


def test_a_rule_of_another_version_has_no_meaning() -> None:
    assert meaning_of("attend.guessed") is None
