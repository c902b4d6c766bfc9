"""Finding, filtering, following and checking in the network page, as a user would."""

from __future__ import annotations

import re

import pytest
from acting import click_node, drawn_names, expect_drawn, numbers_in_sight, open_line, place_at_rest, search, wait_until
from opened_page import Opened
from playwright.sync_api import Page, expect

from graphkit.graph import Graph


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("javid mus", "Javid Musayev"),
        ("turkiye", "Türkiye"),
        ("ozkemin", "Burak Özkemin"),
        ("Ильхам Алиев", "Ilham Aliyev"),
        ("Moosayev", "Javid Musayev"),
        ("Taghiev", "Adil Taghiyev"),
        ("mammadly", "Natig Mammadli"),
    ],
)
def test_a_search_forgives_accents_transliterations_and_slips(opened: Opened, typed: str, found: str) -> None:
    search(opened.page, typed)
    expect(opened.page.locator("#panel h2")).to_have_text(found)


def test_a_search_finds_aliases_and_names_what_it_found(conference: Opened) -> None:
    conference.page.locator("#search").fill("turkey")
    expect(conference.page.locator("#search-found")).to_contain_text("Türkiye Country, also Turkey")


def test_the_panel_names_each_fact_by_a_word_of_its_own(opened: Opened) -> None:
    search(opened.page, "Anadolu Agency")
    expect(opened.page.locator("#panel h2")).to_have_text("Anadolu Agency")
    facts = opened.page.locator("#panel dt").all_inner_texts()
    assert {"Label", "Kind"} <= {*facts}
    assert len({*facts}) == len(facts)


def test_a_search_for_nobody_says_so(conference: Opened) -> None:
    conference.page.locator("#search").fill("zzzzzz")
    expect(conference.page.locator("#search-found")).to_have_text("No such name here")


def test_each_filter_narrows_what_is_drawn(conference: Opened) -> None:
    page = conference.page
    expect_drawn(page, 13, 20)
    page.get_by_label("Countries").uncheck()
    expect_drawn(page, 11, 15)
    page.locator("#undo").click()
    page.get_by_label("Represents").uncheck()
    expect_drawn(page, 11, 14)
    page.locator("#undo").click()
    page.get_by_label("planned").uncheck()
    expect_drawn(page, 12, 18)
    page.locator("#undo").click()
    page.get_by_label("Confidence at least").fill("0.7")
    page.keyboard.press("Enter")
    expect_drawn(page, 12, 18)
    page.locator("#undo").click()
    expect_drawn(page, 13, 20)


def test_filters_by_country_source_and_date(conference: Opened) -> None:
    page = conference.page
    page.locator("#legend").get_by_label("Country").select_option("Kenya")
    expect_drawn(page, 2, 1)
    page.locator("#undo").click()
    page.get_by_label("From").fill("2025-11-01")
    expect(page.locator("#status")).to_contain_text("13 pieces of evidence")
    page.get_by_label("To", exact=True).fill("2025-11-09")
    expect_drawn(page, 0, 0)


def test_a_source_is_chosen_among_those_of_the_articles(opened: Opened, conference: Opened) -> None:
    expect(opened.page.get_by_label("Source")).to_have_count(0)  # the seeds name none
    expect(conference.page.get_by_label("Source")).to_have_count(1)
    conference.page.get_by_label("Source").select_option("A paper")
    expect(conference.page.locator("#status")).to_contain_text("7 pieces of evidence")


def test_an_article_shows_who_wrote_it(conference: Opened) -> None:
    search(conference.page, "x2")
    written = conference.page.locator("#panel dt", has_text="Author").locator("xpath=following-sibling::dd[1]")
    expect(written).to_have_text("Nigar Ali; John Holt")


def test_a_node_shows_its_posts_forums_and_quotations_with_their_evidence(conference: Opened) -> None:
    click_node(conference.page, "Aisha Karimova")
    panel = conference.page.locator("#panel")
    expect(panel.locator("h2")).to_have_text("Aisha Karimova")
    expect(panel).to_contain_text("A. Karimova")
    for heading_words in ("Attended (2)", "Represents (1)", "Quoted at (1)"):
        expect(panel.locator("h3", has_text=heading_words)).to_be_visible()
    claim = open_line(panel.locator("h3:has-text('Represents') + ul summary"))
    expect(claim).to_contain_text("Director, Water Practice")
    for words in ("Summit opens", "2025-11-10", "rule by.hand", "confidence 0.90", "x1 at 100."):
        expect(claim).to_contain_text(words)
    expect(claim.locator("a")).to_have_attribute("href", "https://example.org/1")


def test_a_day_without_a_year_is_written_in_words(opened: Opened) -> None:
    search(opened.page, "Adil Taghiyev")
    open_line(opened.page.locator("#panel summary").first)
    expect(opened.page.locator("#panel")).to_contain_text("5 December")
    expect(opened.page.locator("#panel")).not_to_contain_text("--12")


def test_the_evidence_is_marked_inside_its_sentence(opened: Opened, seeds: Graph) -> None:
    search(opened.page, "Adil Taghiyev")
    for summary in opened.page.locator("#panel summary").all():
        open_line(summary)
    marked = set(opened.page.locator("#panel .sentence mark").all_inner_texts())
    quoted = {data["text"] for _, _, data in seeds.edges(data=True) if data["type"] == "QUOTED_AT"}
    assert marked & quoted


def free_point_of_a_line(page: Page) -> tuple[float, float, int]:
    """A point of some line that lies free of nodes and other lines, and the line's number."""
    x, y, line = page.evaluate(
        """() => {
          const box = scene.place.getBoundingClientRect();
          for (const line of scene.claims.keys()) {
            const { source, target } = EVIDENCE.bundles[line];
            const [from, to] = [scene.onScreen(source), scene.onScreen(target)];
            for (const share of [0.4, 0.5, 0.6]) {
              const at = { x: from.x + share * (to.x - from.x), y: from.y + share * (to.y - from.y) };
              if (scene.vis.network.getNodeAt(at) === undefined && scene.vis.network.getEdgeAt(at) === line)
                return [box.left + at.x, box.top + at.y, line];
            }
          }
        }"""
    )
    return x, y, line


def test_pointing_at_a_line_shows_its_evidence_and_clicking_keeps_it(opened: Opened) -> None:
    x, y, line = free_point_of_a_line(opened.page)
    sentence = opened.page.evaluate("line => EVIDENCE.sentences[EVIDENCE.bundles[line].claims[0].sentence]", line)
    opened.page.mouse.move(x, y)
    expect(opened.page.locator("#tip")).to_contain_text(sentence[:20])
    opened.page.mouse.click(x, y)
    expect(opened.page.locator("#panel .claim .sentence").first).to_contain_text(sentence[:20])
    expect(opened.page.locator("#panel .claim mark").first).to_be_visible()


@pytest.mark.parametrize(("steps", "names"), [("1", 3), ("2", 8), ("3", 12)])
def test_the_surroundings_of_a_node_are_drawn_alone(conference: Opened, steps: str, names: int) -> None:
    search(conference.page, "World Bank")
    conference.page.get_by_label("Around the selected").select_option(steps)
    expect(conference.page.locator("#status")).to_have_text(re.compile(f"^{names} names "))


def test_the_shortest_path_between_two_is_shown_with_its_evidence(conference: Opened) -> None:
    page = conference.page
    search(page, "Dan Lee")
    page.get_by_label("Shortest path to").fill("anadolu")
    page.keyboard.press("Enter")
    expect(page.locator("#panel h2")).to_have_text("A shortest path: 3 steps")
    names = page.locator("#panel .path > li > button").all_inner_texts()
    assert (names[0], names[-1], len(names)) == ("Dan Lee", "Anadolu Agency", 4)
    open_line(page.locator("#panel .path summary").first)
    address = page.url
    page.locator("#leave-path").click()
    expect(page.locator("#panel h2")).to_have_text("Dan Lee")
    page.goto(address)
    expect(page.locator("#panel h2")).to_have_text("A shortest path: 3 steps")


def test_a_path_that_is_not_there_is_said_so(conference: Opened) -> None:
    page = conference.page
    page.get_by_label("Quoted at").uncheck()
    page.get_by_label("Quoted in").uncheck()
    search(page, "Dan Lee")
    page.get_by_label("Shortest path to").fill("anadolu")
    page.keyboard.press("Enter")
    expect(page.locator("#panel h2")).to_have_text("No path")


def test_shift_and_a_click_lead_from_the_selected_node_to_another(conference: Opened) -> None:
    page = conference.page
    click_node(page, "Antalya Summit")
    expect(page.locator("#panel h2")).to_have_text("Antalya Summit")
    page.keyboard.down("Shift")
    click_node(page, "Water Week")
    page.keyboard.up("Shift")
    expect(page.locator("#panel h2")).to_have_text("A shortest path: 2 steps")


def test_a_hidden_node_is_gone_until_it_is_shown_again(conference: Opened) -> None:
    page = conference.page
    search(page, "Antalya Summit")
    page.locator("#hide").click()
    expect(page.locator("#panel")).to_be_hidden()
    expect(page.locator("#show-hidden")).to_have_text("Show 1 hidden")
    assert "Antalya Summit" not in drawn_names(page)
    page.locator("#show-hidden").click()
    expect_drawn(page, 13, 20)


def drag(page: Page, name: str, dx: float, dy: float) -> None:
    """Drag a node by so many pixels, once the picture has come to rest."""
    x, y = place_at_rest(page, name)
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + dx, y + dy, steps=5)
    page.mouse.up()


def test_a_pinned_node_stays_where_it_was_dragged_and_a_link_puts_it_there(conference: Opened) -> None:
    page = conference.page
    drag(page, "Kenya", 80, 60)
    expect(page.locator("#unpin-all")).to_have_text("Unpin 1")
    first = page.evaluate("scene.surface.placeOf(numberById.get('country/ke'))")
    drag(page, "Kenya", -40, 30)  # a pinned node can be put elsewhere
    wait_until(page, "first => scene.surface.placeOf(numberById.get('country/ke')).x < first.x", first)
    page.locator("#fit").click()
    moved = page.evaluate("scene.surface.placeOf(numberById.get('country/ke'))")
    address = page.url
    page.goto("about:blank")
    page.goto(address)
    rounded = page.evaluate("scene.surface.placeOf(numberById.get('country/ke'))")
    assert moved["x"] == pytest.approx(rounded["x"], abs=1)
    search(page, "Kenya")
    expect(page.locator("#pin")).to_have_attribute("aria-pressed", "true")
    page.locator("#pin").click()
    expect(page.locator("#pin")).to_have_attribute("aria-pressed", "false")
    assert page.evaluate("scene.surface.placeOf(numberById.get('country/ke'))") != rounded


def test_choices_are_taken_back_one_by_one(conference: Opened) -> None:
    page = conference.page
    expect(page.locator("#undo")).to_be_disabled()
    search(page, "Kenya")
    page.locator("#hide").click()
    expect(page.locator("#show-hidden")).to_be_visible()
    page.locator("#undo").click()
    expect(page.locator("#panel h2")).to_have_text("Kenya")
    page.locator("#network .vis-network").focus()
    page.keyboard.press("Control+z")
    expect(page.locator("#panel")).to_be_hidden()
    expect(page.locator("#undo")).to_be_disabled()


def test_back_forward_and_a_link_bring_the_same_choice_again(opened: Opened) -> None:
    page = opened.page
    search(page, "Azerbaijan-Georgia Media Forum")
    page.get_by_label("Countries").uncheck()
    expect(page.locator("#status")).to_contain_text("20 names")
    address = page.url
    page.go_back()
    expect(page.get_by_label("Countries")).to_be_checked()
    page.go_forward()
    expect(page.get_by_label("Countries")).not_to_be_checked()
    page.goto("about:blank")
    page.goto(address)
    expect(page.locator("#panel h2")).to_have_text("Azerbaijan-Georgia Media Forum")
    expect(page.get_by_label("Countries")).not_to_be_checked()


def test_a_link_with_nonsense_in_it_opens_the_page_as_it_is(conference: Opened) -> None:
    page = conference.page
    address = page.url.partition("#")[0]
    page.goto("about:blank")
    page.goto(f"{address}#node=nobody&steps=99x&size=toString&hidden=%7B%7D&pinned=[[1,2],3]&line=[&confidence=no")
    expect_drawn(page, 13, 20)
    assert conference.complaints == []


def test_nodes_are_sized_by_the_measure_that_is_chosen(conference: Opened) -> None:
    page = conference.page
    before = page.evaluate("scene.look.nodes.map(({ radius }) => radius)")
    page.get_by_label("Size by").select_option("Betweenness")
    expect(page.locator("#legend .meaning")).to_contain_text("shortest ways")
    sized = page.evaluate("scene.look.nodes.map(({ radius }) => radius)")
    values = page.evaluate("EVIDENCE.measures.betweenness.values")
    assert sized != before
    assert sized.index(max(sized)) == values.index(max(values))
    search(page, "Antalya Summit")
    expect(page.locator("#panel dl")).to_contain_text("Betweenness")


def test_unconnected_names_are_drawn_on_demand(opened: Opened) -> None:
    before = numbers_in_sight(opened.page)[1]
    opened.page.get_by_label("Unconnected").check()
    wait_until(opened.page, "before => scene.visible.size > before", before)
