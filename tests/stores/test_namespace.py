"""A graph in a Neo4j database that other data shares, some of it under the labels of the graph model."""

from __future__ import annotations

from collections.abc import Iterator

import neo4j
import networkx as nx
import pytest
from neo4j_server import Neo4jServer
from sample_graph import conference_graph

from graphkit.errors import QueryError, StoreUnavailable
from graphkit.stores import Store, open_store
from graphkit.stores.checking import check_store
from graphkit.stores.neo4j_namespace import Namespace

OTHERS = """
CREATE (p:Person {id: 'person/bob', name: 'Somebody else'}),
       (p)-[:ATTENDED {key: 'k', rule: 'chat.x'}]->(:Forum {name: 'Theirs'}),
       (p)-[:PAID {sum: 5}]->(:news_Invoice)
"""
ALL_OF_OTHERS = """
MATCH (n)-[r]->(m) WHERE n.name = 'Somebody else'
RETURN labels(n), properties(n), type(r), properties(r), labels(m), properties(m) ORDER BY type(r)
"""


@pytest.fixture
def shared(neo4j_server: Neo4jServer, monkeypatch: pytest.MonkeyPatch) -> Iterator[neo4j.Driver]:
    """A database where others keep a Person, a Forum and an ATTENDED; graphkit has no constraints on them."""
    neo4j_server.sign_in(monkeypatch)
    credentials = (neo4j_server.username, neo4j_server.password)
    with neo4j.GraphDatabase.driver(neo4j_server.url, auth=credentials) as driver:
        for found in driver.execute_query("SHOW CONSTRAINTS YIELD name").records:
            driver.execute_query(f"DROP CONSTRAINT {found[0]}")
        driver.execute_query(OTHERS)
        yield driver
        driver.execute_query("MATCH (n) DETACH DELETE n")


@pytest.fixture
def store(shared: neo4j.Driver, neo4j_server: Neo4jServer) -> Iterator[Store]:
    with open_store(f"{neo4j_server.url}?namespace=news_") as opened:
        yield opened


def others(driver: neo4j.Driver) -> list[list[object]]:
    return [list(record.values()) for record in driver.execute_query(ALL_OF_OTHERS).records]


def test_data_of_others_under_our_labels_is_left_alone(shared: neo4j.Driver, store: Store) -> None:
    before = others(shared)
    assert len(before) == 2
    store.write(conference_graph())
    assert nx.utils.graphs_equal(store.read(), conference_graph())
    assert not [fault for fault in check_store(store).faults if "constraint" in str(fault) or "more than" in str(fault)]
    store.update(conference_graph(), nx.MultiDiGraph())
    store.rebuild(conference_graph())
    store.clear()
    assert len(store.read()) == 0
    assert others(shared) == before
    constraints = [record[0] for record in shared.execute_query("SHOW CONSTRAINTS YIELD name").records]
    assert all(name.startswith("news_") for name in constraints)


def test_query_finds_what_is_in_the_namespace_by_the_names_of_the_model(store: Store) -> None:
    store.write(conference_graph())
    found = store.run("MATCH (p:Person)-[r:ATTENDED]->(f) RETURN DISTINCT type(r), labels(f) ORDER BY type(r)")
    assert found.columns == ("type(r)", "labels(f)")
    assert found.rows == (("ATTENDED", ["Forum"]),)
    assert store.run("MATCH (p:Person) RETURN count(p) AS people").rows == ((4,),)
    path = store.run("MATCH p = (:Person {id: 'person/bob'})-[:ATTENDED]->() RETURN p").rows[0][0]
    assert [node["label"] for node in path["nodes"]] == ["Person", "Forum"]
    assert path["relationships"][0]["type"] == "ATTENDED"


def test_data_of_others_can_be_asked_beside_ours(store: Store) -> None:
    store.write(conference_graph())
    assert store.run("MATCH (:$($theirs))-[r:PAID]->(i) RETURN type(r) AS type, labels(i) AS labels",
                     {"theirs": "Person"}).rows == (("PAID", ["news_Invoice"]),)  # fmt: skip


def test_write_by_a_query_goes_into_the_namespace(shared: neo4j.Driver, store: Store) -> None:
    store.write(conference_graph())
    before = others(shared)
    store.run("MATCH (n:Person {id: 'person/bob'}) SET n.name = 'Robert'", write=True)
    store.run("CREATE (:Person {id: 'person/new', name: 'New', aliases: []})", write=True)
    assert store.read().nodes["person/bob"]["name"] == "Robert"
    assert "person/new" in store.read()
    assert others(shared) == before


def test_error_shows_the_query_as_it_was_written(store: Store) -> None:
    with pytest.raises(QueryError) as caught:
        store.run("MATCH (p:Person)\nWHERE p:Agency AND type(p) = '' RETRN p")
    says, shown, caret = str(caught.value).splitlines()
    assert says.startswith("Line 2, column 33 of the query:")
    assert "news_" not in says
    assert shown == "  WHERE p:Agency AND type(p) = '' RETRN p"
    assert shown[caret.index("^") :].startswith("RETRN")


def test_two_namespaces_are_two_graphs(store: Store, neo4j_server: Neo4jServer) -> None:
    store.write(conference_graph())
    with open_store(f"{neo4j_server.url}?namespace=other_") as other, store.exclusive():
        assert len(other.read()) == 0
        other.prepare()
        other.write(nx.MultiDiGraph(conference_graph().subgraph(["person/bob"])))
        store.write(nx.MultiDiGraph())
        assert list(other.read()) == ["person/bob"]


def test_labels_that_others_use_are_not_taken_without_a_namespace(
    shared: neo4j.Driver, neo4j_server: Neo4jServer
) -> None:
    before = others(shared)
    with open_store(neo4j_server.url) as store:
        for use in (lambda: store.write(conference_graph()), lambda: store.rebuild(conference_graph()), store.clear):
            with pytest.raises(StoreUnavailable, match=r"labelled Person.*\?namespace="):
                use()
    assert others(shared) == before


@pytest.mark.parametrize("value", ["", "my news", "1st", "a-b", "a`)", "ş_", "a%0A"])
def test_namespace_that_cannot_be_part_of_a_label_is_refused(value: str) -> None:
    with pytest.raises(StoreUnavailable, match="cannot be a namespace") as caught:
        open_store(f"neo4j://localhost?namespace={value}")
    assert str(caught.value).count(". ") == 0


def test_other_option_behind_the_address_is_refused() -> None:
    with pytest.raises(StoreUnavailable, match=r"'namspace'.*\?namespace="):
        open_store("neo4j://localhost?namspace=news_")


@pytest.mark.parametrize(
    ("cypher", "sent"),
    [
        ("MATCH (:Person|Agency)-[:ATTENDED]->()", "MATCH (:n_Person|n_Agency)-[:n_ATTENDED]->()"),
        ("MATCH (a:(Person|!Forum)&Other)", "MATCH (a:(n_Person|!n_Forum)&Other)"),
        ("MATCH (a:`Person`)-[r:!HELD_IN|X*1..3]->()", "MATCH (a:`n_Person`)-[r:!n_HELD_IN|X*1..3]->()"),
        ("MATCH (a IS Person) WHERE a.Person IS NULL", "MATCH (a IS n_Person) WHERE a.Person IS NULL"),
        ("MATCH (a) SET a:Person REMOVE a:Forum:Agency", "MATCH (a) SET a:n_Person REMOVE a:n_Forum:n_Agency"),
        ("RETURN {x: Person, y: a:Person} AS Forum", "RETURN {x: Person, y: a:n_Person} AS Forum"),
        ("RETURN a {.name, x: Person}, EXISTS {(:Person)}", "RETURN a {.name, x: Person}, EXISTS {(:n_Person)}"),
        ("RETURN ':Person', \":Person\" // :Person\n", "RETURN ':Person', \":Person\" // :Person\n"),
        ("/* (:Person) */ MATCH (a:/**/ Person)", "/* (:Person) */ MATCH (a:/**/ n_Person)"),
        ("MATCH (a:$(Person)) RETURN a.type, $Person", "MATCH (a:$(Person)) RETURN a.type, $Person"),
    ],
)
def test_names_are_written_where_they_are_labels_and_types(cypher: str, sent: str) -> None:
    assert Namespace("n_").applied(cypher) == sent
