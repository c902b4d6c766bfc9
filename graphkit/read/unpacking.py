"""Unpacked bytes, counted: a small file that unpacks to an enormous one is given up in good time."""

from __future__ import annotations

import io
from typing import IO, Final

from graphkit.read.limits import LARGEST_WHOLE, UNPACKED_AT_LEAST, UNPACKED_RATIO

_PIECE: Final = 64 * 1024


class Bomb(Exception):
    """A file unpacks to far more than its size lets expect; nothing more of it is read."""


class Budget:
    """How many bytes a file may still unpack to, in all the archives within it together."""

    def __init__(self, size: int = 0) -> None:
        """A budget for a file of so many bytes."""
        self._left = max(UNPACKED_RATIO * size, UNPACKED_AT_LEAST)

    def spend(self, size: int) -> None:
        """Count bytes that were unpacked.

        Raises:
            Bomb: they are too many.
        """
        self._left -= size
        if self._left < 0:
            raise Bomb


class Unpacked(io.RawIOBase):
    """What a packed stream unpacks to, counted against a budget and read forward, in pieces that memory can hold."""

    def __init__(self, source: IO[bytes], budget: Budget) -> None:
        self._source = source
        self._budget = budget
        self._position = 0

    def readable(self) -> bool:
        """True."""
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        """Read at most as much as the buffer holds."""
        data = self._source.read(min(len(buffer), _PIECE))
        self._budget.spend(len(data))
        self._position += len(data)
        buffer[: len(data)] = data
        return len(data)

    def read(self, size: int = -1) -> bytes:
        """Read so many bytes, fewer only at the end.

        Raises:
            Bomb: they are more than anything here is read at once.
        """
        if not 0 <= size <= LARGEST_WHOLE + 1:
            raise Bomb
        pieces = []
        while size > 0 and (piece := super().read(min(size, _PIECE))):
            pieces.append(piece)
            size -= len(piece)
        return b"".join(pieces)

    def tell(self) -> int:
        """How many bytes have been read."""
        return self._position

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        """Read on until a position that has not been passed yet."""
        if whence != io.SEEK_SET or offset < self._position:
            raise io.UnsupportedOperation("what is unpacked is read forward")
        while self._position < offset and self.read(min(offset - self._position, _PIECE)):
            pass
        return self._position
