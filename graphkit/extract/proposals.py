"""Names that somebody else found, a trained pipeline for example, beside those of the rules.

The rules come first: a proposal counts only where no rule found a name, and what happens with the name from there on
(who represents whom, who attended, who spoke) is theirs to decide.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache

from graphkit import vocabulary
from graphkit.extract import lexicon
from graphkit.extract.document import Document
from graphkit.extract.gazetteers import State, fold, states
from graphkit.extract.names import Name, Names, NameTable
from graphkit.extract.names.lookup import states_within
from graphkit.extract.names.people import parts_of_names
from graphkit.extract.names.repeated import repeated_names

_ARTICLES = frozenset(("the", "a", "an"))


@dataclass(frozen=True, slots=True)
class Proposal:
    """A name that the rules may take up.

    Attributes:
        start: the offset of its first character in the article's text.
        end: the offset after its last one.
        label: a node label of the vocabulary.
        rule: a rule of the register, which the mentions of the name are given as their reason.
    """

    start: int
    end: int
    label: str
    rule: str


def with_proposals(document: Document, names: Names, proposals: Iterable[Proposal]) -> Names:
    """Add the proposals to the names of the rules, with what follows from them elsewhere in the article.

    Args:
        document: the article.
        names: what the rules found; its table takes up the proposed names.
        proposals: of two that overlap, the first counts.

    Returns:
        all names.
    """
    added = []
    for proposal in proposals:
        name = _name(document, names.table, proposal)
        if name is not None and names.table.add(name):
            added.append(name)
    if not added:
        return names
    people = [name for name in added if name.label == vocabulary.PERSON]
    names.table.add_all(parts_of_names(document, names.table, people))
    names.table.add_all(_free(repeated_names(document, names.table), names.table))
    agencies = [name for name in added if name.label == vocabulary.AGENCY]
    inside = [state for agency in agencies for state in states_within(document, agency)]
    return replace(names, inside=(*names.inside, *inside))


def _name(document: Document, table: NameTable, proposal: Proposal) -> Name | None:
    """The whole words under a proposal, without an article, a title or a possessive ending around them."""
    if not document.text[proposal.start : proposal.end].strip():
        return None
    tokens = document.tokens
    first, last = document.token_at(proposal.start), document.token_at(proposal.end - 1) + 1
    while first < last and (
        tokens[first].lower in _ARTICLES | lexicon.HONORIFICS or not tokens[first].text[0].isalnum()
    ):
        first += 1
    while first < last and (tokens[last - 1].is_possessive or tokens[last - 1].text in ".,;:"):
        last -= 1
    if not table.is_free(first, last) or not any(token.is_name_shaped for token in tokens[first:last]):
        return None
    name = Name(first, last, proposal.label, proposal.rule)
    if proposal.label == vocabulary.FORUM and tokens[last - 1].lower in lexicon.OTHER_NAME_HEADS:
        return None  # "Second World War" is an event at which nobody speaks
    if proposal.label != vocabulary.COUNTRY:
        return name
    state = state_however_written(name.text(document))
    return None if state is None else replace(name, canonical=state.name)


def state_however_written(name: str) -> State | None:
    """The state of a name in whatever case and with or without accents."""
    return _states_folded().get(fold(name))


@cache
def _states_folded() -> dict[str, State]:
    return {fold(name): state for state in states() for name in state.names}


def _free(names: Iterable[Name], table: NameTable) -> Iterator[Name]:
    return (name for name in names if table.is_free(name.first, name.last))
