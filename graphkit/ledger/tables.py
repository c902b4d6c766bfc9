"""The ledger's file: an SQLite database."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Final

_VERSION: Final = 5

_TABLES: Final = """
CREATE TABLE about (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;

-- What each article says, compressed, and the date that it was given; it is kept as soon as it is read. Copies, and
-- articles whose turn has not come, are there unread.
CREATE TABLE readings (key TEXT PRIMARY KEY, date TEXT, was_read INTEGER NOT NULL, reading BLOB NOT NULL);

-- Every article of the store, how many words it has, their digest and signature, and of which other it is a copy.
CREATE TABLE stored (
  article TEXT PRIMARY KEY, words INTEGER NOT NULL, whole BLOB NOT NULL, least BLOB NOT NULL, copy_of TEXT
) WITHOUT ROWID;

-- What articles have in common with their copies; an article of the same words as another has none.
CREATE TABLE words (mark INTEGER NOT NULL, article TEXT NOT NULL, PRIMARY KEY (mark, article)) WITHOUT ROWID;

-- Subjects that are alike in all but their article: such subjects are one entity, or each is one of its own.
CREATE TABLE profiles (
  id INTEGER PRIMARY KEY, label TEXT NOT NULL, key TEXT NOT NULL, context TEXT NOT NULL, posts TEXT NOT NULL,
  initial TEXT NOT NULL, article TEXT NOT NULL, subject TEXT NOT NULL, name TEXT NOT NULL, entity TEXT,
  UNIQUE (label, key, context, posts, initial)
);
CREATE INDEX profiles_by_entity ON profiles (entity) WHERE entity IS NOT NULL;

-- The subjects of each article, with their other spellings as JSON where they have any; `entity` where those of a
-- profile are each an entity of its own.
CREATE TABLE subjects (
  article TEXT NOT NULL, subject TEXT NOT NULL, name TEXT NOT NULL, aliases TEXT, profile INTEGER NOT NULL, entity TEXT,
  PRIMARY KEY (article, subject)
) WITHOUT ROWID;
CREATE INDEX subjects_by_profile ON subjects (profile);
CREATE INDEX subjects_by_entity ON subjects (entity) WHERE entity IS NOT NULL;

-- What the articles say of the subjects of a profile, and how often.
CREATE TABLE sayings (
  profile INTEGER NOT NULL, what TEXT NOT NULL, value TEXT NOT NULL, times INTEGER NOT NULL,
  PRIMARY KEY (profile, what, value)
) WITHOUT ROWID;

-- The profiles of which a subject is spelled so, without regard to accents and capitals.
CREATE TABLE spellings (
  spelling TEXT NOT NULL, profile INTEGER NOT NULL, PRIMARY KEY (spelling, profile)
) WITHOUT ROWID;

-- What people's names share with their variants, hashed.
CREATE TABLE marks (mark INTEGER NOT NULL, profile INTEGER NOT NULL, PRIMARY KEY (mark, profile)) WITHOUT ROWID;

-- Every entity with the first of its subjects: of those with one slug, the first has the slug as its id.
CREATE TABLE entities (
  id TEXT PRIMARY KEY, slug TEXT NOT NULL, article TEXT NOT NULL, subject TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX entities_by_slug ON entities (slug, article, subject);

-- What corrections make of all this in the store: whole entities under another id, single subjects of another entity,
-- what articles say then, and the names that people gave to entities of the store.
CREATE TABLE joined (entity TEXT PRIMARY KEY, becomes TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE parted (
  article TEXT NOT NULL, subject TEXT NOT NULL, entity TEXT NOT NULL, PRIMARY KEY (article, subject)
) WITHOUT ROWID;
CREATE TABLE edited (article TEXT PRIMARY KEY, reading BLOB NOT NULL);
CREATE TABLE given (entity TEXT PRIMARY KEY, name TEXT NOT NULL) WITHOUT ROWID;
"""

_TABLES_OF_COMING: Final = """
-- The articles of this load that are not in the store yet, as `stored` has them once they are, and their `words`.
CREATE TEMP TABLE coming (
  article TEXT PRIMARY KEY, words INTEGER NOT NULL, whole BLOB NOT NULL, least BLOB NOT NULL, copy_of TEXT
) WITHOUT ROWID;
CREATE TEMP TABLE coming_words (
  mark INTEGER NOT NULL, article TEXT NOT NULL, PRIMARY KEY (mark, article)
) WITHOUT ROWID;
"""

CORRECTED: Final = ("joined", "parted", "edited", "given")
"""The tables that say what corrections make of it."""

WHO_IS_WHO: Final = (
    *("stored", "words", "profiles", "subjects", "sayings", "spellings", "marks", "entities"),
    *CORRECTED,
)
"""The tables that say what the store holds."""

COMING: Final = ("coming", "coming_words")
"""The tables that say what a load is about to add."""

IN_MEMORY: Final = Path(":memory:")
EMPTY: Final = "".join(f"DROP TABLE IF EXISTS {name};" for name in ("about", "readings", *WHO_IS_WHO)) + _TABLES


def open_tables(path: Path) -> sqlite3.Connection:
    """Open the database, with empty tables where it is new, of another version or is no database.

    Transactions are begun and ended by the caller.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        return _opened(path)
    except sqlite3.DatabaseError:
        path.unlink(missing_ok=True)
        return _opened(path)


def _opened(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path, isolation_level=None)
    try:
        (version,) = connection.execute("PRAGMA user_version").fetchone()
        if version != _VERSION:
            connection.executescript(f"BEGIN; {EMPTY} PRAGMA user_version = {_VERSION}; COMMIT;")
        connection.executescript(_TABLES_OF_COMING)
    except BaseException:
        connection.close()
        raise
    return connection
