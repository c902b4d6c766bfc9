"""The page in a real Chromium, from the file system, without a network."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from opened_page import PHONE, Opened, contrast
from playwright.sync_api import Browser, Page, expect

from graphkit.explain import Explanation, explain_article, explanation_as_html, write_explanation
from graphkit.graph import Graph


def lit(opened: Opened) -> list[str]:
    """The words that are highlighted, in pieces."""
    found: list[str] = opened.page.eval_on_selector_all(
        "#text .on", "pieces => pieces.filter(p => !p.querySelector('.on')).map(p => p.textContent)"
    )
    return found


def chosen(opened: Opened) -> list[str]:
    """The ids of the items of the list that are highlighted."""
    ids: list[str] = opened.page.eval_on_selector_all("aside .on", "items => items.map(item => item.id)")
    return ids


@pytest.fixture
def explanation(graph: Graph) -> Explanation:
    return explain_article(graph, "a1")


@pytest.fixture
def file(explanation: Explanation, tmp_path: Path) -> Path:
    return write_explanation(explanation, tmp_path / "a1.html")


def text_without_numbers(page: Page) -> str:
    text: str = page.evaluate(
        "() => { const text = document.querySelector('.text').cloneNode(true);"
        "  for (const number of text.querySelectorAll('.number')) number.remove(); return text.textContent; }"
    )
    return text


def test_the_page_asks_for_nothing_and_complains_of_nothing(browser: Browser, file: Path) -> None:
    opened = Opened(browser, file)
    opened.page.locator("aside a").first.click()
    assert opened.complaints == []
    assert [url for url in opened.requests if not url.startswith(("file:", "data:"))] == []


def test_a_day_without_a_year_is_in_words(explanation: Explanation) -> None:
    page = explanation_as_html(replace(explanation, date="--12-05"))
    assert "· 5 December ·" in page
    assert "--12-05" not in page


def test_the_article_stands_there_to_the_letter(browser: Browser, file: Path, explanation: Explanation) -> None:
    assert text_without_numbers(Opened(browser, file).page) == explanation.text


def test_the_head_says_who_wrote_the_article_where_and_when(browser: Browser, file: Path) -> None:
    known = Opened(browser, file).page.locator("header p").first
    expect(known).to_have_text("Nigar Ali · A paper · 2025-12-05 · a1")


def test_a_mention_inside_a_quotation_is_marked_inside_it(browser: Browser, file: Path) -> None:
    page = Opened(browser, file).page
    assert page.locator("mark.quote.direct mark.Person").all_text_contents() == ["Aydın"]
    assert page.locator("mark.Agency mark.Country").all_text_contents() == ["Baku"]
    nested = page.locator("mark.quote.direct mark.quote.indirect")
    assert nested.all_text_contents() == ["the lake is ours5"]


def test_a_claim_that_is_clicked_lights_its_words(browser: Browser, file: Path) -> None:
    opened = Opened(browser, file)
    opened.page.locator("#claim-1 a").click()
    assert "".join(lit(opened)).startswith("Aynur Həsən")
    assert chosen(opened) == ["claim-1"]
    opened.page.locator("#claim-5 a").click()
    assert lit(opened) == ["the lake is ours5"]


def test_words_that_cross_other_marks_are_lit_whole(browser: Browser, file: Path) -> None:
    opened = Opened(browser, file)
    opened.page.locator("#claim-3 a").click()
    pieces = opened.page.locator('#text [data-mark="claim-3"]').all_text_contents()
    assert "".join(pieces) == "Council opened the Lake"
    assert len(pieces) > 1


def test_the_keyboard_reaches_every_claim_and_lights_it(browser: Browser, file: Path) -> None:
    opened = Opened(browser, file)
    reached: set[str] = set()
    for _ in range(opened.page.locator("a").count()):
        opened.page.keyboard.press("Tab")
        reached |= set(chosen(opened))
    assert reached >= {f"claim-{number}" for number in range(1, 6)} | {f"entity-{number}" for number in range(1, 6)}
    opened.page.keyboard.press("Escape")
    assert lit(opened) == []


def test_a_name_lights_all_its_mentions(browser: Browser, file: Path) -> None:
    opened = Opened(browser, file)
    opened.page.locator("#entity-1 a").click()
    assert lit(opened) == ["Aynur Həsən", "Həsən"]


def test_a_click_into_the_text_shows_all_that_was_read_out_of_it(browser: Browser, file: Path) -> None:
    opened = Opened(browser, file)
    opened.page.locator("mark.quote mark.Person").click()
    named, quoted = opened.page.locator("#names + ul li", has_text="Aydın").get_attribute("id"), "claim-4"
    assert sorted(chosen(opened)) == sorted([quoted, named])


def test_what_a_click_into_the_text_shows_is_in_sight(browser: Browser, file: Path) -> None:
    opened = Opened(browser, file, viewport={"width": 1400, "height": 420})
    opened.page.locator("#text mark.quote.direct").click(position={"x": 5, "y": 5})
    box = opened.page.locator("#claim-4").bounding_box()
    assert box is not None
    assert 0 <= box["y"] <= 420 - 60
    assert opened.page.evaluate("scrollY") == 0


def test_the_number_of_a_quotation_leads_to_its_claim(browser: Browser, file: Path) -> None:
    opened = Opened(browser, file)
    opened.page.locator("a.number", has_text="4").click()
    assert chosen(opened) == ["claim-4"]
    assert opened.page.evaluate("document.activeElement.dataset.shows") == "claim-4"


def test_each_claim_has_its_rule_meaning_and_confidence(browser: Browser, file: Path) -> None:
    page = Opened(browser, file).page
    assert page.locator("#claim-1 .why").inner_text() == (
        "post.after-name 0.90 the post behind the name, after a comma: “Ahmad Y, director of the X”"
    )
    assert page.locator("#claim-3 .why").inner_text() == "unheard.of 0.90"
    assert "role: Chair; former" in page.locator("#claim-1").inner_text().split("\n")


def test_without_scripts_the_links_still_lead_to_the_words(browser: Browser, file: Path) -> None:
    opened = Opened(browser, file, java_script_enabled=False)
    opened.page.locator("#claim-5 a").click()
    assert opened.page.url.endswith("#words-claim-5")
    assert opened.page.locator("#words-claim-5").count() == 1


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_words_stand_out_from_the_page_in_either_scheme(browser: Browser, file: Path, scheme: str) -> None:
    opened = Opened(browser, file, color_scheme=scheme)
    opened.page.locator("#claim-4 a").click()
    for selector in (".text", ".quote.on", "#claim-4 .meaning", "#claim-1 .meaning", ".hint", ".number"):
        assert contrast(opened.page, selector) >= 4.5, selector


def test_a_phone_needs_no_sideways_scrolling_and_shows_the_sentences(browser: Browser, file: Path) -> None:
    page = Opened(browser, file, viewport=PHONE).page
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    assert page.locator("#claim-1 blockquote").is_visible()


def test_on_paper_the_whole_list_stands_behind_the_article(browser: Browser, file: Path) -> None:
    page = Opened(browser, file).page
    page.emulate_media(media="print")
    text, aside = (page.locator(selector).bounding_box() for selector in (".text", "aside"))
    assert text is not None
    assert aside is not None
    assert aside["y"] >= text["y"] + text["height"]
    assert page.locator("#claim-5 blockquote").is_visible()
    assert (
        page.evaluate(
            "(() => { const a = document.querySelector('aside'); return a.scrollHeight - a.clientHeight; })()"
        )
        <= 1
    )


def test_no_word_of_an_article_gets_out_of_its_place(browser: Browser, hostile_graph: Graph, tmp_path: Path) -> None:
    key = next(data["key"] for _, data in hostile_graph.nodes(data=True) if data["label"] == "Article")
    explanation = explain_article(hostile_graph, key)
    opened = Opened(browser, write_explanation(explanation, tmp_path / "hostile.html"))
    opened.page.locator("#claim-1 a").click()
    assert opened.complaints == []
    assert opened.page.locator("img, script").count() == 1
    assert text_without_numbers(opened.page) == explanation.text
    assert "49" not in opened.page.content()


def test_an_article_without_claims_says_so(browser: Browser, graph: Graph, tmp_path: Path) -> None:
    graph.remove_edges_from(list(graph.edges(keys=True)))
    opened = Opened(browser, write_explanation(explain_article(graph, "a1"), tmp_path / "none.html"))
    assert opened.page.locator("aside li.none").count() == 2
