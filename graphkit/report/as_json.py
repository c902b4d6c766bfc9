"""The report as JSON, for programs; the typed dictionaries below are its schema."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict
from typing import Any, Final, TypedDict

from graphkit.centrality.stability import Dropped
from graphkit.report.content import Report
from graphkit.report.evidence import Dossier
from graphkit.report.sections import Section, Whole
from graphkit.report.wording import command

FORMAT: Final = "graphkit-report/2"
"""Names the schema; the number goes up when a key changes its meaning or goes."""


class CountedJson(TypedDict):
    """Edges of one `type`: how many were `counted`, and how many left out, by reason."""

    type: str
    counted: int
    left_out: dict[str, int]


class HeadJson(TypedDict):
    """What was in.

    Keys: `version` of graphkit; `options` (`planned`, `former`, `minimum_confidence`, `top`, `resamples`,
    `seed`); `nodes` by label and
    `edges` by type, of the whole graph; `counted`; `dates`, the earliest and the latest of the articles or null;
    `fingerprint`, the SHA-256 of the graph; `repeat`, the command.
    """

    version: str
    options: dict[str, Any]
    nodes: dict[str, int]
    edges: dict[str, int]
    counted: list[CountedJson]
    dates: list[str] | None
    fingerprint: str
    repeat: str


class MeasureJson(TypedDict):
    """One measure: what a high value says, its source, how weights are read, what pieces do to it.

    `ranked` is false for the number of a group, whose values have no order.
    """

    name: str
    title: str
    meaning: str
    source: str
    weights: str
    in_pieces: str
    highest_first: bool
    ranked: bool


class WholeJson(TypedDict):
    """Figures of a network as a whole; null where they are not defined.

    `communities` are the sizes of those with two members and more; `bridges` pairs of ids, at most as many as
    the report names, and `more_bridges` how many more there are; `starts` and `error` are null unless
    betweenness and closeness are estimates.
    """

    communities: list[int] | None
    modularity: float | None
    assortativity_by_label: float | None
    assortativity_by_country: float | None
    cut_points: int
    bridges: list[list[str]]
    more_bridges: int
    starts: int | None
    error: float | None


class DroppedJson(TypedDict):
    """What is left when edges under `confidence` are dropped.

    `first_ten` has for each `measure` and `label` how many of the first ten are `still` among them, `of` how
    many; equals for the tenth place are all counted, who has 0 is not.
    """

    confidence: float
    nodes: int
    edges: int
    first_ten: list[dict[str, Any]]


class NetworkJson(TypedDict):
    """One network: `shape` has `nodes`, `edges`, `forums` (or null), `pieces`, `largest`, `alone`, `density`.

    `caution` is null or says why the ranks mean little, `unsure` null or why rank intervals are missing.
    """

    name: str
    title: str
    meaning: str
    shape: dict[str, Any]
    caution: str | None
    unsure: str | None
    whole: WholeJson
    dropped: list[DroppedJson]
    measures: list[MeasureJson]


class ScoreJson(TypedDict):
    """One value; `rank` is among the entities of one label in one network, equals sharing the place.

    `low` and `high` are the 5th and 95th percentile of the rank, `top_ten` the share of resamples in which it
    is among the first ten, which nobody is who has 0 there. All of them are null where there is none.
    """

    entity: str
    id: str
    label: str
    network: str
    measure: str
    value: float
    rank: int | None
    low: int | None
    high: int | None
    top_ten: float | None


class EvidenceJson(TypedDict):
    """What is known of one entity: its names and the facts.

    `facts` are under headings, each with `shown` and how many `more`. A fact has `other`, the id at its
    other end, `through`, the ids in between, and `passages`: a sentence as `before` + `marked` + `after`,
    the id of its `article`, `rule`, `confidence` and a `note` such as the role.
    """

    id: str
    label: str
    entity: str
    aliases: list[str]
    facts: list[dict[str, Any]]


class ReportJson(TypedDict):
    """The whole file.

    `scores` has every entity; `evidence` those among the first in any measure, in a picture or a bridge.
    """

    format: str
    head: HeadJson
    networks: list[NetworkJson]
    scores: list[ScoreJson]
    evidence: list[EvidenceJson]


def report_as_json(report: Report) -> str:
    """The report as an indented JSON object; see `ReportJson`."""
    head = report.head
    data: ReportJson = {
        "format": FORMAT,
        "head": {
            "version": head.version,
            "options": asdict(head.selection) | asdict(head.choices),
            "nodes": dict(head.nodes),
            "edges": dict(head.edges),
            "counted": [
                {"type": tally.type, "counted": tally.counted, "left_out": dict(tally.left_out)}
                for tally in head.counted
            ],
            "dates": list(head.dates) if head.dates else None,
            "fingerprint": head.fingerprint,
            "repeat": command(head, "json"),
        },
        "networks": [_network(section) for section in report.sections],
        "scores": [score for section in report.sections for score in _scores(section)],
        "evidence": [_evidence(dossier) for dossier in report.dossiers],
    }
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def _network(section: Section) -> NetworkJson:
    return {
        "name": section.projection.name,
        "title": section.projection.title,
        "meaning": section.projection.meaning,
        "shape": asdict(section.shape),
        "caution": section.caution,
        "unsure": section.unsure,
        "whole": _whole(section.whole),
        "dropped": [_dropped(drop) for drop in section.dropped],
        "measures": [
            {
                "name": measure.name,
                "title": measure.title,
                "meaning": measure.meaning,
                "source": measure.source,
                "weights": measure.weights,
                "in_pieces": measure.in_pieces,
                "highest_first": measure.highest_first,
                "ranked": measure.ranked,
            }
            for measure in section.measures
        ],
    }


def _whole(whole: Whole) -> WholeJson:
    return {
        "communities": None if whole.communities is None else list(whole.communities),
        "modularity": whole.modularity,
        "assortativity_by_label": whole.by_label,
        "assortativity_by_country": whole.by_country,
        "cut_points": whole.cut_points,
        "bridges": [list(ends) for ends in whole.bridges],
        "more_bridges": whole.more_bridges,
        "starts": whole.starts,
        "error": None if whole.starts is None else whole.error,
    }


def _dropped(drop: Dropped) -> DroppedJson:
    return {
        "confidence": drop.confidence,
        "nodes": drop.nodes,
        "edges": drop.edges,
        "first_ten": [
            {"measure": measure, "label": label, "still": still, "of": of}
            for (measure, label), (still, of) in drop.kept.items()
        ],
    }


def _scores(section: Section) -> Iterator[ScoreJson]:
    for score in section.scores:
        sure = section.interval(score)
        yield {
            "entity": score.name,
            "id": score.entity,
            "label": score.label,
            "network": score.network,
            "measure": score.measure,
            "value": score.value,
            "rank": score.rank,
            "low": sure.low if sure else None,
            "high": sure.high if sure else None,
            "top_ten": sure.top_ten if sure else None,
        }


def _evidence(dossier: Dossier) -> EvidenceJson:
    return {
        "id": dossier.entity,
        "label": dossier.label,
        "entity": dossier.name,
        "aliases": list(dossier.aliases),
        "facts": [asdict(facts) for facts in dossier.facts],
    }
