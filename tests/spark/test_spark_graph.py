"""The graph that Spark derives is the graph that one machine derives, node for node and edge for edge."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Any

import networkx as nx
import pyarrow.parquet as pq
import pytest
from neo4j_server import Neo4jMissing, Neo4jServer, neo4j_after_import
from rows import rows_of_graph, rows_on_spark
from varied_corpus import varied_corpus

from graphkit.errors import ArticleError
from graphkit.export import export_graph
from graphkit.graph import Graph
from graphkit.pipeline import derive_graph
from graphkit.read.copies import copies
from graphkit.records import Article
from graphkit.stores import open_store

if TYPE_CHECKING:
    from pyspark.sql import DataFrame, SparkSession

    from graphkit.spark import SparkGraph

# pyspark leaves the sockets open by which it collects rows.
pytestmark = pytest.mark.filterwarnings("ignore:unclosed <socket:ResourceWarning")

TIMES = int(os.environ.get("GRAPHKIT_SPARK_TIMES", "2"))
SCHEMA = "key string, text string, title string, source string, url string, date string"
LISTS = "MATCH (n:Person|Agency|Country|Forum|Article) WHERE n.aliases IS NULL SET n.aliases = []"


@pytest.fixture(scope="module")
def articles() -> list[Article]:
    return varied_corpus(TIMES)


@pytest.fixture(scope="module")
def local(articles: list[Article]) -> Graph:
    return derive_graph(articles)


@pytest.fixture(scope="module")
def deaths(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file that is made by the Python process that dies in the midst of a task."""
    return tmp_path_factory.mktemp("deaths") / "one"


@pytest.fixture(scope="module")
def derived(
    spark: SparkSession, articles: list[Article], deaths: Path, tmp_path_factory: pytest.TempPathFactory
) -> SparkGraph:
    """The graph on Spark, of articles in an order and partitions of chance, of which a task was killed."""
    from graphkit.spark import derive_graph as derive_on_spark

    given = table(spark, articles).mapInPandas(_dies_once(str(deaths)), SCHEMA)
    return derive_on_spark(given, str(tmp_path_factory.mktemp("work")))


def table(spark: SparkSession, articles: list[Article]) -> DataFrame:
    shuffled = Random(0).sample(articles, len(articles))
    rows = [(its.key, its.text, its.title, its.source, its.url, its.date) for its in shuffled]
    return spark.createDataFrame(rows, SCHEMA).repartition(7)


def _dies_once(mark: str) -> Callable[[Iterator[Any]], Iterator[Any]]:
    def passed_on(batches: Iterator[Any]) -> Iterator[Any]:
        for batch in batches:
            yield batch
            try:
                os.close(os.open(mark, os.O_CREAT | os.O_EXCL))
            except FileExistsError:
                continue
            os.kill(os.getpid(), signal.SIGKILL)

    return passed_on


def test_copies_are_those_that_one_machine_finds(derived: SparkGraph, articles: list[Article]) -> None:
    copied = copies(articles)
    assert 0 < len(copied) < len(articles) / 2
    assert {row.key: row.copy_of for row in derived.copies.collect()} == copied


def test_graph_is_that_of_one_machine_though_a_task_was_killed(derived: SparkGraph, local: Graph, deaths: Path) -> None:
    assert deaths.exists()
    assert rows_on_spark(derived) == rows_of_graph(local)


def test_parquet_has_the_tables_of_the_export(derived: SparkGraph, local: Graph, tmp_path: Path) -> None:
    from graphkit.spark import write_parquet

    for _ in range(2):  # the second replaces the first
        write_parquet(derived, str(tmp_path / "spark"))
    export_graph(local, tmp_path / "local", "parquet")
    for name, by in (("nodes.parquet", ("id",)), ("edges.parquet", ("source", "target", "key"))):
        written, wanted = pq.read_table(tmp_path / "spark" / name), pq.read_table(tmp_path / "local" / name)
        assert written.schema.names == wanted.schema.names
        assert written.sort_by([(column, "ascending") for column in by]).to_pylist() == wanted.to_pylist()


def test_neo4j_admin_imports_the_graph(
    derived: SparkGraph, local: Graph, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from graphkit.spark import write_neo4j_admin

    write_neo4j_admin(derived, str(tmp_path))
    (arguments,) = (tmp_path / "arguments").glob("part-*")
    arguments.rename(tmp_path / "import.args")
    try:
        with neo4j_after_import(tmp_path) as server:
            server.sign_in(monkeypatch)
            with open_store(server.url) as store:
                store.run(LISTS, write=True)
                assert nx.utils.graphs_equal(store.read(), local)
    except Neo4jMissing as missing:
        pytest.skip(str(missing))


def test_connector_writes_the_graph_and_again_doubles_nothing(
    derived: SparkGraph, local: Graph, neo4j_server: Neo4jServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    from graphkit.spark import write_neo4j

    neo4j_server.sign_in(monkeypatch)
    with open_store(neo4j_server.url) as store:
        try:
            for _ in range(2):
                write_neo4j(derived, neo4j_server.url)
            assert nx.utils.graphs_equal(store.read(), local)
            assert store.examine()[1] == []
            assert not store.write(local)
        finally:
            store.clear()


def test_killed_run_goes_on_where_it_was(spark: SparkSession, tmp_path: Path) -> None:
    from graphkit.spark import derive_graph as derive_on_spark
    from graphkit.spark import read_articles

    news, work = tmp_path / "news.jsonl", tmp_path / "work"
    few = varied_corpus(1)
    news.write_text("".join(json.dumps({"id": its.key, "text": its.text}) + "\n" for its in few), encoding="utf-8")
    _run_until(work, "*/subjects.done", [str(news), "-o", str(tmp_path / "out"), "--work", str(work)])
    kept = {file: file.stat().st_mtime_ns for file in work.glob("*/readings/*.parquet")}
    assert kept
    found, refused = read_articles(spark, str(news))
    graph = derive_on_spark(found, str(work))
    assert refused.count() == 0
    assert {file: file.stat().st_mtime_ns for file in work.glob("*/readings/*.parquet")} == kept
    expected = derive_graph([Article(its.key, its.text) for its in few])
    assert rows_on_spark(graph) == rows_of_graph(expected)


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

    given = table(spark, [Article("a", "One text."), Article("a", "Another text.")])
    with pytest.raises(ArticleError, match="key 'a'"):
        derive_on_spark(given, str(tmp_path))
