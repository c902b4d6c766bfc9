"""Entities of another kind, or under another name, than the articles give them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from graphkit import vocabulary
from graphkit.corrections.decisions import Decisions
from graphkit.corrections.directory import Directory, Reference
from graphkit.corrections.file import Corrections
from graphkit.corrections.kinds import Relabel, Rename
from graphkit.corrections.reporting import NotApplied
from graphkit.extract.gazetteers import state_by_any_name
from graphkit.graph import Graph
from graphkit.records import ARTICLE_SUBJECT, Reading, Subject
from graphkit.resolve import resolve


def relabelled(readings: Sequence[Reading], corrections: Corrections) -> Sequence[Reading]:
    """The readings with the labels that people gave; what the graph model does not have of a label is left out."""
    if not corrections.of(Relabel):
        return readings
    directory = Directory(readings, resolve(readings).entity_ids)
    decisions: Decisions[Reference, str] = Decisions()
    for line, relabel in corrections.of(Relabel):
        with corrections.reporting(line):
            found = directory.subjects(relabel.entity)
            if relabel.entity.article is None:
                found = frozenset(directory.members(directory.entity(relabel.entity)))
            for reference in found:
                decisions.add(reference, relabel.label, line)
    labels = decisions.agreed(corrections)
    return [_relabelled(reading, labels) for reading in readings]


def _relabelled(reading: Reading, labels: dict[Reference, str]) -> Reading:
    key = reading.article.key
    if not any((key, subject.key) in labels for subject in reading.subjects):
        return reading
    subjects = [_with_label(subject, labels.get((key, subject.key), subject.label)) for subject in reading.subjects]
    label_of = {subject.key: subject.label for subject in subjects} | {ARTICLE_SUBJECT: vocabulary.ARTICLE}
    claims = [
        claim
        for claim in reading.claims
        if (label_of[claim.source], label_of[claim.target]) in vocabulary.EDGE_TYPES[claim.type].ends
    ]
    return replace(reading, subjects=tuple(subjects), claims=tuple(claims))


def _with_label(subject: Subject, label: str) -> Subject:
    state = state_by_any_name().get(subject.name)
    if label == subject.label:
        return subject
    if label != vocabulary.COUNTRY or state is None:
        return replace(subject, label=label)
    aliases = tuple(sorted({*subject.aliases, subject.name} - {state.name}))
    return replace(subject, label=label, name=state.name, aliases=aliases, properties={"iso2": state.iso2})


def name_given(directory: Directory, corrections: Corrections) -> None:
    """Let entities be found by the names that people gave them; what cannot be renamed is not reported here."""
    for _, rename in corrections.of(Rename):
        try:
            directory.name(directory.subjects(rename.entity), rename.name)
        except NotApplied:
            continue


def rename_entities(graph: Graph, directory: Directory, corrections: Corrections) -> None:
    """Give the nodes of a graph the names that people gave; the name from the articles becomes an alias."""
    decisions: Decisions[str, str] = Decisions()
    for line, rename in corrections.of(Rename):
        with corrections.reporting(line):
            entity = directory.entity(rename.entity)
            if entity not in graph:
                raise NotApplied(
                    f"no edge of {rename.entity.name!r} is left", "Delete the line, or what drops the edges"
                )
            decisions.add(entity, rename.name, line)
    for entity, name in decisions.agreed(corrections).items():
        node = graph.nodes[entity]
        node["aliases"] = sorted({*node["aliases"], node["name"]} - {name})
        node["name"] = name
