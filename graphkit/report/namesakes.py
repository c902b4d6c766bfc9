"""What tells two apart who have the same name: a country, an agency, a day; where nothing does, the id."""

from __future__ import annotations

from collections import defaultdict
from typing import Any, Final

import numpy as np

from graphkit import vocabulary
from graphkit.centrality import Incidence
from graphkit.centrality.matrices import NO_GROUP
from graphkit.graph import Graph

_OWN_PROPERTIES: Final = {
    vocabulary.PERSON: (),
    vocabulary.AGENCY: ("kind",),
    vocabulary.COUNTRY: ("iso2",),
    vocabulary.FORUM: ("start", "city", "country"),
}
"""Label of those whose namesakes are told apart → properties that may do so, the plainest first."""


def distinct_names(graph: Graph, known: Incidence) -> dict[str, str]:
    """The name of each node, followed in brackets by what tells it from others of its label with that name.

    Example:
        >>> from graphkit.centrality import Selection, incidence
        >>> from graphkit.centrality.examples import three_forums
        >>> graph = three_forums()
        >>> graph.nodes["ana"]["name"] = "Cem Caan"
        >>> names = distinct_names(graph, incidence(graph, Selection()))
        >>> names["ana"], names["cem"], names["ben"]
        ('Cem Caan (Aland)', 'Cem Caan (Bland)', 'Ben Bora')
    """
    names: dict[str, str] = {}
    namesakes: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for node, data in graph.nodes(data=True):
        names[node] = data["name"]
        if data["label"] in _OWN_PROPERTIES:
            namesakes[data["label"], data["name"].casefold()].append(node)
    for group in namesakes.values():
        if len(group) > 1:
            said = zip(*(_descriptions(graph, known, node) for node in group), strict=True)
            telling = next(one for one in said if all(one) and len(set(one)) == len(group))
            names |= {node: f"{names[node]} ({told})" for node, told in zip(group, telling, strict=True)}
    return names


def _descriptions(graph: Graph, known: Incidence, node: str) -> list[Any]:
    """What may be said of a node, None where nothing is known: its country, agency and properties, last its id."""
    data = graph.nodes[node]
    own = [data.get(name) for name in _OWN_PROPERTIES[data["label"]]]
    return [_country(known, node), _agency(known, node), *own, node]


def _country(known: Incidence, node: str) -> str | None:
    """The name of the one country that it stands for."""
    place = known.place.get(node)
    if place is None or known.countries[place] == NO_GROUP:
        return None
    return known.names[known.entities[known.countries[place]]]


def _agency(known: Incidence, node: str) -> str | None:
    """The name of an agency that it represents, of several the first."""
    place = known.place.get(node)
    if place is None:
        return None
    ends = known.represents.indptr[place : place + 2]
    represented = np.sort(known.represents.indices[ends[0] : ends[1]])
    agencies = (at for at in represented.tolist() if known.labels[at] == vocabulary.AGENCY)
    return next((known.names[known.entities[at]] for at in agencies), None)
