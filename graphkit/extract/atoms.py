"""A sentence as a string of one-letter atoms, so that grammar can be written down as regular expressions.

| atom | stands for |
|---|---|
| `P` `A` `U` `C` `J` `F` `T` `R` | person, agency, unit of one, state, adjective of a state, forum, post, other name |
| `g` `e` | "the ministry", "the forum": a noun in lower case that may refer to an agency or a forum |
| `'` `,` `;` `:` `(` `)` `-` `"` `.` | possessive ending and punctuation |
| `o` `p` `b` | "of", another preposition, "by" |
| `d` `h` `&` `q` | article, "its/his/her/their", "and", relative pronoun |
| `n` `W` `w` | number, capitalised word, any other word |
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from graphkit import vocabulary
from graphkit.extract import lexicon
from graphkit.extract.document import Document, Span, Token
from graphkit.extract.names import Name, Names

_LETTERS = {vocabulary.PERSON: "P", vocabulary.AGENCY: "A", vocabulary.COUNTRY: "C", vocabulary.FORUM: "F"}
_PREPOSITIONS = frozenset("in at for with to from on through within under toward towards behind".split())
_AGENCY_NOUNS = (lexicon.ORGANISATION_HEADS | lexicon.AGENCY_NOUNS | {"agency", "school", "chamber"}) - {
    "company's", "giant", "platform", "group", "press", "radio", "journal", "order", "trust", "service", "unit",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Atom:
    """One letter of a sentence: the tokens that it stands for and, for a name, the name."""

    letter: str
    first: int
    last: int
    name: Name | None = None

    def span(self, document: Document) -> Span:
        """The characters under its tokens."""
        return document.span(self.first, self.last)


@dataclass(frozen=True, slots=True)
class AtomString:
    """One sentence: its atoms and their letters as one string of the same length."""

    sentence: Span
    atoms: tuple[Atom, ...]
    letters: str

    def find(self, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
        """All matches of a pattern over the letters; match offsets are indices of atoms."""
        return pattern.finditer(self.letters)

    def between(self, start: int, end: int) -> tuple[Atom, ...]:
        """The atoms of a range."""
        return self.atoms[start:end]


def atom_strings(document: Document, names: Names) -> list[AtomString]:
    """Every sentence of the document as atoms."""
    return [_sentence(document, names, sentence) for sentence in document.sentences]


def without_units(sentences: Sequence[AtomString], is_unit: Callable[[Name], bool]) -> list[AtomString]:
    """The same atoms, in which what turned out to be no unit is an agency."""
    changed = []
    for sentence in sentences:
        atoms = tuple(
            replace(atom, letter="A") if atom.letter == "U" and atom.name and not is_unit(atom.name) else atom
            for atom in sentence.atoms
        )
        changed.append(AtomString(sentence.sentence, atoms, "".join(atom.letter for atom in atoms)))
    return changed


def _sentence(document: Document, names: Names, sentence: Span) -> AtomString:
    atoms: list[Atom] = []
    indices = document.token_range(sentence)
    index = indices.start
    while index < indices.stop:
        name = names.table.at(index)
        if name is not None and name.first == index:
            atoms.append(Atom(_letter_of_name(name), index, name.last, name))
            index = name.last
            continue
        token = document.tokens[index]
        if not _is_honorific(document.tokens, index) and not _ends_name(atoms, token):
            atoms.append(Atom(_letter(token), index, index + 1))
        index += 1
    return AtomString(sentence, tuple(atoms), "".join(atom.letter for atom in atoms))


def _letter_of_name(name: Name) -> str:
    if name.label is None:
        return "T" if name.is_post else "R"
    if name.adjective:
        return "J"
    return "U" if name.unit else _LETTERS[name.label]


def _ends_name(atoms: list[Atom], token: Token) -> bool:
    """ "the Majlis Staff": a last word behind the name of a body adds nothing to it."""
    return (
        bool(atoms)
        and atoms[-1].letter == "A"
        and token.is_capitalised
        and token.lower in ("staff", "office", "apparatus")
    )


def _is_honorific(tokens: tuple[Token, ...], index: int) -> bool:
    """Whether the token is a title of courtesy, or the full stop behind one."""
    token = tokens[index]
    if token.text == "." and index > 0:
        before = tokens[index - 1]
        return before.end == token.start and before.lower in lexicon.HONORIFICS
    return token.is_capitalised and token.lower.rstrip(".") in lexicon.HONORIFICS


def _letter(token: Token) -> str:
    if token.is_possessive:
        return "'"
    lower = token.lower
    if not token.is_word:
        return _letter_of_mark(token.text)
    if lower in ("of", "by"):
        return "o" if lower == "of" else "b"
    if lower in _PREPOSITIONS:
        return "p"
    if lower in ("the", "a", "an"):
        return "d"
    if lower in ("its", "his", "her", "their"):
        return "h"
    if lower in ("and", "&"):
        return "&"
    if lower in ("who", "which", "whose", "that"):
        return "q"
    if not token.is_capitalised and (lower in _AGENCY_NOUNS or lower == "country"):
        return "g"
    if lower in lexicon.FORUM_ANAPHORS:
        return "e"
    return "W" if token.is_capitalised and not lower.endswith("-based") else "w"


def _letter_of_mark(text: str) -> str:
    if text[0].isdigit():
        return "n"
    if text in ",;:().":
        return text
    if text == "&":
        return "&"
    return '"' if text in "\"'“”‘’«»" else "-"
