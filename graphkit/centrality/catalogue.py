"""Which measures are computed on which network, and what each of them means in one plain sentence."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Final

from graphkit import vocabulary
from graphkit.centrality import measures, two_mode
from graphkit.centrality.networks import Network

_NOT_READ: Final = "Weights are not read."
_AS_STRENGTH: Final = "Newman's weights are read as strengths: a small forum ties closer than a large one."


@dataclass(frozen=True, slots=True)
class Measure:
    """One measure on one kind of network.

    Attributes:
        meaning: what a high value says, in one plain sentence.
        source: where the formula comes from.
        weights: how the weights of the edges are read.
        in_pieces: what happens where the network falls into pieces.
        highest_first: whether the highest value has rank 1; False where low values are the remarkable ones.
        labels: whose values mean something; None is everybody's.
    """

    name: str
    title: str
    meaning: str
    source: str
    weights: str
    in_pieces: str
    compute: Callable[[Network], dict[str, float]]
    highest_first: bool = True
    labels: frozenset[str] | None = None


_BY_SHARED_FORUMS: Final = (
    Measure(
        "degree",
        "Degree",
        "With how many others it shared a forum.",
        "Freeman 1978",
        _NOT_READ,
        "Nothing changes.",
        measures.degree,
    ),
    Measure(
        "strength",
        "Strength",
        "At how many forums it met others of its kind.",
        "Barrat et al. 2004, with the weights of Newman 2001",
        _AS_STRENGTH,
        "Nothing changes.",
        partial(measures.strength, weight="newman"),
    ),
    Measure(
        "betweenness",
        "Betweenness",
        "On what share of the shortest ways between two others it lies: who joins groups that meet apart.",
        "Freeman 1977, after Brandes 2001",
        _NOT_READ,
        "Pairs that no way joins count in the whole, so pieces lower the values.",
        measures.betweenness,
    ),
    Measure(
        "harmonic-closeness",
        "Harmonic closeness",
        "How few steps it is from all others on average, as the mean of 1/steps.",
        "Marchiori & Latora 2000; Rochat 2009",
        _NOT_READ,
        "Whoever cannot be reached adds 0.",
        measures.harmonic_closeness,
    ),
    Measure(
        "pagerank",
        "PageRank",
        "How often a walk along shared forums comes by: much met by those who are much met.",
        "Brin & Page 1998, damping 0.85",
        _AS_STRENGTH,
        "The walk jumps at random now and then, so it reaches every piece.",
        partial(measures.pagerank, weight="newman"),
    ),
    Measure(
        "core-number",
        "k-core",
        "The largest k such that it is in a group whose members each met k others of the group.",
        "Seidman 1983",
        _NOT_READ,
        "Nothing changes.",
        measures.core_number,
    ),
    Measure(
        "constraint",
        "Constraint",
        "How far those it met have also met each other; a low value, ranked first, marks a broker.",
        "Burt 1992, chapter 2",
        _AS_STRENGTH,
        "Who met nobody has no value.",
        partial(measures.constraint, weight="newman"),
        highest_first=False,
    ),
)

_ON_ATTENDANCE: Final = (
    Measure(
        "degree",
        "Degree",
        "What share of all forums it attended; for a forum, what share of all participants came.",
        "Borgatti & Everett 1997",
        "There are no weights: attended or not.",
        "Nothing changes.",
        two_mode.degree,
    ),
    Measure(
        "betweenness",
        "Betweenness",
        "How many shortest ways lead through it, as a share of the most that its side allows.",
        "Borgatti & Everett 1997; Borgatti & Halgin 2011",
        "There are no weights: attended or not.",
        "Pairs that no way joins count in the most possible, so pieces lower the values.",
        two_mode.betweenness,
    ),
    Measure(
        "harmonic-closeness",
        "Harmonic closeness",
        "How few steps it is from everyone and every forum, as a share of the most that its side allows.",
        "Borgatti & Everett 1997, carried over to Marchiori & Latora 2000",
        "There are no weights: attended or not.",
        "Whoever cannot be reached adds 0.",
        two_mode.harmonic_closeness,
    ),
    Measure(
        "pagerank",
        "PageRank",
        "How often a walk from participants to forums and back comes by.",
        "Brin & Page 1998, damping 0.85",
        "There are no weights: attended or not.",
        "The walk jumps at random now and then, so it reaches every piece.",
        measures.pagerank,
    ),
)

_ON_REPRESENTATION: Final = (
    Measure(
        "represented-by",
        "Represented by",
        "How many people and agencies represent it.",
        "In-degree, Freeman 1978",
        "There are no weights: represents or not.",
        "Nothing changes.",
        measures.represented_by,
        labels=frozenset(target for _, target in vocabulary.EDGE_TYPES[vocabulary.REPRESENTS].ends),
    ),
    Measure(
        "represents",
        "Represents",
        "How many agencies and countries it represents.",
        "Out-degree, Freeman 1978",
        "There are no weights: represents or not.",
        "Nothing changes.",
        measures.represents,
        labels=frozenset(source for source, _ in vocabulary.EDGE_TYPES[vocabulary.REPRESENTS].ends),
    ),
    Measure(
        "betweenness",
        "Betweenness",
        "On what share of the ways between two others it lies: through whom others are represented.",
        "Freeman 1977, after Brandes 2001",
        "There are no weights: represents or not.",
        "Pairs that no way joins count in the whole, so pieces lower the values.",
        measures.betweenness,
        labels=frozenset({vocabulary.AGENCY}),
    ),
    Measure(
        "pagerank",
        "PageRank",
        "How often a walk from representatives to the represented ends up at it.",
        "Brin & Page 1998, damping 0.85",
        "There are no weights: represents or not.",
        "The walk jumps at random now and then, so it reaches every piece.",
        measures.pagerank,
    ),
)

MEASURES: Final[dict[str, tuple[Measure, ...]]] = {
    "people-by-forums": _BY_SHARED_FORUMS,
    "agencies-by-forums": _BY_SHARED_FORUMS,
    "countries-by-forums": _BY_SHARED_FORUMS,
    "attendance": _ON_ATTENDANCE,
    "representation": _ON_REPRESENTATION,
}
"""Network name → the measures computed on it; the first one orders the tables of a report."""
