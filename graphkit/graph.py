"""Claims and their resolution → a networkx graph, and that graph as node-link JSON.

The graph is a pure function of the readings and the resolution: node ids, edge keys and their order do not
depend on the order in which the articles came.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NamedTuple, TypeAlias

import networkx as nx

from graphkit import vocabulary
from graphkit.errors import GraphkitError, VocabularyError
from graphkit.portraits import portrait_of
from graphkit.records import ARTICLE_SUBJECT, AUTHORS_JOINED, Article, Evidence, Reading, Resolution, Subject
from graphkit.whole_file import check_place, write_or_print

if TYPE_CHECKING:
    from graphkit.view.notebook import NotebookView

    _MultiDiGraph: TypeAlias = nx.MultiDiGraph[str]
else:
    _MultiDiGraph = nx.MultiDiGraph


_LEGAL: Final = frozenset((name, *ends) for name, edge in vocabulary.EDGE_TYPES.items() for ends in edge.ends)
"""Every edge type with the labels of its ends."""


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


class Size(NamedTuple):
    """How many nodes of each label and edges of each type a graph has, in the order of the vocabulary."""

    nodes: dict[str, int]
    edges: dict[str, int]


def size_of(graph: Graph) -> Size:
    """Count the nodes of each label and the edges of each type, also those that there are none of."""
    labels = Counter(data["label"] for _, data in graph.nodes(data=True))
    types = Counter(data["type"] for _, _, data in graph.edges(data=True))
    return Size(
        {label: labels[label] for label in vocabulary.NODE_LABELS},
        {type_: types[type_] for type_ in vocabulary.EDGE_TYPES},
    )


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
        nodes[article_id(reading.article.key)] = article_node(reading.article)
        ids = {ARTICLE_SUBJECT: article_id(reading.article.key)}
        for subject in reading.subjects:
            entity = resolution.entity_ids[reading.article.key, subject.key]
            ids[subject.key] = entity
            subjects[entity].append(subject)
        for source, target, key, properties in edges_of(reading, ids):
            edges[source, target, key] = properties
    for entity, known in subjects.items():
        nodes[entity] = portrait_of(known).node()
    graph = Graph()
    for node in sorted(nodes):
        graph.add_node(node, **nodes[node])
    for source, target, key in sorted(edges):
        graph.add_edge(source, target, key=key, **edges[source, target, key])
    return graph


def article_node(article: Article) -> dict[str, Any]:
    """The data of an article's node."""
    return {
        "label": vocabulary.ARTICLE,
        "name": article.title or article.key,
        "aliases": [],
        "key": article.key,
        "title": article.title,
        "author": article.author,
        "source": article.source,
        "url": article.url,
        "date": article.date,
        "sha256": article.sha256,
        "text": article.text,
    }


def edges_of(reading: Reading, ids: Mapping[str, str]) -> Iterator[tuple[str, str, str, dict[str, Any]]]:
    """The edges of one article: its mentions, then its claims.

    Args:
        reading: what the article says.
        ids: the node of each of its subjects, by the subject's key, and of itself.

    Yields:
        the edge's ends, key and properties.
    """
    for mention in reading.mentions:
        properties = _with_evidence(vocabulary.MENTIONED_IN, {"surface": mention.text}, reading, mention.evidence)
        yield _edge(ids[mention.subject], ids[ARTICLE_SUBJECT], properties)
    for claim in reading.claims:
        properties = _with_evidence(claim.type, claim.properties, reading, claim.evidence)
        yield _edge(ids[claim.source], ids[claim.target], properties)


def _edge(source: str, target: str, properties: dict[str, Any]) -> tuple[str, str, str, dict[str, Any]]:
    return source, target, _edge_key(source, target, properties), properties


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
    return list(map(article_of_node, nodes))


def article_of_node(node: Mapping[str, Any]) -> Article:
    """The article whose node has this data, of which what is null may be left out."""
    return Article(
        node["key"],
        node.get("text") or "",
        node.get("title"),
        node.get("source"),
        node.get("url"),
        node.get("date"),
        node.get("author"),
    )


def authors_of(graph: Graph) -> set[str]:
    """The names of those who wrote the articles of a graph."""
    written = (data.get("author") for _, data in graph.nodes(data=True) if data["label"] == vocabulary.ARTICLE)
    return {name for author in written if author for name in author.split(AUTHORS_JOINED)}


def check_graph(graph: Graph) -> None:
    """Check labels, edge types and their ends against the vocabulary.

    Raises:
        VocabularyError: naming the first node or edge that does not fit.
    """
    labels: dict[str, str] = {}
    for node, data in graph.nodes(data=True):
        labels[node] = str(data.get("label"))
        if labels[node] not in vocabulary.NODE_LABELS:
            known = ", ".join(vocabulary.NODE_LABELS)
            raise VocabularyError(f"Node {node!r} has the label {data.get('label')!r}; the labels are {known}.")
    for source, targets in graph.adjacency():
        for target, keyed in targets.items():
            for data in keyed.values():
                if (data.get("type"), labels[source], labels[target]) not in _LEGAL:
                    raise VocabularyError(
                        f"The edge {source!r} → {target!r} is {data.get('type')!r} from {labels[source]} to "
                        f"{labels[target]}, which the graph model does not have; see graphkit.vocabulary."
                    )


def graph_as_json(graph: Graph) -> str:
    """The graph as networkx's node-link data (`edges="edges"`) in JSON."""
    return json.dumps(nx.node_link_data(graph, edges="edges"), ensure_ascii=False, indent=1) + "\n"


def write_graph_json(graph: Graph, path: Path | str) -> None:
    """Write `graph_as_json` as UTF-8; `-` is standard output."""
    write_or_print(path, graph_as_json(graph), half_surrogates="backslashreplace")


def check_graph_file(path: Path | str) -> None:
    """Refuse to write a graph where nothing can be written, or over something else, before anything is read.

    Raises:
        GraphkitError: so; what a graph may replace ends in `.json`, or is empty, or begins as JSON does.
    """
    if str(path) == "-":
        return
    file = Path(path)
    check_place(file)
    if file.is_file() and file.suffix.lower() != ".json":
        with file.open("rb") as opened:
            begins = opened.read(1)
        if begins not in (b"", b"{"):
            raise GraphkitError(
                f"{path}: holds something else than a graph, which would be lost. Name another file with -o, or move "
                "that one away."
            )


def read_graph_json(path: Path | str) -> Graph:
    """Read a graph that `write_graph_json` wrote, or the page of `graphkit view`, which leaves null and false out.

    Raises:
        GraphkitError: the file is not there, or is not node-link JSON.
        VocabularyError: it holds labels or edge types that the model does not have, or lacks what it wants.
    """
    try:
        data = json.loads(Path(path).read_text(encoding="utf-8"))
        graph = Graph(nx.node_link_graph(data, directed=True, multigraph=True, edges="edges"))
    except OSError as error:
        raise GraphkitError(
            f"{path}: cannot be read ({error.strerror}). Write one with: graphkit extract PATH -o {path}"
        ) from error
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError, nx.NetworkXError) as error:
        why = f"it has no {error}" if isinstance(error, KeyError) else error
        raise GraphkitError(
            f"{path}: is not graph JSON as `graphkit extract` writes it ({why}). "
            "Write one with: graphkit extract PATH -o graph.json"
        ) from error
    check_graph(graph)
    for node, data in graph.nodes(data=True):
        _complete(data, vocabulary.NODE_LABELS[data["label"]].properties, f"{path}: the node {node!r}")
    for source, target, data in graph.edges(data=True):
        declared = (*vocabulary.EDGE_TYPES[data["type"]].properties, *vocabulary.EVIDENCE)
        _complete(data, declared, f"{path}: the edge {data['type']} {source!r} → {target!r}")
    return graph


def _complete(data: dict[str, Any], declared: Iterable[vocabulary.Property], what: str) -> None:
    """Put in what may be left out of a file."""
    for its in declared:
        if its.nullable:
            data.setdefault(its.name, None)
        elif its.type == "boolean":
            data.setdefault(its.name, False)
        elif data.get(its.name) is None:
            raise VocabularyError(f"{what} has no {its.name}. Write the file again with: graphkit extract PATH")
