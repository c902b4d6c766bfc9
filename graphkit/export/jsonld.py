"""A graph as JSON-LD in the words of schema.org, and in words of its own for what schema.org has none.

A claim is a node too: a quotation is a `Quotation`, everything else a `Role`, schema.org's way of saying more about
a property (https://blog.schema.org/2014/06/16/introducing-role/). The context is inside: no reader needs a network.
"""

from __future__ import annotations

import json
from typing import Any, Final
from urllib.parse import quote

from graphkit import vocabulary
from graphkit.export.rendered import Rendered
from graphkit.export.rows import EdgeRow, GraphRows, NodeRow
from graphkit.graph import article_id

NAMESPACE: Final = "urn:graphkit:"
"""Before the ids of nodes and edges, and before the names of properties that schema.org does not have."""

_OWN: Final = "graphkit:"
_CONTEXT: Final = {"@vocab": "https://schema.org/", _OWN.rstrip(":"): NAMESPACE}

_TYPES: Final = {
    vocabulary.PERSON: "Person",
    vocabulary.AGENCY: "Organization",
    vocabulary.COUNTRY: "Country",
    vocabulary.FORUM: "Event",
    vocabulary.ARTICLE: "NewsArticle",
}
_TYPE_OF_AGENCY: Final = {
    "government": "GovernmentOrganization",
    "media": "NewsMediaOrganization",
    "company": "Corporation",
    "civil society": "NGO",
    "academic": "EducationalOrganization",
}
WORDS: Final = {
    "name": "name",
    "aliases": "alternateName",
    "start": "startDate",
    "end": "endDate",
    "theme": "about",
    "key": "identifier",
    "title": "headline",
    "author": "author",
    "url": "url",
    "date": "datePublished",
    "text": "articleBody",
}
"""Property of a node → schema.org's word for it."""

ROLES: Final = {
    vocabulary.ATTENDED: ("attendee", True),
    vocabulary.REPRESENTS: ("memberOf", False),
    vocabulary.HELD_IN: ("location", False),
    vocabulary.MENTIONED_IN: ("mentions", True),
}
"""Edge type → schema.org's property, and whether it runs from the target to the source."""

_EVENT_OF_QUOTATION: Final = {vocabulary.QUOTED_AT: "recordedAt", vocabulary.QUOTED_IN: "isPartOf"}


def render_jsonld(rows: GraphRows) -> Rendered:
    """One JSON-LD document whose `@graph` has every node and every edge."""
    graph = [_node(node) for node in rows.nodes] + [_edge(edge) for edge in rows.edges]
    return Rendered(json.dumps({"@context": _CONTEXT, "@graph": graph}, ensure_ascii=False, indent=1) + "\n")


def iri(identity: str) -> str:
    """The IRI of a node's id, which may hold any character."""
    return NAMESPACE + quote(identity, safe="/")


def _reference(identity: str) -> dict[str, str]:
    return {"@id": iri(identity)}


def _node(node: NodeRow) -> dict[str, Any]:
    kind = _TYPE_OF_AGENCY.get(str(node.properties.get("kind")), _TYPES[node.label])
    properties = {WORDS.get(name, _OWN + name): value for name, value in node.properties.items()}
    return _reference(node.id) | {"@type": kind, _OWN + "label": node.label} | _given(properties)


def _edge(edge: EdgeRow) -> dict[str, Any]:
    properties = {_OWN + name: value for name, value in edge.properties.items()}
    properties[_OWN + "key"] = edge.key
    properties[_OWN + "type"] = edge.type
    properties[_OWN + "article"] = _reference(article_id(edge.properties["article"]))
    made = _role(edge) if edge.type in ROLES else _quotation(edge, properties)
    return _reference("edge/" + edge.digest) | made | _given(properties)


def _role(edge: EdgeRow) -> dict[str, Any]:
    """What stands between both ends of a property, and says more of it."""
    word, turned = ROLES[edge.type]
    source, target = (edge.target, edge.source) if turned else (edge.source, edge.target)
    return {"@type": "Role", word: _reference(target), "@reverse": {word: _reference(source)}}


def _quotation(edge: EdgeRow, properties: dict[str, Any]) -> dict[str, Any]:
    said = properties.pop(_OWN + "text")
    ends = {"spokenByCharacter": _reference(edge.source), _EVENT_OF_QUOTATION[edge.type]: _reference(edge.target)}
    return {"@type": "Quotation", "text": said} | ends


def _given(properties: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in properties.items() if value is not None and value != []}
