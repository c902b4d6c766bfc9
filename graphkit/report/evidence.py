"""The sentences behind a name: where an entity was, for whom it stood, and which article says so."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final, TypeAlias

from graphkit import vocabulary
from graphkit.centrality import Selection, participations
from graphkit.centrality.incidence import PARTICIPANTS
from graphkit.centrality.networks import Way
from graphkit.centrality.selection import selected_edges
from graphkit.graph import Graph, article_id
from graphkit.passages import evidence_in_sentence

MOST_FACTS: Final = 40
MOST_PASSAGES: Final = 3
"""How many facts are shown under one heading, and sentences for one fact; how many more there are is said."""

_ATTENDED, _QUOTED_AT, _REPRESENTS = (
    vocabulary.EDGE_TYPES[name] for name in (vocabulary.ATTENDED, vocabulary.QUOTED_AT, vocabulary.REPRESENTS)
)

Edge: TypeAlias = Mapping[str, Any]
EdgesByEnds: TypeAlias = dict[str, dict[str, list[Edge]]]


@dataclass(frozen=True, slots=True)
class Passage:
    """One sentence of an article, in three parts so that the words which are the evidence can be marked.

    Attributes:
        marked: the evidence; empty where the sentence does not hold it.
        article: the id of the article's node.
        note: what the edge adds to its type, such as the role; may be empty.
    """

    before: str
    marked: str
    after: str
    article: str
    rule: str
    confidence: float
    note: str


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing known of an entity: who or what is at the other end, through whom, and the sentences.

    Attributes:
        through: the ids of those in between, nearest first; empty for what is said of the entity itself.
        more: how many sentences are not shown.
    """

    other: str
    through: Way
    passages: tuple[Passage, ...]
    more: int


@dataclass(frozen=True, slots=True)
class Facts:
    """The facts under one heading, and how many more are not shown."""

    heading: str
    shown: tuple[Fact, ...]
    more: int


@dataclass(frozen=True, slots=True)
class Dossier:
    """All that the report shows of one entity."""

    entity: str
    label: str
    name: str
    aliases: tuple[str, ...]
    facts: tuple[Facts, ...]

    def articles(self) -> set[str]:
        """The ids of the articles that are quoted."""
        return {passage.article for facts in self.facts for fact in facts.shown for passage in fact.passages}


class Dossiers:
    """What is known of the entities of a graph: the edges that count, arranged by their ends."""

    def __init__(self, graph: Graph, selection: Selection) -> None:
        self._graph = graph
        self._attended = _by_ends(graph, vocabulary.ATTENDED, selection)
        self._represents = _by_ends(graph, vocabulary.REPRESENTS, selection)
        self._quoted_at = _by_ends(graph, vocabulary.QUOTED_AT, selection)
        self._spoke_there = _turned_round(self._quoted_at)
        self._attended_by = _turned_round(self._attended)
        self._represented_by = _turned_round(self._represents)
        self._took_part = {
            entity: forums
            for label in PARTICIPANTS
            for entity, forums in participations(graph, label, selection).items()
        }

    def of(self, entity: str) -> Dossier:
        """What is known of one entity, with the evidence."""
        node = self._graph.nodes[entity]
        at_forums = [
            (forum, way, self._attended[way[-1] if way else entity][forum])
            for forum, ways in self._took_part.get(entity, {}).items()
            for way in ways
        ]
        headed = {
            "Took part in": at_forums,
            _ATTENDED.incoming: _direct(self._attended_by, entity),
            _QUOTED_AT.outgoing: _direct(self._quoted_at, entity),
            _QUOTED_AT.incoming: _direct(self._spoke_there, entity),
            _REPRESENTS.outgoing: _direct(self._represents, entity),
            _REPRESENTS.incoming: _direct(self._represented_by, entity),
        }
        return Dossier(
            entity,
            node["label"],
            node["name"],
            tuple(node["aliases"]),
            tuple(self._facts(heading, known) for heading, known in headed.items() if known),
        )

    def _facts(self, heading: str, known: list[tuple[str, Way, list[Edge]]]) -> Facts:
        shown = tuple(self._fact(*fact) for fact in known[:MOST_FACTS])
        return Facts(heading, shown, len(known) - len(shown))

    def _fact(self, other: str, through: Way, edges: list[Edge]) -> Fact:
        distinct: dict[tuple[str, str, str], Edge] = {}
        for edge in sorted(edges, key=_best_first):
            distinct.setdefault((edge["article"], edge["sentence"], _note(edge)), edge)
        shown = list(distinct.values())[:MOST_PASSAGES]
        passages = tuple(self._passage(edge) for edge in shown)
        return Fact(other, through, passages, len(distinct) - len(passages))

    def _passage(self, edge: Edge) -> Passage:
        article = article_id(edge["article"])
        text = self._graph.nodes[article].get("text") if article in self._graph else None
        sentence, (start, end) = edge["sentence"], evidence_in_sentence(edge, text or "")
        parts = (sentence[:start], sentence[start:end], sentence[end:])
        return Passage(*parts, article, edge["rule"], edge["confidence"], _note(edge))


def _by_ends(graph: Graph, type_: str, selection: Selection) -> EdgesByEnds:
    found: EdgesByEnds = {}
    for source, target, edge in selected_edges(graph, type_, selection):
        found.setdefault(source, {}).setdefault(target, []).append(edge)
    return found


def _turned_round(by_ends: EdgesByEnds) -> EdgesByEnds:
    found: EdgesByEnds = {}
    for source, targets in by_ends.items():
        for target, edges in targets.items():
            found.setdefault(target, {})[source] = edges
    return found


def _direct(by_ends: EdgesByEnds, entity: str) -> list[tuple[str, Way, list[Edge]]]:
    return [(other, (), edges) for other, edges in sorted(by_ends.get(entity, {}).items())]


def _note(edge: Edge) -> str:
    former = "former" if edge.get("former") else None
    planned = vocabulary.STATUS_PLANNED if edge.get("status") == vocabulary.STATUS_PLANNED else None
    return ", ".join(_present((former, edge.get("role"), edge.get("unit"), planned)))


def _best_first(edge: Edge) -> tuple[Any, ...]:
    """The surest first; the rest makes the order the same in whatever order the edges were added."""
    return (
        -edge["confidence"],
        edge["article"],
        edge["start"],
        edge["end"],
        edge["sentence"],
        _note(edge),
        edge["rule"],
    )


def _present(parts: Iterable[str | None]) -> list[str]:
    return [part for part in parts if part]
