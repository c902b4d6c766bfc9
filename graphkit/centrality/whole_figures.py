"""What the figures of a network as a whole mean, each in one plain sentence."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class WholeFigure:
    """One figure of a network as a whole; its attributes are those of a `Measure` of the same name."""

    title: str
    meaning: str
    source: str
    weights: str
    in_pieces: str


_NOT_READ: Final = "Weights are not read."

DENSITY: Final = WholeFigure(
    "Density",
    "What share of the pairs that could be joined are joined; in a network of two sides, of the pairs between them.",
    "Wasserman & Faust 1994, chapter 4",
    _NOT_READ,
    "Pairs in two pieces count as pairs that could be joined.",
)
PIECES: Final = WholeFigure(
    "Pieces",
    "Into how many parts the network falls of which none can be reached from another.",
    "Connected components; Hopcroft & Tarjan 1973",
    _NOT_READ,
    "It counts them; whoever has no ties is one alone.",
)
COMMUNITIES: Final = WholeFigure(
    "Communities",
    "How many groups of two and more are joined more within themselves than by chance; the modularity, up to 1, is by "
    "how much.",
    "Leiden: Traag, Waltman & van Eck 2019; modularity: Newman 2004",
    "Read as strengths, where the network has weights.",
    "No community reaches over two pieces, so pieces raise the modularity.",
)
BY_COUNTRY: Final = WholeFigure(
    "Assortativity by country",
    "How far they are joined to their own country: 1 to no other, 0 as by chance, below 0 rather to others.",
    "Newman 2003",
    _NOT_READ,
    "Nothing changes; ties of who stands for no country, or for several, are left out.",
)
BY_LABEL: Final = WholeFigure(
    "Assortativity by label",
    "How far people, agencies, countries and forums are joined to their own kind: 1 to no other, 0 as by chance, below "
    "0 rather to others.",
    "Newman 2003",
    _NOT_READ,
    "Nothing changes.",
)
CUT_POINTS: Final = WholeFigure(
    "Cut points",
    "How many there are without any one of whom the network falls into more pieces: articulation points.",
    "Hopcroft & Tarjan 1973",
    _NOT_READ,
    "Each piece has its own.",
)
BRIDGES: Final = WholeFigure(
    "Bridges",
    "How many ties there are without any one of which the network falls into one more piece.",
    "Hopcroft & Tarjan 1973",
    _NOT_READ,
    "Each piece has its own.",
)

WHOLE_FIGURES: Final = (DENSITY, PIECES, COMMUNITIES, BY_COUNTRY, BY_LABEL, CUT_POINTS, BRIDGES)
