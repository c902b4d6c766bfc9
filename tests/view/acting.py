"""What a user does with the page and sees of it; whatever is read is waited for."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, TypeAlias

from opened_page import Opened
from playwright.sync_api import Locator, Page, expect

PageOf: TypeAlias = Callable[..., Opened]
"""Writes a graph's page, with the options of `write_view` and of a browser's context, and opens it."""


def search(page: Page, typed: str) -> None:
    """Find a name, take the first that is offered, and wait for its panel."""
    page.locator("#search").fill(typed)
    expect(page.locator("#search-found [role=option]").first).to_be_visible()
    page.keyboard.press("Enter")
    expect(page.locator("#panel h2")).to_be_visible()


def open_line(line: Locator) -> Locator:
    """Open a line of the panel, whose evidence is made when the browser says that it is open, and return it."""
    line.click()
    claim = line.locator("xpath=..").locator(".claim").first
    expect(claim).to_be_visible()
    return claim


def expect_drawn(page: Page, names: int, lines: int) -> None:
    """Wait until so many names and lines are drawn."""
    expect(page.locator("#status")).to_have_text(re.compile(rf"^{names:,} names and {lines:,} lines drawn"))


def wait_until(page: Page, condition: str, argument: object = None) -> None:
    """Wait until a condition on the page's script holds; the page's policy lets nothing inside it ask for that."""
    for _ in range(300):
        if page.evaluate(condition, argument):
            return
        page.wait_for_timeout(100)
    raise AssertionError(f"{condition} never came true")


def drawn_names(page: Page) -> list[str]:
    """The names that the table lists as drawn."""
    page.locator("#table-button").click()
    expect(page.locator("#table table").first).to_be_visible()
    names = page.locator("#table table").first.locator("tbody th").all_inner_texts()
    page.locator("#table-button").click()
    expect(page.locator("#picture")).to_be_visible()
    return names


def place_of(page: Page, name: str) -> tuple[float, float]:
    """Where a node is on the screen."""
    x, y = page.evaluate(
        """name => {
          const number = EVIDENCE.entities.findIndex((entity) => entity.name === name);
          const box = scene.place.getBoundingClientRect();
          const { x, y } = scene.onScreen(number);
          return [box.left + x, box.top + y];
        }""",
        name,
    )
    return x, y


def place_at_rest(page: Page, name: str) -> tuple[float, float]:
    """Where a node is on the screen when it has not moved for a while: a drag or a panel moves it late."""
    place = place_of(page, name)
    for _ in range(50):
        page.wait_for_timeout(150)
        before, place = place, place_of(page, name)
        if place == before:
            return place
    raise AssertionError(f"{name} never came to rest")


def click_node(page: Page, name: str, **options: Any) -> None:
    page.mouse.click(*place_of(page, name), **options)


def numbers_in_sight(page: Page) -> tuple[int, int]:
    """How many of the drawn nodes stand inside the picture, and how many are drawn."""
    inside, drawn = page.evaluate(
        """() => {
          const { clientWidth: width, clientHeight: height } = scene.place;
          const shown = [...scene.visible].map((node) => scene.onScreen(node));
          return [shown.filter(({ x, y }) => x > 0 && y > 0 && x < width && y < height).length, shown.length];
        }"""
    )
    return inside, drawn
