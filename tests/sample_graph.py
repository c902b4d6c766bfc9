"""Small graphs made by hand, in the shape of `graphkit.graph`."""

from __future__ import annotations

import hashlib
import random
from typing import Any

import networkx as nx

from graphkit import vocabulary
from graphkit.graph import Graph


class GraphMaker:
    """Adds nodes and edges with every property of the vocabulary, null where none is given."""

    def __init__(self) -> None:
        self.graph: Graph = nx.MultiDiGraph()

    def node(self, label: str, node: str, name: str, *aliases: str, **given: Any) -> str:
        properties = dict.fromkeys(p.name for p in vocabulary.NODE_LABELS[label].properties)
        self.graph.add_node(node, label=label, **properties | {"name": name, "aliases": list(aliases)} | given)
        return node

    def article(self, key: str, text: str = "A text.", **given: Any) -> str:
        sha256 = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
        name = given.get("title") or key
        return self.node("Article", f"article/{key}", name, key=key, text=text, sha256=sha256, **given)

    def edge(self, type_: str, source: str, target: str, article: str, start: int, **given: Any) -> str:
        key = f"{article}-{start}"
        properties: dict[str, Any] = {
            p.name: False if p.type == "boolean" else None for p in vocabulary.EDGE_TYPES[type_].properties
        }
        properties |= {
            "article": article,
            "start": start,
            "end": start + 5,
            "sentence": f"{article} at {start}.",
        }
        properties |= {"rule": "by.hand", "confidence": 0.9}
        self.graph.add_edge(source, target, key=key, type=type_, **properties | given)
        return key


def conference_graph() -> Graph:
    """Four people, three agencies, two countries, three forums, three articles: for the queries."""
    g = GraphMaker()
    aisha = g.node("Person", "person/aisha", "Aisha Karimova", "A. Karimova")
    bob = g.node("Person", "person/bob", "Bob O'Neil")
    seyma = g.node("Person", "person/seyma", "Şeyma Çelik", "Ş. Çelik", "Çelik")
    dan = g.node("Person", "person/dan", "Dan Lee")
    bank = g.node("Agency", "agency/bank", "World Bank", "WB", kind="international")
    anadolu = g.node("Agency", "agency/anadolu", "Anadolu Agency", kind="media")
    bureau = g.node("Agency", "agency/bureau", "Water Bureau", "WB", kind="government")
    turkiye = g.node("Country", "country/tr", "Türkiye", "Turkey", iso2="TR")
    kenya = g.node("Country", "country/ke", "Kenya", iso2="KE")
    summit = g.node(
        "Forum",
        "forum/summit",
        "Antalya Summit",
        "The Summit",
        city="Antalya",
        start="2025-11-10",
        end="2025-11-12",
    )
    week = g.node("Forum", "forum/week", "Water Week", start="2025-03")
    media = g.node("Forum", "forum/media", "Media Days")
    g.article("x1", "First text.", title="Summit opens", date="2025-11-10", url="https://example.org/1")
    g.article("x2", "Second text.", source="A paper", author="Nigar Ali; John Holt")
    third = g.article("x3", "Third text.")

    g.edge("ATTENDED", aisha, summit, "x1", 10, status="attended")
    g.edge("ATTENDED", aisha, summit, "x2", 10, status="attended")
    g.edge("ATTENDED", aisha, week, "x2", 20, status="planned")
    g.edge("ATTENDED", bob, summit, "x1", 30, status="attended", confidence=0.4)
    g.edge("ATTENDED", seyma, summit, "x1", 40, status="attended")
    g.edge("ATTENDED", seyma, week, "x2", 40, status="attended")
    g.edge("ATTENDED", seyma, media, "x3", 40, status="planned")
    g.edge("ATTENDED", bank, summit, "x1", 50, status="attended")
    g.edge("ATTENDED", anadolu, week, "x2", 50, status="attended")
    g.edge("ATTENDED", turkiye, summit, "x1", 60, status="attended")
    g.edge("REPRESENTS", aisha, bank, "x1", 100, role="Director", unit="Water Practice")
    g.edge("REPRESENTS", aisha, bank, "x2", 100, role="Vice President")
    g.edge("REPRESENTS", bob, anadolu, "x1", 110, role="Editor", confidence=0.6)
    g.edge("REPRESENTS", seyma, turkiye, "x1", 120, role="Minister")
    g.edge("REPRESENTS", anadolu, turkiye, "x1", 130)
    g.edge("REPRESENTS", dan, bureau, "x3", 140, role="Adviser", former=True)
    g.edge("REPRESENTS", bureau, kenya, "x3", 150)
    g.edge("QUOTED_AT", aisha, summit, "x1", 200, text="Water is life", kind="direct", cue="said")
    g.edge(
        "QUOTED_AT",
        aisha,
        summit,
        "x2",
        200,
        text="It will rain",
        kind="indirect",
        session="Panel 2",
        nested=True,
    )
    g.edge("QUOTED_AT", dan, summit, "x1", 210, text="No water, no peace", kind="direct", cue="warned")
    g.edge("QUOTED_AT", bank, summit, "x1", 220, text="Funds will follow", kind="mixed", cue="announced")
    g.edge("QUOTED_IN", dan, third, "x3", 230, text="I was not there", kind="direct", cue="said")
    g.edge("HELD_IN", summit, turkiye, "x1", 300, city="Antalya")
    g.edge("HELD_IN", summit, turkiye, "x2", 300, city="Antalya")
    g.edge("MENTIONED_IN", aisha, "article/x1", "x1", 400, surface="Aisha Karimova")
    g.edge("MENTIONED_IN", aisha, "article/x1", "x1", 410, surface="Karimova")
    g.edge("MENTIONED_IN", aisha, "article/x2", "x2", 400, surface="A. Karimova")
    g.edge("MENTIONED_IN", summit, "article/x1", "x1", 420, surface="Antalya Summit")
    g.edge("MENTIONED_IN", summit, "article/x2", "x2", 420, surface="The Summit")
    g.edge("MENTIONED_IN", dan, "article/x3", "x3", 430, surface="Dan Lee")
    return g.graph


HOSTILE_TEXTS = (
    "",
    " leading and trailing ",
    'it\'s "quoted" and `ticked`',
    "'}) DETACH DELETE n //",
    "\\' OR 1=1; MATCH (n) DETACH DELETE n; --",
    "$id {name: 'x'} \\n \\u0041 %s {0}",
    "line one\nline two\r\n\ttab",
    "Ünïcödé Şeyma Іван 日本語 العربية 👩‍👩‍👧‍👦 e\u0301 \u200f\u2028",
    "null",
    "x" * 300_000,
)


def hostile_graph() -> Graph:
    """Every text of `HOSTILE_TEXTS` as id, name, alias, key and property; nulls; parallel edges."""
    g = GraphMaker()
    for number, text in enumerate(HOSTILE_TEXTS):
        identity = f"person/{number}-{text[:50]}"
        g.node("Person", identity, text, text, "", text)
        g.article(f"{number}-{text[:50]}", text, title=text or None, author=text, source=text, date=None)
        for start in (1, 2, 3):
            article = f"{number}-{text[:50]}"
            g.edge("MENTIONED_IN", identity, f"article/{article}", article, start, surface=text)
        g.edge("QUOTED_IN", identity, f"article/{article}", article, 4, text=text, kind="direct", nested=True)
    return g.graph


def shuffled(graph: Graph, chance: random.Random) -> Graph:
    """The same nodes, edges and properties, in another order."""
    nodes, edges = list(graph.nodes(data=True)), list(graph.edges(keys=True, data=True))
    chance.shuffle(nodes)
    chance.shuffle(edges)
    again: Graph = nx.MultiDiGraph()
    again.add_nodes_from((node, dict(sorted(data.items()))) for node, data in nodes)
    again.add_edges_from((source, target, key, dict(sorted(data.items()))) for source, target, key, data in edges)
    return again
