"""No query ends the process: functions of the embedded engine that crash at a null are refused."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from sample_graph import conference_graph

from graphkit.errors import QueryError
from graphkit.stores import open_store

# Asks every function that the engine lists for nulls, in every number of arguments that it takes.
ASK_ALL = """
import sys
from graphkit.errors import QueryError
from graphkit.stores import open_store
with open_store(sys.argv[1]) as store:
    store.prepare()
    listed = store.run("CALL show_functions() RETURN name, type, signature").rows
    for name, places in sorted({(n, s.split("->")[0].count(",") + 1) for n, t, s in listed if "TABLE" not in t}):
        try:
            store.run(f"RETURN {name}({', '.join(['null'] * places)}) AS x")
        except QueryError:
            pass
    print(len(listed), "asked")
"""


def test_no_function_of_a_null_ends_the_process(tmp_path: Path) -> None:
    command = [sys.executable, "-c", ASK_ALL, str(tmp_path / "graph.lbug")]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert int(done.stdout.split()[0]) > 100


@pytest.mark.parametrize(
    ("cypher", "parameters", "function"),
    [
        ("RETURN nodes(null) AS x", {}, "nodes"),
        ("RETURN `id`/* a comment */(NULL) AS x", {}, "id"),
        ("WITH null AS p RETURN startNode(p) AS x", {}, "startNode"),
        ("WITH CASE WHEN true THEN null END AS q MATCH (n) RETURN relationships(q) AS x", {}, "relationships"),
        ("RETURN properties($p) AS x", {"p": None}, "properties"),
        ("MATCH p = (a)-[:ATTENDED]->() RETURN cost(p) AS x", {}, "cost"),
    ],
)
def test_query_that_would_end_the_process_is_refused(tmp_path: Path, cypher: str, parameters, function: str) -> None:
    with open_store(str(tmp_path / "graph.lbug")) as store:
        store.prepare()
        with pytest.raises(QueryError, match=rf"cannot carry out {function}\(\)"):
            store.run(cypher, parameters)


@pytest.mark.parametrize(
    ("cypher", "parameters"),
    [
        ("MATCH p = (a:Person)-[:ATTENDED]->() WHERE a.name IS NOT NULL RETURN nodes(p) AS x, null AS nothing", {}),
        ("MATCH p = (a:Person)-[:ATTENDED]->() WITH CASE WHEN true THEN p ELSE null END AS q RETURN nodes(q) AS x", {}),
        ("MATCH (a:Person) WHERE id(a) IS NOT NULL RETURN coalesce($name, a.name) AS x", {"name": None}),
    ],
)
def test_null_elsewhere_in_a_query_is_no_reason_to_refuse_it(tmp_path: Path, cypher: str, parameters) -> None:
    with open_store(str(tmp_path / "graph.lbug")) as store:
        store.write(conference_graph())
        assert store.run(cypher, parameters).rows


def test_value_that_no_engine_takes_is_refused_beside_a_null(tmp_path: Path) -> None:
    with open_store(str(tmp_path / "graph.lbug")) as store:
        store.prepare()
        with pytest.raises(QueryError, match="parameter"):
            store.run("RETURN nodes($p) AS x, $q AS y", {"p": None, "q": lambda: None})
