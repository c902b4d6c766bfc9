"""What one does wrong in the first ten minutes, and what is said of it."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from ran import Run


def test_graphkit_alone_says_what_to_do_first(run: Run) -> None:
    ran = run()
    assert ran.status == 0
    assert "First:    graphkit demo" in ran.out


@pytest.mark.parametrize(
    "arguments", [("query", "speakers"), ("view",), ("show", "Nobody"), ("report",), ("check",), ("forget", "Nobody")]
)
def test_before_a_load_every_command_says_how_to_make_a_store(run: Run, arguments: tuple[str, ...]) -> None:
    ran = run(*arguments)
    assert ran.status == 2
    assert "graph.lbug: there is no store. Make one with: graphkit load" in ran.err


def test_of_an_empty_graph_it_is_said_that_it_is_empty(run: Run, tmp_path: Path) -> None:
    nothing = '{"directed": true, "multigraph": true, "graph": {}, "nodes": [], "edges": []}'
    (tmp_path / "nothing.json").write_text(nothing, encoding="utf-8")
    for arguments in (("view",), ("report",)):
        ran = run(*arguments, "--graph", "nothing.json")
        assert ran.status == 0
        assert "nothing.json holds nothing yet. Articles come into it with: graphkit load" in ran.err


def test_an_article_in_the_place_of_a_graph_is_not_to_be_overwritten(run: Run, seeds: Path) -> None:
    article = min(seeds.iterdir())
    ran = run("view", "--graph", article)
    assert ran.status == 2
    assert "Write one with: graphkit extract PATH -o graph.json" in ran.err


def test_a_graph_takes_the_place_of_nothing_but_a_graph(run: Run, seeds: Path, tmp_path: Path) -> None:
    article = tmp_path / "article.txt"
    article.write_text("Li Wei attended the Lake Forum.", encoding="utf-8")
    ran = run("extract", "article.txt", "-o", "article.txt")
    assert ran.status == 2
    assert "article.txt: holds something else than a graph, which would be lost." in ran.err
    assert article.read_text(encoding="utf-8").startswith("Li Wei")

    (tmp_path / "graph").touch()
    assert [run("extract", "article.txt", "-o", "graph").status for _ in range(2)] == [0, 0]


def test_a_page_takes_the_place_of_no_store(run: Run, store: str, tmp_path: Path) -> None:
    for output in (store, "network.png"):
        ran = run("view", "-o", output)
        assert ran.status == 2
        assert f"{output}: the network is written as an HTML page; let the name end in .html." in ran.err
    assert run("check").status == 0
    assert not (tmp_path / "network.png").exists()


def test_where_nothing_can_be_written_nothing_is_read(run: Run, seeds: Path) -> None:
    ran = run("extract", seeds, "nowhere", "-o", "absent/graph.json")
    assert ran.status == 2
    assert "absent/graph.json: cannot be written" in ran.err.replace("\\", "/")
    assert "nowhere" not in ran.err


def test_of_a_graph_file_that_lacks_something_it_is_said_what(run: Run, tmp_path: Path) -> None:
    (tmp_path / "old.json").write_text('{"nodes": [], "links": []}', encoding="utf-8")
    assert "(it has no 'edges'). Write one with: graphkit extract" in run("view", "--graph", "old.json").err


def test_a_slip_in_a_query_is_shown_in_its_place(run: Run, seeds: Path) -> None:
    run("load", seeds)
    ran = run("query", "MATCH (p:Person RETURN p")
    assert ran.status == 2
    said, query, place = ran.err.splitlines()[-3:]
    assert "Line 1, column 17 of the query" in said
    assert query[place.index("^") :].startswith("RETURN")

    nobody = run("query", "quotes_of_person", "--param", "person=Adil Tagiev")
    assert nobody.status == 0
    assert "Is a name misspelled? Near names are told by: graphkit show NAME" in nobody.err
    assert "Adil Taghiyev" in run("show", "Adil Tagiev").err
    for no_name in ("co_attendance --param minimum=9", "quotes_containing --param words=volcano"):
        assert run("query", *no_name.split()).err == "0 rows\n"


def test_a_query_of_an_empty_store_is_told_that_it_is_empty(run: Run, store: str) -> None:
    run("clear", "--yes")
    ran = run("query", "quotes_of_person", "--param", "person=Adil Taghiyev")
    assert ran.err == "graph.lbug holds nothing yet. Articles come into it with: graphkit load PATH...\n"


@pytest.mark.parametrize(
    ("given", "instead"),
    [
        ("view graph.lbug", "graphkit view --store graph.lbug"),
        ("report graph.lbug", "graphkit report --store graph.lbug"),
        ("check graph.lbug", "graphkit check --store graph.lbug"),
        ("show graph.lbug", "graphkit show NAME --store graph.lbug"),
        ("show graph.lbug Baku", "graphkit show Baku --store graph.lbug"),
        ("query speakers graph.lbug", "graphkit query speakers --store graph.lbug"),
        ("query speakers neo4j://localhost", "graphkit query speakers --store neo4j://localhost"),
        ("load news graph.lbug", "graphkit load news --store graph.lbug"),
        ("view graph.json", "graphkit view --graph graph.json"),
        ("query MATCH (n) RETURN n", "Put it in quotes: graphkit query 'MATCH (n) RETURN n'"),
        ("show Adil Taghiyev", "Put it in quotes: graphkit show 'Adil Taghiyev'"),
        ("load my news", "Put it in quotes: graphkit load 'my news'"),
        ("extract news", "-o is missing: graphkit extract news -o graph.json"),
        ("extract", "PATH... and -o are missing. For example: graphkit extract news/ -o graph.json"),
        ("load", "PATH... is missing. For example: graphkit load news/"),
        ("load --store bolt://neo4j:secret@localhost", "PATH... is missing. For example: graphkit load news/"),
        ("export --store bolt://a:secret@b", "-o is missing: graphkit export --store URL -o network.gexf"),
        ("diff old.json", "NEW is missing. For example: graphkit diff old.json new.json"),
        ("view --store graph.json", "A graph file is named by --graph: graphkit view --graph graph.json"),
        ("view --graph graph.lbug", "A store is named by --store: graphkit view --store graph.lbug"),
        ("view --graph a.json --store b.lbug", "One graph is wanted, and --graph and --store name 2"),
        ("view --store a.lbug --store=b.lbug", "One graph is wanted, and --store and --store name 2"),
        ("query attendees_of_forum Baku", "--param: graphkit query attendees_of_forum --param forum=Baku"),
        ("query attendees_of_forum --forum Baku", "--param: graphkit query attendees_of_forum --param forum=Baku"),
        ("query attendees_of_forum --forum=Baku", "--param: graphkit query attendees_of_forum --param forum=Baku"),
        ("query RETURN$name --name Baku", "--param: graphkit query 'RETURN$name' --param name=Baku"),
        ("query speakers Baku", "speakers has no parameters: graphkit query speakers"),
        ("query speakers --csv", "A format is named by --format: graphkit query speakers --format csv"),
        ("query speakers --colour", "No such option: --colour"),
        ("explain my news", "Put it in quotes: graphkit explain 'my news'"),
        ("explain a.txt b.txt", "One argument is wanted, and there are 2: graphkit explain a.txt"),
        ("help load", "Help is an option: graphkit load --help"),
        ("version", "The version is told by an option: graphkit --version"),
        ("queries speakers", "Nothing can be done with 'speakers'. What can be given: graphkit queries --help"),
        ("--store graph.lbug view", "graphkit itself has no option --store; those of a command go behind it"),
    ],
)
def test_of_an_argument_in_the_wrong_place_it_is_said_where_it_goes(
    run: Run, tmp_path: Path, given: str, instead: str
) -> None:
    (tmp_path / "my news").mkdir()
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).touch()
    ran = run(*given.split())
    assert ran.status == 2
    assert instead in unfolded(ran.err)
    assert "secret" not in ran.err


@pytest.mark.parametrize(
    ("given", "instead"),
    [
        (("view", "bolt://neo4j:secret@localhost"), "graphkit view --store URL"),
        (("--store=bolt://neo4j:secret@localhost", "view"), "graphkit COMMAND --store …"),
    ],
)
def test_a_password_in_the_wrong_place_is_not_repeated(run: Run, given: tuple[str, ...], instead: str) -> None:
    said = unfolded(run(*given).err)
    assert instead in said
    assert "secret" not in said


def unfolded(said: str) -> str:
    """The words of a box, on one line."""
    return " ".join(said.replace("│", " ").split())


def test_the_line_that_works_can_be_copied(run: Run) -> None:
    forum = "Turkic States Forum on Combating Disinformation, the third of its kind"
    ran = run("query", "attendees_of_forum", forum, COLUMNS="40")
    assert f"graphkit query attendees_of_forum --param 'forum={forum}'\n" in ran.err


def test_a_question_may_be_longer_than_the_name_of_a_file(run: Run, store: str) -> None:
    long = "MATCH (p:Person) WHERE p.name <> '" + 300 * "x" + "' RETURN count(p) AS people"
    assert run("query", long, "--format", "json").rows == [{"people": 11}]
    assert "The graph has no article" in run("explain", 300 * "x").err
    assert "Put it in quotes" in run("query", *long.split()).err


def test_a_file_of_cypher_is_told_how_to_be_asked(run: Run, store: str, tmp_path: Path) -> None:
    (tmp_path / "people.cypher").write_text("MATCH (p:Person) RETURN count(p)", encoding="utf-8")
    assert 'Ask what stands in it: graphkit query "$(cat people.cypher)"' in run("query", "people.cypher").err


def test_a_folder_is_no_article(run: Run, tmp_path: Path) -> None:
    (tmp_path / "news").mkdir()
    ran = run("explain", "news")
    assert (ran.status, ran.err.count("\n")) == (2, 1)
    assert "news is a folder. Name one file in it" in ran.err


@pytest.mark.parametrize("given", ["letter.docx", "letters"])
def test_what_a_word_processor_wrote_is_to_be_saved_otherwise(run: Run, tmp_path: Path, given: str) -> None:
    (tmp_path / "letters").mkdir()
    for file in ("letter.docx", "letters/letter.docx"):
        (tmp_path / file).write_bytes(b"PK")
    refused, nothing = run("load", given).err.splitlines()
    assert refused.endswith("Save what a word processor wrote as .txt, .html or .pdf.")
    assert ".docx" in refused
    assert nothing == f"graphkit: No article was read from {given}."


def test_an_address_without_its_scheme_is_told_how_it_begins(run: Run) -> None:
    assert "Check the spelling of the path; an address begins with https://." in run("load", "www.example.org/a").err


def test_a_host_and_a_port_are_no_file(run: Run, seeds: Path, tmp_path: Path) -> None:
    ran = run("load", seeds, "--store", "localhost:7687")
    assert ran.status == 2
    assert "localhost:7687 is no address of a server; write it as neo4j://localhost:7687." in ran.err
    assert list(tmp_path.iterdir()) == []


def test_an_empty_name_is_nobodys(run: Run, seeds: Path) -> None:
    run("extract", seeds, "-o", "graph.json")
    assert "The name is empty." in run("show", " ", "--graph", "graph.json").err


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write everywhere")
def test_a_store_that_one_may_not_write_to_is_not_called_damaged(run: Run, seeds: Path, tmp_path: Path) -> None:
    run("load", seeds)
    (tmp_path / "graph.lbug").chmod(0o444)
    ran = run("query", "speakers")
    assert ran.status == 2
    assert "Change its permissions, or copy it" in ran.err
