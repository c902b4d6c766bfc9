"""What the articles say, and what people corrected in it → the graph."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from graphkit.corrections.additions import additions
from graphkit.corrections.directory import Directory
from graphkit.corrections.edges import edited
from graphkit.corrections.file import NO_CORRECTIONS, Corrections
from graphkit.corrections.identity import Judgements, judge
from graphkit.corrections.kinds import Relabel
from graphkit.corrections.labels import name_given, names_given, relabelled, rename_node
from graphkit.corrections.subjects import SubjectsInMemory
from graphkit.graph import Graph, build_graph
from graphkit.records import Reading, Resolution
from graphkit.resolve import resolve


@dataclass(frozen=True)
class Derivation:
    """A graph and what it was derived from.

    Attributes:
        readings: what the articles say, with the labels and edges that people corrected.
        resolution: which subject is which entity, as people corrected it.
        judgements: what people said of who is who.
        graph: the graph.
    """

    readings: Sequence[Reading]
    resolution: Resolution
    judgements: Judgements
    graph: Graph


def derive(readings: Sequence[Reading], corrections: Corrections = NO_CORRECTIONS) -> Derivation:
    """Derive the graph of what was read and what people corrected.

    The readings are left as they are, so that the same corrections hold when articles are added. Labels are
    corrected first, since names are compared within one; then who is who, then edges, and last the names.

    Args:
        readings: at most one of each article, in any order.
        corrections: in any order; `corrections.report` is told of each that cannot be applied.
    """
    if not corrections.lines:
        resolution = resolve(readings)
        return Derivation(readings, resolution, Judgements(), build_graph(readings, resolution))
    ordered = sorted(readings, key=lambda reading: reading.article.key)
    labelled = _labelled(ordered, corrections)
    as_read = _directory(labelled, resolve(labelled), corrections)
    added = additions(as_read, corrections)
    judgements = judge(as_read, corrections, added.same)
    complete = [added.with_subjects(reading) for reading in labelled]
    resolution = resolve(complete, judgements.regroup)
    directory = _directory(complete, resolution, corrections)
    corrected = _with_others(complete, edited(directory, corrections, added))
    graph = build_graph(corrected, resolution)
    for entity, name in names_given(directory, corrections, graph.has_node).items():
        rename_node(graph.nodes[entity], name)
    return Derivation(corrected, resolution, judgements, graph)


def _labelled(readings: Sequence[Reading], corrections: Corrections) -> Sequence[Reading]:
    if not corrections.of(Relabel):
        return readings
    directory = Directory(SubjectsInMemory(readings, resolve(readings).entity_ids))
    return _with_others(readings, relabelled(directory, corrections))


def _with_others(readings: Sequence[Reading], others: Iterable[Reading]) -> list[Reading]:
    """The readings, some of them put in the places of those of the same articles."""
    by_article = {reading.article.key: reading for reading in (*readings, *others)}
    return list(by_article.values())


def _directory(readings: Sequence[Reading], resolution: Resolution, corrections: Corrections) -> Directory:
    directory = Directory(SubjectsInMemory(readings, resolution.entity_ids))
    name_given(directory, corrections)
    return directory
