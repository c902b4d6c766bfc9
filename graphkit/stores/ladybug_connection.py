"""Statements of the embedded engine, each result closed: an open one keeps the file locked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from typing import Any

import ladybug


@contextmanager
def result_of(
    connection: ladybug.Connection, cypher: str, parameters: Mapping[str, Any] | None = None
) -> Iterator[ladybug.QueryResult]:
    """The open result of one statement."""
    result = connection.execute(cypher, dict(parameters or {}))
    assert isinstance(result, ladybug.QueryResult)  # a list comes from several statements only
    try:
        yield result
    finally:
        result.close()


def rows_of(connection: ladybug.Connection, cypher: str, parameters: Mapping[str, Any] | None = None) -> list[Any]:
    """All rows of one statement, each a list."""
    with result_of(connection, cypher, parameters) as result:
        return list(result.get_all())


def do(connection: ladybug.Connection, cypher: str, parameters: Mapping[str, Any] | None = None) -> None:
    """Run one statement for what it does."""
    with result_of(connection, cypher, parameters):
        pass


@contextmanager
def transaction(connection: ladybug.Connection, *, read_only: bool = False) -> Iterator[None]:
    """A transaction: committed at the end of the block, rolled back where it raises."""
    do(connection, f"BEGIN TRANSACTION{' READ ONLY' if read_only else ''}")
    try:
        yield
    except BaseException:
        with suppress(RuntimeError):  # the engine ends the transaction of some errors by itself
            do(connection, "ROLLBACK")
        raise
    do(connection, "COMMIT")
