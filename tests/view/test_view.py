"""The view from Python: places, sizes, what is left out, and what is refused."""

from __future__ import annotations

import html
import math
from pathlib import Path

import pytest
from crowd import crowd_graph
from sample_graph import GraphMaker, conference_graph

from graphkit.centrality import betweenness
from graphkit.errors import GraphkitError
from graphkit.graph import Graph, write_graph_json
from graphkit.packaged import packaged_folder
from graphkit.pipeline import read_graph
from graphkit.stores import Rows
from graphkit.view import render_view, write_view
from graphkit.view.answer import part_of_answer
from graphkit.view.bundles import bundle_edges
from graphkit.view.layout import Box, layout
from graphkit.view.sizes import node_sizes

RING = {str(n): {str((n + 1) % 120): None, str((n - 1) % 120): None} for n in range(120)}


def test_the_same_graph_gives_the_same_bytes(seeds: Graph) -> None:
    assert render_view(seeds) == render_view(read_graph([packaged_folder("seeds")]))


def test_the_page_loads_nothing_from_anywhere(seeds: Graph, crowd_file: Path) -> None:
    for page in (html.unescape(render_view(seeds)), html.unescape(crowd_file.read_text(encoding="utf-8"))):
        assert "default-src 'none'" in page
        for way in ('src="http', "src='http", '<link rel="stylesheet"', "@import", "cdnjs", "unpkg"):
            assert way not in page


def test_the_page_carries_the_licences_of_what_is_in_it(seeds: Graph) -> None:
    assert "Almende" in render_view(seeds)
    assert "Apache License 2.0" in render_view(seeds)


def test_the_file_is_no_larger_than_twice_the_graph_and_the_library(
    seeds: Graph, crowd_file: Path, tmp_path: Path
) -> None:
    (tmp_path / "seeds.html").write_text(render_view(seeds), encoding="utf-8")
    own = 80_000  # the page's own script, style and words
    for graph, page, library in ((seeds, tmp_path / "seeds.html", 480_000), (crowd_graph(), crowd_file, 0)):
        write_graph_json(graph, tmp_path / "graph.json")
        assert page.stat().st_size < 2 * (tmp_path / "graph.json").stat().st_size + library + own


def test_a_focus_that_is_not_there_is_refused_with_near_names(seeds: Graph) -> None:
    with pytest.raises(GraphkitError, match="Adil Taghiyev"):
        render_view(seeds, focus="Adil Tagiyev")


def test_a_page_that_cannot_be_written_leaves_the_older_one(tmp_path: Path, seeds: Graph) -> None:
    (tmp_path / "graph.html").mkdir()
    with pytest.raises(GraphkitError, match=r"graph\.html: cannot be written"):
        write_view(seeds, tmp_path / "graph.html")
    assert [path.name for path in tmp_path.iterdir()] == ["graph.html"]


@pytest.mark.parametrize("count", [1, 2, 30, 120])
def test_no_two_nodes_stand_on_each_other(count: int) -> None:
    neighbours = {node: ends for node, ends in RING.items() if int(node) < count}
    neighbours = {node: {end: None for end in ends if int(end) < count} for node, ends in neighbours.items()}
    places = layout(neighbours, {node: Box(20, 10, 25) for node in neighbours})
    for one, (x, y) in places.items():
        for other, (u, v) in places.items():
            assert one == other or math.hypot(x - u, y - v) > 10


@pytest.mark.parametrize("pairs", [0, 3, 12, 80])
def test_a_large_part_with_small_ones_beside_it_fills_a_screen(pairs: int) -> None:
    neighbours = dict(RING)
    for pair in range(pairs):
        neighbours |= {f"left {pair}": {f"right {pair}": None}, f"right {pair}": {f"left {pair}": None}}
    places = layout(neighbours, {node: Box(20, 10, 25) for node in neighbours})
    width, height = (max(values) - min(values) for values in zip(*places.values(), strict=True))
    assert 1.1 < width / height < 1.8


def test_tied_nodes_stand_nearer_than_others() -> None:
    places = layout(RING, {node: Box(8, 8, 8) for node in RING})
    tied = [math.dist(places[node], places[other]) for node, ends in RING.items() for other in ends]
    apart = [math.dist(places[node], places[str((int(node) + 60) % 120)]) for node in RING]
    assert max(tied) < min(apart)


def test_places_do_not_depend_on_chance() -> None:
    boxes = {node: Box(8, 8, 8) for node in RING}
    assert layout(RING, boxes) == layout(RING, dict(reversed(boxes.items())))


def test_sizes_are_the_centralities_of_the_drawn_network() -> None:
    graph = conference_graph()
    drawn = sorted(graph)
    sizes = node_sizes(drawn, bundle_edges(graph))
    assert list(sizes) == ["degree", "strength", "betweenness", "closeness", "pagerank"]
    tied = graph.to_undirected()
    tied.remove_edges_from(
        [(s, t, k) for s, t, k, data in tied.edges(keys=True, data=True) if data["type"] == "MENTIONED_IN"]
    )
    wanted = betweenness(Graph(tied).to_undirected())
    assert sizes["betweenness"]["values"] == [pytest.approx(wanted[node], rel=1e-3) for node in drawn]
    assert sizes["degree"]["values"][drawn.index("forum/summit")] == 6
    assert sizes["strength"]["values"][drawn.index("agency/bank")] == 4


def test_of_a_very_large_graph_only_the_quick_measures_are_offered() -> None:
    nodes = [f"n{number}" for number in range(6000)]
    maker = GraphMaker()
    forum = maker.node("Forum", "forum/f", "F")
    for node in nodes:
        maker.edge("ATTENDED", maker.node("Person", node, node), forum, "a", 0, status="attended")
    assert list(node_sizes(sorted(maker.graph), bundle_edges(maker.graph))) == ["degree", "strength", "pagerank"]


@pytest.mark.parametrize(
    ("row", "named"),
    [
        (("Aisha Karimova", 3), {"person/aisha"}),
        (("person/bob",), {"person/bob"}),
        (({"id": "forum/week", "label": "Forum", "name": "Bob O'Neil"},), {"forum/week"}),
        (({"source": "person/dan", "target": "agency/bureau", "key": "x3-140"},), {"person/dan", "agency/bureau"}),
        (([{"nodes": [{"id": "person/dan"}], "relationships": []}],), {"person/dan"}),
    ],
)
def test_the_part_of_an_answer_is_what_it_names(row: tuple[object, ...], named: set[str]) -> None:
    part = part_of_answer(conference_graph(), Rows(("found",), (row,)), {})
    assert {node for node in part if not node.startswith("article/")} == named
    assert all(
        data["article"] in {node.removeprefix("article/") for node in part} for *_, data in part.edges(data=True)
    )


def test_an_answer_that_names_nothing_is_refused() -> None:
    with pytest.raises(GraphkitError, match=r"names nothing that can be drawn.*names or ids"):
        part_of_answer(conference_graph(), Rows(("n",), ((3,),)), {"person": "Dan Lee"})
