"""What an explanation of an article holds: its text, the entities named in it, and every claim with its reason."""

from __future__ import annotations

import difflib
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from graphkit import vocabulary
from graphkit.errors import GraphkitError
from graphkit.explain.marked_text import Mark
from graphkit.graph import Graph, article_id
from graphkit.in_words import given
from graphkit.spelling import folded


@dataclass(frozen=True, slots=True)
class NamedEntity:
    """An entity that the article names or claims something about.

    Attributes:
        number: in the order in which the entities appear in the article, from 1.
        mentions: where it is named.
    """

    number: int
    id: str
    label: str
    name: str
    aliases: tuple[str, ...]
    mentions: list[NamedHere] = field(default_factory=list)

    def spellings(self) -> Counter[str]:
        """How often each spelling of it stands in the article, in the order of the text."""
        return Counter(mention.surface for mention in self.mentions)

    def rules(self) -> Counter[tuple[str, float]]:
        """How often each rule found it, with which confidence."""
        return Counter((mention.rule, mention.confidence) for mention in self.mentions)


@dataclass(frozen=True, slots=True)
class NamedHere:
    """One mention: `text[start:end] == surface`."""

    mark: Mark
    surface: str
    rule: str
    confidence: float


@dataclass(frozen=True, slots=True)
class ExplainedClaim:
    """One edge that the article gives reason for.

    Attributes:
        number: in the order of the text, from 1.
        mark: the words that are the evidence.
        target: None where it is the article itself.
        says: the properties of the edge that are set, but for quoted words.
        words: what was said, if it is a quotation.
    """

    number: int
    mark: Mark
    type: str
    source: NamedEntity
    target: NamedEntity | None
    says: Mapping[str, Any]
    words: str | None
    sentence: str
    rule: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Explanation:
    """One article and all that was read out of it, in the order of its text."""

    key: str
    title: str | None
    author: str | None
    source: str | None
    date: str | None
    url: str | None
    text: str
    entities: tuple[NamedEntity, ...]
    claims: tuple[ExplainedClaim, ...]

    def quotations(self) -> list[ExplainedClaim]:
        """The claims that somebody said something."""
        return [claim for claim in self.claims if claim.words is not None]

    def visible_marks(self) -> list[Mark]:
        """The mentions and quotations: what is marked where no claim can be chosen."""
        return [claim.mark for claim in self.quotations()] + self.mentions()

    def marks(self) -> list[Mark]:
        """Every stretch of the text that is evidence of something."""
        return [claim.mark for claim in self.claims] + self.mentions()

    def mentions(self) -> list[Mark]:
        """Where the entities are named."""
        return [mention.mark for entity in self.entities for mention in entity.mentions]

    def rules(self) -> Counter[str]:
        """How often each rule fired, the names in the order of the alphabet."""
        fired = [claim.rule for claim in self.claims]
        fired += [rule for claim in self.claims if (rule := claim.says.get("attributed_by"))]
        fired += [mention.rule for entity in self.entities for mention in entity.mentions]
        return Counter(sorted(fired))


def explain_article(graph: Graph, wanted: str) -> Explanation:
    """Explain one article of a graph.

    Args:
        graph: nodes and edges of the vocabulary, the articles with their text.
        wanted: the article's key, its node's id, or its title.

    Returns:
        its text with everything that the graph holds on its evidence.

    Raises:
        GraphkitError: the graph has no such article, or not its text.
    """
    node = _find_article(graph, wanted)
    article = graph.nodes[node]
    if article.get("text") is None:
        raise GraphkitError(f"The graph does not hold the text of {wanted!r}. Name the article's file instead.")
    edges = _edges_of(graph, article["key"])
    entities = _entities(graph, edges, node)
    claims: list[ExplainedClaim] = []
    for source, target, edge in edges:
        if edge["type"] == vocabulary.MENTIONED_IN:
            _add_mention(entities, source, edge)
        else:
            claims.append(_claim(len(claims) + 1, entities[source], entities.get(target), edge))
    return Explanation(
        key=article["key"],
        title=article.get("title"),
        author=article.get("author"),
        source=article.get("source"),
        date=article.get("date"),
        url=article.get("url"),
        text=article["text"],
        entities=tuple(entities.values()),
        claims=tuple(claims),
    )


def _find_article(graph: Graph, wanted: str) -> str:
    """The node of the article of that key, id or title."""
    articles = {node: data for node, data in graph.nodes(data=True) if data["label"] == vocabulary.ARTICLE}
    for node in (article_id(wanted), wanted):
        if node in articles:
            return node
    titled = [node for node, data in articles.items() if folded(data["name"]) == folded(wanted)]
    if len(titled) == 1:
        return titled[0]
    keys = [data["key"] for data in articles.values()]
    near = [articles[node]["key"] for node in sorted(titled)] or difflib.get_close_matches(
        wanted, keys, n=3, cutoff=0.5
    )
    advice = f"Near keys: {', '.join(near)}." if near else "Name an article's key, its title, or a file."
    raise GraphkitError(f"The graph has no article {wanted!r}. {advice}")


def _edges_of(graph: Graph, key: str) -> list[tuple[str, str, dict[str, Any]]]:
    """The edges that an article is the evidence of, in the order of its text."""
    order = list(vocabulary.EDGE_TYPES)
    edges = [
        (source, target, key_, data)
        for source, target, key_, data in graph.edges(keys=True, data=True)
        if data["article"] == key
    ]
    edges.sort(key=lambda edge: (edge[3]["start"], edge[3]["end"], order.index(edge[3]["type"]), edge[:3]))
    return [(source, target, data) for source, target, _, data in edges]


def _entities(graph: Graph, edges: list[tuple[str, str, dict[str, Any]]], article: str) -> dict[str, NamedEntity]:
    named = [source for source, _, edge in edges if edge["type"] == vocabulary.MENTIONED_IN]
    claimed = [end for source, target, _ in edges for end in (source, target) if end != article]
    entities = {}
    for number, node in enumerate(dict.fromkeys([*named, *claimed]), start=1):
        data = graph.nodes[node]
        entities[node] = NamedEntity(number, node, data["label"], data["name"], tuple(data.get("aliases") or ()))
    return entities


def _add_mention(entities: Mapping[str, NamedEntity], source: str, edge: Mapping[str, Any]) -> None:
    entity = entities[source]
    mark = Mark(edge["start"], edge["end"], f"mention-{entity.number}-{len(entity.mentions) + 1}", depth=2)
    entity.mentions.append(NamedHere(mark, edge["surface"], edge["rule"], edge["confidence"]))


def _claim(number: int, source: NamedEntity, target: NamedEntity | None, edge: Mapping[str, Any]) -> ExplainedClaim:
    is_quotation = edge["type"] in vocabulary.QUOTATIONS
    declared = [known.name for known in vocabulary.EDGE_TYPES[edge["type"]].properties if known.name != "text"]
    return ExplainedClaim(
        number=number,
        mark=Mark(edge["start"], edge["end"], f"claim-{number}", depth=int(is_quotation)),
        type=edge["type"],
        source=source,
        target=target,
        says=given({name: edge[name] for name in declared}),
        words=edge["text"] if is_quotation else None,
        sentence=edge["sentence"],
        rule=edge["rule"],
        confidence=edge["confidence"],
    )
