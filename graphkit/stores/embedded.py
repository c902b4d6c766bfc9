"""The embedded store: one file, the ladybug engine inside this process, no server."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

import ladybug

from graphkit.errors import StoreError, StoreUnavailable
from graphkit.records import Article
from graphkit.stores.base import (
    ARTICLES,
    Changes,
    EdgeGroup,
    Rows,
    Statement,
    StoredEdge,
    StoredNode,
    sorted_out,
    stored_articles,
    stored_graph,
)
from graphkit.stores.content import Content, content_of
from graphkit.stores.cypher_text import check_statement
from graphkit.stores.difference import Difference, collector_off, difference
from graphkit.stores.filling import batches, nodes_and_edges
from graphkit.stores.ladybug_answers import check_reads_only, is_out_of_memory, plain_rows, translated
from graphkit.stores.ladybug_connection import result_of, transaction
from graphkit.stores.ladybug_file import LadybugFile, Step, leave_file, no_room, share_file
from graphkit.stores.ladybug_rows import all_edges, all_nodes, edges_at, held_edges, held_nodes
from graphkit.stores.ladybug_schema import portable
from graphkit.stores.ladybug_seal import read_seal, write_seal
from graphkit.stores.ladybug_trial import check_survives
from graphkit.stores.part import changing_part

if TYPE_CHECKING:
    from graphkit.graph import Graph


class EmbeddedStore:
    """A store in one file; the engine runs inside this process.

    What writes rows is imported where they are written: it needs pyarrow, which takes a quarter of a query's time.
    """

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

    @property
    def identity(self) -> str:
        """The file, by its whole path."""
        return str(Path(self._path).resolve())

    def state(self) -> str | None:
        """The checksum of what was written; None where a query may have changed it since."""
        with self._shared_file().connection() as connection:
            sealed = read_seal(connection)
        return None if sealed is None else str(sealed)

    def prepare(self) -> None:
        """Make an empty store where there is no file yet."""
        with self._shared_file().exclusive():
            if not self._shared_file().path.exists():
                self._shared_file().replace(Step(_fill_nothing))
        with self._shared_file().connection():
            pass  # a file that is there is looked at, so that a wrong one is refused now

    def write(self, graph: Graph) -> Changes:
        """Make the store hold exactly this graph; the first load is bulk-copied into a new file."""
        file = self._shared_file()
        with self.exclusive(), _errors_named(self._path), collector_off():
            stored = self.read() if file.path.exists() else graph.__class__()
            if not stored and graph:
                return self._put_in_place(*nodes_and_edges(graph))
            todo = difference(stored, graph)
            if todo.changes:
                file.revise(lambda connection: _revise(connection, stored, todo))
            else:
                self.prepare()
            return todo.changes

    def fill(self, nodes: Iterable[StoredNode], edges: Iterable[tuple[EdgeGroup, StoredEdge]]) -> Changes:
        """Put a file with this graph in the place of an empty one; see `Store.fill`."""
        return self._put_in_place(nodes, edges, sparing=True)

    def _put_in_place(
        self,
        nodes: Iterable[StoredNode],
        edges: Iterable[tuple[EdgeGroup, StoredEdge]],
        *,
        keeps_old: bool = False,
        sparing: bool = False,
    ) -> Changes:
        """Bulk-copy a graph into a new file, which takes the place of the old one when it is whole.

        Args:
            nodes: its nodes.
            edges: its edges.
            keeps_old: whether the old file is kept beside the new one.
            sparing: whether to spare memory rather than time.
        """
        from graphkit.stores.ladybug_filling import RowFiles

        file = self._shared_file()
        changes, content = Changes(), Content()
        with self.exclusive(), _errors_named(self._path), RowFiles(file.folder_of_rows) as rows:
            try:
                for batch in batches(nodes, edges):
                    rows.add(batch)
                    changes, content = changes + batch.changes, content + batch.content
                steps = rows.steps(sparing=sparing)
            except OSError as error:
                raise no_room(self._path, error) from error
            steps = [*steps, Step(partial(write_seal, content=content))]
            try:
                file.replace(*steps, apart=sparing and len(steps) > 2, keeps_old=keeps_old)
            except RuntimeError as error:
                if not (sparing and is_out_of_memory(error)):
                    raise
                file.replace(*(replace(step, pool_bytes=None) for step in steps), keeps_old=keeps_old)
        return changes

    def update(self, was: Graph, becomes: Graph) -> Changes:
        """Turn one part of the graph into another; see `Store.update`."""
        from graphkit.stores.ladybug_merging import journal_bytes, merge_rows

        file = self._shared_file()
        with self.exclusive(), _errors_named(self._path):
            self.prepare()
            with file.connection() as connection, transaction(connection):
                stored, wanted = changing_part(_Lookups(connection), was, becomes)
                todo = difference(stored, wanted)
                sealed = read_seal(connection)
                if todo.changes:
                    file.check_room(journal_bytes(todo))
                    merge_rows(connection, todo)
                    write_seal(connection, sealed + todo.content if sealed else None)
            return todo.changes

    def exclusive(self) -> AbstractContextManager[None]:
        """Keep every other writer away; see `Store.exclusive`."""
        return self._shared_file().exclusive()

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
        check_survives(cypher, given)
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
        with file.connection(timeout) as connection, transaction(connection, read_only=not write):
            if write:
                write_seal(connection, None)
            with result_of(connection, portable(cypher), given) as result:
                return plain_rows(connection, result, limit)

    def annotate(self, statements: Iterable[Statement]) -> None:
        """Run Cypher that writes nothing of the graph model; see `Store.annotate`."""
        with self.exclusive():
            with self._shared_file().connection() as connection:
                sealed = read_seal(connection)
            for cypher, parameters in statements:
                self.run(cypher, parameters, write=True)
            with self._shared_file().connection() as connection:
                write_seal(connection, sealed)

    def read(self) -> Graph:
        """The whole graph, nodes by id and edges by their ends and key.

        Raises:
            StoreError: it is not what was written.
        """
        graph, sealed = self._read()
        if sealed is not None and sealed != content_of(graph):
            raise StoreError(
                f"{self._path} is damaged: it does not hold what was written into it. "
                f"See what can be saved with: graphkit check --store {self._path}"
            )
        return graph

    def examine(self) -> tuple[Graph, list[str]]:
        """The graph as it is, and whether it is what was sealed; see `Store.examine`."""
        graph, sealed = self._read()
        if sealed is None:
            return graph, ["A query changed the store, so that its checksum is unknown"]
        if (sealed.nodes, sealed.edges) != (len(graph), graph.number_of_edges()):
            held = f"{len(graph)} nodes and {graph.number_of_edges()} edges"
            return graph, [f"It holds {held}; {sealed.nodes} and {sealed.edges} were written"]
        damaged = sealed != content_of(graph)
        return graph, ["The checksum is not that of what was written"] if damaged else []

    def salvage(self) -> tuple[list[Article], list[str]]:
        """The articles that are unharmed, and the keys of the others; see `Store.salvage`."""
        with (
            self._shared_file().connection(of_any_version=True) as connection,
            _errors_named(self._path),
            result_of(connection, ARTICLES) as result,
        ):
            return sorted_out(plain_rows(connection, result, None))

    def rebuild(self, graph: Graph, *, keeps_old: bool = True) -> None:
        """Write a new file; the old one is kept beside it as `NAME.damaged`, if it is to be kept."""
        self._put_in_place(*nodes_and_edges(graph), keeps_old=keeps_old)

    def _read(self) -> tuple[Graph, Content | None]:
        with self._shared_file().connection() as connection, _errors_named(self._path):
            return stored_graph(all_nodes(connection), all_edges(connection)), read_seal(connection)

    def articles(self) -> list[Article]:
        """The stored articles, by key."""
        return stored_articles(self)

    def clear(self) -> None:
        """Put an empty store in the place of the file."""
        file = self._shared_file()
        with file.connection():
            file.replace(Step(_fill_nothing))

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


@dataclass(frozen=True, slots=True)
class _Lookups:
    """A few rows of the store by their keys; see `graphkit.stores.part.Lookups`."""

    connection: ladybug.Connection

    def nodes(self, ids: Iterable[str]) -> Iterable[StoredNode]:
        return held_nodes(self.connection, ids)

    def edges(self, wanted: Graph) -> Iterable[StoredEdge]:
        return held_edges(self.connection, wanted)

    def edges_at(self, node: str, label: str) -> Iterable[StoredEdge]:
        return edges_at(self.connection, node, label)


def _revise(connection: ladybug.Connection, stored: Graph, todo: Difference) -> None:
    from graphkit.stores.ladybug_merging import merge_rows

    with transaction(connection):
        sealed = read_seal(connection) or content_of(stored)
        merge_rows(connection, todo)
        write_seal(connection, sealed + todo.content)


def _fill_nothing(connection: ladybug.Connection) -> None:
    write_seal(connection, Content())


@contextmanager
def _errors_named(path: str) -> Iterator[None]:
    """What the engine says of its own reading and writing, as a StoreError that names the file."""
    try:
        yield
    except RuntimeError as error:
        raise StoreError(f"{path} could not be read or written ({str(error).splitlines()[0]}).") from error
