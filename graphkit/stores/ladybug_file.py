"""A file of the embedded engine: opened once a process, locked against others, replaced only when whole."""

from __future__ import annotations

import errno
import math
import os
import re
import shutil
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import ladybug

from graphkit.errors import StoreError, StoreUnavailable
from graphkit.stores.ladybug_apart import do_apart
from graphkit.stores.ladybug_connection import do, rows_of, transaction
from graphkit.stores.ladybug_schema import schema_mark, schema_statements
from graphkit.stores.lockfile import LockFile

# By default the engine takes most of the memory and maps 8 TB of addresses, which fails under limits. To work rows into
# a file it was seen to need five times their bytes, and it fails where the pool is smaller.
_LEAST_POOL_BYTES: Final = 1 << 30
_POOL_BYTES_A_BYTE: Final = 8
_MAX_FILE_BYTES: Final = 1 << 38
_PATIENCE_S: Final = 2.0
_JOURNAL: Final = ".wal"
_LOADING: Final = ".loading"
_OLD: Final = ".old"
_ROOM: Final = ".room"
_ROWS: Final = ".rows"
_JOURNAL_BYTES: Final = 1 << 20
_ROOM_TO_FOLD_BYTES: Final = 1 << 26
# What was written and is not in the file yet: all of it belongs to the file.
_JOURNALS: Final = (_JOURNAL, ".wal.checkpoint", ".shadow")
_COMPANIONS: Final = (*_JOURNALS, ".checkpoint.intent.lock", ".checkpoint.apply.lock", ".tmp")

# The first node table carries the mark of the schema as its comment.
_MARKED_TABLE: Final = "Person"


@dataclass(frozen=True, slots=True)
class Step:
    """Something that is written into an open file.

    Attributes:
        write: writes it; to be done apart it is a function, or an object that can be pickled.
        threads: how many work; 0 is as many as there are cores.
        pool_bytes: what the engine may take of memory; None for as much as it may want.
    """

    write: Callable[[ladybug.Connection], None]
    threads: int = 0
    pool_bytes: int | None = None


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
        self._is_ours = False

    @property
    def folder_of_rows(self) -> Path:
        """A folder beside the file, for rows on their way into it."""
        return _with(self.path, _ROWS)

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

    def replace(self, *steps: Step, apart: bool = False, keeps_old: bool = False) -> None:
        """Build a new file with the schema and what some steps write; then it takes the place of the old one.

        Args:
            steps: write into the new file, one after the other; what one wrote is on the disk before the next begins.
            apart: whether a process of its own does each step; see `graphkit.stores.ladybug_apart`.
            keeps_old: whether the old file is kept beside the new one, under the name `NAME.damaged`.
        """
        with self.exclusive():
            aside = self._aside()
            for step in (Step(_make_tables), *steps):
                with _left_whole(aside):
                    if apart:
                        do_apart(_work_in, aside, self.name, step)
                    else:
                        _work_in(aside, self.name, step)
            self._disconnect()
            if keeps_old and self.path.exists():
                self.path.replace(_with(self.path, ".damaged"))
            self._swap(aside)

    def revise(self, change: Callable[[ladybug.Connection], None]) -> None:
        """Change a copy of the file, which takes its place when all is done.

        The engine's own way, changing the file in its place, can lose it where the disk is full.
        """
        with self.exclusive():
            self._disconnect()
            aside = self._aside()
            self._copy_to(aside)
            with _left_whole(aside):
                _work_in(aside, self.name, Step(change))
            self._swap(aside)

    def check_room(self, room: int) -> None:
        """Make sure that the journal can grow by so many bytes: the engine dies where it cannot, with the process.

        Raises:
            StoreError: it cannot; nothing was written.
        """
        journal = _with(self.path, _JOURNAL)
        held = journal.stat().st_size if journal.exists() else 0
        aside = _with(self.path, _ROOM)
        try:
            if shutil.disk_usage(self.path.parent).free < room:
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
            if hasattr(os, "posix_fallocate"):  # a limit on the size of files or on what a user may fill
                with aside.open("wb") as file:
                    os.posix_fallocate(file.fileno(), 0, held + room)
        except OSError as error:
            raise no_room(self.name, error) from error
        finally:
            aside.unlink(missing_ok=True)

    def reopen(self) -> None:
        """Close the database, to be opened anew at the next use; the lock stays."""
        with self._turn:
            self._disconnect()

    def _aside(self) -> Path:
        """Where a new file is made; what an interrupted load left there is gone."""
        self._finish_swap()
        aside = _with(self.path, _LOADING)
        _remove(aside)
        return aside

    def _copy_to(self, aside: Path) -> None:
        try:
            for ending in ("", *_JOURNALS):
                original = _with(self.path, ending)
                if original.exists():
                    shutil.copyfile(original, _with(aside, ending))
        except OSError as error:
            _remove(aside)
            raise no_room(self.name, error) from error

    def _swap(self, aside: Path) -> None:
        """Put a finished file in the place of the store, and take away the journals of what was there.

        They would be played into the new file: they step aside first, and `_finish_swap` knows from what is left
        after an interruption how far this came.
        """
        for journal in filter(Path.exists, [_with(self.path, ending) for ending in _JOURNALS]):
            journal.replace(_with(journal, _OLD))
        aside.replace(self.path)
        self._finish_swap()

    def _finish_swap(self) -> None:
        is_cut_short = _with(self.path, _LOADING).exists()
        for journal in [_with(self.path, ending) for ending in _JOURNALS]:
            old = _with(journal, _OLD)
            if old.exists() and is_cut_short:
                old.replace(journal)
            old.unlink(missing_ok=True)

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
            self._finish_swap()
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
                do(self._connection, f"CALL force_checkpoint_on_close={self._is_time_to_fold()}")
            self._connection.close()
        if self._database is not None:
            self._database.close()
        self._connection = self._database = None

    def _is_time_to_fold(self) -> bool:
        """Whether there is enough in the journal, and room on the disk, to work it into the file.

        That costs by the file and not by what was written, so small changes stay in the journal for a while.
        """
        journal = _with(self.path, _JOURNAL)
        if not journal.exists() or journal.stat().st_size < _JOURNAL_BYTES:
            return False
        return shutil.disk_usage(self.path.parent).free > self.path.stat().st_size + _ROOM_TO_FOLD_BYTES


@contextmanager
def _left_whole(aside: Path) -> Iterator[None]:
    """Where the work in a file beside the store fails, nothing of that file is left."""
    try:
        yield
    except BaseException:
        with suppress(OSError):
            _remove(aside)
        raise


def _work_in(path: Path, name: str, step: Step) -> None:
    """Do some work in a file and close it, all of it on the disk."""
    database = _open_database(path, name, step.threads, step.pool_bytes)
    try:
        connection = ladybug.Connection(database)
        try:
            step.write(connection)
            do(connection, "CHECKPOINT")
        finally:
            connection.close()
    finally:
        database.close()


def _make_tables(connection: ladybug.Connection) -> None:
    with transaction(connection):
        for statement in schema_statements():
            do(connection, statement)
    do(connection, f"COMMENT ON TABLE {_MARKED_TABLE} IS '{schema_mark()}'")


def _open_database(path: Path, name: str, threads: int = 0, pool_bytes: int | None = None) -> ladybug.Database:
    """Open a database with the means of a `Step`."""
    for companion in _companions(path) if not path.exists() else ():
        companion.unlink(missing_ok=True)  # the log of a file that is gone would be played into the new one
    try:
        return ladybug.Database(
            str(path),
            buffer_pool_size=pool_bytes or _ample_pool(path),
            max_num_threads=threads,
            max_db_size=_MAX_FILE_BYTES,
            auto_checkpoint=False,
        )
    except RuntimeError as error:
        raise _why_not_opened(name, str(error)) from error


def _ample_pool(path: Path) -> int:
    coming = path.with_name(path.name.removesuffix(_LOADING) + _ROWS)
    size = sum(file.stat().st_size for file in (path, *_companions(path), *coming.glob("*")) if file.exists())
    return max(_LEAST_POOL_BYTES, _POOL_BYTES_A_BYTE * size)


def _why_not_opened(name: str, says: str) -> StoreError:
    held = re.search(r"Could not set lock.*?(?:PID (\d+)|$)", says, re.DOTALL)
    if held:
        holder = f"process {held[1]}" if held[1] else "another process"
        return StoreUnavailable(f"{name} is in use by {holder}; wait until it is done, or stop it.")
    if "Permission denied" in says:
        return StoreUnavailable(
            f"{name} cannot be opened: you may not write to it, which the engine wants even to read. "
            "Change its permissions, or copy it into a folder of your own."
        )
    if "cannot be a directory" in says:
        return StoreUnavailable(f"{name} is a folder; name a file in it, such as {Path(name) / 'graph.lbug'}.")
    versions = re.search(r"file version: (\d+), .* version: (\d+)", says)
    if versions:
        its, ours = int(versions[1]), int(versions[2])
        return StoreUnavailable(
            f"{name} was written by {'an older' if its < ours else 'a newer'} version of the engine (storage {its}; "
            f"this one reads {ours}). Copy it with the graphkit that wrote it, or move it away and load your articles "
            f"again with: graphkit load PATH... --store {name}"
        )
    if "not a valid" in says:
        return StoreUnavailable(
            f"{name} is no store, or its beginning is damaged. Name a store, or where one may be made, such as "
            "graph.lbug; a damaged one has to be made anew from your articles with: graphkit load PATH..."
        )
    return StoreUnavailable(
        f"{name} cannot be opened ({says.splitlines()[0]}). "
        "If it is a store, it is damaged or of another version: move it away and load your articles again "
        "with: graphkit load PATH..."
    )


def no_room(name: str, error: OSError) -> StoreError:
    """What to say where a store could not be written."""
    return StoreError(f"{name} could not be written ({error.strerror}); it is as it was. Make room on the disk.")


def _companions(path: Path) -> list[Path]:
    return [_with(path, ending) for ending in _COMPANIONS]


def _with(path: Path, ending: str) -> Path:
    return path.with_name(path.name + ending)


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
