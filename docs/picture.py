"""The pictures of the README and of `view.md`: the page as a browser shows it. Run by `make picture`."""

from __future__ import annotations

import os
import shutil
import tempfile
from pathlib import Path

from playwright.sync_api import Browser, Page, expect, sync_playwright

from graphkit.pipeline import read_graph
from graphkit.view import write_view

HERE = Path(__file__).parent
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "chrome")
WIDE, HALF, PHONE = {"width": 1400, "height": 900}, {"width": 1100, "height": 640}, {"width": 390, "height": 700}


def main() -> None:
    """Write `network.png`, `view-path.png` and `view-phone.png` beside this file."""
    browser = os.environ.get("GRAPHKIT_CHROMIUM") or next(filter(None, map(shutil.which, BROWSERS)))
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        seeds, many = Path(folder, "seeds.html"), Path(folder, "many.html")
        write_view(read_graph([HERE.parent / "seeds"]), seeds)
        write_view(read_graph([str(HERE.parent / "tests" / "gold" / "dev" / "*.txt")]), many)
        chromium = playwright.chromium.launch(executable_path=browser, args=["--no-sandbox"])
        picture_of_evidence(opened(chromium, seeds, viewport=WIDE))
        picture_of_a_path(opened(chromium, many, viewport=HALF, color_scheme="dark"))
        opened(chromium, many, viewport=PHONE).screenshot(path=HERE / "view-phone.png")
        chromium.close()


def opened(browser: Browser, file: Path, **context: object) -> Page:
    """A page that does not move and is drawn."""
    page = browser.new_context(reduced_motion="reduce", **context).new_page()
    page.goto(file.as_uri())
    page.wait_for_timeout(500)
    return page


def picture_of_evidence(page: Page) -> None:
    """A forum with the evidence of one line, in the whole network."""
    find(page, "#search", "Turkic States Forum")
    page.locator("#panel summary", has_text="Javid Musayev").last.click()
    page.locator("#fit").click()
    page.wait_for_timeout(500)
    page.screenshot(path=HERE / "network.png")


def picture_of_a_path(page: Page) -> None:
    """The shortest path between two, with its evidence."""
    find(page, "#search", "Kenya")
    find(page, "#path-to", "Tajikistan")
    page.locator("#panel .path summary").first.click()
    page.wait_for_timeout(500)
    page.screenshot(path=HERE / "view-path.png")


def find(page: Page, field: str, name: str) -> None:
    """Take the first name that is offered."""
    page.locator(field).fill(name)
    page.keyboard.press("Enter")
    expect(page.locator("#panel h2")).to_be_visible()


if __name__ == "__main__":
    main()
