"""The Neo4j store: a server, through the official driver."""

from __future__ import annotations

import logging
import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from types import TracebackType
from typing import Any, Final, Self

import neo4j
from neo4j.exceptions import DriverError, Neo4jError

from graphkit.errors import QueryError, StoreUnavailable
from graphkit.graph import Graph
from graphkit.records import Article
from graphkit.stores.base import Changes, Rows, StoredEdge, StoredNode, stored_articles, stored_graph
from graphkit.stores.cypher_text import check_statement
from graphkit.stores.difference import (
    EDGE_PROPERTIES,
    NODE_PROPERTIES,
    Difference,
    EdgeGroup,
    Row,
    difference,
)
from graphkit.stores.neo4j_answers import plain_rows, translated

# Without a handler of its own the driver's log lines would go to standard error, beside graphkit's sentence.
logging.getLogger("neo4j").addHandler(logging.NullHandler())

_ROWS_AT_ONCE: Final = 10_000
_CHARACTERS_AT_ONCE: Final = 8_000_000
_CONNECTION_TIMEOUT_S: Final = 10.0
_RETRY_TIME_S: Final = 30.0

# What the server remarks on graphkit's own statements is nothing that a user could do something about.
_OFF: Final = neo4j.NotificationMinimumSeverity.OFF
_ABOUT_QUERIES: Final = neo4j.NotificationMinimumSeverity.WARNING


class Neo4jStore:
    """A store in a Neo4j database; credentials come from the environment alone."""

    def __init__(self, url: str) -> None:
        self._url = url
        self._database = os.environ.get("NEO4J_DATABASE") or None
        self._open_driver: neo4j.Driver | None = None
        self._closed = False

    def __repr__(self) -> str:
        return f"Neo4jStore({self._url!r})"

    @property
    def url(self) -> str:
        """Where the server is; it holds no credentials."""
        return self._url

    @property
    def engine(self) -> str:
        """Whose Cypher it speaks."""
        return "neo4j"

    def prepare(self) -> None:
        """Make the constraints and indexes where they are not there yet."""
        with self._session(neo4j.WRITE_ACCESS) as session:
            for statement in _schema_statements():
                session.run(statement).consume()
            session.run("CALL db.awaitIndexes(300)").consume()

    def write(self, graph: Graph) -> Changes:
        """Make the store hold exactly this graph; written in batches, each a transaction that is retried.

        A write that was cut short goes on where it stopped when it is called again.
        """
        self.prepare()
        todo = difference(self.read(), graph)
        with self._session(neo4j.WRITE_ACCESS) as session:
            for statement, rows in _write_statements(todo):
                for batch in _batches(rows):
                    session.execute_write(_run_batch, statement, batch)
        return todo.changes

    def run(
        self,
        cypher: str,
        parameters: Mapping[str, Any] | None = None,
        *,
        write: bool = False,
        timeout: float | None = None,
        limit: int | None = None,
    ) -> Rows:
        """Run one Cypher statement; see `Store.run`."""
        given = dict(parameters or {})
        check_statement(cypher, given)
        access = neo4j.WRITE_ACCESS if write else neo4j.READ_ACCESS
        with (
            self._session(access, cypher, timeout) as session,
            session.begin_transaction(timeout=timeout) as transaction,
        ):
            rows = plain_rows(transaction, _started(transaction, cypher, given), limit)
            transaction.commit()
        return rows

    def read(self) -> Graph:
        """The whole graph, nodes by id and edges by their ends and key."""
        with self._session(neo4j.READ_ACCESS) as session:
            return session.execute_read(_read_graph)

    def articles(self) -> list[Article]:
        """The stored articles, by key."""
        return stored_articles(self)

    def clear(self) -> None:
        """Remove the nodes that have a label of the graph model, with their relationships."""
        with self._session(neo4j.WRITE_ACCESS) as session:
            for label in NODE_PROPERTIES:
                text = f"MATCH (n:{label}) WITH n LIMIT {_ROWS_AT_ONCE} DETACH DELETE n RETURN count(*)"
                while session.execute_write(_count, text):
                    pass

    def close(self) -> None:
        """Close the connections."""
        self._closed = True
        if self._open_driver is not None:
            self._open_driver.close()
            self._open_driver = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @contextmanager
    def _session(self, access: str, cypher: str = "", timeout: float | None = None) -> Iterator[neo4j.Session]:
        """A session whose errors come out as errors of graphkit."""
        if self._closed:
            raise StoreUnavailable(f"The store {self._url} was closed; open it again with open_store.")
        try:
            with self._driver().session(
                database=self._database,
                default_access_mode=access,
                notifications_min_severity=_ABOUT_QUERIES if cypher else _OFF,
            ) as session:
                yield session
        except (Neo4jError, DriverError) as error:
            raise translated(error, self._url, self._database, timeout, cypher) from error

    def _driver(self) -> neo4j.Driver:
        if self._open_driver is None:
            password = os.environ.get("NEO4J_PASSWORD")
            user = os.environ.get("NEO4J_USERNAME") or "neo4j"
            driver = neo4j.GraphDatabase.driver(
                self._url,
                auth=(user, password) if password else None,
                connection_timeout=_CONNECTION_TIMEOUT_S,
                max_transaction_retry_time=_RETRY_TIME_S,
            )
            try:
                # Without this a server that is not there is only reported after all retries.
                driver.verify_connectivity()
            except BaseException:
                driver.close()
                raise
            self._open_driver = driver
        return self._open_driver


def _started(transaction: neo4j.Transaction, cypher: str, parameters: dict[str, Any]) -> neo4j.Result:
    try:
        return transaction.run(cypher, parameters)
    except (ValueError, TypeError, OverflowError) as error:
        raise QueryError(
            "A parameter has a value that Neo4j cannot take; use text, numbers and lists of them."
        ) from error


def _schema_statements() -> Iterator[str]:
    for label in NODE_PROPERTIES:
        yield (f"CREATE CONSTRAINT graphkit_{label.lower()}_id IF NOT EXISTS FOR (n:{label}) REQUIRE n.id IS UNIQUE")
    for type_ in EDGE_PROPERTIES:
        yield f"CREATE INDEX graphkit_{type_.lower()}_key IF NOT EXISTS FOR ()-[r:{type_}]-() ON (r.key)"


def _write_statements(todo: Difference) -> Iterator[tuple[str, list[Row]]]:
    """Statements with their rows: what is gone first, then nodes, then the edges between them."""
    for group, rows in todo.gone_edges.items():
        yield f"UNWIND $rows AS row {_matched_edge(group)} DELETE r", rows
    for label, rows in todo.gone_nodes.items():
        yield f"UNWIND $rows AS row MATCH (n:{label} {{id: row.id}}) DETACH DELETE n", rows
    for label, rows in todo.nodes.items():
        yield f"UNWIND $rows AS row MERGE (n:{label} {{id: row.id}}) SET n += row", rows
    for group, rows in todo.edges.items():
        type_, source, target = group
        values = ", ".join(f"r.{wanted.name} = row.{wanted.name}" for wanted in EDGE_PROPERTIES[type_])
        yield (
            f"UNWIND $rows AS row "
            f"MATCH (a:{source} {{id: row.source}}) MATCH (b:{target} {{id: row.target}}) "
            f"MERGE (a)-[r:{type_} {{key: row.key}}]->(b) SET {values}",
            rows,
        )


def _matched_edge(group: EdgeGroup) -> str:
    type_, source, target = group
    return f"MATCH (:{source} {{id: row.source}})-[r:{type_} {{key: row.key}}]->(:{target} {{id: row.target}})"


def _batches(rows: list[Row]) -> Iterator[list[Row]]:
    """Rows in their order, at most so many and about so much text at once."""
    batch: list[Row] = []
    characters = 0
    for row in rows:
        batch.append(row)
        characters += sum(len(value) for value in row.values() if isinstance(value, str))
        if len(batch) == _ROWS_AT_ONCE or characters >= _CHARACTERS_AT_ONCE:
            yield batch
            batch, characters = [], 0
    if batch:
        yield batch


def _run_batch(transaction: neo4j.ManagedTransaction, statement: str, rows: list[Row]) -> None:
    transaction.run(statement, {"rows": rows}).consume()


def _count(transaction: neo4j.ManagedTransaction, statement: str) -> int:
    record = transaction.run(statement).single(strict=True)
    return int(record[0])


def _read_graph(transaction: neo4j.ManagedTransaction) -> Graph:
    return stored_graph(_stored_nodes(transaction), _stored_edges(transaction))


def _stored_nodes(transaction: neo4j.ManagedTransaction) -> Iterator[StoredNode]:
    for label, declared in NODE_PROPERTIES.items():
        names = [wanted.name for wanted in declared]
        columns = ", ".join(f"n.{name}" for name in names)
        text = f"MATCH (n:{label}) WHERE n.id IS NOT NULL RETURN n.id, {columns}"
        for node, *values in transaction.run(text):
            yield node, {"label": label} | dict(zip(names, values, strict=True))


def _stored_edges(
    transaction: neo4j.ManagedTransaction,
) -> Iterator[StoredEdge]:
    labels = "|".join(NODE_PROPERTIES)
    for type_, declared in EDGE_PROPERTIES.items():
        names = [wanted.name for wanted in declared]
        columns = ", ".join(f"r.{name}" for name in names)
        text = (
            f"MATCH (a:{labels})-[r:{type_}]->(b:{labels}) "
            "WHERE r.key IS NOT NULL AND a.id IS NOT NULL AND b.id IS NOT NULL "
            f"RETURN a.id, b.id, r.key, {columns}"
        )
        for source, target, key, *values in transaction.run(text):
            yield source, target, key, {"type": type_} | dict(zip(names, values, strict=True))
