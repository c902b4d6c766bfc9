"""Articles that say something else than they did: out of the ledger, and in again."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable

from graphkit.ledger.changes import find_changes, write_changes
from graphkit.ledger.ids import name_groups
from graphkit.ledger.joining import Joining
from graphkit.ledger.subjects import entities_alone
from graphkit.portraits import sayings_of
from graphkit.records import Reading, Subject
from graphkit.resolve.candidates import candidates_of


class Replacing:
    """Tells who is who when some articles say something else; of the ledger, only these articles are taken out yet.

    Attributes:
        changed: what is not as it was, besides these articles.
    """

    def __init__(self, tables: sqlite3.Connection, was: Iterable[Reading], becomes: Iterable[Reading]) -> None:
        """Take articles out, and tell who is who with what they say now.

        Args:
            tables: the ledger.
            was: what it has of these articles.
            becomes: what they say now.
        """
        self._tables = tables
        gone = list(was)
        blocks = {(its.subject.label, its.key) for reading in gone for its in candidates_of(reading)}
        linked = Joining(tables, (), blocks).blocks | blocks
        entities = {entity for reading in gone for entity in entities_alone(tables, reading.article.key).values()}
        for reading in gone:
            for subject in reading.subjects:
                _take_out(tables, reading.article.key, subject)
        joining = Joining(tables, becomes, linked)
        self._was = joining.was | entities
        self._named, self._renamed = name_groups(tables, joining.groups, self._was)
        self.changed = find_changes(tables, self._named, self._renamed)
        self.changed.entities |= entities

    def write(self) -> None:
        """Write into the ledger who is who now."""
        write_changes(self._tables, self._named, self._renamed, self._was)


def _take_out(tables: sqlite3.Connection, article: str, subject: Subject) -> None:
    """Take one subject out of its profile, and the profile out when it was the last."""
    its = (article, subject.key)
    (profile,) = tables.execute("SELECT profile FROM subjects WHERE article = ? AND subject = ?", its).fetchone()
    tables.execute("DELETE FROM subjects WHERE article = ? AND subject = ?", its)
    text = "UPDATE sayings SET times = times - 1 WHERE profile = ? AND what = ? AND value = ?"
    tables.executemany(text, [(profile, *saying) for saying in sayings_of(subject)])
    tables.execute("DELETE FROM sayings WHERE profile = ? AND times = 0", (profile,))
    text = "SELECT article, subject, name FROM subjects WHERE profile = ? ORDER BY article, subject LIMIT 1"
    first = tables.execute(text, (profile,)).fetchone()
    if first is not None:
        tables.execute("UPDATE profiles SET article = ?, subject = ?, name = ? WHERE id = ?", (*first, profile))
        return
    tables.execute("DELETE FROM profiles WHERE id = ?", (profile,))
    for name in ("marks", "spellings"):
        tables.execute(f"DELETE FROM {name} WHERE profile = ?", (profile,))
