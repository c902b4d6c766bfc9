"""A reading as bytes, and back."""

from __future__ import annotations

import json
import zlib
from dataclasses import astuple
from typing import Any

from graphkit.records import Article, Claim, Evidence, Mention, Reading, Subject


def written(reading: Reading) -> bytes:
    """A reading as compressed JSON."""
    article = reading.article
    parts = [
        astuple(article),
        [
            [its.key, its.label, its.name, list(its.aliases), dict(its.properties), sorted(its.context)]
            for its in reading.subjects
        ],
        [[its.subject, its.text, astuple(its.evidence)] for its in reading.mentions],
        [[its.type, its.source, its.target, astuple(its.evidence), dict(its.properties)] for its in reading.claims],
    ]
    return zlib.compress(json.dumps(parts, separators=(",", ":")).encode("ascii"), 1)


def read_again(data: bytes) -> Reading:
    """The reading that `written` wrote."""
    article, subjects, mentions, claims = json.loads(zlib.decompress(data))
    return Reading(
        Article(*article),
        tuple(_subject(*its) for its in subjects),
        tuple(Mention(subject, text, Evidence(*evidence)) for subject, text, evidence in mentions),
        tuple(
            Claim(type_, source, target, Evidence(*evidence), properties)
            for type_, source, target, evidence, properties in claims
        ),
    )


def _subject(
    key: str, label: str, name: str, aliases: list[str], properties: dict[str, Any], context: list[str]
) -> Subject:
    return Subject(key, label, name, tuple(aliases), properties, frozenset(context))
