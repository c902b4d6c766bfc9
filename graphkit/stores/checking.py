"""Whether a store still holds what was written: its own keeping, and every edge against the article it came from."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from graphkit import vocabulary
from graphkit.graph import Graph
from graphkit.records import Article
from graphkit.stores.base import Store
from graphkit.stores.content import Content, content_of
from graphkit.stores.rows import PROPERTIES


@dataclass(frozen=True, slots=True)
class Fault:
    """Something wrong in a store, in a sentence without its full stop, and how often; the first case stands for all."""

    says: str
    times: int = 1

    def __str__(self) -> str:
        return f"{self.says}." if self.times == 1 else f"{self.says} (and {self.times - 1:,} more like it)."


@dataclass(frozen=True, slots=True)
class Checked:
    """What a store holds, and what is wrong with it.

    Attributes:
        content: with the checksum; None where something is wrong, since not everything may have a hash.
    """

    nodes: int
    edges: int
    content: Content | None
    faults: tuple[Fault, ...]


def check_store(store: Store) -> Checked:
    """Look through a whole store.

    Raises:
        StoreError: the store cannot be read at all.
    """
    graph, kept_badly = store.examine()
    faults = [Fault(says) for says in kept_badly]
    for find in (_incomplete, _damaged_articles, _illegal_edges, _wrong_evidence):
        faults += _counted(find, graph)
    return Checked(len(graph), graph.number_of_edges(), None if faults else content_of(graph), tuple(faults))


def _counted(find: Callable[[Graph], Iterator[str]], graph: Graph) -> list[Fault]:
    found = find(graph)
    first = next(found, None)
    return [] if first is None else [Fault(first, 1 + sum(1 for _ in found))]


def _incomplete(graph: Graph) -> Iterator[str]:
    for node, data in graph.nodes(data=True):
        yield from (f"The {data['label']} {node!r} has no {name}" for name in _missing(data["label"], data))
    for source, target, data in graph.edges(data=True):
        yield from (f"{_edge(source, target, data)} has no {name}" for name in _missing(data["type"], data))


def _missing(kind: str, data: Mapping[str, Any]) -> Iterator[str]:
    return (its.name for its in PROPERTIES[kind] if not its.nullable and data.get(its.name) is None)


def _damaged_articles(graph: Graph) -> Iterator[str]:
    for article, sha256 in _articles(graph).values():
        if article.sha256 != sha256:
            yield f"The text of the article {article.key!r} is not the one that was loaded; load that article again"


def _illegal_edges(graph: Graph) -> Iterator[str]:
    for source, target, data in graph.edges(data=True):
        ends = graph.nodes[source]["label"], graph.nodes[target]["label"]
        if ends not in vocabulary.EDGE_TYPES[data["type"]].ends:
            yield f"{_edge(source, target, data)} runs from {ends[0]} to {ends[1]}, which the graph model does not have"


def _wrong_evidence(graph: Graph) -> Iterator[str]:
    articles = _articles(graph)
    for source, target, data in graph.edges(data=True):
        known = articles.get(data["article"])
        if known is None:
            yield f"{_edge(source, target, data)} names the article {data['article']!r}, which the store does not have"
        elif not _stands_there(known[0].text, data):
            place = f"characters {data['start']} to {data['end']} of the article {data['article']!r}"
            yield f"{_edge(source, target, data)} is not borne out by {place}"


def _stands_there(text: str, data: Mapping[str, Any]) -> bool:
    """Whether the characters are in the sentence, the sentence in the article, and the words the ones they point at."""
    start, end = data["start"], data["end"]
    if None in (start, end, data["sentence"]) or not 0 <= start < end <= len(text):
        return False
    words = {**dict.fromkeys(vocabulary.QUOTATIONS, data.get("text")), vocabulary.MENTIONED_IN: data.get("surface")}
    wanted = words.get(data["type"], text[start:end])
    return text[start:end] == wanted and wanted in data["sentence"] and data["sentence"] in text


def _edge(source: str, target: str, data: Mapping[str, Any]) -> str:
    return f"The edge {data['type']} {source!r} → {target!r}"


def _articles(graph: Graph) -> dict[str, tuple[Article, str]]:
    """Every article of the graph by its key, with the SHA-256 that it was loaded with."""
    return {
        data["key"]: (Article(data["key"], data["text"] or ""), data["sha256"])
        for _, data in graph.nodes(data=True)
        if data["label"] == vocabulary.ARTICLE
    }
