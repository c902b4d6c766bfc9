"""What the embedded engine answers, as plain rows or as errors of graphkit."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import Any, Final, TypeAlias

import ladybug

from graphkit.errors import QueryError, StoreError
from graphkit.stores.base import Rows
from graphkit.stores.cypher_text import bare, pointed_out
from graphkit.stores.dialect import hint
from graphkit.stores.ladybug_connection import rows_of
from graphkit.stores.ladybug_schema import original_offset, portable
from graphkit.stores.values import plain_node, plain_path, plain_relationship, plain_scalar

_InternalId: TypeAlias = tuple[int, int]
"""Table and offset of a node."""

# The engine lets a read-only transaction write files (COPY … TO) and change settings (CALL x = …).
_READS: Final = re.compile(
    r"\s*((EXPLAIN|PROFILE)\s+)?(MATCH|OPTIONAL|UNWIND|WITH|RETURN|CALL(?!\s+\w+\s*=))\b", re.IGNORECASE
)
_PLACE: Final = re.compile(r"\s*\(line: (\d+), offset: (\d+)\).*", re.DOTALL)


def check_reads_only(cypher: str) -> None:
    """Refuse a statement that is no question, before the engine's own guard sees it.

    Raises:
        QueryError: the statement would change something.
    """
    if not _READS.match(bare(cypher)):
        raise _would_write()


def _would_write() -> QueryError:
    return QueryError("The query would change the store, or is no query. To change the store, add --write.")


def is_out_of_memory(error: Exception) -> bool:
    """Whether a query filled the engine's memory, which stays full until the file is opened again."""
    return "buffer pool is full" in str(error)


def translated(error: RuntimeError | ValueError, cypher: str, timeout: float | None) -> StoreError:
    """What the engine says of a query, as an error of graphkit."""
    says = str(error)
    if "write query inside a read-only transaction" in says:
        return _would_write()
    if says.startswith("Interrupted"):
        return QueryError(f"The query took longer than {timeout} s and was stopped; allow it more, or ask less.")
    if is_out_of_memory(error):
        return QueryError("The query needs more memory than the engine may use; ask for less at once.")
    if "to C++ type" in says:
        return QueryError("A parameter has a value that the engine cannot take; use text, numbers and lists of them.")
    kind, _, message = says.partition(" exception: ")
    message = re.sub(r": expected rule \w+| expecting \{.*?\}(?= \(line)", "", message or kind)
    place = _PLACE.search(message)
    if not place:
        advice = hint(cypher, message, None)
        return QueryError(f"The query was refused: {message.splitlines()[0].rstrip('.:')}. {advice}".rstrip())
    offset = _original_offset(cypher, int(place[1]), int(place[2]))
    line, column = cypher.count("\n", 0, offset) + 1, offset - cypher.rfind("\n", 0, offset)
    shown = pointed_out(cypher, line, column, _shortened(message[: place.start()]))
    advice = hint(cypher, shown, offset)
    return QueryError(f"{shown}\n{advice}".rstrip())


def _shortened(message: str) -> str:
    """The engine quotes the whole query up to the wrong word; its last word is what matters."""
    return re.sub(r"<(.*)>", lambda match: repr(match[1].split()[-1]), message, flags=re.DOTALL)


def _original_offset(cypher: str, line: int, offset: int) -> int:
    """The place in the user's text of a place in what the engine was given."""
    rewritten = portable(cypher).lstrip()
    before = sum(len(text) for text in rewritten.splitlines(keepends=True)[: line - 1])
    skipped = len(cypher) - len(cypher.lstrip())
    return original_offset(cypher, before + offset + skipped)


def plain_rows(connection: ladybug.Connection, result: ladybug.QueryResult, limit: int | None) -> Rows:
    """The rows of a result, with nodes, relationships and paths as plain dicts."""
    total = result.get_num_tuples()
    taken = total if limit is None else min(limit, total)
    raw = [result.get_next() for _ in range(taken)]
    ids = _ids_of_ends(connection, raw)
    return Rows(
        columns=tuple(result.get_column_names()),
        rows=tuple(tuple(_plain(value, ids) for value in row) for row in raw),
        truncated=taken < total,
    )


def _plain(value: Any, ids: dict[_InternalId, str]) -> Any:
    if isinstance(value, list):
        return [_plain(element, ids) for element in value]
    if not isinstance(value, dict):
        return plain_scalar(value)
    if "_NODES" in value:
        nodes = _plain(value["_NODES"], ids)
        return None if None in nodes else plain_path(nodes, _plain(value["_RELS"], ids))
    if _is_missing(value):
        return None
    properties = {name: held for name, held in value.items() if not name.startswith("_")}
    if "_SRC" in value:
        ends = (ids.get(_internal(value["_SRC"])), ids.get(_internal(value["_DST"])))
        return plain_relationship(value["_LABEL"], *ends, properties)
    if "_LABEL" in value:
        return plain_node(value["_LABEL"], properties)
    return {name: _plain(element, ids) for name, element in value.items()}


def _is_missing(element: dict[str, Any]) -> bool:
    """Whether it is a node or relationship of a path that an OPTIONAL MATCH did not find."""
    return "_ID" in element and element["_ID"] is None


def _internal(found: dict[str, int]) -> _InternalId:
    return found["table"], found["offset"]


def _ids_of_ends(connection: ladybug.Connection, raw: list[Any]) -> dict[_InternalId, str]:
    """The ids of the nodes at the ends of all relationships of the rows: the engine gives its own numbers."""
    known: dict[_InternalId, str] = {}
    ends: set[_InternalId] = set()
    for element in _elements(raw):
        if "_SRC" in element:
            ends |= {_internal(element["_SRC"]), _internal(element["_DST"])}
        elif "_LABEL" in element:
            known[_internal(element["_ID"])] = element["id"]
    offsets: defaultdict[int, list[int]] = defaultdict(list)
    for table, offset in sorted(ends - known.keys()):
        offsets[table].append(offset)
    labels = dict(rows_of(connection, "CALL show_tables() RETURN id, name")) if offsets else {}
    for table, wanted in offsets.items():
        text = f"UNWIND $wanted AS o MATCH (n:{labels[table]}) WHERE offset(id(n)) = o RETURN o, n.id"
        for offset, node in rows_of(connection, text, {"wanted": wanted}):
            known[table, offset] = node
    return known


def _elements(value: Any) -> Iterator[dict[str, Any]]:
    """Every node and relationship inside a value, however deep."""
    if isinstance(value, dict):
        if "_ID" in value and not _is_missing(value):
            yield value
        else:
            for held in value.values():
                yield from _elements(held)
    elif isinstance(value, list | tuple):
        for held in value:
            yield from _elements(held)
