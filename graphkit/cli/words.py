"""What a write changed, and which articles are copies, in words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from graphkit.in_words import number_of

if TYPE_CHECKING:
    from graphkit.stores import Changes

_NAMED: Final = 20
"""How many copies are named; the others are counted."""


def changes_in_words(changes: Changes) -> str:
    """What a write changed: `2 nodes and 1 edge added`, or `nothing changed`."""
    done = {
        "added": (changes.nodes_added, changes.edges_added),
        "changed": (changes.nodes_changed, changes.edges_changed),
        "removed": (changes.nodes_removed, changes.edges_removed),
    }
    parts = [
        f"{number_of(nodes, 'node')} and {number_of(edges, 'edge')} {verb}"
        for verb, (nodes, edges) in done.items()
        if nodes or edges
    ]
    return "; ".join(parts) or "nothing changed"


def copies_in_words(copied: Mapping[str, str]) -> str:
    """Which articles are copies: `2 articles are copies of others: b of a, c of a`."""
    named = ", ".join(f"{copy} of {kept}" for copy, kept in sorted(copied.items())[:_NAMED])
    more = f" and {len(copied) - _NAMED:,} more" if len(copied) > _NAMED else ""
    said = "1 article is a copy of another" if len(copied) == 1 else f"{len(copied):,} articles are copies of others"
    return f"{said}: {named}{more}"
