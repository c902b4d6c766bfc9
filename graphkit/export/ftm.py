"""A graph as FollowTheMoney entities, https://followthemoney.tech, a JSON object a line.

Nodes are things, edges are things or links between them; each claim points at its article by `proof`.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Callable, Mapping
from typing import Any, Final, TypeAlias

from graphkit import vocabulary
from graphkit.export.rendered import Rendered
from graphkit.export.rows import EdgeRow, GraphRows, NodeRow
from graphkit.graph import article_id
from graphkit.records import AUTHORS_JOINED

Values: TypeAlias = dict[str, list[str | None]]
"""Property → its values; those that are null are left out when it is written."""

_DATE: Final = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")
_WEB_ADDRESS: Final = re.compile(r"https?://[^\s/]+\.[^\s]+")

_SCHEMA_OF_AGENCY: Final = {"government": "PublicBody", "company": "Company"}
_OTHER_AGENCY: Final = "Organization"


def render_ftm(rows: GraphRows) -> Rendered:
    """The entities of every node, then of every edge."""
    nodes = {node.id: node for node in rows.nodes}
    left_out: list[str] = []
    entities = [_node(node, left_out) for node in rows.nodes]
    entities += [_edge(edge, nodes) for edge in rows.edges]
    lines = (json.dumps(entity, ensure_ascii=False, separators=(",", ":")) + "\n" for entity in entities)
    return Rendered("".join(lines), _lost(left_out))


def _lost(left_out: list[str]) -> tuple[str, ...]:
    if not left_out:
        return ()
    return (f"Dates and web addresses that are none to FollowTheMoney, left out: {len(left_out):,}; {left_out[0]}.",)


def ftm_id(node: str) -> str:
    """The id of a node's entity: hexadecimal SHA-1 of the node's id, whose characters are not all allowed there."""
    return hashlib.sha1(node.encode("utf-8"), usedforsecurity=False).hexdigest()


def _entity(identity: str, schema: str, values: Values) -> dict[str, Any]:
    known = {name: [value for value in given if value] for name, given in values.items()}
    return {"id": identity, "schema": schema, "properties": {name: given for name, given in known.items() if given}}


def _node(node: NodeRow, left_out: list[str]) -> dict[str, Any]:
    its = dict(node.properties)
    for name, allowed in (("start", _DATE), ("end", _DATE), ("date", _DATE), ("url", _WEB_ADDRESS)):
        if its.get(name) is not None and not allowed.fullmatch(its[name]):
            left_out.append(f"{its.pop(name)!r} of {node.id}")
    schema, values = _THINGS[node.label](its)
    return _entity(ftm_id(node.id), schema, values)


def _names(its: Mapping[str, Any]) -> Values:
    return {"name": [its["name"]], "alias": its["aliases"]}


def _person(its: Mapping[str, Any]) -> tuple[str, Values]:
    return "Person", _names(its)


def _agency(its: Mapping[str, Any]) -> tuple[str, Values]:
    return _SCHEMA_OF_AGENCY.get(its["kind"], _OTHER_AGENCY), {**_names(its), "classification": [its["kind"]]}


def _country(its: Mapping[str, Any]) -> tuple[str, Values]:
    """A state acts here: it takes part and is represented, as a Territory cannot."""
    code: list[str | None] = [its["iso2"].lower() if its["iso2"] else None]
    return "PublicBody", _names(its) | {"country": code, "topics": ["gov.national"]}


def _forum(its: Mapping[str, Any]) -> tuple[str, Values]:
    place = ", ".join(part for part in (its["city"], its["country"]) if part)
    when: Values = {"startDate": [its.get("start")], "endDate": [its.get("end")]}
    return "Event", _names(its) | when | {"location": [place], "keywords": [its["theme"]]}


def _article(its: Mapping[str, Any]) -> tuple[str, Values]:
    return "Article", {
        "name": [its["name"]],
        "alias": its["aliases"],
        "title": [its["title"]],
        "fileName": [its["key"]],
        "author": [*(its["author"] or "").split(AUTHORS_JOINED)],
        "publisher": [its["source"]],
        "sourceUrl": [its.get("url")],
        "publishedAt": [its.get("date")],
        "bodyText": [its["text"]],
    }


_THINGS: Final[dict[str, Callable[[Mapping[str, Any]], tuple[str, Values]]]] = {
    vocabulary.PERSON: _person,
    vocabulary.AGENCY: _agency,
    vocabulary.COUNTRY: _country,
    vocabulary.FORUM: _forum,
    vocabulary.ARTICLE: _article,
}


def _edge(edge: EdgeRow, nodes: Mapping[str, NodeRow]) -> dict[str, Any]:
    labels = (nodes[edge.source].label, nodes[edge.target].label)
    schema, values = _LINKS[edge.type](edge, *labels)
    return _entity(edge.digest, schema, values)


def _evidence(edge: EdgeRow) -> Values:
    return {"summary": [edge.properties["sentence"]], "proof": [ftm_id(article_id(edge.properties["article"]))]}


def _link(edge: EdgeRow, role: str, **more: list[str | None]) -> tuple[str, Values]:
    ends: Values = {"subject": [ftm_id(edge.source)], "object": [ftm_id(edge.target)]}
    return "UnknownLink", ends | {"role": [role]} | more | _evidence(edge)


def _attended(edge: EdgeRow, *_: str) -> tuple[str, Values]:
    return _link(edge, "participant", status=[edge.properties["status"]])


def _held_in(edge: EdgeRow, *_: str) -> tuple[str, Values]:
    return _link(edge, "held in", description=[edge.properties["city"]])


def _represents(edge: EdgeRow, source: str, target: str) -> tuple[str, Values]:
    """A post at an agency is employment, a seat without a post membership, a state's side is represented."""
    its, ends = edge.properties, (ftm_id(edge.source), ftm_id(edge.target))
    if target == vocabulary.COUNTRY:
        schema, names = "Representation", ("agent", "client")
    elif its["role"]:
        schema, names = "Employment", ("employee", "employer")
    else:
        schema, names = "Membership", ("member", "organization")
    given: Values = {name: [end] for name, end in zip(names, ends, strict=True)}
    given |= {"role": [its["role"]], "description": [its["unit"]], "status": ["former" if its["former"] else None]}
    return schema, given | _evidence(edge)


def _quoted(edge: EdgeRow, *labels: str) -> tuple[str, Values]:
    """A note on the speaker and, where it was said at one, the forum."""
    ends = [ftm_id(node) for node, label in zip(edge[:2], labels, strict=True) if label != vocabulary.ARTICLE]
    said: Values = {"entity": list(ends), "description": [edge.properties["text"]]}
    return "Note", said | {"keywords": [edge.properties["kind"]]} | _evidence(edge)


def _mentioned(edge: EdgeRow, source: str, _: str) -> tuple[str, Values]:
    """A mention resolves to who acts; an event is documented instead."""
    thing, article = ftm_id(edge.source), ftm_id(edge.target)
    if source == vocabulary.FORUM:
        surface = [edge.properties["surface"]]
        return "Documentation", {"entity": [thing], "document": [article], "role": surface} | _evidence(edge)
    return "Mention", {"document": [article], "resolved": [thing], "name": [edge.properties["surface"]]}


_LINKS: Final[dict[str, Callable[[EdgeRow, str, str], tuple[str, Values]]]] = {
    vocabulary.ATTENDED: _attended,
    vocabulary.REPRESENTS: _represents,
    vocabulary.QUOTED_AT: _quoted,
    vocabulary.QUOTED_IN: _quoted,
    vocabulary.HELD_IN: _held_in,
    vocabulary.MENTIONED_IN: _mentioned,
}
