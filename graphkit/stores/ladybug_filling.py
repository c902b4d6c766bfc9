"""A new file of the embedded engine, filled in bulk from Arrow files on the disk, a table after the other.

What the engine copies it keeps in memory until it is worked into the file, so that many rows are worked into it
before the next ones are copied.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import Final, Self, TypeAlias

import ladybug
import pyarrow as pa

from graphkit.stores.base import EdgeGroup
from graphkit.stores.difference import Difference
from graphkit.stores.ladybug_connection import do
from graphkit.stores.ladybug_schema import copy_edges, copy_nodes, edge_arrow_schema, node_arrow_schema
from graphkit.stores.rows import Row

_Table: TypeAlias = str | EdgeGroup
"""A label, or an edge type with the labels of its ends."""

_Slice: TypeAlias = tuple[_Table, int]
"""Rows of a table from one on, as many as are copied at once."""

_ROWS_AT_ONCE: Final = 200_000
"""With half of it loading took half as long again, with more of it the engine took more memory."""


class RowFiles:
    """Rows on the disk, each table of the engine in a file of its own; the folder is gone at the end of the block."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._counts: dict[_Table, int] = {}
        self._writers: dict[_Table, pa.ipc.RecordBatchFileWriter] = {}
        self._open = ExitStack()

    def __enter__(self) -> Self:
        shutil.rmtree(self._folder, ignore_errors=True)  # what a killed process left there
        self._folder.mkdir(parents=True)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        try:
            self._open.close()
        finally:
            shutil.rmtree(self._folder, ignore_errors=True)

    def add(self, batch: Difference) -> None:
        """Write the nodes and edges of a batch."""
        groups: list[tuple[_Table, list[Row]]] = [*batch.nodes.items(), *batch.edges.items()]
        for table, rows in groups:
            self._counts[table] = self._counts.get(table, 0) + len(rows)
            self._writer(table).write_batch(pa.RecordBatch.from_pylist(rows, schema=_schema(table)))

    def _writer(self, table: _Table) -> pa.ipc.RecordBatchFileWriter:
        if table not in self._writers:
            sink = self._open.enter_context(pa.OSFile(str(self._file(table)), "wb"))
            self._writers[table] = self._open.enter_context(pa.ipc.new_file(sink, _schema(table)))
        return self._writers[table]

    def copied(self) -> list[partial[None]]:
        """Steps that copy all rows into an open file: the nodes before the edges, not too many rows in one step."""
        self._open.close()
        return [partial(self._copy, slices) for slices in self._steps()]

    def _steps(self) -> Iterator[list[_Slice]]:
        tables: list[_Table] = [*sorted(table for table in self._counts if isinstance(table, str))]
        tables += sorted(table for table in self._counts if not isinstance(table, str))
        step: list[_Slice] = []
        room = _ROWS_AT_ONCE
        for table in tables:
            for first in range(0, self._counts[table], _ROWS_AT_ONCE):
                rows = min(_ROWS_AT_ONCE, self._counts[table] - first)
                if rows > room:
                    yield step
                    step, room = [], _ROWS_AT_ONCE
                step.append((table, first))
                room -= rows
        yield step

    def _copy(self, slices: Iterable[_Slice], connection: ladybug.Connection) -> None:
        for table, first in slices:
            statement = copy_nodes(table) if isinstance(table, str) else copy_edges(*table)
            with pa.memory_map(str(self._file(table))) as source:
                rows = pa.ipc.open_file(source).read_all().slice(first, _ROWS_AT_ONCE)
                do(connection, statement, {"rows": rows})

    def _file(self, table: _Table) -> Path:
        name = table if isinstance(table, str) else "-".join(table)
        return self._folder / f"{name}.arrow"


def _schema(table: _Table) -> pa.Schema:
    return node_arrow_schema(table) if isinstance(table, str) else edge_arrow_schema(table[0])
