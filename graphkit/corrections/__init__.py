"""What people correct, in a plain file that every derivation of the graph applies.

A correction never rewrites what an article says: it changes who is one with whom (`same`, `not-same`), what an
entity is called or is (`rename`, `relabel`), and which edges are derived (`drop`, `keep`, `retype`, `add`). Lines
name their targets by what the articles say, so that they hold when articles are added, come in another order, or
go to another store.
"""

from __future__ import annotations

from graphkit.corrections.derive import Derivation, derive
from graphkit.corrections.file import NO_CORRECTIONS, Corrections, append_correction, read_corrections
from graphkit.corrections.line import parse_line, write_line

__all__ = [
    "NO_CORRECTIONS",
    "Corrections",
    "Derivation",
    "append_correction",
    "derive",
    "parse_line",
    "read_corrections",
    "write_line",
]
