"""The report as JSON, for programs; the typed dictionaries below are its schema."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Any, Final, TypedDict

from graphkit.report.content import Report, Section
from graphkit.report.evidence import Dossier
from graphkit.report.wording import command

FORMAT: Final = "graphkit-report/1"
"""Names the schema; the number goes up when a key changes its meaning or goes."""


class CountedJson(TypedDict):
    """Edges of one `type`: how many were `counted`, and how many left out, by reason."""

    type: str
    counted: int
    left_out: dict[str, int]


class HeadJson(TypedDict):
    """What was in.

    Keys: `version` of graphkit; `options` (`planned`, `former`, `minimum_confidence`); `nodes` by label and
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
    """One measure: what a high value says, its source, how weights are read, what pieces do to it."""

    name: str
    meaning: str
    source: str
    weights: str
    in_pieces: str
    highest_first: bool


class NetworkJson(TypedDict):
    """One network: `shape` has `nodes`, `edges`, `forums` (or null), `pieces`, `largest`, `alone`.

    `caution` is null or says why the ranks mean little.
    """

    name: str
    title: str
    meaning: str
    shape: dict[str, int | None]
    caution: str | None
    measures: list[MeasureJson]


class ScoreJson(TypedDict):
    """One value; `rank` is among the entities of one label in one network, equals sharing the place."""

    entity: str
    id: str
    label: str
    network: str
    measure: str
    value: float
    rank: int


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
    """The whole file. `scores` has every entity; `evidence` has those among the first in any measure."""

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
            "options": asdict(head.selection),
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
        "measures": [
            {
                "name": measure.name,
                "meaning": measure.meaning,
                "source": measure.source,
                "weights": measure.weights,
                "in_pieces": measure.in_pieces,
                "highest_first": measure.highest_first,
            }
            for measure in section.measures
        ],
    }


def _scores(section: Section) -> list[ScoreJson]:
    return [
        {
            "entity": score.name,
            "id": score.entity,
            "label": score.label,
            "network": score.network,
            "measure": score.measure,
            "value": score.value,
            "rank": score.rank,
        }
        for score in section.scores
    ]


def _evidence(dossier: Dossier) -> EvidenceJson:
    return {
        "id": dossier.entity,
        "label": dossier.label,
        "entity": dossier.name,
        "aliases": list(dossier.aliases),
        "facts": [asdict(facts) for facts in dossier.facts],
    }
