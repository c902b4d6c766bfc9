"""The page for everybody: keyboard, screen reader, colours, phone, paper."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from acting import PageOf, click_node, drawn_names, expect_drawn, numbers_in_sight, open_line, search, wait_until
from axe_playwright_python.sync_playwright import Axe
from opened_page import PHONE, Opened, contrast
from playwright.sync_api import Page, expect

from graphkit.graph import Graph
from graphkit.view.style import BACKGROUNDS, EDGE_STYLES, NODE_STYLES


@pytest.fixture(scope="module", params=["light", "dark", "phone"])
def looked_at(request: pytest.FixtureRequest, page_of: PageOf, seeds: Graph) -> Iterator[Page]:
    """The page in each look, without its policy, which would keep axe out."""
    looks = {"light": {}, "dark": {"color_scheme": "dark"}, "phone": {"viewport": PHONE}}[request.param]
    opened = page_of(seeds, context={"bypass_csp": True} | looks)
    yield opened.page
    opened.page.close()


def violations(page: Page) -> list[str]:
    """What axe-core (WCAG 2 A and AA, and its best practices) finds wrong with the page as it is now."""
    found = Axe().run(page).response["violations"]
    return [f"{rule['id']}: {node['target']}" for rule in found for node in rule["nodes"]]


def test_axe_finds_nothing_wrong_in_any_state(looked_at: Page) -> None:
    assert violations(looked_at) == []
    looked_at.locator("#search").fill("turkic")
    expect(looked_at.locator("#search-found")).to_be_visible()
    assert violations(looked_at) == []
    looked_at.keyboard.press("Enter")
    open_line(looked_at.locator("#panel summary").first)
    assert violations(looked_at) == []
    looked_at.get_by_label("Shortest path to").fill("Adil")
    looked_at.keyboard.press("Enter")
    expect(looked_at.locator("#panel h2")).to_contain_text("path")
    looked_at.locator("#table-button").click()
    expect(looked_at.locator("#table table").first).to_be_visible()
    assert violations(looked_at) == []


def test_the_keyboard_alone_finds_hides_pins_moves_and_leaves(conference: Opened) -> None:
    page = conference.page
    page.keyboard.press("/")
    page.keyboard.type("kenya")
    page.keyboard.press("Enter")
    expect(page.locator("#panel h2")).to_have_text("Kenya")
    expect(page.locator("#panel")).to_be_focused()
    page.keyboard.press("Tab")  # Close
    page.keyboard.press("Tab")
    expect(page.locator("#pin")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("#pin")).to_have_attribute("aria-pressed", "true")
    expect(page.locator("#pin")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator("#panel")).to_be_hidden()
    expect(page.locator("#network .vis-network")).to_be_focused()


def test_the_keys_of_the_picture_go_from_name_to_name_and_move_one(conference: Opened) -> None:
    page = conference.page
    page.locator("#network .vis-network").focus()
    expect(page.locator("#keys")).to_have_css("opacity", "1")
    page.keyboard.press("n")
    expect(page.locator("#panel h2")).to_have_text("Antalya Summit")  # the best connected
    expect(page.get_by_role("status")).to_contain_text("Selected: Antalya Summit.")
    page.keyboard.press("Shift+ArrowRight")
    expect(page.locator("#unpin-all")).to_have_text("Unpin 1")
    page.keyboard.press("n")
    expect(page.locator("#panel h2")).not_to_have_text("Antalya Summit")
    page.keyboard.press("p")
    expect(page.locator("#panel h2")).to_have_text("Antalya Summit")


def test_the_focus_is_visible_on_everything_that_takes_it(conference: Opened) -> None:
    page = conference.page
    search(page, "Kenya")
    seen = set()
    for _ in range(40):
        page.keyboard.press("Tab")
        name, outline = page.evaluate(
            """() => {
              const { outlineStyle, outlineWidth } = getComputedStyle(document.activeElement);
              const { tagName, id, textContent } = document.activeElement;
              const outline = outlineStyle === "none" ? 0 : parseFloat(outlineWidth);
              return [`${tagName}#${id} ${textContent.slice(0, 20)}`, outline];
            }"""
        )
        if name.startswith("BODY"):
            continue
        assert outline >= 2, name
        seen.add(name)
    assert len(seen) > 20


def test_the_table_holds_every_line_with_its_sentence(opened: Opened) -> None:
    pieces = int(opened.page.locator("#status").inner_text().split(" lines drawn, ")[1].split()[0])
    opened.page.locator("#table-button").click()
    expect(opened.page.locator("#table table").nth(1).locator("tbody tr")).to_have_count(pieces)
    expect(opened.page.locator("#table")).to_contain_text("Javid Musayev")
    expect(opened.page.locator("#table mark").first).to_be_visible()


def test_the_table_leads_to_the_articles(conference: Opened) -> None:
    conference.page.locator("#table-button").click()
    link = conference.page.locator("#table").get_by_role("link", name="Summit opens").first
    expect(link).to_have_attribute("href", "https://example.org/1")


def test_the_table_is_the_picture_in_words(conference: Opened) -> None:
    conference.page.get_by_label("Forums").uncheck()
    drawn = conference.page.evaluate("[...scene.visible].map((node) => EVIDENCE.entities[node].name)")
    assert sorted(drawn_names(conference.page)) == sorted(drawn)


def test_a_long_table_grows_on_demand(crowd: Opened) -> None:
    page = crowd.page
    page.locator("#table-button").click()
    rows = page.locator("#table table").nth(1).locator("tbody tr")
    expect(rows).to_have_count(500)
    page.locator("#table .more").last.click()
    expect(rows).to_have_count(1000)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_words_stand_out_from_the_page_in_either_scheme(opened: Opened, scheme: str) -> None:
    opened.page.emulate_media(color_scheme=scheme)
    search(opened.page, "Javid Musayev")
    open_line(opened.page.locator("#panel summary").first)
    for selector in ("#status", "#legend summary", "#panel h2", "#panel .sentence", "#panel .source"):
        assert contrast(opened.page, selector) >= 4.5, selector
    opened.page.emulate_media(color_scheme="light")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_labels_keep_apart_for_the_colour_blind(scheme: str) -> None:
    """Every pair differs by shape; by colour they are apart under each of the three dichromacies as well."""
    colours = [getattr(style, scheme) for style in NODE_STYLES.values()]
    assert len({style.shape for style in NODE_STYLES.values()}) == len(colours)
    for matrix in DICHROMACIES.values():
        seen = [simulated(colour, matrix) for colour in colours]
        for index, one in enumerate(seen):
            for other in seen[index + 1 :]:
                assert sum((a - b) ** 2 for a, b in zip(one, other, strict=True)) ** 0.5 > 0.08
    assert len({(style.dashes, getattr(style, scheme)) for style in EDGE_STYLES.values()}) == len(EDGE_STYLES)
    assert BACKGROUNDS[scheme] not in colours


DICHROMACIES = {
    "protanopia": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "deuteranopia": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)),
    "tritanopia": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.303900)),
}
"""Machado, Oliveira & Fernandes 2009, IEEE TVCG 15(6), severity 1, on linear RGB."""


def simulated(colour: str, matrix: tuple[tuple[float, ...], ...]) -> list[float]:
    """The linear RGB that a dichromat sees."""
    shares = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4 for share in shares]
    return [sum(weight * share for weight, share in zip(row, linear, strict=True)) for row in matrix]


def test_a_phone_needs_no_sideways_scrolling_and_opens_a_node_by_touch(page_of: PageOf, seeds: Graph) -> None:
    page = page_of(seeds, context={"viewport": PHONE, "has_touch": True}).page
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    inside, drawn = numbers_in_sight(page)
    assert inside == drawn
    x, y = page.evaluate(
        "() => { const at = scene.onScreen(scene.order[0]); const box = scene.place.getBoundingClientRect(); "
        "return [box.left + at.x, box.top + at.y] }"
    )
    page.touchscreen.tap(x, y)
    expect(page.locator("#panel h2")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]


def test_with_reduced_motion_the_picture_jumps_and_without_it_glides(opened: Opened) -> None:
    page = opened.page
    search(page, "Adil Taghiyev")
    here = page.evaluate("scene.surface.middle()")
    page.wait_for_timeout(150)
    assert page.evaluate("scene.surface.middle()") == here
    page.keyboard.press("Escape")
    page.emulate_media(reduced_motion="no-preference")
    search(page, "Hungary")
    wait_until(page, "here => scene.surface.middle().x !== here.x", here)
    page.emulate_media(reduced_motion="reduce")


def test_on_paper_there_are_the_picture_and_the_evidence_but_no_controls(opened: Opened) -> None:
    search(opened.page, "Adil Taghiyev")
    open_line(opened.page.locator("#panel summary").first)
    opened.page.emulate_media(media="print")
    expect(opened.page.locator("#network canvas")).to_be_visible()
    expect(opened.page.locator("#panel .claim").first).to_be_visible()
    expect(opened.page.locator("#legend")).to_contain_text("Represents")
    for gone in ("header", "#legend summary", "#legend input", "#steps", "#hide", "footer"):
        expect(opened.page.locator(gone).first).to_be_hidden()
    opened.page.emulate_media(media="screen")


def test_paper_is_white_in_the_dark_scheme_as_well(conference: Opened) -> None:
    page = conference.page
    page.emulate_media(color_scheme="dark")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.evaluate("colour('canvas')") == BACKGROUNDS["light"]
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.evaluate("colour('canvas')") == BACKGROUNDS["dark"]
    page.emulate_media(color_scheme="light")


def test_the_picture_follows_the_colour_scheme(conference: Opened) -> None:
    page = conference.page
    page.emulate_media(color_scheme="dark")
    expect(page.locator("body")).to_have_css("background-color", "rgb(29, 33, 39)")
    click_node(page, "Antalya Summit")
    expect(page.locator("#panel h2")).to_have_text("Antalya Summit")
    page.emulate_media(color_scheme="light")
    page.keyboard.press("Escape")
    expect_drawn(page, 13, 20)
