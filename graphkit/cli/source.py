"""Where a command takes the graph from."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from graphkit.graph import Graph


def read_from(store: str, graph: Path | None) -> Graph:
    """Read the graph of a file if one is given, else of the store."""
    if graph is not None:
        from graphkit.graph import read_graph_json

        return read_graph_json(graph)
    from graphkit.stores import open_store

    with open_store(store) as opened:
        return opened.read()
