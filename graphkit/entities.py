"""Entities of a graph by what somebody typed, and what is said of them."""

from __future__ import annotations

import difflib
from collections.abc import Collection
from typing import Any

from graphkit import vocabulary
from graphkit.errors import GraphkitError
from graphkit.graph import Graph, article_id
from graphkit.spelling import folded


def find_entities(graph: Graph, name: str) -> list[str]:
    """The nodes of that id, or else of that name or alias, however accents and capitals are typed.

    Args:
        graph: the graph to look in.
        name: what somebody typed.

    Returns:
        their ids, sorted: more than one where namesakes are told apart.

    Raises:
        GraphkitError: there is none; the message names the nearest spellings.
    """
    if name in graph:
        return [name]
    wanted = folded(name)
    if not name.strip():
        raise GraphkitError("The name is empty. Give a name, a spelling of it, or an id.")
    spellings = {node: [data["name"], *data["aliases"]] for node, data in graph.nodes(data=True)}
    found = [node for node, known in spellings.items() if wanted in map(folded, known)]
    if found:
        return sorted(found)
    names = {folded(spelling): spelling for known in spellings.values() for spelling in known}
    near = difflib.get_close_matches(wanted, names, n=3) or [other for other in names if wanted in other][:3]
    advice = f"Near names: {', '.join(names[other] for other in near)}." if near else "Check the spelling."
    raise GraphkitError(f"Nothing in the graph is called {name!r}. {advice}")


def edges_with_evidence(graph: Graph, nodes: Collection[str]) -> list[dict[str, Any]]:
    """Every edge at some nodes, each once, in the order of the vocabulary and then as the articles go.

    Args:
        graph: nodes and edges of the vocabulary.
        nodes: ids.

    Returns:
        for each edge its `type`, the names `from` and `to`, the ids `source` and `target`, what it `says` (the
        properties of its type), its evidence, and the `date` of the article.
    """
    order = list(vocabulary.EDGE_TYPES)
    edges = {
        (source, target, key): data
        for at in (graph.in_edges, graph.out_edges)
        for source, target, key, data in at(nodes, keys=True, data=True)
    }
    rows = []
    for (source, target, _), data in sorted(edges.items(), key=lambda edge: edge[0]):
        row = {"type": data["type"], "from": graph.nodes[source]["name"], "to": graph.nodes[target]["name"]}
        row |= {"source": source, "target": target}
        row["says"] = {p.name: data[p.name] for p in vocabulary.EDGE_TYPES[data["type"]].properties}
        row |= {p.name: data[p.name] for p in vocabulary.EVIDENCE}
        rows.append(row | {"date": _date_of(graph, data["article"])})
    return sorted(rows, key=lambda row: (order.index(row["type"]), row["article"], row["start"], row["end"]))


def _date_of(graph: Graph, article: str) -> str | None:
    node = article_id(article)
    date: str | None = graph.nodes[node].get("date") if node in graph else None
    return date
