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
class Size:
    """A measure as the page offers it."""

    name: str
    title: str
    meaning: str
    compute: Callable[[Network], dict[str, float]]
    follows_ways: bool = False


SIZES: Final = (
    Size("degree", "Neighbours", "To how many others it is tied.", degree),
    Size("strength", "Evidence", "How many pieces of evidence tie it.", partial(strength, weight=_EVIDENCE)),
    Size("betweenness", "Betweenness", "On how many shortest ways between others it lies.", betweenness, True),
    Size("closeness", "Closeness", "How few steps it is from the others.", harmonic_closeness, True),
    Size("pagerank", "PageRank", "Tied to others who are well tied themselves.", pagerank),
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
        size.name: {"title": size.title, "meaning": size.meaning, "values": _values(size, network, drawn)}
        for size in SIZES
        if work <= _ALL_WAYS_UP_TO or not size.follows_ways
    }


def _tied(drawn: Sequence[str], bundles: Sequence[Bundle]) -> Network:
    network: Network = nx.Graph()
    network.add_nodes_from(drawn)
    for bundle in bundles:
        if not bundle.is_mention:
            known = network.get_edge_data(bundle.source, bundle.target, {_EVIDENCE: 0})
            network.add_edge(bundle.source, bundle.target, evidence=known[_EVIDENCE] + len(bundle.claims))
    return network


def _values(size: Size, network: Network, drawn: Sequence[str]) -> list[float]:
    values = size.compute(network)
    return [float(f"{values[node]:.4g}") for node in drawn]
