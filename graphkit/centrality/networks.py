"""The networks that centrality is computed on: named projections of the graph.

The graph itself mixes several kinds of node and edge; a centrality on all of it would mean nothing. Each
function here takes the graph and a `Selection` and returns a small networkx graph with one documented
meaning. Nodes carry `label` and `name`. The edges of a network by shared forums carry

- `forums`: the ids of the shared forums, sorted;
- `count`: how many they are;
- `newman`: the sum of 1/(k−1) over them, k being how many of that label took part. Meeting at a table of
  three ties closer than being two among three hundred, and a node's weights add up to the number of forums
  at which it met anyone. (Newman, M. E. J. 2001. Scientific collaboration networks II. Physical Review E 64,
  016132.)
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Final, TypeAlias

import networkx as nx

from graphkit import vocabulary
from graphkit.centrality import projections
from graphkit.centrality.incidence import Incidence, incidence
from graphkit.centrality.matrices import NO_GROUP, Network
from graphkit.centrality.selection import EVERYTHING_SURE, Selection, selected_edges
from graphkit.centrality.ties import Ties
from graphkit.centrality.two_mode import SIDE
from graphkit.errors import GraphkitError
from graphkit.graph import Graph

Way: TypeAlias = tuple[str, ...]
"""How an entity came to a forum: the ids in between, nearest first; empty where it attended itself."""

Participations: TypeAlias = Mapping[str, Mapping[str, tuple[Way, ...]]]
"""Entity id → forum id → every way in which the entity took part."""


def participations(graph: Graph, label: str, selection: Selection = EVERYTHING_SURE) -> Participations:
    """Which forums the entities of a label took part in, and through whom.

    A person takes part by attending. An agency takes part by attending and through each person who
    represents it; a country also through each person and agency that represents it, and through the people
    of those agencies.

    Returns:
        entities and forums in the order of their ids; an entity that took part in nothing is not in it.

    Example:
        >>> from graphkit.centrality.examples import three_forums
        >>> participations(three_forums(), "Country")["bland"]  # through Dia, and through the newspaper by Cem
        {'f1': (('newspaper', 'cem'),), 'f3': (('dia',), ('newspaper', 'cem'))}
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
    return build_network(graph, "people-by-forums", selection)


def agencies_by_forums(graph: Graph, selection: Selection = EVERYTHING_SURE) -> Network:
    """Agencies, joined where they took part in the same forum, themselves or through who represents them.

    Example:
        >>> from graphkit.centrality.examples import three_forums
        >>> sorted(agencies_by_forums(three_forums()).edges(data="forums"))
        [('ministry', 'newspaper', ('f1',))]
    """
    return build_network(graph, "agencies-by-forums", selection)


def countries_by_forums(graph: Graph, selection: Selection = EVERYTHING_SURE) -> Network:
    """Countries, joined where they took part in the same forum, themselves or through who represents them.

    Example:
        >>> from graphkit.centrality.examples import three_forums
        >>> sorted(countries_by_forums(three_forums()).edges(data="forums"))
        [('aland', 'bland', ('f1',))]
    """
    return build_network(graph, "countries-by-forums", selection)


def attendance(graph: Graph, selection: Selection = EVERYTHING_SURE) -> Network:
    """The two-mode network as it was read: people, agencies and countries on one side, forums on the other.

    The node attribute `bipartite` is 0 for who attended and 1 for a forum.

    Example:
        >>> from graphkit.centrality.examples import three_forums
        >>> sorted(attendance(three_forums())["f2"])
        ['ana', 'ben']
    """
    return build_network(graph, "attendance", selection)


def speaking(graph: Graph, selection: Selection = EVERYTHING_SURE) -> Network:
    """Who was quoted at which forum: people and agencies on one side (0), forums on the other (1).

    The edges carry `count`, the number of quotations.

    Example:
        >>> from graphkit.centrality.examples import three_forums
        >>> sorted(speaking(three_forums()).edges(data="count"))
        [('cem', 'f1', 2), ('dia', 'f3', 1)]
    """
    return build_network(graph, "speaking", selection)


def representation(graph: Graph, selection: Selection = EVERYTHING_SURE) -> Network:
    """Who represents whom: a directed network of people, agencies and countries, as it was read.

    Example:
        >>> from graphkit.centrality.examples import three_forums
        >>> sorted(representation(three_forums()).in_edges("bland"))
        [('dia', 'bland'), ('newspaper', 'bland')]
    """
    return build_network(graph, "representation", selection)


@dataclass(frozen=True, slots=True)
class Projection:
    """A named network: how it is derived, and what it is in one plain sentence."""

    name: str
    title: str
    meaning: str
    derive: Callable[[Incidence], Ties]


PROJECTIONS: Final[dict[str, Projection]] = {
    projection.name: projection
    for projection in (
        Projection(
            "people-by-forums",
            "People by shared forums",
            "Two people are joined when both attended the same forum.",
            projections.people_by_forums,
        ),
        Projection(
            "agencies-by-forums",
            "Agencies by shared forums",
            "Two agencies are joined when both took part in the same forum, themselves or through the "
            "people who represent them.",
            projections.agencies_by_forums,
        ),
        Projection(
            "countries-by-forums",
            "Countries by shared forums",
            "Two countries are joined when both took part in the same forum, themselves or through the "
            "people and agencies that represent them.",
            projections.countries_by_forums,
        ),
        Projection(
            "attendance",
            "Attendance",
            "People, agencies and countries are joined to the forums that they attended, as the articles say it.",
            projections.attendance,
        ),
        Projection(
            "speaking",
            "Who speaks where",
            "People and agencies are joined to the forums at which they are quoted.",
            projections.speaking,
        ),
        Projection(
            "representation",
            "Representation",
            "People point to the agencies and countries that they represent, agencies to their country.",
            projections.representation,
        ),
    )
}


def build_network(graph: Graph, name: str, selection: Selection = EVERYTHING_SURE) -> Network:
    """Build one of the named networks.

    Raises:
        GraphkitError: there is no network of that name.

    Example:
        >>> from graphkit.centrality.examples import three_forums
        >>> sorted(build_network(three_forums(), "people-by-forums")["dia"])
        ['cem']
    """
    if name not in PROJECTIONS:
        raise GraphkitError(f"There is no network {name!r}; the networks are {', '.join(PROJECTIONS)}.")
    known = incidence(graph, selection)
    return _as_networkx(PROJECTIONS[name].derive(known), known)


def derive_ties(known: Incidence, name: str, seed: int) -> Ties:
    """One of the named networks as matrices; `seed` is that of what is drawn at random on it.

    Example:
        >>> from graphkit.centrality.examples import three_forums
        >>> ties = derive_ties(incidence(three_forums(), Selection()), "people-by-forums", seed=1)
        >>> ties.nodes, ties.edges
        (('ana', 'ben', 'cem', 'dia'), 4)
    """
    return replace(PROJECTIONS[name].derive(known), seed=seed)


def _as_networkx(ties: Ties, known: Incidence) -> Network:
    network: Network = nx.DiGraph() if ties.directed else nx.Graph()
    for at, (node, label, name) in enumerate(zip(ties.nodes, ties.labels, ties.names, strict=True)):
        network.add_node(node, label=label, name=name)
        if ties.side is not None:
            network.nodes[node][SIDE] = int(ties.side[at])
        if ties.countries is not None and ties.countries[at] != NO_GROUP:
            network.nodes[node]["country"] = known.entities[ties.countries[at]]
    joined = ties.count.tocoo()
    newman = None if ties.newman is None else ties.strengths
    forums = {node: set(found) for node, found in known.forums_of(ties.nodes).items()} if newman is not None else {}
    for row, column, count in zip(joined.row.tolist(), joined.col.tolist(), joined.data.tolist(), strict=True):
        source, target = ties.nodes[row], ties.nodes[column]
        if not ties.directed and row > column:
            continue
        network.add_edge(source, target, count=int(count))
        if newman is not None:
            shared = tuple(sorted(forums[source] & forums[target]))
            network.edges[source, target].update(forums=shared, newman=float(newman[row, column]))
    return network
