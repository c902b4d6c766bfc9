"""The stages of reading one article, in their order."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import islice
from math import prod

from graphkit import vocabulary
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
from graphkit.extract.representation import Holding, Representation
from graphkit.extract.rules import RULES
from graphkit.extract.subjects import LocalSubject, Subjects
from graphkit.extract.venues import Venue, venues
from graphkit.records import ARTICLE_SUBJECT, Article, Claim, Evidence, Mention, Reading, Subject

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
    claims = [_represents(document, holding) for holding in representation.holdings]
    claims += [_quoted(document, made, place) for made, place in quotes]
    claims += [
        _attended(document, part)
        for part in _best([*attendance.read(), *_speaking(document, subjects, phrases, quotes)])
    ]
    claims += [_held_in(document, venue) for venue in held]
    return _reading(article, document, subjects, claims)


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


def _represents(document: Document, holding: Holding) -> Claim:
    properties = {"role": holding.role, "unit": holding.unit, "former": holding.former}
    evidence = _evidence(document, holding.span, holding.rule)
    return Claim(vocabulary.REPRESENTS, holding.holder, holding.body, evidence, properties)


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
        yield Participation(made.speaker.key, forum, "attended", span, "attend.spoke", made.rules)
        for person in _speaking_together(document, phrases, span):
            subject = subjects.of(person)
            if subject is not None:
                at = person.span(document)
                yield Participation(subject.key, forum, "attended", at, "attend.spoke-together", made.rules)


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


def _held_in(document: Document, venue: Venue) -> Claim:
    evidence = _evidence(document, venue.span, venue.rule)
    return Claim(vocabulary.HELD_IN, venue.forum, venue.country, evidence, {"city": venue.city})


def _quoted(document: Document, made: Attributed, place: Place) -> Claim:
    quotation = made.quotation
    span = quotation.span
    properties = {
        "text": document.text_of(span),
        "kind": quotation.kind,
        "cue": quotation.cue,
        "attributed_by": made.rule,
        "session": place.session,
        "nested": quotation.nested,
    }
    evidence = _evidence(document, span, *made.rules)
    if place.forum is None:
        return Claim(vocabulary.QUOTED_IN, made.speaker.key, ARTICLE_SUBJECT, evidence, properties)
    return Claim(vocabulary.QUOTED_AT, made.speaker.key, place.forum.key, evidence, properties)


def _best(parts: Iterable[Participation]) -> list[Participation]:
    """One participation for each participant, gathering and status; having attended outweighs the plan."""
    chosen: dict[tuple[str, str], Participation] = {}
    for part in parts:
        known = chosen.get((part.participant, part.forum))
        if known is None or (known.status == "planned" and part.status == "attended"):
            chosen[part.participant, part.forum] = part
    return list(chosen.values())


def _attended(document: Document, part: Participation) -> Claim:
    evidence = _evidence(document, part.span, part.rule, *part.also)
    return Claim(vocabulary.ATTENDED, part.participant, part.forum, evidence, {"status": part.status})


def _evidence(document: Document, span: Span, rule: str, *also: str) -> Evidence:
    """The evidence of a claim, with the sentence or sentences that hold its words.

    The confidence is that of all rules that the claim rests on together.
    """
    sentence = document.text_of(document.sentences_around(span))
    confidence = prod(RULES[name].confidence for name in (rule, *also))
    return Evidence(span.start, span.end, sentence, rule, round(confidence, 2))


def _reading(article: Article, document: Document, subjects: Subjects, claims: list[Claim]) -> Reading:
    used = {key for claim in claims for key in (claim.source, claim.target)}
    kept = [subject for subject in subjects.by_key.values() if subject.key in used or _is_named(document, subject)]
    mentions = [_mention(document, subject, name) for subject in kept for name in subject.names]
    return Reading(
        article,
        tuple(sorted((_subject(subject) for subject in kept), key=lambda subject: subject.key)),
        tuple(sorted(mentions, key=lambda mention: (mention.evidence.start, mention.subject))),
        tuple(sorted(claims, key=_claim_order)),
    )


def _is_named(document: Document, subject: LocalSubject) -> bool:
    """A state of which only the adjective stands there counts where it has an edge, or acts: "the Iranian side"."""
    if subject.label != vocabulary.COUNTRY:
        return True
    return any(not name.adjective or _acts(document, name) for name in subject.names)


def _acts(document: Document, name: Name) -> bool:
    following = document.tokens[name.last].lower if name.last < len(document.tokens) else ""
    return following in ("side", "delegation", "government", "authorities", "team")


def _claim_order(claim: Claim) -> tuple[object, ...]:
    return (
        claim.type,
        claim.evidence.start,
        claim.evidence.end,
        claim.source,
        claim.target,
        str(claim.properties),
    )


def _mention(document: Document, subject: LocalSubject, name: Name) -> Mention:
    return Mention(subject.key, name.text(document), _evidence(document, name.span(document), name.rule))


def _subject(subject: LocalSubject) -> Subject:
    name = _fullest(subject)
    aliases = tuple(sorted(set(subject.spellings) - {name}))
    parts = subject.edition.split("-") if subject.edition else []
    context = frozenset(f"{'year' if len(part) == 4 else 'edition'}:{part}" for part in parts)
    return Subject(subject.key, subject.label, name, aliases, dict(subject.properties), context)


def _fullest(subject: LocalSubject) -> str:
    if subject.label == vocabulary.COUNTRY:
        return subject.spellings[0]
    spellings = [text for text in subject.spellings if not (text.isupper() and len(subject.spellings) > 1)]
    return max(spellings or subject.spellings, key=len)
