"""The embedded store: one file, the ladybug engine inside this process, no server."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import Any, Final, Self

import ladybug
import networkx as nx
import pyarrow as pa

from graphkit.errors import StoreError, StoreUnavailable
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
from graphkit.stores.ladybug_answers import check_reads_only, is_out_of_memory, plain_rows, translated
from graphkit.stores.ladybug_connection import do, result_of, rows_of, transaction
from graphkit.stores.ladybug_file import LadybugFile, leave_file, share_file
from graphkit.stores.ladybug_schema import copy_edges, copy_nodes, edge_arrow_schema, node_arrow_schema, portable

_ROWS_AT_ONCE: Final = 100_000


class EmbeddedStore:
    """A store in one file; the engine runs inside this process."""

    def __init__(self, path: str) -> None:
        self._path = path
        self._file: LadybugFile | None = None
        self._closed = False

    def __repr__(self) -> str:
        return f"EmbeddedStore({self._path!r})"

    @property
    def url(self) -> str:
        """The path of the file, as it was given."""
        return self._path

    @property
    def engine(self) -> str:
        """Whose Cypher it speaks."""
        return "ladybug"

    def prepare(self) -> None:
        """Make an empty store where there is no file yet."""
        with self._shared_file().exclusive():
            if not self._shared_file().path.exists():
                self._shared_file().replace(lambda connection: None)
        with self._shared_file().connection():
            pass  # a file that is there is looked at, so that a wrong one is refused now

    def write(self, graph: Graph) -> Changes:
        """Make the store hold exactly this graph; the first load is bulk-copied into a new file."""
        file = self._shared_file()
        with file.exclusive(), _errors_named(self._path):
            stored = self.read() if file.path.exists() else nx.MultiDiGraph()
            todo = difference(stored, graph)
            if not stored and todo.changes:
                file.replace(lambda connection: _copy(connection, todo))
            elif todo.changes:
                with file.connection() as connection, transaction(connection):
                    _merge(connection, todo)
            else:
                self.prepare()
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
        if not write:
            check_reads_only(cypher)
        file = self._shared_file()
        ask = partial(self._answer, file, cypher, given, write=write, timeout=timeout, limit=limit)
        try:
            try:
                return ask()
            except RuntimeError as error:
                if not is_out_of_memory(error):
                    raise
            # Earlier queries leave memory taken: the one that meets its end is not always to blame.
            file.reopen()
            return ask()
        except (RuntimeError, ValueError) as error:
            if is_out_of_memory(error):
                file.reopen()
            raise translated(error, cypher, timeout) from error

    def _answer(
        self,
        file: LadybugFile,
        cypher: str,
        given: Mapping[str, Any],
        *,
        write: bool,
        timeout: float | None,
        limit: int | None,
    ) -> Rows:
        with (
            file.connection(timeout) as connection,
            transaction(connection, read_only=not write),
            result_of(connection, portable(cypher), given) as result,
        ):
            return plain_rows(connection, result, limit)

    def read(self) -> Graph:
        """The whole graph, nodes by id and edges by their ends and key."""
        with self._shared_file().connection() as connection, _errors_named(self._path):
            return stored_graph(_stored_nodes(connection), _stored_edges(connection))

    def articles(self) -> list[Article]:
        """The stored articles, by key."""
        return stored_articles(self)

    def clear(self) -> None:
        """Put an empty store in the place of the file."""
        file = self._shared_file()
        with file.connection():
            file.replace(lambda connection: None)

    def close(self) -> None:
        """Let go of the file; the last store of this process that uses it closes it."""
        self._closed = True
        if self._file is not None:
            leave_file(self._file)
            self._file = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _shared_file(self) -> LadybugFile:
        if self._closed:
            raise StoreUnavailable(f"The store {self._path} was closed; open it again with open_store.")
        if self._file is None:
            self._file = share_file(Path(self._path))
        return self._file


@contextmanager
def _errors_named(path: str) -> Iterator[None]:
    """What the engine says of its own reading and writing, as a StoreError that names the file."""
    try:
        yield
    except RuntimeError as error:
        raise StoreError(f"{path} could not be read or written ({str(error).splitlines()[0]}).") from error


def _stored_nodes(connection: ladybug.Connection) -> Iterator[StoredNode]:
    for label, declared in NODE_PROPERTIES.items():
        names = [wanted.name for wanted in declared]
        columns = ", ".join(f"n.`{name}`" for name in names)
        for node, *values in rows_of(connection, f"MATCH (n:{label}) RETURN n.id, {columns}"):
            yield node, {"label": label} | dict(zip(names, values, strict=True))


def _stored_edges(connection: ladybug.Connection) -> Iterator[StoredEdge]:
    for type_, declared in EDGE_PROPERTIES.items():
        names = [wanted.name for wanted in declared]
        columns = ", ".join(f"r.`{name}`" for name in names)
        text = f"MATCH (a)-[r:{type_}]->(b) WHERE r.`key` IS NOT NULL RETURN a.id, b.id, r.`key`, {columns}"
        for source, target, key, *values in rows_of(connection, text):
            yield source, target, key, {"type": type_} | dict(zip(names, values, strict=True))


def _tables(rows: list[Row], schema: pa.Schema) -> Iterator[pa.Table]:
    for first in range(0, len(rows), _ROWS_AT_ONCE):
        yield pa.Table.from_pylist(rows[first : first + _ROWS_AT_ONCE], schema=schema)


def _copy(connection: ladybug.Connection, todo: Difference) -> None:
    """Fill an empty store in bulk."""
    for label, rows in todo.nodes.items():
        for table in _tables(rows, node_arrow_schema(label)):
            do(connection, copy_nodes(label), {"rows": table})
    for (type_, source, target), rows in todo.edges.items():
        for table in _tables(rows, edge_arrow_schema(type_)):
            do(connection, copy_edges(type_, source, target), {"rows": table})


def _merge(connection: ladybug.Connection, todo: Difference) -> None:
    """Remove what is gone, then write what is new or changed."""
    for group, rows in todo.gone_edges.items():
        for table in _tables(rows, edge_arrow_schema(group[0])):
            do(connection, _delete_edges(group), {"rows": table})
    for label, rows in todo.gone_nodes.items():
        for table in _tables(rows, node_arrow_schema(label)):
            text = f"LOAD FROM $rows MATCH (n:{label} {{id: id}}) DETACH DELETE n"
            do(connection, text, {"rows": table})
    for label, rows in todo.nodes.items():
        for table in _tables(rows, node_arrow_schema(label)):
            do(connection, _merge_nodes(label), {"rows": table})
    for group, rows in todo.edges.items():
        for table in _tables(rows, edge_arrow_schema(group[0])):
            do(connection, _merge_edges(group), {"rows": table})


def _merge_nodes(label: str) -> str:
    values = ", ".join(f"n.`{wanted.name}` = `{wanted.name}`" for wanted in NODE_PROPERTIES[label])
    return f"LOAD FROM $rows MERGE (n:{label} {{id: id}}) SET {values}"


def _merge_edges(group: EdgeGroup) -> str:
    type_, source, target = group
    values = ", ".join(f"r.`{wanted.name}` = `{wanted.name}`" for wanted in EDGE_PROPERTIES[type_])
    return (
        f"LOAD FROM $rows MATCH (a:{source} {{id: source}}) MATCH (b:{target} {{id: target}}) "
        f"MERGE (a)-[r:{type_} {{`key`: key}}]->(b) SET {values}"
    )


def _delete_edges(group: EdgeGroup) -> str:
    type_, source, target = group
    return (
        f"LOAD FROM $rows MATCH (a:{source} {{id: source}})-[r:{type_}]->(b:{target} {{id: target}}) "
        "WHERE r.`key` = key DELETE r"
    )
