"""The measures on one kind of entity: against values worked out by hand, and against their definitions."""

from __future__ import annotations

from fractions import Fraction
from functools import reduce
from itertools import permutations
from operator import add
from typing import Any

import networkx as nx
import numpy as np
import pytest
from attended import attended_graph, graphs, networks
from hypothesis import given, settings
from hypothesis import strategies as st

from graphkit.centrality import Selection, Ties, derive_ties, incidence, measures, paths
from graphkit.centrality.examples import three_forums
from graphkit.centrality.networks import people_by_forums
from graphkit.centrality.through_forums import ThroughForums
from graphkit.errors import GraphkitError
from graphkit.graph import Graph

ALL = (
    measures.degree,
    measures.strength,
    measures.betweenness,
    measures.harmonic_closeness,
    measures.pagerank,
    measures.core_number,
    measures.constraint,
    measures.represented_by,
    measures.represents,
)


def with_lengths(network: Any) -> Any:
    """The network with the exact reciprocal of each weight as its length."""
    found = network.__class__(network)
    for source, target, edge in network.edges(data=True):
        found.edges[source, target]["length"] = Fraction(1, edge["weight"])
    return found


def share_of_shortest_ways(network: Any, node: str, weight: str | None) -> Fraction:
    """Betweenness as Freeman defines it, by writing down every shortest way."""
    pairs = list(permutations([other for other in network if other != node], 2))
    through = Fraction(0)
    for source, target in pairs:
        if nx.has_path(network, source, target):
            ways = list(nx.all_shortest_paths(network, source, target, weight=weight))
            through += Fraction(sum(node in way for way in ways), len(ways))
    return through / len(pairs) if pairs else through


def test_the_people_of_the_example_have_the_values_worked_out_by_hand() -> None:
    people = people_by_forums(three_forums())
    assert measures.degree(people) == {"ana": 2, "ben": 2, "cem": 3, "dia": 1}
    assert measures.strength(people, "newman") == {"ana": 2, "ben": 2, "cem": 2, "dia": 1}
    assert measures.strength(people, "count") == {"ana": 3, "ben": 3, "cem": 3, "dia": 1}
    assert measures.betweenness(people) == pytest.approx({"ana": 0, "ben": 0, "cem": 2 / 3, "dia": 0})
    closeness = {"ana": 2.5 / 3, "ben": 2.5 / 3, "cem": 1, "dia": 2 / 3}
    assert measures.harmonic_closeness(people) == pytest.approx(closeness)
    assert measures.core_number(people) == {"ana": 2, "ben": 2, "cem": 2, "dia": 1}


def test_constraint_of_the_example_is_as_worked_out_by_hand() -> None:
    people = people_by_forums(three_forums())
    # Dia invests all in Cem. Ana and Ben: 3/4 in each other, 1/4 in Cem. Cem: 1/2 in Dia, 1/4 in Ana and in Ben.
    ana = (3 / 4 + 1 / 4 * 1 / 4) ** 2 + (1 / 4 + 3 / 4 * 1 / 4) ** 2
    cem = (1 / 2) ** 2 + 2 * (1 / 4 + 1 / 4 * 3 / 4) ** 2
    assert measures.constraint(people, "newman") == pytest.approx({"ana": ana, "ben": ana, "cem": cem, "dia": 1})


def test_pagerank_of_a_star_is_as_worked_out_by_hand() -> None:
    found = measures.pagerank(nx.star_graph(["hub", "n1", "n2", "n3"]))
    # h = 0.0375 + 0.85 (1 - h), since all that is not at the hub goes there.
    hub = (0.15 / 4 + 0.85) / 1.85
    leaf = (1 - hub) / 3
    assert found == pytest.approx({"hub": hub, "n1": leaf, "n2": leaf, "n3": leaf}, abs=1e-10)


def test_an_isolate_has_no_centrality_and_no_constraint() -> None:
    network: Any = nx.Graph([("n1", "n2")])
    network.add_node("alone")
    for measure in (measures.degree, measures.strength, measures.betweenness, measures.core_number):
        assert measure(network)["alone"] == 0
    assert measures.harmonic_closeness(network) == {"n1": 0.5, "n2": 0.5, "alone": 0}
    assert set(measures.constraint(network)) == {"n1", "n2"}
    # The walk comes to the isolate by chance only: a = 0.05 + 0.85 a / 3.
    assert measures.pagerank(network)["alone"] == pytest.approx(0.05 / (1 - 0.85 / 3), abs=1e-10)


def test_pieces_lower_betweenness_by_the_pairs_that_no_way_joins() -> None:
    network: Any = nx.Graph([("n1", "n2"), ("n2", "n3")])
    assert measures.betweenness(network)["n2"] == 1
    network.add_edge("m1", "m2")
    assert measures.betweenness(network)["n2"] == pytest.approx(1 / 6)


def test_two_ways_of_the_same_length_share_the_pair_although_floats_would_differ() -> None:
    assert reduce(add, [1 / 6] * 6) != 1  # `sum` makes up for rounding from Python 3.12 on
    network: Any = nx.path_graph([f"n{number}" for number in range(1, 8)])
    nx.set_edge_attributes(network, 6, "weight")
    network.add_edge("n1", "n7", weight=1)
    # n2 is between n1 and each of n3 to n6, and on one of the two ways from n1 to n7; there are 15 pairs.
    assert measures.betweenness(network, "weight")["n2"] == pytest.approx(4.5 / 15)


def test_a_strong_tie_is_a_short_way() -> None:
    network: Any = nx.Graph()
    network.add_edge("n1", "n2", weight=4)
    network.add_edge("n2", "n3", weight=4)
    network.add_edge("n1", "n3", weight=1)
    assert measures.betweenness(network)["n2"] == 0
    assert measures.betweenness(network, "weight")["n2"] == 1
    assert measures.harmonic_closeness(network, "weight")["n1"] == pytest.approx((4 + 2) / 2)


def test_in_a_directed_network_closeness_counts_the_ways_towards_a_node() -> None:
    assert measures.harmonic_closeness(nx.DiGraph([("n1", "n2"), ("n2", "n3")])) == {"n1": 0, "n2": 0.5, "n3": 0.75}


@pytest.mark.parametrize("measure", ALL)
def test_a_network_without_nodes_has_no_values(measure: Any) -> None:
    assert measure(nx.Graph()) == {}


@pytest.mark.parametrize("measure", [measure for measure in ALL if measure is not measures.constraint])
def test_a_single_node_has_a_value(measure: Any) -> None:
    network: Any = nx.Graph()
    network.add_node("n1")
    assert measure(network) == {"n1": 1 if measure is measures.pagerank else 0}


@pytest.mark.parametrize("measure", [measures.degree, measures.strength, measures.core_number, measures.constraint])
def test_an_edge_to_itself_does_not_count(measure: Any) -> None:
    plain = nx.path_graph(["n1", "n2", "n3"])
    looped = plain.copy()
    looped.add_edge("n1", "n1")
    assert measure(looped) == measure(plain)


@pytest.mark.parametrize("damping", [1.0, 1.5, -0.1])
def test_a_walk_that_never_jumps_is_refused_as_it_may_not_settle(damping: float) -> None:
    with pytest.raises(GraphkitError, match=r"^The damping is .*; give a number from 0 to under 1\.$"):
        measures.pagerank(nx.path_graph(["n1", "n2", "n3"]), damping=damping)


@given(st.booleans().flatmap(lambda directed: networks(directed=directed)), st.sampled_from([None, "weight"]))
def test_betweenness_is_the_share_of_all_shortest_ways(network: Any, weight: str | None) -> None:
    lengths = with_lengths(network)
    expected = {node: float(share_of_shortest_ways(lengths, node, "length" if weight else None)) for node in lengths}
    assert measures.betweenness(network, weight) == pytest.approx(expected)


@given(st.booleans().flatmap(lambda directed: networks(directed=directed)), st.sampled_from([None, "weight"]))
def test_harmonic_closeness_is_the_mean_of_the_reciprocal_distances(network: Any, weight: str | None) -> None:
    length = "length" if weight else None
    distances = dict(nx.shortest_path_length(with_lengths(network), weight=length))
    expected = {
        node: sum(float(1 / far[node]) for source, far in distances.items() if source != node and node in far)
        / max(len(network) - 1, 1)
        for node in network
    }
    assert measures.harmonic_closeness(network, weight) == pytest.approx(expected)


@given(
    st.booleans().flatmap(lambda directed: networks(directed=directed)),
    st.sampled_from([None, "weight"]),
    st.sampled_from([0.0, 0.5, 0.85]),
)
def test_pagerank_is_where_the_walk_of_networkx_stays(network: Any, weight: str | None, damping: float) -> None:
    found = measures.pagerank(network, weight, damping)
    assert set(found) == set(network)
    if found:
        values = np.array([found[node] for node in network])
        step = nx.google_matrix(network, alpha=damping, weight=weight)
        assert values.sum() == pytest.approx(1)
        assert values @ step == pytest.approx(values, abs=1e-9)


@given(networks())
def test_the_core_of_a_node_is_the_last_that_it_stays_in(network: Any) -> None:
    expected = dict.fromkeys(network, 0)
    for k in range(1, len(network)):
        left = network.copy()
        while few := [node for node, joined in dict(left.degree()).items() if joined < k]:
            left.remove_nodes_from(few)
        expected |= dict.fromkeys(left, k)
    assert measures.core_number(network) == expected


@given(networks(directed=True))
def test_representing_is_counted_by_the_direction_of_the_edges(network: Any) -> None:
    assert measures.represented_by(network) == dict(network.in_degree())
    assert measures.represents(network) == dict(network.out_degree())


@given(graphs())
@settings(max_examples=40)
def test_ways_by_shared_forums_and_from_side_to_side_are_those_along_the_ties(graph: Graph) -> None:
    known = incidence(graph, Selection())
    for name in ("people-by-forums", "attendance"):
        ties = derive_ties(known, name, seed=0)
        along = paths.follow_ways(ties.plain, directed=False)
        other = paths.follow_ways(ties.plain, directed=False, through=by_forums(ties), side=ties.side)
        assert other.between == pytest.approx(along.between, abs=1e-9)
        assert other.reciprocals == pytest.approx(along.reciprocals, abs=1e-9)


def by_forums(ties: Ties) -> ThroughForums | None:
    """The ties of a network by shared forums as a product."""
    if ties.part is None:
        return None
    product = ThroughForums.of(ties.part, ties.count)
    assert (product @ np.eye(len(ties))).tolist() == ties.plain.toarray().tolist()
    return product


def test_a_product_by_forums_is_exact_where_floats_no_longer_tell_whole_numbers_apart() -> None:
    ties = derive_ties(
        incidence(attended_graph("p1 f1, p2 f1, p1 f2, p2 f2, p3 f2"), Selection()), "people-by-forums", 0
    )
    product = by_forums(ties)
    assert product is not None
    assert (product @ np.array([[1e16], [0.0], [1.0]])).tolist() == [[1.0], [1e16 + 1], [1e16]]
