"""A graph small enough to check by hand: the docstrings of this package are run on it."""

from __future__ import annotations

from typing import Any

from graphkit import vocabulary
from graphkit.graph import Graph, article_id

_PEOPLE = {"ana": "Ana Abel", "ben": "Ben Bora", "cem": "Cem Caan", "dia": "Dia Dorn"}
_AGENCIES = {"ministry": "Ministry of Tea", "newspaper": "Daily Kettle"}
_COUNTRIES = {"aland": "Aland", "bland": "Bland"}
_FORUMS = {"f1": "Tea Forum", "f2": "Cup Summit", "f3": "Pot Congress"}
_ATTENDED = ("ana f1", "ben f1", "cem f1", "ana f2", "ben f2", "cem f3", "dia f3")
_QUOTED_AT = ("cem f1", "cem f1", "dia f3")
_REPRESENTS = ("ana ministry", "cem newspaper", "dia bland", "ministry aland", "newspaper bland")


def three_forums() -> Graph:
    """Four people at three forums.

    Ana, Ben and Cem attend f1, Ana and Ben f2, Cem and Dia f3. Ana is of the ministry of Aland, Cem of a
    newspaper of Bland, Dia represents Bland. So Cem alone joins Dia to the others. Cem is quoted twice at f1,
    Dia once at f3.

    Returns:
        a graph of the shape that `graphkit.graph.build_graph` makes, read from one article.

    Example:
        >>> three_forums().number_of_edges("cem", "f3")
        1
    """
    graph = Graph()
    for label, names in (
        (vocabulary.PERSON, _PEOPLE),
        (vocabulary.AGENCY, _AGENCIES),
        (vocabulary.COUNTRY, _COUNTRIES),
        (vocabulary.FORUM, _FORUMS),
        (vocabulary.ARTICLE, {article_id("a1"): "An article"}),
    ):
        for node, name in names.items():
            graph.add_node(node, label=label, name=name, aliases=[])
    graph.nodes[article_id("a1")]["key"] = "a1"
    for pair in _ATTENDED:
        _add_edge(graph, pair, type=vocabulary.ATTENDED, status=vocabulary.STATUS_ATTENDED)
    for pair in _REPRESENTS:
        _add_edge(graph, pair, type=vocabulary.REPRESENTS, role=None, unit=None, former=False)
    for pair in _QUOTED_AT:
        quote = {"text": "Tea.", "kind": "direct", "cue": "said", "session": None, "nested": False}
        _add_edge(graph, pair, type=vocabulary.QUOTED_AT, **quote)
    return graph


def _add_edge(graph: Graph, pair: str, **properties: Any) -> None:
    source, target = pair.split()
    sentence = f"{graph.nodes[source]['name']} and {graph.nodes[target]['name']}."
    evidence = {
        "article": "a1",
        "start": 0,
        "end": len(sentence),
        "sentence": sentence,
        "rule": "example",
        "confidence": 0.9,
    }
    key = f"{properties['type']}-{source}-{target}-{graph.number_of_edges(source, target)}"
    graph.add_edge(source, target, key=key, **properties, **evidence)
