"""Reads a short text and returns what was found in it as plain strings."""

from __future__ import annotations

import re
from dataclasses import dataclass

from graphkit import vocabulary
from graphkit.extract.document import Document, Span
from graphkit.extract.quotes import NamedSpan, find_quotations


@dataclass(frozen=True)
class Said:
    words: str
    speaker: str | None
    kind: str
    rule: str
    cue: str | None
    continues: bool
    nested: bool


def said(text: str, people: tuple[str, ...] = (), agencies: tuple[str, ...] = ()) -> list[Said]:
    """The quotations of a text in which these names stand."""
    listed = [(name, vocabulary.PERSON) for name in people] + [(name, vocabulary.AGENCY) for name in agencies]
    names = sorted(
        (
            NamedSpan(Span(*match.span()), label)
            for name, label in listed
            for match in re.finditer(rf"\b{re.escape(name)}\b", text)
        ),
        key=lambda name: name.span.start,
    )
    return [
        Said(
            text[made.span.start : made.span.end],
            text[made.speaker.start : made.speaker.end] if made.speaker else None,
            made.kind,
            made.rule,
            made.cue,
            made.continues,
            made.nested,
        )
        for made in find_quotations(Document(text), names)
    ]
