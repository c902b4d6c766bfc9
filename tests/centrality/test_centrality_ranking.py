"""Scores, ranks, and the warning where a ranking means little."""

from __future__ import annotations

import random

import pytest
from attended import attended_graph, graphs
from hypothesis import given, settings
from hypothesis import strategies as st
from sample_graph import conference_graph, shuffled

from graphkit.centrality import (
    MEASURES,
    Score,
    Selection,
    Shape,
    caution,
    derive_ties,
    incidence,
    ranks,
    scores,
    shape,
)
from graphkit.centrality.examples import three_forums
from graphkit.centrality.neighbourhood import ROLES
from graphkit.graph import Graph


def column(found: tuple[Score, ...], network: str, measure: str) -> dict[str, tuple[float, int]]:
    return {
        score.entity: (score.value, score.rank)
        for score in found
        if (score.network, score.measure) == (network, measure)
    }


def test_equals_share_the_better_place_and_the_next_is_left_free() -> None:
    assert ranks({"d": 1.0, "b": 5.0, "c": 3.0, "a": 3.0}) == {"b": 1, "a": 2, "c": 2, "d": 4}
    assert ranks({"d": 1.0, "b": 5.0, "c": 3.0, "a": 3.0}, highest_first=False) == {"d": 1, "a": 2, "c": 2, "b": 4}
    assert ranks({}) == {}


@given(st.dictionaries(st.text(max_size=3), st.integers(0, 4).map(float)), st.booleans())
def test_a_rank_is_one_more_than_the_number_of_the_better(values: dict[str, float], highest_first: bool) -> None:
    sign = 1 if highest_first else -1
    expected = {
        node: 1 + sum(sign * other > sign * value for other in values.values()) for node, value in values.items()
    }
    found = ranks(values, highest_first)
    assert found == expected
    assert list(found) == sorted(found, key=lambda node: (found[node], node))


def test_the_broker_of_the_example_is_first_and_has_the_lowest_constraint() -> None:
    found = scores(three_forums())
    assert column(found, "people-by-forums", "degree") == {"cem": (3, 1), "ana": (2, 2), "ben": (2, 2), "dia": (1, 4)}
    constraint = column(found, "people-by-forums", "constraint")
    assert (constraint["cem"][1], constraint["dia"][1]) == (1, 4)


def test_values_that_differ_by_rounding_only_share_a_rank() -> None:
    ring = ", ".join(f"p{one} f{one}, p{(one + 1) % 7} f{one}" for one in range(7))
    found = scores(attended_graph(ring))
    for measure in MEASURES["people-by-forums"]:
        values = column(found, "people-by-forums", measure.name)
        if measure.name in ROLES:  # nobody stands for a country
            assert values == {}
            continue
        assert {rank for _, rank in values.values()} == ({1} if measure.ranked else {None})
        assert len(values) == 7


def test_ranks_are_among_the_entities_of_one_label() -> None:
    degree = column(scores(attended_graph("p1 f1, p1 f2, p2 f1, a1 f1")), "attendance", "degree")
    assert {node: rank for node, (_, rank) in degree.items()} == {"p1": 1, "p2": 2, "a1": 1, "f1": 1, "f2": 2}


def test_who_met_nobody_has_no_constraint_and_a_rank_in_all_else() -> None:
    found = scores(attended_graph("p1 f1, p2 f1, p3 f2"))
    alone = {score.measure for score in found if score.entity == "p3" and score.network == "people-by-forums"}
    assert alone == {measure.name for measure in MEASURES["people-by-forums"]} - {
        "constraint",
        "effective-size",
        *ROLES,
    }


def test_a_measure_of_representation_is_given_to_the_labels_that_it_means_something_for() -> None:
    found = scores(attended_graph("", represents="p1 a1, a1 c1"))
    labels = {
        measure: {score.label for score in found if score.measure == measure}
        for measure in ("represented-by", "represents", "betweenness")
    }
    assert labels == {
        "represented-by": {"Agency", "Country"},
        "represents": {"Person", "Agency"},
        "betweenness": {"Agency"},
    }
    assert column(found, "representation", "betweenness") == {"a1": (0.5, 1)}


@given(graphs())
@settings(max_examples=25)
def test_every_score_is_that_of_its_measure_on_its_network(graph: Graph) -> None:
    found = {(score.network, score.measure, score.entity): score for score in scores(graph)}
    count = 0
    for name, measures in MEASURES.items():
        ties = derive_ties(incidence(graph, Selection()), name, seed=0)
        for measure in measures:
            for node, label, value in zip(ties.nodes, ties.labels, measure.compute(ties), strict=True):
                if measure.is_of(label) and value == value:
                    score = found[name, measure.name, node]
                    assert score.value == pytest.approx(value, abs=1e-9)
                    assert (score.label, score.name) == (graph.nodes[node]["label"], graph.nodes[node]["name"])
                    count += 1
    assert count == len(found)


@given(st.one_of(graphs(), st.builds(conference_graph)), st.randoms(use_true_random=False))
@settings(max_examples=25)
def test_the_scores_do_not_depend_on_the_order_of_nodes_and_edges(graph: Graph, source: random.Random) -> None:
    assert scores(shuffled(graph, source)) == scores(graph)


def test_a_selection_changes_the_scores() -> None:
    graph = conference_graph()
    usual, planned = scores(graph), scores(graph, Selection(planned=True))
    assert column(usual, "attendance", "degree")["person/aisha"][0] == 0.5
    assert column(planned, "attendance", "degree")["person/aisha"][0] == pytest.approx(2 / 3)


def test_a_graph_in_which_nothing_counts_has_no_scores() -> None:
    assert scores(attended_graph("p1 f1, p2 f1", status="planned")) == ()


def test_a_shape_tells_the_pieces_and_those_who_are_alone() -> None:
    graph = attended_graph("p1 f1, p2 f1, p3 f1, p4 f2, p5 f2, p6 f3", represents="p1 a1, a1 c1, p2 a2")
    known = incidence(graph, Selection())
    assert shape(derive_ties(known, "people-by-forums", seed=0)) == Shape(6, 4, 2, 3, 3, 1, 4 / 15)
    assert shape(derive_ties(known, "attendance", seed=0)) == Shape(9, 6, 3, 3, 4, 0, 1 / 3)
    assert shape(derive_ties(known, "representation", seed=0)) == Shape(5, 3, None, 2, 3, 0, 3 / 20)
    empty = incidence(attended_graph(""), Selection())
    assert shape(derive_ties(empty, "attendance", seed=0)) == Shape(0, 0, 0, 0, 0, 0, 0)


@pytest.mark.parametrize(
    ("of", "said"),
    [
        (Shape(20, 30, 5, 1, 20, 0, 0.1), None),
        (Shape(20, 30, None, 1, 20, 0, 0.1), None),
        (Shape(21, 30, 5, 3, 19, 2, 0.1), "19 joined entities, 5 forums"),
        (Shape(20, 30, 4, 1, 20, 0, 0.1), "20 joined entities, 4 forums"),
        (Shape(2, 1, 1, 1, 1, 1, 0.1), "1 joined entity, 1 forum"),
        (Shape(3, 2, None, 1, 3, 0, 0.1), "3 joined entities"),
    ],
)
def test_a_network_that_is_too_small_to_rank_is_said_to_be(of: Shape, said: str | None) -> None:
    expected = said and f"Too small to rank: {said}. One more article could turn the ranks round."
    assert caution(of) == expected
