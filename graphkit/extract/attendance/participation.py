"""What is read of attendance."""

from __future__ import annotations

from dataclasses import dataclass

from graphkit.extract.document import Span


@dataclass(frozen=True, slots=True)
class Participation:
    """Somebody's part in a gathering.

    Attributes:
        participant: the subject key of who takes part.
        forum: the subject key of the gathering.
        span: the words that say so.
        rule: the rule that read them.
        planned: whether it is still to come.
        also: further rules that it rests on.
    """

    participant: str
    forum: str
    span: Span
    rule: str
    planned: bool = False
    also: tuple[str, ...] = ()
