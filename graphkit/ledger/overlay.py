"""What corrections make of who is who and of what articles say: an overlay of what the articles alone come to."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from graphkit.corrections.subjects import Reference
from graphkit.ledger.tables import CORRECTED


@dataclass(frozen=True)
class Overlay:
    """Where the graph is another than the articles alone make it; nothing else is.

    Attributes:
        joined: entities that are another entity as a whole, or have another id: their id → that id.
        parted: subjects that are another entity than the rest of theirs, and those that people added.
        edited: what articles say with corrected labels, subjects and edges, by the article's key; as
            `graphkit.ledger.written` writes it, since these may be many.
        given: the names that people gave, by the entity's id in the graph.
    """

    joined: Mapping[str, str] = field(default_factory=dict)
    parted: Mapping[Reference, str] = field(default_factory=dict)
    edited: Mapping[str, bytes] = field(default_factory=dict)
    given: Mapping[str, str] = field(default_factory=dict)


def read_overlay(tables: sqlite3.Connection) -> Overlay:
    """What is corrected in the store."""
    joined, parted, edited, given = (tables.execute(f"SELECT * FROM {name}").fetchall() for name in CORRECTED)
    return Overlay(
        dict(joined),
        {(article, subject): entity for article, subject, entity in parted},
        dict(edited),
        dict(given),
    )


def write_overlay(tables: sqlite3.Connection, overlay: Overlay) -> None:
    """Keep what is corrected in the store now."""
    rows: dict[str, Iterable[tuple[object, ...]]] = {
        "joined": overlay.joined.items(),
        "parted": ((*reference, entity) for reference, entity in overlay.parted.items()),
        "edited": overlay.edited.items(),
        "given": overlay.given.items(),
    }
    for name in CORRECTED:
        tables.execute(f"DELETE FROM {name}")
        for row in rows[name]:
            tables.execute(f"INSERT INTO {name} VALUES ({', '.join('?' * len(row))})", row)
