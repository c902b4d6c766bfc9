"""A graph as rows for an empty store, so many at a time, so that memory does not grow with the graph."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Final

from graphkit.portions import portions
from graphkit.stores.base import Changes, EdgeGroup, StoredEdge, StoredNode
from graphkit.stores.content import edges_content, nodes_content
from graphkit.stores.difference import Difference
from graphkit.stores.rows import Row, edge_row, node_row, row_hash

if TYPE_CHECKING:
    from graphkit.graph import Graph

_ROWS_AT_ONCE: Final = 10_000


def batches(nodes: Iterable[StoredNode], edges: Iterable[tuple[EdgeGroup, StoredEdge]]) -> Iterator[Difference]:
    """What turns nothing into a graph: first its nodes, then the edges between them.

    Raises:
        VocabularyError: a property is not of the model, or its value is not of its type.
    """
    for some_nodes in portions(nodes, _ROWS_AT_ONCE):
        node_rows: defaultdict[str, list[Row]] = defaultdict(list)
        for node, data in some_nodes:
            node_rows[data["label"]].append(node_row(data["label"], node, data))
        content = nodes_content(row_hash(label, row) for label, rows in node_rows.items() for row in rows)
        yield Difference(Changes(nodes_added=content.nodes), content, {}, {}, node_rows, {})
    for some_edges in portions(edges, _ROWS_AT_ONCE):
        edge_rows: defaultdict[EdgeGroup, list[Row]] = defaultdict(list)
        for group, (source, target, key, data) in some_edges:
            edge_rows[group].append(edge_row(group[0], source, target, key, data))
        content = edges_content(row_hash(group[0], row) for group, rows in edge_rows.items() for row in rows)
        yield Difference(Changes(edges_added=content.edges), content, {}, {}, {}, edge_rows)


def nodes_and_edges(graph: Graph) -> tuple[Iterator[StoredNode], Iterator[tuple[EdgeGroup, StoredEdge]]]:
    """The nodes of a graph, and its edges, each with its group.

    Raises:
        VocabularyError: it holds labels, edge types or ends that the model does not have.
    """
    from graphkit.graph import check_graph

    check_graph(graph)
    return ((node, data) for node, data in graph.nodes(data=True)), _edges_in_groups(graph)


def _edges_in_groups(graph: Graph) -> Iterator[tuple[EdgeGroup, StoredEdge]]:
    labels = {node: data["label"] for node, data in graph.nodes(data=True)}
    for source, targets in graph.adjacency():
        for target, keyed in targets.items():
            for key, data in keyed.items():
                yield (data["type"], labels[source], labels[target]), (source, target, key, data)
