"""Scores as node properties, in both engines."""

from __future__ import annotations

from sample_graph import conference_graph

from graphkit.centrality import Selection, scores
from graphkit.centrality.stored import all_property_names, write_scores
from graphkit.stores import Store

PEOPLE = """
MATCH (p:Person)
RETURN p.id AS id, p.attendance_degree AS degree, p.people_by_forums_betweenness AS betweenness
ORDER BY id
"""


def stored(store: Store) -> dict[str, tuple[float | None, float | None]]:
    return {node: (degree, betweenness) for node, degree, betweenness in store.run(PEOPLE).rows}


def test_scores_are_properties_that_cypher_reads_and_a_load_leaves(store: Store) -> None:
    graph = conference_graph()
    store.write(graph)
    found = scores(graph)
    assert write_scores(store, found) == len({score.entity for score in found})
    expected = {score.entity: score.value for score in found if score.measure == "degree" and score.label == "Person"
                and score.network == "attendance"}  # fmt: skip
    assert {node: degree for node, (degree, _) in stored(store).items() if degree is not None} == expected
    assert not store.write(graph)
    assert store.read().nodes["person/aisha"].keys() == graph.nodes["person/aisha"].keys()


def test_a_store_with_scores_holds_what_was_written_into_it(store: Store) -> None:
    store.write(conference_graph())
    state = store.state()
    write_scores(store, scores(conference_graph()))
    assert store.state() == state
    _, faults = store.examine()
    assert faults == []


def test_scores_written_again_take_the_place_of_the_earlier_ones(store: Store) -> None:
    graph = conference_graph()
    store.write(graph)
    write_scores(store, scores(graph, Selection(minimum_confidence=0)))
    assert stored(store)["person/bob"][0] is not None
    write_scores(store, scores(graph))
    assert stored(store)["person/bob"] == (None, None)


def test_every_score_has_a_property_of_its_own() -> None:
    names = all_property_names()
    assert len(names) == len(set(names))
    assert all(name.isidentifier() for name in names)
