"""What every store does with a part of a graph: each test runs on the embedded engine and on a Neo4j."""

from __future__ import annotations

import networkx as nx
import pytest
from sample_graph import GraphMaker, conference_graph

from graphkit.errors import VocabularyError
from graphkit.graph import Graph
from graphkit.stores import Changes, Store, open_store


def parts(*articles: str) -> Graph:
    """The conference graph as far as these articles tell it: their edges with both ends, and themselves."""
    graph = conference_graph()
    told = {f"article/{article}" for article in articles}
    for source, target, key, data in list(graph.edges(keys=True, data=True)):
        if data["article"] in articles:
            told |= {source, target}
        else:
            graph.remove_edge(source, target, key)
    return nx.MultiDiGraph(graph.subgraph(told))


def test_update_adds_a_part_and_leaves_the_rest(store: Store) -> None:
    store.write(parts("x1", "x2"))
    known = nx.MultiDiGraph()
    changes = store.update(known, parts("x3"))
    assert changes == Changes(nodes_added=4, edges_added=5)
    assert nx.utils.graphs_equal(store.read(), conference_graph())
    assert store.update(known, parts("x3")) == Changes()


def test_update_removes_what_is_in_the_part_no_more(store: Store) -> None:
    store.write(conference_graph())
    kept = nx.MultiDiGraph(parts("x3").subgraph(["person/seyma", "person/dan"]))
    kept.remove_edges_from(list(kept.edges(keys=True)))
    changes = store.update(parts("x3"), kept)
    assert changes == Changes(nodes_removed=4, edges_removed=5)
    assert nx.utils.graphs_equal(store.read(), parts("x1", "x2"))
    assert not store.update(parts("x3"), kept)


def test_update_changes_what_differs(store: Store) -> None:
    store.write(conference_graph())
    becomes = parts("x3")
    becomes.nodes["forum/media"].update(city="Łódź", aliases=["MD"])
    becomes.edges["person/dan", "agency/bureau", "x3-140"].update(role=None, former=False)
    assert store.update(parts("x3"), becomes) == Changes(nodes_changed=1, edges_changed=1)
    whole = conference_graph()
    whole.nodes["forum/media"].update(city="Łódź", aliases=["MD"])
    whole.edges["person/dan", "agency/bureau", "x3-140"].update(role=None, former=False)
    assert nx.utils.graphs_equal(store.read(), whole)


def test_update_removes_the_edges_of_a_node_that_goes_named_or_not(store: Store) -> None:
    store.write(conference_graph())
    was = nx.MultiDiGraph(conference_graph().subgraph(["person/dan"]))
    assert store.update(was, nx.MultiDiGraph()) == Changes(nodes_removed=1, edges_removed=4)
    whole = conference_graph()
    whole.remove_node("person/dan")
    assert nx.utils.graphs_equal(store.read(), whole)


def test_update_that_changes_a_label_makes_another_node(store: Store) -> None:
    store.write(conference_graph())
    maker = GraphMaker()
    maker.node("Agency", "person/dan", "Dan Lee")
    changes = store.update(nx.MultiDiGraph(conference_graph().subgraph(["person/dan"])), maker.graph)
    assert changes == Changes(nodes_added=1, nodes_removed=1, edges_removed=4)
    assert store.read().nodes["person/dan"]["label"] == "Agency"


def test_update_outside_the_model_is_refused_and_nothing_written(store: Store) -> None:
    store.write(conference_graph())
    spoiled = parts("x3")
    spoiled.nodes["person/dan"].update(shoe_size="44")
    with pytest.raises(VocabularyError, match="shoe_size"):
        store.update(parts("x3"), spoiled)
    assert nx.utils.graphs_equal(store.read(), conference_graph())


def test_update_makes_a_store_that_is_not_there(store: Store) -> None:
    assert store.update(nx.MultiDiGraph(), conference_graph()) == Changes(nodes_added=15, edges_added=30)
    assert nx.utils.graphs_equal(store.read(), conference_graph())


def test_many_updates_one_after_another_end_in_the_whole(store: Store) -> None:
    for article in ("x3", "x1", "x2"):
        with open_store(store.url) as again:
            again.update(nx.MultiDiGraph(), parts(article))
    assert nx.utils.graphs_equal(store.read(), conference_graph())
