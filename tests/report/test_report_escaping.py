"""No name and no sentence gets out of its place, in any format."""

from __future__ import annotations

import csv
import io
import json
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hostile import HOSTILE, hostile_graph
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from graphkit.centrality import Selection, scores
from graphkit.report import Choices, build_report, write_report
from graphkit.report.as_csv import report_as_csv
from graphkit.report.as_markdown import escaped

COMMONMARK = MarkdownIt("commonmark").enable(["table", "strikethrough"])


def read(path: Path) -> str:
    return path.read_bytes().decode("utf-8")


def written_as(text: str) -> str:
    """What UTF-8 can hold of a text."""
    return text.encode("utf-8", "replace").decode("utf-8")


def words(text: str) -> str:
    return " ".join(text.split())


class Tags(HTMLParser):
    """The tags with their attributes, and the words between them."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.said = ""
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.said += data

    def count(self, tag: str) -> int:
        return sum(name == tag for name, _ in self.tags)


def test_every_cell_of_the_csv_comes_back_and_none_is_a_formula(tmp_path: Path) -> None:
    text = read(write_report(hostile_graph(), tmp_path / "r.csv", resamples=20))
    rows = list(csv.reader(io.StringIO(text, newline=""), strict=True))
    found = scores(hostile_graph(), seed=1)
    assert len(rows) == len(found) + 1
    for row, score in zip(rows[1:], found, strict=True):
        assert row[0].removeprefix("'") == written_as(score.name)
        assert row[0][0] not in "=+-@\t\r\n"
        assert row[1:5] == [score.entity, score.label, score.network, score.measure]


def test_a_name_that_is_no_formula_has_no_apostrophe(tmp_path: Path) -> None:
    text = read(write_report(hostile_graph(), tmp_path / "r.csv", resamples=20))
    names = {row[0] for row in csv.reader(io.StringIO(text, newline=""))}
    assert {"1. one", "a | b || c", "'=1+1", "'-1+1", "'@SUM(A1)", "'\t=1+1", "'\r=1+1", "'\n=1+1"} <= names


@settings(max_examples=30)
@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1))
def test_any_name_comes_back_from_the_csv(name: str) -> None:
    graph = hostile_graph()
    graph.nodes["person/00"]["name"] = name
    text = report_as_csv(build_report(graph, Selection(), Choices(top=1, resamples=0)))
    first = {row[0] for row in csv.reader(io.StringIO(text, newline=""), strict=True) if row[1] == "person/00"}
    assert first in ({name}, {f"'{name}"})


def test_json_holds_every_text_as_it_is(tmp_path: Path) -> None:
    data = json.loads(read(write_report(hostile_graph(), tmp_path / "r.json", resamples=20)))
    names = {score["id"]: score["entity"] for score in data["scores"]}
    for number, text in enumerate(HOSTILE):
        assert names[f"person/{number:02}"] == written_as(text)
    evidence = {entry["id"]: entry for entry in data["evidence"]}
    passage = evidence["person/00"]["facts"][1]["shown"][0]["passages"][0]
    assert (passage["marked"], passage["note"]) == (HOSTILE[0], f"{HOSTILE[0]}, {HOSTILE[0]}")


def test_markdown_makes_nothing_of_a_text_but_the_text(tmp_path: Path) -> None:
    shown = COMMONMARK.render(read(write_report(hostile_graph(), tmp_path / "r.md", resamples=20)))
    tags = Tags(shown)
    used = {tag for tag, _ in tags.tags}
    assert used <= set("h1 h2 h3 p ul li a em strong blockquote code table thead tbody tr th td".split())
    targets = [attributes["href"] for tag, attributes in tags.tags if tag == "a" and "href" in attributes]
    assert targets
    assert all(re.fullmatch(r"#evidence-\d+", target or "") for target in targets)
    for text in HOSTILE:
        assert words(written_as(text)) in words(tags.said)


def test_every_row_of_a_markdown_table_has_the_cells_of_its_heading(tmp_path: Path) -> None:
    text = read(write_report(hostile_graph(), tmp_path / "r.md", resamples=20))
    lines = [line for line in text.splitlines() if line.startswith("| ")]
    assert len(lines) > 3 * len(HOSTILE)
    columns = 0
    for line in lines:
        cells = len(re.findall(r"(?<!\\)\|", line))
        columns = cells if line.startswith(("| Name |", "| Measure |")) else columns
        assert cells == columns, line


@pytest.mark.parametrize("text", ["- a", "+ a", "1. a", "12) a", "---", "===", "= a", "# a", "> a", "* a", "    a"])
def test_no_text_begins_a_list_a_heading_or_a_line(text: str) -> None:
    assert COMMONMARK.render(escaped(text)) == f"<p>{words(text).replace('>', '&gt;')}</p>\n"


@settings(max_examples=300)
@given(st.text("ab1 .)-+=*_`~|<>[]()!#&;$\\\n\"'"))
def test_any_text_shows_as_itself_in_markdown(text: str) -> None:
    tags = Tags(COMMONMARK.render(f"- {escaped(text)}"))
    assert words(tags.said) == words(text)
    assert [tag for tag, _ in tags.tags] == ["ul", "li"]


def test_the_page_has_no_tag_of_a_text_and_every_text(tmp_path: Path) -> None:
    page = Tags(read(write_report(hostile_graph(), tmp_path / "r.html", resamples=20)))
    assert (page.count("script"), page.count("img"), page.count("iframe")) == (1, 0, 0)
    assert not [name for _, attributes in page.tags for name in attributes if name.startswith("on")]
    for text in HOSTILE:
        assert words(written_as(text)) in words(page.said)


def test_the_page_names_nothing_to_be_fetched(tmp_path: Path) -> None:
    text = read(write_report(hostile_graph(), tmp_path / "r.html", resamples=20))
    page = Tags(text)
    assert not [attributes for _, attributes in page.tags if "src" in attributes or "srcset" in attributes]
    assert [attributes["href"] for tag, attributes in page.tags if tag == "link"] == ["data:,"]
    links = {attributes["href"] or "" for tag, attributes in page.tags if tag == "a"}
    assert links
    assert all(re.fullmatch(r"#[a-z0-9-]+", link) for link in links)
    for inside in re.findall(r"<(?:style|script)>(.*?)</(?:style|script)>", text, re.DOTALL):
        assert not re.search(r"https?:|url\(|@import|fetch\(|XMLHttpRequest", inside)


@pytest.mark.parametrize(
    ("url", "linked"),
    [("https://example.org/a?b=1&c='\"", True), ("javascript:alert(1)", False), ("data:text/html,x", False)],
)
def test_only_a_web_address_of_an_article_becomes_a_link(url: str, linked: bool, tmp_path: Path) -> None:
    graph = hostile_graph()
    graph.nodes[f"article/00 {HOSTILE[0]}"]["url"] = url
    page = Tags(read(write_report(graph, tmp_path / "r.html", resamples=20)))
    assert (url in [attributes.get("href") for tag, attributes in page.tags if tag == "a"]) is linked
