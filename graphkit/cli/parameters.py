"""The values of a query's parameters, as they are given on the command line."""

from __future__ import annotations

import json
from typing import Annotated, Any, TypeAlias

import typer

Parameters: TypeAlias = Annotated[
    list[str] | None,
    typer.Option(
        "--param", metavar="KEY=VALUE", help="A value for $KEY; give it once a parameter.", show_default=False
    ),
]


def parameters_for(question: str, pairs: list[str] | None) -> dict[str, Any]:
    """The values by name: for a named query as text, for Cypher what JSON reads (`3`, `true`, `"3"`), else text."""
    from graphkit.queries import is_name

    parameters: dict[str, Any] = {}
    for pair in pairs or []:
        name, equals, value = pair.partition("=")
        if not equals or not name:
            raise typer.BadParameter(f"{pair!r} is not KEY=VALUE.", param_hint="--param")
        parameters[name] = value if is_name(question) else _typed(value)
    return parameters


def _typed(text: str) -> Any:
    try:
        return json.loads(text)
    except ValueError:
        return text
