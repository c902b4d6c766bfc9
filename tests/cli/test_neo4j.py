from __future__ import annotations

from pathlib import Path

import pytest
from neo4j_server import Neo4jServer
from ran import Run


@pytest.mark.parametrize(("options", "status"), [((), 2), (("--debug",), 1)])
def test_a_refused_password_is_said_so_and_never_repeated(
    run: Run, neo4j_server: Neo4jServer, options: tuple[str, ...], status: int
) -> None:
    # A user that does not exist: a server locks a real one out after a few wrong passwords.
    ran = run(
        "query", "RETURN 1 AS one", "--store", neo4j_server.url, *options,
        NEO4J_USERNAME="nobody", NEO4J_PASSWORD="not-the-password",
    )  # fmt: skip
    assert (ran.status, ran.out) == (status, "")
    assert ("Traceback" in ran.err) == ("--debug" in options)
    assert "NEO4J_PASSWORD" in ran.err
    assert "not-the-password" not in ran.err


def test_of_an_empty_server_it_is_said_that_it_is_empty(run: Run, neo4j_server: Neo4jServer) -> None:
    empty = f"{neo4j_server.url}?namespace=empty_"
    ran = run("query", "speakers", "--store", empty, **neo4j_server.environment)
    assert (ran.status, ran.err) == (
        0,
        f"{empty} holds nothing yet. Articles come into it with: graphkit load PATH...\n",
    )


def test_cypher_is_answered_by_a_server(run: Run, neo4j_server: Neo4jServer) -> None:
    ran = run(
        "query", "RETURN $n AS n", "--param", "n=1", "--store", neo4j_server.url, "--format", "json",
        **neo4j_server.environment,
    )  # fmt: skip
    assert ran.rows == [{"n": 1}]


@pytest.mark.parametrize("store", ["bolt://127.0.0.1:1", "ftp://a.example", "neo4j://me:secret@a.example"])
def test_an_address_where_no_store_answers_is_said_so(run: Run, store: str) -> None:
    ran = run("query", "RETURN 1 AS one", "--store", store, NEO4J_PASSWORD="secret")
    assert ran.status == 2
    assert ran.err.startswith("graphkit: ")
    assert "secret" not in ran.err


def test_a_graph_beside_other_data_is_loaded_asked_and_removed(
    run: Run, neo4j_server: Neo4jServer, seeds: Path
) -> None:
    environment = neo4j_server.environment | {"GRAPHKIT_STORE": f"{neo4j_server.url}?namespace=news_"}
    count = "MATCH (p:Person) RETURN count(p) AS people"
    assert "added" in run("load", seeds, **environment).err
    assert run("check", **environment).status == 0
    assert run("query", count, "--format", "json", **environment).rows == [{"people": 11}]
    bare = environment | {"GRAPHKIT_STORE": neo4j_server.url}
    assert run("query", count, "--format", "json", **bare).rows == [{"people": 0}]
    assert run("clear", "--yes", **environment).status == 0
    assert run("query", count, "--format", "json", **environment).rows == [{"people": 0}]


@pytest.mark.parametrize("namespace", ["my news", "1", "a-b"])
def test_a_namespace_that_is_no_name_is_refused_in_one_sentence(run: Run, namespace: str) -> None:
    ran = run("check", "--store", f"neo4j://localhost?namespace={namespace}")
    assert ran.status == 2
    assert "cannot be a namespace" in ran.err
    assert ran.err.count("\n") == 1
