"""What the page saves: pictures and data of what is seen."""

from __future__ import annotations

import csv
import io
import json
import xml.etree.ElementTree as ET
from pathlib import Path

import networkx as nx
import pytest
from acting import PageOf, expect_drawn, search
from opened_page import Opened
from playwright.sync_api import Page
from sample_graph import GraphMaker, conference_graph

from graphkit.graph import read_graph_json

EVIL = "=cmd()\x00\x08 \ud800 </data>]]>&\"'<script>alert(1)</script>"


def saved(page: Page, ending: str) -> Path:
    """The file that the page hands over."""
    page.locator("#take").select_option(ending)
    with page.expect_download() as download:
        page.locator("#save").click()
    assert download.value.suggested_filename == f"network.{ending}"
    return download.value.path()


def seen_by_a_user(conference: Opened) -> Page:
    """The conference page with something filtered out: 20 lines less one country's."""
    conference.page.get_by_label("Countries").uncheck()
    expect_drawn(conference.page, 11, 15)
    return conference.page


def expected() -> nx.MultiDiGraph:
    graph = conference_graph()
    kept = [node for node, data in graph.nodes(data=True) if data["label"] not in ("Country",)]
    part = graph.subgraph(kept).copy()
    part.remove_edges_from(
        [(s, t, k) for s, t, k, data in part.edges(keys=True, data=True) if data["type"] == "MENTIONED_IN"]
    )
    part.remove_nodes_from(list(nx.isolates(part)))
    return part


def test_the_node_link_json_is_the_visible_part_of_the_graph(conference: Opened, tmp_path: Path) -> None:
    page = seen_by_a_user(conference)
    graph = read_graph_json(saved(page, "json"))
    wanted = expected()
    assert set(graph) == set(wanted)
    assert sorted(graph.edges(keys=True)) == sorted(wanted.edges(keys=True))
    for source, target, key, data in wanted.edges(keys=True, data=True):
        assert graph.edges[source, target, key] == data
    assert graph.nodes["person/aisha"]["aliases"] == ["A. Karimova"]


@pytest.mark.parametrize(("ending", "read"), [("gexf", nx.read_gexf), ("graphml", nx.read_graphml)])
def test_networkx_reads_the_saved_graph(conference: Opened, ending: str, read: object) -> None:
    graph = read(saved(seen_by_a_user(conference), ending))  # type: ignore[operator]
    wanted = expected()
    assert set(graph) == set(wanted)
    assert graph.number_of_edges() == wanted.number_of_edges()
    assert graph.nodes["person/aisha"]["name"] == "Aisha Karimova"
    posts = [data for _, _, data in graph.out_edges("person/aisha", data=True) if data["type"] == "REPRESENTS"]
    assert {(post["role"], post["start"], post["confidence"]) for post in posts} == {
        ("Director", 100, 0.9),
        ("Vice President", 100, 0.9),
    }


def test_the_csv_has_a_row_for_each_piece_of_evidence(conference: Opened) -> None:
    text = saved(seen_by_a_user(conference), "csv").read_text(encoding="utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    assert len(rows) == expected().number_of_edges()
    (post,) = [row for row in rows if row["role"] == "Vice President"]
    assert (post["from"], post["type"], post["to"]) == ("Aisha Karimova", "REPRESENTS", "World Bank")
    assert (post["article"], post["start"], post["sentence"]) == ("x2", "100", "x2 at 100.")


def test_the_svg_holds_every_node_line_and_drawn_name(conference: Opened) -> None:
    page = seen_by_a_user(conference)
    root = ET.fromstring(saved(page, "svg").read_text(encoding="utf-8"))
    svg = "{http://www.w3.org/2000/svg}"
    titles = {title.text for title in root.iter(f"{svg}title")}
    assert {data["name"] for _, data in expected().nodes(data=True)} <= titles
    assert len(list(root.iter(f"{svg}polygon"))) == 15  # the arrow of each line
    assert "Antalya Summit" in {text.text for text in root.iter(f"{svg}text")}


def test_the_png_is_the_picture_with_its_background(conference: Opened) -> None:
    png = saved(conference.page, "png").read_bytes()
    assert png.startswith(b"\x89PNG")
    width = int.from_bytes(png[16:20], "big")
    assert width == conference.page.evaluate("document.querySelector('#network canvas').width")
    assert len(png) > 5000


def test_hostile_words_stay_words_in_every_file(page_of: PageOf) -> None:
    maker = GraphMaker()
    person, forum = maker.node("Person", "person/x", EVIL, EVIL), maker.node("Forum", "forum/x", EVIL)
    maker.article("a", title=EVIL)
    maker.edge("ATTENDED", person, forum, "a", 1, status="attended", sentence=EVIL)
    opened = page_of(maker.graph)
    search(opened.page, "cmd")
    for ending, read in (("gexf", nx.read_gexf), ("graphml", nx.read_graphml)):
        assert "<script>" in read(saved(opened.page, ending)).nodes["person/x"]["name"]
    assert "<script>" in read_graph_json(saved(opened.page, "json")).nodes["person/x"]["name"]
    table = csv.DictReader(io.StringIO(saved(opened.page, "csv").read_bytes().decode("utf-8-sig"), newline=""))
    assert next(table)["from"].startswith("'=cmd")
    svg = ET.fromstring(saved(opened.page, "svg").read_text(encoding="utf-8"))
    assert not list(svg.iter("{http://www.w3.org/2000/svg}script"))
    assert opened.complaints == []


def test_a_page_without_text_saves_none(page_of: PageOf) -> None:
    opened = page_of(conference_graph(), with_text=False)
    graph = json.loads(saved(opened.page, "json").read_text(encoding="utf-8"))
    assert {edge["sentence"] for edge in graph["edges"]} == {""}
    assert {edge.get("text", "") for edge in graph["edges"]} == {""}
