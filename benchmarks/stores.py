"""How fast graphs go into the stores, as ratios against the bare engines in the same run.

    python benchmarks/stores.py [embedded] [neo4j] [--edges N] [--server-edges N]

The graph is synthetic: articles with ten mentions each, one of them of the same country everywhere. Neo4j is started
as for the tests (Java and Maven), and skipped where it cannot be had.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from typing import Any

import ladybug
import neo4j
import networkx as nx
import pyarrow as pa

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from neo4j_server import Neo4jMissing, Neo4jServer, neo4j_for_tests

from graphkit.graph import Graph
from graphkit.stores import open_store
from graphkit.stores.difference import difference
from graphkit.stores.ladybug_arrow import edge_arrow_schema, node_arrow_schema
from graphkit.stores.ladybug_connection import do
from graphkit.stores.ladybug_schema import copy_edges, copy_nodes, schema_statements
from graphkit.stores.neo4j_namespace import Namespace
from graphkit.stores.neo4j_rows import schema_statements as server_schema

MENTIONS = 10
UPDATES = 5
SENTENCE = "The delegation of the country met the others at the forum on Monday and stayed for two days."
EVIDENCE = {"sentence": SENTENCE, "rule": "synthetic", "confidence": 0.9}


def article(number: int, people: int) -> Graph:
    """One article with its mentions: of the country, and of people who are named elsewhere as well."""
    graph: Graph = nx.MultiDiGraph()
    key = f"{number:07}"
    graph.add_node(
        f"article/{key}", label="Article", name=key, aliases=[], key=key, sha256=f"{number:064x}", text="Text. " * 40
    )
    for mention in range(MENTIONS):
        if mention:
            label, name = "Person", f"Person {(number * 7919 + mention * 104729) % people}"
        else:
            label, name = "Country", "Everywhere"
        entity = f"{label.lower()}/{name.lower().replace(' ', '-')}"
        graph.add_node(entity, label=label, name=name, aliases=[])
        start = mention * 100
        data = {"type": "MENTIONED_IN", "surface": name, "article": key, "start": start, "end": start + 5} | EVIDENCE
        graph.add_edge(entity, f"article/{key}", key=f"{number:07}{mention:02}", **data)
    return graph


def articles(count: int) -> Graph:
    """Many articles in one graph."""
    graph: Graph = nx.MultiDiGraph()
    for number in range(count):
        part = article(number, people=2 * count)
        graph.add_nodes_from(part.nodes(data=True))
        graph.add_edges_from(part.edges(keys=True, data=True))
    return graph


@contextmanager
def timed(taken: dict[str, float], what: str) -> Iterator[None]:
    began = time.perf_counter()
    yield
    taken[what] = time.perf_counter() - began


def bare_copy(graph: Graph, path: Path, taken: dict[str, float]) -> None:
    """The engine's own COPY of the same rows from Arrow tables that are there already."""
    todo = difference(nx.MultiDiGraph(), graph)
    nodes = {label: pa.Table.from_pylist(rows, schema=node_arrow_schema(label)) for label, rows in todo.nodes.items()}
    edges = {
        group: pa.Table.from_pylist(rows, schema=edge_arrow_schema(group[0])) for group, rows in todo.edges.items()
    }
    del todo
    with timed(taken, "bare COPY"):
        database = ladybug.Database(str(path), buffer_pool_size=1 << 30, max_db_size=1 << 38)
        connection = ladybug.Connection(database)
        for statement in schema_statements():
            do(connection, statement)
        for label, table in nodes.items():
            do(connection, copy_nodes(label), {"rows": table})
        for group, table in edges.items():
            do(connection, copy_edges(*group), {"rows": table})
        connection.close()
        database.close()


def write(url: str, graph: Graph) -> None:
    with open_store(url) as store:
        store.write(graph)


def median_update(url: str, count: int) -> float:
    """Seconds to open a store of so many articles, write one more into it and close it."""
    seconds = []
    for extra in range(UPDATES):
        part = article(count + extra, people=2 * count)
        began = time.perf_counter()
        with open_store(url) as store:
            store.update(nx.MultiDiGraph(), part)
        seconds.append(time.perf_counter() - began)
    return sorted(seconds)[UPDATES // 2]


def embedded(edges: int) -> None:
    """Bulk load and single articles on the embedded engine."""
    taken: dict[str, float] = {}
    with tempfile.TemporaryDirectory() as folder:
        many, few = str(Path(folder, "many.lbug")), str(Path(folder, "few.lbug"))
        count = edges // MENTIONS
        graph = articles(count)
        bare_copy(graph, Path(folder, "bare.lbug"), taken)
        with timed(taken, "store.write"):
            write(many, graph)
        del graph
        write(few, articles(1_000))
        print(f"embedded, {edges:,} edges: {in_seconds(taken)}")
        print(f"    store.write takes {taken['store.write'] / taken['bare COPY']:.2f} times the bare COPY (at most 3)")
        one_more("embedded", median_update(few, 1_000), median_update(many, count), count)


def one_more(engine: str, few: float, many: float, count: int) -> None:
    print(f"{engine}, one more article: into 1,000 {few:.3f} s, into {count:,} {many:.3f} s")
    print(f"    that is {many / few:.2f} times as long (less than 2)")


def in_seconds(taken: dict[str, float]) -> str:
    return ", ".join(f"{what} {seconds:.1f} s" for what, seconds in taken.items())


BARE_NODES = "UNWIND $rows AS row CREATE (n:{label}) SET n = row"
BARE_EDGES = (
    "UNWIND $rows AS row MATCH (a:{source} {{id: row.source}}) MATCH (b:{target} {{id: row.target}}) "
    "CREATE (a)-[r:{type} {{key: row.key}}]->(b) SET r += row.values"
)
ONE_ROW = (
    "MERGE (a:{source} {{id: $source}}) MERGE (b:{target} {{id: $target}}) "
    "MERGE (a)-[r:{type} {{key: $key}}]->(b) SET r += $values"
)


def bare_unwind(driver: neo4j.Driver, graph: Graph, batch: int) -> None:
    """What one would write by hand: constraints, then UNWIND and CREATE in batches."""
    todo = difference(nx.MultiDiGraph(), graph)
    with driver.session() as session:
        for statement in server_schema(Namespace()):
            session.run(statement).consume()
        session.run("CALL db.awaitIndexes(300)").consume()
        for label, rows in todo.nodes.items():
            _in_batches(session, BARE_NODES.format(label=label), rows, batch)
        for (type_, source, target), rows in todo.edges.items():
            text = BARE_EDGES.format(type=type_, source=source, target=target)
            _in_batches(session, text, [_with_values(row) for row in rows], batch)


def _with_values(row: dict[str, Any]) -> dict[str, Any]:
    ends = ("source", "target", "key")
    return {name: row[name] for name in ends} | {"values": {n: v for n, v in row.items() if n not in ends}}


def _in_batches(session: neo4j.Session, text: str, rows: list[dict[str, Any]], batch: int) -> None:
    remaining = iter(rows)
    while part := list(islice(remaining, batch)):
        session.execute_write(lambda transaction, part=part: transaction.run(text, rows=part).consume())


def row_by_row(driver: neo4j.Driver, graph: Graph, sample: int) -> float:
    """Seconds for all edges by a MERGE each into a store without them, from a sample of every kind of edge."""
    todo = difference(nx.MultiDiGraph(), graph)
    rows = [(group, row) for group, of_group in todo.edges.items() for row in of_group]
    sampled = rows[:: len(rows) // sample]
    began = time.perf_counter()
    with driver.session() as session:
        for (type_, source, target), row in sampled:
            session.run(ONE_ROW.format(type=type_, source=source, target=target), _with_values(row)).consume()
    return (time.perf_counter() - began) / len(sampled) * len(rows)


def server(running: Neo4jServer, edges: int) -> None:
    """Bulk load and single articles on Neo4j."""
    os.environ.update(running.environment)
    taken: dict[str, float] = {}
    count = edges // MENTIONS
    graph = articles(count)
    credentials = (running.username, running.password)
    with neo4j.GraphDatabase.driver(running.url, auth=credentials) as driver, open_store(running.url) as store:
        write(running.url, articles(500))  # the server compiles what it runs often
        for batch in (5_000, 20_000):
            store.clear()
            with timed(taken, f"bare UNWIND by {batch:,}"):
                bare_unwind(driver, graph, batch)
        store.clear()
        taken["a MERGE for each row, from a sample"] = row_by_row(driver, graph, 1_000)
        store.clear()
        with timed(taken, "store.write"):
            write(running.url, graph)
        print(f"neo4j, {edges:,} edges: {in_seconds(taken)}")
        best = min(seconds for what, seconds in taken.items() if what.startswith("bare"))
        print(f"    store.write takes {taken['store.write'] / best:.2f} times the best bare loop (at most 1.3)")
        rows = taken["a MERGE for each row, from a sample"]
        print(f"    a MERGE for each row takes {rows / taken['store.write']:.0f} times as long as store.write")
        many = median_update(running.url, count)
        store.clear()
        write(running.url, articles(1_000))
        one_more("neo4j", median_update(running.url, 1_000), many, count)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("engines", nargs="*", metavar="ENGINE", help="embedded, neo4j; both unless told otherwise")
    parser.add_argument("--edges", type=int, default=1_000_000, help="edges on the embedded engine")
    parser.add_argument("--server-edges", type=int, default=100_000, help="edges on Neo4j")
    arguments = parser.parse_args()
    wanted: dict[str, Callable[[], None]] = {
        "embedded": lambda: embedded(arguments.edges),
        "neo4j": lambda: with_server(arguments.server_edges),
    }
    for engine in arguments.engines or wanted:
        wanted[engine]()


def with_server(edges: int) -> None:
    try:
        with neo4j_for_tests() as running:
            server(running, edges)
    except Neo4jMissing as missing:
        print(f"neo4j: skipped; {missing}")


if __name__ == "__main__":
    main()
