"""GEXF by the rules of its schema (https://gexf.net/schema.html), which networkx does not look at."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree

from sample_graph import conference_graph

from graphkit.export import export_graph

ALLOWED = {
    "gexf": ({"version", "{http://www.w3.org/2001/XMLSchema-instance}schemaLocation"}, {"meta", "graph"}),
    "meta": ({"lastmodifieddate"}, {"creator", "keywords", "description"}),
    "creator": (set(), set()),
    "graph": ({"defaultedgetype", "idtype", "mode"}, {"attributes", "nodes", "edges"}),
    "attributes": ({"class", "mode"}, {"attribute"}),
    "attribute": ({"id", "title", "type"}, {"default", "options"}),
    "nodes": ({"count"}, {"node"}),
    "node": ({"id", "label"}, {"attvalues"}),
    "edges": ({"count"}, {"edge"}),
    "edge": ({"id", "source", "target", "label", "weight", "type"}, {"attvalues"}),
    "attvalues": (set(), {"attvalue"}),
    "attvalue": ({"for", "value"}, set()),
}
TYPES = {"integer", "long", "double", "float", "boolean", "liststring", "string", "anyURI"}


def test_the_file_is_as_the_schema_wants_it(tmp_path: Path) -> None:
    export_graph(conference_graph(), tmp_path / "a.gexf")
    root = ElementTree.parse(tmp_path / "a.gexf").getroot()
    namespace = "{http://www.gexf.net/1.2draft}"
    assert root.tag == f"{namespace}gexf"
    assert root.get("version") == "1.2"
    for element in root.iter():
        attributes, children = ALLOWED[element.tag.removeprefix(namespace)]
        assert set(element.keys()) <= attributes
        assert {child.tag.removeprefix(namespace) for child in element} <= children

    declared = {its.get("id"): its.get("type") for its in root.iter(f"{namespace}attribute")}
    assert set(declared.values()) <= TYPES
    assert len(declared) == len(list(root.iter(f"{namespace}attribute")))
    values = list(root.iter(f"{namespace}attvalue"))
    assert {value.get("for") for value in values} == declared.keys()
    booleans = {value.get("value") for value in values if declared[value.get("for")] == "boolean"}
    assert booleans == {"true", "false"}

    nodes, edges = (list(root.iter(f"{namespace}{tag}")) for tag in ("node", "edge"))
    ids = {node.get("id") for node in nodes}
    assert len(ids) == len(nodes) == len(conference_graph())
    assert {end for edge in edges for end in (edge.get("source"), edge.get("target"))} <= ids
    assert len({edge.get("id") for edge in edges}) == len(edges) == conference_graph().number_of_edges()
