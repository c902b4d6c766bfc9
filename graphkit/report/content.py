"""What a report says, before it is written in one format or another.

The content is a pure function of the graph and the options: it holds no clock's time, no path and no
machine's name, and does not depend on the order in which the graph's nodes and edges were added.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from graphkit import vocabulary
from graphkit.centrality import Selection, Tally, incidence, tally
from graphkit.graph import Graph, article_id, size_of
from graphkit.report.evidence import Dossier, Dossiers
from graphkit.report.namesakes import distinct_names
from graphkit.report.plots import Plots, RankPlot, draw_plots
from graphkit.report.sections import Choices, Section, build_sections
from graphkit.version import __version__
from graphkit.watching import Watch, unwatched


@dataclass(frozen=True, slots=True)
class Head:
    """What was in: the graph and the options.

    Attributes:
        nodes: label → how many the graph has; `edges` the same by type.
        counted: for each edge type that the networks are built from, how many edges were in and out.
        dates: the earliest and the latest date of the articles, as they are written; days without a year only
            where no date has one; None if none has a date.
        fingerprint: SHA-256 of the whole graph, the same for the same graph in whatever order it was loaded.
    """

    version: str
    selection: Selection
    choices: Choices
    nodes: Mapping[str, int]
    edges: Mapping[str, int]
    counted: tuple[Tally, ...]
    dates: tuple[str, str] | None
    fingerprint: str


@dataclass(frozen=True, slots=True)
class Report:
    """The whole report.

    Attributes:
        dossiers: the evidence for each entity of a table, by label and name.
        articles: id → node properties of the articles that the dossiers quote.
        names: id → name of every node, a namesake's with what tells it from the others.
        plots: pictures of the networks and of the forums.
    """

    head: Head
    sections: tuple[Section, ...]
    dossiers: tuple[Dossier, ...]
    articles: Mapping[str, Mapping[str, Any]]
    names: Mapping[str, str]
    plots: Plots

    @property
    def leading(self) -> list[tuple[Section, RankPlot]]:
        """Each network whose ranks have intervals, with who is first in it and how sure that is."""
        drawn = self.plots.networks
        return [(section, plot) for section in self.sections if (plot := drawn[section.projection.name].ranks)]


def build_report(graph: Graph, selection: Selection, choices: Choices, watch: Watch = unwatched) -> Report:
    """Work out all that a report says.

    Args:
        graph: the graph.
        selection: which of its edges count.
        choices: how much is shown and drawn.
        watch: is told what is worked on.
    """
    known = incidence(graph, selection)
    sections = build_sections(known, choices, selection.minimum_confidence, watch)
    plots = draw_plots(graph, known, sections)
    shown = {entity for section in sections for entity in section.shown()} | plots.shown()
    every = Dossiers(graph, selection)
    dossiers = sorted(
        (every.of(entity) for entity in shown),
        key=lambda dossier: (dossier.label, dossier.name, dossier.entity),
    )
    quoted = sorted({article for dossier in dossiers for article in dossier.articles()})
    articles = {article: _article(graph, article) for article in quoted}
    names = distinct_names(graph, known)
    head = _head(graph, selection, choices)
    return Report(head, sections, tuple(dossiers), articles, names, plots)


def _article(graph: Graph, article: str) -> dict[str, Any]:
    """The properties of an article's node; of one that the graph does not have or has in part, the rest as null."""
    known: Mapping[str, Any] = graph.nodes[article] if article in graph else {}
    unknown = dict.fromkeys(declared.name for declared in vocabulary.NODE_LABELS[vocabulary.ARTICLE].properties)
    return {**unknown, "key": article.removeprefix(article_id("")), **known}


def _head(graph: Graph, selection: Selection, choices: Choices) -> Head:
    size = size_of(graph)
    dates = sorted(
        data["date"] for _, data in graph.nodes(data=True) if data["label"] == vocabulary.ARTICLE and data.get("date")
    )
    dates = [date for date in dates if not date.startswith("--")] or dates
    return Head(
        version=__version__,
        selection=selection,
        choices=choices,
        nodes=size.nodes,
        edges=size.edges,
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
