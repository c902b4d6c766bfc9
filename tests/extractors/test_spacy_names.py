"""The names of a spaCy pipeline beside those of the rules, with a real pipeline that the test makes."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import pytest

from graphkit.errors import ExtractionError
from graphkit.extract import extract
from graphkit.extract.rules import RULES
from graphkit.extractors import Extractor, open_extractor
from graphkit.read import read_articles
from graphkit.records import Article

GOLD = Path(__file__).parents[1] / "gold" / "written_a"
PATTERNS = {
    "PERSON": ("Zimbo", "Mrs Glim Harbour"),
    "ORG": ("Solstice", "World Bank", "Media", "Development"),
    "GPE": ("AZERBAIJAN", "Narnia", "Baku"),
    "EVENT": ("the Caspian Horizons", "Orange Revolution"),
    "MONEY": ("two manats",),
}


@pytest.fixture(name="pipeline")
def _pipeline(spacy: Any, tmp_path: Path) -> Path:
    nlp = spacy.blank("en")
    nlp.add_pipe("entity_ruler").add_patterns(
        [{"label": label, "pattern": name} for label, names in PATTERNS.items() for name in names]
    )
    nlp.to_disk(tmp_path / "pipeline")
    return tmp_path / "pipeline"


@pytest.fixture(name="with_spacy")
def _with_spacy(pipeline: Path) -> Extractor:
    return open_extractor(f"spacy:{pipeline}")


def named(extractor: Extractor, text: str) -> dict[str, tuple[str, str]]:
    """Spelling → label and rule, of every mention."""
    reading = extractor(Article("a1", text))
    labels = {subject.key: subject.label for subject in reading.subjects}
    return {mention.text: (labels[mention.subject], mention.evidence.rule) for mention in reading.mentions}


@pytest.mark.parametrize(
    ("text", "spelling", "label", "rule"),
    [
        ("The plan of Zimbo is old.", "Zimbo", "Person", "spacy.person"),
        ("The plan of Solstice’s is old.", "Solstice", "Agency", "spacy.agency"),
        ("The plan of AZERBAIJAN is old.", "AZERBAIJAN", "Country", "spacy.country"),
        ("The plan of the Caspian Horizons is old.", "Caspian Horizons", "Forum", "spacy.forum"),
    ],
)
def test_a_name_that_no_rule_finds_is_taken_from_the_pipeline(
    with_spacy: Extractor, text: str, spelling: str, label: str, rule: str
) -> None:
    assert named(extract, text) == {}
    assert named(with_spacy, text) == {spelling: (label, rule)}
    assert rule in RULES


@pytest.mark.parametrize("name", ["Narnia", "Orange Revolution", "two manats"])
def test_a_place_that_is_no_state_and_an_event_without_people_are_left_out(with_spacy: Extractor, name: str) -> None:
    assert named(with_spacy, f"The plan of {name} is old.") == {}


def test_the_rules_decide_what_a_name_does(with_spacy: Extractor) -> None:
    reading = with_spacy(Article("a1", "Aynur Hasanova took part in the Caspian Horizons in Baku."))
    assert {(claim.type, claim.target, claim.evidence.rule) for claim in reading.claims} == {
        ("ATTENDED", "forum/caspian-horizons", "attend.takes-part"),
        ("HELD_IN", "country/azerbaijan", "forum.held-in"),
    }


def test_a_part_of_a_proposed_name_is_that_person(with_spacy: Extractor) -> None:
    found = named(with_spacy, "The plan of Mrs Glim Harbour is old. The hat of Harbour is not.")
    assert found["Glim Harbour"] == ("Person", "spacy.person")
    assert found["Harbour"] == ("Person", "person.part-of-name")


def test_every_name_of_the_rules_stays(with_spacy: Extractor) -> None:
    for article in read_articles(sorted(GOLD.glob("*.txt"))):
        by_rules, joined = extract(article), with_spacy(article)
        spans = {(mention.evidence.start, mention.evidence.end) for mention in joined.mentions}
        assert {(mention.evidence.start, mention.evidence.end) for mention in by_rules.mentions} <= spans


def test_offsets_hold_beyond_what_a_pipeline_reads_at_once(with_spacy: Extractor) -> None:
    text = "word " * 30_000 + "The plan of Zimbo \ud800 is old. " + "x" * 150_000 + " Zimbo"
    mentions = with_spacy(Article("a1", text)).mentions
    assert [text[its.evidence.start : its.evidence.end] for its in mentions] == ["Zimbo", "Zimbo"]


def test_a_pipeline_that_is_not_there_says_how_to_get_it(spacy: Any) -> None:
    with pytest.raises(ExtractionError, match=r"python -m spacy download en_core_no_such$"):
        open_extractor("spacy:en_core_no_such")


def test_a_folder_that_holds_no_pipeline_is_refused(spacy: Any, tmp_path: Path) -> None:
    with pytest.raises(ExtractionError, match="Name the folder of a pipeline"):
        open_extractor(f"spacy:{tmp_path}")


def test_without_spacy_it_says_how_to_install_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "spacy", None)
    with pytest.raises(ExtractionError, match=r'pip install "forum-graphkit\[spacy\]"'):
        open_extractor("spacy:en_core_web_sm")


def test_what_a_pipeline_raises_is_said_in_words(spacy: Any, tmp_path: Path) -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("entity_linker")  # which cannot run before it is trained
    nlp.to_disk(tmp_path / "broken")
    with pytest.raises(ExtractionError, match=r"failed on article a1.*leave out --extractor"):
        open_extractor(f"spacy:{tmp_path / 'broken'}")(Article("a1", "The plan of Zimbo is old."))
