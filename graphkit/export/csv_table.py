"""CSV (RFC 4180, with line feeds) that keeps null and the empty text apart."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path


def write_table(file: Path, head: Sequence[str], rows: Iterable[Iterable[object]]) -> None:
    """Write a table, a row a line."""
    with file.open("w", encoding="utf-8", newline="") as out:
        out.write(",".join(head) + "\n")
        for row in rows:
            out.write(line_of(row) + "\n")


def line_of(row: Iterable[object]) -> str:
    """A row as a line, without its end; a text in it may hold line ends of its own."""
    return ",".join(map(_cell, row))


def _cell(value: object) -> str:
    """A value as a cell: nothing between the commas is null, quotes with nothing in them the empty text."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, int | float):
        return repr(value)
    return '"' + str(value).replace('"', '""') + '"'
