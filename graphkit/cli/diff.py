"""`diff`: what changed between two graphs."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from graphkit.cli.source import read_named
from graphkit.cli.terminal import as_text, output_console, print_table, say
from graphkit.in_words import number_of

if TYPE_CHECKING:
    from graphkit.compare import Change, Comparison, Edge, Node

DIFFERENT = 3
"""Exit status where the graphs differ; 1 and 2 are taken by refused input and by wrong usage."""

_WIDEST = 80


class DiffFormat(StrEnum):
    """What goes to standard output."""

    table = "table"
    json = "json"


_WHICH = "A graph JSON file (its name ends in .json) or a store."
Old = Annotated[str, typer.Argument(metavar="OLD", help=_WHICH, show_default=False)]
New = Annotated[str, typer.Argument(metavar="NEW", help="The same, later.", show_default=False)]
Form = Annotated[DiffFormat, typer.Option("--format", help="What is written to standard output.")]
Output = Annotated[
    Path | None,
    typer.Option("-o", "--output", metavar="FILE", help="Write a file instead: .html or .json.", show_default=False),
]


def diff(old: Old, new: New, form: Form = DiffFormat.table, output: Output = None) -> None:
    """Compare two graphs: new and gone entities and edges, merges, splits and changes.

    The exit status is 0 where they hold the same and 3 where they differ.

    Example: graphkit diff old.json new.json

    Example: graphkit diff old.json neo4j://localhost -o changes.html
    """
    from graphkit.compare import compare_graphs, comparison_as_json, write_comparison

    comparison = compare_graphs(read_named(old), read_named(new))
    if output is not None:
        write_comparison(comparison, output)
        say(f"What changed is in {output}.")
    elif form is DiffFormat.json:
        print(comparison_as_json(comparison), end="")
    else:
        _print(comparison)
    if not comparison.same:
        raise typer.Exit(DIFFERENT)


def _print(comparison: Comparison) -> None:
    if comparison.same:
        nodes, edges = (sum(counts.values()) for counts in comparison.new)
        print(f"Both hold the same {number_of(nodes, 'node')} and {number_of(edges, 'edge')}.")
        return
    _print_part(("", "old", "new", "gone", "added", "changed"), comparison.counts())
    _print_part(("merged into", "from"), ((_named(it.into), _all_named(it.parts)) for it in comparison.merges))
    _print_part(("split", "into"), ((_named(it.whole), _all_named(it.into)) for it in comparison.splits))
    _print_part(("new id", "was", "changed"), ((it.new.id, it.old.id, _said(it.changes)) for it in comparison.new_ids))
    _print_part(
        ("mentions moved to", "from", "mentions"),
        ((_named(it.new), _named(it.old), it.mentions) for it in comparison.moved),
    )
    _print_part(("new", "label"), ((node.name, node.label) for node in comparison.new_nodes))
    _print_part(("gone", "label"), ((node.name, node.label) for node in comparison.gone_nodes))
    _print_part(("changed", "how"), ((_named(it.new), _said(it.changes)) for it in comparison.changed_nodes))
    _print_part(("new edge", "type", "to", "article"), map(_edge, comparison.new_claims))
    _print_part(("gone edge", "type", "to", "article"), map(_edge, comparison.gone_claims))
    _print_part(
        ("changed edge", "type", "to", "article", "how"),
        ((*_edge(it.new), _said(it.changes)) for it in comparison.changed_claims),
    )


def _print_part(columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
    """A table, if it has rows."""
    filled = list(rows)
    if filled:
        print_table(columns, filled)
        output_console().print()


def _named(node: Node) -> str:
    return f"{node.name} ({node.id})"


def _all_named(nodes: Iterable[Node]) -> str:
    return "; ".join(map(_named, nodes))


def _edge(edge: Edge) -> tuple[str, str, str, str]:
    return edge.source.name, edge.type, edge.target.name, edge.properties["article"]


def _said(changes: Iterable[Change]) -> str:
    return "; ".join(f"{change.name}: {_short(change.taken)} → {_short(change.given)}" for change in changes)


def _short(value: Any) -> str:
    text = as_text(value) or "nothing"
    return text if len(text) <= _WIDEST else text[: _WIDEST - 1] + "…"
