"""Which state an agency is of: "X's Agency", "the Malaysian news agency Y", "Ministry of Z of X"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from graphkit import vocabulary
from graphkit.extract.atoms import AtomString
from graphkit.extract.document import Document
from graphkit.extract.names import Name
from graphkit.extract.representation.holding import Holding
from graphkit.extract.representation.patterns import (
    ADJECTIVE_AGENCY,
    ADJECTIVE_COMPANIES,
    AGENCY_IN_STATE,
    AGENCY_OF_STATE,
    APPOSED_STATE,
    BRACKETED_STATE,
    OWNED_AGENCY,
)
from graphkit.extract.subjects import Subjects

_AT_HOME = re.compile(
    r"\b(?:universit\w+|polytechnic|institut\w+|academy|college|school|hospital|museum|library|cent(?:er|re)|laboratory|"
    r"foundation|company|plant|factory|port|airport|bank)\b"
)


def agencies_of_states(document: Document, subjects: Subjects, sentences: Sequence[AtomString]) -> Iterator[Holding]:
    """Every agency whose state the article gives beside it or inside its name."""
    for sentence in sentences:
        for pattern, rule in (
            (OWNED_AGENCY, "agency.state-owner"),
            (AGENCY_OF_STATE, "agency.of-state"),
            (BRACKETED_STATE, "agency.bracketed-state"),
            (ADJECTIVE_AGENCY, "agency.state-adjective"),
            (ADJECTIVE_COMPANIES, "agency.state-adjective"),
            (AGENCY_IN_STATE, "agency.in-state"),
            (APPOSED_STATE, "agency.apposed-state"),
        ):
            for match in sentence.find(pattern):
                state = _state(document, subjects, sentence, match)
                if rule == "agency.in-state" and not _is_at_home(document, subjects, sentence, match):
                    continue
                for atom in sentence.between(*match.span("agency")):
                    if atom.name is not None and state is not None:
                        yield from _of_state(document, subjects, atom.name, state, rule)
    for subject in subjects.labelled(vocabulary.AGENCY):
        for name in subject.names:
            for state in subjects.states_inside(name):
                last = state.last == name.last
                rule = "agency.of-state" if last else "agency.begins-with-state"
                if last or state.first == name.first:
                    yield from _of_state(document, subjects, name, state, rule)


def _state(document: Document, subjects: Subjects, sentence: AtomString, match: re.Match[str]) -> Name | None:
    """The state under a match; for "the country's" the one named last before."""
    group = "owner" if match.groupdict().get("owner") else "state"
    atom = sentence.atoms[match.start(group)]
    if atom.letter != "g":
        return atom.name
    if document.tokens[atom.first].lower != "country":
        return None
    earlier = [name for subject in subjects.labelled(vocabulary.COUNTRY) for name in subject.names]
    return max((name for name in earlier if name.first < atom.first), key=lambda name: name.first, default=None)


def _is_at_home(document: Document, subjects: Subjects, sentence: AtomString, match: re.Match[str]) -> bool:
    """Whether the agency is one that is where its state is: a university or a centre, not an embassy or an office."""
    agency = sentence.atoms[match.start("agency")].name
    subject = subjects.of(agency) if agency is not None else None
    if agency is None or subject is None or agency.canonical is not None:
        return False
    between = document.text[agency.span(document).end :][:4]
    home = _AT_HOME.search(agency.text(document).lower()) is not None
    return home and re.match(r",\s| in\b", between) is not None


def _of_state(document: Document, subjects: Subjects, agency: Name, state: Name, rule: str) -> Iterator[Holding]:
    subject = subjects.of(agency)
    if subject is None or state.canonical is None or subject.is_international:
        return
    country = subjects.country_of(state)
    span = state.span(document).through(agency.span(document))
    yield Holding(subject.key, country.key, None, None, False, span, rule)
