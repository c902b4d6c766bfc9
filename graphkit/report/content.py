"""What a report says, before it is written in one format or another.

The content is a pure function of the graph and the options: it holds no date, no path and no machine's
name, and does not depend on the order in which the graph's nodes and edges were added.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from graphkit import __version__, vocabulary
from graphkit.centrality import (
    MEASURES,
    PROJECTIONS,
    Measure,
    Projection,
    Score,
    Selection,
    Shape,
    Tally,
    build_network,
    caution,
    shape,
    tally,
)
from graphkit.centrality.ranking import network_scores
from graphkit.graph import Graph, article_id
from graphkit.report.evidence import Dossier, Evidence

DEFAULT_TOP: Final = 30


@dataclass(frozen=True, slots=True)
class Head:
    """What was in: the graph and the options.

    Attributes:
        top: how many entities of a label a table shows for each measure.
        nodes: label → how many the graph has; `edges` the same by type.
        counted: for each edge type that the networks are built from, how many edges were in and out.
        dates: the earliest and the latest date of the articles, as they are written; days without a year only
            where no date has one; None if none has a date.
        fingerprint: SHA-256 of the whole graph, the same for the same graph in whatever order it was loaded.
    """

    version: str
    selection: Selection
    top: int
    nodes: Mapping[str, int]
    edges: Mapping[str, int]
    counted: tuple[Tally, ...]
    dates: tuple[str, str] | None
    fingerprint: str


@dataclass(frozen=True, slots=True)
class Row:
    """One entity in a table: its score in each measure, None where the measure gives it none."""

    entity: str
    name: str
    scores: tuple[Score | None, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """The entities of one label in one network, best first in the first measure.

    Attributes:
        measures: those that this label has; each row has as many scores.
        rows: those that are among the first in any of the measures.
        total: how many entities of the label the network has.
    """

    label: str
    measures: tuple[Measure, ...]
    rows: tuple[Row, ...]
    total: int

    def columns(self) -> list[list[float]]:
        """The values shown for each measure, in the order of the rows."""
        return [
            [score.value for row in self.rows if (score := row.scores[place])] for place in range(len(self.measures))
        ]


@dataclass(frozen=True, slots=True)
class Section:
    """One network: what it is, how large, what is measured, and the tables."""

    projection: Projection
    measures: tuple[Measure, ...]
    shape: Shape
    caution: str | None
    scores: tuple[Score, ...]
    tables: tuple[Table, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """The whole report.

    Attributes:
        dossiers: the evidence for each entity of a table, by label and name.
        articles: id → node properties of the articles that the dossiers quote.
        names: id → name of everything that the dossiers speak of.
    """

    head: Head
    sections: tuple[Section, ...]
    dossiers: tuple[Dossier, ...]
    articles: Mapping[str, Mapping[str, Any]]
    names: Mapping[str, str]


def build_report(graph: Graph, selection: Selection, top: int) -> Report:
    """Work out all that a report says.

    Args:
        graph: the graph.
        selection: which of its edges count.
        top: how many entities of a label a table shows for each measure.
    """
    sections = tuple(_section(graph, name, selection, top) for name in PROJECTIONS)
    shown = {row.entity for section in sections for table in section.tables for row in table.rows}
    evidence = Evidence(graph, selection)
    dossiers = sorted(
        (evidence.dossier(entity) for entity in shown),
        key=lambda dossier: (dossier.label, dossier.name, dossier.entity),
    )
    quoted = sorted({article for dossier in dossiers for article in dossier.articles()})
    articles = {article: _article(graph, article) for article in quoted}
    names = {node: data["name"] for node, data in graph.nodes(data=True)}
    return Report(_head(graph, selection, top), sections, tuple(dossiers), articles, names)


def _article(graph: Graph, article: str) -> dict[str, Any]:
    """The properties of an article's node; of one that the graph does not have or has in part, the rest as null."""
    known: Mapping[str, Any] = graph.nodes[article] if article in graph else {}
    unknown = dict.fromkeys(declared.name for declared in vocabulary.NODE_LABELS[vocabulary.ARTICLE].properties)
    return {**unknown, "key": article.removeprefix(article_id("")), **known}


def _head(graph: Graph, selection: Selection, top: int) -> Head:
    labels = Counter(data["label"] for _, data in graph.nodes(data=True))
    types = Counter(data["type"] for _, _, data in graph.edges(data=True))
    dates = sorted(
        data["date"] for _, data in graph.nodes(data=True) if data["label"] == vocabulary.ARTICLE and data.get("date")
    )
    dates = [date for date in dates if not date.startswith("--")] or dates
    return Head(
        version=__version__,
        selection=selection,
        top=top,
        nodes={label: labels[label] for label in vocabulary.NODE_LABELS},
        edges={type_: types[type_] for type_ in vocabulary.EDGE_TYPES},
        counted=tally(graph, selection),
        dates=(dates[0], dates[-1]) if dates else None,
        fingerprint=_fingerprint(graph),
    )


def _fingerprint(graph: Graph) -> str:
    digest = hashlib.sha256()
    for part in (
        sorted(graph.nodes(data=True), key=lambda node: node[0]),
        sorted(graph.edges(keys=True, data=True), key=lambda edge: edge[:3]),
    ):
        digest.update(json.dumps(part, sort_keys=True, default=str).encode("ascii"))
    return digest.hexdigest()


def _section(graph: Graph, name: str, selection: Selection, top: int) -> Section:
    network = build_network(graph, name, selection)
    size = shape(network)
    scores = tuple(network_scores(network, name))
    tables = tuple(
        _table(of_label, MEASURES[name], label, top)
        for label in vocabulary.NODE_LABELS
        if (of_label := [score for score in scores if score.label == label])
    )
    return Section(PROJECTIONS[name], MEASURES[name], size, caution(size), scores, tables)


def _table(scores: list[Score], measures: tuple[Measure, ...], label: str, top: int) -> Table:
    by_measure = {
        measure.name: {score.entity: score for score in scores if score.measure == measure.name}
        for measure in measures
        if measure.labels is None or label in measure.labels
    }
    shown = {entity for found in by_measure.values() for entity in list(found)[:top]}
    everyone = {score.entity: score.name for score in scores}
    rows = tuple(
        Row(entity, name, tuple(found.get(entity) for found in by_measure.values()))
        for entity, name in everyone.items()
        if entity in shown
    )
    return Table(label, tuple(m for m in measures if m.name in by_measure), rows, len(everyone))
