"""How each node label and each edge type looks, in the light and in the dark scheme.

Labels differ by shape and by colour; the colours keep apart for the three kinds of colour blindness and stand
out from the page's background (the tests measure both). Edge types differ by dashes and by colour.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from graphkit import vocabulary

BACKGROUNDS: Final = {"light": "#ffffff", "dark": "#14171c"}
"""The colour that the network is drawn on, by scheme."""


@dataclass(frozen=True, slots=True)
class NodeStyle:
    """The look of one node label: a shape of vis-network, and a colour for each scheme."""

    shape: str
    light: str
    dark: str


@dataclass(frozen=True, slots=True)
class EdgeStyle:
    """The look of one edge type.

    Attributes:
        dashes: lengths of line and gap in pixels; empty for a solid line.
    """

    light: str
    dark: str
    dashes: tuple[int, ...]


NODE_STYLES: Final[dict[str, NodeStyle]] = {
    vocabulary.PERSON: NodeStyle("dot", "#0a86c4", "#4b80ff"),
    vocabulary.AGENCY: NodeStyle("square", "#cc7a2b", "#ffbd1c"),
    vocabulary.COUNTRY: NodeStyle("triangle", "#00501c", "#73ffa7"),
    vocabulary.FORUM: NodeStyle("star", "#6d0a5c", "#cf3a78"),
    vocabulary.ARTICLE: NodeStyle("diamond", "#7d7d7d", "#d0d4f0"),
}

EDGE_STYLES: Final[dict[str, EdgeStyle]] = {
    vocabulary.ATTENDED: EdgeStyle("#8a7f96", "#8d8799", ()),
    vocabulary.REPRESENTS: EdgeStyle("#a8641f", "#c99a3a", (8, 5)),
    vocabulary.QUOTED_AT: EdgeStyle("#8d1f79", "#e0709f", ()),
    vocabulary.QUOTED_IN: EdgeStyle("#8d1f79", "#e0709f", (2, 4)),
    vocabulary.HELD_IN: EdgeStyle("#2a7a4b", "#6fcf97", (12, 4, 2, 4)),
    vocabulary.MENTIONED_IN: EdgeStyle("#858585", "#7f8794", (1, 5)),
}


def colours_as_css(in_the_dark: str = ":root") -> str:
    """The colours of both schemes as CSS custom properties, named as the pages read them: `--Person`.

    Args:
        in_the_dark: selects what has the dark scheme where the reader's system has it.
    """
    light, dark = _custom_properties("light"), _custom_properties("dark")
    return f":root{{{light}}}\n@media (prefers-color-scheme: dark){{{in_the_dark}{{{dark}}}}}\n"


def _custom_properties(scheme: str) -> str:
    colours = {name: getattr(style, scheme) for name, style in (NODE_STYLES | EDGE_STYLES).items()}
    colours["canvas"] = BACKGROUNDS[scheme]
    return "".join(f"--{name}:{colour};" for name, colour in colours.items())
