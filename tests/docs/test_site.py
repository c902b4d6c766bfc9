"""The documentation as a site: it builds without a warning, leads nowhere wrong, and asks nothing of the network."""

from __future__ import annotations

import os
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from playwright.sync_api import Browser, expect

ROOT = Path(__file__).parents[2]


class Page(HTMLParser):
    """The links, the loaded parts and the anchors of a page."""

    def __init__(self, file: Path) -> None:
        super().__init__()
        self.links: list[str] = []
        self.loads: list[str] = []
        self.anchors: set[str] = set()
        self.feed(file.read_text(encoding="utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self.anchors |= {given[name] for name in ("id", "name") if name in given}
        target = given.get("src" if tag in ("script", "img", "iframe") else "href")
        if target is not None:
            is_page = tag == "a" or given.get("rel") in ("canonical", "prev", "next")
            (self.links if is_page else self.loads).append(target)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> dict[Path, Page]:
    folder = tmp_path_factory.mktemp("site")
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(folder)],
        cwd=ROOT,
        env=os.environ | {"NO_MKDOCS_2_WARNING": "1"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return {file: Page(file) for file in folder.rglob("*.html") if file.name != "404.html"}


def test_no_link_of_the_site_is_broken(site: dict[Path, Page]) -> None:
    broken = [
        f"{file.name}: {link}"
        for file, page in site.items()
        for link in page.links
        if not urlsplit(link).scheme and not leads_somewhere(link, file, site)
    ]
    assert sum(len(page.links) for page in site.values()) > 1000
    assert broken == []


def leads_somewhere(link: str, file: Path, site: dict[Path, Page]) -> bool:
    parts = urlsplit(link)
    target = (file.parent / unquote(parts.path)).resolve() if parts.path else file
    if target.is_dir():
        target /= "index.html"
    if target not in site:
        return target.exists()
    return not parts.fragment or unquote(parts.fragment) in {"__top", *site[target].anchors}


def test_the_site_loads_nothing_from_elsewhere(site: dict[Path, Page]) -> None:
    for file, page in site.items():
        assert len(page.loads) > 3
        for part in page.loads:
            assert not urlsplit(part).netloc, f"{file.name}: {part}"
            assert (file.parent / urlsplit(part).path).exists(), f"{file.name}: {part}"


def test_the_generators_of_pages_are_not_in_the_site(site: dict[Path, Page]) -> None:
    (folder,) = {file.parent for file in site}
    assert list(folder.rglob("*.py")) == []


def test_every_page_is_in_the_navigation(site: dict[Path, Page]) -> None:
    index = next(page for file, page in site.items() if file.name == "index.html")
    assert {file.name for file in site} - set(index.links) <= {"index.html"}


def test_what_is_copied_out_of_a_session_is_its_commands(site: dict[Path, Page], browser: Browser) -> None:
    tutorial = next(file for file in site if file.name == "tutorial.html")
    page = browser.new_page()
    page.goto(tutorial.as_uri())
    session = page.locator(".language-console code", has_text="graphkit view")
    expect(session).to_contain_text("The network is in graph.html")
    session.evaluate("code => code.setAttribute('data-md-copying', '')")  # as the theme's button does
    expect(session.locator(".go").first).to_be_hidden()
    commands = [line for line in session.inner_text().splitlines() if line]
    assert commands == ["graphkit view -o graph.html", "graphkit report -o report.md"]
    page.close()
