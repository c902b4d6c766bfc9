"""The ledger of a store: what it says of the store, and how articles are added."""

from __future__ import annotations

import hashlib
import os
import sqlite3
import zlib
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from types import TracebackType
from typing import Any, Final, Self

from platformdirs import user_cache_path

from graphkit.errors import StoreError
from graphkit.extract import extract, unread
from graphkit.ledger.changes import find_changes, part_after, part_before, write_changes
from graphkit.ledger.ids import name_groups
from graphkit.ledger.joining import Joining
from graphkit.ledger.tables import EMPTY, IN_MEMORY, WHO_IS_WHO, open_tables
from graphkit.ledger.written import read_again, written
from graphkit.read.copies import Words
from graphkit.records import Article, Reading
from graphkit.stores import Changes, Store

_STORE: Final = "store"
_RULES: Final = "rules"
_KEPT_AT_ONCE: Final = 200


@dataclass(frozen=True, slots=True)
class _Kept:
    """An article as it was given, whether it counts or is a copy, and what was read; reading may have found a date."""

    given: Article
    counts: bool
    reading: Reading


class Ledger:
    """What was read out of every article of a store, and who is who; see the package's docstring."""

    def __init__(self, store: Store) -> None:
        """Open the ledger of a store, or make one; where none can be written it is kept in memory."""
        self._store = store
        self._path = ledger_path(store)
        try:
            self._open(self._path)
        except (StoreError, sqlite3.Error, OSError):
            self._open(IN_MEMORY)

    def _open(self, path: Path) -> None:
        self._tables = open_tables(path)
        if self._about(_RULES) != _mark_of_rules():
            self._tables.executescript(EMPTY)
            self._say(_RULES, _mark_of_rules())

    def is_current(self) -> bool:
        """Whether the store holds what the ledger says and nothing else."""
        state = self._store.state()
        return state is not None and state == self._about(_STORE)

    def article(self, key: str) -> Article | None:
        """The article of a key as it was given, if it is in the store, which has to be what the ledger says."""
        kept = self._kept(key) if self._rows("SELECT 1 FROM stored WHERE article = ?", key) else None
        return kept.given if kept else None

    def copies(self, articles: Iterable[Article]) -> dict[str, str] | None:
        """Which new articles are copies, as `graphkit.read.copies.copies` finds; None where one that is stored is.

        The ledger has to be current.
        """
        found: dict[str, str] = {}
        coming: dict[str, Words] = {}
        among_themselves: defaultdict[bytes, list[Words]] = defaultdict(list)
        for words in sorted(map(Words, articles), key=lambda words: words.rank):
            marks = words.marks()
            near = {other.key: other for mark in marks for other in among_themselves[mark]}
            near |= {other.key: other for other in self._stored_with(marks)}
            like = [other for other in near.values() if words.is_like(other)]
            roots = {found.get(other.key) or self._copy_of(other.key) or other.key for other in like}
            if len(roots) > 1 or any((coming.get(root) or self._words(root)).rank > words.rank for root in roots):
                return None
            if roots:
                found[words.key] = roots.pop()
            coming[words.key] = words
            for mark in marks:
                among_themselves[mark].append(words)
        return found

    def readings(self, articles: Iterable[Article], copied: Collection[str] = ()) -> Iterator[Reading]:
        """What articles say: as they were read before, else as they are read now, and kept.

        What has been read stays so whatever becomes of the load.

        Args:
            articles: in any order.
            copied: keys of those that are copies, out of which nothing is read.
        """
        unkept: list[_Kept] = []
        try:
            for article in articles:
                counts = article.key not in copied
                kept = self._kept(article.key)
                if kept is None or kept.counts != counts or article not in (kept.given, kept.reading.article):
                    kept = _Kept(article, counts, extract(article) if counts else unread(article))
                    unkept.append(kept)
                    if len(unkept) == _KEPT_AT_ONCE:
                        self._keep(unkept)
                yield kept.reading
        finally:
            self._keep(unkept)

    def add(self, articles: Iterable[Article], copied: Mapping[str, str]) -> Changes:
        """Write new articles into the store and into the ledger, which has to be current.

        Args:
            articles: in any order.
            copied: those that are copies, as `copies` found them.

        Raises:
            StoreError: either cannot be written; both are as they were.
        """
        readings = list(self.readings(articles, copied))
        with self._transaction():
            joining = Joining(self._tables, readings)
            named, renamed = name_groups(self._tables, joining.groups, joining.was)
            changed = find_changes(self._tables, named, renamed)
            before = part_before(self._tables, changed)
            write_changes(self._tables, named, renamed, joining.was)
            changes = self._store.update(before, part_after(self._tables, changed, readings))
            self._say_stored(readings, copied)
        return changes

    def fill(self, readings: Sequence[Reading], copied: Mapping[str, str]) -> None:
        """Write anew who is who in the store, which holds the graph of these readings and nothing else.

        Args:
            readings: in any order.
            copied: the articles that are copies, each with the one that is kept for it.
        """
        with suppress(StoreError), self._transaction():  # without a ledger the next load takes longer, no more
            for name in WHO_IS_WHO:
                self._tables.execute(f"DELETE FROM {name}")
            joining = Joining(self._tables, readings)
            named, renamed = name_groups(self._tables, joining.groups, joining.was)
            write_changes(self._tables, named, renamed, joining.was)
            self._say_stored(readings, copied)

    def disown(self) -> None:
        """Say that the store holds something else, such as the graph that people corrected.

        Raises:
            StoreError: it cannot be written.
        """
        with self._transaction():
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

    def _rows(self, text: str, value: str | bytes) -> list[Any]:
        try:
            return self._tables.execute(text, (value,)).fetchall()
        except sqlite3.Error as error:
            raise self._damaged(error) from error

    def _damaged(self, error: Exception) -> StoreError:
        return StoreError(f"{self._path} is damaged ({error}). Delete it and load again; that loses nothing.")

    def _kept(self, key: str) -> _Kept | None:
        rows = self._rows("SELECT date, counts, reading FROM readings WHERE key = ?", key)
        if not rows:
            return None
        date, counts, data = rows[0]
        try:
            reading = read_again(data)
        except (zlib.error, ValueError, TypeError) as error:
            raise self._damaged(error) from error
        return _Kept(replace(reading.article, date=date), bool(counts), reading)

    def _keep(self, unkept: list[_Kept]) -> None:
        rows = [(its.given.key, its.given.date, its.counts, written(its.reading)) for its in unkept]
        unkept.clear()
        with suppress(StoreError), self._transaction():
            self._tables.executemany("INSERT OR REPLACE INTO readings VALUES (?, ?, ?, ?)", rows)

    def _stored_with(self, marks: Iterable[bytes]) -> Iterator[Words]:
        """The stored articles that have one of these marks, each once."""
        keys = {key for mark in marks for (key,) in self._rows("SELECT article FROM words WHERE mark = ?", mark)}
        return (self._words(key) for key in sorted(keys))

    def _words(self, key: str) -> Words:
        article = self.article(key)
        assert article is not None, "it is stored"
        return Words(article)

    def _copy_of(self, key: str) -> str | None:
        return next((copy_of for (copy_of,) in self._rows("SELECT copy_of FROM stored WHERE article = ?", key)), None)

    def _say_stored(self, readings: Iterable[Reading], copied: Mapping[str, str]) -> None:
        for reading in readings:
            key = reading.article.key
            self._tables.execute("INSERT INTO stored VALUES (?, ?)", (key, copied.get(key)))
            whole, *bands = Words(reading.article).marks()
            if not self._tables.execute("SELECT 1 FROM words WHERE mark = ?", (whole,)).fetchone():
                self._tables.executemany("INSERT INTO words VALUES (?, ?)", [(mark, key) for mark in (whole, *bands)])
        self._say(_STORE, self._store.state())

    def _about(self, name: str) -> str | None:
        return next((value for (value,) in self._rows("SELECT value FROM about WHERE name = ?", name)), None)

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
    """Changes with all code and data that read an article, tell who is who and make the graph of it."""
    package = Path(__file__).parents[1]
    digest = hashlib.sha256()
    for part in ("extract", "resolve", "graph.py", "portraits.py", "vocabulary.py"):
        for file in sorted((package / part).rglob("*")) or [package / part]:
            if file.is_file() and file.suffix != ".pyc":
                digest.update(hashlib.sha256(file.read_bytes()).digest())
    return digest.hexdigest()
