"""A file of the embedded engine: opened once a process, locked against others, replaced only when whole."""

from __future__ import annotations

import math
import os
import re
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final

import ladybug

from graphkit.errors import StoreError, StoreUnavailable
from graphkit.stores.ladybug_connection import do, rows_of
from graphkit.stores.ladybug_schema import schema_mark, schema_statements
from graphkit.stores.lockfile import LockFile

# By default the engine takes most of the memory and maps 8 TB of addresses, which fails under limits.
_BUFFER_POOL_BYTES: Final = 1 << 30
_MAX_FILE_BYTES: Final = 1 << 38
_PATIENCE_S: Final = 2.0
_JOURNAL: Final = ".wal"
_JOURNAL_BYTES: Final = 1 << 20
_COMPANIONS: Final = (_JOURNAL, ".shadow", ".tmp")

# The first node table carries the mark of the schema as its comment.
_MARKED_TABLE: Final = "Person"


class LadybugFile:
    """One open database for every store of this process that names the path; its users take turns."""

    def __init__(self, path: Path) -> None:
        self.name = str(path)
        self.path = path.resolve()
        self._turn = threading.RLock()
        self._lock = LockFile(self.path, self.name)
        self._database: ladybug.Database | None = None
        self._connection: ladybug.Connection | None = None
        self._locked = False
        self._folds_journal = False
        self._is_ours = False

    @contextmanager
    def connection(self, timeout: float | None = None, *, of_any_version: bool = False) -> Iterator[ladybug.Connection]:
        """The connection, for this thread alone, its statements limited to so many seconds.

        Args:
            timeout: seconds for a statement; None is without end.
            of_any_version: whether the file may be of another version of graphkit.

        Raises:
            StoreUnavailable: there is no such file, another process has it, or it cannot be opened.
        """
        with self._turn:
            if self._connection is None:
                if not self.path.exists():
                    raise StoreUnavailable(
                        f"{self.name}: there is no store. Make one with: graphkit load PATH... --store {self.name}"
                    )
                self._take_lock()
            connection = self._connection or self._connect()
            if not of_any_version:
                self._check_schema()
            connection.set_query_timeout(math.ceil((timeout or 0) * 1000))
            yield connection

    @contextmanager
    def exclusive(self) -> Iterator[None]:
        """Keeps other processes and other threads away, whether or not the file is there yet."""
        with self._turn:
            self._take_lock()
            yield

    def replace(self, fill: Callable[[ladybug.Connection], None], *, keeps_old: bool = False) -> None:
        """Build a new file with the schema and what `fill` writes; then it takes the place of the old one.

        Args:
            fill: writes into the new file.
            keeps_old: whether the old file is kept beside the new one, under the name `NAME.damaged`.
        """
        with self.exclusive():
            aside = self.path.with_name(f"{self.path.name}.loading")
            _remove(aside)
            database = _open_database(aside, self.name)
            connection = ladybug.Connection(database)
            try:
                for statement in schema_statements():
                    do(connection, statement)
                do(connection, f"COMMENT ON TABLE {_MARKED_TABLE} IS '{schema_mark()}'")
                fill(connection)
            finally:
                connection.close()
                database.close()
            self._disconnect()
            if keeps_old and self.path.exists():
                self.path.replace(self.path.with_name(f"{self.path.name}.damaged"))
            _remove(self.path)
            aside.replace(self.path)

    def fold_journal(self) -> None:
        """Move the journal beside the file into it when the file is closed, even where there is little in it.

        That costs by the file and not by what was written, so small changes stay in the journal for a while.
        """
        self._folds_journal = True

    def reopen(self) -> None:
        """Close the database, to be opened anew at the next use; the lock stays."""
        with self._turn:
            self._disconnect()

    def close(self) -> None:
        """Close the database and give the lock back."""
        with self._turn:
            self._disconnect()
            self._lock.release()
            self._locked = False

    def _take_lock(self) -> None:
        if not self._locked:
            self._lock.acquire(_PATIENCE_S)
            self._locked = True

    def _connect(self) -> ladybug.Connection:
        try:
            self._database = _open_database(self.path, self.name)
            self._connection = ladybug.Connection(self._database)
            comments = dict(rows_of(self._connection, "CALL show_tables() RETURN name, comment"))
            self._is_ours = comments.get(_MARKED_TABLE) == schema_mark()
        except BaseException:
            self.close()
            raise
        return self._connection

    def _check_schema(self) -> None:
        if not self._is_ours:
            raise StoreUnavailable(
                f"{self.name} was not made by this version of graphkit. Derive it anew from its articles with "
                f"graphkit check --repair --store {self.name}, or load your articles into a new file."
            )

    def _disconnect(self) -> None:
        if self._connection is not None:
            with suppress(RuntimeError):  # a connection that broke in mid-work takes no more orders
                do(self._connection, f"CALL force_checkpoint_on_close={self._folds_journal or self._is_long()}")
            self._connection.close()
        if self._database is not None:
            self._database.close()
        self._connection = self._database = None
        self._folds_journal = False

    def _is_long(self) -> bool:
        journal = self.path.with_name(self.path.name + _JOURNAL)
        return journal.exists() and journal.stat().st_size > _JOURNAL_BYTES


def _open_database(path: Path, name: str) -> ladybug.Database:
    for companion in _companions(path) if not path.exists() else ():
        companion.unlink(missing_ok=True)  # the log of a file that is gone would be played into the new one
    try:
        return ladybug.Database(str(path), buffer_pool_size=_BUFFER_POOL_BYTES, max_db_size=_MAX_FILE_BYTES)
    except RuntimeError as error:
        raise _why_not_opened(name, str(error)) from error


def _why_not_opened(name: str, says: str) -> StoreError:
    held = re.search(r"Could not set lock.*?(?:PID (\d+)|$)", says, re.DOTALL)
    if held:
        holder = f"process {held[1]}" if held[1] else "another process"
        return StoreUnavailable(f"{name} is in use by {holder}; wait until it is done, or stop it.")
    return StoreUnavailable(
        f"{name} cannot be opened ({says.splitlines()[0]}). "
        "If it is a store, it is damaged or of another version: move it away and load your articles again "
        "with: graphkit load PATH..."
    )


def _companions(path: Path) -> list[Path]:
    return [path.with_name(path.name + ending) for ending in _COMPANIONS]


def _remove(path: Path) -> None:
    for file in (*_companions(path), path):
        file.unlink(missing_ok=True)


_open_files: dict[tuple[int, Path], LadybugFile] = {}
_users: dict[LadybugFile, int] = {}
_registry = threading.Lock()


def share_file(path: Path) -> LadybugFile:
    """The file of this path, one object for all its users in this process (a forked child is another)."""
    key = (os.getpid(), path.resolve())
    with _registry:
        file = _open_files.setdefault(key, LadybugFile(path))
        _users[file] = _users.get(file, 0) + 1
        return file


def leave_file(file: LadybugFile) -> None:
    """Say that one user is done; the last one closes the file."""
    with _registry:
        _users[file] -= 1
        if not _users[file]:
            del _users[file]
            for key in [key for key, shared in _open_files.items() if shared is file]:
                del _open_files[key]
            file.close()
