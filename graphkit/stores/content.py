"""A checksum of what a graph holds, the same in every store, that follows changes without reading the rest.

Every node and every edge is hashed by itself (SHA-256 of its values as JSON) and the hashes are added, modulo 2^256:
so the order does not matter, and what is added, changed or removed is added to or taken from the sum. Sums of this
kind are AdHash of Bellare and Micciancio, A New Paradigm for Collision-Free Hashing, EUROCRYPT 1997. This one is
there to notice accidents, not forgers.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from graphkit.vocabulary import Property

_MODULUS: Final = 1 << 256
_WRITTEN: Final = re.compile(r"(\d+) nodes?, (\d+) edges?, content ([0-9a-f]{64})")
_to_json: Final = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


@dataclass(frozen=True, slots=True)
class Content:
    """How many nodes and edges, and the sum of their hashes."""

    nodes: int = 0
    edges: int = 0
    digest: int = 0

    def __add__(self, other: Content) -> Content:
        return Content(self.nodes + other.nodes, self.edges + other.edges, (self.digest + other.digest) % _MODULUS)

    def __sub__(self, other: Content) -> Content:
        return Content(self.nodes - other.nodes, self.edges - other.edges, (self.digest - other.digest) % _MODULUS)

    def __str__(self) -> str:
        return f"{self.nodes} nodes, {self.edges} edges, content {self.digest:064x}"


def parsed_content(text: str) -> Content | None:
    """The content that a text of `str(content)` says; None where it says nothing of that form."""
    match = _WRITTEN.fullmatch(text)
    return Content(int(match[1]), int(match[2]), int(match[3], 16)) if match else None


def hash_of(names: tuple[str, ...], declared: tuple[Property, ...], data: Mapping[str, Any]) -> int:
    """The hash of one node or edge.

    Args:
        names: what it is: label and id, or type, ends and key.
        declared: its properties in the graph model; one that is left out counts as null.
        data: their values.
    """
    values = [_number(data.get(its.name)) if its.type == "float" else data.get(its.name) for its in declared]
    text = _to_json([*names, *values])
    return int.from_bytes(hashlib.sha256(text.encode("utf-8", "surrogatepass")).digest(), "big")


def _number(value: Any) -> Any:
    """1 and 1.0 are one number: not every store tells them apart."""
    return float(value) if isinstance(value, int) else value
