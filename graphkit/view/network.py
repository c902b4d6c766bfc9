"""The graph as a pyvis network: nodes with places, shapes and colours, bundles as lines."""

from __future__ import annotations

import json
import math
import textwrap
from collections.abc import Mapping, Sequence
from typing import Any, Final

from pyvis.edge import Edge
from pyvis.network import Network
from pyvis.node import Node

from graphkit import vocabulary
from graphkit.graph import Graph
from graphkit.view.bundles import Bundle, degrees, neighbourhoods
from graphkit.view.layout import Box, layout
from graphkit.view.style import EDGE_STYLES, NODE_STYLES

LABEL_WIDTH: Final = 20
"""Characters of a name on one line under its node; a name has at most two lines, the panel has all of it."""
_CHARACTER: Final = 6.6
_LINE_HEIGHT: Final = 15
_ROWS: Final = 8.0
"""Width to height of the nodes under the network."""
MANY_LINES: Final = 1500
"""Lines above which vis-network moves haltingly, and the page draws on a plain canvas instead."""

_OPTIONS: Final[dict[str, Any]] = {
    "physics": {"enabled": False, "solver": "barnesHut", "stabilization": False},
    "layout": {"improvedLayout": False, "randomSeed": 1},
    "interaction": {
        "hover": True,
        "multiselect": False,
        "selectConnectedEdges": False,
        "keyboard": {"enabled": True, "bindToWindow": False},
    },
    "nodes": {"borderWidth": 1.5, "borderWidthSelected": 4},
    "edges": {
        "arrows": {"to": {"enabled": True}},
        "hoverWidth": 1,
        "selectionWidth": 2,
    },
}


def pyvis_network(graph: Graph, drawn: Sequence[str], bundles: Sequence[Bundle]) -> Network:
    """Make the pyvis network of the drawn nodes and bundles.

    Args:
        graph: the graph that they come from.
        drawn: node ids; a node's place here is its id in the network.
        bundles: bundles between drawn nodes; a bundle's place here is its line's id.

    Returns:
        a directed network with every node placed and physics switched off.
    """
    network = Network(directed=True, cdn_resources="in_line")
    degree = degrees(bundles)
    sizes = {node: _size(degree[node], graph.nodes[node]["label"]) for node in drawn}
    captions = {node: caption(graph.nodes[node]["name"]) for node in drawn}
    positions = _positions(drawn, bundles, sizes, captions)
    numbers = {node: number for number, node in enumerate(drawn)}
    for node in drawn:
        style = NODE_STYLES[graph.nodes[node]["label"]]
        x, y = positions[node]
        # What Network.add_node and add_edge do, without their search through all nodes at each call.
        options = Node(
            numbers[node], style.shape, captions[node], color=style.light, size=sizes[node], x=x, y=y
        ).options
        network.nodes.append(options)
        network.node_ids.append(options["id"])
        network.node_map[options["id"]] = options
    for number, bundle in enumerate(bundles):
        ends = numbers[bundle.source], numbers[bundle.target]
        network.edges.append(Edge(*ends, True, id=number, **_line(bundle)).options)
    network.set_options(json.dumps(_OPTIONS))
    return network


def caption(name: str) -> str:
    """A name as it stands under its node: on at most two lines, shortened where it is longer."""
    lines = textwrap.wrap(" ".join(name.split()), LABEL_WIDTH) or ["?"]
    if len(lines) > 2:
        lines = [lines[0], lines[1][: LABEL_WIDTH - 1].rstrip() + "…"]
    return "\n".join(lines)


def _size(degree: int, label: str) -> float:
    """Half the node's height in pixels: its area grows with the number of its neighbours."""
    room = 1.3 if label == vocabulary.FORUM else 1.0
    return round(min(6 + 3 * math.sqrt(degree), 30) * room, 1)


def _positions(
    drawn: Sequence[str], bundles: Sequence[Bundle], sizes: Mapping[str, float], captions: Mapping[str, str]
) -> dict[str, tuple[int, int]]:
    """The tied nodes in the middle, under them in long rows the nodes that only mentions tie to anything."""
    neighbours = neighbourhoods(bundles)
    boxes = {node: _box(sizes[node], captions[node]) for node in drawn}
    tied = layout(neighbours, {node: box for node, box in boxes.items() if node in neighbours})
    others = {node: box for node, box in boxes.items() if node not in neighbours}
    loose = layout({}, others, aspect=_ROWS) if tied else layout({}, others)
    lower = max((y for _, y in tied.values()), default=0) - min((y for _, y in loose.values()), default=0) + 150
    return tied | {node: (x, y + lower) for node, (x, y) in loose.items()}


def _box(size: float, text: str) -> Box:
    lines = text.split("\n")
    half_width = max(size, max(map(len, lines)) * _CHARACTER / 2) + 4
    return Box(half_width, size + 4, size + len(lines) * _LINE_HEIGHT + 6)


def _line(bundle: Bundle) -> dict[str, Any]:
    style = EDGE_STYLES[bundle.type]
    line: dict[str, Any] = {"color": style.light, "dashes": list(style.dashes) or False, "smooth": False}
    if bundle.lane:
        side = "curvedCW" if bundle.lane > 0 else "curvedCCW"
        line["smooth"] = {"type": side, "roundness": round(0.14 * abs(bundle.lane), 2)}
    line["width"] = round(1 + math.log2(len(bundle.claims)) / 2, 2)
    if len(bundle.claims) > 1 and bundle.type in vocabulary.QUOTATIONS:
        line["label"] = str(len(bundle.claims))
    return line
