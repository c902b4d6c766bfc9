"""`view`: the graph as a page to look at."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from graphkit.cli.options import DEFAULT_STORE, GraphFile, StoreUrl
from graphkit.cli.source import read_from
from graphkit.cli.terminal import say

ViewOutput = Annotated[Path, typer.Option("-o", "--output", metavar="FILE", help="The HTML page to write.")]
Focus = Annotated[
    str | None,
    typer.Option("--focus", metavar="NAME", help="Open the page on this entity.", show_default=False),
]


def view(
    output: ViewOutput = Path("graph.html"),
    focus: Focus = None,
    store: StoreUrl = DEFAULT_STORE,
    graph: GraphFile = None,
) -> None:
    """Write the network as one interactive HTML page, which opens offline.

    Example: graphkit view -o graph.html
    """
    from graphkit.view import write_view

    write_view(read_from(store, graph), output, focus=focus)
    say(f"The network is in {output}; open it in a browser.")
