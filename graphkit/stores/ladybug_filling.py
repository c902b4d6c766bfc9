"""A new file of the embedded engine, filled in bulk from Arrow files on the disk, a table after the other.

What the engine copies it keeps in memory until it is worked into the file, so that many rows are worked into it
before the next ones are copied.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Final, Self, TypeAlias

import ladybug
import pyarrow as pa

from graphkit.stores.base import EdgeGroup
from graphkit.stores.difference import Difference
from graphkit.stores.ladybug_arrow import edge_arrow_schema, node_arrow_schema
from graphkit.stores.ladybug_connection import do
from graphkit.stores.ladybug_file import Step
from graphkit.stores.ladybug_schema import copy_edges, copy_nodes
from graphkit.stores.rows import Row

_Table: TypeAlias = str | EdgeGroup
"""A label, or an edge type with the labels of its ends."""

_Slice: TypeAlias = tuple[_Table, Path, int, int]
"""Rows of a table: the file they are in, which is the first, and how many."""

# What the engine was seen to take for one step: for each byte that it copies ten, and for each that the table holds by
# then, most of which it writes again, one and a half.
_COPIED_TIMES: Final = 10
_HELD_TIMES: Final = 1.5
_SPARING_BYTES: Final = 600 << 20
_LEAST_PART: Final = 16
"""A step copies this part of what the table holds, even if that takes more: a large table takes long to write again."""


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

    def steps(self, *, sparing: bool) -> list[Step]:
        """Steps that copy all rows into an open file, the nodes before the edges.

        Args:
            sparing: whether they spare memory rather than time.
        """
        self._open.close()
        if sparing:
            return [Step(CopyRows(slices), threads=1, pool_bytes=pool) for slices, pool in self._sparing()]
        return [Step(CopyRows(tuple((table, file, 0, self._counts[table]) for table, file in self._tables())))]

    def _sparing(self) -> Iterator[tuple[tuple[_Slice, ...], int]]:
        """What is copied step by step, and how many bytes of memory the engine has for it."""
        slices: list[_Slice] = []
        taken = held = 0.0
        for table, file in self._tables():
            count, first = self._counts[table], 0
            bytes_a_row = file.stat().st_size / count
            while first < count:
                held = first * bytes_a_row
                room = (_SPARING_BYTES - taken - _HELD_TIMES * held) / _COPIED_TIMES
                if not slices:
                    room = max(room, held / _LEAST_PART, bytes_a_row)
                rows = min(int(room / bytes_a_row), count - first)
                if rows > 0:
                    slices.append((table, file, first, rows))
                    taken += _COPIED_TIMES * rows * bytes_a_row + _HELD_TIMES * held
                    first += rows
                if first < count:
                    yield tuple(slices), max(_SPARING_BYTES, int(_HELD_TIMES * held))
                    slices, taken = [], 0.0
        yield tuple(slices), max(_SPARING_BYTES, int(_HELD_TIMES * held))

    def _tables(self) -> Iterator[tuple[_Table, Path]]:
        """The tables and their files, those of nodes first."""
        for table in sorted(self._counts, key=lambda table: (not isinstance(table, str), table)):
            yield table, self._file(table)

    def _file(self, table: _Table) -> Path:
        name = table if isinstance(table, str) else "-".join(table)
        return self._folder / f"{name}.arrow"


@dataclass(frozen=True, slots=True)
class CopyRows:
    """Copies rows into an open file."""

    slices: tuple[_Slice, ...]

    def __call__(self, connection: ladybug.Connection) -> None:
        """Copy them, table by table."""
        for table, file, first, count in self.slices:
            statement = copy_nodes(table) if isinstance(table, str) else copy_edges(*table)
            with pa.memory_map(str(file)) as source:
                rows = pa.ipc.open_file(source).read_all().slice(first, count)
                do(connection, statement, {"rows": rows})


def _schema(table: _Table) -> pa.Schema:
    return node_arrow_schema(table) if isinstance(table, str) else edge_arrow_schema(table[0])
