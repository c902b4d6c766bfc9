"""The named queries of `cypher/`: finding them, checking their parameters, running them.

A query is one file. Its header comment says what it is for, its group, its parameters and its columns:

    // Who attended a forum or is planned to, and how many articles say so.
    // group: attendance
    // parameter: forum (text) name or alias of the forum; example: Lake Forum
    // parameter: status (text, default "") attended or planned, or nothing for both; example: attended
    // columns: attendee, label, status, articles

Where the engines need different texts, `name.ladybug.cypher` stands beside `name.neo4j.cypher`.
"""

from __future__ import annotations

import difflib
import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Final, Literal, cast

from graphkit.errors import QueryError, QueryNotFound
from graphkit.packaged import packaged_folder
from graphkit.stores import Rows, Store

ParameterType = Literal["text", "integer", "number", "boolean"]

_PARAMETER: Final = re.compile(
    r"parameter: (?P<name>\w+) \((?P<type>text|integer|number|boolean)(, default (?P<default>.+?))?\) "
    r"(?P<meaning>.+); example: (?P<example>.+)"
)
_NAME: Final = re.compile(r"[A-Za-z_][\w-]*")


@dataclass(frozen=True, slots=True)
class Parameter:
    """One parameter of a named query; `default` is None where a value must be given.

    What `example` shows is found in the graph of the two articles of `seeds/`.
    """

    name: str
    type: ParameterType
    meaning: str
    example: str
    default: str | int | float | bool | None = None

    @property
    def is_name(self) -> bool:
        """Whether its value names somebody or something of the graph."""
        return self.meaning.startswith("name or alias")


@dataclass(frozen=True, slots=True)
class NamedQuery:
    """One query of `cypher/`.

    Attributes:
        name: its file's name without the ending.
        purpose: what it answers, in one sentence.
        group: what it belongs to, such as `attendance`.
        parameters: in the order of the header.
        columns: the names of its columns.
        texts: its Cypher by engine; under "" the text for every engine.
    """

    name: str
    purpose: str
    group: str
    parameters: tuple[Parameter, ...]
    columns: tuple[str, ...]
    texts: Mapping[str, str]

    def text_for(self, store: Store) -> str:
        """The Cypher for this store's engine."""
        return self.texts.get(store.engine) or self.texts[""]


def list_queries() -> list[NamedQuery]:
    """All named queries, by group and name."""
    return sorted(_queries().values(), key=lambda query: (query.group, query.name))


def find_query(name: str) -> NamedQuery:
    """The query of that name; `-` and `_` are the same.

    Raises:
        QueryNotFound: naming the queries whose names are near.
    """
    queries = _queries()
    wanted = name.lower().replace("-", "_")
    if wanted in queries:
        return queries[wanted]
    near = difflib.get_close_matches(wanted, queries, n=3, cutoff=0.5)
    meant = f"Did you mean {' or '.join(near)}? " if near else ""
    raise QueryNotFound(f"There is no query {name!r}. {meant}All of them: graphkit queries")


def is_name(name_or_cypher: str) -> bool:
    """Whether it is the name of a query, not Cypher: a single word."""
    return _NAME.fullmatch(name_or_cypher.strip()) is not None


def check_parameters(query: NamedQuery, given: Mapping[str, Any]) -> dict[str, Any]:
    """The value of every parameter: what is given, as text or already of its type, or its default.

    Raises:
        QueryError: a parameter is missing, unknown, or of the wrong type.
    """
    known = {parameter.name: parameter for parameter in query.parameters}
    unknown = [name for name in given if name not in known]
    if unknown:
        has = f"it has {', '.join(known)}" if known else "it has none"
        raise QueryError(f"{query.name} has no parameter {unknown[0]!r}; {has}.")
    return {name: _value(query, parameter, given.get(name, "")) for name, parameter in known.items()}


def run_query(
    store: Store,
    name_or_cypher: str,
    parameters: Mapping[str, Any] | None = None,
    *,
    write: bool = False,
    timeout: float | None = None,
    limit: int | None = None,
) -> Rows:
    """Run a named query, or any Cypher: what is a single word is a name.

    Args:
        store: where to run it.
        name_or_cypher: a name of `cypher/`, or a Cypher statement.
        parameters: values by name; a named query takes them as text too and converts them.
        write: whether free Cypher may change the graph.
        timeout: seconds after which it is given up.
        limit: the most rows; `Rows.truncated` says whether there were more.

    Raises:
        QueryNotFound: no query of that name.
        QueryError: the query or a parameter is refused.
        StoreUnavailable: the store cannot be reached.
    """
    given = dict(parameters or {})
    if not is_name(name_or_cypher):
        return store.run(name_or_cypher, given, write=write, timeout=timeout, limit=limit)
    query = find_query(name_or_cypher.strip())
    return store.run(query.text_for(store), check_parameters(query, given), timeout=timeout, limit=limit)


def _value(query: NamedQuery, parameter: Parameter, given: Any) -> Any:
    if given != "":
        return _converted(query, parameter, given)
    # An empty text counts as not given: it is nobody's name, and would be found inside everything.
    if parameter.default is None:
        raise QueryError(
            f"{query.name} needs {parameter.name}, {parameter.meaning}; "
            f"for example: --param {parameter.name}={json.dumps(parameter.example, ensure_ascii=False)}"
        )
    return parameter.default


def _to_boolean(text: str) -> bool:
    return {"true": True, "false": False}[text.lower()]


_CONVERT: Final[dict[ParameterType, Callable[[str], Any]]] = {
    "text": str,
    "integer": int,
    "number": float,
    "boolean": _to_boolean,
}


def _converted(query: NamedQuery, parameter: Parameter, value: Any) -> Any:
    try:
        return _CONVERT[parameter.type](str(value))
    except (ValueError, KeyError) as error:
        raise QueryError(
            f"{query.name} wants {parameter.name} to be {parameter.type}, not {value!r}; "
            f"for example: --param {parameter.name}={parameter.example}"
        ) from error


@cache
def _queries() -> dict[str, NamedQuery]:
    texts: dict[str, dict[str, str]] = {}
    for file in sorted(packaged_folder("cypher").glob("*.cypher")):
        name, _, engine = file.stem.partition(".")
        texts.setdefault(name, {})[engine] = file.read_text(encoding="utf-8")
    return {name: _parsed(name, variants) for name, variants in texts.items()}


def _parsed(name: str, texts: dict[str, str]) -> NamedQuery:
    """A query from its header; variants for the engines have the same header."""
    lines = [line[2:].strip() for line in next(iter(texts.values())).splitlines() if line.startswith("//")]
    said = {key: rest for key, _, rest in (line.partition(": ") for line in lines[1:])}
    parameters = [_PARAMETER.fullmatch(line) for line in lines if line.startswith("parameter:")]
    return NamedQuery(
        name=name,
        purpose=lines[0].removesuffix("."),
        group=said["group"],
        parameters=tuple(_parameter(match) for match in parameters if match),
        columns=tuple(said["columns"].split(", ")),
        texts=texts,
    )


def _parameter(match: re.Match[str]) -> Parameter:
    default = match["default"]
    return Parameter(
        name=match["name"],
        type=cast(ParameterType, match["type"]),
        meaning=match["meaning"],
        example=match["example"],
        default=None if default is None else json.loads(default),
    )
