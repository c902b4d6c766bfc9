"""A graph as three tables: its nodes, its edges, and the evidence of the edges."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from graphkit.export.csv_table import write_table
from graphkit.export.rows import EDGE_COLUMNS, EDGE_HEAD, NODE_COLUMNS, NODE_HEAD, GraphRows
from graphkit.vocabulary import EVIDENCE, Property


def write_csv(rows: GraphRows, folder: Path) -> None:
    """Write `nodes.csv`, `edges.csv` and `evidence.csv`, the last two joined by `source`, `target` and `key`.

    A list is a JSON array. Texts stand as they are, also where a spreadsheet would run them as a formula: the
    evidence's offsets count their characters.
    """
    nodes = ([*node[:-1], *_values(node.properties, NODE_COLUMNS)] for node in rows.nodes)
    write_table(folder / "nodes.csv", [*NODE_HEAD, *_names(NODE_COLUMNS)], nodes)
    edges = ([*edge[:-1], *_values(edge.properties, EDGE_COLUMNS)] for edge in rows.edges)
    write_table(folder / "edges.csv", [*EDGE_HEAD, *_names(EDGE_COLUMNS)], edges)
    evidence = ([*edge[:3], *_values(edge.properties, EVIDENCE)] for edge in rows.edges)
    write_table(folder / "evidence.csv", [*EDGE_HEAD[:3], *_names(EVIDENCE)], evidence)


def _names(columns: Iterable[Property]) -> list[str]:
    return [column.name for column in columns]


def _values(properties: Mapping[str, Any], columns: Iterable[Property]) -> list[Any]:
    return [_plain(properties.get(column.name)) for column in columns]


def _plain(value: Any) -> Any:
    return json.dumps(value, ensure_ascii=False) if isinstance(value, list) else value
