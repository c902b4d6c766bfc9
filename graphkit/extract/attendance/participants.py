"""Everything in an article that might take part in a gathering: names, and nouns and pronouns that refer to them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from graphkit import vocabulary
from graphkit.extract.atoms import AtomString
from graphkit.extract.document import Document, Span
from graphkit.extract.names import Name, Names
from graphkit.extract.ordered import Ordered
from graphkit.extract.subjects import LocalSubject, Subjects

_NESTED_POSTS = 12
"""How many posts may begin before a name and still reach it."""

_LABELS = (vocabulary.PERSON, vocabulary.AGENCY, vocabulary.COUNTRY)
_SIDES = r"(?:delegations?|side|part|team|representatives?|one|officials?|party|experts?|lawmakers?|specialists?)"
_UNITS = "Department|Faculty|School|Institute|Center|Centre|Laboratory|Office|Division|Branch"
_SENT = re.compile(
    r"\b(?:representatives?|delegates?|observers?|delegations?|specialists|experts|officials|team|members|ministers)\b",
    re.IGNORECASE,
)
_POST_CHAIN = re.compile(r"T(?:&T|pd?T)?(?:[op][dh]?(?:[CJAU]'|J)*[wg]{0,3}(?:[UAC])(?:\([UA]\))?)+")


@dataclass(frozen=True, slots=True)
class Participant:
    """One word or name that may take part.

    Attributes:
        span: where it stands.
        subject: whom it means.
        phrase: the noun phrase with a person's post, or the span itself.
        stands_for_itself: not a part of somebody's post, nor the place where something is.
    """

    span: Span
    subject: LocalSubject
    phrase: Span
    stands_for_itself: bool


def participants_of(
    document: Document,
    names: Names,
    subjects: Subjects,
    sentences: Sequence[AtomString],
    phrases: Mapping[Name, Span],
    units: Mapping[str, str | None],
) -> list[Participant]:
    """All possible participants of an article, in the order of the text."""
    phrased: list[tuple[Name | None, Span]] = [*phrases.items()]
    phrased += [(None, span) for span in _posts_without_names(document, sentences)]
    posts = Ordered(phrased, lambda post: post[1].start)
    found = [*_named(document, names, subjects, posts), *_nouns(document, subjects, sentences, units)]
    found += _pronouns(document, names, subjects, sentences)
    return sorted(found, key=lambda participant: participant.span.start)


def _named(
    document: Document, names: Names, subjects: Subjects, posts: Ordered[tuple[Name | None, Span]]
) -> Iterator[Participant]:
    for name in names.table:
        subject = subjects.of(name)
        if name.label not in _LABELS or subject is None:
            continue
        span = name.span(document)
        near = islice(posts.before(span.start + 1), _NESTED_POSTS)
        around = [
            phrase
            for owner, phrase in near
            if owner is not name and name.label != vocabulary.PERSON and span.start in phrase
        ]
        itself = not around and _takes_part(document.text, name, span)
        yield Participant(span, subject, around[0] if around else span, itself)


def _takes_part(text: str, name: Name, span: Span) -> bool:
    """Whether the words around a name leave it to act for itself."""
    after = text[span.end : span.end + 40]
    before = text[max(0, span.start - 30) : span.start]
    if re.match(r"['’]s\s", after):
        unit = name.label == vocabulary.AGENCY and re.match(rf"['’]s (?:[A-Z]\w+ )*(?:{_UNITS})\b", after) is not None
        return unit or re.match(rf"['’]s (?:\w+ )?{_SIDES}\b", after) is not None
    if name.adjective:
        return re.match(rf"\s{_SIDES}\b", after) is not None
    if before.endswith("("):
        return False
    if name.label == vocabulary.COUNTRY:
        lead = re.search(r"(\S+)\s(?:the\s)?$", before)
        if lead is not None and lead.group(1).lower() in ("in", "at", "to", "near", "around", "across"):
            return False
    if re.match(r"\s(?:reports?|reported|correspondent|quoted)\b", after):
        return False
    return re.search(r"\b(?:told|reported by|citing|from|journalists from)\s(?:the\s)?$", before) is None or (
        name.label == vocabulary.COUNTRY and not before.endswith("journalists from ")
    )


def _posts_without_names(document: Document, sentences: Sequence[AtomString]) -> Iterator[Span]:
    """ "the Deputy Executive Director of X" without a name: X does not take part in it by that."""
    for sentence in sentences:
        for match in sentence.find(_POST_CHAIN):
            first, last = sentence.atoms[match.start()], sentence.atoms[match.end() - 1]
            span = document.span(first.first, last.last)
            if not _SENT.search(document.text_of(first.name.span(document)) if first.name else ""):
                yield span


def _nouns(
    document: Document, subjects: Subjects, sentences: Sequence[AtomString], units: Mapping[str, str | None]
) -> Iterator[Participant]:
    """ "the directorate", "the university's School of X"."""
    for sentence in sentences:
        for match in sentence.find(re.compile(r"d(?P<noun>g)(?P<unit>'U)?")):
            atom = sentence.atoms[match.start("noun")]
            noun = document.tokens[atom.first].lower
            subject = subjects.agency_like(noun, atom.first)
            if subject is not None:
                span = atom.span(document)
                owner = document.text[span.end : span.end + 2] in ("'s", "’s") and not match["unit"]
                where = re.search(
                    r"\b(?:at|in|to|from|near|inside)\sthe\s$",
                    document.text[max(0, span.start - 12) : span.start],
                )
                yield Participant(span, subject, span, not owner and where is None)


def _begins_with(document: Document, sentence: AtomString, people: Sequence[Name]) -> bool:
    """Whether a person of the sentence is named before any "he" or "she" in it."""
    pronoun = next((atom.first for atom in sentence.atoms if _is_pronoun(document, atom.first)), None)
    return bool(people) and (pronoun is None or people[0].first < pronoun)


def _is_pronoun(document: Document, token: int) -> bool:
    return document.tokens[token].lower in ("he", "she")


def _pronouns(
    document: Document, names: Names, subjects: Subjects, sentences: Sequence[AtomString]
) -> Iterator[Participant]:
    """ "he", "she": the first person of the sentence before the pronoun, else of the sentence before it."""
    before: tuple[int, Name] | None = None
    for sentence in sentences:
        people = [atom.name for atom in sentence.atoms if atom.letter == "P" and atom.name is not None]
        paragraph = document.paragraph_index(sentence.sentence.start)
        if before is not None and before[0] == paragraph and not _begins_with(document, sentence, people):
            people = [before[1], *people]
        if not people:
            continue
        before = paragraph, people[0]
        subject = subjects.of(people[0])
        for atom in sentence.atoms:
            if _is_pronoun(document, atom.first) and atom.first > people[0].first and subject is not None:
                span = atom.span(document)
                yield Participant(span, subject, span, True)
