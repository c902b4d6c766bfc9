"""Every measure against networkx, the reference, on random networks of every kind."""

from __future__ import annotations

from itertools import combinations
from typing import Any

import networkx as nx
import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from graphkit import centrality
from graphkit.centrality import measures, paths
from graphkit.centrality.matrices import matrix_of
from graphkit.errors import GraphkitError

CLOSE = {"rel": 1e-6, "abs": 1e-6}
EXAMPLES = settings(max_examples=60)


@st.composite
def drawn(draw: st.DrawFn, directed: bool | None = None) -> Any:
    """Up to nine nodes in any number of pieces, weighted, with parallel edges and edges of a node to itself."""
    directed = draw(st.booleans()) if directed is None else directed
    network: Any = nx.MultiDiGraph() if directed else nx.MultiGraph()
    nodes = [f"n{number}" for number in range(draw(st.integers(0, 9)))]
    network.add_nodes_from(nodes)
    ends = st.tuples(st.sampled_from(nodes), st.sampled_from(nodes), st.integers(1, 5)) if nodes else st.nothing()
    for source, target, weight in draw(st.lists(ends, max_size=20)) if nodes else []:
        network.add_edge(source, target, weight=weight)
    return network


def simple(network: Any) -> Any:
    """The same ties, parallel edges added up and edges of a node to itself left out: what networkx is given."""
    found: Any = nx.DiGraph() if network.is_directed() else nx.Graph()
    found.add_nodes_from(network)
    for source, target, weight in network.edges(data="weight"):
        if source != target:
            before = found.get_edge_data(source, target, {"weight": 0})["weight"]
            found.add_edge(source, target, weight=before + weight)
    return found


@given(drawn())
@EXAMPLES
def test_local_measures_are_those_of_networkx(network: Any) -> None:
    plain = simple(network)
    towards = plain.out_degree if plain.is_directed() else plain.degree
    assert measures.degree(network) == dict(towards())
    assert measures.strength(network, "weight") == dict(towards(weight="weight"))
    assert measures.strength(network) == measures.degree(network)
    assert measures.density(network) == pytest.approx(nx.density(plain))
    assert measures.core_number(network) == nx.core_number(nx.Graph(plain))


@given(drawn())
@EXAMPLES
def test_measures_along_ways_are_those_of_networkx(network: Any) -> None:
    plain = simple(network)
    assert measures.betweenness(network) == pytest.approx(nx.betweenness_centrality(plain), **CLOSE)
    others = max(len(plain) - 1, 1)
    near = {node: value / others for node, value in nx.harmonic_centrality(plain).items()}
    assert measures.harmonic_closeness(network) == pytest.approx(near, **CLOSE)


@given(drawn(), st.sampled_from([None, "weight"]))
@EXAMPLES
def test_pagerank_is_that_of_networkx(network: Any, weight: str | None) -> None:
    expected = nx.pagerank(simple(network), weight=weight, tol=1e-12, max_iter=2000) if len(network) else {}
    assert measures.pagerank(network, weight) == pytest.approx(expected, **CLOSE)


@given(drawn(), st.sampled_from([None, "weight"]))
@EXAMPLES
def test_structural_holes_are_those_of_networkx(network: Any, weight: str | None) -> None:
    plain = simple(network)
    joined = {node for node in plain if any(nx.all_neighbors(plain, node))}
    known = [node for node in plain if plain[node]]  # networkx has no value for who has only ties towards it
    assume(known)
    for measure, reference in (
        (measures.constraint, nx.constraint),
        (measures.effective_size, nx.effective_size),
    ):
        found = measure(network, weight)
        assert found.keys() == joined
        assert {node: found[node] for node in known} == pytest.approx(reference(plain, known, weight), **CLOSE)


@given(drawn(directed=False), st.sampled_from([None, "weight"]))
@EXAMPLES
def test_the_eigenvector_is_that_of_networkx(network: Any, weight: str | None) -> None:
    plain = simple(network)
    assume(plain.number_of_edges())
    try:
        expected = nx.eigenvector_centrality(plain, weight=weight, tol=1e-13, max_iter=4000)
    except nx.PowerIterationFailedConvergence:
        assume(False)
    assert measures.eigenvector(network, weight) == pytest.approx(expected, **CLOSE)


@given(drawn(directed=True), st.sampled_from([None, "weight"]))
@EXAMPLES
def test_hubs_and_authorities_are_those_of_networkx(network: Any, weight: str | None) -> None:
    plain = simple(network)
    if not weight:
        nx.set_edge_attributes(plain, 1, "weight")
    assume(len(plain) > 2 and plain.number_of_edges())
    singular = np.linalg.svd(nx.to_numpy_array(plain), compute_uv=False)
    assume(singular[0] - singular[1] > 1e-3)  # else networkx mixes the equals as chance has it
    hubs, authorities = nx.hits(plain, tol=1e-13)
    assert measures.hubs(network, weight) == pytest.approx(hubs, **CLOSE)
    assert measures.authorities(network, weight) == pytest.approx(authorities, **CLOSE)


@given(drawn())
@EXAMPLES
def test_pieces_cut_points_and_bridges_are_those_of_networkx(network: Any) -> None:
    plain = nx.Graph(simple(network))
    found = measures.components(network)
    assert {frozenset(node for node in found if found[node] == piece) for piece in set(found.values())} == {
        frozenset(piece) for piece in nx.connected_components(plain)
    }
    cut = measures.cut_points(network)
    assert {node for node, more in cut.items() if more} == set(nx.articulation_points(plain))
    for node, more in cut.items():
        without = nx.number_connected_components(plain.subgraph(set(plain) - {node}))
        assert more == max(without - nx.number_connected_components(plain), 0)
    assert {frozenset(ends) for ends in measures.bridges(network)} == {frozenset(ends) for ends in nx.bridges(plain)}


@given(drawn(), st.randoms(use_true_random=False))
@EXAMPLES
def test_modularity_and_assortativity_are_those_of_networkx(network: Any, chance: Any) -> None:
    plain = simple(network)
    groups = {node: chance.choice("ab") for node in plain}
    undirected = nx.Graph()
    undirected.add_nodes_from(plain)
    for source, target, weight in plain.edges(data="weight"):
        before = undirected.get_edge_data(source, target, {"weight": 0})["weight"]
        undirected.add_edge(source, target, weight=before + weight)
    if undirected.number_of_edges():
        parts = [{node for node in groups if groups[node] == group} for group in sorted(set(groups.values()))]
        expected = nx.community.modularity(undirected, parts, weight="weight")
        assert measures.modularity(network, groups, "weight") == pytest.approx(expected, **CLOSE)
    nx.set_node_attributes(plain, groups, "group")
    found = measures.assortativity(network, groups)
    if found is not None:
        assert found == pytest.approx(nx.attribute_assortativity_coefficient(plain, "group"), **CLOSE)


@given(drawn(directed=False), st.integers(0, 3))
@EXAMPLES
def test_communities_hold_together_and_are_the_same_for_a_seed(network: Any, seed: int) -> None:
    found = measures.communities(network, "weight", seed)
    assert measures.communities(network, "weight", seed) == found
    sizes = [list(found.values()).count(number) for number in sorted(set(found.values()))]
    assert sizes == sorted(sizes, reverse=True)
    plain = simple(network)
    for number in set(found.values()):
        assert nx.is_connected(plain.subgraph(node for node in found if found[node] == number))
    apart = {node: node for node in plain}
    assert measures.modularity(network, found, "weight") >= measures.modularity(network, apart, "weight") - 1e-9


@given(drawn(), st.randoms(use_true_random=False))
@EXAMPLES
def test_brokerage_counts_the_open_pairs_of_each_role(network: Any, chance: Any) -> None:
    plain = nx.Graph(simple(network))
    groups = {node: chance.choice(["a", "b", "c", None]) for node in plain}
    found = measures.brokerage(network, groups)
    for broker in plain:
        if groups[broker] is None:
            assert all(broker not in values for values in found.values())
            continue
        counted = dict.fromkeys(found, 0)
        brokered = [node for node in plain[broker] if groups[node] is not None]
        for left, right in combinations(brokered, 2):
            if not plain.has_edge(left, right):
                counted[role_of(groups[broker], groups[left], groups[right])] += 1
        assert {role: values[broker] for role, values in found.items()} == counted


def role_of(broker: str, left: str, right: str) -> str:
    if left == right:
        return "coordinator" if left == broker else "consultant"
    return "gatekeeper" if broker in (left, right) else "liaison"


def test_a_weight_that_is_no_strength_is_refused() -> None:
    network: Any = nx.Graph()
    network.add_edge("n1", "n2", weight=0)
    with pytest.raises(GraphkitError) as refused:
        centrality.strength(network, "weight")
    assert str(refused.value) == "An edge has the weight 0; a weight is a strength and above 0."


def test_a_sample_of_starting_points_comes_as_close_as_it_says() -> None:
    network = nx.barabasi_albert_graph(1500, 3, seed=1)
    matrix = matrix_of(network)
    exact, estimate = paths.follow_ways(matrix, False), paths.follow_ways(matrix, False, seed=1, most_steps=1)
    assert not exact.sampled
    assert (estimate.sampled, estimate.starts) == (True, paths.SAMPLED_STARTS)
    for found, true, error in (
        (estimate.between, exact.between, estimate.between_error),
        (estimate.reciprocals, exact.reciprocals, estimate.reciprocals_error),
    ):
        assert 0 < np.abs(found - true).max() <= 3 * error.max()
        assert error.max() < true.max() / 10
    assert set(np.argsort(-estimate.between)[:3]) == set(np.argsort(-exact.between)[:3])
