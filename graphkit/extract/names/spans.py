"""A name found in the text, and the table that keeps names from overlapping."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from graphkit import vocabulary
from graphkit.extract.document import Document, Span


@dataclass(frozen=True, slots=True)
class Name:
    """A stretch of tokens that names something.

    Attributes:
        first: index of the first token.
        last: index after the last token.
        label: a node label, or None for what is named but is no node (a region, a venue, a theme).
        rule: the rule that found it.
        canonical: the canonical name, where a gazetteer knows it.
        kind: the kind of an agency, where it is known.
        adjective: whether it is the adjective or demonym of a state.
        unit: whether it is a part of an organisation that may be named beside it.
    """

    first: int
    last: int
    label: str | None
    rule: str
    canonical: str | None = None
    kind: str | None = None
    adjective: bool = False
    unit: bool = False

    def __len__(self) -> int:
        return self.last - self.first

    @property
    def is_post(self) -> bool:
        """Whether it names a post ("Deputy Minister") and not whoever holds it."""
        return self.rule == "post"

    @property
    def is_region(self) -> bool:
        """Whether it names a region, a sea or a corridor, which is no node."""
        return self.rule == "name.region"

    def covers(self, other: Name) -> bool:
        """Whether the other lies wholly inside this one."""
        return self.first <= other.first and other.last <= self.last

    def moved(self, first: int, last: int) -> Name:
        """The same name over other tokens."""
        return replace(self, first=first, last=last)

    def span(self, document: Document) -> Span:
        """The characters under the name."""
        return document.span(self.first, self.last)

    def text(self, document: Document) -> str:
        """The name as it is written."""
        return document.text_of(self.span(document))


_OUTRANKS = frozenset(
    {
        ("forum.titled", "name.title"),
        ("forum.by-context", "agency.camel-case"),
        ("forum.by-context", "agency.acronym"),
        ("forum.by-context", "agency.ampersand"),
    }
)
"""(rule, rule) of which the first holds even over a name of the second that is as long."""


class NameTable:
    """Names that do not overlap; of two that do, the longer stays, of equals the one that came first."""

    def __init__(self) -> None:
        self._owner: dict[int, Name] = {}

    def add(self, name: Name) -> bool:
        """Take the name unless a longer or equal one stands in its place; say whether it was taken."""
        rivals = {owner for index in range(name.first, name.last) if (owner := self._owner.get(index))}
        if any(len(rival) >= len(name) and (name.rule, rival.rule) not in _OUTRANKS for rival in rivals):
            return False
        for rival in rivals:
            self.remove(rival)
        for index in range(name.first, name.last):
            self._owner[index] = name
        return True

    def add_all(self, names: Iterable[Name]) -> None:
        """Take each name in turn."""
        for name in names:
            self.add(name)

    def remove(self, name: Name) -> None:
        """Give the name's tokens free."""
        for index in range(name.first, name.last):
            self._owner.pop(index, None)

    def at(self, index: int) -> Name | None:
        """The name that holds the token."""
        return self._owner.get(index)

    def post_at(self, index: int) -> Name | None:
        """The post that holds the token."""
        name = self.at(index)
        return name if name is not None and name.is_post else None

    def is_free(self, first: int, last: int) -> bool:
        """Whether no name holds a token of the range."""
        return not any(index in self._owner for index in range(first, last))

    def __iter__(self) -> Iterator[Name]:
        return iter(sorted(set(self._owner.values()), key=lambda name: name.first))


def owned_by_state(document: Document, table: NameTable, first: int) -> bool:
    """Whether a state and a possessive ending stand before the token: "Norway's Fjordline"."""
    owner = table.at(first - 2) if first > 1 and document.tokens[first - 1].is_possessive else None
    return owner is not None and owner.label == vocabulary.COUNTRY
