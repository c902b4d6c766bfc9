"""Reads a short text and returns what was found in it as plain strings."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

import pytest

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


def read(text: str, people: tuple[str, ...] = (), agencies: tuple[str, ...] = ()) -> list[Said]:
    listed = [(name, "Person") for name in people] + [(name, "Agency") for name in agencies]
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


@pytest.fixture(name="said")
def _said() -> Callable[..., list[Said]]:
    return read
