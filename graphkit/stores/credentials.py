"""How to sign in to a Neo4j: from the environment, else from a file that only its owner may read.

    NEO4J_USERNAME, NEO4J_PASSWORD, NEO4J_DATABASE

The file is TOML and is named by GRAPHKIT_CREDENTIALS; it has a table for each address:

    ["neo4j+s://example.databases.neo4j.io"]
    username = "reader"
    password = "…"
    database = "news"
"""

from __future__ import annotations

import os
import stat
import sys
import tomllib
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from graphkit.errors import StoreUnavailable

_OTHERS: Final = stat.S_IRWXG | stat.S_IRWXO
_FIRST_USER: Final = "neo4j"
"""Whom a server knows that was just installed."""


@dataclass(frozen=True, slots=True)
class Credentials:
    """A user's name and password, and the database; None is the server's own. The password is in no `repr`."""

    username: str = _FIRST_USER
    password: str | None = field(default=None, repr=False)
    database: str | None = None

    @property
    def auth(self) -> tuple[str, str] | None:
        """What the driver takes; None without a password."""
        return (self.username, self.password) if self.password else None


def find_credentials(url: str) -> Credentials:
    """The credentials for an address: of the environment if it has a password, else of the file.

    Raises:
        StoreUnavailable: the file is not there, cannot be read, or may be read by others.
    """
    file = os.environ.get("GRAPHKIT_CREDENTIALS")
    entry: dict[str, Any] = {}
    if file and not os.environ.get("NEO4J_PASSWORD"):
        entry = _read(Path(file)).get(url.rstrip("/"), {})
    return Credentials(
        username=os.environ.get("NEO4J_USERNAME") or entry.get("username", _FIRST_USER),
        password=os.environ.get("NEO4J_PASSWORD") or entry.get("password"),
        database=os.environ.get("NEO4J_DATABASE") or entry.get("database"),
    )


def how_to_sign_in(url: str) -> str:
    """What to do where the credentials for an address are refused, in words."""
    file = os.environ.get("GRAPHKIT_CREDENTIALS")
    if file and not os.environ.get("NEO4J_PASSWORD"):
        return f'look at its table in {file}, which begins with ["{url}"]'
    return "set NEO4J_USERNAME and NEO4J_PASSWORD"


def _read(file: Path) -> dict[str, dict[str, Any]]:
    try:
        if sys.platform != "win32" and file.stat().st_mode & _OTHERS:
            raise StoreUnavailable(f"{file}: may be read by others, and holds passwords. Say: chmod 600 {file}")
        return {url.rstrip("/"): entry for url, entry in tomllib.loads(file.read_text(encoding="utf-8")).items()}
    except OSError as error:
        raise StoreUnavailable(f"{file}: cannot be read ({error.strerror}); GRAPHKIT_CREDENTIALS names it.") from error
    except ValueError:  # its cause would show what stands in the file
        raise StoreUnavailable(f"{file}: is not TOML with a table for each address; see docs/stores.md.") from None
