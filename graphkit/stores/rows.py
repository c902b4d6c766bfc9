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
PROPERTIES: Final = NODE_PROPERTIES | EDGE_PROPERTIES
"""What is stored of a node of each label and an edge of each type, beside what finds it."""

_PYTHON_TYPES: Final[dict[PropertyType, type | tuple[type, ...]]] = {
    "string": str,
    "strings": list,
    "integer": int,
    "float": (float, int),
    "boolean": bool,
}

_NAMES: Final = {kind: [its.name for its in declared] for kind, declared in PROPERTIES.items()}
_FLOATS: Final = {
    kind: [place for place, its in enumerate(declared) if its.type == "float"] for kind, declared in PROPERTIES.items()
}
_KNOWN: Final = {
    kind: frozenset(("label", "type", *(("id",) if kind in NODE_PROPERTIES else ("source", "target", "key")), *names))
    for kind, names in _NAMES.items()
}

_fitting: Final[dict[str, set[tuple[type, ...]]]] = {kind: set() for kind in _NAMES}
"""For each kind the types of values that were looked at and fit: rows of the same types pass without a closer look."""

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
    names = _NAMES[kind]
    values = list(map(given.get, names))
    types = (*map(type, row.values()), *map(type, values))
    if types not in _fitting[kind] or list in types:
        values = _all_checked(kind, row, values)
        if types == (*map(type, row.values()), *map(type, values)):
            _fitting[kind].add(types)
    if not given.keys() <= _KNOWN[kind]:
        unknown = min(given.keys() - _KNOWN[kind])
        raise VocabularyError(
            f"{_in_words(kind, row)} has the property {unknown!r}, which the graph model does not know."
        )
    row.update(zip(names, values, strict=True))
    return row


def _all_checked(kind: str, row: Row, values: list[Any]) -> list[Any]:
    for name, text in row.items():
        _checked(kind, row, Property(name, nullable=False), text)
    return [_checked(kind, row, its, value) for its, value in zip(PROPERTIES[kind], values, strict=True)]


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
    """The hash of a row that is to be stored: of its label or type and of its values in their order.

    Raises:
        VocabularyError: a text has half a surrogate pair, which cannot be stored.
    """
    try:
        return _hash([kind, *row.values()])
    except UnicodeEncodeError:
        names = {name: row[name] for name in row if name not in _NAMES[kind]}
        _all_checked(kind, names, [row[name] for name in _NAMES[kind]])
        raise


def stored_hash(kind: str, names: tuple[str, ...], data: Mapping[str, Any]) -> int:
    """The hash of a node (named by its id) or edge (by its ends and key) as a store has it: that of its row."""
    values: list[Any] = [data.get(name) for name in _NAMES[kind]]
    for place in _FLOATS[kind]:
        values[place] = float(values[place])
    return _hash([kind, *names, *values])


def _hash(values: list[Any]) -> int:
    return int.from_bytes(hashlib.sha256(_to_json(values).encode("utf-8")).digest(), "big")
