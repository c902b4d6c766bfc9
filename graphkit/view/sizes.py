"""The centralities by which the page can size its nodes, computed on the network as it is first drawn."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any, Final

import networkx as nx

from graphkit.centrality import Network, betweenness, degree, harmonic_closeness, pagerank, strength
from graphkit.view.bundles import Bundle

_EVIDENCE: Final = "evidence"
_ALL_WAYS_UP_TO: Final = 4_000_000
"""Nodes times lines up to which measures that follow all shortest ways are offered: a few seconds."""


@dataclass(frozen=True, slots=True)
class SizeMeasure:
    """A measure as the page offers it."""

    name: str
    title: str
    meaning: str
    compute: Callable[[Network], dict[str, float]]
    follows_ways: bool = False


SIZE_MEASURES: Final = (
    SizeMeasure("degree", "Neighbours", "To how many others it is tied.", degree),
    SizeMeasure("strength", "Evidence", "How many pieces of evidence tie it.", partial(strength, weight=_EVIDENCE)),
    SizeMeasure("betweenness", "Betweenness", "On how many shortest ways between others it lies.", betweenness, True),
    SizeMeasure("closeness", "Closeness", "How few steps it is from the others.", harmonic_closeness, True),
    SizeMeasure("pagerank", "PageRank", "Tied to others who are well tied themselves.", pagerank),
)


def node_sizes(drawn: Sequence[str], bundles: Sequence[Bundle]) -> dict[str, dict[str, Any]]:
    """The values of every measure that is offered, mentions apart.

    Args:
        drawn: ids of the drawn nodes.
        bundles: the drawn bundles.

    Returns:
        by the measure's name its title, its meaning, and its values in the order of the nodes.
    """
    network = _tied(drawn, bundles)
    work = len(network) * network.number_of_edges()
    return {
        its.name: {"title": its.title, "meaning": its.meaning, "values": _values(its, network, drawn)}
        for its in SIZE_MEASURES
        if work <= _ALL_WAYS_UP_TO or not its.follows_ways
    }


def _tied(drawn: Sequence[str], bundles: Sequence[Bundle]) -> Network:
    network: Network = nx.Graph()
    network.add_nodes_from(drawn)
    for bundle in bundles:
        if not bundle.is_mention:
            known = network.get_edge_data(bundle.source, bundle.target, {_EVIDENCE: 0})
            network.add_edge(bundle.source, bundle.target, evidence=known[_EVIDENCE] + len(bundle.claims))
    return network


def _values(measure: SizeMeasure, network: Network, drawn: Sequence[str]) -> list[float]:
    values = measure.compute(network)
    return [float(f"{values[node]:.4g}") for node in drawn]
