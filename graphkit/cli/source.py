"""Where a command takes the graph, the articles and the corrections from."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from graphkit.cli.terminal import say

if TYPE_CHECKING:
    from graphkit.corrections import Corrections
    from graphkit.extractors import Extractor
    from graphkit.graph import Graph
    from graphkit.read import Refuse
    from graphkit.records import Article, Reading


def read_from(store: str, graph: Path | None) -> Graph:
    """Read the graph of a file if one is given, else of the store, and say so where it is empty."""
    read = _graph_of(store, graph)
    if not read:
        say_empty(str(graph or store))
    return read


def say_empty(where: str) -> None:
    """Tell that a graph holds nothing, and what to do about it."""
    say(f"{where} holds nothing yet. Articles come into it with: graphkit load PATH...")


def _graph_of(store: str, graph: Path | None) -> Graph:
    if graph is not None:
        from graphkit.graph import read_graph_json

        return read_graph_json(graph)
    from graphkit.stores import open_store

    with open_store(store) as opened:
        return opened.read()


def read_named(where: str) -> Graph:
    """Read the graph of a file whose name ends in `.json`, or else of a store."""
    is_file = "://" not in where and where.lower().endswith(".json")
    return read_from(where, Path(where) if is_file else None)


def readings_from(store: str, graph: Path | None, extractor: Extractor | None) -> list[Reading]:
    """What the articles of a graph file or a store say, before anybody corrected it.

    Raises:
        ExtractionError: another extractor than the rules has read them, and none is named.
    """
    from graphkit.cli.progress import step_by_step
    from graphkit.extract import extract

    read = extractor or extract
    articles = _articles_from(store, graph, named=extractor is not None)
    return [read(article) for article in step_by_step("Reading articles", articles)]


def try_out(corrections: Corrections, store: str, graph: Path | None, extractor: Extractor | None) -> None:
    """Apply corrections to what the articles of a graph file or a store say, for what is reported then.

    Where the ledger of the store knows what its articles say, they are not read again.

    Raises:
        ExtractionError: another extractor than the rules has read them, and none is named.
    """
    from graphkit.corrections import derive

    if graph is not None or extractor is not None or not _tried_out_in_ledger(corrections, store):
        derive(readings_from(store, graph, extractor), corrections)


def _tried_out_in_ledger(corrections: Corrections, store: str) -> bool:
    from graphkit.ledger import Ledger
    from graphkit.stores import open_store

    with open_store(store) as opened:
        if opened.state() is None:
            return False
        with Ledger(opened) as ledger:
            return ledger.try_out(corrections)


def _articles_from(store: str, graph: Path | None, *, named: bool) -> list[Article]:
    from graphkit.extractors.stored import refuse_other_extractor_of_graph, refuse_other_extractor_of_store

    if graph is not None:
        from graphkit.graph import articles_of

        read = read_from(store, graph)
        if not named:
            refuse_other_extractor_of_graph(read, str(graph))
        return articles_of(read)
    from graphkit.stores import open_store

    with open_store(store) as opened:
        if not named:
            refuse_other_extractor_of_store(opened)
        return opened.articles()


def corrections_file(named: Path | None) -> Path:
    """The corrections file, whether it is there or not."""
    from graphkit.corrections.file import DEFAULT_FILE

    return named or Path(DEFAULT_FILE)


def read_corrections_from(named: Path | None, report: Refuse) -> Corrections:
    """Read the corrections of the file that is named, which has to be there, or of the one that may be there."""
    from graphkit.corrections import read_corrections

    return read_corrections(named, report) if named else corrections_so_far(corrections_file(None), report)


def corrections_so_far(file: Path, report: Refuse) -> Corrections:
    """Read the corrections of a file; none where it is still to be made."""
    from graphkit.corrections import Corrections, read_corrections

    return read_corrections(file, report) if file.exists() else Corrections((), report)
