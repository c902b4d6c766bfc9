"""FollowTheMoney: each entity as its own library wants it, and what of the graph is in them."""

from __future__ import annotations

import json
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from sample_graph import GraphMaker, conference_graph

from graphkit.export import export_graph
from graphkit.export.ftm import ftm_id
from graphkit.graph import Graph
from graphkit.pipeline import read_graph

DEVELOPMENT = Path(__file__).parents[1] / "gold" / "dev"


def entities(graph: Graph, folder: Path) -> list[dict[str, Any]]:
    export_graph(graph, folder / "out.ftm.json")
    return [json.loads(line) for line in (folder / "out.ftm.json").read_text(encoding="utf-8").splitlines()]


@pytest.mark.parametrize("which", ["development", "conference"])
def test_the_library_takes_every_entity_as_it_is(which: str, followthemoney: ModuleType, tmp_path: Path) -> None:
    graph = conference_graph() if which == "conference" else read_graph([str(DEVELOPMENT / "*.txt")])
    written = entities(graph, tmp_path)
    assert len({entity["id"] for entity in written}) == len(written) == len(graph) + graph.number_of_edges()
    schema_of = {entity["id"]: followthemoney.model.get(entity["schema"]) for entity in written}
    for entity in written:
        schema = schema_of[entity["id"]]
        schema.validate(entity)
        assert entity["properties"].keys() <= schema.properties.keys()
        assert set(schema.required) <= entity["properties"].keys()
        cleaned = followthemoney.model.get_proxy(entity, cleaned=False).to_dict()["properties"]
        for name, values in entity["properties"].items():
            declared = schema.get(name)
            assert len(cleaned[name]) == len(set(values))
            if declared.range is not None:
                assert all(schema_of[value].is_a(declared.range) for value in values)


def test_a_claim_is_a_link_with_its_sentence_and_its_article(tmp_path: Path) -> None:
    maker = GraphMaker()
    maker.node("Person", "person/a", "Ana Abel", "Abel")
    maker.node("Agency", "agency/b", "Press Council", kind="government")
    maker.node("Country", "country/c", "Türkiye", iso2="TR")
    maker.node("Forum", "forum/d", "Lake Forum", city="Van", country="Türkiye", start="2025-10", end="--10-15")
    known = {"date": "2025-12-18", "url": "https://example.org/e", "author": "Nigar Ali; John Holt"}
    maker.article("e", "A text.", title="News", source="A paper", **known)
    at = {"sentence": "So it is."}
    maker.edge("ATTENDED", "person/a", "forum/d", "e", 1, status="planned", **at)
    maker.edge("REPRESENTS", "person/a", "agency/b", "e", 2, role="Chair", unit="Office", former=True, **at)
    maker.edge("REPRESENTS", "agency/b", "country/c", "e", 3, **at)
    maker.edge("QUOTED_AT", "person/a", "forum/d", "e", 4, text="Come all", kind="direct", **at)
    maker.edge("HELD_IN", "forum/d", "country/c", "e", 5, city="Van", **at)
    maker.edge("MENTIONED_IN", "person/a", "article/e", "e", 6, surface="Abel")
    maker.edge("MENTIONED_IN", "forum/d", "article/e", "e", 7, surface="the forum", **at)
    person, agency, country, forum, article = (
        [ftm_id(node)] for node in ("person/a", "agency/b", "country/c", "forum/d", "article/e")
    )
    proof = {"summary": ["So it is."], "proof": article}
    expected = [
        ("Person", {"name": ["Ana Abel"], "alias": ["Abel"]}),
        ("PublicBody", {"name": ["Press Council"], "classification": ["government"]}),
        ("PublicBody", {"name": ["Türkiye"], "country": ["tr"], "topics": ["gov.national"]}),
        ("Event", {"name": ["Lake Forum"], "startDate": ["2025-10"], "location": ["Van, Türkiye"]}),
        (
            "Article",
            {
                "name": ["News"],
                "title": ["News"],
                "fileName": ["e"],
                "author": ["Nigar Ali", "John Holt"],
                "publisher": ["A paper"],
                "sourceUrl": ["https://example.org/e"],
                "publishedAt": ["2025-12-18"],
                "bodyText": ["A text."],
            },
        ),
        ("UnknownLink", {"subject": person, "object": forum, "role": ["participant"], "status": ["planned"]} | proof),
        (
            "Employment",
            {"employee": person, "employer": agency, "role": ["Chair"], "description": ["Office"], "status": ["former"]}
            | proof,
        ),
        ("Representation", {"agent": agency, "client": country} | proof),
        ("Note", {"entity": person + forum, "description": ["Come all"], "keywords": ["direct"]} | proof),
        ("UnknownLink", {"subject": forum, "object": country, "role": ["held in"], "description": ["Van"]} | proof),
        ("Mention", {"document": article, "resolved": person, "name": ["Abel"]}),
        ("Documentation", {"document": article, "entity": forum, "role": ["the forum"]} | proof),
    ]
    written = [(entity["schema"], entity["properties"]) for entity in entities(maker.graph, tmp_path)]
    assert _by_schema(written) == _by_schema(expected)


def _by_schema(entities: list[tuple[str, dict[str, Any]]]) -> list[str]:
    return sorted(json.dumps([schema, properties], sort_keys=True) for schema, properties in entities)


def test_dates_that_are_none_there_are_left_out_and_said(tmp_path: Path) -> None:
    maker = GraphMaker()
    maker.node("Forum", "forum/a", "Lake Forum", start="--10-14", end="2025-10-15")
    lost = export_graph(maker.graph, tmp_path / "out.ftm.json")
    assert lost == ("Dates and web addresses that are none to FollowTheMoney, left out: 1; '--10-14' of forum/a.",)
