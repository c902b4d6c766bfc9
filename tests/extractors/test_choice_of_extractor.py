"""Which extractor reads what, and that a store is not read by another one in silence."""

from __future__ import annotations

from pathlib import Path

import pytest

import graphkit
from graphkit.errors import ExtractionError
from graphkit.extract import extract
from graphkit.extract.proposals import Proposal
from graphkit.extractors import open_extractor, warn
from graphkit.read import Refusal
from graphkit.records import Article, Reading
from graphkit.stores import Store

TEXT = "The plan of Zimbo is old."


def zimbo(article: Article) -> Reading:
    """An extractor of one's own: a plain function."""
    start = article.text.index("Zimbo")
    return extract(article, [Proposal(start, start + 5, "Person", "spacy.person")])


@pytest.fixture(name="article")
def _article(tmp_path: Path) -> Path:
    (tmp_path / "a1.txt").write_text(TEXT, encoding="utf-8")
    return tmp_path / "a1.txt"


def test_the_rules_are_an_extractor() -> None:
    assert open_extractor("rules") is extract


@pytest.mark.parametrize("name", ["", "gpt", "spacy", "spacy:", "chat:gpt"])
def test_a_name_that_is_none_is_told_the_others(name: str) -> None:
    with pytest.raises(ExtractionError, match="Name rules, spacy:MODEL or chat"):
        open_extractor(name)


def test_an_endpoint_that_is_not_named_is_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("GRAPHKIT_CHAT_URL", raising=False)
    with pytest.raises(ExtractionError, match="Set GRAPHKIT_CHAT_URL"):
        open_extractor("chat")


def test_a_function_of_ones_own_reads_articles(article: Path) -> None:
    graph = graphkit.read_graph([article], extractor=zimbo)
    assert "Zimbo" in {name for _, name in graph.nodes(data="name")}


def test_a_store_is_not_read_by_the_rules_alone_in_silence(article: Path, store: Store) -> None:
    assert graphkit.load([article], store, extractor=zimbo)
    with pytest.raises(ExtractionError, match=r"spacy:MODEL read.*rules to go on without it"):
        graphkit.load([article], store)
    assert not graphkit.load([article], store, extractor=zimbo)
    assert graphkit.load([article], store, extractor=extract).nodes_removed == 1
    assert not graphkit.load([article], store)


def test_in_python_what_is_left_to_the_rules_is_a_warning() -> None:
    with pytest.warns(UserWarning, match=r"a1: no answer\. Ask again\."):
        warn(Refusal("a1", "no answer", "Ask again"))
