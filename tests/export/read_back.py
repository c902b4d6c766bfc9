"""Each format read by a real reader of it, and put together again as a graph."""

from __future__ import annotations

import json
import warnings
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import networkx as nx
import pyarrow as pa
import pyarrow.csv
import pyarrow.parquet
from rdflib import RDF, Literal, Namespace, URIRef
from rdflib import Graph as RdfGraph
from rdflib.term import Node

from graphkit import vocabulary
from graphkit.export.gexf import PREFIX
from graphkit.export.jsonld import NAMESPACE, ROLES, WORDS
from graphkit.graph import Graph, read_graph_json
from graphkit.stores.rows import EDGE_PROPERTIES, NODE_PROPERTIES
from graphkit.vocabulary import Property

_FROM_TEXT: dict[str, Callable[[str], Any]] = {
    "string": str,
    "strings": json.loads,
    "integer": int,
    "float": float,
    "boolean": json.loads,
}


def _complete(declared: tuple[Property, ...], found: Mapping[str, Any]) -> dict[str, Any]:
    """Every declared property, null where nothing was found; texts as what they are declared to be."""
    return {
        its.name: _FROM_TEXT[its.type](value) if isinstance(value := found.get(its.name), str) else value
        for its in declared
    }


def _add_node(graph: Graph, node: str, label: str, found: Mapping[str, Any]) -> None:
    graph.add_node(node, label=label, **_complete(NODE_PROPERTIES[label], found))


def _add_edge(graph: Graph, source: str, target: str, key: str, type_: str, found: Mapping[str, Any]) -> None:
    graph.add_edge(source, target, key=key, type=type_, **_complete(EDGE_PROPERTIES[type_], found))


def _from_tables(nodes: list[dict[str, Any]], edges: list[dict[str, Any]]) -> Graph:
    graph = Graph()
    for row in nodes:
        _add_node(graph, row["id"], row["label"], row)
    for row in edges:
        _add_edge(graph, row["source"], row["target"], row["key"], row["type"], row)
    return graph


def _csv_rows(file: Path) -> list[dict[str, Any]]:
    with file.open(encoding="utf-8", newline="") as opened:
        names = opened.readline().rstrip("\n").split(",")
    table = pyarrow.csv.read_csv(
        file,
        read_options=pyarrow.csv.ReadOptions(block_size=2**24),
        parse_options=pyarrow.csv.ParseOptions(newlines_in_values=True),
        convert_options=pyarrow.csv.ConvertOptions(
            column_types=dict.fromkeys(names, pa.string()),
            null_values=[""],
            strings_can_be_null=True,
            quoted_strings_can_be_null=False,
        ),
    )
    return list(table.to_pylist())


def _csv(folder: Path) -> Graph:
    edges, evidence = _csv_rows(folder / "edges.csv"), _csv_rows(folder / "evidence.csv")
    names = ("source", "target", "key")
    by_edge = {tuple(row[name] for name in names): row for row in evidence}
    assert len(by_edge) == len(edges) == len(evidence)
    return _from_tables(
        _csv_rows(folder / "nodes.csv"), [row | by_edge[tuple(row[name] for name in names)] for row in edges]
    )


def _parquet(folder: Path) -> Graph:
    nodes, edges = (pyarrow.parquet.read_table(folder / f"{name}.parquet").to_pylist() for name in ("nodes", "edges"))
    return _from_tables(nodes, edges)


def _graphml(file: Path) -> Graph:
    read = nx.read_graphml(file, edge_key_type=str, force_multigraph=True)
    graph = Graph()
    for node, data in read.nodes(data=True):
        _add_node(graph, node, data["label"], data)
    for source, target, key, data in read.edges(keys=True, data=True):
        _add_edge(graph, source, target, key, data["type"], data)
    return graph


def _gexf(file: Path) -> Graph:
    read = nx.MultiDiGraph(nx.read_gexf(file))
    graph = Graph()
    for node, data in read.nodes(data=True):
        assert data["label"] == data["name"]
        found = {name.removeprefix(PREFIX): value for name, value in data.items()}
        _add_node(graph, node, data[PREFIX + "label"], found | {"name": data["label"]})
    for source, target, data in read.edges(data=True):
        found = {name.removeprefix(PREFIX): value for name, value in data.items()}
        _add_edge(graph, source, target, data["id"], data["label"], found)
    return graph


_SCHEMA = Namespace("https://schema.org/")
_OWN = Namespace(NAMESPACE)


def _jsonld(file: Path) -> Graph:
    """By way of RDF: what is left is what the triples say."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # what rdflib's parser uses of rdflib itself
        read = RdfGraph().parse(data=file.read_text(encoding="utf-8"), format="json-ld")
    graph = Graph()
    for node, label in read.subject_objects(_OWN.label):
        names = {its.name: _SCHEMA[WORDS.get(its.name, "")] for its in NODE_PROPERTIES[str(label)]}
        found = {
            name: _values(read, node, word if name in WORDS else _OWN[name], aliases=name == "aliases")
            for name, word in names.items()
        }
        _add_node(graph, _name(node), str(label), found)
    for edge, type_ in read.subject_objects(_OWN.type):
        found = {its.name: _values(read, edge, _OWN[its.name]) for its in EDGE_PROPERTIES[str(type_)]}
        found["article"] = found["article"].removeprefix("article/")
        source, target = _ends(read, edge, str(type_))
        if read.value(edge, RDF.type) == _SCHEMA.Quotation:
            found["text"] = str(read.value(edge, _SCHEMA.text))
        _add_edge(graph, source, target, str(read.value(edge, _OWN.key)), str(type_), found)
    return graph


def _ends(read: RdfGraph, edge: Node, type_: str) -> tuple[str, str]:
    if type_ not in ROLES:
        at = _SCHEMA.recordedAt if type_ == vocabulary.QUOTED_AT else _SCHEMA.isPartOf
        return _name(read.value(edge, _SCHEMA.spokenByCharacter)), _name(read.value(edge, at))
    word, turned = ROLES[type_]
    ends = _name(read.value(predicate=_SCHEMA[word], object=edge)), _name(read.value(edge, _SCHEMA[word]))
    return (ends[1], ends[0]) if turned else ends


def _name(node: Node | None) -> str:
    return unquote(str(node).removeprefix(NAMESPACE))


def _values(read: RdfGraph, subject: Node, word: URIRef, *, aliases: bool = False) -> Any:
    found = [_name(one) if isinstance(one, URIRef) else _python(one) for one in read.objects(subject, word)]
    return sorted(found) if aliases else found[0] if found else None


def _python(literal: Node) -> Any:
    assert isinstance(literal, Literal)
    return str(literal) if literal.datatype is None else literal.toPython()


READERS: dict[str, Callable[[Path], Graph]] = {
    "csv": _csv,
    "parquet": _parquet,
    "node-link": read_graph_json,
    "graphml": _graphml,
    "gexf": _gexf,
    "jsonld": _jsonld,
}
