"""What the formats of one file make."""

from __future__ import annotations

from typing import NamedTuple


class Rendered(NamedTuple):
    """The text of a file, and in words what of this very graph it could not take in."""

    text: str
    lost: tuple[str, ...] = ()
