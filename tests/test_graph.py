from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from sample_graph import conference_graph, hostile_graph

from graphkit import vocabulary
from graphkit.errors import GraphkitError, VocabularyError
from graphkit.graph import (
    Graph,
    articles_of,
    build_graph,
    check_graph,
    graph_as_json,
    read_graph_json,
    write_graph_json,
)
from graphkit.records import ARTICLE_SUBJECT, Article, Claim, Evidence, Mention, Reading, Resolution, Subject

TEXT = "Anna Holt said it rained. Holt said it snowed."
EMPTY: dict[str, Any] = {"directed": True, "multigraph": True, "graph": {}, "nodes": [], "edges": []}


def evidence(words: str) -> Evidence:
    start = TEXT.index(words)
    return Evidence(start, start + len(words), TEXT, "test", 0.9)


def said(words: str) -> Claim:
    return Claim("QUOTED_IN", "holt", ARTICLE_SUBJECT, evidence(words), {"text": words, "kind": "indirect"})


def reading(key: str, name: str = "Anna Holt", *aliases: str) -> Reading:
    """An article with one person, two mentions and two quotations."""
    return Reading(
        Article(key, TEXT, title=f"Title of {key}"),
        (Subject("holt", "Person", name, aliases),),
        (Mention("holt", "Anna Holt", evidence("Anna Holt")), Mention("holt", "Holt", evidence("Holt said it s"))),
        (said("it rained"), said("it snowed")),
    )


def same_person(*readings: Reading) -> Resolution:
    return Resolution({(one.article.key, "holt"): "person/anna-holt" for one in readings})


def contents(graph: Graph) -> tuple[list[Any], list[Any]]:
    return list(graph.nodes(data=True)), list(graph.edges(keys=True, data=True))


def test_every_claim_and_mention_is_an_edge_of_its_own() -> None:
    one = reading("a")
    graph = build_graph([one], same_person(one))
    types = sorted(data["type"] for _, _, data in graph.edges(data=True))
    assert types == ["MENTIONED_IN", "MENTIONED_IN", "QUOTED_IN", "QUOTED_IN"]
    assert set(graph) == {"person/anna-holt", "article/a"}
    check_graph(graph)


def test_nodes_and_edges_have_all_properties_of_the_vocabulary() -> None:
    one = reading("a")
    graph = build_graph([one], same_person(one))
    for _, data in graph.nodes(data=True):
        assert set(data) == {"label", *(p.name for p in vocabulary.NODE_LABELS[data["label"]].properties)}
    for _, _, data in graph.edges(data=True):
        own = vocabulary.EDGE_TYPES[data["type"]].properties
        assert set(data) == {"type", *(p.name for p in (*own, *vocabulary.EVIDENCE))}


def test_the_order_of_the_articles_makes_no_difference() -> None:
    readings = [reading("a"), reading("b", "A. Holt"), reading("c")]
    resolution = same_person(*readings)
    assert contents(build_graph(readings, resolution)) == contents(build_graph(readings[::-1], resolution))


def test_keys_stay_when_an_article_is_added() -> None:
    one, other = reading("a"), reading("b")
    before = set(build_graph([one], same_person(one)).edges(keys=True))
    after = set(build_graph([one, other], same_person(one, other)).edges(keys=True))
    assert before < after


def test_keys_stay_when_a_rule_grows_surer() -> None:
    one = reading("a")
    surer = replace(one, claims=tuple(replace(c, evidence=replace(c.evidence, confidence=1.0)) for c in one.claims))
    resolution = same_person(one)
    assert list(build_graph([one], resolution).edges(keys=True)) == list(
        build_graph([surer], resolution).edges(keys=True)
    )


def test_the_commonest_name_is_the_name_and_the_rest_are_aliases() -> None:
    readings = [reading("a", "Anna Holt", "Holt"), reading("b", "A. Holt"), reading("c", "Anna Holt")]
    node = build_graph(readings, same_person(*readings)).nodes["person/anna-holt"]
    assert (node["name"], node["aliases"]) == ("Anna Holt", ["A. Holt", "Holt"])


@pytest.mark.parametrize("make", [conference_graph, hostile_graph])
def test_a_graph_comes_back_from_json_as_it_was(tmp_path: Path, make: Any) -> None:
    graph = make()
    write_graph_json(graph, tmp_path / "graph.json")
    assert contents(read_graph_json(tmp_path / "graph.json")) == contents(graph)


def test_the_json_is_the_documented_one(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    graph = conference_graph()
    write_graph_json(graph, tmp_path / "graph.json")
    write_graph_json(graph, "-")
    written = (tmp_path / "graph.json").read_text(encoding="utf-8")
    assert capsys.readouterr().out == written
    data = json.loads(written)
    assert (data["directed"], data["multigraph"]) == (True, True)
    assert {"id", "label", "name", "aliases"} <= set(data["nodes"][0])
    assert {"source", "target", "key", "type", "article", "start", "end"} <= set(data["edges"][0])
    assert "Şeyma" in written


def test_json_that_was_written_before_articles_had_authors_is_read(tmp_path: Path) -> None:
    data = json.loads(graph_as_json(conference_graph()))
    authors = [node.pop("author") for node in data["nodes"] if node["label"] == "Article"]
    assert any(authors)
    (tmp_path / "old.json").write_text(json.dumps(data), encoding="utf-8")
    assert {article.author for article in articles_of(read_graph_json(tmp_path / "old.json"))} == {None}


def test_half_a_surrogate_pair_can_be_written(tmp_path: Path) -> None:
    one = replace(reading("a"), article=Article("a", TEXT + "\ud800"))
    write_graph_json(build_graph([one], same_person(one)), tmp_path / "graph.json")


def _refused(path: Path) -> str:
    with pytest.raises(GraphkitError) as refused:
        read_graph_json(path)
    message = str(refused.value)
    assert str(path) in message
    assert "\n" not in message
    assert "graphkit extract PATH -o " in message
    return message


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[]",
        "3",
        "null",
        "{}",
        "Anna Holt said it rained.",
        json.dumps(EMPTY | {"nodes": 3}),
        json.dumps(EMPTY | {"edges": [{"source": "a"}]}),
        json.dumps({key: value for key, value in EMPTY.items() if key != "edges"} | {"links": []}),
        "[" * 100_000,
    ],
)
def test_bad_json_is_refused_with_what_to_do(tmp_path: Path, text: str) -> None:
    path = tmp_path / "graph.json"
    path.write_text(text, encoding="utf-8")
    assert "is not graph JSON" in _refused(path)


def test_bytes_that_are_no_text_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "graph.json"
    path.write_bytes(b"\xff\xfe\x00{}")
    assert "is not graph JSON" in _refused(path)


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    assert "cannot be read" in _refused(tmp_path / "graph.json")


@pytest.mark.parametrize(
    "label",
    ["Robot", "person", None, []],
)
def test_an_unknown_label_is_refused(tmp_path: Path, label: Any) -> None:
    path = tmp_path / "graph.json"
    path.write_text(json.dumps(EMPTY | {"nodes": [{"id": "x/1", "label": label}]}), encoding="utf-8")
    with pytest.raises(VocabularyError, match=r"'x/1' has the label .*; the labels are Person, Agency"):
        read_graph_json(path)


@pytest.mark.parametrize(
    ("type_", "source", "target"),
    [
        ("ATTENDED", "forum/summit", "person/bob"),
        ("ATTENDED", "person/bob", "country/ke"),
        ("REPRESENTS", "country/ke", "agency/bank"),
        ("QUOTED_IN", "country/ke", "article/x1"),
        ("HELD_IN", "forum/summit", "agency/bank"),
        ("LIKES", "person/bob", "person/dan"),
        (None, "person/bob", "person/dan"),
    ],
)
def test_an_edge_that_the_model_does_not_have_is_refused(type_: str | None, source: str, target: str) -> None:
    graph = conference_graph()
    graph.add_edge(source, target, key="k", type=type_)
    with pytest.raises(VocabularyError, match=f"'{source}' → '{target}' is {type_!r}"):
        check_graph(graph)


@pytest.mark.parametrize("name", list(vocabulary.EDGE_TYPES))
def test_every_edge_of_the_model_is_let_through(name: str) -> None:
    for source, target in vocabulary.EDGE_TYPES[name].ends:
        graph: Graph = type(conference_graph())()
        graph.add_node("s", label=source)
        graph.add_node("t", label=target)
        graph.add_edge("s", "t", key="k", type=name)
        check_graph(graph)


def test_what_a_file_leaves_out_is_null_or_false(tmp_path: Path) -> None:
    path = tmp_path / "graph.json"
    write_graph_json(conference_graph(), path)
    data = json.loads(path.read_text(encoding="utf-8"))
    for part in ("nodes", "edges"):
        data[part] = [{name: value for name, value in one.items() if value not in (None, False)} for one in data[part]]
    path.write_text(json.dumps(data), encoding="utf-8")
    assert contents(read_graph_json(path)) == contents(conference_graph())


@pytest.mark.parametrize(("part", "name"), [("nodes", "aliases"), ("edges", "sentence"), ("edges", "article")])
def test_a_file_that_lacks_what_every_graph_has_is_refused(tmp_path: Path, part: str, name: str) -> None:
    path = tmp_path / "graph.json"
    write_graph_json(conference_graph(), path)
    data = json.loads(path.read_text(encoding="utf-8"))
    del data[part][0][name]
    path.write_text(json.dumps(data), encoding="utf-8")
    with pytest.raises(VocabularyError, match=f"has no {name}"):
        read_graph_json(path)
