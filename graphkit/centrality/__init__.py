"""Who holds the network together: named networks, measures on them, and ranks.

Example:
    >>> from graphkit import centrality
    >>> from graphkit.centrality.examples import three_forums
    >>> people = centrality.people_by_forums(three_forums())
    >>> centrality.betweenness(people)["cem"]  # two of the three pairs of others meet only through Cem
    0.6666666666666666
"""

from __future__ import annotations

from graphkit.centrality import two_mode
from graphkit.centrality.catalogue import MEASURES, Measure
from graphkit.centrality.measures import (
    betweenness,
    constraint,
    core_number,
    degree,
    harmonic_closeness,
    pagerank,
    represented_by,
    represents,
    strength,
)
from graphkit.centrality.networks import (
    PROJECTIONS,
    Network,
    Projection,
    agencies_by_forums,
    attendance,
    build_network,
    countries_by_forums,
    participations,
    people_by_forums,
    representation,
)
from graphkit.centrality.ranking import Score, Shape, caution, ranks, scores, shape
from graphkit.centrality.selection import Selection, Tally, tally

__all__ = [
    "MEASURES",
    "PROJECTIONS",
    "Measure",
    "Network",
    "Projection",
    "Score",
    "Selection",
    "Shape",
    "Tally",
    "agencies_by_forums",
    "attendance",
    "betweenness",
    "build_network",
    "caution",
    "constraint",
    "core_number",
    "countries_by_forums",
    "degree",
    "harmonic_closeness",
    "pagerank",
    "participations",
    "people_by_forums",
    "ranks",
    "representation",
    "represented_by",
    "represents",
    "scores",
    "shape",
    "strength",
    "tally",
    "two_mode",
]
