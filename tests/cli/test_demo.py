from __future__ import annotations

import re
from pathlib import Path

from ran import Run


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
