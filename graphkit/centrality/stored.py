"""Scores as properties of the nodes in a store, so that Cypher can sort by them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

from graphkit import vocabulary
from graphkit.centrality.catalogue import MEASURES
from graphkit.centrality.incidence import PARTICIPANTS
from graphkit.centrality.ranking import Score
from graphkit.portions import portions
from graphkit.stores import Store
from graphkit.stores.base import Statement

_ROWS_AT_ONCE: Final = 10_000
_LABELS: Final = (*PARTICIPANTS, vocabulary.FORUM)


def property_name(network: str, measure: str) -> str:
    """The name of the node property that holds a measure on a network.

    Example:
        >>> property_name("people-by-forums", "betweenness")
        'people_by_forums_betweenness'
    """
    return f"{network}_{measure}".replace("-", "_")


def all_property_names() -> list[str]:
    """The names of all properties that `write_scores` may set, each a float.

    Example:
        >>> all_property_names()[:2]
        ['people_by_forums_degree', 'people_by_forums_strength']
    """
    return [property_name(network, measure.name) for network, found in MEASURES.items() for measure in found]


def write_scores(store: Store, scores: Iterable[Score]) -> int:
    """Put scores into a store as node properties; scores that were written before are taken away.

    Loading articles afterwards leaves them as they are, so write them again after a load.

    Args:
        store: the store that holds the graph which the scores are of.
        scores: from `graphkit.centrality.scores` or a report.

    Returns:
        how many nodes have scores now.

    Raises:
        StoreUnavailable: the store is not there, is locked or refuses the credentials.
    """
    rows: defaultdict[tuple[str, str], list[dict[str, Any]]] = defaultdict(list)
    for score in scores:
        name = property_name(score.network, score.measure)
        rows[score.label, name].append({"id": score.entity, "value": score.value})
    store.annotate((statement, {}) for statement in _clearing(store.engine))
    store.annotate(_setting(rows))
    return len({row["id"] for found in rows.values() for row in found})


def _setting(rows: Mapping[tuple[str, str], list[dict[str, Any]]]) -> Iterator[Statement]:
    """Statements that set properties, of each label and name the values of some nodes."""
    for (label, name), found in sorted(rows.items()):
        text = f"UNWIND $rows AS row MATCH (n:{label} {{id: row.id}}) SET n.{name} = row.value"
        for some in portions(found, _ROWS_AT_ONCE):
            yield text, {"rows": some}


def _clearing(engine: str) -> Iterator[str]:
    """Statements after which no node has scores; the embedded engine has to be told of a property before."""
    names = all_property_names()
    for label in _LABELS:
        if engine == "ladybug":
            yield from (f"ALTER TABLE {label} ADD IF NOT EXISTS {name} DOUBLE" for name in names)
        yield f"MATCH (n:{label}) SET {', '.join(f'n.{name} = null' for name in names)}"
