"""A graph as CSV files for `neo4j-admin database import full`, the fastest way of millions into a new database."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from graphkit.errors import GraphkitError
from graphkit.export.csv_table import write_table
from graphkit.export.rows import EdgeRow, GraphRows, NodeRow
from graphkit.stores.rows import EDGE_PROPERTIES, NODE_PROPERTIES
from graphkit.vocabulary import Property, PropertyType

ARGUMENTS_FILE: Final = "import.args"

# It separates units in files without quotes.
_ARRAY_DELIMITER: Final = "\x1f"
OPTIONS: Final = ("--multiline-fields=true", "--ignore-empty-strings=false", "--array-delimiter=U+001F")
_TYPES: Final[dict[PropertyType, str]] = {
    "string": "string",
    "strings": "string[]",
    "integer": "long",
    "float": "double",
    "boolean": "boolean",
}


def write_neo4j_admin(rows: GraphRows, folder: Path) -> None:
    """Write a file for each label and each type, and one with the arguments of the import, which is run there.

    Raises:
        GraphkitError: a name holds the character that the files part names with.
    """
    arguments = list(OPTIONS)  # a file needs its folder: Neo4j 2026 takes no bare name
    for label, declared in NODE_PROPERTIES.items():
        nodes = (node_cells(node) for node in rows.nodes if node.label == label)
        write_table(folder / f"{label}.csv", node_heads(declared), nodes)
        arguments.append(f"--nodes={label}=./{label}.csv")
    for type_, declared in EDGE_PROPERTIES.items():
        edges = (edge_cells(edge) for edge in rows.edges if edge.type == type_)
        write_table(folder / f"{type_}.csv", edge_heads(declared), edges)
        arguments.append(f"--relationships={type_}=./{type_}.csv")
    (folder / ARGUMENTS_FILE).write_text("\n".join(arguments) + "\n", encoding="utf-8", newline="\n")


def node_heads(declared: tuple[Property, ...]) -> list[str]:
    """The heads of the columns of a label's file."""
    return ["id:ID", *_heads(declared)]


def edge_heads(declared: tuple[Property, ...]) -> list[str]:
    """The heads of the columns of a type's file."""
    return [":START_ID", ":END_ID", "key:string", *_heads(declared)]


def _heads(declared: tuple[Property, ...]) -> list[str]:
    return [f"{its.name}:{_TYPES[its.type]}" for its in declared]


def node_cells(node: NodeRow) -> Iterator[Any]:
    """A node as the cells of its row.

    Raises:
        GraphkitError: a name holds the character that the files part names with.
    """
    yield node.id
    for value in node.properties.values():
        yield _array(node.id, value) if isinstance(value, list) else value


def edge_cells(edge: EdgeRow) -> list[Any]:
    """An edge as the cells of its row."""
    return [edge.source, edge.target, edge.key, *edge.properties.values()]


def _array(node: str, texts: list[str]) -> str:
    if any(_ARRAY_DELIMITER in text for text in texts):
        raise GraphkitError(
            f"A name of {node!r} holds the character U+001F, by which these files part names. "
            "Copy the graph straight into Neo4j: graphkit copy FROM neo4j://…"
        )
    return _ARRAY_DELIMITER.join(texts)
