"""The page in a real Chromium, from the file system, without a network."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hostile import HOSTILE, hostile_graph
from opened_page import PHONE, Opened
from playwright.sync_api import Browser, Locator, Page, expect
from sample_graph import GraphMaker, conference_graph

from graphkit.centrality.examples import three_forums
from graphkit.graph import Graph
from graphkit.report import write_report


def opened(browser: Browser, graph: Graph, folder: Path, **context: Any) -> Opened:
    """The report's page."""
    return Opened(browser, write_report(graph, folder / "report.html", top=30, resamples=20), **context)


@pytest.mark.parametrize("graph", [conference_graph, hostile_graph])
def test_the_page_asks_for_nothing_and_complains_of_nothing(
    browser: Browser, graph: Callable[[], Graph], tmp_path: Path
) -> None:
    report = opened(browser, graph(), tmp_path)
    report.page.locator("th button").first.click()
    report.page.locator("tbody a").first.click()
    assert report.complaints == []
    assert [url for url in report.requests if not url.startswith(("file:", "data:"))] == []
    assert report.requests[0].startswith("file:")


def test_a_hostile_name_stands_in_its_row_to_the_letter(browser: Browser, tmp_path: Path) -> None:
    page = opened(browser, hostile_graph(), tmp_path).page
    names = page.locator("section[aria-labelledby=people-by-forums] table.sortable").first.locator("tbody th")
    expected = [text.encode("utf-8", "replace").decode("utf-8").replace("\r\n", "\n") for text in HOSTILE]
    assert sorted(names.all_text_contents()) == sorted(text.replace("\r", "\n") for text in expected)
    assert page.locator("script, img").count() == 1


def people(page: Page) -> Locator:
    """The first table of the people's network."""
    return page.locator("section[aria-labelledby=people-by-forums] table.sortable").first


def crowd(number: int) -> Graph:
    """So many people at three forums, of whom more and more articles tell."""
    maker = GraphMaker()
    for forum in range(3):
        maker.node("Forum", f"f{forum}", f"Forum {forum}", start=f"202{forum}-05-0{forum + 1}")
    for one in range(number):
        maker.node("Person", f"p{one:02}", f"Person {one:02}")
        maker.article(f"x{one}")
        for forum in range(one % 3 + 1):
            maker.edge("ATTENDED", f"p{one:02}", f"f{forum}", f"x{one}", forum * 10, status="attended")
    return maker.graph


def test_a_click_on_a_heading_sorts_the_rows_and_another_turns_them(browser: Browser, tmp_path: Path) -> None:
    page = opened(browser, three_forums(), tmp_path).page
    names = people(page).locator("tbody th")
    expect(names).to_have_text(["Cem Caan", "Ana Abel", "Ben Bora", "Dia Dorn"])
    people(page).locator("thead button.sort").first.click()
    expect(names).to_have_text(["Ana Abel", "Ben Bora", "Cem Caan", "Dia Dorn"])
    people(page).locator("thead button.sort").first.click()
    expect(names).to_have_text(["Dia Dorn", "Cem Caan", "Ben Bora", "Ana Abel"])
    expect(people(page).locator("thead th").first).to_have_attribute("aria-sort", "descending")


def test_words_in_the_filter_leave_the_rows_whose_names_have_them(browser: Browser, tmp_path: Path) -> None:
    page = opened(browser, crowd(12), tmp_path).page
    field = page.get_by_role("searchbox", name="Filter names").first
    field.fill("person 1")
    expect(people(page).locator("tbody tr:visible th")).to_have_text(["Person 10", "Person 11"])
    expect(page.locator(".filter output").first).to_have_text("2 of 12")
    field.fill("")
    expect(people(page).locator("tbody tr:visible")).to_have_count(12)


def test_a_measure_is_explained_where_its_heading_is(browser: Browser, tmp_path: Path) -> None:
    page = opened(browser, three_forums(), tmp_path).page
    about = page.locator("#people-by-forums-about-degree")
    expect(about).to_be_hidden()
    page.get_by_role("button", name="What Degree means").first.click()
    expect(about).to_be_visible()
    expect(about).to_contain_text("With how many others it shared a forum. Weights are not read.")
    expect(about).to_contain_text("In a network in pieces: nothing changes. Source: Freeman 1978.")


def test_the_pictures_show_intervals_attendance_and_time(browser: Browser, tmp_path: Path) -> None:
    page = opened(browser, crowd(12), tmp_path).page
    ranks = page.get_by_role("img", name="Rank intervals, Degree").first
    expect(ranks.locator("line.interval")).to_have_count(12)
    expect(ranks.locator("text.share")).to_have_count(12)
    expect(ranks.locator("text.share").first).to_have_text("75\u00a0%")  # its one article is not in every resample
    expect(page.get_by_role("img", name="Who attended what").locator("rect")).to_have_count(24)
    time = page.get_by_role("img", name="Forums in time")
    expect(time.locator("circle.rank")).to_have_count(3)
    expect(time.locator("circle title")).to_have_text(
        ["2020-05-01: 12 took part", "2021-05-02: 8 took part", "2022-05-03: 4 took part"]
    )


def test_the_page_begins_with_who_is_first_and_how_sure_that_is(browser: Browser, tmp_path: Path) -> None:
    page = opened(browser, crowd(12), tmp_path).page
    first = page.locator("section[aria-labelledby=in-short] dd").first
    expect(first).to_contain_text("By the measure “Degree”:")
    expect(first.locator("li")).to_have_count(3)
    expect(first.locator("li").first).to_contain_text("mostly rank")
    expect(first.locator("li").first).to_contain_text("of the resamples")
    first.locator("li a").first.click()
    expect(page.locator("article", has=page.locator(":target")).locator("h3")).to_contain_text("Person")


def test_without_rank_intervals_the_page_claims_nobody_to_be_first(browser: Browser, tmp_path: Path) -> None:
    page = opened(browser, three_forums(), tmp_path).page
    expect(page.get_by_role("heading", name="What was in")).to_be_visible()
    expect(page.get_by_role("heading", name="In short")).to_have_count(0)


def test_a_name_leads_to_its_evidence(browser: Browser, tmp_path: Path) -> None:
    page = opened(browser, three_forums(), tmp_path).page
    sentence = page.locator("article", has_text="Cem Caan and Pot Congress.").locator("blockquote").first
    expect(sentence).to_be_hidden()
    people(page).locator("tbody th a", has_text="Cem Caan").click()
    evidence = page.locator("article", has=page.locator(":target"))
    expect(evidence.locator("h3")).to_contain_text("Cem Caan")
    expect(evidence.get_by_text("Cem Caan and Pot Congress.")).to_be_visible()


def test_every_link_of_the_page_leads_somewhere(browser: Browser, tmp_path: Path) -> None:
    page = opened(browser, conference_graph(), tmp_path).page
    links = page.eval_on_selector_all('a[href^="#"]', "links => links.map(link => link.getAttribute('href').slice(1))")
    ids = page.eval_on_selector_all("[id]", "places => places.map(place => place.id)")
    assert len(ids) == len(set(ids))
    assert set(links) <= set(ids)
    assert len(links) > 10


@pytest.mark.parametrize("graph", [conference_graph, lambda: crowd(12)])
def test_a_phone_needs_no_sideways_scrolling(browser: Browser, graph: Callable[[], Graph], tmp_path: Path) -> None:
    page = opened(browser, graph(), tmp_path, viewport=PHONE).page
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_without_scripts_the_tables_and_the_evidence_are_there(browser: Browser, tmp_path: Path) -> None:
    page = opened(browser, three_forums(), tmp_path, java_script_enabled=False).page
    expect(people(page).locator("tbody tr")).to_have_count(4)
    evidence = page.locator("article", has=page.locator("summary", has_text="Dia Dorn"))
    evidence.locator("summary").click()
    expect(evidence.get_by_text("Dia Dorn and Bland.")).to_be_visible()


def test_on_paper_the_tables_are_there_and_what_is_folded_is_not(browser: Browser, tmp_path: Path) -> None:
    page = opened(browser, three_forums(), tmp_path).page
    page.emulate_media(media="print")
    expect(people(page)).to_be_visible()
    expect(page.locator("article").first).to_be_hidden()
    expect(page.locator(".what").first).to_be_hidden()


def test_on_paper_unfolded_evidence_has_its_name(browser: Browser, tmp_path: Path) -> None:
    page = opened(browser, three_forums(), tmp_path).page
    people(page).locator("tbody th a", has_text="Cem Caan").click()
    page.emulate_media(media="print")
    expect(page.locator("article:visible h3")).to_have_text(["Cem Caan Person"])


def test_what_a_figure_or_a_community_means_is_said_beside_it(browser: Browser, tmp_path: Path) -> None:
    page = opened(browser, three_forums(), tmp_path).page
    network = page.locator("section[aria-labelledby=people-by-forums]")
    for name, said in (
        ("Density", "What share of the pairs"),
        ("Community", "joined more within itself than by chance"),
    ):
        network.get_by_role("button", name=f"What {name} means").first.click()
        expect(page.locator(".about:popover-open")).to_contain_text(said)
        page.keyboard.press("Escape")
