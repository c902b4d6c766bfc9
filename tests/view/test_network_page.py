"""The network page in a real Chromium: what it draws, says and asks the network for."""

from __future__ import annotations

import html
from pathlib import Path

import pytest
from opened_page import PHONE, Opened, contrast
from playwright.sync_api import Browser, Locator, Page, expect
from sample_graph import GraphMaker, conference_graph

from graphkit.errors import GraphkitError
from graphkit.graph import Graph, build_graph
from graphkit.pipeline import read_graph
from graphkit.records import Resolution
from graphkit.view import render_view, write_view

SEEDS = Path(__file__).parents[2] / "seeds"
HOSTILE = "</script><img src=x onerror=alert(1)>\"'&amp;{{7*7}}\u2028\u202e"


@pytest.fixture(scope="module")
def seeds() -> Graph:
    return read_graph([SEEDS])


@pytest.fixture
def opened(browser: Browser, seeds: Graph, tmp_path: Path) -> Opened:
    return page_of(browser, seeds, tmp_path)


def page_of(browser: Browser, graph: Graph, folder: Path, focus: str | None = None, **context: object) -> Opened:
    write_view(graph, folder / "graph.html", focus=focus)
    return Opened(browser, folder / "graph.html", **context)


def numbers_in_sight(page: Page) -> tuple[int, int]:
    """How many of the drawn nodes stand inside the picture, and how many are drawn."""
    inside, drawn = page.evaluate(
        """() => {
          const place = document.getElementById("network");
          const places = scene.network.getPositions();
          const shown = [...scene.visible].map((node) => scene.network.canvasToDOM(places[node]));
          const within = ({ x, y }) => x > 0 && y > 0 && x < place.clientWidth && y < place.clientHeight;
          return [shown.filter(within).length, shown.length];
        }"""
    )
    return inside, drawn


def search(page: Page, typed: str) -> None:
    page.locator("#search").fill(typed)
    page.keyboard.press("Enter")


def open_line(line: Locator) -> None:
    """Open a line of the panel; the browser says that it is open later, and only then its evidence is made."""
    line.click()
    expect(line.locator("xpath=..").locator(".claim").first).to_be_visible()


def test_the_page_asks_for_nothing_and_complains_of_nothing(opened: Opened) -> None:
    search(opened.page, "Javid Musayev")
    opened.page.locator("#physics").click()
    opened.page.locator("#table-button").click()
    assert opened.complaints == []
    assert [url for url in opened.requests if not url.startswith(("file:", "data:"))] == []


def test_a_request_would_be_noticed(opened: Opened) -> None:
    opened.page.evaluate("fetch('https://example.org/').catch(() => 0)")
    assert any("example.org" in words for words in (*opened.complaints, *opened.requests))


@pytest.mark.parametrize("size", [(1400, 900), (1000, 700), (390, 844)])
def test_the_whole_network_is_in_the_picture_when_it_opens(
    browser: Browser, seeds: Graph, tmp_path: Path, size: tuple[int, int]
) -> None:
    page = page_of(browser, seeds, tmp_path, viewport={"width": size[0], "height": size[1]}).page
    page.wait_for_timeout(300)  # a late resize must not move it
    inside, drawn = numbers_in_sight(page)
    assert inside == drawn > 20


def test_something_is_painted_in_the_colour_of_each_label(opened: Opened) -> None:
    missing = opened.page.evaluate(
        """() => {
          const canvas = document.querySelector("#network canvas");
          const pixels = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height).data;
          const seen = new Set();
          for (let at = 0; at < pixels.length; at += 4)
            seen.add((pixels[at] << 16) | (pixels[at + 1] << 8) | pixels[at + 2]);
          const wanted = ["Person", "Agency", "Country", "Forum"];
          return wanted.filter((label) => !seen.has(parseInt(colour(label).slice(1), 16)));
        }"""
    )
    assert missing == []


def test_the_legend_names_every_label_and_every_type_of_line(opened: Opened) -> None:
    words = opened.page.locator("#legend").inner_text()
    for wanted in ("People", "Agencies", "Countries", "Forums", "Attended", "Represents", "Quoted at", "Held in"):
        assert wanted in words


def test_a_name_that_is_searched_shows_its_sentences_rule_and_article(opened: Opened) -> None:
    search(opened.page, "javid mus")
    panel = opened.page.locator("#panel")
    assert panel.locator("h2").inner_text() == "Javid Musayev"
    open_line(panel.locator("summary", has_text="Turkic States Forum").last)
    claim = panel.locator("article.claim").first
    assert claim.locator(".sentence").inner_text().strip() != ""
    assert "rule quote." in claim.locator(".source").inner_text() or "rule attend." in claim.inner_text()
    assert "000_de539247a80ef1e6" in claim.inner_text()


def test_a_day_without_a_year_is_written_in_words(opened: Opened) -> None:
    search(opened.page, "Adil Taghiyev")
    open_line(opened.page.locator("#panel summary").first)
    assert "5 December" in opened.page.locator("#panel").inner_text()
    assert "--12" not in opened.page.locator("#panel").inner_text()


def test_the_evidence_is_marked_inside_its_sentence(opened: Opened, seeds: Graph) -> None:
    search(opened.page, "Adil Taghiyev")
    for summary in opened.page.locator("#panel summary").all():
        open_line(summary)
    marked = set(opened.page.locator("#panel .sentence mark").all_inner_texts())
    quoted = {data["text"] for _, _, data in seeds.edges(data=True) if data["type"] == "QUOTED_AT"}
    assert marked & quoted


def test_pointing_at_a_line_shows_its_evidence(opened: Opened) -> None:
    """The line between two nodes, where it lies free of others."""
    place = opened.page.evaluate(
        """() => {
          const box = document.getElementById("network").getBoundingClientRect();
          for (const number of scene.edges.getIds()) {
            const { source, target } = EVIDENCE.bundles[number];
            if (!scene.visible.has(source) || !scene.visible.has(target)) continue;
            const places = scene.network.getPositions([source, target]);
            for (const share of [0.4, 0.5, 0.6]) {
              const at = scene.network.canvasToDOM({
                x: places[source].x + share * (places[target].x - places[source].x),
                y: places[source].y + share * (places[target].y - places[source].y),
              });
              if (scene.network.getNodeAt(at) !== undefined) continue;
              if (scene.network.getEdgeAt(at) === number) return [box.x + at.x, box.y + at.y, number];
            }
          }
        }"""
    )
    opened.page.mouse.move(place[0], place[1])
    tip = opened.page.locator("#tip")
    tip.wait_for(state="visible")
    sentences = opened.page.evaluate(
        "number => EVIDENCE.bundles[number].claims.map((claim) => EVIDENCE.sentences[claim.sentence].slice(0, 20))",
        place[2],
    )
    assert any(sentence in tip.inner_text() for sentence in sentences)


def test_the_address_brings_the_same_choice_again(opened: Opened) -> None:
    search(opened.page, "Azerbaijan-Georgia Media Forum")
    address = opened.page.url
    opened.page.go_back()
    assert opened.page.locator("#panel").is_hidden()
    opened.page.goto("about:blank")
    opened.page.goto(address)
    assert opened.page.locator("#panel h2").inner_text() == "Azerbaijan-Georgia Media Forum"


def test_a_label_that_is_switched_off_is_not_drawn(opened: Opened) -> None:
    before = numbers_in_sight(opened.page)[1]
    opened.page.get_by_label("Countries").uncheck()
    assert numbers_in_sight(opened.page)[1] < before
    assert "names and" in opened.page.locator("#status").inner_text()


def test_the_table_holds_every_line_with_its_sentence(opened: Opened) -> None:
    opened.page.locator("#table-button").click()
    rows = opened.page.locator("#table table").nth(1).locator("tbody tr")
    pieces = int(opened.page.locator("#status").inner_text().split(" lines drawn, ")[1].split()[0])
    assert rows.count() == pieces
    assert "Javid Musayev" in opened.page.locator("#table").inner_text()


def test_the_keyboard_finds_a_name_and_leaves_it(opened: Opened) -> None:
    opened.page.keyboard.press("/")
    opened.page.keyboard.type("musayev")
    opened.page.keyboard.press("Enter")
    assert opened.page.locator("#panel h2").inner_text() == "Javid Musayev"
    opened.page.keyboard.press("Escape")
    assert opened.page.locator("#panel").is_hidden()


def test_a_search_without_accents_finds_names_with_them(opened: Opened) -> None:
    search(opened.page, "turkiye")
    assert opened.page.locator("#panel h2").inner_text() == "Türkiye"


def test_a_focus_opens_the_page_on_that_entity(browser: Browser, seeds: Graph, tmp_path: Path) -> None:
    page = page_of(browser, seeds, tmp_path, focus="Adil Taghiyev").page
    assert page.locator("#panel h2").inner_text() == "Adil Taghiyev"
    assert numbers_in_sight(page)[1] < 10


def test_a_focus_that_is_not_there_is_refused_with_near_names(seeds: Graph) -> None:
    with pytest.raises(GraphkitError, match="Adil Taghiyev"):
        render_view(seeds, focus="Adil Tagiyev")


def test_the_same_graph_gives_the_same_bytes(seeds: Graph) -> None:
    assert render_view(seeds) == render_view(read_graph([SEEDS]))


def test_the_page_loads_nothing_from_anywhere(seeds: Graph) -> None:
    page = html.unescape(render_view(seeds))
    assert "default-src 'none'" in page
    for way in ('src="http', "src='http", '<link rel="stylesheet"', "@import", "cdnjs", "unpkg"):
        assert way not in page


def hostile_graph() -> Graph:
    """Whatever can be text is an attempt to break out of the page."""
    maker = GraphMaker()
    maker.node("Person", "person/h", HOSTILE, HOSTILE)
    maker.node("Forum", "forum/h", HOSTILE, theme=HOSTILE, city=HOSTILE)
    maker.article("a", HOSTILE, title=HOSTILE, source=HOSTILE, url="javascript:alert(1)", date=HOSTILE)
    said = {"text": HOSTILE, "kind": HOSTILE, "cue": HOSTILE, "session": HOSTILE, "nested": False}
    maker.edge("QUOTED_AT", "person/h", "forum/h", "a", 0, **said, sentence=HOSTILE, rule=HOSTILE)
    maker.edge("ATTENDED", "person/h", "forum/h", "a", 1, status=HOSTILE, sentence=HOSTILE)
    return maker.graph


def test_no_word_of_an_article_becomes_script(browser: Browser, tmp_path: Path) -> None:
    opened = page_of(browser, hostile_graph(), tmp_path)
    search(opened.page, "img src")
    for summary in opened.page.locator("#panel summary").all():
        open_line(summary)
    opened.page.locator("#table-button").click()
    assert opened.complaints == []
    assert opened.page.locator("img").count() == 0
    assert opened.page.locator('a[href^="javascript"]').count() == 0
    assert HOSTILE.split("\u2028")[0] in opened.page.locator("#table").inner_text()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_words_stand_out_from_the_page_in_either_scheme(
    browser: Browser, seeds: Graph, tmp_path: Path, scheme: str
) -> None:
    opened = page_of(browser, seeds, tmp_path, color_scheme=scheme)
    search(opened.page, "Javid Musayev")
    open_line(opened.page.locator("#panel summary").first)
    for selector in ("#status", "#legend summary", "#panel h2", "#panel .sentence", "#panel .source"):
        assert contrast(opened.page, selector) >= 4.5, selector


def test_a_phone_needs_no_sideways_scrolling(browser: Browser, seeds: Graph, tmp_path: Path) -> None:
    page = page_of(browser, seeds, tmp_path, viewport=PHONE).page
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]


def test_of_a_large_graph_the_best_connected_are_drawn_and_the_page_says_so(browser: Browser, tmp_path: Path) -> None:
    graph = conference_graph()
    (tmp_path / "few.html").write_text(render_view(graph, max_nodes=4), encoding="utf-8")
    page = Opened(browser, tmp_path / "few.html").page
    left_out = graph.number_of_nodes() - 4
    assert f"{left_out} less connected names are left out" in page.locator("#status").inner_text()


def test_an_empty_graph_gives_a_page_that_says_so(browser: Browser, tmp_path: Path) -> None:
    opened = page_of(browser, build_graph([], Resolution({})), tmp_path)
    assert opened.page.locator("#status").inner_text() == "The graph is empty."
    assert opened.complaints == []


def test_a_page_that_cannot_be_written_leaves_the_older_one(tmp_path: Path, seeds: Graph) -> None:
    (tmp_path / "graph.html").mkdir()
    with pytest.raises(GraphkitError, match=r"graph\.html: cannot be written"):
        write_view(seeds, tmp_path / "graph.html")
    assert [path.name for path in tmp_path.iterdir()] == ["graph.html"]
