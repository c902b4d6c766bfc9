"""The two seed articles, the whole way: store, query, network and report in one folder."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from graphkit import vocabulary
from graphkit.errors import GraphkitError
from graphkit.graph import Graph
from graphkit.packaged import packaged_folder
from graphkit.pipeline import load
from graphkit.queries import run_query
from graphkit.report import write_report
from graphkit.stores import Changes, Rows, open_store
from graphkit.view import write_view

DEMO_QUERY = "attendees_of_forum"


@dataclass(frozen=True, slots=True)
class Demo:
    """What a demonstration found and wrote.

    Attributes:
        changes: what the load changed in the store; nothing the second time.
        graph: everything in the store.
        forum: the forum that was asked about: of those in the articles the best attended.
        attendees: the rows of the query `DEMO_QUERY` about it.
        store: the embedded engine's file.
        view: the interactive network.
        report: the centrality report.
    """

    changes: Changes
    graph: Graph
    forum: str
    attendees: Rows
    store: Path
    view: Path
    report: Path


def run_demo(folder: Path) -> Demo:
    """Load the seeds into a store in the folder, ask one query, write the network and the report.

    Raises:
        GraphkitError: the folder or its store cannot be written.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise GraphkitError(
            f"{folder}: no folder can be made there ({error.strerror}). Name another one: graphkit demo -o FOLDER"
        ) from error
    store, view, report = (folder / name for name in ("graph.lbug", "graph.html", "report.html"))
    with open_store(str(store)) as opened:
        changes = load([packaged_folder("seeds")], opened)
        graph = opened.read()
        forum = _best_attended_forum(graph)
        attendees = run_query(opened, DEMO_QUERY, {"forum": forum})
    write_view(graph, view)
    write_report(graph, report)
    return Demo(changes, graph, forum, attendees, store, view, report)


def _best_attended_forum(graph: Graph) -> str:
    names: list[str] = [
        graph.nodes[forum]["name"] for _, forum, data in graph.edges(data=True) if data["type"] == vocabulary.ATTENDED
    ]
    return max(sorted(set(names)), key=names.count)
