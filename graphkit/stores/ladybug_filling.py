"""A new file of the embedded engine, filled in bulk from Arrow files on the disk, a table after the other.

What the engine copies it keeps in memory until it is worked into the file, so that many rows are worked into it
before the next ones are copied.
"""

from __future__ import annotations

import shutil
import sys
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

_Slice: TypeAlias = tuple[_Table, int, int]
"""Rows of a table: which is the first, and how many."""

_BYTES_AT_ONCE: Final = 128 << 20
"""The engine was seen to take ten times as much memory for one slice; to work many small ones in takes longer."""

_NO_LIMIT: Final = sys.maxsize


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

    def copied(self, *, sparing: bool) -> list[partial[None]]:
        """Steps that copy all rows into an open file, the nodes before the edges.

        Args:
            sparing: whether a step copies no more rows than the engine has little memory for.
        """
        self._open.close()
        return [partial(self._copy, slices) for slices in self._steps(_BYTES_AT_ONCE if sparing else _NO_LIMIT)]

    def _steps(self, limit: int) -> Iterator[list[_Slice]]:
        tables: list[_Table] = [*sorted(table for table in self._counts if isinstance(table, str))]
        tables += sorted(table for table in self._counts if not isinstance(table, str))
        step: list[_Slice] = []
        room = limit
        for table in tables:
            size = self._file(table).stat().st_size
            slices = size // limit + 1
            if size // slices > room:
                yield step
                step, room = [], limit
            rows = self._counts[table] // slices + 1
            *others, last = [(table, first, rows) for first in range(0, self._counts[table], rows)]
            for one in others:
                yield [*step, one]
                step, room = [], limit
            step.append(last)
            room -= size // slices
        yield step

    def _copy(self, slices: Iterable[_Slice], connection: ladybug.Connection) -> None:
        for table, first, count in slices:
            statement = copy_nodes(table) if isinstance(table, str) else copy_edges(*table)
            with pa.memory_map(str(self._file(table))) as source:
                rows = pa.ipc.open_file(source).read_all().slice(first, count)
                do(connection, statement, {"rows": rows})

    def _file(self, table: _Table) -> Path:
        name = table if isinstance(table, str) else "-".join(table)
        return self._folder / f"{name}.arrow"


def _schema(table: _Table) -> pa.Schema:
    return node_arrow_schema(table) if isinstance(table, str) else edge_arrow_schema(table[0])
