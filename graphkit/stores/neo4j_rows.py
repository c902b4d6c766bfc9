"""Rows of the graph in and out of Neo4j: all of them in batches, or a few by their keys."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from graphkit.stores.base import EdgeGroup, StoredEdge, StoredNode, stored_graph
from graphkit.stores.difference import Difference
from graphkit.stores.neo4j_namespace import LOCK, Namespace, NamespacedTransaction
from graphkit.stores.rows import EDGE_PROPERTIES, NODE_PROPERTIES, Row
from graphkit.vocabulary import Property

if TYPE_CHECKING:
    from graphkit.graph import Graph

ROWS_AT_ONCE: Final = 5_000
_CHARACTERS_AT_ONCE: Final = 4_000_000

Batch: TypeAlias = tuple[str, list[list[Any]]]
"""A statement with the rows that it unwinds."""


def schema_statements(namespace: Namespace) -> Iterator[str]:
    """What makes the constraints of a namespace, where they are not there yet.

    The keys of edges have no index: on a database that was empty when the statement was planned, MERGE scans the
    whole of it for every row, where it would look along the edges of an end.
    """
    for label in (*NODE_PROPERTIES, LOCK):
        constraint = constraint_of(label, namespace)
        yield namespace.applied(f"CREATE CONSTRAINT {constraint} IF NOT EXISTS FOR (n:{label}) REQUIRE n.id IS UNIQUE")


def constraint_of(label: str, namespace: Namespace) -> str:
    """The name of the constraint that keeps the ids of a label apart."""
    return f"{namespace.prefix}graphkit_lock" if label == LOCK else f"{namespace.prefix}graphkit_{label.lower()}_id"


def foreign_label(transaction: NamespacedTransaction) -> str:
    """A label of the graph model that other data in the database has; empty where there is none.

    It is looked for until there are constraints: graphkit changes and removes nodes that have its labels.
    """
    if _constraints(transaction):
        return ""
    for label in NODE_PROPERTIES:
        text = f"MATCH (n:{label}) WHERE n.id IS NULL OR n.name IS NULL OR n.aliases IS NULL RETURN 1 LIMIT 1"
        if transaction.run(text).single():
            return transaction.namespace.prefix + label
    return ""


def _constraints(transaction: NamespacedTransaction) -> set[str]:
    """The names of the constraints of a namespace that are there."""
    names = {record[0] for record in transaction.run("SHOW CONSTRAINTS YIELD name")}
    return names & {constraint_of(label, transaction.namespace) for label in NODE_PROPERTIES}


def read_graph(transaction: NamespacedTransaction) -> Graph:
    """The whole graph."""
    return stored_graph(_all_nodes(transaction), _all_edges(transaction))


def _all_nodes(transaction: NamespacedTransaction) -> Iterator[StoredNode]:
    for label, declared in NODE_PROPERTIES.items():
        text = f"MATCH (n:{label}) WHERE n.id IS NOT NULL RETURN n.id, {_columns('n', declared)}"
        for node, *values in transaction.run(text):
            yield node, _data("label", label, declared, values)


def _all_edges(transaction: NamespacedTransaction) -> Iterator[StoredEdge]:
    labels = "|".join(NODE_PROPERTIES)
    for type_, declared in EDGE_PROPERTIES.items():
        text = (
            f"MATCH (a:{labels})-[r:{type_}]->(b:{labels}) "
            "WHERE r.key IS NOT NULL AND a.id IS NOT NULL AND b.id IS NOT NULL "
            f"RETURN a.id, b.id, r.key, {_columns('r', declared)}"
        )
        for source, target, key, *values in transaction.run(text):
            yield source, target, key, _data("type", type_, declared, values)


def kept_badly(transaction: NamespacedTransaction) -> list[str]:
    """Which constraints are missing, and of which labels and types there are doubles."""
    wanted = [constraint_of(label, transaction.namespace) for label in NODE_PROPERTIES]
    there = _constraints(transaction)
    faults = [f"The constraint {name} is missing" for name in wanted if name not in there]
    for kind, (matched, _) in _doubles().items():
        record = transaction.run(f"{matched} RETURN count(*)").single(strict=True)
        if record[0]:
            faults.append(f"Of {record[0]} {kind} there is more than one with the same key")
    return faults


def removal_of_doubles() -> Iterator[str]:
    """What leaves one of each edge and node that is there more than once."""
    for matched, removed in _doubles().values():
        yield f"{matched} {removed}"


def _doubles() -> dict[str, tuple[str, str]]:
    """For each label and type what finds its doubles, and what removes all but one of them."""
    edges = {
        type_: (
            f"MATCH (a)-[r:{type_}]->(b) WHERE r.key IS NOT NULL "
            "WITH a, b, r.key AS key, collect(r) AS doubles WHERE size(doubles) > 1",
            "FOREACH (r IN tail(doubles) | DELETE r)",
        )
        for type_ in EDGE_PROPERTIES
    }
    nodes = {
        label: (
            f"MATCH (n:{label}) WHERE n.id IS NOT NULL WITH n.id AS id, collect(n) AS doubles WHERE size(doubles) > 1",
            "FOREACH (n IN tail(doubles) | DETACH DELETE n)",
        )
        for label in NODE_PROPERTIES
    }
    return edges | nodes


@dataclass(frozen=True, slots=True)
class ServerLookups:
    """A few rows of the server by their keys; see `graphkit.stores.part.Lookups`."""

    transaction: NamespacedTransaction

    def nodes(self, ids: Iterable[str]) -> Iterator[StoredNode]:
        """The nodes of these ids, under whatever label."""
        wanted = list(ids)
        for label, declared in NODE_PROPERTIES.items():
            text = f"UNWIND $ids AS id MATCH (n:{label} {{id: id}}) RETURN n.id, {_columns('n', declared)}"
            for node, *values in self.transaction.run(text, ids=wanted):
                yield node, _data("label", label, declared, values)

    def edges(self, wanted: Graph) -> Iterator[StoredEdge]:
        """Those edges of a graph that are stored, as they are stored."""
        labels = {node: data["label"] for node, data in wanted.nodes(data=True)}
        groups: defaultdict[EdgeGroup, list[list[str]]] = defaultdict(list)
        for source, target, key, data in wanted.edges(keys=True, data=True):
            groups[data["type"], labels[source], labels[target]].append([source, target, key])
        for group, rows in groups.items():
            declared = EDGE_PROPERTIES[group[0]]
            text = (
                f"UNWIND $rows AS row {_matched_edge(group)} RETURN row[0], row[1], row[2], {_columns('r', declared)}"
            )
            for source, target, key, *values in self.transaction.run(text, rows=rows):
                yield source, target, key, _data("type", group[0], declared, values)

    def edges_at(self, node: str, label: str) -> Iterator[StoredEdge]:
        """Every edge that begins or ends at a node."""
        types = "|".join(EDGE_PROPERTIES)
        text = (
            f"MATCH (n:{label} {{id: $id}})-[r:{types}]-() "
            "RETURN startNode(r).id, endNode(r).id, r.key, type(r), properties(r)"
        )
        for source, target, key, type_, stored in self.transaction.run(text, id=node):
            declared = EDGE_PROPERTIES[type_]
            yield source, target, key, _data("type", type_, declared, [stored.get(its.name) for its in declared])


def _columns(variable: str, declared: tuple[Property, ...]) -> str:
    return ", ".join(f"{variable}.{its.name}" for its in declared)


def _data(kind: str, name: str, declared: tuple[Property, ...], values: list[Any]) -> dict[str, Any]:
    return {kind: name} | {its.name: value for its, value in zip(declared, values, strict=True)}


def run_batches(transaction: NamespacedTransaction, batches: Iterable[Batch]) -> None:
    """Run statements, each with its rows, one being sent while the server works on the one before it.

    It begins with what it was sent as soon as rows are to be returned, and answers before it is done.
    """
    sent = [transaction.run(f"{statement} RETURN count(*)", {"rows": rows}) for statement, rows in batches]
    for result in sent:
        result.consume()


def write_statements(todo: Difference) -> Iterator[Batch]:
    """Statements, each with a batch of rows: what is gone first, then nodes, then the edges between them.

    A row is the list of its values: with their names in every row, what is sent would be twice as much.
    """
    for statement, rows in _statements(todo):
        for batch in _batches(rows):
            yield statement, [list(row.values()) for row in batch]


def _statements(todo: Difference) -> Iterator[tuple[str, list[Row]]]:
    for group, rows in todo.gone_edges.items():
        yield f"UNWIND $rows AS row {_matched_edge(group)} DELETE r", rows
    for label, rows in todo.gone_nodes.items():
        yield f"UNWIND $rows AS row MATCH (n:{label} {{id: row[0]}}) DETACH DELETE n", rows
    for label, rows in todo.nodes.items():
        values = _assignments("n", 1, NODE_PROPERTIES[label])
        yield f"UNWIND $rows AS row MERGE (n:{label} {{id: row[0]}}) SET {values}", rows
    for group, rows in todo.edges.items():
        type_, source, target = group
        values = _assignments("r", 3, EDGE_PROPERTIES[type_])
        yield (
            f"UNWIND $rows AS row MATCH (a:{source} {{id: row[0]}}) MATCH (b:{target} {{id: row[1]}}) "
            f"MERGE (a)-[r:{type_} {{key: row[2]}}]->(b) SET {values}",
            rows,
        )


def _assignments(variable: str, first: int, declared: tuple[Property, ...]) -> str:
    return ", ".join(f"{variable}.{its.name} = row[{place}]" for place, its in enumerate(declared, first))


def _matched_edge(group: EdgeGroup) -> str:
    type_, source, target = group
    return f"MATCH (:{source} {{id: row[0]}})-[r:{type_} {{key: row[2]}}]->(:{target} {{id: row[1]}})"


def _batches(rows: list[Row]) -> Iterator[list[Row]]:
    """Rows in their order, at most so many and about so much text at once."""
    batch: list[Row] = []
    characters = 0
    for row in rows:
        batch.append(row)
        characters += sum(len(value) for value in row.values() if isinstance(value, str))
        if len(batch) == ROWS_AT_ONCE or characters >= _CHARACTERS_AT_ONCE:
            yield batch
            batch, characters = [], 0
    if batch:
        yield batch
