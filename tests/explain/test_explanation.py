from __future__ import annotations

from pathlib import Path

import pytest

from graphkit.errors import GraphkitError
from graphkit.explain import explain_article, write_explanation
from graphkit.graph import Graph


def test_claims_come_in_the_order_of_the_text(graph: Graph) -> None:
    explanation = explain_article(graph, "a1")
    claims = [
        (claim.number, claim.type, explanation.text[claim.mark.start : claim.mark.end]) for claim in explanation.claims
    ]
    assert claims == [
        (1, "REPRESENTS", "Aynur Həsən of the Baku Press Council"),
        (2, "ATTENDED", "Aynur Həsən of the Baku Press Council opened"),
        (3, "HELD_IN", "Council opened the Lake"),
        (4, "QUOTED_AT", "We heard Aydın say that the lake is ours"),
        (5, "QUOTED_IN", "the lake is ours"),
    ]  # fmt: skip


def test_a_claim_names_its_ends_what_it_says_and_why(graph: Graph) -> None:
    represents, *_, quoted = explain_article(graph, "a1").claims
    assert represents.target is not None
    assert (represents.source.name, represents.target.name) == ("Aynur Həsən", "Baku Press Council")
    assert represents.says == {"role": "Chair", "former": True}
    assert (represents.rule, represents.confidence) == ("post.after-name", 0.9)
    assert represents.sentence == "Aynur Həsən of the Baku Press Council opened the Lake Forum."
    assert (quoted.target, quoted.words) == (None, "the lake is ours")
    assert "text" not in quoted.says


def test_every_mention_stands_with_its_entity(graph: Graph) -> None:
    first, *others = explain_article(graph, "a1").entities
    assert (first.number, first.id, first.label, first.name) == (1, "x/h", "Person", "Aynur Həsən")
    assert first.spellings() == {"Aynur Həsən": 1, "Həsən": 1}
    assert first.rules() == {("person.shape", 0.9): 1, ("person.part-of-name", 0.8): 1}
    assert {entity.name for entity in others} == {"Azerbaijan", "Baku Press Council", "Lake Forum", "Aydın"}


def test_an_entity_that_is_only_claimed_is_there_without_mentions(graph: Graph) -> None:
    mentions = [edge for edge in graph.edges(keys=True, data="type") if edge[3] == "MENTIONED_IN"]
    graph.remove_edges_from([edge[:3] for edge in mentions if edge[0] == "x/s"])
    (country,) = (entity for entity in explain_article(graph, "a1").entities if entity.label == "Country")
    assert (country.name, country.mentions) == ("Azerbaijan", [])


@pytest.mark.parametrize("wanted", ["a1", "article/a1", "The lake", "the LAKE"])
def test_an_article_is_found_by_key_id_or_title(graph: Graph, wanted: str) -> None:
    assert explain_article(graph, wanted).key == "a1"


def test_an_unknown_article_is_told_near_keys(graph: Graph) -> None:
    with pytest.raises(GraphkitError, match=r"no article 'a2'\. Near keys: a1\."):
        explain_article(graph, "a2")
    with pytest.raises(GraphkitError, match="Name an article's key, its title, or a file"):
        explain_article(graph, "x/h")


def test_an_article_whose_text_is_not_kept_cannot_be_explained(graph: Graph) -> None:
    graph.nodes["article/a1"]["text"] = None
    with pytest.raises(GraphkitError, match="does not hold the text of 'a1'"):
        explain_article(graph, "a1")


def test_the_page_is_the_same_bytes_each_time(graph: Graph, tmp_path: Path) -> None:
    first, second = (write_explanation(explain_article(graph, "a1"), tmp_path / f"{n}.html") for n in "12")
    assert first.read_bytes() == second.read_bytes()


def test_a_page_of_another_ending_is_refused(graph: Graph, tmp_path: Path) -> None:
    with pytest.raises(GraphkitError, match=r"let the name end in \.html"):
        write_explanation(explain_article(graph, "a1"), tmp_path / "a1.pdf")
    assert list(tmp_path.iterdir()) == []
