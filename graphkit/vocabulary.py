"""The graph model, as one table.

Store schemas, Neo4j constraints, the view's legend, the docs and the checks of a graph are all derived from
here; nothing else in the package spells out a label, an edge type or the properties of one.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

PropertyType = Literal["string", "strings", "integer", "float", "boolean"]


@dataclass(frozen=True, slots=True)
class Property:
    """One property of a node or an edge: its name, its type and whether it may be null."""

    name: str
    type: PropertyType = "string"
    nullable: bool = True


@dataclass(frozen=True, slots=True)
class NodeLabel:
    """One kind of node: the word for many, what it is, and its properties beside `id`."""

    name: str
    plural: str
    meaning: str
    properties: tuple[Property, ...]


@dataclass(frozen=True, slots=True)
class EdgeType:
    """One kind of edge.

    Attributes:
        incoming: what it is called at its target.
        ends: the labels of source and target that it may run between.
        properties: those beside the evidence.
    """

    name: str
    incoming: str
    meaning: str
    ends: frozenset[tuple[str, str]]
    properties: tuple[Property, ...]

    @property
    def outgoing(self) -> str:
        """What it is called at its source: its name as people write it, `Quoted at`."""
        return self.name.capitalize().replace("_", " ")


PERSON: Final = "Person"
AGENCY: Final = "Agency"
COUNTRY: Final = "Country"
FORUM: Final = "Forum"
ARTICLE: Final = "Article"

ATTENDED: Final = "ATTENDED"
REPRESENTS: Final = "REPRESENTS"
QUOTED_AT: Final = "QUOTED_AT"
QUOTED_IN: Final = "QUOTED_IN"
HELD_IN: Final = "HELD_IN"
MENTIONED_IN: Final = "MENTIONED_IN"

_NAMED = (Property("name", nullable=False), Property("aliases", "strings", nullable=False))

NODE_LABELS: Final[dict[str, NodeLabel]] = {
    label.name: label
    for label in (
        NodeLabel(PERSON, "People", "a named individual", _NAMED),
        NodeLabel(AGENCY, "Agencies", "a named organisation", (*_NAMED, Property("kind"))),
        NodeLabel(COUNTRY, "Countries", "a state, one node however it is spelled", (*_NAMED, Property("iso2"))),
        NodeLabel(
            FORUM,
            "Forums",
            "a named gathering",
            (
                *_NAMED,
                Property("city"),
                Property("country"),
                Property("start"),
                Property("end"),
                Property("theme"),
            ),
        ),
        NodeLabel(
            ARTICLE,
            "Articles",
            "where it was read",
            (
                *_NAMED,
                Property("key", nullable=False),
                Property("title"),
                Property("author"),
                Property("source"),
                Property("url"),
                Property("date"),
                Property("sha256", nullable=False),
                Property("text"),
            ),
        ),
    )
}

EVIDENCE: Final[tuple[Property, ...]] = (
    Property("article", nullable=False),
    Property("start", "integer", nullable=False),
    Property("end", "integer", nullable=False),
    Property("sentence", nullable=False),
    Property("rule", nullable=False),
    Property("confidence", "float", nullable=False),
)
"""On every edge without exception: the article's key, code-point offsets into its text, the sentence, why."""

_QUOTE = (
    Property("text", nullable=False),
    Property("kind", nullable=False),
    Property("cue"),
    Property("attributed_by"),
    Property("session"),
    Property("nested", "boolean", nullable=False),
)


def _ends(sources: tuple[str, ...], target: str) -> frozenset[tuple[str, str]]:
    return frozenset((source, target) for source in sources)


EDGE_TYPES: Final[dict[str, EdgeType]] = {
    edge.name: edge
    for edge in (
        EdgeType(
            ATTENDED,
            "Attended by",
            "took part, or is planned to",
            _ends((PERSON, AGENCY, COUNTRY), FORUM),
            (Property("status", nullable=False),),
        ),
        EdgeType(
            REPRESENTS,
            "Represented by",
            "holds a post at, belongs to the side of, is a body of",
            _ends((PERSON,), AGENCY) | _ends((PERSON, AGENCY), COUNTRY),
            (Property("role"), Property("unit"), Property("former", "boolean", nullable=False)),
        ),
        EdgeType(QUOTED_AT, "Quoted here", "said at a forum", _ends((PERSON, AGENCY), FORUM), _QUOTE),
        EdgeType(QUOTED_IN, "Quoted here", "said, but not at a forum", _ends((PERSON, AGENCY), ARTICLE), _QUOTE),
        EdgeType(HELD_IN, "Held here", "took place in", _ends((FORUM,), COUNTRY), (Property("city"),)),
        EdgeType(
            MENTIONED_IN,
            "Mentions",
            "is named in; one edge for each mention",
            _ends((PERSON, AGENCY, COUNTRY, FORUM), ARTICLE),
            (Property("surface", nullable=False),),
        ),
    )
}

QUOTATIONS: Final = (QUOTED_AT, QUOTED_IN)
"""The edge types that say what somebody said."""

STATUS_ATTENDED: Final = "attended"
STATUS_PLANNED: Final = "planned"
ATTENDED_STATUSES: Final = (STATUS_ATTENDED, STATUS_PLANNED)
QUOTE_KINDS: Final = ("direct", "indirect", "mixed")
AGENCY_KINDS: Final = (
    "government",
    "media",
    "international",
    "company",
    "civil society",
    "academic",
    "other",
)
