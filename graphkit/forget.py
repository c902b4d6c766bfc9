"""Forgetting a person for good: out of the store, and out of every article that is loaded later."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from graphkit import vocabulary
from graphkit.corrections import NO_CORRECTIONS, Corrections, append_correction
from graphkit.corrections.file import Line
from graphkit.entities import find_entities
from graphkit.errors import GraphkitError
from graphkit.extractors import Extractor
from graphkit.extractors.stored import refuse_other_extractor_of_store
from graphkit.graph import Graph, articles_of, authors_of
from graphkit.ledger import delete_ledger
from graphkit.pipeline import derive_graph
from graphkit.records import BLOCK
from graphkit.redaction import REDACTED, forget, new_salt, words_of_name
from graphkit.spelling import folded
from graphkit.stores import Store


@dataclass(frozen=True, slots=True)
class Forgotten:
    """What forgetting a person removed, and what it could not.

    Attributes:
        edges: how many edges of each type the person had.
        articles: keys of the articles in which the person was blacked out.
        letters: how many characters of these articles are blacked out now that were not before.
        others: names of other nodes that are gone, since their names hold the person's.
        edges_of_others: how many further edges are gone, of these nodes or where blacked-out words were needed.
        keys_with_name: keys of articles that hold the name; a key cannot be changed.
        place: where the line stands that keeps the person forgotten: `corrections.txt, line 3`.
    """

    edges: Mapping[str, int]
    articles: list[str]
    letters: int
    others: list[str]
    edges_of_others: int
    keys_with_name: list[str]
    place: str


def find_person(graph: Graph, name: str) -> str:
    """The id of the person with a name, a spelling or an id; of an author whom the graph has as nobody, the name.

    Raises:
        GraphkitError: nobody is called so, or several people are; the message names their ids.
    """
    try:
        found = find_entities(graph, name)
    except GraphkitError:
        if not _is_author(graph, name):
            raise
        return name
    people = [node for node in found if graph.nodes[node]["label"] == vocabulary.PERSON]
    if not people:
        label = graph.nodes[found[0]]["label"]
        raise GraphkitError(f"{name!r} is no Person but of the label {label}. Only people can be forgotten.")
    if len(people) > 1:
        raise GraphkitError(f"{len(people)} people are called {name!r}. Give the id of one: {', '.join(people)}.")
    return people[0]


def _is_author(graph: Graph, name: str) -> bool:
    """Whether articles are by somebody of this name; a single word is a paper's more often, and blacked out nowhere."""
    words = words_of_name(name)
    return len(words) > 1 and words in map(words_of_name, authors_of(graph))


def forget_person(
    store: Store,
    person: str,
    file: Path,
    corrections: Corrections = NO_CORRECTIONS,
    extractor: Extractor | None = None,
) -> Forgotten:
    """Remove a person from a store, and keep that in the corrections file.

    The line is written first: should the machine stop in between, the next load forgets the person.

    Args:
        store: holds the articles and their graph.
        person: the id of a Person in it, or the name of an author, as `find_person` tells it.
        file: the corrections file.
        corrections: what that file holds so far.
        extractor: what has read the store, if not the rules.

    Raises:
        ExtractionError: another extractor has read what the store holds, and none is named.
        StoreError: the store could not be read or written.
    """
    with store.exclusive():
        if extractor is None:
            refuse_other_extractor_of_store(store)
        was = store.read()
        line = forget(was, person, new_salt())
        place = append_correction(file, line)
        corrected = replace(corrections, lines=(*corrections.lines, Line(place, line)))
        becomes = derive_graph(articles_of(was), corrections=corrected, extractor=extractor)
        store.rebuild(becomes, keeps_old=False)
        delete_ledger(store)
    return _removed(was, becomes, person, place)


def _removed(was: Graph, becomes: Graph, person: str, place: str) -> Forgotten:
    blacked_out = {
        data["key"]: letters
        for node, data in was.nodes(data=True)
        if data["label"] == vocabulary.ARTICLE and (letters := _blocks(becomes.nodes[node]) - _blocks(data))
    }
    gone = was.edges(keys=True) - becomes.edges(keys=True)
    return Forgotten(
        edges=Counter(was.edges[edge]["type"] for edge in gone if edge[0] == person),
        articles=sorted(blacked_out),
        letters=sum(blacked_out.values()),
        others=sorted(was.nodes[node]["name"] for node in was.nodes - becomes.nodes - {person}),
        edges_of_others=sum(edge[0] != person for edge in gone),
        keys_with_name=[key for key in sorted(blacked_out) if _holds(key, name_of(was, person))],
        place=place,
    )


def name_of(graph: Graph, person: str) -> str:
    """What a person is called whom `find_person` told."""
    name: str = graph.nodes[person]["name"] if person in graph else person
    return name


def _blocks(article: Mapping[str, Any]) -> int:
    return sum((article[name] or "").count(BLOCK) for name in REDACTED)


def _holds(key: str, name: str) -> bool:
    return all(word in folded(key) for word in folded(name).split())
