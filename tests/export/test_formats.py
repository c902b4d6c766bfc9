"""What goes out comes back: each format by a real reader of it. neo4j-admin and FollowTheMoney have their own files."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path
from typing import Any

import networkx as nx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from read_back import READERS
from sample_graph import HOSTILE_TEXTS, GraphMaker, conference_graph, shuffled

from graphkit.errors import GraphkitError
from graphkit.export import FORMATS, FileFormat, export_graph
from graphkit.export.formats import Part
from graphkit.graph import Graph, write_graph_json
from graphkit.pipeline import read_graph

DEVELOPMENT = Path(__file__).parents[1] / "gold" / "dev"


@pytest.fixture(scope="module")
def development() -> Graph:
    return read_graph([str(DEVELOPMENT / "*.txt")])


def there_and_back(form: str, graph: Graph, folder: Path) -> Graph:
    path = folder / f"out-{form}-{len(list(folder.iterdir()))}"
    export_graph(graph, path, form)
    return READERS[form](path)


@pytest.mark.parametrize("form", READERS)
def test_the_development_graph_comes_back_field_by_field(form: str, development: Graph, tmp_path: Path) -> None:
    back = there_and_back(form, development, tmp_path)
    assert dict(back.nodes(data=True)) == dict(development.nodes(data=True))
    assert dict(back.edges) == dict(development.edges)


def one_claim(words: str, **forum: Any) -> Graph:
    """A graph that has some words wherever an article's words can stand."""
    maker = GraphMaker()
    maker.node("Person", "person/a", words, words)
    maker.node("Forum", "forum/b", words, **forum)
    maker.article("c", f"{words} text", title=words, author=words, source=words)
    maker.edge("ATTENDED", "person/a", "forum/b", "c", 1, status="planned", sentence=words, rule=words)
    maker.edge("QUOTED_AT", "person/a", "forum/b", "c", 2, kind="mixed", text=words, nested=True)
    maker.edge("MENTIONED_IN", "person/a", "article/c", "c", 3, surface=words)
    return maker.graph


def conference() -> Graph:
    """Aliases stand in the order of the alphabet, as in every graph that graphkit makes."""
    graph = conference_graph()
    for node in graph:
        graph.nodes[node]["aliases"].sort()
    return graph


def doubled(graph: Graph) -> Graph:
    """Every edge once more under another key."""
    for source, target, key, data in list(graph.edges(keys=True, data=True)):
        graph.add_edge(source, target, key=f"{key} again", **data)
    return graph


PROBES: dict[Part, Callable[[], Graph]] = {
    Part.EDGES: lambda: doubled(conference()),
    Part.PROPERTIES: conference,
    Part.EVIDENCE: lambda: one_claim("evidence"),
    Part.ALIASES: lambda: one_claim('a; b, "c" | [d]\n'),
    Part.NULLS: lambda: one_claim("words", city="", theme=None),
    Part.CONTROLS: lambda: one_claim("a\x0cb\x01c\x1f\ufffe"),
}


@pytest.mark.parametrize("part", Part)
@pytest.mark.parametrize("form", READERS)
def test_a_format_holds_what_the_register_says_and_no_more(form: str, part: Part, tmp_path: Path) -> None:
    graph = PROBES[part]()
    same = nx.utils.graphs_equal(there_and_back(form, graph, tmp_path), graph)
    assert same is (part in FORMATS[form].holds)


NOT_XML = "".join(map(chr, (*range(9), 11, 12, *range(14, 32), 0xFFFE, 0xFFFF)))


@pytest.mark.parametrize("form", READERS)
@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_any_words_come_back(form: str, data: st.DataObject, tmp_path: Path) -> None:
    unheld = "" if Part.CONTROLS in FORMATS[form].holds else NOT_XML
    characters = st.characters(exclude_categories=["Cs"], exclude_characters=unheld)
    graph = one_claim(data.draw(st.text(characters, min_size=1)))
    assert nx.utils.graphs_equal(there_and_back(form, graph, tmp_path), graph)


@pytest.mark.parametrize("form", READERS)
@pytest.mark.parametrize("words", [*HOSTILE_TEXTS[1:], "=1+1", "@SUM(A1)", "</data>]]>&lt;", "\r", "a\r\nb\rc"])
def test_hostile_words_come_back(form: str, words: str, tmp_path: Path) -> None:
    graph = one_claim(words)
    assert nx.utils.graphs_equal(there_and_back(form, graph, tmp_path), graph)


def contents(path: Path) -> dict[str, bytes]:
    files = sorted(path.iterdir()) if path.is_dir() else [path]
    return {file.name if path.is_dir() else "": file.read_bytes() for file in files}


@pytest.mark.parametrize("form", FORMATS)
def test_the_order_in_which_a_graph_was_made_does_not_show(form: str, development: Graph, tmp_path: Path) -> None:
    export_graph(development, tmp_path / "one", form)
    export_graph(shuffled(development, random.Random(8)), tmp_path / "other", form)
    assert contents(tmp_path / "one") == contents(tmp_path / "other")


@pytest.mark.parametrize("form", FORMATS)
def test_without_text_no_words_of_the_articles_go_out(form: str, tmp_path: Path) -> None:
    maker = GraphMaker()
    maker.node("Person", "person/a", "Ana")
    maker.article("b", "SECRET text")
    maker.edge("QUOTED_IN", "person/a", "article/b", "b", 1, kind="direct", text="SECRET words", sentence="SECRET.")
    export_graph(maker.graph, tmp_path / "with", form)
    export_graph(maker.graph, tmp_path / "without", form, with_text=False)
    assert any(b"SECRET" in content for content in contents(tmp_path / "with").values())
    assert not any(b"SECRET" in content for content in contents(tmp_path / "without").values())


def test_node_link_is_what_extract_writes(development: Graph, tmp_path: Path) -> None:
    write_graph_json(development, tmp_path / "extracted.json")
    export_graph(development, tmp_path / "exported.json")
    assert contents(tmp_path / "extracted.json") == contents(tmp_path / "exported.json")


@pytest.mark.parametrize("form", ["graphml", "gexf"])
def test_characters_that_xml_does_not_have_are_replaced_one_by_one_and_said(form: str, tmp_path: Path) -> None:
    maker = GraphMaker()
    maker.node("Person", "person/a", "A\x0cna\x01")
    lost = export_graph(maker.graph, tmp_path / "out", form)
    assert lost == ("Control characters that XML does not have, each replaced by U+FFFD: 2.",)
    assert READERS[form](tmp_path / "out").nodes["person/a"]["name"] == "A\ufffdna\ufffd"
    assert export_graph(conference_graph(), tmp_path / "clean", form) == ()


@pytest.mark.parametrize("form", FORMATS)
def test_an_export_that_fails_leaves_nothing_and_keeps_what_was_there(form: str, tmp_path: Path) -> None:
    graph = conference_graph()
    graph.nodes["person/dan"]["aliases"] = ["half a pair: \ud800"]
    path = tmp_path / "out"
    if isinstance(FORMATS[form], FileFormat):
        path.write_text("older", encoding="utf-8")
    before = contents(tmp_path)
    with pytest.raises(GraphkitError, match="person/dan"):
        export_graph(graph, path, form)
    assert contents(tmp_path) == before


def test_a_folder_whose_writing_fails_half_way_is_not_there(tmp_path: Path) -> None:
    graph = conference_graph()
    graph.nodes["person/dan"]["aliases"] = ["U+001F: \x1f"]
    with pytest.raises(GraphkitError, match=r"U\+001F"):
        export_graph(graph, tmp_path / "import", "neo4j-admin")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("form", ["csv", "parquet", "neo4j-admin"])
def test_a_folder_that_holds_something_is_refused(form: str, tmp_path: Path) -> None:
    (tmp_path / "mine.csv").write_text("mine", encoding="utf-8")
    with pytest.raises(GraphkitError, match="is not an empty folder"):
        export_graph(conference_graph(), tmp_path, form)
    assert [file.name for file in tmp_path.iterdir()] == ["mine.csv"]


@pytest.mark.parametrize(
    ("name", "form"),
    [
        ("a.graphml", "graphml"),
        ("a.GEXF", "gexf"),
        ("a.json", "node-link"),
        ("a.ftm.json", "ftm"),
        ("a.jsonld", "jsonld"),
        ("tables", "csv"),
    ],
)
def test_the_ending_tells_the_format(name: str, form: str, tmp_path: Path) -> None:
    export_graph(conference_graph(), tmp_path / name)
    export_graph(conference_graph(), tmp_path / "named", form)
    assert contents(tmp_path / name) == contents(tmp_path / "named")


@pytest.mark.parametrize(
    ("path", "form"), [("a.xlsx", None), ("a.csv", None), ("-", None), ("a", "xlsx"), ("-", "csv")]
)
def test_what_cannot_be_told_or_written_is_said(path: str, form: str | None) -> None:
    with pytest.raises(GraphkitError, match="format"):
        export_graph(conference_graph(), path, form)
