"""`query`, `queries` and `show`: answers as rows."""

from __future__ import annotations

import os
import shlex
from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import groupby
from typing import TYPE_CHECKING, Annotated, Any

import typer
from rich.console import Console

from graphkit import vocabulary
from graphkit.cli.claims import counted, print_claim, print_heading
from graphkit.cli.options import DEFAULT_STORE, GraphFile, RowFormat, StoreUrl
from graphkit.cli.parameters import Parameters, parameters_for
from graphkit.cli.source import read_from, say_empty
from graphkit.cli.terminal import Format, output_console, print_rows, say
from graphkit.errors import QueryError
from graphkit.in_words import date_in_words, details_in_words, number_of

if TYPE_CHECKING:
    from graphkit.stores import Store

TABLE_LIMIT = 1_000
"""Rows of a table that people may still read."""

Question = Annotated[str, typer.Argument(metavar="NAME|CYPHER", help="A query's name, or Cypher.", show_default=False)]
Write = Annotated[bool, typer.Option("--write", help="Let the Cypher change the store; without it, it cannot.")]
Timeout = Annotated[
    float, typer.Option("--timeout", metavar="SECONDS", min=0.001, help="Give the query up after so long.")
]
Limit = Annotated[
    int | None,
    typer.Option(
        "--limit",
        metavar="ROWS",
        min=0,
        help=f"The most rows; 0 is all. {TABLE_LIMIT:,} for a table unless told otherwise, all for the other formats.",
        show_default=False,
    ),
]
Name = Annotated[str, typer.Argument(metavar="NAME", help="A name, a spelling of it, or an id.", show_default=False)]

_SHOWN_COLUMNS = ("type", "from", "to", "source", "target", "says", *(p.name for p in vocabulary.EVIDENCE), "date")


def query(
    question: Question,
    param: Parameters = None,
    form: RowFormat = Format.table,
    limit: Limit = None,
    timeout: Timeout = 60.0,
    write: Write = False,
    store: StoreUrl = DEFAULT_STORE,
) -> None:
    """Run a named query, or Cypher.

    Example: graphkit query attendees_of_forum --param forum='Azerbaijan-Georgia Media Forum'

    Example: graphkit query 'MATCH (p:Person) RETURN p.name AS name ORDER BY name' --format csv
    """
    from graphkit.queries import is_name, run_query
    from graphkit.stores import open_store

    if os.path.isfile(question):  # noqa: PTH113 - Path.is_file raises for a question too long to be a name
        raise QueryError(
            f'{question} is a file. Ask what stands in it: graphkit query "$(cat {shlex.quote(question)})"'
        )
    if write and is_name(question):
        raise typer.BadParameter("A named query only reads; --write is for Cypher.", param_hint="--write")
    most = limit if limit is not None else TABLE_LIMIT if form is Format.table else 0
    parameters = parameters_for(question, param)
    with open_store(store) as opened:
        found = run_query(opened, question, parameters, write=write, timeout=timeout, limit=most or None)
        is_empty = not found.rows and _is_empty(opened)
    print_rows(found.columns, found.rows, form)
    if is_empty:
        say_empty(store)
        return
    for note in found.notes:
        say(f"note: {note}")
    if found.truncated:
        say(f"The first {number_of(len(found.rows), 'row')}; there are more. For all of them: --limit 0")
    elif form is Format.table:
        say(number_of(len(found.rows), "row"))
        if not found.rows and _gives_a_name(question, parameters):
            say("Is a name misspelled? Near names are told by: graphkit show NAME")


def _is_empty(store: Store) -> bool:
    return not store.run(f"MATCH (n:{vocabulary.ARTICLE}) RETURN n.id AS id LIMIT 1").rows


def _gives_a_name(question: str, parameters: Mapping[str, Any]) -> bool:
    """Whether a query is asked for somebody or something: of Cypher, whether it is given any text."""
    from graphkit.queries import find_query, is_name

    if is_name(question):
        return any(its.is_name and its.name in parameters for its in find_query(question).parameters)
    return any(isinstance(value, str) for value in parameters.values())


def queries(form: RowFormat = Format.table) -> None:
    """List the named queries with their parameters.

    Example: graphkit queries --format json
    """
    from graphkit.queries import list_queries

    rows = [(its.group, its.name, [p.name for p in its.parameters], its.purpose) for its in list_queries()]
    print_rows(("group", "query", "parameters", "purpose"), rows, form)


def show(name: Name, form: RowFormat = Format.table, store: StoreUrl = DEFAULT_STORE, graph: GraphFile = None) -> None:
    """Show one entity: its edges, each with the sentence that says so.

    Namesakes that are told apart are shown together; an id shows one of them.

    Example: graphkit show 'Media Development Agency'
    """
    from graphkit.entities import edges_with_evidence, find_entities

    whole = read_from(store, graph)
    nodes = find_entities(whole, name)
    if form is Format.table:
        for node in nodes:
            _print_entity(node, whole.nodes[node], edges_with_evidence(whole, [node]))
        return
    for node in nodes:
        say(_entity_in_words(node, whole.nodes[node]))
    edges = edges_with_evidence(whole, nodes)
    print_rows(_SHOWN_COLUMNS, [[edge[column] for column in _SHOWN_COLUMNS] for edge in edges], form)


def _print_entity(node: str, data: Mapping[str, Any], edges: Sequence[Mapping[str, Any]]) -> None:
    """Write who it is, every claim, and for each article how it is named there."""
    console = output_console()
    print_heading(console, _entity_in_words(node, data))
    for edge in edges:
        if edge["type"] != vocabulary.MENTIONED_IN:
            _print_edge(console, edge, edge["says"])
    named = [edge for edge in edges if edge["type"] == vocabulary.MENTIONED_IN]
    for _, mentions in groupby(sorted(named, key=_where_named), key=_where_named):
        first, *others = mentions
        spelled = Counter(mention["says"]["surface"] for mention in (first, *others))
        _print_edge(console, first, {"as": counted(spelled)})
    console.print()


def _where_named(mention: Mapping[str, Any]) -> tuple[str, str]:
    return mention["source"], mention["article"]


def _print_edge(console: Console, edge: Mapping[str, Any], says: Mapping[str, Any]) -> None:
    ends = f"{edge['from']} {edge['type']} {edge['to']}"
    beneath = [edge["sentence"]] if "text" not in says else [f"“{says['text']}”", edge["sentence"]]
    known = (edge["article"], date_in_words(edge["date"] or ""), edge["rule"], f"{edge['confidence']:.2f}")
    print_claim(console, ends, says, beneath, " · ".join(part for part in known if part))


def _entity_in_words(node: str, data: Mapping[str, Any]) -> str:
    details = {name: value for name, value in data.items() if name not in ("label", "name")}
    return f"{data['name']} ({data['label']}, {node}) {details_in_words(details)}".rstrip()
