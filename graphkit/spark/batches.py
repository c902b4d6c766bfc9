"""Tables through plain Python functions, many rows at a time, and rows that belong together as one."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import Any, Final, TypeAlias

import pandas as pd
from pyspark.sql import DataFrame
from pyspark.sql import functions as F  # noqa: N812
from pyspark.sql.types import StructType

from graphkit.portions import portions

RowFunction: TypeAlias = Callable[[Iterator[Any]], Iterable[tuple[Any, ...]]]
"""Rows as tuples in, rows as tuples out; a function of a module, which the workers import by its name."""

MEMBERS: Final = "members"
"""The column of `gathered`."""

_ROWS_AT_ONCE: Final = 1000


def mapped(table: DataFrame, function: RowFunction, schema: StructType | str) -> DataFrame:
    """Send the rows of a table through a Python function, in batches.

    Args:
        table: its columns are the tuple that the function gets, null as None.
        function: has to give the same rows for the same rows, for a task may run twice.
        schema: of the tuples that it yields.
    """
    return table.mapInPandas(partial(_through, function), schema)


def _through(function: RowFunction, batches: Iterator[pd.DataFrame]) -> Iterator[pd.DataFrame]:
    for rows in portions(function(_rows(batches)), _ROWS_AT_ONCE):
        yield pd.DataFrame(rows, dtype=object)


def _rows(batches: Iterable[pd.DataFrame]) -> Iterator[tuple[Any, ...]]:
    for batch in batches:
        plain = batch.astype(object)
        yield from plain.where(plain.notna(), None).itertuples(index=False, name=None)


def sharing(table: DataFrame, column: str) -> DataFrame:
    """The rows whose value of a column another row has as well."""
    shared = table.groupBy(column).agg(F.count("*").alias("times")).where("times > 1").select(column)
    return table.join(shared, column)


def gathered(table: DataFrame, by: list[str], columns: list[str]) -> DataFrame:
    """Bring rows together: a row for each value of `by`, with its rows in the column `members` as JSON.

    One text for each group costs Python no more than any row, however many groups there are.
    """
    return table.groupBy(*by).agg(F.to_json(F.collect_list(F.struct(*columns))).alias(MEMBERS))


def members_of(written: str) -> list[dict[str, Any]]:
    """The rows that `gathered` brought together, in no certain order; what is null is left out."""
    rows: list[dict[str, Any]] = json.loads(written)
    return rows
