"""The picture of the README: the page of the two seeds as a browser shows it. Run by `make picture`."""

from __future__ import annotations

import os
import shutil
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

from graphkit.pipeline import read_graph
from graphkit.view import write_view

HERE = Path(__file__).parent
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "chrome")


def main() -> None:
    """Write `network.png` beside this file."""
    browser = os.environ.get("GRAPHKIT_CHROMIUM") or next(filter(None, map(shutil.which, BROWSERS)))
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        page_file = Path(folder, "graph.html")
        write_view(read_graph([HERE.parent / "seeds"]), page_file)
        chromium = playwright.chromium.launch(executable_path=browser, args=["--no-sandbox"])
        page = chromium.new_page(viewport={"width": 1400, "height": 900}, reduced_motion="reduce")
        page.goto(page_file.as_uri())
        page.locator("#search").fill("Adil Taghiyev")
        page.keyboard.press("Enter")
        page.get_by_label("Around the selected").select_option("0")
        page.locator("#panel summary", has_text="Media Forum").last.click()
        page.locator("#fit").click()
        page.wait_for_timeout(500)
        page.screenshot(path=HERE / "network.png")
        chromium.close()


if __name__ == "__main__":
    main()
