"""`demo`: the two seed articles, the whole way."""

from __future__ import annotations

import shlex
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from graphkit import vocabulary
from graphkit.cli.terminal import print_table, say
from graphkit.cli.words import changes_in_words

if TYPE_CHECKING:
    from graphkit.demo import Demo
    from graphkit.graph import Graph

Folder = Annotated[Path, typer.Option("-o", "--output", metavar="FOLDER", help="Where the store and the pages go.")]


def demo(output: Folder = Path("demo")) -> None:
    """Load two articles that come with graphkit, ask a query, write the network and a report.

    Example: graphkit demo -o demo
    """
    from graphkit.demo import DEMO_QUERY, run_demo

    shown = run_demo(output)
    print_table(("found", "how many", "for example"), _found(shown.graph), title="Two articles")
    print()
    question = shlex.join(
        ["graphkit", "query", DEMO_QUERY, "--param", f"forum={shown.forum}", "--store", str(shown.store)]
    )
    print_table(shown.attendees.columns, shown.attendees.rows, title=question)
    print()
    print_table(("written", "open it with"), _written(shown))
    say(f"{shown.store}: {changes_in_words(shown.changes)}.")
    say("Your own articles: graphkit load FOLDER")


def _found(graph: Graph) -> list[tuple[str, int, str]]:
    """How many nodes of each label and edges of each type there are, with the first few of them."""
    names = {node: data["name"] for node, data in graph.nodes(data=True)}
    found: dict[str, list[str]] = {kind: [] for kind in (*vocabulary.NODE_LABELS, *vocabulary.EDGE_TYPES)}
    for node, data in graph.nodes(data=True):
        found[data["label"]].append(names[node])
    for source, target, data in graph.edges(data=True):
        found[data["type"]].append(f"{names[source]} → {names[target]}")
    return [(kind, len(things), "; ".join(list(dict.fromkeys(things))[:2])) for kind, things in found.items()]


def _written(shown: Demo) -> list[tuple[str, str]]:
    attendee = shown.attendees.rows[-1][shown.attendees.columns.index("attendee")]
    return [
        (str(shown.store), shlex.join(["graphkit", "show", attendee, "--store", str(shown.store)])),
        (str(shown.view), "a browser: the network, with the sentence behind every line"),
        (str(shown.report), "a browser: who and what stands in the middle of it"),
    ]
