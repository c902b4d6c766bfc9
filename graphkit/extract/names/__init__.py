"""All names of a document: states, organisations, gatherings, posts and people."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from graphkit import vocabulary
from graphkit.extract.document import Document, Token
from graphkit.extract.names.appositions import agencies_in_apposition, agencies_of_posts
from graphkit.extract.names.capitals import acting_capitals
from graphkit.extract.names.forums import forums, forums_in_apposition
from graphkit.extract.names.forums_by_context import forums_by_context
from graphkit.extract.names.growing import Grower
from graphkit.extract.names.lookup import cities, known_names, states_within
from graphkit.extract.names.organisations import acronyms, anaphors, kind_of, organisations
from graphkit.extract.names.people import parts_of_names, people
from graphkit.extract.names.posts import posts
from graphkit.extract.names.professions import is_post_noun
from graphkit.extract.names.repeated import bracketed_aliases, repeated_names
from graphkit.extract.names.spans import Name, NameTable
from graphkit.extract.names.speaking import speaking_names
from graphkit.extract.names.titles import titles

__all__ = ["Name", "NameTable", "Names", "recognise"]


@dataclass(frozen=True)
class Names:
    """What was found in one document.

    Attributes:
        table: names that do not overlap; posts, regions and venues are among them, without a label.
        inside: the names of states and bodies that stand inside longer names.
        bracketed: names in brackets, with the name before the bracket that they stand for.
    """

    table: NameTable
    inside: tuple[Name, ...]
    bracketed: Mapping[Name, Name]


def recognise(document: Document) -> Names:
    """Find every name of a document."""
    known = NameTable()
    known.add_all(titles(document))
    known.add_all(known_names(document))
    grower = Grower(document, known)
    table = NameTable()
    table.add_all(known)
    table.add_all(organisations(document, grower))
    table.add_all(acting_capitals(document, table))
    table.add_all(forums(document, grower))
    table.add_all(acronyms(document, table))
    table.add_all(anaphors(document, table))
    table.add_all(posts(document, grower, table))
    table.add_all(cities(document, table))
    table.add_all(forums_in_apposition(document, table))
    table.add_all(forums_by_context(document, table))
    table.add_all(agencies_of_posts(document, table))
    full_names = list(people(document, table))
    table.add_all(full_names)
    table.add_all(agencies_in_apposition(document, table))
    table.add_all(speaking_names(document, table))
    table.add_all(parts_of_names(document, table, full_names))
    bracketed = bracketed_aliases(document, table)
    table.add_all(repeated_names(document, table))
    _leave_out_furniture(document, table)
    inside = [
        state
        for name in table
        if name.label == vocabulary.AGENCY and not _is_free_name(name)
        for state in states_within(document, name)
    ]
    bodies = [body for name in table if name.rule == "forum.of-body" and (body := _body_of(document, name)) is not None]
    return Names(table, (*inside, *bodies), bracketed)


def _leave_out_furniture(document: Document, table: NameTable) -> None:
    """Take out what only bylines, the desk's initials and the headlines of other articles name."""
    furniture = set(document.furniture)
    for name in list(table) if furniture else ():
        if document.paragraphs[document.paragraph_index(name.span(document).start)] in furniture:
            table.remove(name)


def _body_of(document: Document, forum: Name) -> Name | None:
    """The body that the gathering is of: "12th meeting of the Council on X"."""
    tokens = document.tokens
    of = next(index for index in range(forum.first, forum.last) if tokens[index].lower == "of")
    first = of + 1 + (tokens[of + 1].lower == "the")
    if is_post_noun(tokens[first]):  # "Meeting of Ministers of Fisheries of the Community of …"
        first = next((index + 2 for index in range(first, forum.last - 2) if _is_of_the(tokens, index)), first)
    definite = tokens[first - 1].lower == "the"
    if forum.last - first < 2 or not definite or not tokens[first].is_capitalised or is_post_noun(tokens[first]):
        return None
    text = document.text_of(document.span(first, forum.last))
    return Name(first, forum.last, vocabulary.AGENCY, "agency.inside-forum", kind=kind_of(text))


def _is_of_the(tokens: Sequence[Token], index: int) -> bool:
    return tokens[index].lower == "of" and tokens[index + 1].lower == "the"


def _is_free_name(name: Name) -> bool:
    """Whether a well-known organisation's name says nothing of a state ("France 24", "Russia Today")."""
    return name.canonical is not None and name.kind in ("media", "company", "civil society")
