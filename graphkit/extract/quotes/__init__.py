"""Who said what: direct, indirect and mixed quotations of an article, each with its speaker's expression.

The way a text goes: quotation marks are paired (`marks`, `dashes`), sentences are folded around them
(`units`), every verb of speech in use is found (`cues`, `verbs`) with its subject (`speakers`) and what it
introduces (`complements`, `attributed`); sources without a verb follow (`sources`); what is left between marks
is speech continued or no speech (`unattributed`); interviews have labels (`interviews`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from graphkit.extract.document import Document, Span
from graphkit.extract.quotes.attributed import read_unit
from graphkit.extract.quotes.dashes import find_dashed, overlaid
from graphkit.extract.quotes.interviews import find_interview
from graphkit.extract.quotes.marks import Marked, find_marked, outermost
from graphkit.extract.quotes.phrases import NamedSpans
from graphkit.extract.quotes.quotation import NamedSpan, Quotation
from graphkit.extract.quotes.reading import UnitReading
from graphkit.extract.quotes.unattributed import attribute_rest
from graphkit.extract.quotes.units import units_in
from graphkit.extract.quotes.words import SUBJECT_PRONOUNS

__all__ = ["NamedSpan", "Quotation", "find_quotations"]


def find_quotations(document: Document, names: Sequence[NamedSpan]) -> list[Quotation]:
    """Finds the quotations of an article.

    Args:
        document: the article.
        names: the names found in it, non-overlapping, in order; may be empty.

    Returns:
        The quotations in the order of their first words. A nested quotation follows the one that holds it.
    """
    index = NamedSpans(names)
    marked = overlaid(find_marked(document), find_dashed(document))
    interview, covered = find_interview(document, index)
    readings = [
        read_unit(unit, index)
        for number, paragraph in enumerate(document.paragraphs)
        if number not in covered
        for unit in units_in(document, paragraph, list(outermost(marked, 0, paragraph)))
    ]
    found = [made for reading in readings for made in reading.quotations]
    found += attribute_rest(document, readings, index)
    found += interview
    found += [
        inner for outer in found if outer.kind == "direct" for inner in _nested(document, outer.span, marked, index)
    ]
    return sorted(found, key=lambda made: (made.span.start, made.nested, -made.span.end))


def _nested(document: Document, span: Span, marked: Sequence[Marked], names: NamedSpans) -> Iterator[Quotation]:
    """What a speaker quotes of somebody else: words in inner marks, or a clause of a person who is named."""
    for depth in (0, 1):
        inner = list(outermost(marked, depth, span))
        if inner and inner[0].words.start == span.start and depth == 0:
            continue
        if depth == 0 and not inner:
            continue
        for unit in units_in(document, span, inner):
            reading = read_unit(unit, names)
            yield from (replace(made, nested=True) for made in _of_others(document, reading, names))


def _of_others(document: Document, reading: UnitReading, names: NamedSpans) -> Iterator[Quotation]:
    for made in reading.quotations:
        if made.speaker is None:
            continue
        named = bool(names.people(made.speaker))
        pronoun = document.text_of(made.speaker).lower() in SUBJECT_PRONOUNS
        if named or (made.kind == "direct" and not pronoun):
            yield made
