"""The networks that are measured: who is in, who is joined, by what, and what a selection leaves out."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

import pytest
from attended import attended_graph, graphs
from hypothesis import given
from sample_graph import GraphMaker, conference_graph

from graphkit.centrality import (
    MEASURES,
    PROJECTIONS,
    Selection,
    agencies_by_forums,
    attendance,
    build_network,
    countries_by_forums,
    participations,
    people_by_forums,
    representation,
    strength,
    tally,
)
from graphkit.errors import GraphkitError
from graphkit.graph import Graph


def edges(network: Any) -> set[tuple[str, str]]:
    return set(network.edges)


def test_who_shared_no_forum_is_in_the_network_and_alone() -> None:
    network = people_by_forums(attended_graph("p1 f1, p2 f1, p3 f2", represents="p4 a1"))
    assert set(network) == {"p1", "p2", "p3"}
    assert edges(network) == {("p1", "p2")}


def test_a_node_has_its_label_and_name_and_an_edge_its_forums() -> None:
    network: Any = people_by_forums(attended_graph("p1 f2, p2 f2, p1 f1, p2 f1, p3 f1"))
    assert network.nodes["p1"] == {"label": "Person", "name": "P1"}
    assert network.edges["p1", "p2"] == {"forums": ("f1", "f2"), "count": 2, "newman": 1.5}
    assert network.edges["p1", "p3"] == {"forums": ("f1",), "count": 1, "newman": 0.5}


def test_the_same_attendance_told_twice_counts_once() -> None:
    once, twice = attended_graph("p1 f1, p2 f1"), attended_graph("p1 f1, p1 f1, p2 f1")
    assert twice.number_of_edges() == once.number_of_edges() + 1
    for name in PROJECTIONS:
        told_once, told_twice = (build_network(graph, name) for graph in (once, twice))
        assert list(told_twice.edges(data=True)) == list(told_once.edges(data=True))


def test_an_agency_takes_part_through_the_people_who_represent_it() -> None:
    graph = attended_graph("p1 f1, a2 f1, p3 f2", represents="p1 a1, p3 a3")
    assert edges(agencies_by_forums(graph)) == {("a1", "a2")}
    assert participations(graph, "Agency") == {
        "a1": {"f1": (("p1",),)},
        "a2": {"f1": ((),)},
        "a3": {"f2": (("p3",),)},
    }


def test_a_country_takes_part_through_people_agencies_and_the_people_of_agencies() -> None:
    graph = attended_graph("c1 f1, p1 f1, a1 f1, p2 f1", represents="p1 c2, a1 c3, p2 a2, a2 c4, p2 c4")
    assert participations(graph, "Country") == {
        "c1": {"f1": ((),)},
        "c2": {"f1": (("p1",),)},
        "c3": {"f1": (("a1",),)},
        "c4": {"f1": (("a2", "p2"), ("p2",))},
    }
    assert countries_by_forums(graph).number_of_edges() == 6


def test_attendance_joins_only_who_is_said_to_have_come() -> None:
    network: Any = attendance(attended_graph("p1 f1, a1 f2", represents="p1 a1"))
    assert edges(network) == {("p1", "f1"), ("a1", "f2")}
    assert dict(network.nodes(data="bipartite")) == {"p1": 0, "a1": 0, "f1": 1, "f2": 1}


def test_representation_is_directed_and_holds_nobody_else() -> None:
    network = representation(attended_graph("p9 f1", represents="p1 a1, a1 c1, p1 a1"))
    assert network.is_directed()
    assert list(network.edges) == [("a1", "c1"), ("p1", "a1")]
    assert set(network) == {"p1", "a1", "c1"}


@given(graphs())
def test_people_are_joined_exactly_where_they_attended_the_same_forum(graph: Graph) -> None:
    came: defaultdict[str, set[str]] = defaultdict(set)
    for source, forum, edge in graph.edges(data=True):
        if edge["type"] == "ATTENDED" and graph.nodes[source]["label"] == "Person":
            came[source].add(forum)
    network: Any = people_by_forums(graph)
    assert set(network) == set(came)
    for left in came:
        for right in came.keys() - {left}:
            shared = network.get_edge_data(left, right, default={"forums": ()})["forums"]
            assert set(shared) == came[left] & came[right]


@given(graphs())
def test_newmans_weights_add_up_to_the_forums_where_one_met_anybody(graph: Graph) -> None:
    for network in (people_by_forums(graph), agencies_by_forums(graph), countries_by_forums(graph)):
        met = {node: len({forum for edge in network[node].values() for forum in edge["forums"]}) for node in network}
        assert strength(network, "newman") == pytest.approx(met)


def test_the_default_leaves_out_planned_former_and_doubtful() -> None:
    graph = conference_graph()
    assert edges(attendance(graph)) == {
        ("person/aisha", "forum/summit"),
        ("person/seyma", "forum/summit"),
        ("person/seyma", "forum/week"),
        ("agency/bank", "forum/summit"),
        ("agency/anadolu", "forum/week"),
        ("country/tr", "forum/summit"),
    }
    assert not representation(graph).has_edge("person/dan", "agency/bureau")


@pytest.mark.parametrize(
    ("selection", "name", "edge"),
    [
        (Selection(planned=True), "attendance", ("person/aisha", "forum/week")),
        (Selection(minimum_confidence=0.4), "attendance", ("person/bob", "forum/summit")),
        (Selection(former=True), "representation", ("person/dan", "agency/bureau")),
    ],
)
def test_each_option_lets_its_edges_in_and_no_others(selection: Selection, name: str, edge: tuple[str, str]) -> None:
    usual, chosen = (build_network(conference_graph(), name, one) for one in (Selection(), selection))
    assert not usual.has_edge(*edge)
    assert chosen.has_edge(*edge)
    assert {frozenset(found) for found in chosen.edges} >= {frozenset(found) for found in usual.edges}


@pytest.mark.parametrize(("minimum", "joined"), [(0.89, True), (0.9, True), (0.91, False)])
def test_an_edge_that_is_just_sure_enough_counts(minimum: float, joined: bool) -> None:
    network = attendance(attended_graph("p1 f1"), Selection(minimum_confidence=minimum))
    assert network.has_edge("p1", "f1") is joined


def test_a_former_post_does_not_bring_an_agency_to_a_forum() -> None:
    maker = GraphMaker()
    for label, node in (("Person", "p1"), ("Agency", "a1"), ("Forum", "f1")):
        maker.node(label, node, node)
    maker.edge("ATTENDED", "p1", "f1", "x1", 1, status="attended")
    maker.edge("REPRESENTS", "p1", "a1", "x1", 2, former=True)
    assert participations(maker.graph, "Agency") == {}
    assert set(participations(maker.graph, "Agency", Selection(former=True))) == {"a1"}


def test_what_is_left_out_is_counted_by_its_reason() -> None:
    attended, represents, quoted = tally(conference_graph())
    assert (attended.type, attended.counted, attended.left_out) == (
        "ATTENDED",
        7,
        {"low confidence": 1, "planned": 2},
    )
    assert (represents.type, represents.counted, represents.left_out) == ("REPRESENTS", 6, {"former post": 1})
    assert (quoted.type, quoted.counted, quoted.left_out) == ("QUOTED_AT", 4, {})


def test_an_edge_that_is_doubtful_and_planned_is_left_out_once() -> None:
    graph = attended_graph("p1 f1", status="planned", confidence=0.1)
    assert tally(graph)[0].left_out == {"low confidence": 1}
    assert tally(graph, Selection(minimum_confidence=0))[0].left_out == {"planned": 1}
    assert tally(graph, Selection(planned=True, minimum_confidence=0))[0].counted == 1


@pytest.mark.parametrize("minimum", [-0.1, 1.1, float("nan")])
def test_a_confidence_that_is_none_is_refused(minimum: float) -> None:
    with pytest.raises(GraphkitError) as refused:
        Selection(minimum_confidence=minimum)
    assert str(refused.value) == f"The minimum confidence is {minimum}; give a number from 0 to 1."


def test_a_network_that_there_is_not_is_refused_with_those_there_are() -> None:
    with pytest.raises(GraphkitError) as refused:
        build_network(attended_graph(""), "forums")
    assert str(refused.value) == (
        "There is no network 'forums'; the networks are people-by-forums, agencies-by-forums, "
        "countries-by-forums, attendance, speaking, representation."
    )


def test_every_network_has_its_measures_and_both_say_what_they_are() -> None:
    assert list(MEASURES) == list(PROJECTIONS)
    for name, measures in MEASURES.items():
        assert len({measure.name for measure in measures}) == len(measures) > 0
        said = [PROJECTIONS[name].meaning, *(measure.meaning for measure in measures)]
        said += [text for measure in measures for text in (measure.weights, measure.in_pieces)]
        assert all(text.endswith(".") and text[0].isupper() for text in said)


@pytest.mark.parametrize("name", PROJECTIONS)
def test_building_a_network_leaves_the_graph_as_it_was(name: str) -> None:
    graph = conference_graph()
    build_network(graph, name)
    assert dict(graph.nodes(data=True)) == dict(conference_graph().nodes(data=True))
    assert list(graph.edges(data=True, keys=True)) == list(conference_graph().edges(data=True, keys=True))
