"""A comparison as JSON, for programs; `docs/diff.md` explains its keys."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any, Final

from graphkit.compare.comparison import Change, ChangedEdge, ChangedNode, Comparison, Edge

FORMAT: Final = "graphkit-diff/1"
"""Names the schema; the number goes up when a key changes its meaning or goes."""


def comparison_as_json(comparison: Comparison) -> str:
    """The comparison as a JSON object."""
    data = {
        "format": FORMAT,
        "same": comparison.same,
        "old": comparison.old._asdict(),
        "new": comparison.new._asdict(),
        "merges": [
            {"into": merge.into._asdict(), "parts": [part._asdict() for part in merge.parts]}
            for merge in comparison.merges
        ],
        "splits": [
            {"whole": split.whole._asdict(), "into": [part._asdict() for part in split.into]}
            for split in comparison.splits
        ],
        "new_ids": [_changed_node(changed) for changed in comparison.new_ids],
        "moved_mentions": [
            {"old": moved.old._asdict(), "new": moved.new._asdict(), "mentions": moved.mentions}
            for moved in comparison.moved
        ],
        "new_nodes": [node._asdict() for node in comparison.new_nodes],
        "gone_nodes": [node._asdict() for node in comparison.gone_nodes],
        "changed_nodes": [_changed_node(changed) for changed in comparison.changed_nodes],
        "new_edges": [_edge(edge) for edge in comparison.new_edges],
        "gone_edges": [_edge(edge) for edge in comparison.gone_edges],
        "changed_edges": [_changed_edge(changed) for changed in comparison.changed_edges],
    }
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def _changed_node(changed: ChangedNode) -> dict[str, Any]:
    return {"old": changed.old._asdict(), "new": changed.new._asdict(), "changes": _changes(changed.changes)}


def _changed_edge(changed: ChangedEdge) -> dict[str, Any]:
    return {"old": _edge(changed.old), "new": _edge(changed.new), "changes": _changes(changed.changes)}


def _changes(changes: Iterable[Change]) -> list[dict[str, Any]]:
    return [{"property": change.name, "old": change.old, "new": change.new} for change in changes]


def _edge(edge: Edge) -> dict[str, Any]:
    ends = {"source": edge.source._asdict(), "target": edge.target._asdict()}
    return {"type": edge.type} | ends | {"key": edge.key, "properties": dict(edge.properties)}
