"""Articles that say something else than they did: what differs, out of the ledger and in again."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable

from graphkit.ledger.changes import find_changes, write_changes
from graphkit.ledger.ids import name_groups
from graphkit.ledger.joining import Joining
from graphkit.ledger.subjects import entities_alone
from graphkit.portraits import sayings_of
from graphkit.records import Reading
from graphkit.resolve.candidates import candidates_of
from graphkit.resolve.clusters import Candidate


class Replacing:
    """Tells who is who when some articles say something else.

    Attributes:
        changed: what is not as it was: articles besides these, and entities.
    """

    def __init__(self, tables: sqlite3.Connection, was: Iterable[Reading], becomes: Iterable[Reading]) -> None:
        """Take out of the ledger what these articles do not say any more; the rest is for `write`.

        Whoever was linked with a subject that goes is told anew, since it may have been what joined them, or what
        kept them apart.

        Args:
            tables: the ledger.
            was: what it has of these articles.
            becomes: what they say now.
        """
        self._tables = tables
        old, new = _candidates(was), _candidates(becomes)
        gone = [its for reference, its in old.items() if new.get(reference) != its]
        blocks = {(its.subject.label, its.key) for its in gone}
        linked = Joining(tables, (), blocks).blocks | blocks
        entities = {entities_alone(tables, its.article)[its.subject.key] for its in gone}
        for candidate in gone:
            _take_out(tables, candidate)
        joining = Joining(tables, (its for reference, its in new.items() if old.get(reference) != its), linked)
        self._was = joining.was | entities
        self._named, self._renamed = name_groups(tables, joining.groups, self._was)
        self.changed = find_changes(tables, self._named, self._renamed)
        self.changed.entities |= entities

    def write(self) -> None:
        """Write into the ledger who is who now."""
        write_changes(self._tables, self._named, self._renamed, self._was)


def _candidates(readings: Iterable[Reading]) -> dict[tuple[str, str], Candidate]:
    return {its.reference: its for reading in readings for its in candidates_of(reading)}


def _take_out(tables: sqlite3.Connection, candidate: Candidate) -> None:
    """Take one subject out of its profile, and the profile out when it was the last."""
    its = candidate.reference
    (profile,) = tables.execute("SELECT profile FROM subjects WHERE article = ? AND subject = ?", its).fetchone()
    tables.execute("DELETE FROM subjects WHERE article = ? AND subject = ?", its)
    text = "UPDATE sayings SET times = times - 1 WHERE profile = ? AND what = ? AND value = ?"
    tables.executemany(text, [(profile, *saying) for saying in sayings_of(candidate.subject)])
    tables.execute("DELETE FROM sayings WHERE profile = ? AND times = 0", (profile,))
    text = "SELECT article, subject, name FROM subjects WHERE profile = ? ORDER BY article, subject LIMIT 1"
    first = tables.execute(text, (profile,)).fetchone()
    if first is not None:
        tables.execute("UPDATE profiles SET article = ?, subject = ?, name = ? WHERE id = ?", (*first, profile))
        return
    tables.execute("DELETE FROM profiles WHERE id = ?", (profile,))
    for name in ("marks", "spellings"):
        tables.execute(f"DELETE FROM {name} WHERE profile = ?", (profile,))
