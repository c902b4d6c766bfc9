"""The quality gate: no figure of any gold set may fall under its floor, and floors only rise."""

from __future__ import annotations

import json
from pathlib import Path

import accuracy_table
import pytest
import raise_floors
import scoring


@pytest.mark.parametrize("name", scoring.SETS)
def test_no_figure_is_under_its_floor(name: str) -> None:
    figures, errors = scoring.scored(name)
    floors = scoring.read_floors()[name]["floors"]
    under = [
        f"{name}: {figure} has the floor {floor:.3f} and is {figures.get(figure, 0.0):.4f}"
        for figure, floor in floors.items()
        if figures.get(figure, 0.0) < floor
    ]
    assert not under, "\n".join([*under, f"The first of {len(errors)} errors:", *errors[:20]])


@pytest.mark.parametrize("name", scoring.SETS)
def test_every_figure_has_a_floor(name: str) -> None:
    assert set(scoring.read_floors()[name]["floors"]) == set(scoring.scored(name)[0])


@pytest.mark.parametrize("name", scoring.SETS)
def test_neither_text_nor_gold_changes_silently(name: str) -> None:
    known = scoring.read_floors()[name]["sha256"]
    assert scoring.fingerprint(name) == known, (
        f"An article or a gold graph of {name} has changed since its floors were set. If that is meant, put the new "
        "sha256 into tests/gold/floors.json and say in the commit what has changed and why."
    )


@pytest.mark.parametrize("name", scoring.SETS)
def test_every_article_has_its_gold_graph(name: str) -> None:
    files = [path.name for path in (scoring.HERE / name).iterdir()]
    texts = {file.removesuffix(".txt") for file in files if file.endswith(".txt")}
    graphs = {file.removesuffix(".gold.json") for file in files if file.endswith(".gold.json")}
    assert texts == graphs
    assert len(files) == 2 * len(texts) == 2 * {"dev": 24, "written_f": 14, "written_g": 14}.get(name, 12)


def test_the_seeds_alone_reach_0_95() -> None:
    figures, errors = scoring.scored("dev", only=scoring.SEEDS)
    assert figures["total"] >= 0.95, "\n".join(errors[:20])


def test_the_seeds_are_those_of_the_gold_set() -> None:
    for stem in scoring.SEEDS:
        seed = scoring.HERE.parents[1] / "seeds" / f"{stem}.txt"
        assert seed.read_bytes() == (scoring.HERE / "dev" / f"{stem}.txt").read_bytes()


def test_raising_rounds_down_and_never_lowers() -> None:
    floors = {"nodes": 0.9, "edges": 0.8, "gone": 0.7}
    assert scoring.raised(floors, {"nodes": 0.9199, "edges": 0.8328, "roles": 0.31}) == {
        "nodes": 0.9,
        "edges": 0.812,
        "gone": 0.7,
        "roles": 0.29,
    }


@pytest.fixture(name="own_floors")
def _own_floors(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the floors to raise, and one small set alone."""
    path = tmp_path / "floors.json"
    path.write_bytes(scoring.FLOORS.read_bytes())
    monkeypatch.setattr(scoring, "FLOORS", path)
    monkeypatch.setattr(raise_floors, "SETS", ("written_a",))
    return path


def test_a_low_floor_is_raised_to_the_figure(own_floors: Path, capsys: pytest.CaptureFixture[str]) -> None:
    floors = json.loads(own_floors.read_text(encoding="utf-8"))
    floors["written_a"]["floors"]["total"] = 0.1
    scoring.write_floors(floors)
    assert raise_floors.main() == 0
    now = json.loads(own_floors.read_text(encoding="utf-8"))["written_a"]["floors"]["total"]
    assert now == scoring.floor_of(scoring.scored("written_a")[0]["total"])
    assert f"written_a: total 0.100 → {now:.3f}" in capsys.readouterr().out


def test_the_floors_of_a_changed_set_stay(own_floors: Path, capsys: pytest.CaptureFixture[str]) -> None:
    floors = json.loads(own_floors.read_text(encoding="utf-8"))
    floors["written_a"] = {"sha256": "0", "floors": {"total": 0.1}}
    scoring.write_floors(floors)
    assert raise_floors.main() == 1
    assert json.loads(own_floors.read_text(encoding="utf-8"))["written_a"]["floors"] == {"total": 0.1}
    assert scoring.fingerprint("written_a") in capsys.readouterr().out


@pytest.mark.parametrize("page", accuracy_table.PAGES, ids=lambda page: page.name)
def test_the_tables_of_the_docs_have_the_present_figures(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    assert accuracy_table.with_tables(text) == text, "python tests/gold/accuracy_table.py"


def test_every_table_stands_in_the_docs() -> None:
    text = "".join(page.read_text(encoding="utf-8") for page in accuracy_table.PAGES)
    assert [name for name in accuracy_table.TABLES if f"<!-- {name} -->\n" not in text] == []
