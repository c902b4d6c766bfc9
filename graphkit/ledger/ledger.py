"""The ledger of a store: what it says of the store, and how articles are added."""

from __future__ import annotations

import hashlib
import os
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import replace
from functools import cache
from pathlib import Path
from types import TracebackType
from typing import Final, Self

from platformdirs import user_cache_path

import graphkit
from graphkit.errors import StoreError
from graphkit.extract import extract
from graphkit.ledger.changes import find_changes, part_after, part_before, write_changes
from graphkit.ledger.ids import name_groups
from graphkit.ledger.joining import Joining
from graphkit.ledger.tables import EMPTY, IN_MEMORY, WHO_IS_WHO, open_tables
from graphkit.ledger.written import read_again, written
from graphkit.records import Article, Reading
from graphkit.stores import Changes, Store

_STORE: Final = "store"
_RULES: Final = "rules"
_KEPT_AT_ONCE: Final = 200


class Ledger:
    """What was read out of every article of a store, and who is who; see the package's docstring."""

    def __init__(self, store: Store) -> None:
        """Open the ledger of a store, or make one; where none can be written it is kept in memory."""
        self._store = store
        self._path = ledger_path(store)
        try:
            self._tables = open_tables(self._path)
        except (sqlite3.Error, OSError):
            self._tables = open_tables(IN_MEMORY)
        if self._about(_RULES) != _mark_of_rules():
            self._tables.executescript(EMPTY)
            self._say(_RULES, _mark_of_rules())

    def is_current(self) -> bool:
        """Whether the store holds what the ledger says and nothing else."""
        state = self._store.state()
        return state is not None and state == self._about(_STORE)

    def article(self, key: str) -> Article | None:
        """The article of a key as it was given, if it is in the store, which has to be what the ledger says."""
        is_stored = self._tables.execute("SELECT 1 FROM stored WHERE article = ?", (key,)).fetchone()
        kept = self._kept(key) if is_stored else None
        return kept[0] if kept else None

    def readings(self, articles: Iterable[Article]) -> Iterator[Reading]:
        """What articles say: as they were read before, else as they are read now, and kept.

        What has been read stays so whatever becomes of the load.
        """
        unkept: list[tuple[Article, Reading]] = []
        try:
            for article in articles:
                kept = self._kept(article.key)
                if kept is not None and article in (kept[0], kept[1].article):
                    yield kept[1]
                    continue
                reading = extract(article)
                unkept.append((article, reading))
                if len(unkept) == _KEPT_AT_ONCE:
                    self._keep(unkept)
                yield reading
        finally:
            self._keep(unkept)

    def add(self, articles: Iterable[Article]) -> Changes:
        """Write new articles into the store and into the ledger, which has to be current.

        Raises:
            StoreError: either cannot be written; both are as they were.
        """
        readings = list(self.readings(articles))
        with self._transaction():
            joining = Joining(self._tables, readings)
            named, renamed = name_groups(self._tables, joining.groups, joining.was)
            changed = find_changes(self._tables, named, renamed)
            before = part_before(self._tables, changed)
            write_changes(self._tables, named, renamed, joining.was)
            changes = self._store.update(before, part_after(self._tables, changed, readings))
            self._say_stored(readings)
        return changes

    def fill(self, readings: Sequence[Reading]) -> None:
        """Write anew who is who in the store, which holds the graph of these readings and nothing else."""
        with suppress(StoreError), self._transaction():  # without a ledger the next load takes longer, no more
            for name in WHO_IS_WHO:
                self._tables.execute(f"DELETE FROM {name}")
            joining = Joining(self._tables, readings)
            named, renamed = name_groups(self._tables, joining.groups, joining.was)
            write_changes(self._tables, named, renamed, joining.was)
            self._say_stored(readings)

    def disown(self) -> None:
        """Say that the store holds something else, such as the graph that people corrected."""
        self._say(_STORE, None)

    def close(self) -> None:
        """Close the file."""
        self._tables.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _kept(self, key: str) -> tuple[Article, Reading] | None:
        """An article as it was given, and what was read; reading may have found a date."""
        row = self._tables.execute("SELECT date, reading FROM readings WHERE key = ?", (key,)).fetchone()
        if row is None:
            return None
        reading = read_again(row[1])
        return replace(reading.article, date=row[0]), reading

    def _keep(self, readings: list[tuple[Article, Reading]]) -> None:
        rows = [(article.key, article.date, written(reading)) for article, reading in readings]
        readings.clear()
        with suppress(StoreError), self._transaction():
            self._tables.executemany("INSERT OR REPLACE INTO readings VALUES (?, ?, ?)", rows)

    def _say_stored(self, readings: Iterable[Reading]) -> None:
        rows = [(reading.article.key,) for reading in readings]
        self._tables.executemany("INSERT INTO stored VALUES (?)", rows)
        self._say(_STORE, self._store.state())

    def _about(self, name: str) -> str | None:
        row = self._tables.execute("SELECT value FROM about WHERE name = ?", (name,)).fetchone()
        return None if row is None else str(row[0])

    def _say(self, name: str, value: str | None) -> None:
        if value is None:
            self._tables.execute("DELETE FROM about WHERE name = ?", (name,))
        else:
            self._tables.execute("INSERT OR REPLACE INTO about VALUES (?, ?)", (name, value))

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        try:
            self._tables.execute("BEGIN IMMEDIATE")
            try:
                yield
            except BaseException:
                self._tables.execute("ROLLBACK")
                raise
            self._tables.execute("COMMIT")
        except sqlite3.Error as error:
            raise StoreError(
                f"{self._path} could not be written ({error}). Make room on the disk; deleting that file does no harm."
            ) from error


def delete_ledger(store: Store) -> None:
    """Delete the ledger of a store, with all that it holds of the articles' texts."""
    ledger_path(store).unlink(missing_ok=True)


def ledger_path(store: Store) -> Path:
    """Where the ledger is: beside a file; of a server in the folder `GRAPHKIT_CACHE`, else where the system caches."""
    if store.engine == "ladybug":
        return Path(f"{store.identity}.ledger")
    name = hashlib.sha256(store.identity.encode("utf-8")).hexdigest()[:16]
    folder = os.environ.get("GRAPHKIT_CACHE") or user_cache_path("graphkit", appauthor=False)
    return Path(folder) / f"{name}.ledger"


@cache
def _mark_of_rules() -> str:
    """Changes with everything that a reading depends on: the code and the data that read an article."""
    package = Path(graphkit.__file__).parent
    digest = hashlib.sha256(graphkit.__version__.encode("ascii"))
    for folder in ("extract", "resolve"):
        for file in sorted((package / folder).rglob("*")):
            if file.is_file() and file.suffix != ".pyc":
                digest.update(hashlib.sha256(file.read_bytes()).digest())
    return digest.hexdigest()
