"""One writer at a time in a Neo4j database: a lock that the server drops when its holder goes, however it goes.

The lock is a node that is created and never committed. A uniqueness constraint makes a second writer wait for the
first one's transaction; where that ends, by its end, a kill -9 or a broken line, nothing is left behind.
"""

from __future__ import annotations

import os
import platform
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Final

import neo4j
from neo4j.exceptions import DriverError, Neo4jError

from graphkit.errors import StoreUnavailable
from graphkit.stores.neo4j_namespace import LOCK, Namespace

_PATIENCE_S: Final = 5.0
_LOCK: Final = f"CREATE (:{LOCK} {{id: 'writer'}})"
_WAITED_TOO_LONG: Final = ("LockClientStopped", "Terminated", "TransactionTimedOut", "TimedOutClientConfiguration")
_HOLDERS: Final = (
    "SHOW TRANSACTIONS YIELD metaData WHERE metaData.graphkit_writer IS NOT NULL RETURN metaData.graphkit_writer"
)


@contextmanager
def writers_lock(session: neo4j.Session, namespace: Namespace, url: str) -> Iterator[None]:
    """Hold the lock of a namespace for the length of a block.

    Raises:
        StoreUnavailable: another writer keeps it; it is named where this user may see it.
    """
    _wait_for_turn(session, namespace, url)
    me = f"process {os.getpid()} on {platform.node()}"
    transaction = session.begin_transaction(metadata={"graphkit_writer": me})
    try:
        transaction.run(namespace.applied(_LOCK)).consume()
        yield
    finally:
        with suppress(Neo4jError, DriverError):  # a lock whose line broke is gone already
            transaction.rollback()


def _wait_for_turn(session: neo4j.Session, namespace: Namespace, url: str) -> None:
    """Take the lock and give it back: a transaction that may wait only so long could not be held longer either."""
    try:
        with session.begin_transaction(timeout=_PATIENCE_S) as transaction:
            transaction.run(namespace.applied(_LOCK)).consume()
            transaction.rollback()
    except Neo4jError as error:
        if not str(error.code).endswith(_WAITED_TOO_LONG):
            raise
        holders = " and ".join(str(record[0]) for record in session.run(_HOLDERS)) or "another process"
        raise StoreUnavailable(f"{url} is being written by {holders}; wait until it is done, or stop it.") from error
