"""The stages of reading one article, in their order."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import islice

from graphkit.extract.as_records import attended, held_in, quoted, reading_of, represents
from graphkit.extract.atoms import AtomString, atom_strings
from graphkit.extract.attendance import Attendance, Participation, participants_of
from graphkit.extract.attribution import Attributed, Attribution
from graphkit.extract.dates import publication_date
from graphkit.extract.document import Document, Span
from graphkit.extract.gatherings import Gatherings
from graphkit.extract.names import Name, recognise
from graphkit.extract.ordered import Ordered
from graphkit.extract.places import Place, Places
from graphkit.extract.proposals import Proposal, with_proposals
from graphkit.extract.representation import Representation
from graphkit.extract.subjects import Subjects
from graphkit.extract.venues import venues
from graphkit.records import Article, Reading

_LISTED = 30
"""How many people one speech verb may have as its subject."""


def unread(article: Article) -> Reading:
    """The reading of an article out of which nothing is to be read, such as a copy of another: it has its date."""
    return Reading(_dated(article), (), (), ())


def _dated(article: Article) -> Article:
    return replace(article, date=article.date or publication_date(article.text))


def extract(article: Article, proposals: Sequence[Proposal] = ()) -> Reading:
    """Read one article.

    Args:
        article: its text is read as it stands; every offset of the reading points into it.
        proposals: names that somebody else found; they count where the rules find none.

    Returns:
        the subjects that the article names, their mentions, and the claims about them, each with its evidence.
    """
    document = Document(article.text)
    article = _dated(article)
    names = with_proposals(document, recognise(document), proposals)
    subjects = Subjects(document, names)
    representation = Representation(document, subjects, atom_strings(document, names))
    sentences = representation.sentences
    attribution = Attribution(document, names, subjects, representation)
    attributed = list(attribution.read())
    _introduce(document, representation, sentences, attributed)
    speech = [made.quotation.span for made in attributed if made.quotation.kind == "direct"]
    gatherings = Gatherings(document, subjects, speech)
    places = Places(document, gatherings)
    quotes = [(made, places.of(made)) for made in attributed]
    participants = participants_of(
        document, names, subjects, sentences, representation.phrases, representation.bodies.units
    )
    reported = [made.quotation.span for made in attributed if made.quotation.kind != "direct"]
    attendance = Attendance(document, subjects, gatherings, participants, speech, reported)
    held = venues(document, names, subjects)
    phrases = Ordered(representation.phrases.items(), lambda item: item[1].start)
    participations = _best([*attendance.read(), *_speaking(document, subjects, phrases, quotes)])
    claims = [represents(document, holding) for holding in representation.holdings]
    claims += [quoted(document, made, place) for made, place in quotes]
    claims += [attended(document, part) for part in participations]
    claims += [held_in(document, venue) for venue in held]
    return reading_of(article, document, subjects, claims)


def _introduce(
    document: Document,
    representation: Representation,
    sentences: Sequence[AtomString],
    attributed: Iterable[Attributed],
) -> None:
    """Give the post that the lead speaks of ("a senior official said") to the person named after it."""
    for made in attributed:
        phrase = made.quotation.speaker
        if made.rule == "speaker.introduced-next" and phrase is not None:
            sentence = sentences[document.sentence_index(phrase.start)]
            representation.introduce(sentence, phrase, made.speaker.names[0])


def _speaking(
    document: Document,
    subjects: Subjects,
    phrases: Ordered[tuple[Name, Span]],
    quotes: Iterable[tuple[Attributed, Place]],
) -> Iterator[Participation]:
    """Who spoke at a gathering attended it."""
    for made, place in quotes:
        if place.forum is None or made.quotation.speaker is None:
            continue
        span, forum = made.quotation.speaker, place.forum.key
        yield Participation(made.speaker.key, forum, span, "attend.spoke", also=made.rules)
        for person in _speaking_together(document, phrases, span):
            subject = subjects.of(person)
            if subject is not None:
                at = person.span(document)
                yield Participation(subject.key, forum, at, "attend.spoke-together", also=made.rules)


def _speaking_together(document: Document, phrases: Ordered[tuple[Name, Span]], speaker: Span) -> Iterator[Name]:
    """The people listed before the speaker as subjects of the same verb: "A, B, C and others noted that"."""
    end = None
    for name, phrase in islice(phrases.before(speaker.start + 1), _LISTED):
        if end is None and speaker.start in phrase:
            end = phrase.start
        elif end is not None and phrase.end <= end:
            if not re.fullmatch(r",?\s(?:and\s)?", document.text[phrase.end : end]):
                return
            yield name
            end = phrase.start


def _best(parts: Iterable[Participation]) -> list[Participation]:
    """One participation for each participant and gathering; having attended outweighs the plan."""
    chosen: dict[tuple[str, str], Participation] = {}
    for part in parts:
        known = chosen.get((part.participant, part.forum))
        if known is None or (known.planned and not part.planned):
            chosen[part.participant, part.forum] = part
    return list(chosen.values())
