"""All that the articles say of one entity, counted, and the node that comes of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from graphkit import vocabulary
from graphkit.records import Subject

NAME: Final = "name"
ALIAS: Final = "alias"


@dataclass(slots=True)
class Portrait:
    """What is said of an entity, and how often: `said["name", "Mira Holt"]`, `said["alias", …]`, `said["iso2", …]`."""

    label: str
    said: Counter[tuple[str, str]] = field(default_factory=Counter)

    def add(self, subject: Subject) -> None:
        """Count what one article says."""
        self.said.update(sayings_of(subject))

    def node(self) -> dict[str, Any]:
        """The node's data: the commonest name, every other spelling, the commonest value of each property."""
        name = commonest_name(self._values(NAME))
        aliases = {value for what, value in self.said if what in (NAME, ALIAS)} - {name}
        node: dict[str, Any] = {"label": self.label, "name": name, "aliases": sorted(aliases)}
        for declared in vocabulary.NODE_LABELS[self.label].properties:
            if declared.name not in node:
                values = self._values(declared.name)
                node[declared.name] = min(values, key=lambda value: (-values[value], value)) if values else None
        return node

    def names(self) -> Mapping[str, int]:
        """How often each name is given."""
        return self._values(NAME)

    def _values(self, what: str) -> dict[str, int]:
        return {value: times for (said, value), times in self.said.items() if said == what}


def sayings_of(subject: Subject) -> Iterator[tuple[str, str]]:
    """What one article says of an entity: its name, its other spellings, its properties."""
    yield NAME, subject.name
    yield from ((ALIAS, alias) for alias in subject.aliases)
    yield from ((name, value) for name, value in subject.properties.items() if value is not None)


def portrait_of(subjects: Iterable[Subject]) -> Portrait:
    """What the articles say of the subjects that are one entity; at least one."""
    first, *others = subjects
    portrait = Portrait(first.label)
    for subject in (first, *others):
        portrait.add(subject)
    return portrait


def commonest_name(names: Mapping[str, int]) -> str:
    """The name that is given most often; among equals the longer, then the first in the alphabet."""
    return min(names, key=lambda name: (-names[name], -len(name), name))
