"""What Neo4j answers, as plain rows or as errors of graphkit."""

from __future__ import annotations

import re
import ssl
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Final

import neo4j
from neo4j.exceptions import (
    AuthError,
    ConfigurationError,
    DriverError,
    Neo4jError,
    ServiceUnavailable,
)
from neo4j.graph import Node, Path, Relationship
from neo4j.spatial import Point
from neo4j.time import Date, DateTime, Duration, Time

from graphkit.errors import QueryError, StoreError, StoreUnavailable
from graphkit.stores.base import Rows
from graphkit.stores.credentials import how_to_sign_in
from graphkit.stores.cypher_text import pointed_out
from graphkit.stores.neo4j_namespace import Namespace, NamespacedTransaction
from graphkit.stores.rows import NODE_PROPERTIES
from graphkit.stores.values import plain_node, plain_path, plain_relationship, plain_scalar

_PLACE: Final = re.compile(r"\s*\(line (\d+), column (\d+) \(offset: \d+\)\).*", re.DOTALL)
_READ_ONLY: Final = ("ForbiddenOnReadOnlyDatabase", "WriteOnReadOnlyAccessDatabase")
_IDS: Final = "MATCH (n) WHERE elementId(n) IN $wanted RETURN elementId(n), n.id"


@dataclass(frozen=True, slots=True)
class Asked:
    """What was asked when an error came: the query, its seconds, and how its names are written; none of graphkit's."""

    cypher: str = ""
    timeout: float | None = None
    namespace: Namespace = field(default_factory=Namespace)


def translated(error: Neo4jError | DriverError, url: str, database: str | None, asked: Asked) -> StoreError:
    """What the driver or the server says, as an error of graphkit; never with a credential in it."""
    if isinstance(error, Neo4jError):
        return _said_by_server(error, url, database, asked)
    if any(isinstance(cause, ssl.SSLCertVerificationError) for cause in _causes(error)):
        return StoreUnavailable(
            f"The certificate of Neo4j at {url} does not verify; give the server one for that name that your system "
            "trusts, or use neo4j+ssc:// or bolt+ssc:// on a network that you trust."
        )
    if any(isinstance(cause, ssl.SSLError) for cause in _causes(error)):
        return StoreUnavailable(
            f"Neo4j at {url} speaks no TLS; switch it on at the server, or use neo4j:// or bolt:// on a network that "
            "you trust."
        )
    if isinstance(error, ServiceUnavailable):
        return StoreUnavailable(f"No Neo4j answers at {url}; start the server, or name the right address with --store.")
    if isinstance(error, ConfigurationError):
        return StoreUnavailable(f"{url} is no address of a Neo4j ({error}); one is neo4j://localhost:7687.")
    return StoreUnavailable(f"The connection to Neo4j at {url} broke ({type(error).__name__}); try again.")


def _causes(error: BaseException | None) -> Iterator[BaseException]:
    while error is not None:
        yield error
        error = error.__cause__ or error.__context__


def _said_by_server(error: Neo4jError, url: str, database: str | None, asked: Asked) -> StoreError:
    _, kind, area, title = (error.code or "Neo.DatabaseError.General.Unknown").split(".")
    says = (error.message or title).strip()
    if title == "DatabaseNotFound":
        return StoreUnavailable(f"Neo4j at {url} has no database {database!r}; set NEO4J_DATABASE to one it has.")
    if title == "AuthenticationRateLimit":
        return StoreUnavailable(f"Neo4j at {url} refuses to look at more passwords; wait a few seconds.")
    if isinstance(error, AuthError):
        return StoreUnavailable(f"Neo4j at {url} refused the user name or the password; {how_to_sign_in(url)}.")
    if title.startswith("TransactionTimedOut"):
        return QueryError(f"The query took longer than {asked.timeout} s and was stopped; allow it more, or ask less.")
    if title in _READ_ONLY:
        return StoreUnavailable(f"The database of Neo4j at {url} takes no changes: {says.splitlines()[0]}")
    if title == "AccessMode":
        return QueryError("The query would change the store. To change the store, add --write.")
    if kind == "ClientError" and area in ("Statement", "Schema", "Procedure", "Transaction"):
        return QueryError(_of_query(says, asked))
    return StoreError(f"Neo4j at {url} could not do it ({says.splitlines()[0]}).")


def _of_query(says: str, asked: Asked) -> str:
    place = _PLACE.search(says)
    if not place:
        return f"The query was refused: {asked.namespace.taken_out(says).splitlines()[0].rstrip('.')}."
    # After "expected" the server lists every word that Cypher knows.
    sentence = asked.namespace.taken_out(says[: place.start()].partition(": expected")[0])
    line, column = asked.namespace.original_place(asked.cypher, int(place[1]), int(place[2]))
    return pointed_out(asked.cypher, line, column, sentence)


def plain_rows(transaction: NamespacedTransaction, result: neo4j.Result, limit: int | None) -> Rows:
    """The rows of a result, with nodes, relationships and paths as plain dicts."""
    namespace = transaction.namespace
    columns = tuple(map(namespace.taken_out, result.keys()))
    records = list(result) if limit is None else result.fetch(limit)
    truncated = limit is not None and result.peek() is not None
    raw = [tuple(record.values()) for record in records]
    notes = tuple(map(namespace.taken_out, _notes(result.consume())))
    ids = _ids_of_ends(transaction, raw)
    rows = tuple(tuple(_plain(value, ids, namespace) for value in row) for row in raw)
    return Rows(columns, rows, truncated, notes)


def _notes(summary: neo4j.ResultSummary) -> tuple[str, ...]:
    """What the server warns of, each thing once."""
    said = [status.status_description for status in summary.gql_status_objects if status.is_notification]
    return tuple(dict.fromkeys(re.sub(r"^warn: ", "", sentence) for sentence in said))


def _plain(value: Any, ids: dict[str, str], namespace: Namespace) -> Any:
    if isinstance(value, list):
        return [_plain(element, ids, namespace) for element in value]
    if isinstance(value, dict):
        return {name: _plain(element, ids, namespace) for name, element in value.items()}
    if isinstance(value, Node):
        return plain_node(_label(value, namespace), dict(value))
    if isinstance(value, Relationship):
        source, target = (ids.get(_end(node)) for node in value.nodes)
        return plain_relationship(namespace.taken_off(value.type), source, target, dict(value))
    if isinstance(value, Path):
        return plain_path(_plain(list(value.nodes), ids, namespace), _plain(list(value.relationships), ids, namespace))
    if isinstance(value, Date | DateTime | Time | Duration):
        return value.iso_format()
    if isinstance(value, Point):
        return list(value)
    return plain_scalar(value)


def _label(node: Node, namespace: Namespace) -> str:
    """The label of the graph model; of a node that is not graphkit's, the first in the alphabet."""
    labels = map(namespace.taken_off, node.labels)
    return min(labels, key=lambda label: (label not in NODE_PROPERTIES, label), default="")


def _end(node: Node | None) -> str:
    return node.element_id if node is not None else ""


def _ids_of_ends(transaction: NamespacedTransaction, raw: list[tuple[Any, ...]]) -> dict[str, str]:
    """The ids of the nodes at the ends of all relationships of the rows: the server sends its own only."""
    known: dict[str, str] = {}
    ends: set[str] = set()
    for element in _elements(raw):
        if isinstance(element, Relationship):
            ends |= {_end(node) for node in element.nodes}
        else:
            known[element.element_id] = element.get("id")
    wanted = sorted(ends - known.keys())
    if wanted:
        known |= {found[0]: found[1] for found in transaction.run(_IDS, wanted=wanted)}
    return known


def _elements(value: Any) -> Iterator[Node | Relationship]:
    """Every node and relationship inside a value, however deep."""
    if isinstance(value, Node | Relationship):
        yield value
    elif isinstance(value, Path):
        yield from value.nodes
        yield from value.relationships
    elif isinstance(value, dict):
        yield from _elements(list(value.values()))
    elif isinstance(value, list | tuple):
        for held in value:
            yield from _elements(held)
