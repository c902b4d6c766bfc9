"""Who holds the network together: named networks, measures on them, ranks, and how sure they are.

Example:
    >>> from graphkit import centrality
    >>> from graphkit.centrality.examples import three_forums
    >>> people = centrality.people_by_forums(three_forums())
    >>> centrality.betweenness(people)["cem"]  # two of the three pairs of others meet only through Cem
    0.6666666666666666
"""

from __future__ import annotations

from graphkit.centrality import two_mode
from graphkit.centrality.catalogue import MEASURES
from graphkit.centrality.incidence import Incidence, incidence
from graphkit.centrality.matrices import Network
from graphkit.centrality.measure import Family, Measure
from graphkit.centrality.measures import (
    assortativity,
    authorities,
    betweenness,
    bridges,
    brokerage,
    communities,
    components,
    constraint,
    core_number,
    cut_points,
    degree,
    density,
    effective_size,
    eigenvector,
    harmonic_closeness,
    hubs,
    modularity,
    pagerank,
    represented_by,
    represents,
    strength,
)
from graphkit.centrality.networks import (
    PROJECTIONS,
    Projection,
    agencies_by_forums,
    attendance,
    build_network,
    countries_by_forums,
    derive_ties,
    participations,
    people_by_forums,
    representation,
    speaking,
)
from graphkit.centrality.ranking import Score, Shape, caution, ranks, scores, shape
from graphkit.centrality.selection import Selection, Tally, tally
from graphkit.centrality.ties import Ties

__all__ = [
    "MEASURES",
    "PROJECTIONS",
    "Family",
    "Incidence",
    "Measure",
    "Network",
    "Projection",
    "Score",
    "Selection",
    "Shape",
    "Tally",
    "Ties",
    "agencies_by_forums",
    "assortativity",
    "attendance",
    "authorities",
    "betweenness",
    "bridges",
    "brokerage",
    "build_network",
    "caution",
    "communities",
    "components",
    "constraint",
    "core_number",
    "countries_by_forums",
    "cut_points",
    "degree",
    "density",
    "derive_ties",
    "effective_size",
    "eigenvector",
    "harmonic_closeness",
    "hubs",
    "incidence",
    "modularity",
    "pagerank",
    "participations",
    "people_by_forums",
    "ranks",
    "representation",
    "represented_by",
    "represents",
    "scores",
    "shape",
    "speaking",
    "strength",
    "tally",
    "two_mode",
]
