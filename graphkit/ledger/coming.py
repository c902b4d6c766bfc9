"""The articles of a load that are not in the store yet, and which are copies, without holding them in memory."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import lru_cache
from typing import Final

from graphkit.in_parallel import Spread
from graphkit.ledger.file import LedgerFile
from graphkit.ledger.kept import KeptReadings
from graphkit.read.copies import Sketch, Words, sketched
from graphkit.records import Article
from graphkit.watching import Watch

_WORDS_IN_MEMORY: Final = 512
_SKETCHES_IN_MEMORY: Final = 50_000  # 400 bytes each


class Coming:
    """What comes: the articles themselves are kept with the readings, unread until their turn comes."""

    def __init__(self, file: LedgerFile, kept: KeptReadings) -> None:
        self._file = file
        self._kept = kept
        self._words = lru_cache(_WORDS_IN_MEMORY)(lambda key: Words(kept.known(key).given, self._sketch(key)))
        self._sketch = lru_cache(_SKETCHES_IN_MEMORY)(self._sketch_of)

    def take(self, articles: Collection[Article], spread: Spread) -> None:
        """Let articles come.

        Raises:
            StoreError: they cannot be written.
        """
        for memory in (self._words, self._sketch):
            memory.cache_clear()
        sketches = spread(sketched, articles)
        self._kept.hold(articles)
        rows = [
            (article.key, sketch.count, sketch.whole, sketch.least)
            for article, sketch in zip(articles, sketches, strict=True)
        ]
        with self._file.transaction():
            self._file.tables.executemany("INSERT OR REPLACE INTO coming VALUES (?, ?, ?, ?, NULL)", rows)

    def keys(self) -> list[str]:
        """The keys of the articles, in their order."""
        return [key for (key,) in self._file.rows("SELECT article FROM coming ORDER BY article")]

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
        sketch: Sketch = self._sketch(key)
        marks = sketch.marks()
        is_same = False
        for other in self._with_one_of(marks):
            its: Sketch = self._sketch(other)
            is_same = is_same or its.whole == sketch.whole
            if not sketch.may_be_like(its):
                continue
            first, second = sorted((self._root(key), self._root(other)), key=self._rank)
            if first != second and self._words(key).is_like(self._words(other)):
                if self.is_stored(second):
                    return False
                text = "UPDATE coming SET copy_of = ? WHERE article = ? OR copy_of = ?"
                self._file.tables.execute(text, (first, second, second))
        if not is_same:
            self._file.tables.executemany("INSERT INTO coming_words VALUES (?, ?)", [(mark, key) for mark in marks])
        return True

    def arrived(self, keys: Sequence[str]) -> None:
        """Say that articles are stored now."""
        marks = []
        for key in keys:
            sketch: Sketch = self._sketch(key)
            if self._file.rows("SELECT 1 FROM coming_words WHERE mark = ? AND article = ?", sketch.marks()[0], key):
                marks += [(mark, key) for mark in sketch.marks()]
        self._file.tables.executemany("INSERT INTO words VALUES (?, ?)", marks)
        text = "INSERT INTO stored SELECT article, words, whole, least, copy_of FROM coming WHERE article = ?"
        self._file.tables.executemany(text, [(key,) for key in keys])

    def _with_one_of(self, marks: Sequence[int]) -> list[str]:
        """The keys of the articles, stored or looked at, that have one of these marks."""
        wanted = ", ".join("?" * len(marks))
        text = (
            f"SELECT article FROM words WHERE mark IN ({wanted}) "
            f"UNION SELECT article FROM coming_words WHERE mark IN ({wanted}) ORDER BY 1"
        )
        return [key for (key,) in self._file.rows(text, *marks, *marks)]

    def _sketch_of(self, key: str) -> Sketch:
        text = (
            "SELECT words, whole, least FROM stored WHERE article = ? "
            "UNION ALL SELECT words, whole, least FROM coming WHERE article = ?"
        )
        return Sketch(*self._file.rows(text, key, key)[0])

    def _root(self, key: str) -> str:
        """The article that counts for an article: most often itself."""
        text = "SELECT copy_of FROM stored WHERE article = ? UNION ALL SELECT copy_of FROM coming WHERE article = ?"
        return str(self._file.value(text, key, key) or key)

    def _rank(self, key: str) -> tuple[int, str]:
        return -self._sketch(key).count, key

    def is_stored(self, key: str) -> bool:
        """Whether the article of a key is in the store, which has to be what the ledger says."""
        return bool(self._file.rows("SELECT 1 FROM stored WHERE article = ?", key))
