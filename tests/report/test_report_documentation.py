"""What is documented of the report is so: its sources, and the keys and types of its JSON."""

from __future__ import annotations

import json
import re
import types
import typing
from pathlib import Path
from typing import Any

import pytest
from sample_graph import conference_graph

from graphkit.centrality import MEASURES
from graphkit.centrality.references import REFERENCES
from graphkit.centrality.whole_figures import WHOLE_FIGURES
from graphkit.graph import Graph
from graphkit.report import as_json, write_report


def test_every_source_is_given_in_full() -> None:
    explained = [*(measure for measures in MEASURES.values() for measure in measures), *WHOLE_FIGURES]
    named = {pair for one in explained for pair in re.findall(r"(\w+)(?: et al\.)? (\d{4})", one.source)}
    assert len(named) > 15
    for author, year in named:
        assert any(author in reference and f" {year}. " in reference for reference in REFERENCES), (author, year)


def fits(value: Any, wanted: Any) -> bool:
    """Whether a value read from JSON is of a type."""
    origin, arguments = typing.get_origin(wanted), typing.get_args(wanted)
    if wanted is Any:
        return True
    if origin in (types.UnionType, typing.Union):
        return any(fits(value, one) for one in arguments)
    if origin is list:
        return isinstance(value, list) and all(fits(one, arguments[0]) for one in value)
    if origin is dict:
        return isinstance(value, dict) and all(fits(one, arguments[1]) for one in value.values())
    if typing.is_typeddict(wanted):
        keys = typing.get_type_hints(wanted)
        return isinstance(value, dict) and value.keys() == keys.keys() and all(fits(value[k], keys[k]) for k in keys)
    return isinstance(value, wanted) and not (wanted is int and isinstance(value, bool))


def many_articles() -> Graph:
    """The sample told by six articles more, so that there are rank intervals."""
    graph = conference_graph()
    for number in range(6):
        graph.add_node(f"article/y{number}", **graph.nodes["article/x1"] | {"key": f"y{number}"})
        edge = graph["person/seyma"]["forum/week"]["x2-40"] | {"article": f"y{number}"}
        graph.add_edge("person/seyma", "forum/week", key=f"y{number}", **edge)
    return graph


@pytest.mark.parametrize("graph", [conference_graph(), many_articles()])
def test_the_json_report_has_the_documented_keys_and_types(graph: Graph, tmp_path: Path) -> None:
    path = write_report(graph, tmp_path / "report.json", resamples=20)
    assert fits(json.loads(path.read_text(encoding="utf-8")), as_json.ReportJson)


def test_intervals_reach_the_json_report(tmp_path: Path) -> None:
    path = write_report(many_articles(), tmp_path / "report.json", resamples=20)
    found = [score for score in json.loads(path.read_text(encoding="utf-8"))["scores"] if score["top_ten"] is not None]
    assert found
    assert all(1 <= score["low"] <= score["high"] for score in found)
