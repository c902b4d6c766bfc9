"""Small graphs of who was where, from a line of ids each, and graphs drawn by hypothesis."""

from __future__ import annotations

from itertools import combinations, permutations
from typing import Any

import networkx as nx
from hypothesis import strategies as st
from sample_graph import GraphMaker

from graphkit.graph import Graph

_LABELS = {"p": "Person", "a": "Agency", "c": "Country", "f": "Forum"}


def attended_graph(attended: str, represents: str = "", **given: Any) -> Graph:
    """A graph of pairs such as `p1 f1, a1 f2`; the first letter of an id is that of its label, f being a forum."""
    maker = GraphMaker()
    maker.article("x1")
    pairs = [("ATTENDED", pair.split()) for pair in attended.split(",") if pair.strip()]
    pairs += [("REPRESENTS", pair.split()) for pair in represents.split(",") if pair.strip()]
    for node in sorted({node for _, pair in pairs for node in pair}):
        maker.node(_LABELS[node[0]], node, node.upper())
    for start, (type_, (source, target)) in enumerate(pairs):
        more = {"status": "attended"} if type_ == "ATTENDED" else {}
        maker.edge(type_, source, target, "x1", start, **more | given)
    return maker.graph


@st.composite
def graphs(draw: st.DrawFn) -> Graph:
    """Up to five people, three agencies and two countries at up to four forums."""
    forums = [f"f{number}" for number in range(4)]
    people, agencies, countries = (
        [f"p{number}" for number in range(5)],
        [f"a{number}" for number in range(3)],
        ["c0", "c1"],
    )
    came = [f"{who} {forum}" for who in people + agencies + countries for forum in forums]
    stands = [f"{who} {whom}" for who in people for whom in agencies + countries]
    stands += [f"{who} {whom}" for who in agencies for whom in countries]
    attended = draw(st.lists(st.sampled_from(came), unique=True, max_size=20))
    represents = draw(st.lists(st.sampled_from(stands), unique=True, max_size=10))
    return attended_graph(", ".join(attended), ", ".join(represents))


@st.composite
def networks(draw: st.DrawFn, directed: bool = False) -> Any:
    """Up to six nodes in any number of pieces, with whole numbers as weights."""
    nodes = [f"n{number}" for number in range(draw(st.integers(0, 6)))]
    pairs = list(permutations(nodes, 2) if directed else combinations(nodes, 2))
    network: Any = nx.DiGraph() if directed else nx.Graph()
    network.add_nodes_from(nodes)
    for source, target in draw(st.lists(st.sampled_from(pairs), unique=True)) if pairs else []:
        network.add_edge(source, target, weight=draw(st.integers(1, 4)))
    return network
