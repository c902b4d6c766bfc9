"""Departments, sectors and institutes inside a bigger organisation that the article names."""

from __future__ import annotations

import re
from collections.abc import Sequence

from graphkit.extract.atoms import Atom, AtomString
from graphkit.extract.document import Document
from graphkit.extract.subjects import Subjects

_INSIDE = re.compile(r"(?P<unit>U)(?:\((?:A|U)\))?[op][dh]?w?(?:[CJA]'|J)*(?P<owner>[UAg])")
_OWNED = re.compile(r"(?P<owner>[Ag])'(?P<unit>U)(?:\(A\))?")
_ALWAYS = frozenset(("sector", "section", "division", "subdivision", "directorate-general", "team"))


def units_of_agencies(document: Document, subjects: Subjects, sentences: Sequence[AtomString]) -> dict[str, str | None]:
    """Find the units, and take them out of the subjects: a unit is no node.

    Returns:
        the unit's name, case folded → the subject key of the agency that it is part of, or None.
    """
    inner: dict[str, Atom | None] = {}
    for sentence in sentences:
        for pattern in (_INSIDE, _OWNED):
            start = 0
            while (match := pattern.search(sentence.letters, start)) is not None:
                start = match.start() + 1
                unit, owner = sentence.atoms[match.start("unit")], sentence.atoms[match.start("owner")]
                if inner.get(_text(document, unit)) is None:
                    inner[_text(document, unit)] = owner
        for atom in sentence.atoms:
            head = re.split(" of | for ", _text(document, atom))[0].split()[-1:]
            if atom.letter == "U" and set(head) & _ALWAYS:
                inner.setdefault(_text(document, atom), None)
    units = [atom for sentence in sentences for atom in sentence.atoms if _text(document, atom) in inner]
    for unit in units:
        if unit.name is not None:
            subjects.forget(unit.name)
    _forget_what_refers_to_nothing(subjects)
    for alias, body in subjects.bracketed.items():
        if any(unit.name == body for unit in units):
            subjects.forget(alias)
    return {text: _owner_key(document, subjects, inner, units, owner) for text, owner in inner.items()}


def _forget_what_refers_to_nothing(subjects: Subjects) -> None:
    """ "The Committee" with a capital, where that committee turned out to be a unit."""
    for subject in list(subjects.by_key.values()):
        if subject.names and all(name.rule == "agency.anaphor" for name in subject.names):
            for name in list(subject.names):
                subjects.forget(name)


def _text(document: Document, atom: Atom) -> str:
    return atom.name.text(document).casefold() if atom.letter == "U" and atom.name is not None else ""


def _owner_key(
    document: Document,
    subjects: Subjects,
    inner: dict[str, Atom | None],
    units: Sequence[Atom],
    owner: Atom | None,
) -> str | None:
    """The agency at the end of a chain of units inside units."""
    for _ in range(len(inner) + 1):
        if owner is None:
            return None
        if owner.name is None:  # "of the same department"
            noun = document.tokens[owner.first].lower
            meant = [unit for unit in units if unit.first < owner.first and noun in _text(document, unit).split()]
            if not meant:
                agency = subjects.agency_like(noun, owner.first)
                return agency.key if agency is not None else None
            owner = meant[-1]
        if _text(document, owner) not in inner:
            subject = subjects.of(owner.name) if owner.name is not None else None
            return subject.key if subject is not None else None
        owner = inner[_text(document, owner)]
    return None
