"""`extract` and `load`: articles in."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Annotated

import typer

from graphkit.cli.extractor import opened_extractor
from graphkit.cli.options import (
    DEFAULT_STORE,
    CorrectionsFile,
    ExtractorName,
    FieldMap,
    Paths,
    RejectsFile,
    StoreUrl,
    Workers,
)
from graphkit.cli.rejects import refusals_kept_in
from graphkit.cli.source import read_corrections_from
from graphkit.cli.terminal import Refusals, say
from graphkit.cli.words import changes_in_words, copies_in_words
from graphkit.in_words import number_of
from graphkit.read import FieldNames
from graphkit.whole_file import STANDARD_OUTPUT

_INTERRUPTED = 130
"""The exit status of what Ctrl-C ended, as shells have it."""

GraphOutput = Annotated[
    Path, typer.Option("-o", "--output", metavar="FILE", help="The JSON file to write; - is standard output.")
]


def say_copies(copied: Mapping[str, str]) -> None:
    """Tell which articles are copies of others."""
    say(f"{copies_in_words(copied)}.")


def extract(
    paths: Paths,
    output: GraphOutput,
    corrections: CorrectionsFile = None,
    extractor: ExtractorName = None,
    fields: FieldMap = None,
    rejects: RejectsFile = None,
    workers: Workers = None,
) -> None:
    """Read articles and write their graph as JSON. Needs no store.

    Example: graphkit extract news/ -o graph.json

    Example: graphkit extract news/ crawl.warc.gz export.csv --map text=body -o graph.json
    """
    from graphkit import pipeline
    from graphkit.cli.progress import step_by_step
    from graphkit.graph import check_graph_file, write_graph_json
    from graphkit.in_parallel import default_workers

    check_graph_file(output)
    names, unapplied = FieldNames.parse(fields or ()), Refusals.of_corrections()
    corrected = read_corrections_from(corrections, unapplied)
    with refusals_kept_in(rejects) as refusals, opened_extractor(extractor) as chosen:
        graph = pipeline.read_graph(
            paths, refusals, step_by_step, corrected, chosen, names, say_copies, workers or default_workers()
        )
        write_graph_json(graph, output)
        if str(output) != STANDARD_OUTPUT:
            say(f"{output}: {number_of(len(graph), 'node')} and {number_of(graph.number_of_edges(), 'edge')}.")
    refusals.exit_if_any()
    unapplied.exit_if_any()


def load(
    paths: Paths,
    store: StoreUrl = DEFAULT_STORE,
    corrections: CorrectionsFile = None,
    extractor: ExtractorName = None,
    fields: FieldMap = None,
    rejects: RejectsFile = None,
    workers: Workers = None,
) -> None:
    """Read articles into a store. Loading an article again changes nothing.

    Example: graphkit load news/

    Example: graphkit load news/ export.csv --map text=body --rejects rejects.jsonl
    """
    from graphkit import pipeline
    from graphkit.cli.progress import step_by_step
    from graphkit.in_parallel import default_workers
    from graphkit.stores import open_store

    names, unapplied = FieldNames.parse(fields or ()), Refusals.of_corrections()
    corrected = read_corrections_from(corrections, unapplied)
    with (
        refusals_kept_in(rejects) as refusals,
        opened_extractor(extractor) as chosen,
        open_store(store) as opened,
    ):
        try:
            changes = pipeline.load(
                paths,
                opened,
                refusals,
                step_by_step,
                corrected,
                chosen,
                names,
                say_copies,
                workers or default_workers(),
            )
        except KeyboardInterrupt:
            say("Stopped. What was read is kept: the same command goes on from there.")
            raise typer.Exit(_INTERRUPTED) from None
        say(f"{opened.url}: {changes_in_words(changes)}.")
    refusals.exit_if_any()
    unapplied.exit_if_any()
