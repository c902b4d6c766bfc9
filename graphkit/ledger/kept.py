"""What was read out of articles, kept as soon as it was read, so that nothing is read twice."""

from __future__ import annotations

import zlib
from collections.abc import Collection, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import Final

from graphkit.errors import StoreError
from graphkit.extract import unread
from graphkit.extract.in_parallel import ReadAll
from graphkit.ledger.file import LedgerFile
from graphkit.ledger.written import read_again, written
from graphkit.portions import portions
from graphkit.records import Article, Reading

_AT_ONCE: Final = 200


@dataclass(frozen=True, slots=True)
class Kept:
    """An article as it was given, whether it was read, and what was read; reading may have found a date."""

    given: Article
    was_read: bool
    reading: Reading

    def is_of(self, article: Article) -> bool:
        """Whether it is of this article, as it was given or as it was read."""
        return article in (self.given, self.reading.article)


class KeptReadings:
    """The readings that the ledger keeps."""

    def __init__(self, file: LedgerFile) -> None:
        self._file = file

    def get(self, key: str) -> Kept | None:
        """What is kept of an article.

        Raises:
            StoreError: it is damaged.
        """
        rows = self._file.rows("SELECT date, was_read, reading FROM readings WHERE key = ?", key)
        if not rows:
            return None
        date, was_read, data = rows[0]
        try:
            reading = read_again(data)
        except (zlib.error, ValueError, TypeError) as error:
            raise self._file.damaged(error) from error
        return Kept(replace(reading.article, date=date), bool(was_read), reading)

    def known(self, key: str) -> Kept:
        """What is kept of an article of which something is."""
        kept = self.get(key)
        assert kept is not None, "it was taken in"
        return kept

    def put(self, kept: Iterable[Kept]) -> None:
        """Keep what was read.

        Raises:
            StoreError: it cannot be written.
        """
        rows = [(its.given.key, its.given.date, its.was_read, written(its.reading)) for its in kept]
        with self._file.transaction():
            self._file.tables.executemany("INSERT OR REPLACE INTO readings VALUES (?, ?, ?, ?)", rows)

    def read(self, articles: Iterable[Article], copied: Collection[str], read_all: ReadAll) -> Iterator[Reading]:
        """What articles say: as they were read before, else as they are read now, and kept.

        Args:
            articles: in any order.
            copied: keys of those that are copies, out of which nothing is read.
            read_all: reads the others.
        """
        for some in portions(articles, _AT_ONCE):
            held = {article.key: self.get(article.key) for article in some}
            new: list[Article] = []
            for article in some:
                kept = held[article.key]
                if kept is None or kept.was_read == (article.key in copied) or not kept.is_of(article):
                    new.append(article)
            to_be_read = [article for article in new if article.key not in copied]
            now = {reading.article.key: reading for reading in read_all(to_be_read)}
            now |= {article.key: unread(article) for article in new if article.key in copied}
            fresh = [Kept(article, article.key not in copied, now[article.key]) for article in new]
            with suppress(StoreError):  # the next load reads them again, no more
                self.put(fresh)
            for article in some:
                kept = held[article.key]
                yield now[article.key] if kept is None or article.key in now else kept.reading
