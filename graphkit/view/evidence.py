"""What the page's panel, search and table show: the entities and every claim with its evidence, as plain data.

Sentences are written once however many claims stand in them, and the articles' texts are not written at all.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from graphkit import vocabulary
from graphkit.graph import Graph
from graphkit.passages import evidence_in_sentence
from graphkit.spelling import LETTERS
from graphkit.view.bundles import Bundle
from graphkit.view.sizes import node_sizes
from graphkit.view.style import EDGE_STYLES, NODE_STYLES

_NOT_SHOWN = frozenset({"name", "aliases", "text"})
_QUOTED_WORDS = "text"


def page_evidence(
    graph: Graph, drawn: Sequence[str], bundles: Sequence[Bundle], focus: str | None, *, with_text: bool
) -> dict[str, Any]:
    """Everything about the drawn nodes and bundles that the page can be asked for.

    Args:
        graph: the graph that the bundles were made of.
        drawn: ids of the drawn nodes; a node's place here is its number on the page.
        bundles: the drawn bundles; a bundle's place here is its number on the page.
        focus: the node that the page opens on, one of the drawn.
        with_text: whether the articles' sentences and the quoted words go with the page.

    Returns:
        plain data, ready for JSON.
    """
    claims = _Claims(graph, with_text)
    numbers = {node: number for number, node in enumerate(drawn)}
    return {
        "entities": [_entity(node, graph.nodes[node]) for node in drawn],
        "bundles": [
            {
                "type": bundle.type,
                "source": numbers[bundle.source],
                "target": numbers[bundle.target],
                "claims": [claims.plain(claim) for claim in bundle.claims],
            }
            for bundle in bundles
        ],
        "sentences": list(claims.sentences),
        "focus": None if focus is None else numbers[focus],
        "leftOut": len(graph) - len(drawn),
        "withText": with_text,
        "measures": node_sizes(drawn, bundles),
        "labels": {
            name: {"plural": label.plural, "shape": NODE_STYLES[name].shape, "meaning": label.meaning}
            for name, label in vocabulary.NODE_LABELS.items()
        },
        "types": {
            name: {
                "outgoing": type_.outgoing,
                "incoming": type_.incoming,
                "dashes": EDGE_STYLES[name].dashes,
                "meaning": type_.meaning,
            }
            for name, type_ in vocabulary.EDGE_TYPES.items()
        },
        "letters": LETTERS,
        "mentions": vocabulary.MENTIONED_IN,
        "articles": vocabulary.ARTICLE,
        "countries": vocabulary.COUNTRY,
    }


def _entity(node: str, properties: Mapping[str, Any]) -> dict[str, Any]:
    declared = [known.name for known in vocabulary.NODE_LABELS[properties["label"]].properties]
    facts = {name: properties.get(name) for name in declared if name not in _NOT_SHOWN}
    return {
        "id": node,
        "label": properties["label"],
        "name": properties["name"],
        "aliases": list(properties.get("aliases") or ()),
        "facts": {name: value for name, value in facts.items() if value is not None},
    }


class _Claims:
    """Claims as plain data, their sentences collected beside them."""

    def __init__(self, graph: Graph, with_text: bool) -> None:
        self.with_text = with_text
        self.sentences: dict[str, int] = {}
        articles = (node for _, node in graph.nodes(data=True) if node["label"] == vocabulary.ARTICLE)
        self.texts = {node["key"]: node.get("text") or "" for node in articles}

    def plain(self, claim: Mapping[str, Any]) -> dict[str, Any]:
        """One claim; what is null or false is left out, and the sentence is a number in the list of sentences."""
        declared = [known.name for known in vocabulary.EDGE_TYPES[claim["type"]].properties]
        shown = {name: claim[name] for name in declared if claim.get(name) not in (None, False)}
        sentence = claim["sentence"] if self.with_text else ""
        if not self.with_text and _QUOTED_WORDS in shown:
            shown[_QUOTED_WORDS] = ""
        return shown | {
            "key": claim["key"],
            "article": claim["article"],
            "start": claim["start"],
            "end": claim["end"],
            "sentence": self.sentences.setdefault(sentence, len(self.sentences)),
            "mark": evidence_in_sentence(claim, self.texts.get(claim["article"], "")) if self.with_text else (0, 0),
            "rule": claim["rule"],
            "confidence": claim["confidence"],
        }
