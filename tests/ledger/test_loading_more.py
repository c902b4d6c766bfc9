"""Loads of a few more articles into a real store: they cost by the article and end in the same graph."""

from __future__ import annotations

import shutil
from pathlib import Path
from random import Random

import networkx as nx
import pytest
from random_lines import random_line

from graphkit.corrections import Corrections, parse_line
from graphkit.corrections.file import Line
from graphkit.corrections.kinds import Correction
from graphkit.errors import StoreError
from graphkit.extract import extract
from graphkit.graph import Graph
from graphkit.ledger import Ledger, kept
from graphkit.ledger.ledger import ledger_path
from graphkit.pipeline import load, read_graph
from graphkit.read import Refusal, read_articles
from graphkit.records import Article, Reading
from graphkit.redaction import forget, new_salt
from graphkit.stores import Store

DEV = sorted((Path(__file__).parents[1] / "gold" / "dev").glob("*.txt"))


@pytest.fixture(autouse=True)
def _nothing_read_yet(store: Store) -> None:
    """Every test begins without a ledger, on the server as well."""
    ledger_path(store).unlink(missing_ok=True)


@pytest.fixture
def read_now(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The keys of the articles that are read, as they are read."""
    keys: list[str] = []
    extract = kept.extract

    def noting(article: Article) -> Reading:
        keys.append(article.key)
        return extract(article)

    monkeypatch.setattr(kept, "extract", noting)
    return keys


def holds(store: Store, graph: Graph) -> bool:
    return nx.utils.graphs_equal(store.read(), graph)


def test_articles_come_in_three_loads(store: Store, read_now: list[str]) -> None:
    for portion in (DEV[8:12], DEV[:5], DEV[3:8]):
        load(portion, store)
    assert sorted(read_now) == sorted(file.stem for file in DEV[:12])
    assert holds(store, read_graph(DEV[:12]))


def test_what_is_there_already_changes_nothing_and_is_not_read_again(store: Store, read_now: list[str]) -> None:
    load(DEV[:3], store)
    read_now.clear()
    assert not load(DEV[:3], store)
    assert not read_now


def test_without_its_ledger_a_store_is_read_anew(store: Store, read_now: list[str]) -> None:
    load(DEV[:3], store)
    ledger_path(store).unlink()
    load(DEV[3:5], store)
    assert len(read_now) == 3 + 5
    assert holds(store, read_graph(DEV[:5]))


def test_a_broken_ledger_is_made_anew(store: Store) -> None:
    load(DEV[:3], store)
    ledger_path(store).write_bytes(b"no database")
    load(DEV[3:5], store)
    assert holds(store, read_graph(DEV[:5]))


@pytest.mark.parametrize("url", ["embedded"], indirect=True)
def test_a_ledger_with_flipped_bytes_is_told_to_be_deleted_if_it_is_not_made_anew(store: Store) -> None:
    load(DEV[:3], store)
    whole = ledger_path(store).read_bytes()
    said = []
    for at in range(50, len(whole), len(whole) // 25):
        flipped = bytes(byte ^ 0xFF for byte in whole[at : at + 64])
        ledger_path(store).write_bytes(whole[:at] + flipped + whole[at + 64 :])
        try:
            load(DEV[2:4], store)
        except StoreError as error:
            said.append(str(error))
    assert said
    assert all("graph.lbug.ledger" in sentence for sentence in said)
    ledger_path(store).unlink()
    load(DEV[:4], store)
    assert holds(store, read_graph(DEV[:4]))


def test_a_ledger_of_another_state_of_the_store_is_not_trusted(store: Store, tmp_path: Path) -> None:
    load(DEV[:3], store)
    kept = tmp_path / "kept"
    shutil.copy(ledger_path(store), kept)
    load(DEV[3:5], store)
    shutil.copy(kept, ledger_path(store))
    load(DEV[5:7], store)
    assert holds(store, read_graph(DEV[:7]))


def test_a_store_that_was_emptied_is_filled_again(store: Store) -> None:
    load(DEV[:3], store)
    store.clear()
    load(DEV[1:4], store)
    assert holds(store, read_graph(DEV[1:4]))


@pytest.mark.parametrize("url", ["embedded"], indirect=True)
def test_a_store_that_was_written_by_a_query_is_derived_anew(store: Store) -> None:
    load(DEV[:3], store)
    store.run("MATCH (p:Person) SET p.name = 'Nobody'", write=True)
    load(DEV[3:4], store)
    assert holds(store, read_graph(DEV[:4]))


def test_another_title_of_a_stored_article_is_taken_over(store: Store, tmp_path: Path) -> None:
    feed = tmp_path / "feed.csv"
    feed.write_text("id,text,title\na,Mira Holt of the Seed Bank spoke.,Rain\n", encoding="utf-8")
    load([feed], store)
    feed.write_text("id,text,title\na,Mira Holt of the Seed Bank spoke.,Sun\n", encoding="utf-8")
    load([feed], store)
    assert [article.title for article in store.articles()] == ["Sun"]


def test_corrections_hold_whether_they_come_or_go(store: Store, read_now: list[str]) -> None:
    name = next(data["name"] for _, data in read_graph(DEV[:3]).nodes(data=True) if data["label"] == "Person")
    corrections = Corrections((Line("test, line 1", parse_line(f'rename Person "{name}" to "Somebody Else"')),))
    load(DEV[:3], store)
    read_now.clear()
    load(DEV[3:4], store, corrections=corrections)
    assert len(read_now) == 1
    assert holds(store, read_graph(DEV[:4], corrections=corrections))
    read_now.clear()
    load(DEV[4:5], store)
    assert len(read_now) == 1
    assert holds(store, read_graph(DEV[:5]))


def test_corrections_come_and_go_with_articles_and_nothing_is_derived_anew(
    store: Store, read_now: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(graph: Graph) -> None:
        raise AssertionError("The whole graph was derived.")

    monkeypatch.setattr(store, "write", refuse)
    random = Random("corrections")
    readings = [extract(article) for article in read_articles(DEV[:6])]
    lines: list[Correction] = []
    for given in (3, 4, 4, 6):
        lines = [*random.sample(lines, len(lines) // 2), *(random_line(readings, random) for _ in range(8))]
        numbered = tuple(Line(f"line {number}", line) for number, line in enumerate(lines, start=1))
        told: list[Refusal] = []
        expected: list[Refusal] = []
        load(DEV[:given], store, corrections=Corrections(numbered, told.append))
        assert holds(store, read_graph(DEV[:given], corrections=Corrections(numbered, expected.append)))
        assert told == expected
        assert not load(DEV[:given], store, corrections=Corrections(numbered, told.append))
    assert len(read_now) == 6
    load(DEV[:1], store)
    assert holds(store, read_graph(DEV[:6]))


def test_corrections_of_a_load_that_was_killed_when_they_were_written_are_taken_back_too(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    name = next(data["name"] for _, data in read_graph(DEV[:2]).nodes(data=True) if data["label"] == "Person")
    corrections = Corrections((Line("test, line 1", parse_line(f'rename Person "{name}" to "Somebody Else"')),))
    load(DEV[:2], store)
    update = store.update

    def killed(was: Graph, becomes: Graph) -> None:
        update(was, becomes)
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(store, "update", killed)
        with pytest.raises(KeyboardInterrupt):
            load(DEV[:2], store, corrections=corrections)
    load(DEV[:2], store)
    assert holds(store, read_graph(DEV[:2]))


def test_whoever_is_forgotten_goes_out_of_stored_articles_too(store: Store, read_now: list[str]) -> None:
    graph = read_graph(DEV[:4])
    person = next(node for node, data in graph.nodes(data=True) if data["label"] == "Person")
    corrections = Corrections((Line("test, line 1", forget(graph, person, new_salt())),))
    load(DEV[:3], store)
    load(DEV[3:4], store, corrections=corrections)
    assert holds(store, read_graph(DEV[:4], corrections=corrections))
    read_now.clear()
    load(DEV[4:5], store, corrections=corrections)
    assert len(read_now) == 1
    assert holds(store, read_graph(DEV[:5], corrections=corrections))


def test_a_load_that_the_store_refuses_leaves_both_as_they_were(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    load(DEV[:3], store)

    def refuse(before: Graph, after: Graph) -> None:
        raise StoreError("The disk is full.")

    with monkeypatch.context() as patched:
        patched.setattr(store, "update", refuse)
        with pytest.raises(StoreError, match="disk is full"):
            load(DEV[3:5], store)
    with Ledger(store) as ledger:
        assert ledger.is_current()
    load(DEV[3:5], store)
    assert holds(store, read_graph(DEV[:5]))


def test_what_was_read_before_an_interruption_is_not_read_again(store: Store, read_now: list[str]) -> None:
    def interrupted(what: str, articles: object) -> object:
        for number, article in enumerate(articles):  # type: ignore[call-overload]
            if number == 4:
                raise KeyboardInterrupt
            yield article

    with pytest.raises(KeyboardInterrupt):
        load(DEV[:6], store, watch=interrupted)  # type: ignore[arg-type]
    load(DEV[:6], store)
    assert len(read_now) == 6
    assert holds(store, read_graph(DEV[:6]))


STORY = (
    "OSLO, May 4 - Mira Holt, director of the Seed Bank of Norway, attended the Tide Forum in Oslo on Monday. "
    '"We will open the vault in June," she said. Jon Berg of the Port Authority said the harbour was calm and that '
    "ships from all of the north had come to take part, with crews who had not seen each other since the winter storms."
)
COPIES = {
    "a": f"{STORY} More was said there.",
    "b": STORY,
    "c": f"{STORY} More was said there. And more was said later, when the rain had gone and the lamps were lit.",
    "d": "Another day: Aynur Hasanova, a minister of Azerbaijan, met Jon Berg of the Port Authority in Baku.",
    "e": STORY,
}


@pytest.mark.parametrize("order", ["c a b e d", "b e a d c", "a d b c e", "d e c b a"])
@pytest.mark.parametrize("url", ["embedded"], indirect=True)
def test_copies_count_once_in_whatever_order_they_come(store: Store, tmp_path: Path, order: str) -> None:
    files = []
    for key in order.split():
        files.append(tmp_path / f"{key}.txt")
        files[-1].write_text(COPIES[key], encoding="utf-8")
        load([files[-1]], store)
    assert holds(store, read_graph(files))
    assert not load(files, store)
    read_out_of = {data["article"] for _, _, data in store.read().edges(data=True)}
    assert read_out_of == {"c", "d"}
