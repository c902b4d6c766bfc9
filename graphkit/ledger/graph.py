"""The whole graph out of the ledger, a node and an edge at a time."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator

from graphkit.graph import article_id, article_node
from graphkit.ledger.changes import edges_in_groups, portrait_of_entity, readings_of
from graphkit.stores.base import EdgeGroup, StoredEdge, StoredNode


def nodes_of_entities(tables: sqlite3.Connection) -> Iterator[StoredNode]:
    """Every node: the entities by id, then the articles by key."""
    for (entity,) in tables.execute("SELECT id FROM entities ORDER BY id"):
        portrait = portrait_of_entity(tables, entity)
        assert portrait is not None, "an entity has members"
        yield entity, portrait.node()
    for (key,) in tables.execute("SELECT article FROM stored ORDER BY article"):
        for reading in readings_of(tables, [key]):
            yield article_id(key), article_node(reading.article)


def edges_of_articles(tables: sqlite3.Connection, keys: Iterable[str]) -> Iterator[tuple[EdgeGroup, StoredEdge]]:
    """The edges of articles, each with its group."""
    for reading in readings_of(tables, keys):
        edges = {edge[:3]: (group, edge) for group, edge in edges_in_groups(tables, reading)}
        yield from edges.values()
