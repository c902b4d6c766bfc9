from __future__ import annotations

import json
import os
import shutil
from pathlib import Path

import pytest
from ran import Run

from graphkit.graph import read_graph_json
from graphkit.packaged import packaged_folder

WRITE_SOMETHING = (
    ("view",),
    *(("report", "-o", f"report.{ending}") for ending in ("html", "md", "csv", "json")),
    ("explain", "004_19b2f34dddbf5a13", "-o", "explained.html"),
    ("extract", max(packaged_folder("seeds").iterdir()), "-o", "one.json"),
    ("diff", "one.json", "graph.json", "-o", "changes.html"),
    ("diff", "one.json", "graph.json", "-o", "changes.json"),
    ("export", "-o", "tables/"),
    ("export", "-o", "import/", "--format", "neo4j-admin"),
    ("export", "-o", "network.ftm.json"),
    ("export", "-o", "network.jsonld"),
)


def test_extract_writes_graph_json(run: Run, seeds: Path, tmp_path: Path) -> None:
    ran = run("extract", seeds, "-o", "graph.json")
    assert (ran.status, ran.out) == (0, "")
    graph = read_graph_json(tmp_path / "graph.json")
    articles = [node for node, label in graph.nodes(data="label") if label == "Article"]
    assert articles == ["article/000_de539247a80ef1e6", "article/004_19b2f34dddbf5a13"]
    assert f"{len(graph):,} nodes" in ran.err


def test_extract_writes_the_same_bytes_again_in_any_order(run_alone: Run, seeds: Path, tmp_path: Path) -> None:
    first, second = sorted(seeds.iterdir())
    run_alone("extract", first, second, "-o", "a.json", PYTHONHASHSEED="0")
    run_alone("extract", second, first, second, "-o", "b.json", PYTHONHASHSEED="7")
    assert (tmp_path / "a.json").read_bytes() == (tmp_path / "b.json").read_bytes()


def test_extract_to_standard_output_writes_nothing_but_the_graph(run: Run, seeds: Path) -> None:
    ran = run("extract", seeds, "-o", "-")
    assert set(ran.rows) == {"directed", "multigraph", "graph", "nodes", "edges"}
    assert not ran.err


def test_what_is_refused_is_named_and_the_rest_is_done(run: Run, seeds: Path, tmp_path: Path) -> None:
    (tmp_path / "bad.txt").write_bytes(b"caf\xe9\x1a")
    ran = run("extract", seeds, "bad.txt", "nowhere.txt", "-o", "graph.json")
    assert ran.status == 1
    nowhere, bad, done = ran.err.splitlines()
    assert nowhere.startswith("graphkit: not read: nowhere.txt: no such file or folder. ")
    assert bad.startswith("graphkit: not read: bad.txt, byte 3: this is not UTF-8 text, nor in a known encoding. ")
    assert len(read_graph_json(tmp_path / "graph.json")) > 2
    assert done.startswith("graph.json: ")


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("nowhere.txt", "nowhere.txt: no such file or folder"),
        ("empty", "empty: no article in this folder"),
        ("picture.txt", "picture.txt, byte 0: this is not UTF-8 text"),
        ("article.docx", "article.docx: no reader for files that end in '.docx'"),
    ],
)
@pytest.mark.parametrize("command", ["extract", "load"])
def test_where_nothing_can_be_read_what_was_written_before_stays(
    run: Run, tmp_path: Path, command: str, name: str, reason: str
) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n")
    (tmp_path / "article.docx").write_bytes(b"PK")
    (tmp_path / "graph.json").write_text("kept", encoding="utf-8")
    ran = run("extract", name, "-o", "graph.json") if command == "extract" else run("load", name)
    assert ran.status == 2
    assert reason in ran.err
    assert "No article was read" in ran.err
    assert (tmp_path / "graph.json").read_text(encoding="utf-8") == "kept"
    assert not (tmp_path / "graph.lbug").exists()


def test_a_file_that_cannot_be_written_is_said_so(run: Run, seeds: Path) -> None:
    ran = run("extract", seeds, "-o", "no/such/folder/graph.json")
    assert ran.status == 2
    assert "no/such/folder" in ran.err.replace("\\", "/")


def test_debug_shows_where_an_error_arose(run: Run) -> None:
    assert "Traceback" in run("--debug", "extract", "nowhere.txt", "-o", "graph.json").err
    assert "Traceback" in run("extract", "nowhere.txt", "-o", "graph.json", "--debug").err


def test_load_says_what_changed_and_the_second_time_that_nothing_did(run: Run, seeds: Path) -> None:
    first = run("load", seeds)
    assert (first.status, first.out) == (0, "")
    assert first.err.startswith("graph.lbug: ")
    assert first.err.rstrip().endswith(" added.")
    assert run("load", seeds).err == "graph.lbug: nothing changed.\n"


def test_loading_one_after_the_other_gives_the_graph_of_both(run: Run, seeds: Path) -> None:
    first, second = sorted(seeds.iterdir())
    run("load", second, "--store", "apart.lbug")
    run("load", first, "--store", "apart.lbug")
    run("load", seeds, "--store", "together.lbug")
    apart, together = (
        run("query", "MATCH (n)-[r]->(m) RETURN n.id AS a, r.key AS k, m.id AS b ORDER BY a, k, b",
            "--store", store, "--format", "csv").out
        for store in ("apart.lbug", "together.lbug")
    )  # fmt: skip
    assert apart == together
    assert apart.count("\n") > 10


def test_another_text_under_a_loaded_key_is_refused_and_the_old_one_stays(
    run: Run, seeds: Path, tmp_path: Path
) -> None:
    run("load", seeds)
    (tmp_path / "004_19b2f34dddbf5a13.txt").write_text("Something else.", encoding="utf-8")
    ran = run("load", "004_19b2f34dddbf5a13.txt")
    assert ran.status == 1
    assert "004_19b2f34dddbf5a13.txt: another text has its key '004_19b2f34dddbf5a13' already" in ran.err
    assert "graph.lbug: nothing changed." in ran.err


def test_the_store_may_be_named_in_the_environment(run: Run, seeds: Path, tmp_path: Path) -> None:
    assert run("load", seeds, GRAPHKIT_STORE="other.lbug").err.startswith("other.lbug: ")
    assert (tmp_path / "other.lbug").exists()
    assert not (tmp_path / "graph.lbug").exists()


def test_records_of_json_lines_are_articles(run: Run, seeds: Path, tmp_path: Path) -> None:
    text = sorted(seeds.iterdir())[1].read_text(encoding="utf-8")
    given = {"text": text, "title": "Media forum", "date": "2025-12-05", "source": "Trend", "author": "Nigar Ali"}
    record = {"id": "seed"} | given
    (tmp_path / "feed.jsonl").write_text(json.dumps(record), encoding="utf-8")
    nodes = run("extract", "feed.jsonl", "-o", "-").rows["nodes"]
    (article,) = (node for node in nodes if node["label"] == "Article")
    assert article["key"] == "seed"
    assert {name: article[name] for name in given} == given


def test_what_graphkit_wrote_beside_the_articles_is_not_read_as_news(run: Run, seeds: Path, tmp_path: Path) -> None:
    shutil.copytree(seeds, tmp_path / "news")
    run("load", ".")
    run("extract", "news", "-o", "graph.json")
    alone = (tmp_path / "graph.json").read_bytes()
    run("correct", "rename", "Person", "Adil Taghiyev", "to", "Adil Tağıyev")
    (tmp_path / "by-hand.txt").write_text('# ours\n\nsame Person "Elnur Rzaev" "Elnur Rzayev"\n', encoding="utf-8")
    for command in WRITE_SOMETHING:
        assert run(*command).status in (0, 3), command

    assert sum(file.is_file() for file in tmp_path.rglob("*")) > 25
    ran = run("extract", ".", "-o", "again.json", "--corrections", os.devnull)
    assert (ran.status, ran.err) == (0, "again.json: 39 nodes and 143 edges.\n")
    assert (tmp_path / "again.json").read_bytes() == alone


def test_a_file_of_graphkits_own_that_is_named_is_refused(run: Run, seeds: Path) -> None:
    run("extract", seeds, "-o", "graph.json")
    ran = run("extract", seeds, "./graph.json", "-o", "again.json")
    assert ran.status == 1
    assert "not read: graph.json: this is a file of graphkit's own, and no article. Leave it out." in ran.err
