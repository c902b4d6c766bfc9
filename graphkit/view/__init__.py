"""The graph as one interactive HTML page that opens offline and shows the evidence of every line."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Final

from graphkit.entities import find_entities
from graphkit.graph import Graph
from graphkit.pages import check_page_file
from graphkit.view.bundles import bundle_edges, degrees, strongest
from graphkit.view.evidence import page_evidence
from graphkit.view.network import pyvis_network
from graphkit.view.page_file import render_page
from graphkit.whole_file import write_whole

__all__ = ["MAX_NODES", "render_view", "write_view"]

MAX_NODES: Final = 20_000
"""How many nodes a page draws unless told otherwise; as many as still open in seconds and move smoothly."""


def write_view(
    graph: Graph,
    path: Path | str,
    *,
    focus: str | None = None,
    max_nodes: int = MAX_NODES,
    with_text: bool = True,
) -> None:
    """Write the interactive HTML network of a graph.

    The file needs nothing beside it and makes no request; the same graph gives the same bytes.

    Args:
        graph: nodes and edges of the vocabulary, every edge with its evidence.
        path: the HTML file to write; ends in `.html`.
        focus: name, alias or id of an entity: the page opens on it and its neighbours.
        max_nodes: draw at most so many nodes: those nearest to the focus, else the best connected.
        with_text: False leaves the articles' sentences and the quoted words out of the file.

    Raises:
        GraphkitError: nothing in the graph has the name of the focus, the file's name ends otherwise, or it cannot be
            written.
    """
    check_page_file(Path(path), "the network")
    write_whole(Path(path), render_view(graph, focus=focus, max_nodes=max_nodes, with_text=with_text))


def render_view(graph: Graph, *, focus: str | None = None, max_nodes: int = MAX_NODES, with_text: bool = True) -> str:
    """The page that `write_view` writes, as text; its arguments are explained there."""
    bundles = bundle_edges(graph)
    centre = _centre(graph, focus, degrees(bundles)) if focus is not None else None
    kept = strongest(graph, bundles, max_nodes, centre)
    drawn = sorted(kept)
    bundles = [bundle for bundle in bundles if bundle.source in kept and bundle.target in kept]
    evidence = page_evidence(graph, drawn, bundles, centre, with_text=with_text)
    return render_page(pyvis_network(graph, drawn, bundles), evidence)


def _centre(graph: Graph, name: str, degree: Mapping[str, int]) -> str:
    """The entity of that id, name or alias; of several the best connected."""
    return min(find_entities(graph, name), key=lambda node: (-degree[node], node))
