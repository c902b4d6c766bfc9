"""Networks that others have solved: Krackhardt's kite, the Florentine families, the Southern Women."""

from __future__ import annotations

import networkx as nx
import pytest

from graphkit.centrality import betweenness, bridges, cut_points, degree, harmonic_closeness, two_mode

# Krackhardt, D. 1990. Assessing the political landscape. Administrative Science Quarterly 35, 342-369, figure 5.
KITE = "Andre Beverly Carol Diane Ed Fernando Garth Heather Ike Jane".split()

# Borgatti, S. P. & Halgin, D. S. 2011. Analyzing affiliation networks. The SAGE Handbook of Social Network Analysis,
# 417-433: normalised two-mode centralities of the data of Davis, Gardner & Gardner 1941, Deep South.
WOMEN_DEGREE = {
    "Evelyn Jefferson": 0.57, "Laura Mandeville": 0.50, "Theresa Anderson": 0.57, "Brenda Rogers": 0.50,
    "Charlotte McDowd": 0.29, "Frances Anderson": 0.29, "Eleanor Nye": 0.29, "Pearl Oglethorpe": 0.21,
    "Ruth DeSand": 0.29, "Verne Sanderson": 0.29, "Myra Liddel": 0.29, "Katherina Rogers": 0.43,
    "Sylvia Avondale": 0.50, "Nora Fayette": 0.57, "Helen Lloyd": 0.36, "Dorothy Murchison": 0.14,
    "Olivia Carleton": 0.14, "Flora Price": 0.14,
    "E1": 0.17, "E2": 0.17, "E3": 0.33, "E4": 0.22, "E5": 0.44, "E6": 0.44, "E7": 0.56, "E8": 0.78, "E9": 0.67,
    "E10": 0.28, "E11": 0.22, "E12": 0.33, "E13": 0.17, "E14": 0.17,
}  # fmt: skip
WOMEN_BETWEENNESS = {
    "E8": 0.24, "E9": 0.23, "E7": 0.13, "Nora Fayette": 0.11, "Evelyn Jefferson": 0.10, "Theresa Anderson": 0.09,
    "E6": 0.07, "Sylvia Avondale": 0.07, "Laura Mandeville": 0.05, "Brenda Rogers": 0.05, "Katherina Rogers": 0.05,
    "E5": 0.04, "Helen Lloyd": 0.04, "E3": 0.02, "Ruth DeSand": 0.02, "Verne Sanderson": 0.02, "E12": 0.02,
    "Myra Liddel": 0.02, "E11": 0.02, "Eleanor Nye": 0.01, "Frances Anderson": 0.01, "Pearl Oglethorpe": 0.01,
    "E4": 0.01, "Charlotte McDowd": 0.01, "E10": 0.01, "Olivia Carleton": 0.01, "Flora Price": 0.01, "E2": 0.00,
    "E1": 0.00, "Dorothy Murchison": 0.00, "E13": 0.00, "E14": 0.00,
}  # fmt: skip


def test_in_krackhardts_kite_the_best_joined_is_not_the_one_in_between() -> None:
    kite = nx.relabel_nodes(nx.krackhardt_kite_graph(), dict(enumerate(KITE)))
    assert max(degree(kite).items(), key=lambda pair: pair[1]) == ("Diane", 6)
    found = betweenness(kite)
    assert max(found, key=lambda name: found[name]) == "Heather"
    assert found["Heather"] == pytest.approx(14 / 36)
    assert (found["Fernando"], found["Garth"]) == pytest.approx((8.333333 / 36, 8.333333 / 36))
    assert found["Diane"] == pytest.approx(3.666667 / 36)
    near = harmonic_closeness(kite)
    assert (near["Fernando"], near["Garth"]) == pytest.approx(((5 + 3 / 2 + 1 / 3) / 9,) * 2)


def test_the_kite_hangs_on_two_people_and_two_ties() -> None:
    kite = nx.relabel_nodes(nx.krackhardt_kite_graph(), dict(enumerate(KITE)))
    assert {name: more for name, more in cut_points(kite).items() if more} == {"Heather": 1, "Ike": 1}
    assert bridges(kite) == [("Heather", "Ike"), ("Ike", "Jane")]


def test_the_medici_are_between_the_other_florentine_families() -> None:
    # Wasserman, S. & Faust, K. 1994. Social Network Analysis, chapter 5, after Padgett & Ansell 1993: marriages.
    families = nx.florentine_families_graph()
    found = betweenness(families)
    assert {family: round(found[family], 3) for family in sorted(found, key=lambda one: -found[one])[:5]} == {
        "Medici": 0.522,
        "Guadagni": 0.255,
        "Albizzi": 0.212,
        "Salviati": 0.143,
        "Ridolfi": 0.114,
    }
    assert degree(families)["Medici"] == 6


def test_the_southern_women_have_the_published_two_mode_degrees() -> None:
    women = nx.davis_southern_women_graph()
    assert two_mode.degree(women) == pytest.approx(WOMEN_DEGREE, abs=0.005)


def test_the_southern_women_have_the_published_two_mode_betweenness() -> None:
    women = nx.davis_southern_women_graph()
    assert two_mode.betweenness(women) == pytest.approx(WOMEN_BETWEENNESS, abs=0.005)
