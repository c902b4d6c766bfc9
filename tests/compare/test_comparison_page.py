"""The page of a comparison in a real Chromium, from the file system, without a network."""

from __future__ import annotations

import copy
from pathlib import Path

import pytest
from opened_page import PHONE, Opened, contrast
from playwright.sync_api import Browser, expect
from sample_graph import GraphMaker, conference_graph

from graphkit.compare import compare_graphs, comparison_as_html, write_comparison
from graphkit.errors import GraphkitError
from graphkit.graph import Graph

HOSTILE = "</style><script>alert(1)</script><img src=http://x.invalid/a.png onerror=alert(1)>{{7*7}}"


def hostile_graph() -> Graph:
    maker = GraphMaker()
    person, forum = maker.node("Person", f"person/{HOSTILE}", HOSTILE, HOSTILE), maker.node("Forum", "forum/f", HOSTILE)
    maker.article("a", HOSTILE)
    place = {"sentence": HOSTILE, "rule": HOSTILE}
    maker.edge("QUOTED_AT", person, forum, "a", 1, text=HOSTILE, kind="direct", **place)
    return maker.graph


def test_hostile_words_stand_there_to_the_letter_and_ask_for_nothing(browser: Browser, tmp_path: Path) -> None:
    changed = copy.deepcopy(hostile_graph())
    changed.nodes["forum/f"]["name"] = f"{HOSTILE} changed"
    file = write_comparison(compare_graphs(Graph(), hostile_graph()), tmp_path / "new.html")
    other = write_comparison(compare_graphs(hostile_graph(), changed), tmp_path / "changed.html")
    opened = Opened(browser, file)
    page = opened.page
    edges = page.get_by_role("region", name="New edges")
    expect(edges.locator("blockquote")).to_have_text(HOSTILE)
    expect(edges.get_by_role("rowheader").locator("bdi").first).to_have_text(HOSTILE)
    expect(page.locator("script, img")).to_have_count(0)
    page.goto(other.as_uri())
    expect(page.get_by_role("region", name="Changed").locator("ins")).to_have_text(f"{HOSTILE} changed")
    assert opened.complaints == []
    assert [url for url in opened.requests if not url.startswith(("file:", "data:"))] == []


def test_the_page_says_who_was_merged(browser: Browser, tmp_path: Path) -> None:
    maker = GraphMaker()
    maker.article("a")
    for person, place in (("person/a", 1), ("person/b", 2)):
        maker.node("Person", person, f"name of {person}")
        maker.edge("MENTIONED_IN", person, "article/a", "a", place, surface="x")
    new = copy.deepcopy(maker.graph)
    new.add_edge("person/a", "article/a", key="new", **new.edges["person/b", "article/a", "a-2"])
    new.remove_node("person/b")
    page = Opened(browser, write_comparison(compare_graphs(maker.graph, new), tmp_path / "merged.html")).page
    merged = page.get_by_role("region", name="Merged")
    expect(merged.get_by_role("rowheader")).to_contain_text("name of person/a")
    expect(merged.get_by_role("listitem")).to_have_text(
        [f"name of {person}Person · {person}" for person in ("person/a", "person/b")]
    )
    expect(page.get_by_role("region", name="Gone")).to_have_count(0)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_what_came_and_went_can_be_read(browser: Browser, scheme: str, tmp_path: Path) -> None:
    new = conference_graph()
    new.nodes["forum/week"]["start"] = "2025-04"
    file = write_comparison(compare_graphs(conference_graph(), new), tmp_path / "changed.html")
    page = Opened(browser, file, color_scheme=scheme, viewport=PHONE).page
    assert all(contrast(page, words) >= 4.5 for words in ("ins", "del", "th small", "thead th", "h2 small"))
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_the_same_comparison_gives_the_same_bytes() -> None:
    graphs = Graph(), conference_graph()
    assert comparison_as_html(compare_graphs(*graphs)) == comparison_as_html(compare_graphs(*graphs))


def test_graphs_that_hold_the_same_have_a_page_that_says_so(browser: Browser, tmp_path: Path) -> None:
    graph = conference_graph()
    page = Opened(browser, write_comparison(compare_graphs(graph, graph), tmp_path / "same.html")).page
    expect(page.get_by_text("Nothing: both graphs hold the same.")).to_be_visible()
    expect(page.get_by_role("region")).to_have_count(1)


def test_another_ending_is_refused(tmp_path: Path) -> None:
    with pytest.raises(GraphkitError, match=r"\.html or \.json"):
        write_comparison(compare_graphs(Graph(), Graph()), tmp_path / "changes.txt")
