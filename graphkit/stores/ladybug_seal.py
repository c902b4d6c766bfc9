"""The seal of an embedded store: the checksum of what was written, changed in the same transaction.

The engine notices a file that was cut short, but not bytes that flipped in it. The seal is the comment of a table, so
it is no node that a query would find.
"""

from __future__ import annotations

from typing import Final

import ladybug

from graphkit import vocabulary
from graphkit.stores.content import Content, parsed_content
from graphkit.stores.ladybug_connection import do, rows_of

_SEALED_TABLE: Final = vocabulary.ARTICLE


def read_seal(connection: ladybug.Connection) -> Content | None:
    """What the store should hold; None where a query may have changed it since it was sealed."""
    comments = dict(rows_of(connection, "CALL show_tables() RETURN name, comment"))
    return parsed_content(comments.get(_SEALED_TABLE, ""))


def write_seal(connection: ladybug.Connection, content: Content | None) -> None:
    """Say what the store holds, or with None that nobody knows."""
    do(connection, f"COMMENT ON TABLE {_SEALED_TABLE} IS '{content or ''}'")
