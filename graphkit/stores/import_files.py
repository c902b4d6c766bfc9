"""A graph as CSV files for `neo4j-admin database import full`, the fastest way of millions into a new database."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any, Final

from graphkit.errors import GraphkitError
from graphkit.graph import Graph
from graphkit.stores.difference import difference
from graphkit.stores.rows import EDGE_PROPERTIES, NODE_PROPERTIES, Row
from graphkit.vocabulary import Property, PropertyType

ARGUMENTS_FILE: Final = "import.args"

# No text that was read holds it: it separates units in files without quotes.
_ARRAY_DELIMITER: Final = "\x1f"
_OPTIONS: Final = ("--multiline-fields=true", "--ignore-empty-strings=false", "--array-delimiter=U+001F")
_TYPES: Final[dict[PropertyType, str]] = {
    "string": "string",
    "strings": "string[]",
    "integer": "long",
    "float": "double",
    "boolean": "boolean",
}


def write_import_files(graph: Graph, folder: Path) -> None:
    """Write a file for each label and each type, and one with the arguments of the import.

    Args:
        graph: nodes and edges of the vocabulary.
        folder: made if it is not there; it has to be empty. The import is run in it.

    Raises:
        GraphkitError: the folder cannot be written or holds something.
        VocabularyError: the graph holds something that the graph model does not have.
    """
    todo = difference(Graph(), graph)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if any(folder.iterdir()):
            raise GraphkitError(f"{folder}: is not empty. Name a new folder with -o.")
        arguments = list(_OPTIONS)  # a file needs its folder: Neo4j 2026 takes no bare name
        for label, declared in NODE_PROPERTIES.items():
            rows = ([row["id"], *_values(row, declared)] for row in todo.nodes.get(label, []))
            _write(folder / f"{label}.csv", ["id:ID", *_heads(declared)], rows)
            arguments.append(f"--nodes={label}=./{label}.csv")
        for type_, declared in EDGE_PROPERTIES.items():
            rows = (
                [row["source"], row["target"], row["key"], *_values(row, declared)]
                for group, of_group in todo.edges.items()
                if group[0] == type_
                for row in of_group
            )
            _write(folder / f"{type_}.csv", [":START_ID", ":END_ID", "key:string", *_heads(declared)], rows)
            arguments.append(f"--relationships={type_}=./{type_}.csv")
        (folder / ARGUMENTS_FILE).write_text("\n".join(arguments) + "\n", encoding="utf-8")
    except OSError as error:
        raise GraphkitError(f"{error.filename}: cannot be written ({error.strerror}).") from error


def _heads(declared: tuple[Property, ...]) -> list[str]:
    return [f"{its.name}:{_TYPES[its.type]}" for its in declared]


def _values(row: Row, declared: tuple[Property, ...]) -> list[Any]:
    return [row[its.name] for its in declared]


def _write(file: Path, head: list[str], rows: Iterable[list[Any]]) -> None:
    with file.open("w", encoding="utf-8", newline="") as out:
        out.write(",".join(head) + "\n")
        for row in rows:
            out.write(",".join(map(_cell, row)) + "\n")


def _cell(value: Any) -> str:
    """A value as the import reads it: nothing between the commas is null, quotes with nothing in them a text."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, int | float):
        return repr(value)
    text = _ARRAY_DELIMITER.join(value) if isinstance(value, list) else str(value)
    return '"' + text.replace('"', '""') + '"'
