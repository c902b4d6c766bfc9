"""What was read out of articles, kept as soon as it was read, so that nothing is read twice."""

from __future__ import annotations

import zlib
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from graphkit.extract import extract, unread
from graphkit.in_parallel import Spread
from graphkit.ledger.file import LedgerFile
from graphkit.ledger.written import read_again, written
from graphkit.portions import portions
from graphkit.records import Article, Reading

_AT_ONCE: Final = 200


@dataclass(frozen=True, slots=True)
class Kept:
    """An article as it was given, and what was read, if it was; reading may have found a date."""

    given: Article
    reading: Reading

    def is_of(self, article: Article) -> bool:
        """Whether it is of this article, as it was given or as it was read."""
        return article in (self.given, self.reading.article)


@dataclass(frozen=True, slots=True)
class _Begun:
    """A portion of articles that is being read: their keys, those that were not read before, and what is read."""

    keys: Sequence[str]
    unread: Sequence[str]
    readings: Iterable[bytes]


class KeptReadings:
    """The readings that the ledger keeps."""

    def __init__(self, file: LedgerFile) -> None:
        self._file = file

    def get(self, key: str) -> Kept | None:
        """What is kept of an article.

        Raises:
            StoreError: it is damaged.
        """
        rows = self._file.rows("SELECT date, reading FROM readings WHERE key = ?", key)
        if not rows:
            return None
        date, data = rows[0]
        try:
            reading = read_again(data)
        except (zlib.error, ValueError, TypeError) as error:
            raise self._file.damaged(error) from error
        return Kept(replace(reading.article, date=date), reading)

    def known(self, key: str) -> Kept:
        """What is kept of an article of which something is."""
        kept = self.get(key)
        assert kept is not None, "it was taken in"
        return kept

    def hold(self, articles: Iterable[Article]) -> None:
        """Keep articles until they are read; what was read of them before stays.

        Raises:
            StoreError: they cannot be written.
        """
        rows = []
        for article in articles:
            kept = self.get(article.key)
            if kept is None or not kept.is_of(article):
                rows.append((article.key, article.date, written(unread(article))))
        with self._file.transaction():
            self._file.tables.executemany("INSERT OR REPLACE INTO readings VALUES (?, ?, FALSE, ?)", rows)

    def read(self, keys: Iterable[str], copied: Collection[str], spread: Spread) -> Iterator[str]:
        """Read the articles of these keys that are held; while the caller works on some, the next are being read.

        Args:
            keys: in any order; what was read before is not read again.
            copied: keys of those that are copies, out of which nothing is read.
            spread: spreads the reading.

        Yields:
            each key, when its article has been read and kept.

        Raises:
            StoreError: what was read cannot be written, or what was held is damaged.
        """
        before: _Begun | None = None
        for some in portions(keys, _AT_ONCE):
            begun = self._begin(some, copied, spread)
            if before is not None:
                yield from self._put(before)
            before = begun
        if before is not None:
            yield from self._put(before)

    def _begin(self, some: Sequence[str], copied: Collection[str], spread: Spread) -> _Begun:
        """Begin to read a portion."""
        self._say_unread(key for key in some if key in copied and self._was_read(key))
        articles = [self.known(key).given for key in some if key not in copied and not self._was_read(key)]
        return _Begun(some, [article.key for article in articles], spread(_read_out, articles))

    def _was_read(self, key: str) -> bool:
        return bool(self._file.value("SELECT was_read FROM readings WHERE key = ?", key))

    def _put(self, begun: _Begun) -> Sequence[str]:
        """Keep what is read of a portion; its keys."""
        rows = list(zip(begun.readings, begun.unread, strict=True))
        with self._file.transaction():
            text = "UPDATE readings SET was_read = TRUE, reading = ? WHERE key = ?"
            self._file.tables.executemany(text, rows)
        return begun.keys

    def _say_unread(self, keys: Iterable[str]) -> None:
        rows = [(written(unread(self.known(key).given)), key) for key in keys]
        with self._file.transaction():
            text = "UPDATE readings SET was_read = FALSE, reading = ? WHERE key = ?"
            self._file.tables.executemany(text, rows)


def _read_out(article: Article) -> bytes:
    return written(extract(article))
