"""The graph that Spark derives is the graph that one machine derives, node for node and edge for edge."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Any

import networkx as nx
import pyarrow.parquet as pq
import pytest
from neo4j_server import FILL_EMPTY_LISTS, Neo4jMissing, Neo4jServer, neo4j_after_import
from rows import rows_of_graph, rows_on_spark
from varied_corpus import varied_corpus

from graphkit.errors import ArticleError
from graphkit.export import export_graph
from graphkit.graph import Graph
from graphkit.pipeline import derive_graph
from graphkit.read.copies import copies
from graphkit.records import Article
from graphkit.stores import open_store
from graphkit.stores.rows import EDGE_PROPERTIES, NODE_PROPERTIES

if TYPE_CHECKING:
    from pyspark.sql import DataFrame, SparkSession

    from graphkit.spark import SparkGraph

# pyspark leaves the sockets open by which it collects rows.
pytestmark = pytest.mark.filterwarnings("ignore:unclosed <socket:ResourceWarning")

TIMES = int(os.environ.get("GRAPHKIT_SPARK_TIMES", "2"))
SCHEMA = "key string, text string, title string, source string, url string, date string, author string"


@pytest.fixture(scope="module")
def articles() -> list[Article]:
    return varied_corpus(TIMES)


@pytest.fixture(scope="module")
def local(articles: list[Article]) -> Graph:
    return derive_graph(articles)


@pytest.fixture(scope="module")
def work(articles: list[Article], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What a run left that was killed as soon as its first two steps were done."""
    folder = tmp_path_factory.mktemp("killed")
    news = folder / "news.jsonl"
    records = ({"id": its.key, "text": its.text, "title": its.title, "author": its.author} for its in articles)
    news.write_text("".join(json.dumps(record) + "\n" for record in records), encoding="utf-8")
    _run_until(folder / "work", "*/marks.done/_SUCCESS", [str(news), "-o", str(folder), "--work", str(folder / "work")])
    return folder / "work"


def _run_until(work: Path, pattern: str, arguments: list[str]) -> None:
    """Run the command, and kill it with all that it has started as soon as a file is there."""
    settings = "--master local[2] --conf spark.ui.enabled=false --conf spark.sql.shuffle.partitions=2"
    environment = {**os.environ, "PYSPARK_SUBMIT_ARGS": f"{settings} pyspark-shell"}
    command = [sys.executable, "-m", "graphkit.spark", *arguments]
    with subprocess.Popen(
        command, env=environment, start_new_session=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as running:
        while running.poll() is None and not any(work.glob(pattern)):
            time.sleep(0.05)
        os.killpg(running.pid, signal.SIGKILL)
        assert running.wait() == -signal.SIGKILL


@pytest.fixture(scope="module")
def done_before(work: Path) -> dict[Path, int]:
    """The files of the steps that were done, with the times when they were written."""
    return {file: file.stat().st_mtime_ns for step in ("articles", "marks") for file in work.glob(f"*/{step}/*")}


@pytest.fixture(scope="module")
def derived(spark: SparkSession, articles: list[Article], work: Path, done_before: dict[Path, int]) -> SparkGraph:
    """The graph on two workers: what was killed goes on, with the articles in another order and other partitions."""
    from graphkit.spark import derive_graph as derive_on_spark

    return derive_on_spark(table(spark, articles), str(work))


def table(spark: SparkSession, articles: list[Article]) -> DataFrame:
    shuffled = Random(0).sample(articles, len(articles))
    rows = [(its.key, its.text, its.title, its.source, its.url, its.date, its.author) for its in shuffled]
    return spark.createDataFrame(rows, SCHEMA).repartition(7)


def dying_once(rows: DataFrame, mark: Path) -> DataFrame:
    """The same rows, but the first Python process that has passed some of them on is killed, and makes a file."""

    def passed_on(batches: Iterator[Any]) -> Iterator[Any]:
        for batch in batches:
            yield batch
            try:
                os.close(os.open(mark, os.O_CREAT | os.O_EXCL))
            except FileExistsError:
                continue
            os.kill(os.getpid(), signal.SIGKILL)

    return rows.mapInPandas(passed_on, rows.schema)


def test_copies_are_those_that_one_machine_finds(derived: SparkGraph, articles: list[Article]) -> None:
    copied = copies(articles)
    assert 0 < len(copied) < len(articles) / 2
    assert {row.key: row.copy_of for row in derived.copies.collect()} == copied


def test_graph_is_that_of_one_machine(derived: SparkGraph, local: Graph) -> None:
    assert rows_on_spark(derived) == rows_of_graph(local)


def test_killed_run_went_on_where_it_was(derived: SparkGraph, done_before: dict[Path, int]) -> None:
    assert len(done_before) > 2
    assert {file: file.stat().st_mtime_ns for file in done_before} == done_before


def test_parquet_has_the_tables_of_the_export_though_a_task_was_killed(
    derived: SparkGraph, local: Graph, tmp_path: Path
) -> None:
    from graphkit.spark import write_parquet

    dying = replace(derived, nodes=dying_once(derived.nodes, tmp_path / "died"))
    write_parquet(dying, str(tmp_path / "spark"))
    assert (tmp_path / "died").exists()
    export_graph(local, tmp_path / "local", "parquet")
    for name, by in (("nodes.parquet", ("id",)), ("edges.parquet", ("source", "target", "key"))):
        written, wanted = pq.read_table(tmp_path / "spark" / name), pq.read_table(tmp_path / "local" / name)
        assert written.schema.names == wanted.schema.names
        assert written.sort_by([(column, "ascending") for column in by]).to_pylist() == wanted.to_pylist()


def test_neo4j_admin_files_are_those_of_the_export(derived: SparkGraph, local: Graph, tmp_path: Path) -> None:
    from graphkit.spark import write_neo4j_admin

    write_neo4j_admin(derived, str(tmp_path / "spark"))
    export_graph(local, tmp_path / "local", "neo4j-admin")
    tables = list((tmp_path / "local").glob("*.csv"))
    assert len(tables) == len(NODE_PROPERTIES | EDGE_PROPERTIES)
    for file in tables:
        head, rows = (_text(tmp_path / "spark" / file.stem / part) for part in ("head", "rows"))
        wanted_head, _, wanted = file.read_text(encoding="utf-8").partition("\n")
        assert head == f"{wanted_head}\n"
        assert sorted(rows.splitlines()) == sorted(wanted.splitlines())


def _text(folder: Path) -> str:
    return "".join(file.read_text(encoding="utf-8") for file in sorted(folder.glob("part-*")))


@pytest.mark.skipif("GRAPHKIT_SPARK_TIMES" not in os.environ, reason="a server of its own: with make spark")
def test_neo4j_admin_imports_the_graph(
    derived: SparkGraph, local: Graph, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from graphkit.spark import write_neo4j_admin

    write_neo4j_admin(derived, str(tmp_path))
    (tmp_path / "import.args").write_text(_text(tmp_path / "arguments"), encoding="utf-8")
    try:
        with neo4j_after_import(tmp_path) as server:
            server.sign_in(monkeypatch)
            with open_store(server.url) as store:
                store.run(FILL_EMPTY_LISTS, write=True)
                assert nx.utils.graphs_equal(store.read(), local)
    except Neo4jMissing as missing:
        pytest.skip(str(missing))


@pytest.mark.usefixtures("neo4j_connector")
def test_connector_writes_the_graph_though_a_task_was_killed(
    derived: SparkGraph, local: Graph, neo4j_server: Neo4jServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from graphkit.spark import write_neo4j

    dying = replace(derived, edges_with_labels=dying_once(derived.edges_with_labels, tmp_path / "died"))
    neo4j_server.sign_in(monkeypatch)
    with open_store(neo4j_server.url) as store:
        try:
            write_neo4j(dying, neo4j_server.url)
            assert (tmp_path / "died").exists()
            assert nx.utils.graphs_equal(store.read(), local)
            assert store.examine()[1] == []
        finally:
            store.clear()


def test_records_that_are_no_articles_are_refused_with_the_reason(spark: SparkSession, tmp_path: Path) -> None:
    from graphkit.spark import read_articles

    news = tmp_path / "news.jsonl"
    news.write_text('{"id": "a", "text": "Rain fell."}\n\nnot JSON\n{"id": "b"}\n', encoding="utf-8")
    articles, refused = read_articles(spark, str(news))
    assert [(row.key, row.text) for row in articles.collect()] == [("a", "Rain fell.")]
    reasons = {row.record: row.reason for row in refused.collect()}
    assert reasons['{"id": "b"}'] == "no text in it; its fields are id"
    assert reasons["not JSON"].startswith("this is not JSON")


def test_two_texts_of_one_key_are_refused(spark: SparkSession, tmp_path: Path) -> None:
    from graphkit.spark import derive_graph as derive_on_spark

    given = spark.createDataFrame([("a", "One text."), ("a", "Another text.")], "key string, text string")
    with pytest.raises(ArticleError, match="key 'a'"):
        derive_on_spark(given, str(tmp_path))
