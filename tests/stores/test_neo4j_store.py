"""What a server can refuse, each said in a sentence that never holds a credential."""

from __future__ import annotations

import logging
import os
from collections.abc import Callable

import neo4j
import networkx as nx
import pytest
from neo4j_server import Neo4jServer
from sample_graph import conference_graph

from graphkit.errors import StoreUnavailable
from graphkit.stores import open_store

SECRET = "not-the-password-42"


@pytest.fixture
def refused(monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture) -> Callable[[str], str]:
    """What the store at an address says when it is read; nothing of it may hold the password."""
    caplog.set_level(logging.DEBUG)

    def read(url: str) -> str:
        with open_store(url) as store, pytest.raises(StoreUnavailable) as caught:
            store.read()
        for said in (str(caught.value), repr(caught.value.__cause__), repr(store), caplog.text):
            assert SECRET not in said
        return str(caught.value)

    return read


@pytest.mark.parametrize("scheme", ["bolt", "neo4j"])
def test_wrong_password_says_what_to_set(
    scheme: str, neo4j_server: Neo4jServer, refused: Callable[[str], str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NEO4J_USERNAME", f"nobody-{scheme}")  # the right user would be locked out for a while
    monkeypatch.setenv("NEO4J_PASSWORD", SECRET)
    says = refused(neo4j_server.url.replace("bolt", scheme))
    assert "refused the user name or the password" in says
    assert "NEO4J_PASSWORD" in says


def test_no_password_says_what_to_set(
    neo4j_server: Neo4jServer, refused: Callable[[str], str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("NEO4J_PASSWORD", raising=False)
    assert "NEO4J_PASSWORD" in refused(neo4j_server.url)


def test_missing_database_is_named(
    neo4j_server: Neo4jServer, refused: Callable[[str], str], monkeypatch: pytest.MonkeyPatch
) -> None:
    neo4j_server.sign_in(monkeypatch)
    monkeypatch.setenv("NEO4J_DATABASE", "archive")
    says = refused(neo4j_server.url)
    assert "no database 'archive'" in says
    assert "NEO4J_DATABASE" in says


@pytest.mark.parametrize("url", ["bolt://127.0.0.1:1", "neo4j://127.0.0.1:1"])
def test_server_that_does_not_answer_is_named(
    url: str, refused: Callable[[str], str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NEO4J_PASSWORD", SECRET)
    assert refused(url).startswith(f"No Neo4j answers at {url}")


def test_server_without_tls_is_not_trusted(
    neo4j_server: Neo4jServer, refused: Callable[[str], str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NEO4J_PASSWORD", SECRET)
    assert "TLS" in refused(neo4j_server.url.replace("bolt", "bolt+s"))


@pytest.mark.parametrize("url", [f"bolt://neo4j:{SECRET}@localhost", f"neo4j+s://{SECRET}@host:7687/"])
def test_credentials_in_the_address_are_refused_and_not_repeated(url: str) -> None:
    with pytest.raises(StoreUnavailable, match="NEO4J_PASSWORD") as caught:
        open_store(url)
    assert SECRET not in str(caught.value)


@pytest.mark.parametrize("url", ["http://localhost:7474", "neo4jj://localhost", "postgres://x"])
def test_address_of_another_kind_is_refused(url: str) -> None:
    with pytest.raises(StoreUnavailable, match="no kind of store"):
        open_store(url)


def test_an_address_without_its_slashes_is_no_file() -> None:
    with pytest.raises(StoreUnavailable, match="neo4j://HOST"):
        open_store("neo4j:/localhost")


def test_other_data_of_the_database_is_left_alone(neo4j_server: Neo4jServer, monkeypatch: pytest.MonkeyPatch) -> None:
    neo4j_server.sign_in(monkeypatch)
    credentials = (neo4j_server.username, neo4j_server.password)
    with neo4j.GraphDatabase.driver(neo4j_server.url, auth=credentials) as driver:
        driver.execute_query("CREATE (:Invoice {id: 'person/bob'})-[:PAID_BY]->(:Customer {name: 'C'})")
        try:
            with open_store(neo4j_server.url) as store:
                store.write(conference_graph())
                store.write(nx.MultiDiGraph())
                store.clear()
            left = driver.execute_query("MATCH (n)-[r]->(m) RETURN labels(n), type(r), labels(m)")
            assert [tuple(record) for record in left.records] == [(["Invoice"], "PAID_BY", ["Customer"])]
        finally:
            driver.execute_query("MATCH (n:Invoice|Customer) DETACH DELETE n")


def test_many_rows_go_in_batches(neo4j_server: Neo4jServer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("graphkit.stores.neo4j_rows.ROWS_AT_ONCE", 4)
    neo4j_server.sign_in(monkeypatch)
    with open_store(neo4j_server.url) as store:
        store.write(conference_graph())
        assert nx.utils.graphs_equal(store.read(), conference_graph())
        store.clear()
        assert len(store.read()) == 0


def test_what_the_server_remarks_on_a_query_is_noted_once(
    neo4j_server: Neo4jServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    neo4j_server.sign_in(monkeypatch)
    with open_store(neo4j_server.url) as store:
        store.prepare()
        found = store.run("MATCH (p:Persn) WHERE p.nam = 'x' MATCH (q:Persn) RETURN p.nam AS name")
        assert len([note for note in found.notes if "Persn" in note]) == 1
        assert store.run("RETURN 1 AS one").notes == ()


def test_second_writer_is_told_who_is_writing(neo4j_server: Neo4jServer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("graphkit.stores.neo4j_lock._PATIENCE_S", 0.2)
    neo4j_server.sign_in(monkeypatch)
    with open_store(neo4j_server.url) as first, open_store(neo4j_server.url) as second:
        with first.exclusive():
            first.write(conference_graph())
            with pytest.raises(StoreUnavailable, match=rf"is being written by process {os.getpid()} on "):
                second.write(nx.MultiDiGraph())
            assert len(second.read()) == 15
        assert second.write(nx.MultiDiGraph()).nodes_removed == 15
        assert second.run("MATCH (n) RETURN count(n) AS n").rows == ((0,),)
