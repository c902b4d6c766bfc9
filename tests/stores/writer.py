"""A process that writes a graph into a store in three growing parts, to be killed: `python writer.py URL`.

It says `writing` before it begins and `written` when it is done.
"""

from __future__ import annotations

import sys
from pathlib import Path

import networkx as nx

sys.path.insert(0, str(Path(__file__).parents[1]))

from sample_graph import GraphMaker

from graphkit.graph import Graph
from graphkit.stores import open_store


def big_graph(people: int = 400) -> Graph:
    """Enough of a graph to be killed in the middle of it."""
    maker = GraphMaker()
    forum = maker.node("Forum", "forum/f", "Forum")
    for number in range(people):
        person = maker.node("Person", f"person/{number}", f"Person {number}", f"P. {number}")
        article = maker.article(f"x{number}", f"Text of {number}. " * 20)
        maker.edge("ATTENDED", person, forum, f"x{number}", 10, status="attended")
        maker.edge("MENTIONED_IN", person, article, f"x{number}", 20, surface=f"Person {number}")
    return maker.graph


def part(graph: Graph, share: float) -> Graph:
    """The first nodes of a graph and the edges between them."""
    return nx.MultiDiGraph(graph.subgraph(sorted(graph)[: int(len(graph) * share)]))


def main(url: str) -> None:
    graph = big_graph()
    print("writing", flush=True)
    with open_store(url) as store:
        for share in (0.3, 0.6, 1.0):
            store.write(part(graph, share))
        print("written", flush=True)


if __name__ == "__main__":
    main(sys.argv[1])
