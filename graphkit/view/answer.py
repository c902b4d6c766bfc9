"""The part of a graph that a query's answer names."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Any

from graphkit.errors import GraphkitError
from graphkit.graph import Graph, article_id
from graphkit.stores import Rows


def part_of_answer(graph: Graph, answer: Rows, parameters: Mapping[str, Any]) -> Graph:
    """The entities of a question and its answer with all edges among them, and the articles that these were read in.

    Args:
        graph: the graph that was asked.
        answer: its rows; an entity is named in them by its id or its name, or is there as a node, as an end of a
            relationship or on a path.
        parameters: what was asked about; an entity that it names is drawn where the answer names any.

    Returns:
        a part of the graph.

    Raises:
        GraphkitError: the answer names no entity.
    """
    by_name: defaultdict[str, list[str]] = defaultdict(list)
    for node, data in graph.nodes(data=True):
        by_name[data["name"]].append(node)

    def named_in(value: Any) -> set[str]:
        return {node for word in _words(value) for node in ([word] if word in graph else by_name.get(word, ()))}

    named = named_in(answer.rows)
    if not named:
        raise GraphkitError(
            f"The query's answer ({', '.join(answer.columns)}) names nothing that can be drawn. "
            "Let it return nodes, names or ids."
        )
    named |= named_in(parameters)
    articles = {article_id(data["article"]) for _, _, data in graph.subgraph(named).edges(data=True)}
    return graph.subgraph(named | articles).copy()


def _words(value: Any) -> Iterator[str]:
    """Every text in a value that may name an entity: of a node its id, of a relationship its ends."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        ends = [value[name] for name in ("id", "source", "target") if name in value]
        for held in ends or value.values():
            yield from _words(held)
    elif isinstance(value, (list, tuple)):
        for held in value:
            yield from _words(held)
