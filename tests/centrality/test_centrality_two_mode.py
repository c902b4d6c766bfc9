"""The measures on participants and forums: normalised by what each side allows."""

from __future__ import annotations

from typing import Any

import networkx as nx
import pytest
from attended import attended_graph, graphs
from hypothesis import assume, given

from graphkit.centrality import attendance, two_mode
from graphkit.centrality.examples import three_forums
from graphkit.graph import Graph


def sides(network: Any) -> tuple[set[str], set[str]]:
    forums = {node for node, data in network.nodes(data=True) if data["label"] == "Forum"}
    return set(network) - forums, forums


def test_the_example_has_the_degrees_and_the_closeness_worked_out_by_hand() -> None:
    network = attendance(three_forums())
    assert two_mode.degree(network) == pytest.approx(
        {"ana": 2 / 3, "ben": 2 / 3, "cem": 2 / 3, "dia": 1 / 3, "f1": 3 / 4, "f2": 1 / 2, "f3": 1 / 2}
    )
    found = two_mode.harmonic_closeness(network)
    assert found["cem"] == pytest.approx((2 + 3 / 2 + 1 / 3) / 4.5)
    assert found["dia"] == pytest.approx((1 + 1 / 2 + 1 / 3 + 2 / 4 + 1 / 5) / 4.5)
    assert found["f1"] == pytest.approx((3 + 2 / 2 + 1 / 3) / 5)


def test_the_example_has_the_betweenness_worked_out_by_hand() -> None:
    found = two_mode.betweenness(attendance(three_forums()))
    # All 8 ways between {Dia, f3} and {Ana, Ben, f1, f2} lead through Cem, of the 12 that the next test shows.
    assert found["cem"] == pytest.approx(8 / 12)
    assert (found["dia"], found["ana"], found["ana"] > 0) == (0, found["ben"], True)


def test_who_alone_joins_all_forums_has_the_most_betweenness_of_the_side() -> None:
    network: Any = attendance(attended_graph("p1 f1, p1 f2, p1 f3, p2 f1, p3 f2, p4 f3"))
    assert nx.betweenness_centrality(network, normalized=False)["p1"] == 12
    assert two_mode.betweenness(network)["p1"] == pytest.approx(1)


def test_who_was_at_every_forum_has_all_of_what_its_side_allows() -> None:
    network = attendance(attended_graph("p1 f1, p2 f1, p3 f1"))
    for measure in (two_mode.degree, two_mode.betweenness, two_mode.harmonic_closeness):
        assert measure(network)["f1"] == pytest.approx(1)


def test_whoever_cannot_be_reached_adds_nothing_to_closeness() -> None:
    found = two_mode.harmonic_closeness(attendance(attended_graph("p1 f1, p2 f2")))
    assert found == pytest.approx(dict.fromkeys(("p1", "p2", "f1", "f2"), 1 / 2.5))


def test_one_person_at_one_forum_is_between_nobody() -> None:
    network = attendance(attended_graph("p1 f1"))
    assert two_mode.degree(network) == {"p1": 1, "f1": 1}
    assert two_mode.betweenness(network) == {"p1": 0, "f1": 0}
    assert two_mode.harmonic_closeness(network) == {"p1": 1, "f1": 1}


@pytest.mark.parametrize("measure", [two_mode.degree, two_mode.betweenness, two_mode.harmonic_closeness])
def test_a_network_without_nodes_has_no_values(measure: Any) -> None:
    assert measure(attendance(attended_graph(""))) == {}


@given(graphs())
def test_degree_and_betweenness_are_those_of_networkx(graph: Graph) -> None:
    network: Any = attendance(graph)
    came, forums = sides(network)
    assume(len(came) > 1 and len(forums) > 1)
    assert two_mode.degree(network) == pytest.approx(nx.bipartite.degree_centrality(network, came))
    assert two_mode.betweenness(network) == pytest.approx(nx.bipartite.betweenness_centrality(network, came))


@given(graphs())
def test_harmonic_closeness_is_a_share_of_the_reciprocal_distances(graph: Graph) -> None:
    network: Any = attendance(graph)
    came, forums = sides(network)
    distances = dict(nx.shortest_path_length(network))
    for node, value in two_mode.harmonic_closeness(network).items():
        own, other = (forums, came) if node in forums else (came, forums)
        reached = sum(1 / steps for steps in distances[node].values() if steps)
        assert value == pytest.approx(reached / (len(other) + (len(own) - 1) / 2))


@given(graphs())
def test_no_value_is_above_what_the_side_allows(graph: Graph) -> None:
    network = attendance(graph)
    for measure in (two_mode.degree, two_mode.betweenness, two_mode.harmonic_closeness):
        assert all(0 <= value <= 1 + 1e-12 for value in measure(network).values())
