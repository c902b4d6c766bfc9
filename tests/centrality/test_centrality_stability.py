"""Rank intervals by a bootstrap over articles, and what dropping doubtful edges does."""

from __future__ import annotations

import random
from typing import Any

import numpy as np
import pytest
from sample_graph import GraphMaker, shuffled

from graphkit.centrality import MEASURES, PROJECTIONS, Incidence, Selection, Ties, derive_ties, incidence
from graphkit.centrality.stability import FEWEST_ARTICLES, Interval, dropped, intervals
from graphkit.graph import Graph


def told(number: int, **given: Any) -> Graph:
    """`p0` at the one forum that every article tells of; each other person there by one article alone."""
    maker = GraphMaker()
    maker.node("Forum", "f0", "Forum")
    maker.node("Person", "p0", "Everywhere")
    for one in range(1, number + 1):
        maker.article(f"x{one}")
        maker.node("Person", f"p{one}", f"Person {one}")
        maker.edge("ATTENDED", "p0", "f0", f"x{one}", 0, status="attended")
        maker.edge("ATTENDED", f"p{one}", "f0", f"x{one}", 10, status="attended", **given)
    return maker.graph


def people(graph: Graph, **options: Any) -> dict[tuple[str, str], Interval]:
    known = incidence(graph, Selection())
    return dict(intervals(known, derived(known, "people-by-forums"), **{"seed": 1} | options)["people-by-forums"])


def derived(known: Incidence, *names: str) -> dict[str, Ties]:
    return {name: derive_ties(known, name, seed=1) for name in names}


def test_who_is_in_every_article_is_first_in_every_resample() -> None:
    found = people(told(12))
    assert found["degree", "p0"] == Interval(1, 1, 1.0)


def test_who_is_in_one_article_of_twelve_is_missing_in_a_third_of_the_resamples() -> None:
    found = people(told(12), resamples=200)
    for one in range(1, 13):
        sure = found["degree", f"p{one}"]
        # There, all are at the same forum and share the first place; missing, it is behind the eight or so others.
        assert (sure.low, 7 <= sure.high <= 11) == (1, True)
        assert sure.top_ten == pytest.approx(1 - (1 - 1 / 12) ** 12, abs=0.1)


def test_the_intervals_are_those_of_the_seed_in_whatever_order_the_edges_came() -> None:
    graph = told(15)
    assert people(shuffled(graph, random.Random(3))) == people(graph)
    assert people(graph, seed=2) != people(graph)


def test_every_ranked_measure_of_a_small_network_has_its_intervals() -> None:
    known = incidence(told(6), Selection())
    found = intervals(known, derived(known, *PROJECTIONS), seed=1, resamples=20)
    for name in PROJECTIONS:
        measures = {measure.name for measure in MEASURES[name] if measure.ranked}
        assert {measure for measure, _ in found[name]} in (measures, set())


def test_too_few_articles_and_no_resamples_give_no_intervals() -> None:
    assert people(told(FEWEST_ARTICLES - 1)) == {}
    assert people(told(FEWEST_ARTICLES)) != {}
    assert people(told(12), resamples=0) == {}


def test_a_rank_is_within_its_interval_or_beside_it() -> None:
    found = people(told(9))
    assert all(1 <= sure.low <= sure.high <= 11 and 0 <= sure.top_ten <= 1 for sure in found.values())


def test_dropping_doubtful_edges_says_who_of_the_first_ten_is_left() -> None:
    graph = told(6)
    for target in ("p5", "p6"):
        for _, _, edge in graph.out_edges(target, data=True):
            edge["confidence"] = 0.65
    known = incidence(graph, Selection())
    first, second, *_ = dropped(known, derived(known, "people-by-forums"), 1, 0.5)["people-by-forums"]
    assert (first.confidence, first.nodes, first.edges) == (0.6, 7, 21)
    assert (second.confidence, second.nodes, second.edges) == (0.7, 5, 10)
    assert first.kept["degree", "Person"] == (7, 7)
    assert second.kept["degree", "Person"] == (5, 7)  # two are missing
    assert second.kept["betweenness", "Person"] == (0, 0)  # all have 0, which is no place among the first


def test_confidences_that_the_selection_asks_for_anyway_are_not_tried() -> None:
    known = incidence(told(6), Selection(minimum_confidence=0.8))
    drops = dropped(known, derived(known, "people-by-forums"), 1, 0.8)["people-by-forums"]
    assert [drop.confidence for drop in drops] == [0.9]


def test_an_article_that_is_not_drawn_says_nothing() -> None:
    known = incidence(told(6), Selection())
    drawn = np.zeros(6, dtype=bool)
    drawn[2] = True
    assert known.from_articles(drawn).forums_of(["p0", "p1", "p3"]) == {"p0": ["f0"], "p1": [], "p3": ["f0"]}
