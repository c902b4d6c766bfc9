"""Which file is written, with the same bytes each time, and whole or not at all."""

from __future__ import annotations

import json
import random
from pathlib import Path

import networkx as nx
import pytest
from sample_graph import GraphMaker, conference_graph, shuffled

from graphkit.centrality import Selection
from graphkit.centrality.examples import three_forums
from graphkit.errors import GraphkitError
from graphkit.graph import Graph
from graphkit.report import FORMATS, write_report

BEGINNINGS = {
    ".html": "<!DOCTYPE html>",
    ".htm": "<!DOCTYPE html>",
    ".md": "# Centrality report\n",
    ".csv": "entity,id,label,network,measure,value,rank,low,high\n",
    ".json": '{\n "format": "graphkit-report/2"',
}


@pytest.mark.parametrize("ending", FORMATS)
def test_the_ending_of_the_name_chooses_the_format(ending: str, tmp_path: Path) -> None:
    path = write_report(three_forums(), str(tmp_path / f"a report{ending.upper()}"))
    assert path == tmp_path / f"a report{ending.upper()}"
    text = path.read_text(encoding="utf-8")
    assert text.lstrip().startswith(BEGINNINGS[ending])
    assert text.endswith("\n")
    assert not text.endswith("\n\n")


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("r.pdf", "a report cannot be written as '.pdf'"),
        ("report", "the name has no ending"),
        (".html", "the name has no ending"),
    ],
)
def test_another_ending_is_refused_in_one_sentence_and_writes_nothing(name: str, said: str, tmp_path: Path) -> None:
    with pytest.raises(GraphkitError) as refused:
        write_report(three_forums(), tmp_path / name)
    message = str(refused.value)
    assert message.startswith(f"{tmp_path / name}: {said}")
    assert message.endswith("; let it end in .html, .htm, .md, .csv, .json.")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("top", [0, -3])
def test_a_table_of_nothing_is_refused(top: int, tmp_path: Path) -> None:
    with pytest.raises(GraphkitError) as refused:
        write_report(three_forums(), tmp_path / "r.md", top=top)
    assert str(refused.value) == f"A table of the first {top} shows nothing; give 1 or more."


@pytest.mark.parametrize("ending", FORMATS)
@pytest.mark.parametrize("seed", [1, 2])
def test_the_same_graph_gives_the_same_bytes_in_whatever_order_it_was_loaded(
    ending: str, seed: int, tmp_path: Path
) -> None:
    first = write_report(conference_graph(), tmp_path / f"one{ending}").read_bytes()
    again = write_report(shuffled(conference_graph(), random.Random(seed)), tmp_path / f"two{ending}").read_bytes()
    assert again == first


def two_posts_in_the_same_words(*roles: str) -> Graph:
    maker = GraphMaker()
    maker.node("Person", "p1", "Ana")
    maker.node("Agency", "a1", "Tea Board")
    maker.article("x1")
    for role in roles:
        maker.edge("REPRESENTS", "p1", "a1", "x1", 0, role=role)
        maker.graph.add_edge("p1", "a1", key=role, **maker.graph["p1"]["a1"]["x1-0"])
    maker.graph.remove_edge("p1", "a1", key="x1-0")
    return maker.graph


@pytest.mark.parametrize("ending", FORMATS)
def test_two_posts_in_the_same_words_stand_in_a_fixed_order(ending: str, tmp_path: Path) -> None:
    one = write_report(two_posts_in_the_same_words("Chair", "Editor"), tmp_path / f"one{ending}")
    two = write_report(two_posts_in_the_same_words("Editor", "Chair"), tmp_path / f"two{ending}")
    assert one.read_bytes() == two.read_bytes()


def test_another_graph_has_another_fingerprint(tmp_path: Path) -> None:
    graph = conference_graph()
    first = json.loads(write_report(graph, tmp_path / "one.json").read_text(encoding="utf-8"))
    graph.nodes["person/dan"]["name"] = "Dan Leigh"
    second = json.loads(write_report(graph, tmp_path / "two.json").read_text(encoding="utf-8"))
    assert first["head"]["fingerprint"] != second["head"]["fingerprint"]


def test_writing_a_report_leaves_the_graph_as_it_was(tmp_path: Path) -> None:
    graph = conference_graph()
    for ending in FORMATS:
        write_report(graph, tmp_path / f"r{ending}", selection=Selection(planned=True))
    assert nx.utils.graphs_equal(graph, conference_graph())


def test_an_older_file_is_replaced_and_nothing_else_is_left(tmp_path: Path) -> None:
    path = tmp_path / "r.csv"
    path.write_text("older " * 10_000, encoding="utf-8")
    write_report(three_forums(), path)
    assert path.read_text(encoding="utf-8").startswith(BEGINNINGS[".csv"])
    assert list(tmp_path.iterdir()) == [path]


def test_a_write_that_fails_half_way_leaves_the_older_file_whole(tmp_path: Path) -> None:
    resource = pytest.importorskip("resource")
    path = tmp_path / "r.html"
    path.write_text("older", encoding="utf-8")
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1000, hard))
    try:
        with pytest.raises(GraphkitError) as failed:
            write_report(three_forums(), path)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert str(failed.value) == (
        f"{path}: cannot be written (File too large). Give a file in a folder that is there and that you may write to."
    )
    assert path.read_text(encoding="utf-8") == "older"
    assert list(tmp_path.iterdir()) == [path]


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    path = tmp_path / "nowhere" / "r.md"
    with pytest.raises(GraphkitError) as failed:
        write_report(three_forums(), path)
    assert str(failed.value).startswith(f"{path}: cannot be written (No such file or directory). Give a file in ")
    assert list(tmp_path.iterdir()) == []


def test_a_folder_in_the_place_of_the_file_stays(tmp_path: Path) -> None:
    path = tmp_path / "r.md"
    path.mkdir()
    with pytest.raises(GraphkitError, match="cannot be written"):
        write_report(three_forums(), path)
    assert list(tmp_path.iterdir()) == [path]
    assert list(path.iterdir()) == []


def test_a_link_to_the_file_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "real.csv").write_text("older", encoding="utf-8")
    link = tmp_path / "link.csv"
    try:
        link.symlink_to("real.csv")
    except OSError:
        pytest.skip("links cannot be made here")
    write_report(three_forums(), link)
    assert link.is_symlink()
    assert (tmp_path / "real.csv").read_text(encoding="utf-8").startswith(BEGINNINGS[".csv"])
