"""Claims and their resolution → a networkx graph, and that graph as node-link JSON.

The graph is a pure function of the readings and the resolution: node ids, edge keys and their order do not
depend on the order in which the articles came.
"""

from __future__ import annotations

import hashlib
import json
import sys
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

import networkx as nx

from graphkit import vocabulary
from graphkit.errors import GraphkitError, VocabularyError
from graphkit.records import ARTICLE_SUBJECT, Article, Evidence, Reading, Resolution, Subject
from graphkit.whole_file import write_whole

if TYPE_CHECKING:
    from graphkit.view.notebook import NotebookView

    _MultiDiGraph: TypeAlias = nx.MultiDiGraph[str]
else:
    _MultiDiGraph = nx.MultiDiGraph


class Graph(_MultiDiGraph):
    """A networkx MultiDiGraph whose nodes and edges have the properties of the vocabulary."""

    def view(
        self, *, focus: str | None = None, max_nodes: int | None = None, with_text: bool = True, height: int = 700
    ) -> NotebookView:
        """Show the interactive network in a notebook, as the value of a cell.

        Args:
            focus: name, alias or id of an entity: the page opens on it and its neighbours.
            max_nodes: draw at most so many nodes; None for as many as a page draws unless told otherwise.
            with_text: False leaves the articles' sentences and the quoted words out.
            height: in pixels.

        Raises:
            GraphkitError: nothing in the graph has the name of the focus.
        """
        from graphkit.view import MAX_NODES, render_view
        from graphkit.view.notebook import NotebookView

        page = render_view(self, focus=focus, max_nodes=max_nodes or MAX_NODES, with_text=with_text)
        return NotebookView(page, height)


def article_id(key: str) -> str:
    """The id of an article's node."""
    return f"article/{key}"


def build_graph(readings: Sequence[Reading], resolution: Resolution) -> Graph:
    """Derive the graph from what the articles say and from which subject is which entity.

    Args:
        readings: what was read, at most one reading an article, in any order.
        resolution: an entity id for every subject of every reading.

    Returns:
        a MultiDiGraph whose nodes and edges have the properties of the vocabulary, in a fixed order.
    """
    nodes: dict[str, dict[str, Any]] = {}
    edges: dict[tuple[str, str, str], dict[str, Any]] = {}
    subjects: defaultdict[str, list[Subject]] = defaultdict(list)
    for reading in sorted(readings, key=lambda reading: reading.article.key):
        nodes[article_id(reading.article.key)] = _article_node(reading.article)
        ids = {ARTICLE_SUBJECT: article_id(reading.article.key)}
        for subject in reading.subjects:
            entity = resolution.entity_ids[reading.article.key, subject.key]
            ids[subject.key] = entity
            subjects[entity].append(subject)
        for source, target, properties in _edges_of(reading, ids):
            edges[source, target, _edge_key(source, target, properties)] = properties
    for entity, known in subjects.items():
        nodes[entity] = _entity_node(known)
    graph = Graph()
    for node in sorted(nodes):
        graph.add_node(node, **nodes[node])
    for source, target, key in sorted(edges):
        graph.add_edge(source, target, key=key, **edges[source, target, key])
    return graph


def _article_node(article: Article) -> dict[str, Any]:
    return {
        "label": vocabulary.ARTICLE,
        "name": article.title or article.key,
        "aliases": [],
        "key": article.key,
        "title": article.title,
        "source": article.source,
        "url": article.url,
        "date": article.date,
        "sha256": article.sha256,
        "text": article.text,
    }


def _entity_node(subjects: Sequence[Subject]) -> dict[str, Any]:
    """One node from all that the articles say of it: the fullest name, every spelling, the commonest value."""
    label = subjects[0].label
    name = _best_name([subject.name for subject in subjects])
    aliases = {spelling for subject in subjects for spelling in (subject.name, *subject.aliases)} - {name}
    node: dict[str, Any] = {"label": label, "name": name, "aliases": sorted(aliases)}
    for declared in vocabulary.NODE_LABELS[label].properties:
        if declared.name not in node:
            node[declared.name] = _commonest(subject.properties.get(declared.name) for subject in subjects)
    return node


def _best_name(names: Sequence[str]) -> str:
    """The name that most articles use; among equals the longer, then the first in the alphabet."""
    return min(set(names), key=lambda name: (-names.count(name), -len(name), name))


def _commonest(values: Iterable[str | None]) -> str | None:
    present = [value for value in values if value is not None]
    return min(set(present), key=lambda value: (-present.count(value), value)) if present else None


def _edges_of(reading: Reading, ids: Mapping[str, str]) -> Iterable[tuple[str, str, dict[str, Any]]]:
    for mention in reading.mentions:
        properties = _with_evidence(vocabulary.MENTIONED_IN, {"surface": mention.text}, reading, mention.evidence)
        yield ids[mention.subject], ids[ARTICLE_SUBJECT], properties
    for claim in reading.claims:
        yield (
            ids[claim.source],
            ids[claim.target],
            _with_evidence(claim.type, claim.properties, reading, claim.evidence),
        )


def _with_evidence(
    type_: str, given: Mapping[str, str | bool | None], reading: Reading, evidence: Evidence
) -> dict[str, Any]:
    properties: dict[str, Any] = {"type": type_}
    for declared in vocabulary.EDGE_TYPES[type_].properties:
        properties[declared.name] = given.get(declared.name, False if declared.type == "boolean" else None)
    properties |= {
        "article": reading.article.key,
        "start": evidence.start,
        "end": evidence.end,
        "sentence": evidence.sentence,
        "rule": evidence.rule,
        "confidence": evidence.confidence,
    }
    return properties


def _edge_key(source: str, target: str, properties: Mapping[str, Any]) -> str:
    """A key that is the same for the same claim, in whatever order and however often it is loaded."""
    parts = [
        source,
        target,
        properties["type"],
        properties["article"],
        properties["start"],
        properties["end"],
    ]
    parts += [properties.get("role"), properties.get("unit"), properties.get("city")]
    return hashlib.sha256(json.dumps(parts, ensure_ascii=False).encode("utf-8", "surrogatepass")).hexdigest()[:16]


def articles_of(graph: Graph) -> list[Article]:
    """The articles of a graph, rebuilt from their nodes.

    Raises:
        GraphkitError: the graph was written without the articles' texts.
    """
    nodes = [node for _, node in graph.nodes(data=True) if node["label"] == vocabulary.ARTICLE]
    without = next((node["key"] for node in nodes if node.get("text") is None), None)
    if without is not None:
        raise GraphkitError(f"The graph has no text of the article {without!r}. Write it with: graphkit extract PATH")
    return [
        Article(node["key"], node["text"], node.get("title"), node.get("source"), node.get("url"), node.get("date"))
        for node in nodes
    ]


def check_graph(graph: Graph) -> None:
    """Check labels, edge types and their ends against the vocabulary.

    Raises:
        VocabularyError: naming the first node or edge that does not fit.
    """
    for node, data in graph.nodes(data=True):
        if str(data.get("label")) not in vocabulary.NODE_LABELS:
            known = ", ".join(vocabulary.NODE_LABELS)
            raise VocabularyError(f"Node {node!r} has the label {data.get('label')!r}; the labels are {known}.")
    for source, target, data in graph.edges(data=True):
        edge_type = vocabulary.EDGE_TYPES.get(str(data.get("type")))
        ends = (graph.nodes[source]["label"], graph.nodes[target]["label"])
        if edge_type is None or ends not in edge_type.ends:
            raise VocabularyError(
                f"The edge {source!r} → {target!r} is {data.get('type')!r} from {ends[0]} to {ends[1]}, "
                "which the graph model does not have; see graphkit.vocabulary."
            )


def write_graph_json(graph: Graph, path: Path | str) -> None:
    """Write networkx node-link data (`edges="edges"`) as UTF-8 JSON; `-` is standard output."""
    text = json.dumps(nx.node_link_data(graph, edges="edges"), ensure_ascii=False, indent=1) + "\n"
    if str(path) == "-":
        sys.stdout.write(text)
    else:
        write_whole(Path(path), text, half_surrogates="backslashreplace")


def read_graph_json(path: Path | str) -> Graph:
    """Read a graph that `write_graph_json` wrote.

    Raises:
        GraphkitError: the file is not there, or is not node-link JSON.
        VocabularyError: it holds labels or edge types that the model does not have.
    """
    try:
        data = json.loads(Path(path).read_text(encoding="utf-8"))
        graph = Graph(nx.node_link_graph(data, directed=True, multigraph=True, edges="edges"))
    except OSError as error:
        raise GraphkitError(
            f"{path}: cannot be read ({error.strerror}). Write one with: graphkit extract PATH -o {path}"
        ) from error
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError, nx.NetworkXError) as error:
        raise GraphkitError(
            f"{path}: is not graph JSON as `graphkit extract` writes it ({error}). "
            "Write one with: graphkit extract PATH -o graph.json"
        ) from error
    check_graph(graph)
    return graph
