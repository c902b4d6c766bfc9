"""Nodes and edges as rows with every property of the graph model, checked; and their hashes.

A load spends its time here and not in the engine, so what is done for every value is kept short.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from typing import Any, Final, TypeAlias

from graphkit import vocabulary
from graphkit.errors import VocabularyError
from graphkit.vocabulary import Property, PropertyType

Row: TypeAlias = dict[str, Any]
"""A node (`id` and its properties) or an edge (`source`, `target`, `key` and its properties), in this order."""

NODE_PROPERTIES: Final = {name: label.properties for name, label in vocabulary.NODE_LABELS.items()}
EDGE_PROPERTIES: Final = {
    name: (*edge.properties, *vocabulary.EVIDENCE) for name, edge in vocabulary.EDGE_TYPES.items()
}

_PYTHON_TYPES: Final[dict[PropertyType, type | tuple[type, ...]]] = {
    "string": str,
    "strings": list,
    "integer": int,
    "float": (float, int),
    "boolean": bool,
}

# What passes without a closer look; a list has elements to be looked at.
_PLAIN_TYPES: Final[dict[PropertyType, type | None]] = {
    "string": str,
    "strings": None,
    "integer": int,
    "float": float,
    "boolean": bool,
}

_PLAIN: Final = {
    kind: [(its, its.name, _PLAIN_TYPES[its.type]) for its in declared]
    for kind, declared in (NODE_PROPERTIES | EDGE_PROPERTIES).items()
}
_NAMES: Final = {kind: [its.name for its in declared] for kind, declared in (NODE_PROPERTIES | EDGE_PROPERTIES).items()}
_FLOATS: Final = {
    kind: [place for place, its in enumerate(declared) if its.type == "float"]
    for kind, declared in (NODE_PROPERTIES | EDGE_PROPERTIES).items()
}
_KINDS: Final = frozenset(("label", "type"))
_to_json: Final = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def node_row(label: str, node: str, data: Mapping[str, Any]) -> Row:
    """A node's id and its declared properties, null where the data leaves one out.

    Raises:
        VocabularyError: a value is not of its type, or a property is not of the model.
    """
    return _completed(label, {"id": node}, data)


def edge_row(type_: str, source: str, target: str, key: str, data: Mapping[str, Any]) -> Row:
    """An edge's ends, key and declared properties, null where the data leaves one out.

    Raises:
        VocabularyError: a value is not of its type, or a property is not of the model.
    """
    return _completed(type_, {"source": source, "target": target, "key": key}, data)


def _completed(kind: str, row: Row, given: Mapping[str, Any]) -> Row:
    for name, text in row.items():
        if type(text) is not str or not text.isascii():
            _checked(kind, row, Property(name, nullable=False), text)
    for declared, name, plain in _PLAIN[kind]:
        value = given.get(name)
        strange = type(value) is not plain or (isinstance(value, str) and not value.isascii())
        row[name] = _checked(kind, row, declared, value) if strange else value
    if not given.keys() <= row.keys() | _KINDS:
        unknown = min(given.keys() - row.keys() - _KINDS)
        raise VocabularyError(
            f"{_in_words(kind, row)} has the property {unknown!r}, which the graph model does not know."
        )
    return row


def _checked(kind: str, row: Row, declared: Property, value: Any) -> Any:
    if value is None and declared.nullable:
        return None
    fits = isinstance(value, _PYTHON_TYPES[declared.type]) and _is_text(value)
    if not fits or (isinstance(value, bool) and declared.type != "boolean"):
        needed = declared.type if not declared.nullable else f"{declared.type} or null"
        says = f"{_in_words(kind, row)} has {str(value)!r:.80} as its {declared.name}"
        raise VocabularyError(f"{says}; the graph model wants {needed} there.")
    return float(value) if declared.type == "float" else value


def _in_words(kind: str, row: Row) -> str:
    if "id" in row:
        return f"The {kind} {row['id']!r}"
    return f"The edge {kind} {row['source']!r} → {row['target']!r}"


def _is_text(value: Any) -> bool:
    """Whether the texts of a value can be stored: half a surrogate pair cannot be written as UTF-8."""
    if isinstance(value, list):
        return all(isinstance(element, str) and not _has_surrogate(element) for element in value)
    return not isinstance(value, str) or not _has_surrogate(value)


def _has_surrogate(string: str) -> bool:
    return not string.isascii() and any("\ud800" <= character <= "\udfff" for character in string)


def row_hash(kind: str, row: Row) -> int:
    """The hash of a checked row: of its label or type and of its values in their order."""
    return _hash([kind, *row.values()])


def stored_hash(kind: str, names: tuple[str, ...], data: Mapping[str, Any]) -> int:
    """The hash of a node (named by its id) or edge (by its ends and key) as a store has it: that of its row."""
    values: list[Any] = [data.get(name) for name in _NAMES[kind]]
    for place in _FLOATS[kind]:
        values[place] = float(values[place])
    return _hash([kind, *names, *values])


def _hash(values: list[Any]) -> int:
    return int.from_bytes(hashlib.sha256(_to_json(values).encode("utf-8", "surrogatepass")).digest(), "big")
