"""A graph of many people at many forums, as large as one asks for, the same each time."""

from __future__ import annotations

import random

from sample_graph import GraphMaker

from graphkit.graph import Graph


def crowd_graph(nodes: int = 300, edges: int = 1700) -> Graph:
    """People who attend forums (a few of them draw most) and are quoted there, and their agencies."""
    chance, maker = random.Random(1), GraphMaker()
    forums = [maker.node("Forum", f"forum/{n}", f"Regional Forum {n}") for n in range(max(2, nodes // 12))]
    agencies = [maker.node("Agency", f"agency/{n}", f"Press Agency {n}") for n in range(max(1, nodes // 15))]
    articles = [f"a{n}" for n in range(max(1, nodes // 20))]
    for key in articles:
        maker.article(key, date=f"2024-{1 + len(key) % 12:02}-01", source="A paper")
    room = nodes - len(forums) - len(agencies) - len(articles)
    people = [maker.node("Person", f"person/{n}", f"Given{n} Family{n % 997}") for n in range(room)]
    draw = [1 / (rank + 1) ** 0.6 for rank in range(len(forums))]
    for number in range(edges):
        person = people[number] if number < len(people) else chance.choice(people)
        article = chance.choice(articles)
        if number % 4 == 0:
            maker.edge("REPRESENTS", person, chance.choice(agencies), article, number, role="Director")
        elif number % 4 == 1:
            said = {"text": "It is so", "kind": "direct", "cue": "said"}
            maker.edge("QUOTED_AT", person, chance.choices(forums, draw)[0], article, number, **said)
        else:
            maker.edge("ATTENDED", person, chance.choices(forums, draw)[0], article, number, status="attended")
    return maker.graph
