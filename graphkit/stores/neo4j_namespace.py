"""Names of a graph's own in a Neo4j database that other data shares: each label and type with a prefix.

    neo4j://localhost?namespace=news_

Then a person is a `news_Person` in the database, and stays a `Person` for whoever asks: the names are put into the
statements that are sent, and taken out of what is answered. Other labels and types stay as they are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Final
from urllib.parse import parse_qsl, urlsplit

import neo4j

from graphkit.errors import StoreUnavailable
from graphkit.stores.cypher_text import QUOTED_NAME, STRING_OR_COMMENT, Edit, edited, offset_before
from graphkit.stores.rows import EDGE_PROPERTIES, NODE_PROPERTIES

LOCK: Final = "GraphkitLock"
"""The label of the node that a writer holds."""

_NAMES: Final = frozenset((*NODE_PROPERTIES, *EDGE_PROPERTIES, LOCK))
_PREFIX: Final = re.compile(r"[A-Za-z][A-Za-z0-9_]*")
_TOKENS: Final = re.compile(
    rf"(?P<skipped>{STRING_OR_COMMENT}|\s+|\$\w+)|(?P<name>{QUOTED_NAME}|\w+)|(?P<mark>::|.)", re.DOTALL
)
_CALLED: Final = re.compile(r"\s*\(")
_BEFORE_SUBQUERY: Final = frozenset(("EXISTS", "COUNT", "COLLECT", "CALL", ")"))

# What stands around a call of these functions; the parameter maps the names in the database to those of the model.
_AROUND: Final = {
    "labels": ("[graphkit_name IN ", " | coalesce($graphkit_names[graphkit_name], graphkit_name)]"),
    "type": ("head([graphkit_name IN [", "] | coalesce($graphkit_names[graphkit_name], graphkit_name)])"),
}


def split_namespace(url: str) -> tuple[str, Namespace]:
    """The address of a server, and the namespace that is named behind it.

    Raises:
        StoreUnavailable: the namespace cannot be part of a label, or something else is named there.
    """
    address, _, _ = url.partition("?")
    prefix = ""
    for option, value in parse_qsl(urlsplit(url).query, keep_blank_values=True):
        if option != "namespace":
            raise StoreUnavailable(f"{address} cannot take {option!r}; what may follow is ?namespace=news_, or such.")
        if not _PREFIX.fullmatch(value):
            raise StoreUnavailable(
                f"{value!r} cannot be a namespace; it takes letters, digits and _, and begins with a letter: news_"
            )
        prefix = value
    return address, Namespace(prefix)


@dataclass(frozen=True)
class Namespace:
    """What is put before the labels and types of the graph model; nothing unless told otherwise."""

    prefix: str = ""

    @cached_property
    def names(self) -> dict[str, str]:
        """The names of the graph model by those in the database."""
        return {self.prefix + name: name for name in _NAMES}

    def applied(self, cypher: str) -> str:
        """A statement as the database has to be asked."""
        return edited(cypher, self._edits(cypher))

    def original_place(self, cypher: str, line: int, column: int) -> tuple[int, int]:
        """The line and column in a statement, both counted from 1, of those in what was sent."""
        begins = _start_of(self.applied(cypher), line)
        return line, 1 + offset_before(self._edits(cypher), begins + column - 1) - _start_of(cypher, line)

    def taken_off(self, name: str) -> str:
        """A label or a type of the database as the graph model calls it; others stay as they are."""
        return self.names.get(name, name)

    def taken_out(self, text: str) -> str:
        """A text in which the server quotes what it was sent, such as the name of a column."""
        if not self.prefix:
            return text
        for piece in sorted((piece for around in _AROUND.values() for piece in around), key=len, reverse=True):
            text = text.replace(piece, "")
        return re.sub(rf"\b{self.prefix}({'|'.join(sorted(_NAMES))})\b", r"\1", text)

    def _edits(self, cypher: str) -> Iterator[Edit]:
        return _Scan(cypher, self.prefix).edits() if self.prefix else iter(())


def _start_of(text: str, line: int) -> int:
    return sum(len(before) for before in text.splitlines(keepends=True)[: line - 1])


@dataclass(frozen=True, slots=True)
class NamespacedTransaction:
    """A transaction whose statements are written with the names of the graph model."""

    transaction: neo4j.Transaction | neo4j.ManagedTransaction
    namespace: Namespace

    def run(self, cypher: str, parameters: dict[str, Any] | None = None, **more: Any) -> neo4j.Result:
        """Run a statement with the names of the database."""
        given = {**(parameters or {}), **more}
        if self.namespace.prefix:
            given["graphkit_names"] = self.namespace.names
        return self.transaction.run(self.namespace.applied(cypher), given)


@dataclass(slots=True)
class _Bracket:
    """An open bracket: whether it is that of a map, whether it stands among labels, and what follows its end."""

    is_map: bool = False
    among_labels: bool = False
    then: str = ""


@dataclass(slots=True)
class _Scan:
    """One way through a statement, which knows where a name is a label or a type.

    Attributes:
        before: the last piece that is no space, string or comment, and the one before it.
        awaits_label: whether a name here is a label, such as behind a colon that does not belong to a map.
        after_label: whether a label has just ended, so that `|` leads to another.
    """

    cypher: str
    prefix: str
    brackets: list[_Bracket] = field(default_factory=list)
    before: tuple[str, str] = ("", "")
    awaits_label: bool = False
    after_label: bool = False

    def edits(self) -> Iterator[Edit]:
        """The names to change and the calls to surround."""
        for match in _TOKENS.finditer(self.cypher):
            if match["skipped"]:
                if match["skipped"].startswith("$"):
                    self._step("$")
            elif match["name"]:
                yield from self._name(match)
            else:
                yield from self._mark(match)

    def _step(self, piece: str, *, awaits_label: bool = False, after_label: bool = False) -> None:
        self.before = (piece, self.before[0])
        self.awaits_label, self.after_label = awaits_label, after_label

    def _name(self, match: re.Match[str]) -> Iterator[Edit]:
        name = match["name"]
        function = name.lower()
        if self.awaits_label:
            if name.strip("`") in _NAMES:
                place = match.start() + name.startswith("`")
                yield place, place, self.prefix
            self._step(name, after_label=True)
        elif function in _AROUND and self.before[0] != "." and _CALLED.match(self.cypher, match.end()):
            yield match.start(), match.start(), _AROUND[function][0]
            self._step(function + "()")
        else:
            self._step(name, awaits_label=name.upper() == "IS")

    def _mark(self, match: re.Match[str]) -> Iterator[Edit]:
        mark = match["mark"]
        if mark in "([{":
            self._open(mark)
        elif mark in ")]}":
            bracket = self.brackets.pop() if self.brackets else _Bracket()
            if bracket.then:
                yield match.end(), match.end(), bracket.then
            self._step(mark, after_label=bracket.among_labels)
        elif mark == ":":
            self._step(mark, awaits_label=not self._ends_key())
        elif mark == "!":
            self._step(mark, awaits_label=self.awaits_label)
        elif mark == "%":
            self._step(mark, after_label=self.awaits_label)
        else:
            self._step(mark, awaits_label=self.after_label and mark in "|&")

    def _open(self, mark: str) -> None:
        last = self.before[0]
        is_map = mark == "{" and last.upper() not in _BEFORE_SUBQUERY
        among_labels = mark == "(" and self.awaits_label
        then = _AROUND[last.removesuffix("()")][1] if last.endswith("()") else ""
        self.brackets.append(_Bracket(is_map, among_labels, then))
        self._step(mark, awaits_label=among_labels)

    def _ends_key(self) -> bool:
        """Whether a colon here stands between a key of a map and its value."""
        in_map = bool(self.brackets) and self.brackets[-1].is_map
        return in_map and self.before[1] in ("{", ",")
