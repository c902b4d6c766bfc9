from __future__ import annotations

import json
from pathlib import Path

from ran import Run


def test_view_writes_one_page(run: Run, graph_file: Path, tmp_path: Path) -> None:
    ran = run("view", "--graph", graph_file)
    assert (ran.status, ran.out) == (0, "")
    assert "Lake Forum" in (tmp_path / "graph.html").read_text(encoding="utf-8")


def test_view_may_open_on_one_entity(run: Run, graph_file: Path) -> None:
    assert run("view", "--graph", graph_file, "--focus", "Lake Forum").status == 0
    assert run("view", "--graph", graph_file, "--focus", "Lake Form").status == 2


def test_report_is_written_as_its_name_ends(run: Run, graph_file: Path, tmp_path: Path) -> None:
    for ending in ("html", "md", "csv", "json"):
        assert run("report", "-o", f"report.{ending}", "--graph", graph_file).status == 0
    assert (tmp_path / "report.html").read_text(encoding="utf-8").lower().startswith("<!doctype html>")
    assert (tmp_path / "report.md").read_text(encoding="utf-8").startswith("#")
    assert "," in (tmp_path / "report.csv").read_text(encoding="utf-8").splitlines()[0]
    json.loads((tmp_path / "report.json").read_text(encoding="utf-8"))


def test_a_report_of_another_kind_is_refused(run: Run, graph_file: Path, tmp_path: Path) -> None:
    ran = run("report", "-o", "report.docx", "--graph", graph_file)
    assert ran.status == 2
    assert ".html" in ran.err
    assert not (tmp_path / "report.docx").exists()


def test_a_page_that_cannot_be_written_leaves_nothing(run: Run, graph_file: Path, tmp_path: Path) -> None:
    for command in ("view", "report"):
        ran = run(command, "-o", "no/folder/page.html", "--graph", graph_file)
        assert ran.status == 2
        assert "page.html" in ran.err
    assert list(tmp_path.iterdir()) == [graph_file]


def test_the_store_and_the_file_give_the_same_pages(run: Run, seeds: Path, tmp_path: Path) -> None:
    run("load", seeds)
    run("extract", seeds, "-o", "graph.json")
    for command in ("view", "report"):
        run(command, "-o", "stored.html")
        run(command, "-o", "extracted.html", "--graph", "graph.json")
        assert (tmp_path / "stored.html").read_bytes() == (tmp_path / "extracted.html").read_bytes()
