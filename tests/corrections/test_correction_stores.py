from __future__ import annotations

from pathlib import Path

import pytest

from graphkit.corrections import read_corrections
from graphkit.graph import Graph
from graphkit.packaged import packaged_folder
from graphkit.pipeline import load, read_graph
from graphkit.read import Refusal
from graphkit.stores import Store

FORUM = "Turkic States Forum on Combating Disinformation"
KEY = "000_de539247a80ef1e6"
LINES = [
    'same Person "Adil Taghiyev" "Faig Mahmudov"',
    'rename Forum "Azerbaijan-Georgia Media Forum" to "Media Forum of Baku"',
    'relabel Agency "Baku Network" to Forum',
    f'add ATTENDED Person "Burak Özkemin" Forum "{FORUM}" in {KEY} at "As forum coordinator Burak Özkemin"',
    f"drop MENTIONED_IN Agency BBC in {KEY}",
]


@pytest.fixture
def seeds() -> list[Path]:
    return sorted(packaged_folder("seeds").iterdir())


@pytest.fixture
def file(tmp_path: Path) -> Path:
    file = tmp_path / "corrections.txt"
    file.write_text("\n".join(LINES), encoding="utf-8")
    return file


def everything(graph: Graph) -> list[object]:
    return [*graph.nodes(data=True), *graph.edges(keys=True, data=True)]


def test_corrections_survive_a_second_load(store: Store, seeds: list[Path], file: Path) -> None:
    load(seeds, store, corrections=read_corrections(file))
    first = store.read()
    assert "BBC" not in {data["name"] for _, data in first.nodes(data=True)}
    assert "Media Forum of Baku" in {data["name"] for _, data in first.nodes(data=True)}
    assert not load(seeds, store, corrections=read_corrections(file))
    assert everything(store.read()) == everything(first)


def test_corrections_hold_whatever_the_order_and_the_store(store: Store, seeds: list[Path], file: Path) -> None:
    reported: list[Refusal] = []
    for article in reversed(seeds):
        load([article], store, corrections=read_corrections(file, reported.append))
    assert {refusal.where for refusal in reported} == {f"{file}, line {number}" for number in (1, 3, 4, 5)}
    assert everything(store.read()) == everything(read_graph(seeds, corrections=read_corrections(file)))


def test_corrections_hold_when_articles_are_added(store: Store, seeds: list[Path], file: Path, tmp_path: Path) -> None:
    load(seeds, store, corrections=read_corrections(file))
    before = store.read()
    more = tmp_path / "more.txt"
    more.write_text("Adil Taghiyev of the Media Development Agency spoke at the Lake Forum in Baku.", encoding="utf-8")
    load([more], store, corrections=read_corrections(file))
    after = store.read()
    for node, data in before.nodes(data=True):
        if data["label"] in ("Forum", "Person"):
            assert after.nodes[node]["name"] == data["name"]


def test_deleting_the_lines_undoes_them(store: Store, seeds: list[Path], file: Path) -> None:
    load(seeds, store, corrections=read_corrections(file))
    load(seeds, store)
    assert everything(store.read()) == everything(read_graph(seeds))
