"""`report`: who and what stands in the middle of the network."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from graphkit.cli.options import DEFAULT_STORE, GraphFile, StoreUrl
from graphkit.cli.source import read_from
from graphkit.cli.terminal import say

ReportOutput = Annotated[
    Path,
    typer.Option("-o", "--output", metavar="FILE", help="What to write: .html, .md, .csv or .json by its ending."),
]


def report(
    output: ReportOutput = Path("report.html"), store: StoreUrl = DEFAULT_STORE, graph: GraphFile = None
) -> None:
    """Write the centrality report: who and what stands in the middle of the network.

    Example: graphkit report -o report.md
    """
    from graphkit.report import write_report

    write_report(read_from(store, graph), output)
    say(f"The report is in {output}.")
