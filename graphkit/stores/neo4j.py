"""The Neo4j store: a server, through the official driver."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from types import TracebackType
from typing import TYPE_CHECKING, Any, Concatenate, Final, ParamSpec, Self, TypeVar

import neo4j
from neo4j.exceptions import DriverError, Neo4jError, ServiceUnavailable

from graphkit.errors import QueryError, StoreUnavailable
from graphkit.portions import portions
from graphkit.records import Article
from graphkit.stores.base import (
    ARTICLES,
    COUNTS,
    Changes,
    EdgeGroup,
    Rows,
    Statement,
    StoredEdge,
    StoredNode,
    sorted_out,
    stored_articles,
)
from graphkit.stores.credentials import find_credentials
from graphkit.stores.cypher_text import check_statement
from graphkit.stores.difference import Difference, difference
from graphkit.stores.filling import batches, nodes_and_edges
from graphkit.stores.neo4j_answers import Asked, plain_rows, translated
from graphkit.stores.neo4j_lock import writers_lock
from graphkit.stores.neo4j_namespace import NamespacedTransaction, split_namespace
from graphkit.stores.neo4j_rows import (
    ROWS_AT_ONCE,
    ServerLookups,
    foreign_label,
    kept_badly,
    read_graph,
    removal_of_doubles,
    run_batches,
    schema_statements,
    write_statements,
)
from graphkit.stores.part import changing_part
from graphkit.stores.rows import NODE_PROPERTIES

if TYPE_CHECKING:
    from graphkit.graph import Graph

# Without a handler of its own the driver's log lines would go to standard error, beside graphkit's sentence.
logging.getLogger("neo4j").addHandler(logging.NullHandler())

_CONNECTION_TIMEOUT_S: Final = 10.0
_BATCHES_AT_ONCE: Final = 4
_RETRY_TIME_S: Final = 120.0  # a server that is started again takes a minute

# What the server remarks on graphkit's own statements is nothing that a user could do something about.
_OFF: Final = neo4j.NotificationMinimumSeverity.OFF
_ABOUT_QUERIES: Final = neo4j.NotificationMinimumSeverity.WARNING

_Given = ParamSpec("_Given")
_Found = TypeVar("_Found")


class Neo4jStore:
    """A store in a Neo4j database; credentials come from the environment or a file, see `find_credentials`."""

    def __init__(self, url: str) -> None:
        self._url = url
        self._address, self._namespace = split_namespace(url)
        self._credentials = find_credentials(self._address)
        self._open_driver: neo4j.Driver | None = None
        self._closed = False
        self._turn = threading.RLock()
        self._holds_lock = False

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

    @property
    def identity(self) -> str:
        """The server and the database."""
        return f"{self._url} {self._credentials.database}"

    def state(self) -> str | None:
        """How many nodes and relationships there are of each kind, which the server knows without looking."""
        return "; ".join(f"{kind} {number}" for kind, number in self.run(COUNTS).rows)

    def prepare(self) -> None:
        """Make the constraints where they are not there yet.

        Raises:
            StoreUnavailable: the database has nodes with the labels of the graph model that graphkit did not write.
        """
        with self._session(neo4j.WRITE_ACCESS) as session:
            self._refuse_foreign(session)
            for statement in schema_statements(self._namespace):
                session.run(statement).consume()
            session.run("CALL db.awaitIndexes(300)").consume()

    def write(self, graph: Graph) -> Changes:
        """Make the store hold exactly this graph; written in batches, each a transaction that is retried.

        A write that was cut short goes on where it stopped when it is called again.
        """
        with self.exclusive():
            stored = self.read()
            if not stored:
                return self.fill(*nodes_and_edges(graph))
            return self._work_off([difference(stored, graph)])

    def fill(self, nodes: Iterable[StoredNode], edges: Iterable[tuple[EdgeGroup, StoredEdge]]) -> Changes:
        """Write a graph into an empty store, in batches that are retried; see `Store.fill`."""
        with self.exclusive():
            return self._work_off(batches(nodes, edges))

    def _work_off(self, differences: Iterable[Difference]) -> Changes:
        changes = Changes()
        with self._session(neo4j.WRITE_ACCESS) as session:
            for todo in differences:
                for some in portions(write_statements(todo), _BATCHES_AT_ONCE):
                    self._write(session, run_batches, some)
                changes += todo.changes
        return changes

    def update(self, was: Graph, becomes: Graph) -> Changes:
        """Turn one part of the graph into another, in one transaction; see `Store.update`."""
        with self.exclusive(), self._session(neo4j.WRITE_ACCESS) as session:
            return self._write(session, _update_part, was, becomes)

    @contextmanager
    def exclusive(self) -> Iterator[None]:
        """Keep every other writer away; see `Store.exclusive`."""
        with self._turn:
            if self._holds_lock:
                yield
                return
            # A constraint is made when all open transactions have ended, and the lock is one that stays open.
            self.prepare()
            with self._session(neo4j.WRITE_ACCESS) as session, writers_lock(session, self._namespace, self._url):
                self._holds_lock = True
                try:
                    yield
                finally:
                    self._holds_lock = False

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
            self._session(access, Asked(cypher, timeout, self._namespace)) as session,
            session.begin_transaction(timeout=timeout) as transaction,
        ):
            asked = NamespacedTransaction(transaction, self._namespace)
            rows = plain_rows(asked, _started(asked, cypher, given), limit)
            transaction.commit()
        return rows

    def annotate(self, statements: Iterable[Statement]) -> None:
        """Run Cypher that writes nothing of the graph model; see `Store.annotate`."""
        for cypher, parameters in statements:
            self.run(cypher, parameters, write=True)

    def read(self) -> Graph:
        """The whole graph, nodes by id and edges by their ends and key."""
        return self._read(read_graph)

    def articles(self) -> list[Article]:
        """The stored articles, by key."""
        return stored_articles(self)

    def examine(self) -> tuple[Graph, list[str]]:
        """The graph, and which constraints are missing or edges double; see `Store.examine`."""
        return self._read(read_graph), self._read(kept_badly)

    def salvage(self) -> tuple[list[Article], list[str]]:
        """The articles that are unharmed, and the keys of the others; see `Store.salvage`."""
        return sorted_out(self.run(ARTICLES))

    def rebuild(self, graph: Graph, *, keeps_old: bool = True) -> None:
        """Make the constraints and the graph anew, in the place of what is there."""
        with self._session(neo4j.WRITE_ACCESS) as session:
            self._refuse_foreign(session)
            for statement in removal_of_doubles():
                self._write(session, _run, statement)
        self.write(graph)

    def clear(self) -> None:
        """Remove the nodes that have a label of the graph model, with their relationships.

        The relationships go first: those of one node alone may be more than a transaction has memory for.
        """
        with self.exclusive(), self._session(neo4j.WRITE_ACCESS) as session:
            for label in NODE_PROPERTIES:
                for text in (
                    f"MATCH (n:{label})-[r]-() WITH r LIMIT {ROWS_AT_ONCE} DELETE r RETURN count(*)",
                    f"MATCH (n:{label}) WITH n LIMIT {ROWS_AT_ONCE} DETACH DELETE n RETURN count(*)",
                ):
                    while self._write(session, _count, text):
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

    def _refuse_foreign(self, session: neo4j.Session) -> None:
        foreign = self._write(session, foreign_label)
        if foreign:
            raise StoreUnavailable(
                f"{self._url} holds nodes labelled {foreign} that graphkit did not write. Give the graph names of its "
                f"own: --store '{self._address}?namespace=graphkit_'"
            )

    def _read(self, work: Callable[[NamespacedTransaction], _Found]) -> _Found:
        """What some work finds, in a transaction that is retried."""
        with self._session(neo4j.READ_ACCESS) as session:
            return session.execute_read(lambda transaction: work(NamespacedTransaction(transaction, self._namespace)))

    def _write(
        self,
        session: neo4j.Session,
        work: Callable[Concatenate[NamespacedTransaction, _Given], _Found],
        *given: _Given.args,
        **named: _Given.kwargs,
    ) -> _Found:
        """Some work in a transaction that is retried."""
        return session.execute_write(
            lambda transaction: work(NamespacedTransaction(transaction, self._namespace), *given, **named)
        )

    @contextmanager
    def _session(self, access: str, asked: Asked | None = None) -> Iterator[neo4j.Session]:
        """A session whose errors come out as errors of graphkit."""
        if self._closed:
            raise StoreUnavailable(f"The store {self._url} was closed; open it again with open_store.")
        try:
            with self._driver().session(
                database=self._credentials.database,
                default_access_mode=access,
                notifications_min_severity=_ABOUT_QUERIES if asked else _OFF,
            ) as session:
                yield session
        except (Neo4jError, DriverError) as error:
            raise translated(error, self._url, self._credentials.database, asked or Asked()) from error

    def _driver(self) -> neo4j.Driver:
        if self._open_driver is None:
            self._open_driver = self._connected(self._address)
        return self._open_driver

    def _connected(self, address: str) -> neo4j.Driver:
        """A driver that has reached the server: one that is not there would only be reported after all retries."""
        driver = neo4j.GraphDatabase.driver(
            address,
            auth=self._credentials.auth,
            connection_timeout=_CONNECTION_TIMEOUT_S,
            connection_acquisition_timeout=2 * _CONNECTION_TIMEOUT_S,
            max_transaction_retry_time=_RETRY_TIME_S,
        )
        try:
            driver.verify_connectivity()
        except BaseException as error:
            driver.close()
            if isinstance(error, ServiceUnavailable) and address.startswith("neo4j"):
                # A driver that routes says that nobody tells it the way; one that does not says why.
                self._connected(address.replace("neo4j", "bolt", 1)).close()
            raise
        return driver


def _started(transaction: NamespacedTransaction, cypher: str, parameters: dict[str, Any]) -> neo4j.Result:
    try:
        return transaction.run(cypher, parameters)
    except (ValueError, TypeError, OverflowError) as error:
        raise QueryError(
            "A parameter has a value that Neo4j cannot take; use text, numbers and lists of them."
        ) from error


def _run(transaction: NamespacedTransaction, statement: str) -> None:
    transaction.run(statement).consume()


def _update_part(transaction: NamespacedTransaction, was: Graph, becomes: Graph) -> Changes:
    todo = difference(*changing_part(ServerLookups(transaction), was, becomes))
    run_batches(transaction, write_statements(todo))
    return todo.changes


def _count(transaction: NamespacedTransaction, statement: str) -> int:
    record = transaction.run(statement).single(strict=True)
    return int(record[0])
