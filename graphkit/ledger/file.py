"""The ledger's file, and what goes wrong with it in words."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from graphkit.errors import StoreError
from graphkit.ledger.tables import open_tables


class LedgerFile:
    """The open database.

    Attributes:
        tables: the connection; what is written goes into a `transaction`.
    """

    def __init__(self, path: Path) -> None:
        self.tables = open_tables(path)
        self._path = path

    def rows(self, text: str, *values: object) -> list[Any]:
        """The rows that a statement finds.

        Raises:
            StoreError: the file is damaged.
        """
        try:
            return self.tables.execute(text, values).fetchall()
        except sqlite3.Error as error:
            raise self.damaged(error) from error

    def value(self, text: str, *values: object) -> Any:
        """The only column of the first row; None where there is none."""
        return next((value for (value,) in self.rows(text, *values)), None)

    def damaged(self, error: Exception) -> StoreError:
        """What to say of a file that is damaged."""
        return StoreError(f"{self._path} is damaged ({error}). Delete it and load again; that loses nothing.")

    def about(self, name: str) -> str | None:
        """What the ledger says of itself under a name."""
        value = self.value("SELECT value FROM about WHERE name = ?", name)
        return None if value is None else str(value)

    def say(self, name: str, value: str | None) -> None:
        """Let the ledger say something of itself, or with None nothing."""
        if value is None:
            self.tables.execute("DELETE FROM about WHERE name = ?", (name,))
        else:
            self.tables.execute("INSERT OR REPLACE INTO about VALUES (?, ?)", (name, value))

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All that a block writes, or where it raises nothing of it.

        Raises:
            StoreError: it could not be written.
        """
        try:
            self.tables.execute("BEGIN IMMEDIATE")
            try:
                yield
            except BaseException:
                self.tables.execute("ROLLBACK")
                raise
            self.tables.execute("COMMIT")
        except sqlite3.Error as error:
            raise StoreError(
                f"{self._path} could not be written ({error}). Make room on the disk; deleting that file does no harm."
            ) from error

    def close(self) -> None:
        """Close the file."""
        self.tables.close()
