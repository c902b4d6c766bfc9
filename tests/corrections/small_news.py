"""Readings made by hand: what the articles of a small newspaper say, without the extraction."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from graphkit import vocabulary
from graphkit.corrections import Corrections, Derivation, derive, parse_line
from graphkit.corrections.file import Line
from graphkit.graph import Graph
from graphkit.read import Refusal
from graphkit.records import ARTICLE_SUBJECT, Article, Claim, Evidence, Mention, Reading, Subject

SAID = {"kind": "direct", "cue": "said"}


def read(
    key: str,
    text: str,
    subjects: Mapping[str, Sequence[str]],
    claims: Sequence[tuple[str, str, str | None, str, dict[str, Any]]] = (),
) -> Reading:
    """A reading of subjects (key: label, name, further spellings) and claims (type, ends, words, properties)."""

    def evidence(words: str, confidence: float) -> Evidence:
        start = text.index(words)
        return Evidence(start, start + len(words), text, "by.hand", confidence)

    named = [Subject(key, its[0], its[1], tuple(its[2:])) for key, its in subjects.items()]
    mentions = [
        Mention(its.key, name, evidence(name, 0.9))
        for its in named
        for name in (its.name, *its.aliases)
        if name in text
    ]
    made = [
        Claim(type_, source, target or ARTICLE_SUBJECT, evidence(words, 0.7), _unsaid(type_) | properties)
        for type_, source, target, words, properties in claims
    ]
    return Reading(Article(key, text), tuple(named), tuple(mentions), tuple(made))


def _unsaid(type_: str) -> dict[str, str | bool | None]:
    """Every property of a type, as extraction gives those of which an article says nothing."""
    return {
        declared.name: False if declared.type == "boolean" else None
        for declared in vocabulary.EDGE_TYPES[type_].properties
    }


def editor(key: str, name: str, paper: str = "Lake Herald") -> Reading:
    """An article of an editor at the Lake Forum."""
    text = f"{name}, editor of the {paper}, spoke at the Lake Forum. “Water is news,” {name} said."
    subjects = {"p": ("Person", name), "o": ("Agency", paper), "f": ("Forum", "Lake Forum")}
    claims = [
        ("ATTENDED", "p", "f", f"{name}, editor of the {paper}, spoke", {"status": "attended"}),
        ("REPRESENTS", "p", "o", f"{name}, editor of the {paper}", {"role": "editor", "former": False}),
        ("QUOTED_AT", "p", "f", "Water is news", {**SAID, "text": "Water is news"}),
    ]
    return read(key, text, subjects, claims)


def corrections(*lines: str, reported: list[Refusal] | None = None) -> Corrections:
    """Corrections as a file of these lines has them; what is not applied raises unless it is collected."""
    parsed = [(number, parse_line(line)) for number, line in enumerate(lines, start=1)]
    found = tuple(Line(f"line {number}", correction) for number, correction in parsed if correction is not None)
    return Corrections(found) if reported is None else Corrections(found, reported.append)


def derived(readings: Sequence[Reading], *lines: str) -> Derivation:
    return derive(readings, corrections(*lines))


def not_applied(readings: Sequence[Reading], *lines: str) -> list[str]:
    """What is reported of these lines."""
    reported: list[Refusal] = []
    derive(readings, corrections(*lines, reported=reported))
    return [str(refusal) for refusal in reported]


def names(graph: Graph, label: str) -> list[str]:
    return sorted(data["name"] for _, data in graph.nodes(data=True) if data["label"] == label)


def edges(graph: Graph, type_: str) -> list[tuple[str, str, str]]:
    """Who, to whom and in which article."""
    return sorted(
        (graph.nodes[source]["name"], graph.nodes[target]["name"], data["article"])
        for source, target, data in graph.edges(data=True)
        if data["type"] == type_
    )


def edge(graph: Graph, type_: str) -> dict[str, Any]:
    """The only edge of a type."""
    (found,) = [data for _, _, data in graph.edges(data=True) if data["type"] == type_]
    return dict(found)
