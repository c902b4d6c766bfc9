"""What the network page shows when it opens, and that nothing in it runs but its own script."""

from __future__ import annotations

import html
from pathlib import Path

import pytest
from acting import PageOf, click_node, expect_drawn, numbers_in_sight, open_line, search, wait_until
from opened_page import Opened
from playwright.sync_api import Browser, expect
from sample_graph import GraphMaker, conference_graph

from graphkit.graph import Graph, build_graph
from graphkit.pipeline import read_graph
from graphkit.records import Resolution
from graphkit.view import render_view

HOSTILE = (
    "</script><img src=x onerror=alert(1)>\"'&amp;{{7*7}}\u2028\u202e",
    "<svg onload=alert(1)>--><!--",
    "javascript:alert(1)//${alert(1)}",
    "' onclick='alert(1)' \ud800 \x00\x08",
    "__proto__",
)


def test_the_page_asks_for_nothing_and_complains_of_nothing(opened: Opened) -> None:
    search(opened.page, "Javid Musayev")
    opened.page.locator("#physics").click()
    opened.page.locator("#table-button").click()
    expect(opened.page.locator("#table table").first).to_be_visible()
    assert opened.complaints == []
    assert [url for url in opened.requests if not url.startswith(("file:", "data:"))] == []


def test_a_request_would_be_noticed(opened: Opened) -> None:
    with opened.page.expect_console_message(lambda message: "example.org" in message.text):
        opened.page.evaluate("fetch('https://example.org/').catch(() => 0)")
    assert any("example.org" in words for words in (*opened.complaints, *opened.requests))


@pytest.mark.parametrize("size", [(1400, 900), (1000, 700), (390, 844)])
def test_the_whole_network_is_in_the_picture_when_it_opens(opened: Opened, size: tuple[int, int]) -> None:
    address = opened.page.url
    opened.page.goto("about:blank")
    opened.page.set_viewport_size({"width": size[0], "height": size[1]})
    opened.page.goto(address)
    inside, drawn = numbers_in_sight(opened.page)
    opened.page.set_viewport_size({"width": 1400, "height": 900})
    assert inside == drawn > 20


def test_nothing_moves_on_opening(opened: Opened) -> None:
    places = "[...scene.visible].map((node) => scene.surface.placeOf(node))"
    first = opened.page.evaluate(places)
    opened.page.wait_for_timeout(400)
    assert opened.page.evaluate(places) == first


def test_physics_can_be_switched_on(opened: Opened) -> None:
    first = opened.page.evaluate("JSON.stringify(scene.surface.placeOf(0))")
    opened.page.locator("#physics").click()
    wait_until(opened.page, "first => JSON.stringify(scene.surface.placeOf(0)) !== first", first)
    expect(opened.page.locator("#physics")).to_have_attribute("aria-pressed", "true")


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


def test_names_cover_no_other_name_when_the_page_opens(opened: Opened, crowd: Opened) -> None:
    for page in (opened.page, crowd.page):
        wait_until(page, "scene.captions.length > 5")
        overlapping = page.evaluate(
            """() => {
              const boxes = scene.captions.map(({ box }) => box);
              const meet = (a, b) => a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];
              return boxes.flatMap((box, index) => boxes.slice(index + 1).filter((other) => meet(box, other))).length;
            }"""
        )
        assert overlapping == 0


def test_the_legend_names_every_label_and_every_type_of_line(opened: Opened) -> None:
    legend = opened.page.locator("#legend")
    for wanted in ("People", "Agencies", "Countries", "Forums", "Attended", "Represents", "Quoted at", "Held in"):
        expect(legend).to_contain_text(wanted)


def test_quotations_are_one_line_with_their_count(opened: Opened, seeds: Graph) -> None:
    quotes = sum(
        data["type"] == "QUOTED_AT" for _, target, data in seeds.edges(data=True) if target.startswith("forum/turkic")
    )
    count = str(quotes - 1)  # all but one of them are of one speaker
    drawn = "scene.captions.map(({ lines }) => lines[0])"
    wait_until(opened.page, f"count => {drawn}.includes(count)", count)
    search(opened.page, "Hungary")  # said nothing, so no count is of interest
    wait_until(opened.page, f"() => {drawn}.every((words) => !/^\\d+$/.test(words))")


def test_a_focus_opens_the_page_on_that_entity(page_of: PageOf, seeds: Graph) -> None:
    page = page_of(seeds, focus="Adil Taghiyev").page
    expect(page.locator("#panel h2")).to_have_text("Adil Taghiyev")
    assert 1 < numbers_in_sight(page)[1] < 10


def test_of_a_large_graph_the_best_connected_are_drawn_and_the_page_says_so(page_of: PageOf) -> None:
    graph = conference_graph()
    page = page_of(graph, max_nodes=4).page
    expect(page.locator("#status")).to_contain_text(f"{len(graph) - 4} less connected names are left out")


def test_an_empty_graph_gives_a_page_that_says_so(page_of: PageOf) -> None:
    opened = page_of(build_graph([], Resolution({})))
    expect(opened.page.locator("#status")).to_have_text("The graph is empty.")
    assert opened.complaints == []


def test_without_text_no_word_of_an_article_is_in_the_page(page_of: PageOf, seeds: Graph) -> None:
    opened = page_of(seeds, with_text=False)
    search(opened.page, "Adil Taghiyev")
    claim = open_line(opened.page.locator("#panel summary", has_text="Media Forum").first)
    expect(claim).to_contain_text("its words are left out of this page")
    expect(claim.locator(".source")).to_contain_text("004_19b2f34dddbf5a13")
    source = html.unescape(render_view(seeds, with_text=False))
    sentences = {data["sentence"] for _, _, data in seeds.edges(data=True)}
    assert not [sentence for sentence in sentences if len(sentence) > 40 and sentence[:40] in source]
    assert opened.complaints == []


VS_CODE = (
    "default-src 'none'; script-src 'unsafe-inline' 'unsafe-eval'; style-src 'unsafe-inline'; "
    "img-src https: http: data:; font-src https:; connect-src https:; child-src https: data:"
)
"""What VS Code's notebooks allow where notebook.experimental.enableCsp is on; a frame has to live with it as well."""


@pytest.mark.parametrize("policy", ["", VS_CODE], ids=["free", "policy of VS Code"])
def test_the_page_shows_in_a_notebooks_frame(browser: Browser, seeds: Graph, policy: str) -> None:
    page = browser.new_page(viewport={"width": 1200, "height": 800})
    complaints: list[str] = []
    page.on("pageerror", lambda error: complaints.append(str(error)))
    head = f'<meta http-equiv="Content-Security-Policy" content="{policy}">' if policy else ""
    page.set_content(head + seeds.view(height=600)._repr_html_())
    frame = page.frame_locator("iframe")
    frame.locator("#search").fill("Javid Musayev")
    page.keyboard.press("Enter")
    expect(frame.locator("#panel h2")).to_have_text("Javid Musayev")
    frame.locator("#hide").click()
    expect(frame.locator("#panel")).to_be_hidden()
    frame.locator("#undo").click()
    expect(frame.locator("#panel h2")).to_have_text("Javid Musayev")
    with page.expect_download() as download:
        frame.locator("#save").click()
    assert download.value.suggested_filename == "network.png"
    assert complaints == []
    page.close()


def hostile_graph() -> Graph:
    """Whatever can be text is an attempt to break out of the page."""
    maker = GraphMaker()
    for number, text in enumerate(HOSTILE):
        person = maker.node("Person", f"person/{number} {text}", text, text)
        forum = maker.node("Forum", f"forum/{number} {text}", text, theme=text, city=text)
        key = f"{number} {text}"
        maker.article(key, text, title=text, author=text, source=text, url="javascript:alert(1)", date=text)
        said = {"text": text, "kind": text, "cue": text, "session": text, "nested": False}
        maker.edge("QUOTED_AT", person, forum, key, 0, **said, sentence=text, rule=text)
        maker.edge("ATTENDED", person, forum, key, 1, status=text, sentence=text)
        maker.edge("REPRESENTS", person, maker.node("Country", f"country/{number}", text), key, 2, role=text, unit=text)
    return maker.graph


def test_no_word_of_a_graph_becomes_script(page_of: PageOf) -> None:
    opened = page_of(hostile_graph())
    page = opened.page
    for text in ("img src", "svg onload", "javascript", "onclick", "__proto__"):
        search(page, text)
        for summary in page.locator("#panel summary").all():
            open_line(summary)
    page.locator("#table-button").click()
    expect(page.locator("#table")).to_contain_text(HOSTILE[0].split("\u2028")[0])
    assert opened.complaints == []
    assert page.locator("img").count() == 0
    assert page.locator('a[href^="javascript"]').count() == 0
    assert page.locator("#table svg, #panel svg:not(.swatch)").count() == 0


def test_no_word_of_an_article_becomes_script(page_of: PageOf, tmp_path: Path) -> None:
    """The whole way, from article files that people might be sent."""
    folder = tmp_path / "articles"
    folder.mkdir()
    for number, text in enumerate(HOSTILE[:4]):
        words = f'Minister Elnur Rzayev {text} said "{text} it is good" at the {text} Lake Media Forum in Baku.'
        (folder / f"a{number}.txt").write_bytes(words.replace("\x00", "").encode("utf-8", "replace"))
    opened = page_of(read_graph([folder]))
    opened.page.locator("#table-button").click()
    expect(opened.page.locator("#table")).to_contain_text("onerror=alert(1)")
    assert opened.complaints == []
    assert opened.page.locator("img").count() == 0


def test_a_crowd_is_drawn_on_a_plain_canvas_and_answers_the_pointer(crowd: Opened) -> None:
    page = crowd.page
    expect(page.locator("#physics")).to_be_hidden()
    click_node(page, "Regional Forum 0")
    expect(page.locator("#panel h2")).to_have_text("Regional Forum 0")
    page.keyboard.press("Escape")
    page.mouse.move(700, 500)
    before = page.evaluate("scene.surface.scale()")
    page.mouse.wheel(0, -300)
    wait_until(page, "before => scene.surface.scale() > before", before)
    middle = page.evaluate("scene.surface.middle().x")
    page.locator("#network .vis-network").focus()
    page.keyboard.press("ArrowRight")
    wait_until(page, "middle => scene.surface.middle().x > middle", middle)
    assert crowd.complaints == []


MIDDLE_OF_A_LINE = """isBent => {
  const box = scene.place.getBoundingClientRect();
  for (const line of scene.surface.drawn) {
    const { source, target } = EVIDENCE.bundles[line];
    if (isBent && !bendOf(line)) continue;
    const { middle } = lineShape(scene.onScreen(source), scene.onScreen(target), 0, isBent ? bendOf(line) : 0);
    if (scene.surface.nodeAt(middle) === null && scene.surface.bundleAt(middle) === line)
      return [box.left + middle.x, box.top + middle.y];
  }
}"""


def test_a_line_of_a_crowd_answers_the_pointer(crowd: Opened) -> None:
    page = crowd.page
    wait_until(page, "scene.surface.drawn.length > 1500")
    page.mouse.move(*page.evaluate(MIDDLE_OF_A_LINE, False))
    expect(page.locator("#tip")).to_contain_text("confidence")


def test_a_bent_line_answers_the_pointer_on_its_bend(crowd: Opened) -> None:
    page = crowd.page
    bent = "EVIDENCE.bundles.find((_, line) => bendOf(line))"
    search(page, page.evaluate(f"EVIDENCE.entities[{bent}.source].name"))
    page.get_by_label("Around the selected").select_option("1 step")
    wait_until(page, "scene.surface.drawn.length < 30")
    place = page.evaluate(MIDDLE_OF_A_LINE, True)
    page.mouse.move(*place)
    expect(page.locator("#tip")).to_contain_text("confidence")
    page.mouse.click(*place)
    expect(page.locator("#panel .claim").first).to_be_visible()
    assert "line=" in page.url


def test_a_node_that_is_dragged_stays_where_it_is_put(crowd: Opened) -> None:
    page = crowd.page
    names = page.evaluate("scene.visible.size"), page.evaluate("scene.claims.size")
    x, y = page.evaluate(
        "() => { const at = scene.onScreen(scene.order[0]); const box = scene.place.getBoundingClientRect(); "
        "return [box.left + at.x, box.top + at.y] }"
    )
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + 60, y + 40, steps=5)
    page.mouse.up()
    expect(page.locator("#unpin-all")).to_have_text("Unpin 1")
    page.locator("#undo").click()
    expect(page.locator("#unpin-all")).to_have_count(0)
    expect_drawn(page, *names)
