"""Which measures are computed on which network, and what each of them means in one plain sentence."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from graphkit import vocabulary
from graphkit.centrality import computed
from graphkit.centrality.measure import Family, Measure

_NOT_READ: Final = "Weights are not read."
_NO_WEIGHTS: Final = "There are no weights: joined or not."
_AS_STRENGTH: Final = "Newman's weights are read as strengths: a small forum ties closer than a large one."
_QUOTATIONS_AS_STRENGTH: Final = "The number of quotations is read as a strength."
_NOTHING_CHANGES: Final = "Nothing changes."
_ADDS_NOTHING: Final = "Whoever cannot be reached adds 0."
_PAIRS_COUNT: Final = "Pairs that no way joins count in the whole, so pieces lower the values."
_WALK_JUMPS: Final = "The walk jumps at random now and then, so it reaches every piece."
_NO_TIES_NO_VALUE: Final = "Who has no ties has no value."
_STRONGEST_PIECE: Final = "Only the piece with the largest eigenvalue has values above 0."
_GOULD: Final = "Gould & Fernandez 1989, without directions"
_NO_COUNTRY: Final = "Nothing changes; who stands for no country, or for several, has no value."


def _brokerage(role: str, meaning: str) -> Measure:
    return Measure(
        role,
        role.capitalize(),
        meaning,
        _GOULD,
        _NOT_READ,
        _NO_COUNTRY,
        computed.brokerage_role(role),
        Family.BROKERAGE,
        quick=False,
    )


_COMPONENT: Final = Measure(
    "component",
    "Piece",
    "The number of the piece of the network that it is in; 1 is the largest.",
    "Connected components",
    _NOT_READ,
    "It tells the pieces apart.",
    computed.component,
    Family.GROUPS,
    ranked=False,
)

_CUT_POINT: Final = Measure(
    "cut-point",
    "Cut point",
    "Into how many more pieces the network falls without it; above 0 it is an articulation point.",
    "Hopcroft & Tarjan 1973",
    _NOT_READ,
    "Only its own piece is looked at.",
    computed.cut_point,
    Family.BROKERAGE,
    quick=False,
)


def _community(weights: str) -> Measure:
    return Measure(
        "community",
        "Community",
        "The number of the group that is joined more within itself than by chance; 1 is the largest.",
        "Leiden: Traag, Waltman & van Eck 2019, for modularity at resolution 1, seeded",
        weights,
        "No community reaches over two pieces; who has no ties is one alone.",
        computed.community,
        Family.GROUPS,
        ranked=False,
    )


_ROLES: Final = (
    _brokerage("coordinator", "How many pairs from its own country it joins that have not met without it."),
    _brokerage("consultant", "How many pairs from one other country it joins that have not met without it."),
    _brokerage(
        "gatekeeper", "How many pairs of one from its own country and one from another it joins that have not met."
    ),
    _brokerage("liaison", "How many pairs from two countries, neither its own, it joins that have not met."),
)

_BY_SHARED_FORUMS: Final = (
    Measure(
        "degree",
        "Degree",
        "With how many others it shared a forum.",
        "Freeman 1978",
        _NOT_READ,
        _NOTHING_CHANGES,
        computed.degree,
    ),
    Measure(
        "strength",
        "Strength",
        "How many meetings it had: others met, each as often as a forum was shared.",
        "Barrat et al. 2004",
        "The number of shared forums is read as a strength.",
        _NOTHING_CHANGES,
        computed.strength,
    ),
    Measure(
        "newman-strength",
        "Newman strength",
        "At how many forums it met others of its kind.",
        "Barrat et al. 2004, with the weights of Newman 2001",
        _AS_STRENGTH,
        _NOTHING_CHANGES,
        computed.newman_strength,
    ),
    Measure(
        "eigenvector",
        "Eigenvector",
        "How much it met those who themselves met many who are much met.",
        "Bonacich 1972",
        _AS_STRENGTH,
        _STRONGEST_PIECE,
        computed.eigenvector,
        quick=False,
    ),
    Measure(
        "pagerank",
        "PageRank",
        "How often a walk along shared forums comes by: much met by those who are much met.",
        "Brin & Page 1998, damping 0.85",
        _AS_STRENGTH,
        _WALK_JUMPS,
        computed.pagerank,
    ),
    Measure(
        "core-number",
        "k-core",
        "The largest k such that it is in a group whose members each met k others of the group.",
        "Seidman 1983",
        _NOT_READ,
        _NOTHING_CHANGES,
        computed.core_number,
    ),
    Measure(
        "betweenness",
        "Betweenness",
        "On what share of the shortest ways between two others it lies: who joins groups that meet apart.",
        "Freeman 1977, after Brandes 2001",
        _NOT_READ,
        _PAIRS_COUNT,
        computed.betweenness,
        Family.BROKERAGE,
        quick=False,
    ),
    Measure(
        "harmonic-closeness",
        "Harmonic closeness",
        "How few steps it is from all others on average, as the mean of 1/steps.",
        "Marchiori & Latora 2000; Rochat 2009",
        _NOT_READ,
        _ADDS_NOTHING,
        computed.harmonic_closeness,
        quick=False,
    ),
    Measure(
        "constraint",
        "Constraint",
        "How far those it met have also met each other; a low value, ranked first, marks a broker.",
        "Burt 1992, chapter 2",
        _AS_STRENGTH,
        _NO_TIES_NO_VALUE,
        computed.constraint,
        Family.BROKERAGE,
        highest_first=False,
        quick=False,
    ),
    Measure(
        "effective-size",
        "Effective size",
        "How many it met, less those whom the others it met would have led it to.",
        "Burt 1992, chapter 2; Borgatti 1997",
        _NOT_READ,
        _NO_TIES_NO_VALUE,
        computed.effective_size,
        Family.BROKERAGE,
        quick=False,
    ),
    _CUT_POINT,
    _community(_AS_STRENGTH),
    _COMPONENT,
)

_ON_TWO_MODES: Final = (
    Measure(
        "degree",
        "Degree",
        "What share of all forums it attended; for a forum, what share of all participants came.",
        "Borgatti & Everett 1997",
        _NO_WEIGHTS,
        _NOTHING_CHANGES,
        computed.share_of_other_side,
    ),
    Measure(
        "eigenvector",
        "Eigenvector",
        "How much it attended forums that those attend who attend much; for a forum, how much they came.",
        "Bonacich 1991; Faust 1997; the hubs and authorities of Kleinberg 1999",
        _NO_WEIGHTS,
        _STRONGEST_PIECE,
        computed.two_mode_eigenvector,
        quick=False,
    ),
    Measure(
        "betweenness",
        "Betweenness",
        "How many shortest ways lead through it, as a share of the most that its side allows.",
        "Borgatti & Everett 1997; Borgatti & Halgin 2011",
        _NO_WEIGHTS,
        "Pairs that no way joins count in the most possible, so pieces lower the values.",
        computed.two_mode_betweenness,
        Family.BROKERAGE,
        quick=False,
    ),
    Measure(
        "harmonic-closeness",
        "Harmonic closeness",
        "How few steps it is from everyone and every forum, as a share of the most that its side allows.",
        "Borgatti & Everett 1997, carried over to Marchiori & Latora 2000",
        _NO_WEIGHTS,
        _ADDS_NOTHING,
        computed.two_mode_harmonic_closeness,
        quick=False,
    ),
    Measure(
        "pagerank",
        "PageRank",
        "How often a walk from participants to forums and back comes by.",
        "Brin & Page 1998, damping 0.85",
        _NO_WEIGHTS,
        _WALK_JUMPS,
        computed.pagerank,
    ),
    _CUT_POINT,
    _community(_NO_WEIGHTS),
    _COMPONENT,
)

_ON_SPEAKING: Final = (
    Measure(
        "strength",
        "Quotations",
        "How often it is quoted at forums; for a forum, how often anybody is quoted there.",
        "Barrat et al. 2004",
        _QUOTATIONS_AS_STRENGTH,
        _NOTHING_CHANGES,
        computed.strength,
    ),
    Measure(
        "degree",
        "Degree",
        "At what share of the forums it is quoted; for a forum, what share of all speakers is quoted there.",
        "Borgatti & Everett 1997",
        _NOT_READ,
        _NOTHING_CHANGES,
        computed.share_of_other_side,
    ),
    Measure(
        "eigenvector",
        "Eigenvector",
        "How much it is quoted where those are quoted who are quoted much; for a forum, how much they are there.",
        "Bonacich 1991; Faust 1997; the hubs and authorities of Kleinberg 1999",
        _QUOTATIONS_AS_STRENGTH,
        _STRONGEST_PIECE,
        computed.two_mode_eigenvector,
        quick=False,
    ),
    Measure(
        "pagerank",
        "PageRank",
        "How often a walk from speakers to forums and back comes by.",
        "Brin & Page 1998, damping 0.85",
        _QUOTATIONS_AS_STRENGTH,
        _WALK_JUMPS,
        computed.pagerank,
    ),
    _COMPONENT,
)

_ENDS: Final = vocabulary.EDGE_TYPES[vocabulary.REPRESENTS].ends
_REPRESENTED: Final = frozenset(target for _, target in _ENDS)
_REPRESENTATIVES: Final = frozenset(source for source, _ in _ENDS)

_ON_REPRESENTATION: Final = (
    Measure(
        "represented-by",
        "Represented by",
        "How many people and agencies represent it.",
        "In-degree, Freeman 1978",
        _NO_WEIGHTS,
        _NOTHING_CHANGES,
        computed.represented_by,
        labels=_REPRESENTED,
    ),
    Measure(
        "represents",
        "Represents",
        "How many agencies and countries it represents.",
        "Out-degree, Freeman 1978",
        _NO_WEIGHTS,
        _NOTHING_CHANGES,
        computed.degree,
        labels=_REPRESENTATIVES,
    ),
    Measure(
        "authority",
        "Authority",
        "How far those represent it who represent others that are much represented.",
        "HITS: Kleinberg 1999",
        _NO_WEIGHTS,
        "Only the strongest piece has values above 0.",
        computed.authority,
        quick=False,
        labels=_REPRESENTED,
    ),
    Measure(
        "hub",
        "Hub",
        "How far it represents those that are much represented.",
        "HITS: Kleinberg 1999",
        _NO_WEIGHTS,
        "Only the strongest piece has values above 0.",
        computed.hub,
        quick=False,
        labels=_REPRESENTATIVES,
    ),
    Measure(
        "pagerank",
        "PageRank",
        "How often a walk from representatives to the represented ends up at it.",
        "Brin & Page 1998, damping 0.85",
        _NO_WEIGHTS,
        _WALK_JUMPS,
        computed.pagerank,
    ),
    Measure(
        "betweenness",
        "Betweenness",
        "On what share of the ways between two others it lies: through whom others are represented.",
        "Freeman 1977, after Brandes 2001",
        _NO_WEIGHTS,
        _PAIRS_COUNT,
        computed.betweenness,
        Family.BROKERAGE,
        labels=frozenset({vocabulary.AGENCY}),
        quick=False,
    ),
    _CUT_POINT,
    _COMPONENT,
)

MEASURES: Final[dict[str, tuple[Measure, ...]]] = {
    "people-by-forums": (*_BY_SHARED_FORUMS, *_ROLES),
    "agencies-by-forums": (*_BY_SHARED_FORUMS, *_ROLES),
    "countries-by-forums": _BY_SHARED_FORUMS,
    "attendance": _ON_TWO_MODES,
    "speaking": _ON_SPEAKING,
    "representation": _ON_REPRESENTATION,
}
"""Network name → the measures computed on it; the first one orders the tables of a report."""


FOLLOW_WAYS: Final = frozenset({"betweenness", "harmonic-closeness"})
"""Names of the measures that are estimated from a sample where a network is very large."""


def ranked_measures(network: str) -> Iterator[Measure]:
    """The measures on a network whose values have an order."""
    return (measure for measure in MEASURES[network] if measure.ranked)
