"""Nodes, relationships and paths as plain dicts, the same from every engine."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from graphkit.stores.rows import EDGE_PROPERTIES, NODE_PROPERTIES
from graphkit.vocabulary import Property


def plain_node(label: str, properties: Mapping[str, Any]) -> dict[str, Any]:
    """A node: its id, its label and the properties that are not null, the graph model's first."""
    head = {"id": properties.get("id"), "label": label}
    return head | _present(properties, NODE_PROPERTIES.get(label, ()), head)


def plain_relationship(
    type_: str, source: str | None, target: str | None, properties: Mapping[str, Any]
) -> dict[str, Any]:
    """A relationship: its type, the ids of its ends, its key and the properties that are not null."""
    head = {"type": type_, "source": source, "target": target, "key": properties.get("key")}
    return head | _present(properties, EDGE_PROPERTIES.get(type_, ()), head)


def plain_path(nodes: list[dict[str, Any]], relationships: list[dict[str, Any]]) -> dict[str, Any]:
    """A path: its nodes and the relationships between them, in order."""
    return {"nodes": nodes, "relationships": relationships}


def plain_scalar(value: Any) -> Any:
    """A number as int or float, a date or a time as ISO 8601, anything else as it is."""
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    if isinstance(value, datetime.date | datetime.time):
        return value.isoformat()
    return value


def _present(
    properties: Mapping[str, Any], declared: tuple[Property, ...], apart_from: Mapping[str, Any]
) -> dict[str, Any]:
    first = [wanted.name for wanted in declared]
    others = sorted(properties.keys() - set(first))
    return {
        name: plain_scalar(properties[name])
        for name in (*first, *others)
        if name not in apart_from and properties.get(name) is not None
    }
