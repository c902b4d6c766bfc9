"""The networks that centrality is computed on: named projections of the graph.

The graph itself mixes several kinds of node and edge; a centrality on all of it would mean nothing. Each
function here takes the graph and a `Selection` and returns a small networkx graph with one documented
meaning. Nodes carry `label` and `name`. The edges of a network by shared forums carry

- `forums`: the ids of the shared forums, sorted;
- `count`: how many they are;
- `newman`: the sum of 1/(k−1) over them, k being how many of that label took part. Meeting at a table of
three
  ties closer than being two among three hundred, and a node's weights add up to the number of forums at
  which it met anyone. (Newman, M. E. J. 2001. Scientific collaboration networks II. Physical Review E 64,
  016132.)
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING, Final, TypeAlias

import networkx as nx

from graphkit import vocabulary
from graphkit.centrality.selection import EVERYTHING_SURE, Selection, selected_edges
from graphkit.errors import GraphkitError
from graphkit.graph import Graph

if TYPE_CHECKING:
    Network: TypeAlias = nx.Graph[str]
else:
    Network = nx.Graph

Way: TypeAlias = tuple[str, ...]
"""How an entity came to a forum: the ids in between, nearest first; empty where it attended itself."""

Participations: TypeAlias = Mapping[str, Mapping[str, tuple[Way, ...]]]
"""Entity id → forum id → every way in which the entity took part."""

SIDE: Final = "bipartite"
"""The node attribute that tells the two sides of a two-mode network apart, named as networkx names it."""


def participations(graph: Graph, label: str, selection: Selection = EVERYTHING_SURE) -> Participations:
    """Which forums the entities of a label took part in, and through whom.

    A person takes part by attending. An agency takes part by attending and through each person who
    represents it; a country also through each person and agency that represents it, and through the people
    of those agencies.

    Returns:
        entities and forums in the order of their ids; an entity that took part in nothing is not in it.
    """
    attended: defaultdict[str, set[str]] = defaultdict(set)
    for source, forum, _ in selected_edges(graph, vocabulary.ATTENDED, selection):
        attended[source].add(forum)
    representatives: defaultdict[str, set[str]] = defaultdict(set)
    if label != vocabulary.PERSON:
        for source, represented, _ in selected_edges(graph, vocabulary.REPRESENTS, selection):
            representatives[represented].add(source)
    found: dict[str, dict[str, tuple[Way, ...]]] = {}
    for entity in sorted(node for node, data in graph.nodes(data=True) if data["label"] == label):
        ways: defaultdict[str, set[Way]] = defaultdict(set)
        for way in ((), *_ways_down(entity, representatives)):
            for forum in attended.get(way[-1] if way else entity, ()):
                ways[forum].add(way)
        if ways:
            found[entity] = {forum: tuple(sorted(ways[forum])) for forum in sorted(ways)}
    return found


def _ways_down(entity: str, representatives: Mapping[str, set[str]]) -> Iterable[Way]:
    for direct in representatives.get(entity, ()):
        yield (direct,)
        for second in representatives.get(direct, ()):
            yield (direct, second)


def _by_shared_forums(graph: Graph, label: str, selection: Selection) -> Network:
    took_part = participations(graph, label, selection)
    participants: defaultdict[str, list[str]] = defaultdict(list)
    for entity, forums in took_part.items():
        for forum in forums:
            participants[forum].append(entity)
    shared: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for forum in sorted(participants):
        for pair in combinations(participants[forum], 2):
            shared[pair].append(forum)
    network: Network = nx.Graph()
    _add_nodes(network, graph, took_part)
    for (left, right), forums_of_both in sorted(shared.items()):
        newman = sum(1 / (len(participants[forum]) - 1) for forum in forums_of_both)
        network.add_edge(left, right, forums=tuple(forums_of_both), count=len(forums_of_both), newman=newman)
    return network


def _add_nodes(network: Network, graph: Graph, nodes: Iterable[str], **attributes: int) -> None:
    for node in nodes:
        data = graph.nodes[node]
        network.add_node(node, label=data["label"], name=data["name"], **attributes)


def people_by_forums(graph: Graph, selection: Selection = EVERYTHING_SURE) -> Network:
    """People, joined where they attended the same forum.

    Example:
        >>> from graphkit.centrality.examples import three_forums
        >>> people = people_by_forums(three_forums())
        >>> sorted(people.edges(data="count"))
        [('ana', 'ben', 2), ('ana', 'cem', 1), ('ben', 'cem', 1), ('cem', 'dia', 1)]
        >>> people["ana"]["ben"]["newman"]  # 1/2 for the forum of three, 1/1 for the forum of two
        1.5
    """
    return _by_shared_forums(graph, vocabulary.PERSON, selection)


def agencies_by_forums(graph: Graph, selection: Selection = EVERYTHING_SURE) -> Network:
    """Agencies, joined where they took part in the same forum, themselves or through who represents them.

    Example:
        >>> from graphkit.centrality.examples import three_forums
        >>> sorted(agencies_by_forums(three_forums()).edges(data="forums"))
        [('ministry', 'newspaper', ('f1',))]
    """
    return _by_shared_forums(graph, vocabulary.AGENCY, selection)


def countries_by_forums(graph: Graph, selection: Selection = EVERYTHING_SURE) -> Network:
    """Countries, joined where they took part in the same forum, themselves or through who represents them.

    Example:
        >>> from graphkit.centrality.examples import three_forums
        >>> sorted(countries_by_forums(three_forums()).edges(data="forums"))
        [('aland', 'bland', ('f1',))]
    """
    return _by_shared_forums(graph, vocabulary.COUNTRY, selection)


def attendance(graph: Graph, selection: Selection = EVERYTHING_SURE) -> Network:
    """The two-mode network as it was read: people, agencies and countries on one side, forums on the other.

    The node attribute `bipartite` is 0 for who attended and 1 for a forum.

    Example:
        >>> from graphkit.centrality.examples import three_forums
        >>> sorted(attendance(three_forums())["f2"])
        ['ana', 'ben']
    """
    pairs = {(who, forum) for who, forum, _ in selected_edges(graph, vocabulary.ATTENDED, selection)}
    network: Network = nx.Graph()
    _add_nodes(network, graph, sorted({who for who, _ in pairs}), **{SIDE: 0})
    _add_nodes(network, graph, sorted({forum for _, forum in pairs}), **{SIDE: 1})
    network.add_edges_from(sorted(pairs))
    return network


def representation(graph: Graph, selection: Selection = EVERYTHING_SURE) -> Network:
    """Who represents whom: a directed network of people, agencies and countries, as it was read.

    Example:
        >>> from graphkit.centrality.examples import three_forums
        >>> sorted(representation(three_forums()).in_edges("bland"))
        [('dia', 'bland'), ('newspaper', 'bland')]
    """
    pairs = {(who, whom) for who, whom, _ in selected_edges(graph, vocabulary.REPRESENTS, selection)}
    network: Network = nx.DiGraph()
    _add_nodes(network, graph, sorted({node for pair in pairs for node in pair}))
    network.add_edges_from(sorted(pairs))
    return network


@dataclass(frozen=True, slots=True)
class Projection:
    """A named network: how it is built, and what it is in one plain sentence."""

    name: str
    title: str
    meaning: str
    build: Callable[[Graph, Selection], Network]


PROJECTIONS: Final[dict[str, Projection]] = {
    projection.name: projection
    for projection in (
        Projection(
            "people-by-forums",
            "People by shared forums",
            "Two people are joined when both attended the same forum.",
            people_by_forums,
        ),
        Projection(
            "agencies-by-forums",
            "Agencies by shared forums",
            "Two agencies are joined when both took part in the same forum, themselves or through the "
            "people who represent them.",
            agencies_by_forums,
        ),
        Projection(
            "countries-by-forums",
            "Countries by shared forums",
            "Two countries are joined when both took part in the same forum, themselves or through the "
            "people and agencies that represent them.",
            countries_by_forums,
        ),
        Projection(
            "attendance",
            "Attendance",
            "People, agencies and countries are joined to the forums that they attended, as the articles say it.",
            attendance,
        ),
        Projection(
            "representation",
            "Representation",
            "People point to the agencies and countries that they represent, agencies to their country.",
            representation,
        ),
    )
}


def build_network(graph: Graph, name: str, selection: Selection = EVERYTHING_SURE) -> Network:
    """Build one of the named networks.

    Raises:
        GraphkitError: there is no network of that name.
    """
    if name not in PROJECTIONS:
        raise GraphkitError(f"There is no network {name!r}; the networks are {', '.join(PROJECTIONS)}.")
    return PROJECTIONS[name].build(graph, selection)
