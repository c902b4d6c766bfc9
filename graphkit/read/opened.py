"""A file that is open for reading, wherever it came from: a folder, an archive, an address."""

from __future__ import annotations

import io
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import PurePath
from typing import IO, Final

from graphkit.read.decode import SAMPLE, encoding_of
from graphkit.read.limits import LARGEST_WHOLE, LONGEST_LINE, in_words
from graphkit.read.refusal import Unreadable
from graphkit.read.unpacking import Budget

_UNDECODED: Final = re.compile("[\ud800-\udfff]")
"""How Python shows the bytes of a file's name that are not in the system's encoding."""


@dataclass(frozen=True, slots=True)
class Opened:
    """One file, open for reading.

    Attributes:
        place: how refusals name it: `news.zip, a/b.html`.
        name: its own name, whose ending says what reads it.
        stream: its bytes, read once and forward.
        budget: how much the file on disk that it stands in may still unpack to.
        has_name: whether a person named it; if not, its articles get no key of it.
        url: the address that it was fetched from.
        charset: the encoding that came with it.
        depth: how many archives it stands in.
    """

    place: str
    name: str
    stream: IO[bytes]
    budget: Budget = field(default_factory=Budget)
    has_name: bool = True
    url: str | None = None
    charset: str | None = None
    depth: int = 0

    @property
    def ending(self) -> str:
        """The ending of its name, in small letters: `.html`."""
        return PurePath(self.name).suffix.lower()

    @property
    def key(self) -> str | None:
        """The key of an article that fills the file: its address, else the stem of its name, else none.

        Raises:
            Unreadable: the name is no text.
        """
        if self.url is not None:
            return self.url
        if not self.has_name:
            return None
        key = unicodedata.normalize("NFC", PurePath(self.name).stem)
        if _UNDECODED.search(key):
            raise Unreadable("the name, which is to be the article's key, is not UTF-8", "Rename the file")
        return key

    def within(self, place: str, name: str, stream: IO[bytes]) -> Opened:
        """A file that stands in this one."""
        return Opened(place, name, stream, self.budget, depth=self.depth + 1)

    def whole(self, advice: str = "Leave it out, or split it") -> bytes:
        """All of its bytes.

        Raises:
            Unreadable: they are more than `LARGEST_WHOLE`.
        """
        data = self.stream.read(LARGEST_WHOLE + 1)
        if len(data) > LARGEST_WHOLE:
            raise Unreadable(f"larger than {in_words(LARGEST_WHOLE)}, the most that is read at once", advice)
        return data

    def seekable(self) -> IO[bytes]:
        """Its bytes, to be read here and there."""
        if self.stream.seekable():
            return self.stream
        return io.BytesIO(self.whole("Unpack the archive that it stands in first"))

    def lines(self, newline: str) -> Iterator[str | None]:
        r"""Its lines in text, each with its line end; None for a line that is longer than `LONGEST_LINE`.

        Bytes that are not in the encoding, which is told from the beginning, become half surrogates.

        Args:
            newline: what ends a line, as for `io.TextIOWrapper`.

        Raises:
            Unreadable: this is not text.
        """
        head = self.stream.read(SAMPLE)
        encoding = encoding_of(head, self.charset)
        whole = rejoined(head, self.stream)
        text = io.TextIOWrapper(whole, encoding, errors="surrogateescape", newline=newline)
        try:
            first = text.readline(LONGEST_LINE + 1).removeprefix("\ufeff")
            for line in _and_then(first, text):
                if len(line) > LONGEST_LINE:
                    _skip_line(text, line)
                    yield None
                else:
                    yield line
        except UnicodeDecodeError as error:
            raise Unreadable(f"this is not {encoding.upper()} text", "Save the file as UTF-8 text") from error
        finally:
            text.detach()


def rejoined(head: bytes, rest: IO[bytes]) -> io.BufferedReader:
    """A stream whose beginning has been read already, from its beginning."""
    return io.BufferedReader(_Rejoined(head, rest))


class _Rejoined(io.RawIOBase):
    def __init__(self, head: bytes, rest: IO[bytes]) -> None:
        self._head = io.BytesIO(head)
        self._rest = rest

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        data = self._head.read(len(buffer)) or self._rest.read(len(buffer))
        buffer[: len(data)] = data
        return len(data)


def _and_then(first: str, text: io.TextIOWrapper) -> Iterator[str]:
    line = first
    while line:
        yield line
        line = text.readline(LONGEST_LINE + 1)


def _skip_line(text: io.TextIOWrapper, line: str) -> None:
    while line and not line.endswith(("\n", "\r")):
        line = text.readline(LONGEST_LINE)
