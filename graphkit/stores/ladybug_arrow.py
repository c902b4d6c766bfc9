"""The rows of the graph as Arrow tables, which is how many of them go into the embedded engine."""

from __future__ import annotations

from typing import Final

import pyarrow as pa

from graphkit.stores.ladybug_schema import EDGE_HEAD
from graphkit.stores.rows import EDGE_PROPERTIES, NODE_PROPERTIES
from graphkit.vocabulary import Property, PropertyType

_ARROW_TYPES: Final[dict[PropertyType, pa.DataType]] = {
    "string": pa.string(),
    "strings": pa.list_(pa.string()),
    "integer": pa.int64(),
    "float": pa.float64(),
    "boolean": pa.bool_(),
}


def node_arrow_schema(label: str) -> pa.Schema:
    """The columns of the rows of a node table."""
    return pa.schema([("id", pa.string()), *_arrow_fields(NODE_PROPERTIES[label])])


def edge_arrow_schema(type_: str) -> pa.Schema:
    """The columns of the rows of a relationship table."""
    return pa.schema([*((name, pa.string()) for name in EDGE_HEAD), *_arrow_fields(EDGE_PROPERTIES[type_])])


def _arrow_fields(declared: tuple[Property, ...]) -> list[tuple[str, pa.DataType]]:
    return [(column.name, _ARROW_TYPES[column.type]) for column in declared]
