"""Which state an agency is of: "X's Agency", "the Malaysian news agency Y", "Ministry of Z of X"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from graphkit import vocabulary
from graphkit.extract.atoms import AtomString
from graphkit.extract.document import Document, Span
from graphkit.extract.names import Name
from graphkit.extract.representation.holding import Holding
from graphkit.extract.representation.patterns import (
    ADJECTIVE_AGENCY,
    ADJECTIVE_COMPANIES,
    AGENCY_OF_STATE,
    BRACKETED_STATE,
    OWNED_AGENCY,
)
from graphkit.extract.subjects import LocalSubject, Subjects


def agencies_of_states(document: Document, subjects: Subjects, sentences: Sequence[AtomString]) -> Iterator[Holding]:
    """Every agency whose state the article gives beside it or inside its name."""
    for sentence in sentences:
        for pattern, rule in (
            (OWNED_AGENCY, "agency.state-owner"),
            (AGENCY_OF_STATE, "agency.of-state"),
            (BRACKETED_STATE, "agency.bracketed-state"),
            (ADJECTIVE_AGENCY, "agency.state-adjective"),
            (ADJECTIVE_COMPANIES, "agency.state-adjective"),
        ):
            for match in sentence.find(pattern):
                state = sentence.atoms[match.start("state")].name
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


def _of_state(document: Document, subjects: Subjects, agency: Name, state: Name, rule: str) -> Iterator[Holding]:
    subject = subjects.of(agency)
    if subject is None or state.canonical is None or _is_international(subject):
        return
    country = subjects.country(state.canonical, state)
    spans = (state.span(document), agency.span(document))
    span = Span(min(span.start for span in spans), max(span.end for span in spans))
    yield Holding(subject.key, country.key, None, None, False, span, rule)


def _is_international(subject: LocalSubject) -> bool:
    return subject.properties.get("kind") == "international"
