"""What a person can correct: one frozen record for each kind of line."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

Properties: TypeAlias = tuple[tuple[str, str], ...]
"""Properties of an edge as they are written, `("status", "planned")`, sorted."""


@dataclass(frozen=True, slots=True)
class Named:
    """An entity by what the articles say.

    Attributes:
        label: a node label of the vocabulary, not `Article`.
        name: its name or another spelling of it.
        article: the key of an article that names it, where namesakes have to be told apart.
    """

    label: str
    name: str
    article: str | None = None


@dataclass(frozen=True, slots=True)
class Same:
    """Both names are one entity."""

    left: Named
    right: Named


@dataclass(frozen=True, slots=True)
class NotSame:
    """The two names are two entities; what else was one with them stays with the first, save facts speak against."""

    left: Named
    right: Named


@dataclass(frozen=True, slots=True)
class Rename:
    """The entity is to be called so; its other spellings stay."""

    entity: Named
    name: str


@dataclass(frozen=True, slots=True)
class Relabel:
    """The entity is of another kind: a Forum that was read as an Agency."""

    entity: Named
    label: str


@dataclass(frozen=True, slots=True)
class Sought:
    """Edges by what the articles say.

    Attributes:
        type: an edge type of the vocabulary.
        source: where it comes from.
        target: where it goes to; None where the type ends at the article itself.
        article: the key of the article that says so; None for every article.
        words: words of its evidence or of the sentence; None for any.
        properties: what the edge says besides, to tell edges at the same words apart.
    """

    type: str
    source: Named
    target: Named | None
    article: str | None = None
    words: str | None = None
    properties: Properties = ()


@dataclass(frozen=True, slots=True)
class Drop:
    """These edges are wrong."""

    edge: Sought


@dataclass(frozen=True, slots=True)
class Keep:
    """These edges are right: their confidence is 1."""

    edge: Sought


@dataclass(frozen=True, slots=True)
class Retype:
    """These edges are of another type, and perhaps go somewhere else."""

    edge: Sought
    type: str
    target: Named | None = None
    properties: Properties = ()


@dataclass(frozen=True, slots=True)
class Add:
    """An edge that was not read; its article and words are given, and the words stand in the article."""

    edge: Sought


@dataclass(frozen=True, slots=True)
class Forget:
    """A person is to be in no graph; see `graphkit.redaction`, which makes and applies it.

    Attributes:
        salt: hexadecimal key of the hashes.
        marks: hashes of the words that name the person.
    """

    salt: str
    marks: tuple[str, ...]


Correction: TypeAlias = Same | NotSame | Rename | Relabel | Drop | Keep | Retype | Add | Forget
