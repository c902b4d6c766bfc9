from __future__ import annotations

import json
from pathlib import Path

import pytest

from graphkit.corrections import parse_line, read_corrections, write_line
from graphkit.errors import CorrectionError, GraphkitError
from graphkit.extract import extract
from graphkit.forget import Forgotten, find_person, forget_person
from graphkit.graph import Graph, articles_of
from graphkit.packaged import packaged_folder
from graphkit.pipeline import derive_graph, load, read_graph
from graphkit.records import BLOCK, Article
from graphkit.redaction import forget, redacted
from graphkit.spelling import folded
from graphkit.stores import Store, open_store
from graphkit.stores.checking import check_store

SALT = "5a" * 16
NAME = "Adil Taghiyev"
SEED = "004_19b2f34dddbf5a13"
LATER = Article(
    "later",
    "Adil Taghiyev and Nigar Ali spoke at the Lake Forum in Baku. “The lake is ours,” Taghiyev said.\n\n"
    "“It is everybody’s,” said Nigar Ali, director of the Lake Herald.",
    title="Taghiyev speaks of the lake",
    url="https://lake.example/adil-taghiyev-speaks",
    author="Nigar Ali; ADIL TAGHIYEV",
)


@pytest.fixture(scope="module")
def seeds() -> list[Path]:
    return sorted(packaged_folder("seeds").iterdir())


@pytest.fixture(scope="module")
def graph(seeds: list[Path]) -> Graph:
    return read_graph(seeds)


def everything(graph: Graph) -> str:
    return json.dumps([*graph.nodes(data=True), *graph.edges(keys=True, data=True)], ensure_ascii=False)


def forgotten_in(store: Store, name: str, file: Path) -> Forgotten:
    return forget_person(store, find_person(store.read(), name), file)


def test_a_forgotten_person_is_nowhere_in_the_store_and_all_else_is_borne_out(
    store: Store, seeds: list[Path], tmp_path: Path
) -> None:
    load(seeds, store)
    before = store.read()
    person = find_person(before, NAME)
    gone = forgotten_in(store, NAME, tmp_path / "corrections.txt")
    after = store.read()
    assert "taghiyev" not in folded(everything(after))
    assert before.nodes - after.nodes == {person}
    assert {edge for edge in before.edges(keys=True) if person not in edge} == set(after.edges(keys=True))
    assert sum(gone.edges.values()) == before.degree(person) > 5
    assert (gone.articles, gone.others, gone.edges_of_others, gone.keys_with_name) == ([SEED], [], 0, [])
    assert check_store(store).faults == ()


def test_no_later_load_brings_the_person_back(store: Store, seeds: list[Path], tmp_path: Path) -> None:
    file, later = tmp_path / "corrections.txt", tmp_path / "later.txt"
    later.write_text(LATER.text, encoding="utf-8")
    load(seeds, store)
    forgotten_in(store, NAME, file)
    corrections = read_corrections(file)
    assert not load(seeds, store, corrections=corrections)
    assert load([later], store, corrections=corrections)
    assert "taghiyev" not in folded(everything(store.read()))
    assert find_person(store.read(), "Nigar Ali")
    assert everything(store.read()) == everything(read_graph([*seeds, later], corrections=corrections))


def test_an_article_that_the_person_only_wrote_is_blacked_out_and_named(store: Store, tmp_path: Path) -> None:
    written = tmp_path / "written.jsonl"
    records = [
        {"id": "of", "text": LATER.text, "author": "Nigar Ali"},
        {"id": "by", "text": "Water rose.", "author": ["Adil Taghiyev", "Nigar Ali"]},
    ]
    written.write_text("".join(json.dumps(record) + "\n" for record in records), encoding="utf-8")
    load([written], store)
    gone = forgotten_in(store, NAME, tmp_path / "corrections.txt")
    assert gone.articles == ["by", "of"]
    assert [article.author for article in store.articles()] == [f"{BLOCK * 4} {BLOCK * 8}; Nigar Ali", "Nigar Ali"]


def test_whoever_only_wrote_articles_is_forgotten_as_well(store: Store, tmp_path: Path) -> None:
    file, corrections = tmp_path / "written.jsonl", tmp_path / "corrections.txt"
    record = {"id": "by", "text": "Water rose.", "title": "Mira Holt: water", "author": ["Mira Holt", "Trend"]}
    file.write_text(json.dumps(record), encoding="utf-8")
    load([file], store)
    gone = forgotten_in(store, "mira holt", corrections)
    assert (gone.articles, gone.letters, gone.edges) == (["by"], 16, {})
    assert [article.author for article in store.articles()] == [f"{BLOCK * 4} {BLOCK * 4}; Trend"]
    assert not load([file], store, corrections=read_corrections(corrections))
    with pytest.raises(GraphkitError, match="Nothing in the graph is called 'Trend'"):
        find_person(store.read(), "Trend")


def test_a_load_of_the_same_article_without_the_corrections_is_refused(
    store: Store, seeds: list[Path], tmp_path: Path
) -> None:
    load(seeds, store)
    forgotten_in(store, NAME, tmp_path / "corrections.txt")
    refused: list[str] = []
    assert not load(seeds, store, lambda refusal: refused.append(str(refusal)))
    assert len(refused) == 1
    assert SEED in refused[0]


def test_the_embedded_file_keeps_no_byte_of_the_name(seeds: list[Path], tmp_path: Path) -> None:
    with open_store(str(tmp_path / "graph.lbug")) as store:
        load(seeds, store)
        forgotten_in(store, NAME, tmp_path / "corrections.txt")
    left = {file.name: file.read_bytes() for file in tmp_path.iterdir()}
    assert left.keys() == {"graph.lbug", "corrections.txt"}
    assert [name for name, data in left.items() if b"taghiyev" in data.lower()] == []


def test_whoever_is_forgotten_nobody_is_given_what_they_said_or_did(graph: Graph) -> None:
    articles = articles_of(graph)
    for person, data in graph.nodes(data=True):
        if data["label"] == "Person":
            line = forget(graph, person, SALT)
            becomes = derive_graph([redacted(article, [line]) for article in articles])
            assert person not in becomes
            assert set(becomes.edges(keys=True)) <= set(graph.edges(keys=True))


def test_blacking_out_keeps_every_place_and_is_done_once(graph: Graph) -> None:
    line = forget(graph, find_person(graph, NAME), SALT)
    blacked_out = redacted(LATER, [line])
    assert len(blacked_out.text) == len(LATER.text)
    assert blacked_out.text.startswith(f"{BLOCK * 4} {BLOCK * 8} and Nigar Ali")
    assert blacked_out.title == f"{BLOCK * 8} speaks of the lake"
    assert blacked_out.author == f"Nigar Ali; {BLOCK * 4} {BLOCK * 8}"
    assert blacked_out.url == f"https://lake.example/{BLOCK * 13}-speaks"
    assert redacted(blacked_out, [line]) == blacked_out


def test_a_family_name_alone_is_another_person_where_the_full_name_does_not_stand(graph: Graph) -> None:
    line = forget(graph, find_person(graph, NAME), SALT)
    brother = Article("brother", "Rashad Taghiyev opened the Lake Forum. Taghiyev thanked the guests.")
    assert redacted(brother, [line]) == brother


def test_of_two_namesakes_one_is_forgotten() -> None:
    articles = [
        Article("one", "Li Wei, director of the Lake Herald, said: “Water is news.”"),
        Article("two", "Li Wei, minister of health of Kenya, said: “Water is health.”"),
    ]
    graph = derive_graph(articles)
    first = min(node for node, data in graph.nodes(data=True) if data["name"] == "Li Wei")
    there = {article for _, article in graph.out_edges(first) if article.startswith("article/")}
    line = forget(graph, first, SALT)
    for article in articles:
        assert (BLOCK in redacted(article, [line]).text) == (f"article/{article.key}" in there)


def test_a_block_is_read_as_nobody() -> None:
    reading = extract(
        Article("a", "“Water is news,” said ██ ███. The director of the Lake Herald, Nigar Ali, met ██ ███ in Baku.")
    )
    assert "Nigar Ali" in {subject.name for subject in reading.subjects}
    assert not any(BLOCK in subject.name for subject in reading.subjects)
    assert [claim for claim in reading.claims if claim.type.startswith("QUOTED")] == []
    assert all(mention.evidence.sentence in reading.article.text for mention in reading.mentions)


def test_the_line_keeps_hashes_and_no_name(graph: Graph) -> None:
    line = forget(graph, find_person(graph, NAME), SALT)
    written = write_line(line)
    assert parse_line(written) == line
    assert "aghiyev" not in written
    assert forget(graph, find_person(graph, NAME), "00" * 16).marks != line.marks


@pytest.mark.parametrize("line", ["forget", "forget 5a", "forget xy 2:5a", "forget 5a 2:5a in", "forget 5a Taghiyev"])
def test_a_spoiled_line_is_refused(line: str) -> None:
    with pytest.raises(CorrectionError, match="graphkit forget NAME"):
        parse_line(line)


@pytest.mark.parametrize(
    ("name", "says"),
    [("Nobody Atall", "Nothing in the graph"), ("Baku Network", "is no Person but of the label Agency")],
)
def test_who_cannot_be_forgotten_is_said(graph: Graph, name: str, says: str) -> None:
    with pytest.raises(GraphkitError, match=says):
        find_person(graph, name)
