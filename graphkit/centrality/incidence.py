"""Who attended, represents and was quoted where, as arrays: what every network of the report is derived from.

An edge is kept with its article and its confidence, so that the networks can be derived again from some of
the articles, or from the surer edges alone.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Final

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from graphkit import vocabulary
from graphkit.centrality.matrices import NO_GROUP, Indices, Matrix, plain
from graphkit.centrality.selection import COUNTED_TYPES, Selection
from graphkit.graph import Graph

PARTICIPANTS: Final = (vocabulary.PERSON, vocabulary.AGENCY, vocabulary.COUNTRY)
"""Whose nodes may take part in a forum."""


@dataclass(frozen=True)
class Claims:
    """The selected edges of one type: places of their ends and articles, and their confidences."""

    sources: Indices
    targets: Indices
    articles: Indices
    confidences: NDArray[np.float64]

    def some(self, kept: NDArray[np.bool_]) -> Claims:
        """The edges that are kept."""
        return Claims(self.sources[kept], self.targets[kept], self.articles[kept], self.confidences[kept])

    def matrix(self, shape: tuple[int, int]) -> Matrix:
        """How many edges run between each two ends."""
        entries = (np.ones(len(self.sources)), (self.sources, self.targets))
        return sparse.coo_array(entries, shape=shape).tocsr()


@dataclass(frozen=True)
class Incidence:
    """The selected edges of a graph as arrays.

    Attributes:
        entities: ids of the people, agencies and countries, in order; `forums` and `articles` likewise.
        labels: the label of each of `nodes`.
        names: of entities and forums, by id.
        claims: edge type → its edges.
    """

    entities: tuple[str, ...]
    labels: NDArray[np.str_]
    names: Mapping[str, str]
    forums: tuple[str, ...]
    articles: tuple[str, ...]
    claims: Mapping[str, Claims]

    def from_articles(self, drawn: NDArray[np.bool_]) -> Incidence:
        """What the articles say for which `drawn` is true."""
        return self._with({type_: claims.some(drawn[claims.articles]) for type_, claims in self.claims.items()})

    def at_least(self, confidence: float) -> Incidence:
        """The edges of at least that confidence."""
        return self._with({type_: of.some(of.confidences >= confidence) for type_, of in self.claims.items()})

    def _with(self, claims: Mapping[str, Claims]) -> Incidence:
        return Incidence(self.entities, self.labels, self.names, self.forums, self.articles, claims)

    @property
    def nodes(self) -> tuple[str, ...]:
        """The ids of the entities, then of the forums."""
        return self.entities + self.forums

    @cached_property
    def attended(self) -> Matrix:
        """Entities × forums: 1 where an entity attended."""
        return plain(self._attended.matrix((len(self.entities), len(self.forums))))

    @property
    def _attended(self) -> Claims:
        return self.claims[vocabulary.ATTENDED]

    @cached_property
    def quoted(self) -> Matrix:
        """Entities × forums: how many quotations."""
        return self.claims[vocabulary.QUOTED_AT].matrix((len(self.entities), len(self.forums)))

    @cached_property
    def represents(self) -> Matrix:
        """Entities × entities: 1 where the row represents the column."""
        return plain(self.claims[vocabulary.REPRESENTS].matrix((len(self.entities), len(self.entities))))

    @cached_property
    def took_part(self) -> Matrix:
        """Entities × forums: 1 where an entity attended, or one who represents it, at most two steps away."""
        represented = sparse.csr_array(self.represents.T)
        through = represented @ self.attended
        return plain(sparse.csr_array(self.attended + through + represented @ through))

    @cached_property
    def place(self) -> Mapping[str, int]:
        """Where each entity is among `entities`."""
        return {entity: at for at, entity in enumerate(self.entities)}

    def forums_of(self, entities: Iterable[str]) -> dict[str, list[str]]:
        """Entity → the forums that it took part in."""
        part, place = self.took_part, self.place
        return {
            entity: [
                self.forums[at] for at in part.indices[part.indptr[place[entity]] : part.indptr[place[entity] + 1]]
            ]
            for entity in entities
        }

    def of_label(self, label: str) -> Indices:
        """The places of the nodes of one label."""
        return np.flatnonzero(self.labels == label)

    @cached_property
    def countries(self) -> Indices:
        """For each entity the one country that it represents, itself or by its agency; -1 for none or several."""
        is_country = (self.labels[: len(self.entities)] == vocabulary.COUNTRY).astype(float)
        direct = self.represents
        reached = sparse.csr_array((direct + direct @ direct) * is_country)
        reached.eliminate_zeros()
        found = np.full(len(self.entities), NO_GROUP, dtype=np.int64)
        single = np.flatnonzero(np.diff(reached.indptr) == 1)
        found[single] = reached.indices[reached.indptr[single]]
        return found


def incidence(graph: Graph, selection: Selection) -> Incidence:
    """The edges of a graph that a selection takes, arranged as arrays.

    Example:
        >>> from graphkit.centrality.examples import three_forums
        >>> incidence(three_forums(), Selection()).forums_of(["ana", "dia"])
        {'ana': ['f1', 'f2'], 'dia': ['f3']}
    """
    labels: defaultdict[str, list[str]] = defaultdict(list)
    names = {}
    for node, data in graph.nodes(data=True):
        labels[data["label"]].append(node)
        names[node] = data["name"]
    entities = sorted(node for label in PARTICIPANTS for node in labels[label])
    forums = sorted(labels[vocabulary.FORUM])
    rows: dict[str, list[tuple[int, int, str, float]]] = {type_: [] for type_ in COUNTED_TYPES}
    place = {node: at for ends in (entities, forums) for at, node in enumerate(ends)}
    for source, target, edge in graph.edges(data=True):
        if edge["type"] in rows and selection.reason_against(edge) is None:
            rows[edge["type"]].append((place[source], place[target], edge["article"], edge["confidence"]))
    articles = sorted({row[2] for found in rows.values() for row in found})
    number = {article: at for at, article in enumerate(articles)}
    return Incidence(
        tuple(entities),
        np.array([graph.nodes[node]["label"] for node in (*entities, *forums)], dtype=str),
        names,
        tuple(forums),
        tuple(articles),
        {type_: _claims(found, number) for type_, found in rows.items()},
    )


def _claims(rows: list[tuple[int, int, str, float]], number: Mapping[str, int]) -> Claims:
    return Claims(
        np.array([row[0] for row in rows], dtype=np.int64),
        np.array([row[1] for row in rows], dtype=np.int64),
        np.array([number[row[2]] for row in rows], dtype=np.int64),
        np.array([row[3] for row in rows], dtype=float),
    )
