"""What is read of attendance."""

from __future__ import annotations

from dataclasses import dataclass

from graphkit.extract.document import Span


@dataclass(frozen=True, slots=True)
class Participation:
    """Somebody's part in a gathering: subject keys, status, the words that say so, the rule.

    `also` are the rules that what this one says rests on.
    """

    participant: str
    forum: str
    status: str
    span: Span
    rule: str
    also: tuple[str, ...] = ()
