"""A graph as two Parquet files with the types of the vocabulary."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any, Final

import pyarrow as pa
import pyarrow.parquet as pq

from graphkit.export.rows import EDGE_COLUMNS, EDGE_HEAD, NODE_COLUMNS, NODE_HEAD, GraphRows
from graphkit.vocabulary import EVIDENCE, Property, PropertyType

_TYPES: Final[dict[PropertyType, Any]] = {
    "string": pa.string(),
    "strings": pa.list_(pa.string()),
    "integer": pa.int64(),
    "float": pa.float64(),
    "boolean": pa.bool_(),
}


def write_parquet(rows: GraphRows, folder: Path) -> None:
    """Write `nodes.parquet` and `edges.parquet`; an edge's row holds its evidence."""
    nodes = [dict(zip(NODE_HEAD, node, strict=False)) | node.properties for node in rows.nodes]
    pq.write_table(pa.Table.from_pylist(nodes, _schema(NODE_HEAD, NODE_COLUMNS)), folder / "nodes.parquet")
    edges = [dict(zip(EDGE_HEAD, edge, strict=False)) | edge.properties for edge in rows.edges]
    schema = _schema(EDGE_HEAD, (*EDGE_COLUMNS, *EVIDENCE))
    pq.write_table(pa.Table.from_pylist(edges, schema), folder / "edges.parquet")


def _schema(names: Iterable[str], columns: Iterable[Property]) -> Any:
    fields = [(name, pa.string()) for name in names]
    return pa.schema(fields + [(column.name, _TYPES[column.type]) for column in columns])
