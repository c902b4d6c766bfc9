"""`query`, `queries` and `show`: answers as rows."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Annotated, Any

import typer

from graphkit import vocabulary
from graphkit.cli.options import DEFAULT_STORE, GraphFile, RowFormat, StoreUrl
from graphkit.cli.source import read_from
from graphkit.cli.terminal import Format, as_text, print_rows, say
from graphkit.cli.words import count

Question = Annotated[
    str, typer.Argument(metavar="NAME|CYPHER", help="A query's name, or Cypher.", show_default=False)
]
Parameters = Annotated[
    list[str] | None,
    typer.Option(
        "--param", metavar="KEY=VALUE", help="A value for $KEY; give it once a parameter.", show_default=False
    ),
]
Name = Annotated[
    str, typer.Argument(metavar="NAME", help="A name, a spelling of it, or an id.", show_default=False)
]

_DATA_COLUMNS = ("type", "from", "to", "says", *(declared.name for declared in vocabulary.EVIDENCE))
_TABLE_COLUMNS = ("type", "from", "to", "says", "article", "sentence")


def query(
    question: Question,
    param: Parameters = None,
    form: RowFormat = Format.table,
    store: StoreUrl = DEFAULT_STORE,
) -> None:
    """Run a named query, or Cypher.

    Example: graphkit query attendees_of_forum --param forum='Media Forum'

    Example: graphkit query 'MATCH (p:Person) RETURN p.name AS name ORDER BY name' --format csv
    """
    from graphkit.queries import run_query
    from graphkit.stores import open_store

    with open_store(store) as opened:
        is_cypher = len(question.split()) > 1
        found = run_query(opened, question, _parameters(param or [], typed=is_cypher))
    print_rows(found.columns, found.rows, form)
    if form is Format.table:
        say(count(len(found.rows), "row"))


def _parameters(pairs: list[str], *, typed: bool) -> dict[str, Any]:
    """The values by name: as text, or typed: what JSON reads (`3`, `true`, `["a"]`, `"3"`), else text."""
    parameters: dict[str, Any] = {}
    for pair in pairs:
        name, equals, value = pair.partition("=")
        if not equals or not name:
            raise typer.BadParameter(f"{pair!r} is not KEY=VALUE.", param_hint="--param")
        parameters[name] = _typed(value) if typed else value
    return parameters


def _typed(text: str) -> Any:
    try:
        return json.loads(text)
    except ValueError:
        return text


def queries(form: RowFormat = Format.table) -> None:
    """List the named queries with their parameters.

    Example: graphkit queries --format json
    """
    from graphkit.queries import list_queries

    rows = [(known.name, [its.name for its in known.parameters], known.purpose) for known in list_queries()]
    print_rows(("query", "parameters", "purpose"), rows, form)


def show(
    name: Name, form: RowFormat = Format.table, store: StoreUrl = DEFAULT_STORE, graph: GraphFile = None
) -> None:
    """Show one entity: its edges, each with the sentence that says so.

    Namesakes that are told apart are shown together; an id shows one of them.

    Example: graphkit show 'Media Development Agency'
    """
    from graphkit.entities import edges_with_evidence, find_entities

    whole = read_from(store, graph)
    nodes = find_entities(whole, name)
    edges = edges_with_evidence(whole, nodes)
    for node in nodes:
        say(_entity_in_words(node, whole.nodes[node]))
    columns = _TABLE_COLUMNS if form is Format.table else _DATA_COLUMNS
    rows = [{**edge, "says": _in_words(edge["says"])} if form is Format.table else edge for edge in edges]
    print_rows(columns, [[row[column] for column in columns] for row in rows], form)


def _entity_in_words(node: str, data: Mapping[str, Any]) -> str:
    details = {name: value for name, value in data.items() if name not in ("label", "name", "text")}
    return f"{data['name']} ({data['label']}, {node}) {_in_words(details)}".rstrip()


def _in_words(properties: Mapping[str, Any]) -> str:
    """`role: Director; former` of `{"role": "Director", "unit": None, "former": True}`."""
    given = {name: value for name, value in properties.items() if value not in (None, False, [])}
    return "; ".join(name if value is True else f"{name}: {as_text(value)}" for name, value in given.items())
