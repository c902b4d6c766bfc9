"""Edges as a line names them: their words, and what the vocabulary allows of them."""

from __future__ import annotations

from graphkit import vocabulary
from graphkit.corrections.kinds import Properties, Retype, Sought
from graphkit.corrections.reporting import NotApplied
from graphkit.corrections.words import AT, IN, plain_or_quoted, quoted

_CHOICES = {"status": vocabulary.ATTENDED_STATUSES, "kind": vocabulary.QUOTE_KINDS}
_FROM_THE_TEXT = ("text", "surface")


def edge_in_words(edge: Sought) -> str:
    """The part of a line that names edges."""
    words = [edge.type, edge.source.label, quoted(edge.source.name)]
    if edge.target is not None:
        words += [edge.target.label, quoted(edge.target.name)]
    if edge.article is not None:
        words += [IN, plain_or_quoted(edge.article)]
    if edge.words is not None:
        words += [AT, quoted(edge.words)]
    return " ".join([*words, *properties_in_words(edge.properties)])


def properties_in_words(properties: Properties) -> list[str]:
    """Properties as `name="value"`."""
    return [f"{name}={plain_or_quoted(value)}" for name, value in properties]


def ends_at_article(edge_type: str) -> bool:
    """Whether edges of that type go to the article itself."""
    return all(target == vocabulary.ARTICLE for _, target in vocabulary.EDGE_TYPES[edge_type].ends)


def check_ends(edge_type: str, source: str, target: str | None) -> None:
    """Check the labels of an edge's ends; a target of None is the article.

    Raises:
        NotApplied: the graph model has no such edge.
    """
    declared = vocabulary.EDGE_TYPES[edge_type]
    if (source, target or vocabulary.ARTICLE) not in declared.ends:
        allowed = ", ".join(sorted(f"{start} to {end}" for start, end in declared.ends))
        found = f"{source} to {target or 'the article'}"
        raise NotApplied(f"{edge_type} does not run from {found}", f"It runs from {allowed}")


def check_added(edge: Sought) -> None:
    """Check the properties of an edge to be added.

    Raises:
        NotApplied: one is not a property of that type, or its value is none that it can have.
    """
    _check_values(edge.type, edge.properties)


def check_retyped(retyped: Retype) -> None:
    """Check what an edge is to become.

    Raises:
        NotApplied: the graph model has no such edge, or an edge of the two types is made in another way.
    """
    if vocabulary.MENTIONED_IN in (retyped.edge.type, retyped.type):
        raise NotApplied("a mention cannot become another edge", "Drop the one and add the other")
    target = retyped.target or (None if ends_at_article(retyped.type) else retyped.edge.target)
    check_ends(retyped.type, retyped.edge.source.label, target.label if target else None)
    _check_values(retyped.type, retyped.properties)


def _check_values(edge_type: str, properties: Properties) -> None:
    declared = {known.name: known for known in vocabulary.EDGE_TYPES[edge_type].properties}
    for name, value in properties:
        if name not in declared or name in _FROM_THE_TEXT:
            given = ", ".join(sorted(declared.keys() - set(_FROM_THE_TEXT))) or "none"
            raise NotApplied(f"{name} cannot be given to {edge_type}", f"Its properties are {given}")
        choices = ("true", "false") if declared[name].type == "boolean" else _CHOICES.get(name)
        if choices is not None and value not in choices:
            raise NotApplied(f"{name} cannot be {value!r}", f"It is one of {', '.join(choices)}")
