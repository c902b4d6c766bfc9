"""A network of the report: its nodes, its matrices, and what several measures read of them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from graphkit.centrality import neighbourhood, spectral, structure
from graphkit.centrality.incidence import Incidence
from graphkit.centrality.matrices import NO_GROUP, Indices, Matrix, Values, both_ways, plain
from graphkit.centrality.paths import Ways, follow_ways
from graphkit.centrality.through_forums import NewmanTies, ThroughForums


@dataclass(frozen=True, eq=False)
class Ties:
    """A network of the report, as matrices that share their order of nodes.

    Attributes:
        known: what the articles say.
        places: where its nodes are among `known.nodes`, in order.
        count: how many forums two share, how many quotations or claims join them.
        directed: whether the matrices are not symmetric.
        side: of a two-mode network 0 for participants, 1 for forums; else None.
        part: of a network by shared forums who took part in which forum, as a matrix; else None.
        closeness: of a network by shared forums what each forum adds to Newman's weight; else None.
        for_countries: whether its nodes stand for countries.
        forums: at how many forums it rests, None where it rests on none.
        seed: of what is drawn at random: communities, and samples where a network is too large for all.
    """

    known: Incidence
    places: Indices
    count: Matrix
    directed: bool = False
    side: Indices | None = None
    part: Matrix | None = None
    closeness: Values | None = None
    for_countries: bool = False
    forums: int | None = None
    seed: int = 0

    @cached_property
    def nodes(self) -> tuple[str, ...]:
        """The ids of the nodes."""
        known = self.known.nodes
        return tuple(known[at] for at in self.places.tolist())

    @cached_property
    def labels(self) -> NDArray[np.str_]:
        """The label of each node."""
        return self.known.labels[self.places]

    @cached_property
    def names(self) -> tuple[str, ...]:
        """The name of each node."""
        return tuple(self.known.names[node] for node in self.nodes)

    @cached_property
    def countries(self) -> Indices | None:
        """For each node the one country it stands for, -1 for none or several; None where nodes stand for none."""
        return self.known.countries[self.places] if self.for_countries else None

    @cached_property
    def plain(self) -> Matrix:
        """Who is joined to whom, without weights."""
        return plain(self.count)

    @cached_property
    def undirected(self) -> Matrix:
        """Who is joined to whom, without weights and directions."""
        return both_ways(self.plain) if self.directed else self.plain

    @cached_property
    def ways(self) -> Ways:
        """The shortest ways, followed once for every measure that reads them."""
        through = None if self.part is None else ThroughForums.of(self.part, self.count)
        if through and through.entries > self.plain.nnz:
            through = None
        return follow_ways(self.plain, self.directed, self.seed, through=through, side=self.side)

    @cached_property
    def cuts(self) -> tuple[Values, list[tuple[int, int]]]:
        """The cut points and bridges, found in one search."""
        return structure.find_cuts(self.undirected)

    @cached_property
    def brokerage(self) -> dict[str, Values]:
        """Role → how many pairs a node joins in it, between countries."""
        groups = np.full(len(self), NO_GROUP) if self.countries is None else self.countries
        return neighbourhood.brokerage(self.undirected, groups)

    @cached_property
    def hubs_and_authorities(self) -> tuple[Values, Values]:
        """The two vectors of HITS."""
        return spectral.hubs_and_authorities(self.plain)

    @cached_property
    def newman(self) -> NewmanTies | None:
        """Newman's weights as a product by forums; None in a network that does not rest on shared forums."""
        if self.part is None or self.closeness is None:
            return None
        return NewmanTies.of(self.part, self.closeness)

    @cached_property
    def strengths(self) -> Matrix:
        """The weights that are read as strengths: Newman's where there are, else the counts."""
        return self.count if self.newman is None else self.newman.matrix()

    @cached_property
    def communities(self) -> Indices:
        """The number of each node's community."""
        return structure.communities(both_ways(self.plain) if self.directed else self.strengths, self.seed)

    @property
    def edges(self) -> int:
        """How many pairs are joined."""
        return int(self.plain.nnz) if self.directed else int(self.plain.nnz) // 2

    def __len__(self) -> int:
        return len(self.places)
