"""A graph as three tables: its nodes, its edges, and the evidence of the edges."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, Final

from graphkit.export.csv_table import write_table
from graphkit.export.rows import EDGE_COLUMNS, NODE_COLUMNS, GraphRows
from graphkit.vocabulary import EVIDENCE, Property

_EDGE: Final = ("source", "target", "key")


def write_csv(rows: GraphRows, folder: Path) -> None:
    """Write `nodes.csv`, `edges.csv` and `evidence.csv`, the last two joined by `source`, `target` and `key`.

    A list is a JSON array. Texts stand as they are, also where a spreadsheet would run them as a formula: the
    evidence's offsets count their characters.
    """
    nodes = ([node.id, node.label, *_values(node.properties, NODE_COLUMNS)] for node in rows.nodes)
    write_table(folder / "nodes.csv", ["id", "label", *_names(NODE_COLUMNS)], nodes)
    edges = ([*edge[:3], edge.type, *_values(edge.properties, EDGE_COLUMNS)] for edge in rows.edges)
    write_table(folder / "edges.csv", [*_EDGE, "type", *_names(EDGE_COLUMNS)], edges)
    evidence = ([*edge[:3], *_values(edge.properties, EVIDENCE)] for edge in rows.edges)
    write_table(folder / "evidence.csv", [*_EDGE, *_names(EVIDENCE)], evidence)


def _names(columns: Iterable[Property]) -> list[str]:
    return [column.name for column in columns]


def _values(properties: Mapping[str, Any], columns: Iterable[Property]) -> list[Any]:
    return [_plain(properties.get(column.name)) for column in columns]


def _plain(value: Any) -> Any:
    return json.dumps(value, ensure_ascii=False) if isinstance(value, list) else value
