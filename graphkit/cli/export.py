"""`export`: the graph for other programs."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from graphkit.cli.options import DEFAULT_STORE, GraphFile, NoText, StoreUrl
from graphkit.cli.source import read_from
from graphkit.cli.terminal import say
from graphkit.whole_file import STANDARD_OUTPUT


class ExportFormat(StrEnum):
    """What a graph is exported as; the names of `graphkit.export.FORMATS`, which help need not wait for."""

    csv = "csv"
    parquet = "parquet"
    node_link = "node-link"
    graphml = "graphml"
    gexf = "gexf"
    neo4j_admin = "neo4j-admin"
    ftm = "ftm"
    jsonld = "jsonld"


Output = Annotated[
    Path,
    typer.Option(
        "-o",
        "--output",
        metavar="OUT",
        help="The file, or for csv, parquet and neo4j-admin a new folder; - is standard output.",
    ),
]
Form = Annotated[
    ExportFormat | None,
    typer.Option("--format", help="What to write; told by the ending of OUT where it has one.", show_default=False),
]


def export(
    output: Output,
    form: Form = None,
    no_text: NoText = False,
    store: StoreUrl = DEFAULT_STORE,
    graph: GraphFile = None,
) -> None:
    """Write the graph for other programs.

    A name that ends in .graphml, .gexf, .json (node-link), .jsonld or .ftm.json tells the format; one without an ending
    is a folder of CSV files.

    Example: graphkit export -o network.gexf

    Example: graphkit export -o import/ --format neo4j-admin
    """
    from graphkit.export import export_graph
    from graphkit.export.neo4j_admin import ARGUMENTS_FILE

    for lost in export_graph(read_from(store, graph), output, form, with_text=not no_text):
        say(lost)
    if str(output) != STANDARD_OUTPUT:
        say(f"The graph is in {output}.")
    if form is ExportFormat.neo4j_admin:
        say("Import it into a new database, while Neo4j does not run:")
        say(f"cd {output} && neo4j-admin database import full neo4j @{ARGUMENTS_FILE}")
