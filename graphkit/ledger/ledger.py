"""The ledger of a store: what it says of the store, and how articles are added."""

from __future__ import annotations

import hashlib
import json
import os
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from functools import cache
from pathlib import Path
from types import TracebackType
from typing import Final, Self

from platformdirs import user_cache_path

from graphkit.corrections import Corrections, write_line
from graphkit.errors import StoreError
from graphkit.in_parallel import Spread
from graphkit.ledger.adding import add_readings, join_readings
from graphkit.ledger.coming import Coming
from graphkit.ledger.corrected import CorrectedGraph
from graphkit.ledger.correcting import overlay_of
from graphkit.ledger.file import LedgerFile
from graphkit.ledger.kept import KeptReadings
from graphkit.ledger.overlay import write_overlay
from graphkit.ledger.tables import COMING, EMPTY, IN_MEMORY, WHO_IS_WHO
from graphkit.portions import portions
from graphkit.read import Refusal
from graphkit.records import Article, Reading
from graphkit.stores import Changes, Store
from graphkit.stores.base import COUNTS
from graphkit.watching import Watch

READING: Final = "Reading articles"
_STORE: Final = "store"
_RULES: Final = "rules"
_LINES: Final = "lines"
_ARTICLES_AT_ONCE: Final = 500


class Ledger:
    """What was read out of every article of a store, and who is who; see the package's docstring."""

    def __init__(self, store: Store) -> None:
        """Open the ledger of a store, or make one; where none can be written it is kept in memory."""
        self._store = store
        path = ledger_path(store)
        try:
            self._file = _opened(path)
        except (StoreError, sqlite3.Error, OSError):
            self._file = _opened(IN_MEMORY)
        self._tables = self._file.tables
        self._kept = KeptReadings(self._file)
        self._coming = Coming(self._file, self._kept)

    def is_current(self) -> bool:
        """Whether the store holds what the ledger says and nothing else."""
        state = self._store.state()
        return state is not None and state == self._file.about(_STORE)

    def follows(self, corrections: Corrections) -> bool:
        """Whether the ledger is current, or can be: nothing has to be known of a store that holds nothing.

        It does not follow where somebody is to be forgotten who may stand in the store's articles.
        """
        if not self.is_current() and not any(number for _, number in self._store.run(COUNTS).rows):
            self.begin()
            self.note(corrections)
        return self._is_of(corrections)

    def _is_of(self, corrections: Corrections) -> bool:
        return self.is_current() and self._lines() >= {write_line(forgotten) for forgotten in corrections.forgotten}

    def _lines(self) -> set[str]:
        """The lines of the corrections that are in the store."""
        return set(json.loads(self._file.about(_LINES) or "[]"))

    def try_out(self, corrections: Corrections) -> bool:
        """Report which corrections cannot be applied to what is stored; False where the ledger cannot tell."""
        if not self._is_of(corrections):
            return False
        with suppress(StoreError), self._file.transaction():  # another process may be writing
            overlay_of(self._tables, corrections)
            return True
        return False

    def article(self, key: str) -> Article | None:
        """The article of a key as it was given, if it is in the store, which has to be what the ledger says."""
        return self._kept.known(key).given if self._coming.is_stored(key) else None

    def begin(self) -> None:
        """Say that nothing is known of what the store holds.

        Raises:
            StoreError: it cannot be written.
        """
        with self._file.transaction():
            self._file.say(_STORE, None)
            for name in (*WHO_IS_WHO, *COMING):
                self._tables.execute(f"DELETE FROM {name}")

    def take(self, articles: Iterable[Article], spread: Spread) -> None:
        """Let articles come that the store shall hold; they are kept, and worked on when all have come.

        Raises:
            StoreError: they cannot be written.
        """
        for some in portions(articles, _ARTICLES_AT_ONCE):
            self._coming.take(some, spread)

    def coming(self) -> Iterator[Article]:
        """The articles that come, by key, as they were given."""
        keys = self._coming.keys()
        return (self._kept.known(key).given for key in keys)

    def find_copies(self, watch: Watch) -> dict[str, str] | None:
        """Which of the articles that come are copies: the key of each → the key of the one that counts for it.

        None where an article that is stored, and counts, would become a copy.
        """
        return self._coming.copied() if self._coming.find_copies(watch) else None

    def readings(self, spread: Spread, watch: Watch) -> Iterator[Reading]:
        """What the articles that come say, by key: as they were read before, else as they are read now, and kept.

        What has been read stays so whatever becomes of the load.
        """
        for key in self._read(self._coming.keys(), spread, watch):
            yield self._kept.known(key).reading

    def add(self, spread: Spread, watch: Watch, corrections: Corrections) -> Changes:
        """Write the articles that come, and what is corrected, into the store and the ledger, which has to be current.

        Raises:
            CorrectionError: a correction cannot be applied, and `corrections` reports by raising.
            StoreError: either cannot be written; both are as they were, or hold some of the articles.
        """
        keys = self._coming.keys()
        if not self._file.rows("SELECT 1 FROM stored LIMIT 1"):
            return self._fill(keys, spread, watch, corrections)
        changes, rest = Changes(), len(keys)
        for some in portions(self._read(keys, spread, watch), _ARTICLES_AT_ONCE):
            rest -= len(some)
            its = corrections if rest == 0 else replace(corrections, report=_unreported)
            changes += self._add([self._kept.known(key).reading for key in some], its)
        return changes if keys else self._add([], corrections)

    def _add(self, readings: Sequence[Reading], corrections: Corrections) -> Changes:
        self._doubt_state(corrections)
        with self._file.transaction():
            self._coming.arrived([reading.article.key for reading in readings])
            was, becomes = add_readings(self._tables, readings, corrections)
            changes = self._store.update(was, becomes) if was or becomes else Changes()
            self._say_what_is_stored(corrections)
        return changes

    def _doubt_state(self, corrections: Corrections) -> None:
        """Until other corrections than before are written, do not trust the state of a server, which only counts."""
        if self._store.engine != "ladybug" and self._lines() != _lines_of(corrections):
            with self._file.transaction():
                self._file.say(_STORE, None)

    def _say_what_is_stored(self, corrections: Corrections) -> None:
        self._file.say(_STORE, self._store.state())
        self._file.say(_LINES, json.dumps(sorted(_lines_of(corrections))))

    def _fill(self, keys: Sequence[str], spread: Spread, watch: Watch, corrections: Corrections) -> Changes:
        """Write all that comes into a store that holds nothing, in memory that does not grow with it."""
        with self._file.transaction():
            self._file.say(_STORE, None)  # until all is written
        for some in portions(self._read(keys, spread, watch), _ARTICLES_AT_ONCE):
            with self._file.transaction():
                self._join(some)
        spread.rest()
        with self._file.transaction():
            overlay = overlay_of(self._tables, corrections)
            write_overlay(self._tables, overlay)
            graph = CorrectedGraph(self._tables, overlay)
            changes = self._store.fill(graph.nodes(), graph.edges(watch("Writing", keys)))
            self._say_what_is_stored(corrections)
        return changes

    def _read(self, keys: Iterable[str], spread: Spread, watch: Watch) -> Iterator[str]:
        """Read the articles of these keys; each key when it is done, and meanwhile the next are being read."""
        return self._kept.read(watch(READING, keys), self._coming.copied(), spread)

    def _join(self, keys: Sequence[str]) -> None:
        """Tell who is who in some articles that have been read."""
        join_readings(self._tables, [self._kept.known(key).reading for key in keys])
        self._coming.arrived(keys)

    def note(self, corrections: Corrections) -> None:
        """Write who is who in the store, which holds the corrected graph of the articles that came and nothing else."""
        with suppress(StoreError), self._file.transaction():  # without it the next load takes longer, no more
            for some in portions(self._coming.keys(), _ARTICLES_AT_ONCE):
                self._join(some)
            write_overlay(self._tables, overlay_of(self._tables, replace(corrections, report=_unreported)))
            self._say_what_is_stored(corrections)

    def close(self) -> None:
        """Close the file."""
        self._file.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def _unreported(refusal: Refusal) -> None:
    """What cannot be applied is reported once, at the end."""


def _lines_of(corrections: Corrections) -> set[str]:
    return {write_line(line.correction) for line in corrections.lines}


def _opened(path: Path) -> LedgerFile:
    """The file of a ledger, emptied where other rules than those of now have read the articles."""
    file = LedgerFile(path)
    if file.about(_RULES) != _mark_of_rules():
        file.tables.executescript(EMPTY)
        file.say(_RULES, _mark_of_rules())
    return file


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
    for part in ("extract", "resolve", "corrections/subjects.py", "graph.py", "portraits.py", "vocabulary.py"):
        for file in sorted((package / part).rglob("*")) or [package / part]:
            if file.is_file() and file.suffix != ".pyc":
                digest.update(hashlib.sha256(file.read_bytes()).digest())
    return digest.hexdigest()
