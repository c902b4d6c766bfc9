"""Servers in trouble: killed and started again in mid-load, slow, silent, read-only, of a certificate nobody knows."""

from __future__ import annotations

import socket
import ssl
import threading
from collections.abc import Iterator

import networkx as nx
import pytest
import trustme
from neo4j_server import Neo4jServer, OwnNeo4j, neo4j_to_stop
from unreliable_line import UnreliableLine
from writer import big_graph, part

from graphkit.errors import StoreUnavailable
from graphkit.stores import open_store
from graphkit.stores.checking import check_store


@pytest.fixture
def own_server(startable_neo4j: None, monkeypatch: pytest.MonkeyPatch) -> Iterator[OwnNeo4j]:
    with neo4j_to_stop() as own:
        own.server.sign_in(monkeypatch)
        yield own


def test_server_that_is_killed_in_mid_load_is_waited_for_and_one_that_is_read_only_is_said_so(
    own_server: OwnNeo4j, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("graphkit.stores.neo4j._RETRY_TIME_S", 300.0)  # a busy machine starts it late
    monkeypatch.setattr("graphkit.stores.neo4j_rows.ROWS_AT_ONCE", 100)

    def crash() -> None:
        own_server.kill()
        threading.Thread(target=own_server.start).start()

    with UnreliableLine(own_server.server.url) as line, open_store(line.url) as store:
        store.prepare()
        line.break_after(bytes_sent=100_000, times=1, and_then=crash)
        assert store.write(big_graph()).edges_added == big_graph().number_of_edges()
        assert line.broken == 1
        assert nx.utils.graphs_equal(store.read(), big_graph())
        assert not [fault for fault in check_store(store).faults if "more than one" in str(fault)]

    own_server.stop()
    own_server.start("server.databases.read_only=neo4j\n")
    with open_store(own_server.server.url) as store:
        assert nx.utils.graphs_equal(store.read(), big_graph())
        for change in (lambda: store.write(part(big_graph(), 0.5)), store.clear):
            with pytest.raises(StoreUnavailable, match=r"takes no changes.*read.only"):
                change()
        with pytest.raises(StoreUnavailable, match="takes no changes"):
            store.run("CREATE (:Person {id: 'x'})", write=True)


def test_slow_line_takes_its_time_and_loses_nothing(neo4j_server: Neo4jServer, monkeypatch: pytest.MonkeyPatch) -> None:
    neo4j_server.sign_in(monkeypatch)
    graph = part(big_graph(), 0.1)
    with UnreliableLine(neo4j_server.url) as line, open_store(line.url) as store:
        line.delay_s = 0.01
        store.write(graph)
        assert nx.utils.graphs_equal(store.read(), graph)
        store.clear()


def test_server_that_takes_calls_and_never_answers_is_said_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("graphkit.stores.neo4j._CONNECTION_TIMEOUT_S", 0.5)
    monkeypatch.setenv("NEO4J_PASSWORD", "any")
    with socket.create_server(("127.0.0.1", 0)) as silent:
        url = f"bolt://127.0.0.1:{silent.getsockname()[1]}"
        with open_store(url) as store, pytest.raises(StoreUnavailable, match=f"No Neo4j answers at {url}"):
            store.read()


@pytest.fixture
def of_unknown_certificate(neo4j_server: Neo4jServer) -> Iterator[str]:
    """Where a server answers over TLS with a certificate of an authority that nobody trusts."""
    tls = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    trustme.CA().issue_cert("127.0.0.1").configure_cert(tls)
    with UnreliableLine(neo4j_server.url, tls) as line:
        yield line.url


@pytest.mark.parametrize("scheme", ["bolt+s", "neo4j+s"])
def test_certificate_that_does_not_verify_is_said_so(
    scheme: str, of_unknown_certificate: str, neo4j_server: Neo4jServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    neo4j_server.sign_in(monkeypatch)
    url = of_unknown_certificate.replace("bolt", scheme)
    with open_store(url) as store, pytest.raises(StoreUnavailable, match=r"does not verify.*\+ssc://"):
        store.read()


def test_certificate_is_not_asked_for_where_the_address_says_so(
    of_unknown_certificate: str, neo4j_server: Neo4jServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    neo4j_server.sign_in(monkeypatch)
    with open_store(of_unknown_certificate.replace("bolt", "bolt+ssc")) as store:
        store.prepare()
        assert store.run("MATCH (p:Person) RETURN count(p) AS people").rows == ((0,),)
