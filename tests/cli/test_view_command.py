from __future__ import annotations

import sys
from pathlib import Path

import pytest
from ran import Run

SENTENCE = "spoke at the Lake Forum"


def page(folder: Path) -> str:
    return (folder / "graph.html").read_text(encoding="utf-8")


def test_view_shows_only_what_the_answer_to_cypher_names(run: Run, graph_file: Path, tmp_path: Path) -> None:
    question = "MATCH (p:Person)-[r:ATTENDED]->(f:Forum) RETURN p, r, f"
    ran = run("view", "--graph", graph_file, "--query", question)
    assert (ran.status, ran.out) == (0, "")
    assert "Lake Forum" in page(tmp_path)
    assert "agency/press-council" not in page(tmp_path)


def test_view_takes_a_named_query_and_its_parameters(run: Run, seeds: Path, tmp_path: Path) -> None:
    run("load", seeds)
    ran = run("view", "--query", "quotes_of_person", "--param", "person=Adil Taghiyev")
    assert ran.status == 0, ran.err
    assert "person/adil-taghiyev" in page(tmp_path)
    assert "person/javid-musayev" not in page(tmp_path)


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("MATCH (n) RETURN count(*) AS n", "names nothing that can be drawn"),
        ("no_such_query", "There is no query 'no_such_query'"),
        ("MATCH (n) RETURN", "MATCH (n) RETURN"),
    ],
)
def test_a_query_that_gives_nothing_to_draw_is_refused(
    run: Run, graph_file: Path, tmp_path: Path, question: str, words: str
) -> None:
    ran = run("view", "--graph", graph_file, "--query", question)
    assert ran.status == 2
    assert words in ran.err
    assert not (tmp_path / "graph.html").exists()


def test_view_leaves_the_words_of_the_articles_out_on_demand(run: Run, graph_file: Path, tmp_path: Path) -> None:
    run("view", "--graph", graph_file)
    assert SENTENCE in page(tmp_path)
    assert run("view", "--graph", graph_file, "--no-text").status == 0
    assert SENTENCE not in page(tmp_path)


def test_view_draws_no_more_nodes_than_it_may(run: Run, graph_file: Path, tmp_path: Path) -> None:
    assert run("view", "--graph", graph_file, "--max-nodes", "2", "--focus", "Lake Forum").status == 0
    assert '"leftOut":2' in page(tmp_path)
    assert run("view", "--graph", graph_file, "--max-nodes", "0").status == 2


def test_view_opens_the_page_in_the_browser(run_alone: Run, graph_file: Path, tmp_path: Path) -> None:
    script = tmp_path / "browser.py"
    script.write_text("import pathlib, sys\npathlib.Path('opened').write_text(sys.argv[1])\n", encoding="utf-8")
    ran = run_alone("view", "--graph", graph_file, "--open", BROWSER=f"{sys.executable} {script} %s")
    assert ran.status == 0
    assert (tmp_path / "opened").read_text(encoding="utf-8") == (tmp_path / "graph.html").as_uri()
