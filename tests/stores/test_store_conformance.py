"""What every store keeps of what is written, on the real engines: the embedded one and a Neo4j."""

from __future__ import annotations

import networkx as nx
import pytest
from sample_graph import HOSTILE_TEXTS, GraphMaker, conference_graph, hostile_graph

from graphkit.errors import StoreUnavailable
from graphkit.graph import Graph
from graphkit.stores import Changes, Rows, Store, open_store


def same(one: Graph, other: Graph) -> bool:
    return bool(nx.utils.graphs_equal(one, other))


def column(rows: Rows) -> list[object]:
    return [row[0] for row in rows.rows]


def test_prepared_store_is_empty(store: Store) -> None:
    assert same(store.read(), nx.MultiDiGraph())
    assert store.articles() == []


@pytest.mark.parametrize("make", [conference_graph, hostile_graph])
def test_reads_back_exactly_what_was_written(store: Store, make) -> None:
    graph = make()
    store.write(graph)
    assert same(store.read(), graph)


def test_reads_back_after_closing_and_opening_again(store: Store) -> None:
    store.write(conference_graph())
    with open_store(store.url) as again:
        assert same(again.read(), conference_graph())


def test_read_graph_has_nodes_and_edges_in_order(store: Store) -> None:
    store.write(conference_graph())
    graph = store.read()
    assert list(graph) == sorted(graph)
    assert list(graph.edges(keys=True)) == sorted(graph.edges(keys=True))


def test_writing_twice_changes_nothing(store: Store) -> None:
    first = store.write(conference_graph())
    second = store.write(conference_graph())
    assert first == Changes(nodes_added=15, edges_added=30)
    assert second == Changes()
    assert first
    assert not second


def test_order_of_nodes_and_edges_does_not_matter(store: Store) -> None:
    graph = conference_graph()
    backwards: Graph = nx.MultiDiGraph()
    backwards.add_nodes_from(reversed(list(graph.nodes(data=True))))
    backwards.add_edges_from(reversed(list(graph.edges(keys=True, data=True))))
    store.write(backwards)
    assert not store.write(graph)


def test_a_growing_graph_ends_as_the_whole_graph(store: Store) -> None:
    graph = conference_graph()
    people = graph.subgraph([node for node in graph if not node.startswith("article/")])
    store.write(nx.MultiDiGraph(people))
    changes = store.write(graph)
    assert changes == Changes(nodes_added=3, edges_added=7)
    assert same(store.read(), graph)


def test_changed_properties_are_written_and_counted(store: Store) -> None:
    graph = conference_graph()
    store.write(graph)
    graph.nodes["forum/media"].update(city="Łódź", aliases=["MD", "Дни"])
    graph.nodes["forum/summit"].update(city=None, theme="")
    graph.edges["person/aisha", "agency/bank", "x1-100"].update(role=None, former=True, confidence=0.25)
    assert store.write(graph) == Changes(nodes_changed=2, edges_changed=1)
    assert same(store.read(), graph)


def test_what_is_gone_is_removed_and_nothing_else(store: Store) -> None:
    graph = conference_graph()
    store.write(graph)
    graph.remove_node("person/dan")  # with four edges
    graph.remove_edge("person/aisha", "forum/summit", "x1-200")  # one of parallel edges
    assert store.write(graph) == Changes(nodes_removed=1, edges_removed=5)
    assert same(store.read(), graph)


def test_node_that_changes_its_label_keeps_its_edges(store: Store) -> None:
    graph = conference_graph()
    store.write(graph)
    as_agency = GraphMaker()
    as_agency.node("Agency", "person/bob", "Bob O'Neil")
    graph.remove_edge("person/bob", "agency/anadolu", "x1-110")
    graph.nodes["person/bob"].update(as_agency.graph.nodes["person/bob"])
    changes = store.write(graph)
    assert (changes.nodes_added, changes.nodes_removed) == (1, 1)
    assert same(store.read(), graph)


def test_edge_that_changes_its_type_is_another_edge(store: Store) -> None:
    maker = GraphMaker()
    person, forum = maker.node("Person", "p", "P"), maker.node("Forum", "f", "F")
    key = maker.edge("ATTENDED", person, forum, "x", 1, status="attended")
    store.write(maker.graph)
    maker.graph.remove_edge(person, forum, key)
    maker.edge("QUOTED_AT", person, forum, "x", 1, text="T", kind="direct")
    assert store.write(maker.graph) == Changes(edges_added=1, edges_removed=1)
    assert same(store.read(), maker.graph)


def test_empty_graph_empties_the_store(store: Store) -> None:
    store.write(conference_graph())
    assert store.write(nx.MultiDiGraph()) == Changes(nodes_removed=15, edges_removed=30)
    assert same(store.read(), nx.MultiDiGraph())


def test_clear_empties_the_store_which_can_be_filled_again(store: Store) -> None:
    store.write(conference_graph())
    store.clear()
    assert same(store.read(), nx.MultiDiGraph())
    store.write(conference_graph())
    assert same(store.read(), conference_graph())


def test_property_left_out_counts_as_null(store: Store) -> None:
    graph = conference_graph()
    store.write(graph)
    del graph.nodes["forum/media"]["theme"]
    assert not store.write(graph)


def test_hostile_text_is_data_in_a_parameter(store: Store) -> None:
    store.write(hostile_graph())
    for text in HOSTILE_TEXTS:
        found = store.run("MATCH (p:Person) WHERE p.name = $name RETURN p.name AS name", {"name": text})
        assert found.rows == ((text,),)
    assert same(store.read(), hostile_graph())


def test_write_lets_a_query_change_the_store(store: Store) -> None:
    store.write(conference_graph())
    store.run(
        "MATCH (p:Person {id: $id}) SET p.name = $name",
        {"id": "person/dan", "name": "Dan B. Lee"},
        write=True,
    )
    assert store.read().nodes["person/dan"]["name"] == "Dan B. Lee"
    assert store.write(conference_graph()) == Changes(nodes_changed=1)


def test_closed_store_says_so(store: Store) -> None:
    with open_store(store.url) as other:
        other.prepare()
    with pytest.raises(StoreUnavailable, match="was closed"):
        other.read()
    other.close()


def test_two_stores_of_one_address_see_each_others_writing(store: Store) -> None:
    with open_store(store.url) as other:
        other.write(conference_graph())
        assert same(store.read(), conference_graph())
        store.write(nx.MultiDiGraph())
        assert column(other.run("MATCH (n) RETURN count(n) AS n")) == [0]


def test_path_of_any_length_uses_an_edge_once(store: Store) -> None:
    maker = GraphMaker()
    person, forum = maker.node("Person", "p", "P"), maker.node("Forum", "f", "F")
    maker.edge("ATTENDED", person, forum, "x", 1, status="attended")
    store.write(maker.graph)
    for hops in ("*1..3", "*1", "*..3", "*", " * 1..2"):
        found = store.run(f"MATCH p = (a:Person)-[:ATTENDED{hops}]-(b) RETURN b.id AS id, length(p) AS length")
        assert found.rows == (("f", 1),)
    assert store.run("RETURN [2*3] AS six").rows == (([6],),)
