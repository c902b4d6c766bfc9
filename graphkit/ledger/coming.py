"""The articles of a load that are not in the store yet, and which are copies, without holding them in memory."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Final

from graphkit.extract import unread
from graphkit.ledger.file import LedgerFile
from graphkit.ledger.kept import Kept, KeptReadings
from graphkit.read.copies import Words
from graphkit.records import Article
from graphkit.watching import Watch

_WORDS_IN_MEMORY: Final = 512


class Coming:
    """What comes: the articles themselves are kept with the readings, unread until their turn comes."""

    def __init__(self, file: LedgerFile, kept: KeptReadings) -> None:
        self._file = file
        self._kept = kept
        self._words = lru_cache(_WORDS_IN_MEMORY)(lambda key: Words(kept.known(key).given))

    def take(self, articles: Iterable[Article]) -> None:
        """Let articles come.

        Raises:
            StoreError: they cannot be written.
        """
        new, rows = [], []
        for article in articles:
            kept = self._kept.get(article.key)
            if kept is None or not kept.is_of(article):
                new.append(Kept(article, was_read=False, reading=unread(article)))
            rows.append((article.key, Words(article).count))
        self._kept.put(new)
        with self._file.transaction():
            self._file.tables.executemany("INSERT OR REPLACE INTO coming VALUES (?, ?, NULL)", rows)

    def keys(self) -> list[str]:
        """The keys of the articles, in their order."""
        return [key for (key,) in self._file.rows("SELECT article FROM coming ORDER BY article")]

    def articles(self, keys: Iterable[str]) -> Iterator[Article]:
        """The articles of these keys, as they were given."""
        return (self._kept.known(key).given for key in keys)

    def copied(self) -> dict[str, str]:
        """The copies: the key of each → the key of the article that counts for it."""
        return dict(self._file.rows("SELECT article, copy_of FROM coming WHERE copy_of IS NOT NULL"))

    def find_copies(self, watch: Watch) -> bool:
        """Find the copies among what comes and what is stored, as `graphkit.read.copies.copies` does for articles.

        Returns:
            False where an article that is stored, and counts, would become a copy.
        """
        ranked = self._file.rows("SELECT article FROM coming ORDER BY words DESC, article")
        with self._file.transaction():
            return all(self._is_placed(key) for (key,) in watch("Looking for copies", ranked))

    def _is_placed(self, key: str) -> bool:
        """Compare an article with those that are like it; False where one that is stored would become a copy."""
        words: Words = self._words(key)
        marks = words.marks()
        is_same = False
        for other in self._with_one_of(marks):
            is_same = is_same or self._words(other).is_same(words)
            first, second = sorted((self._root(key), self._root(other)), key=self._rank)
            if first != second and words.is_like(self._words(other)):
                if self.is_stored(second):
                    return False
                text = "UPDATE coming SET copy_of = ? WHERE article = ? OR copy_of = ?"
                self._file.tables.execute(text, (first, second, second))
        if not is_same:
            self._file.tables.executemany("INSERT INTO coming_words VALUES (?, ?)", [(key, mark) for mark in marks])
        return True

    def arrived(self, keys: Sequence[str]) -> None:
        """Say that articles are stored now."""
        for text in (
            "INSERT INTO stored SELECT article, words, copy_of FROM coming WHERE article = ?",
            "INSERT INTO words SELECT mark, article FROM coming_words WHERE article = ?",
        ):
            self._file.tables.executemany(text, [(key,) for key in keys])

    def _with_one_of(self, marks: Iterable[bytes]) -> list[str]:
        """The keys of the articles, stored or looked at, that have one of these marks."""
        text = "SELECT article FROM words WHERE mark = ? UNION ALL SELECT article FROM coming_words WHERE mark = ?"
        return sorted({key for mark in marks for (key,) in self._file.rows(text, mark, mark)})

    def _root(self, key: str) -> str:
        """The article that counts for an article: most often itself."""
        text = "SELECT copy_of FROM stored WHERE article = ? UNION ALL SELECT copy_of FROM coming WHERE article = ?"
        return str(self._file.value(text, key, key) or key)

    def _rank(self, key: str) -> tuple[int, str]:
        text = "SELECT words FROM stored WHERE article = ? UNION ALL SELECT words FROM coming WHERE article = ?"
        return -int(self._file.value(text, key, key)), key

    def is_stored(self, key: str) -> bool:
        """Whether the article of a key is in the store, which has to be what the ledger says."""
        return bool(self._file.rows("SELECT 1 FROM stored WHERE article = ?", key))
