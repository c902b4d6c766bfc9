"""Parquet: one file, a record in every row."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from graphkit.read.fields import FieldNames, Found, read_record
from graphkit.read.limits import LARGEST_ROW_GROUP, in_words
from graphkit.read.opened import Opened
from graphkit.read.refusal import Refuse, Unreadable

_ROWS_AT_ONCE: Final = 256


def read_parquet(opened: Opened, names: FieldNames, refuse: Refuse) -> Iterator[Found]:
    """Read one article from every row."""
    for number, record in enumerate(_rows(opened, names), start=1):
        yield from read_record(f"{opened.place}, row {number}", record, names, refuse)


def _rows(opened: Opened, names: FieldNames) -> Iterator[dict[str, Any]]:
    import pyarrow
    from pyarrow import parquet

    try:
        with parquet.ParquetFile(opened.seekable()) as file:
            _refuse_large_groups(file.metadata)
            columns = file.schema_arrow.names
            if not names.names_text(columns):
                raise Unreadable(f"no column of texts; its columns are {', '.join(columns)}", names.advice())
            for batch in file.iter_batches(_ROWS_AT_ONCE):
                yield from batch.to_pylist()
    except (pyarrow.ArrowException, ValueError) as error:
        raise Unreadable(f"this is not Parquet ({error})", "Write the file again from its source") from error


def _refuse_large_groups(metadata: Any) -> None:
    """A row group is unpacked at once, so one that would fill the memory is not begun."""
    sizes = (metadata.row_group(number).total_byte_size for number in range(metadata.num_row_groups))
    if max(sizes, default=0) > LARGEST_ROW_GROUP:
        reason = f"a row group is larger than {in_words(LARGEST_ROW_GROUP)}"
        raise Unreadable(reason, "Write it again with smaller row groups")
