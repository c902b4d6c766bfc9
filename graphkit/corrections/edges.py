"""Edges that people drop, keep or turn into others."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import TypeAlias

from graphkit import vocabulary
from graphkit.corrections.additions import Additions, properties_of
from graphkit.corrections.decisions import Decisions
from graphkit.corrections.directory import Directory
from graphkit.corrections.file import Corrections, Line
from graphkit.corrections.kinds import Drop, Keep, Retype, Sought
from graphkit.corrections.reporting import NotApplied
from graphkit.corrections.sought import ends_at_article
from graphkit.passages import find_words
from graphkit.records import ARTICLE_SUBJECT, Claim, Mention, Reading

RULE = "correction.retype"

Position: TypeAlias = tuple[str, int]
"""An article's key, and the place of an edge among its claims and, behind them, its mentions."""

Edit: TypeAlias = Drop | Keep | Retype


def edited(directory: Directory, corrections: Corrections, added: Additions) -> Iterator[Reading]:
    """The readings without the edges that people drop, with those that they keep, retype and add; only those."""
    decisions: Decisions[Position, Claim | None] = Decisions()
    edits: list[tuple[Line, Edit]] = [*corrections.of(Drop), *corrections.of(Keep), *corrections.of(Retype)]
    for line, edit in edits:
        with corrections.reporting(line):
            found = [(at, _outcome(edit, claim, at[0], directory)) for at, claim in _sought(edit.edge, directory)]
            for position, outcome in found:
                decisions.add(position, outcome, line)
    outcomes: dict[str, dict[int, Claim | None]] = {}
    for (article, place), agreed in decisions.agreed(corrections).items():
        outcomes.setdefault(article, {})[place] = agreed
    keys = sorted({*outcomes, *added.claims, *added.mentions})
    return (_edited(directory.reading(key), outcomes.get(key, {}), added) for key in keys)


def _edges(reading: Reading) -> list[Claim]:
    """The claims of a reading, and behind them its mentions as the edges that they become."""
    mentions = (
        Claim(vocabulary.MENTIONED_IN, its.subject, ARTICLE_SUBJECT, its.evidence, {"surface": its.text})
        for its in reading.mentions
    )
    return [*reading.claims, *mentions]


def _sought(edge: Sought, directory: Directory) -> list[tuple[Position, Claim]]:
    """The edges that a line names: of those that fit, the ones whose evidence is nearest to its words."""
    source = directory.entity(edge.source, edge.article)
    target = directory.entity(edge.target, edge.article) if edge.target else None
    fitting = []
    for key in directory.articles_of(source, edge.article):
        reading, ids = directory.reading(key), directory.entities_in(key)
        places = find_words(edge.words, reading.article.text) if edge.words is not None else []
        for place, claim in enumerate(_edges(reading)):
            ends = [ids.get(end) for end in (claim.source, claim.target)]
            if claim.type == edge.type and ends == [source, target] and _says(claim, edge):
                fitting.append((_nearness(claim, edge, places), (key, place), claim))
    nearest = max((nearness for nearness, _, _ in fitting), default=0)
    if nearest == 0:
        raise _none_left(edge)
    return [(position, claim) for nearness, position, claim in fitting if nearness == nearest]


def _says(claim: Claim, edge: Sought) -> bool:
    said = {name: str(value).lower() if isinstance(value, bool) else value for name, value in claim.properties.items()}
    return all((said.get(name) or "") == value for name, value in edge.properties)


def _nearness(claim: Claim, edge: Sought, places: Iterable[tuple[int, int]]) -> int:
    """3 for evidence that is the words, 2 where they overlap, 1 in the same sentence, 0 for others."""
    if edge.words is None:
        return 1
    start, end = claim.evidence.start, claim.evidence.end
    if (start, end) in places:
        return 3
    if any(first < end and start < last for first, last in places):
        return 2
    return 1 if find_words(edge.words, claim.evidence.sentence) else 0


def _none_left(edge: Sought) -> NotApplied:
    ends = f"from {edge.source.name!r} to {edge.target.name!r}" if edge.target else f"from {edge.source.name!r}"
    where = f" in {edge.article}" if edge.article is not None else ""
    at = f" at {edge.words!r}" if edge.words is not None else ""
    return NotApplied(
        f"there is no {edge.type} {ends}{where}{at}",
        "Look what is there with `graphkit show`, and mend the line or delete it",
    )


def _outcome(edit: Edit, claim: Claim, article: str, directory: Directory) -> Claim | None:
    """What is to become of an edge: None where it goes."""
    if isinstance(edit, Drop):
        return None
    if isinstance(edit, Keep):
        return replace(claim, evidence=replace(claim.evidence, confidence=1.0))
    evidence = replace(claim.evidence, rule=RULE, confidence=1.0)
    properties = properties_of(
        edit.type, edit.properties, directory.reading(article).article, evidence, claim.properties
    )
    return Claim(edit.type, claim.source, _new_target(edit, claim, article, directory), evidence, properties)


def _new_target(edit: Retype, claim: Claim, article: str, directory: Directory) -> str:
    if ends_at_article(edit.type):
        return ARTICLE_SUBJECT
    if edit.target is None:
        return claim.target
    return min(key for _, key in directory.subjects(replace(edit.target, article=article)))


def _edited(reading: Reading, outcomes: Mapping[int, Claim | None], added: Additions) -> Reading:
    key = reading.article.key
    edges = [outcomes.get(place, edge) for place, edge in enumerate(_edges(reading))]
    kept = [edge for edge in edges if edge is not None]
    claims = [edge for edge in kept if edge.type != vocabulary.MENTIONED_IN] + added.claims[key]
    mentions = [*_mentions(kept), *added.mentions[key]]
    left = {mention.subject for mention in mentions} | {end for its in claims for end in (its.source, its.target)}
    subjects = tuple(subject for subject in reading.subjects if subject.key in left)
    return replace(reading, subjects=subjects, mentions=tuple(mentions), claims=tuple(claims))


def _mentions(edges: Iterable[Claim]) -> Iterator[Mention]:
    for edge in edges:
        if edge.type == vocabulary.MENTIONED_IN:
            yield Mention(edge.source, str(edge.properties["surface"]), edge.evidence)
