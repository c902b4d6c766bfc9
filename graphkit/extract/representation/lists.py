"""Lists of delegations, a line each: "Angola: Carmen Kiala, Minister of Fisheries; …"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from graphkit.extract.atoms import Atom, AtomString
from graphkit.extract.document import Document, Span
from graphkit.extract.listings import follows_lead, listings
from graphkit.extract.names import Name
from graphkit.extract.representation.bodies import Bodies
from graphkit.extract.representation.holding import Holding


def delegations_by_line(document: Document, bodies: Bodies, sentences: Sequence[AtomString]) -> Iterator[Holding]:
    """Whoever stands on the line of a country or body, behind a colon or a dash, is of it."""
    lines = {line.start for listing in listings(document) for line in listing.lines}
    for sentence in sentences:
        if sentence.sentence.start not in lines:
            continue
        lead = next((atom for atom in sentence.atoms[:4] if atom.letter in "CA"), None)
        if lead is None or lead.name is None or not follows_lead(document, lead.span(document).end):
            continue
        for index, atom in enumerate(sentence.atoms):
            if atom.letter == "P" and atom.name is not None and atom.first > lead.first:
                yield from _member(document, bodies, sentence, lead.name, index)


def _member(document: Document, bodies: Bodies, sentence: AtomString, lead: Name, index: int) -> Iterator[Holding]:
    atom = sentence.atoms[index]
    holder = bodies.subjects.of(atom.name) if atom.name is not None else None
    body = bodies.subjects.of(lead)
    if holder is not None and body is not None:
        span = Span(sentence.sentence.start, atom.span(document).end)
        yield Holding(
            holder.key, body.key, _post_behind(document, sentence, index), None, False, span, "side.list-line"
        )


def _post_behind(document: Document, sentence: AtomString, index: int) -> str | None:
    """The post right behind the name and a comma, when nothing names its body."""
    behind: Sequence[Atom] = sentence.atoms[index + 1 : index + 3]
    if [atom.letter for atom in behind] == [",", "T"] and behind[1].name is not None:
        return behind[1].name.text(document)
    return None
