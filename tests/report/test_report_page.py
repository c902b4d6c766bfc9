"""The page in a real Chromium, from the file system, without a network."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hostile import HOSTILE, hostile_graph
from playwright.sync_api import Browser, Page, sync_playwright
from sample_graph import conference_graph

from graphkit.centrality.examples import three_forums
from graphkit.graph import Graph
from graphkit.report import write_report

_QUIET = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]


@pytest.fixture(scope="module")
def browser(chromium_path: str) -> Iterator[Browser]:
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=chromium_path, args=_QUIET)
        yield chromium
        chromium.close()


def opened(browser: Browser, graph: Graph, folder: Path, **context: Any) -> tuple[Page, list[str], list[str]]:
    """The report's page, what it complains of and what it asks for."""
    file = write_report(graph, folder / "report.html")
    page = browser.new_context(**{"viewport": {"width": 1400, "height": 900}} | context).new_page()
    complaints: list[str] = []
    requests: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("dialog", lambda dialog: complaints.append(f"dialog: {dialog.message}"))
    page.on("request", lambda request: requests.append(request.url))
    page.goto(file.as_uri())
    return page, complaints, requests


@pytest.mark.parametrize("graph", [conference_graph, hostile_graph])
def test_the_page_asks_for_nothing_and_complains_of_nothing(
    browser: Browser, graph: Callable[[], Graph], tmp_path: Path
) -> None:
    page, complaints, requests = opened(browser, graph(), tmp_path)
    page.locator("th button").first.click()
    page.locator("tbody a").first.click()
    assert complaints == []
    assert [url for url in requests if not url.startswith(("file:", "data:"))] == []
    assert requests[0].startswith("file:")


def test_a_hostile_name_stands_in_its_row_to_the_letter(browser: Browser, tmp_path: Path) -> None:
    page, _, _ = opened(browser, hostile_graph(), tmp_path)
    names = page.locator("section[aria-labelledby=people-by-forums] tbody th").all_text_contents()
    expected = [text.encode("utf-8", "replace").decode("utf-8").replace("\r\n", "\n") for text in HOSTILE]
    assert sorted(names) == sorted(text.replace("\r", "\n") for text in expected)
    assert page.locator("script, img").count() == 1


def test_a_click_on_a_heading_sorts_the_rows_and_another_turns_them(browser: Browser, tmp_path: Path) -> None:
    page, _, _ = opened(browser, three_forums(), tmp_path)
    table = page.locator("section[aria-labelledby=people-by-forums] table")
    shown = table.locator("tbody th").all_text_contents
    assert shown() == ["Cem Caan", "Ana Abel", "Ben Bora", "Dia Dorn"]
    table.locator("thead button").first.click()
    assert shown() == ["Ana Abel", "Ben Bora", "Cem Caan", "Dia Dorn"]
    table.locator("thead button").first.click()
    assert shown() == ["Dia Dorn", "Cem Caan", "Ben Bora", "Ana Abel"]
    assert table.locator("thead th").first.get_attribute("aria-sort") == "descending"


def test_a_name_leads_to_its_evidence(browser: Browser, tmp_path: Path) -> None:
    page, _, _ = opened(browser, three_forums(), tmp_path)
    page.locator("tbody th a", has_text="Cem Caan").first.click()
    evidence = page.locator("article:target")
    assert evidence.locator("h3").inner_text().startswith("Cem Caan")
    assert "Cem Caan and Pot Congress." in evidence.inner_text()


def test_every_link_of_the_page_leads_somewhere(browser: Browser, tmp_path: Path) -> None:
    page, _, _ = opened(browser, conference_graph(), tmp_path)
    links = page.eval_on_selector_all('a[href^="#"]', "links => links.map(link => link.hash.slice(1))")
    ids = page.eval_on_selector_all("[id]", "places => places.map(place => place.id)")
    assert len(ids) == len(set(ids))
    assert set(links) <= set(ids)
    assert len(links) > 10


def test_a_phone_needs_no_sideways_scrolling(browser: Browser, tmp_path: Path) -> None:
    page, _, _ = opened(browser, conference_graph(), tmp_path, viewport={"width": 390, "height": 844})
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_without_scripts_the_tables_and_the_evidence_are_there(browser: Browser, tmp_path: Path) -> None:
    page, _, _ = opened(browser, three_forums(), tmp_path, java_script_enabled=False)
    assert page.locator("section[aria-labelledby=people-by-forums] tbody tr").count() == 4
    assert page.locator("blockquote", has_text="Dia Dorn and Bland.").first.is_visible()
