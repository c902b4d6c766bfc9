"""A lock between processes: held as long as its process lives, and naming that process."""

from __future__ import annotations

import os
import sys
import time
from contextlib import suppress
from pathlib import Path

from graphkit.errors import StoreUnavailable

if sys.platform == "win32":
    import msvcrt

    # Windows does not let others read a locked byte, so the lock lies far behind the process id.
    _LOCKED_BYTE = 1 << 30

    def _lock(descriptor: int) -> None:
        os.lseek(descriptor, _LOCKED_BYTE, os.SEEK_SET)
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        os.lseek(descriptor, 0, os.SEEK_SET)
else:
    import fcntl

    def _lock(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)


_PAUSE_S = 0.05


class LockFile:
    """The lock that says which process uses a store's file; the system drops it when that process ends."""

    def __init__(self, store: Path, name: str) -> None:
        self._name = name
        self._path = store.with_name(f"{store.name}.lock")
        self._descriptor: int | None = None

    def acquire(self, patience: float) -> None:
        """Take the lock, waiting for it at most so many seconds.

        Raises:
            StoreUnavailable: another process keeps it, or the folder cannot be written.
        """
        give_up = time.monotonic() + patience
        while not self._try():
            if time.monotonic() > give_up:
                raise StoreUnavailable(
                    f"{self._name} is in use by {self._holder()}; wait until it is done, or stop it."
                )
            time.sleep(_PAUSE_S)

    def release(self) -> None:
        """Give the lock back and remove its file."""
        if self._descriptor is None:
            return
        if sys.platform == "win32":
            os.close(self._descriptor)
            with suppress(OSError):  # another process has it open already
                self._path.unlink()
        else:
            self._path.unlink(missing_ok=True)
            os.close(self._descriptor)
        self._descriptor = None

    def _try(self) -> bool:
        try:
            descriptor = os.open(self._path, os.O_RDWR | os.O_CREAT, 0o644)
        except OSError as error:
            raise StoreUnavailable(
                f"{self._name} cannot be locked: {self._path} cannot be written ({error.strerror}). "
                "Name a store in a folder that is there and that you may write to, or copy this one there."
            ) from error
        try:
            _lock(descriptor)
            if not _is_still(self._path, descriptor):
                os.close(descriptor)
                return False
        except OSError:
            os.close(descriptor)
            return False
        os.ftruncate(descriptor, 0)
        os.write(descriptor, str(os.getpid()).encode("ascii"))
        self._descriptor = descriptor
        return True

    def _holder(self) -> str:
        try:
            return f"process {int(self._path.read_text(encoding='ascii'))}"
        except (OSError, ValueError):
            return "another process"


def _is_still(path: Path, descriptor: int) -> bool:
    """Whether the path still names the opened file: its last holder may have removed it meanwhile."""
    try:
        return os.path.samestat(path.stat(), os.fstat(descriptor))
    except FileNotFoundError:
        return False
