"""`report`: who and what stands in the middle of the network."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from graphkit.cli.options import DEFAULT_STORE, GraphFile, StoreUrl
from graphkit.cli.source import read_from
from graphkit.cli.terminal import say
from graphkit.errors import GraphkitError
from graphkit.in_words import number_of

if TYPE_CHECKING:
    from graphkit.centrality import Score

ReportOutput = Annotated[
    Path,
    typer.Option("-o", "--output", metavar="FILE", help="What to write: .html, .md, .csv or .json by its ending."),
]
Planned = Annotated[bool, typer.Option("--planned", help="Count planned attendance as well.")]
Former = Annotated[bool, typer.Option("--former", help="Count former posts as well.")]
MinConfidence = Annotated[float, typer.Option("--min-confidence", help="Leave out edges that are less sure, 0 to 1.")]
Top = Annotated[int, typer.Option("--top", help="How many of each label a table shows for each measure.")]
Resamples = Annotated[
    int, typer.Option("--resamples", help="How often articles are drawn for the rank intervals; 0 for none.")
]
Seed = Annotated[int, typer.Option("--seed", help="Of the draws and the communities.")]
Write = Annotated[bool, typer.Option("--write", help="Put the scores into the store as well, as node properties.")]


def report(
    output: ReportOutput = Path("report.html"),
    planned: Planned = False,
    former: Former = False,
    min_confidence: MinConfidence = 0.5,
    top: Top = 15,
    resamples: Resamples = 200,
    seed: Seed = 1,
    write: Write = False,
    store: StoreUrl = DEFAULT_STORE,
    graph: GraphFile = None,
) -> None:
    """Write the centrality report: who holds the network together, and how sure that is.

    Example: graphkit report -o report.md
    """
    from graphkit.centrality import Selection
    from graphkit.cli.progress import step_by_step
    from graphkit.report import check_report_file, compose_report, save_report

    if write and graph is not None:
        raise GraphkitError("--write puts the scores into a store, and --graph names a file; give --store instead.")
    check_report_file(output)
    composed = compose_report(
        read_from(store, graph),
        Selection(planned, former, min_confidence),
        top=top,
        resamples=resamples,
        seed=seed,
        watch=step_by_step,
    )
    save_report(composed, output)
    say(f"The report is in {output}.")
    if write:
        _write_scores(store, (score for section in composed.sections for score in section.scores))


def _write_scores(store: str, scores: Iterable[Score]) -> None:
    from graphkit.centrality.stored import property_name, write_scores
    from graphkit.stores import open_store

    with open_store(store) as opened:
        written = write_scores(opened, scores)
    example = property_name("people-by-forums", "betweenness")
    say(f"{opened.url}: scores of {number_of(written, 'node')} are properties of them, such as p.{example}.")
