from __future__ import annotations

import re
import shlex
import sys
from pathlib import Path

import pytest
from ran import Run, on_a_terminal


def test_the_demo_shows_what_it_found_and_says_where_the_pages_are(run: Run, tmp_path: Path) -> None:
    ran = run("demo", "-o", "shown")
    assert ran.status == 0, ran.err
    assert {path.name for path in (tmp_path / "shown").iterdir()} == {
        "graph.lbug",
        "graph.lbug.ledger",
        "graph.html",
        "report.html",
    }
    found = {kind: int(count) for kind, count in re.findall(r"^(\w+) +(\d+) ", ran.out, re.MULTILINE)}
    assert found["Article"] == 2
    assert all(found[kind] > 0 for kind in ("Person", "Agency", "Country", "Forum", "ATTENDED", "REPRESENTS"))
    assert "Turkic States Forum on Combating Disinformation" in ran.out
    for name in ("graph.lbug", "graph.html", "report.html"):
        assert str(Path("shown") / name) in ran.out

    commands = [line.partition("graphkit ")[2] for line in ran.out.splitlines() if "graphkit " in line]
    assert [shlex.split(command)[0] for command in commands] == ["query", "show"]
    assert [run(*shlex.split(command)).status for command in commands] == [0, 0]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pseudo-terminals of this kind")
def test_the_query_of_the_demo_can_be_copied_from_a_narrow_terminal(
    tmp_path: Path, clean_environment: dict[str, str]
) -> None:
    written = on_a_terminal(["demo"], tmp_path, clean_environment | {"COLUMNS": "60", "NO_COLOR": "1"})
    assert "--param 'forum=Turkic States Forum on Combating Disinformation' --store demo/graph.lbug" in written


def test_a_second_demo_says_that_nothing_changed_and_changes_nothing(run: Run, tmp_path: Path) -> None:
    first = run("demo")
    pages = {path: path.read_bytes() for path in (tmp_path / "demo").glob("*.html")}
    second = run("demo")
    assert second.out == first.out
    assert "nothing changed" in second.err
    assert "nothing changed" not in first.err
    assert len(pages) == 2
    assert {path: path.read_bytes() for path in pages} == pages


def test_a_demo_folder_that_is_a_file_is_said_so(run: Run, tmp_path: Path) -> None:
    (tmp_path / "demo").write_text("kept", encoding="utf-8")
    ran = run("demo")
    assert ran.status == 2
    assert "demo: no folder can be made there" in ran.err
    assert "Name another one: graphkit demo -o FOLDER" in ran.err
    assert (tmp_path / "demo").read_text(encoding="utf-8") == "kept"
