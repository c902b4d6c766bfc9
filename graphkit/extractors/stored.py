"""Whether what is stored was read by another extractor than the rules.

It shows in the rules that its edges name, so a store need not remember it. The articles of a store are read again with
every load; one that was loaded with an endpoint's claims would lose them, without a word, when that extractor is not
named the next time. So it has to be named, and so have the rules to go on without it.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Final

from graphkit.errors import ExtractionError
from graphkit.extractors.extractor import CHAT, RULES, SPACY
from graphkit.vocabulary import EDGE_TYPES

if TYPE_CHECKING:
    from graphkit.graph import Graph
    from graphkit.stores import Store

_FOREIGN: Final = {f"{SPACY}.": f"{SPACY}:MODEL", f"{CHAT}.": CHAT}
_RULES_OF_OTHERS: Final = f"""
MATCH ()-[r:{"|".join(EDGE_TYPES)}]->() WHERE r.rule STARTS WITH $spacy OR r.rule STARTS WITH $chat
RETURN DISTINCT r.rule AS rule
"""


def refuse_other_extractor_of_store(store: Store) -> None:
    """Refuse a store that another extractor than the rules has read.

    Raises:
        ExtractionError: naming the store and the extractor.
    """
    found = store.run(_RULES_OF_OTHERS, {"spacy": f"{SPACY}.", "chat": f"{CHAT}."})
    _refuse(store.url, [row[0] for row in found.rows])


def refuse_other_extractor_of_graph(graph: Graph, place: str) -> None:
    """Refuse a graph that another extractor than the rules has read; `place` is what a message calls it.

    Raises:
        ExtractionError: naming the place and the extractor.
    """
    _refuse(place, [edge["rule"] for _, _, edge in graph.edges(data=True)])


def _refuse(place: str, rules: Iterable[str]) -> None:
    families = sorted({_FOREIGN[prefix] for rule in rules for prefix in _FOREIGN if rule.startswith(prefix)})
    if families:
        raise ExtractionError(
            f"{place} holds what the extractor {' and '.join(families)} read. Name it with --extractor or "
            f"GRAPHKIT_EXTRACTOR to keep that; name {RULES} to go on without it."
        )
