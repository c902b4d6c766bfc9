"""`diff` as a command."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from ran import Run


@pytest.fixture
def other_file(graph_file: Path) -> Path:
    """The same graph with one property changed."""
    file = graph_file.with_name("other.json")
    file.write_text(graph_file.read_text(encoding="utf-8").replace('"Chair"', '"Director"'), encoding="utf-8")
    return file


def test_the_same_is_status_0(run: Run, graph_file: Path) -> None:
    ran = run("diff", graph_file, graph_file)
    assert ran.status == 0
    assert ran.out == "Both hold the same 4 nodes and 4 edges.\n"


def test_what_differs_is_status_3_and_a_table(run: Run, graph_file: Path, other_file: Path) -> None:
    ran = run("diff", graph_file, other_file)
    assert ran.status == 3
    assert ran.err == ""
    (row,) = [line for line in ran.out.splitlines() if "role: Chair → Director" in line]
    assert row.split("   ")[0] == "Aynur Həsən"


def test_a_store_is_compared_with_a_file(run: Run, seeds: Path) -> None:
    assert run("load", seeds).status == 0
    assert run("extract", seeds, "-o", "seeds.json").status == 0
    assert run("diff", "graph.lbug", "seeds.json").status == 0
    (first, *_) = sorted(seeds.iterdir())
    assert run("extract", first, "-o", "one.json").status == 0
    ran = run("diff", "one.json", "graph.lbug", "--format", "json")
    assert ran.status == 3
    assert any(node["label"] == "Article" for node in ran.rows["new_nodes"])
    assert ran.rows["gone_nodes"] == []


def test_the_ending_of_the_output_tells_the_form(run: Run, graph_file: Path, other_file: Path, tmp_path: Path) -> None:
    for name in ("changes.html", "changes.json"):
        ran = run("diff", graph_file, other_file, "-o", name)
        assert (ran.status, ran.out) == (3, "")
        assert ran.err == f"What changed is in {name}.\n"
    assert "Director" in (tmp_path / "changes.html").read_text(encoding="utf-8")
    data = json.loads((tmp_path / "changes.json").read_text(encoding="utf-8"))
    assert data["changed_edges"][0]["changes"] == [{"property": "role", "old": "Chair", "new": "Director"}]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["missing.json"], "missing.json: cannot be read"),
        (["missing.lbug"], "missing.lbug"),
        (["-o", "x.txt"], ".html or .json"),
    ],
)
def test_what_cannot_be_compared_is_status_2(run: Run, graph_file: Path, arguments: list[str], said: str) -> None:
    graphs = [graph_file] if arguments[0] != "-o" else [graph_file, graph_file]
    ran = run("diff", *graphs, *arguments)
    assert ran.status == 2
    assert said in ran.err
