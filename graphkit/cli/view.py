"""`view`: the graph as an interactive page."""

from __future__ import annotations

import tempfile
import webbrowser
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from graphkit.cli.options import DEFAULT_STORE, GraphFile, NoText, StoreUrl
from graphkit.cli.parameters import Parameters, parameters_for
from graphkit.cli.source import read_from
from graphkit.cli.terminal import say

if TYPE_CHECKING:
    from graphkit.graph import Graph

Output = Annotated[Path, typer.Option("-o", "--output", metavar="FILE", help="The HTML page to write.")]
Focus = Annotated[
    str | None, typer.Option("--focus", metavar="NAME", help="Open the page on this entity.", show_default=False)
]
Query = Annotated[
    str | None,
    typer.Option(
        "--query", metavar="NAME|CYPHER", help="Only what the answer to this query names.", show_default=False
    ),
]
MaxNodes = Annotated[
    int | None,
    typer.Option(
        "--max-nodes",
        metavar="N",
        min=1,
        help="Draw the N best connected nodes, or the N nearest to the focus; 20,000 unless told otherwise.",
        show_default=False,
    ),
]
Open = Annotated[bool, typer.Option("--open", help="Open the page in the browser.")]


def view(
    output: Output = Path("graph.html"),
    focus: Focus = None,
    query: Query = None,
    param: Parameters = None,
    max_nodes: MaxNodes = None,
    no_text: NoText = False,
    open_page: Open = False,
    store: StoreUrl = DEFAULT_STORE,
    graph: GraphFile = None,
) -> None:
    """Write the network as one interactive HTML page, which opens offline.

    Example: graphkit view -o graph.html

    Example: graphkit view --query speakers --open
    """
    from graphkit.pages import check_page_file
    from graphkit.view import MAX_NODES, write_view

    check_page_file(output, "the network")
    shown = read_from(store, graph)
    if query is not None:
        shown = _answering(query, param, shown, store, from_file=graph is not None)
    write_view(shown, output, focus=focus, max_nodes=max_nodes or MAX_NODES, with_text=not no_text)
    say(f"The network is in {output}; open it in a browser.")
    if open_page and not webbrowser.open(output.resolve().as_uri()):
        say("No browser was found to open it in.")


def _answering(query: str, pairs: list[str] | None, whole: Graph, store: str, *, from_file: bool) -> Graph:
    """The part of the graph that the answer to a query names; a graph of a file is asked in a store of its own."""
    from graphkit.queries import run_query
    from graphkit.stores import open_store
    from graphkit.view.answer import part_of_answer

    parameters = parameters_for(query, pairs)
    if not from_file:
        with open_store(store) as opened:
            return part_of_answer(whole, run_query(opened, query, parameters), parameters)
    with tempfile.TemporaryDirectory() as folder, open_store(str(Path(folder, "asked.lbug"))) as asked:
        asked.prepare()
        asked.write(whole)
        return part_of_answer(whole, run_query(asked, query, parameters), parameters)
