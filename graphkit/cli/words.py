"""Counts and changes in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from graphkit.stores import Changes


def count(number: int, thing: str) -> str:
    """A number of things: `1 node`, `2 nodes`."""
    return f"{number:,} {thing}" if number == 1 else f"{number:,} {thing}s"


def changes_in_words(changes: Changes) -> str:
    """What a write changed: `2 nodes and 1 edge added`, or `nothing changed`."""
    done = {
        "added": (changes.nodes_added, changes.edges_added),
        "changed": (changes.nodes_changed, changes.edges_changed),
        "removed": (changes.nodes_removed, changes.edges_removed),
    }
    parts = [
        f"{count(nodes, 'node')} and {count(edges, 'edge')} {verb}"
        for verb, (nodes, edges) in done.items()
        if nodes or edges
    ]
    return "; ".join(parts) or "nothing changed"
