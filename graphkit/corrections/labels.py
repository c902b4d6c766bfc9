"""Entities of another kind, or under another name, than the articles give them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

from graphkit import vocabulary
from graphkit.corrections.decisions import Decisions
from graphkit.corrections.directory import Directory
from graphkit.corrections.file import Corrections
from graphkit.corrections.kinds import Relabel, Rename
from graphkit.corrections.reporting import NotApplied
from graphkit.corrections.subjects import Reference
from graphkit.extract.gazetteers import state_by_any_name
from graphkit.records import ARTICLE_SUBJECT, Reading, Subject


def relabelled(directory: Directory, corrections: Corrections) -> Iterator[Reading]:
    """The readings with the labels that people gave; what the graph model does not have of a label is left out.

    Args:
        directory: the subjects as the articles alone label and resolve them.
        corrections: the lines, and who is told of those that cannot be applied.

    Returns:
        those in which something got another label.
    """
    decisions: Decisions[Reference, str] = Decisions()
    for line, relabel in corrections.of(Relabel):
        with corrections.reporting(line):
            found = directory.subjects(relabel.entity)
            if relabel.entity.article is None:
                found = frozenset(directory.members(directory.entity(relabel.entity)))
            for reference in found:
                decisions.add(reference, relabel.label, line)
    labels = decisions.agreed(corrections)
    return (_relabelled(directory.reading(key), labels) for key in sorted({key for key, _ in labels}))


def _relabelled(reading: Reading, labels: dict[Reference, str]) -> Reading:
    key = reading.article.key
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
            directory.name(rename.entity.label, directory.subjects(rename.entity), rename.name)
        except NotApplied:
            continue


def names_given(directory: Directory, corrections: Corrections, is_left: Callable[[str], bool]) -> dict[str, str]:
    """The names that people gave, by entity.

    Args:
        directory: the subjects as they are corrected.
        corrections: the lines, and who is told of those that cannot be applied.
        is_left: whether an entity is in the graph.
    """
    decisions: Decisions[str, str] = Decisions()
    for line, rename in corrections.of(Rename):
        with corrections.reporting(line):
            entity = directory.entity(rename.entity)
            if not is_left(entity):
                raise NotApplied(
                    f"no edge of {rename.entity.name!r} is left", "Delete the line, or what drops the edges"
                )
            decisions.add(entity, rename.name, line)
    return decisions.agreed(corrections)


def rename_node(node: dict[str, Any], name: str) -> None:
    """Give a node's data the name that people gave; the name from the articles becomes an alias."""
    node["aliases"] = sorted({*node["aliases"], node["name"]} - {name})
    node["name"] = name
