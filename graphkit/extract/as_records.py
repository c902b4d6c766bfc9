"""What was read of an article, as the records that the next stage takes: mentions, subjects and claims."""

from __future__ import annotations

from collections.abc import Iterable
from math import prod

from graphkit import vocabulary
from graphkit.extract.attendance import Participation
from graphkit.extract.attribution import Attributed
from graphkit.extract.document import Document, Span
from graphkit.extract.names import Name
from graphkit.extract.places import Place
from graphkit.extract.representation import Holding
from graphkit.extract.rules import RULES
from graphkit.extract.subjects import LocalSubject, Subjects
from graphkit.extract.venues import Venue
from graphkit.records import ARTICLE_SUBJECT, Article, Claim, Evidence, Mention, Reading, Subject, fact_of


def represents(document: Document, holding: Holding) -> Claim:
    """The claim that somebody holds a post."""
    properties = {"role": holding.role, "unit": holding.unit, "former": holding.former}
    evidence = _evidence(document, holding.span, holding.rule)
    return Claim(vocabulary.REPRESENTS, holding.holder, holding.body, evidence, properties)


def held_in(document: Document, venue: Venue) -> Claim:
    """The claim that a gathering took place somewhere."""
    evidence = _evidence(document, venue.span, venue.rule)
    return Claim(vocabulary.HELD_IN, venue.forum, venue.country, evidence, {"city": venue.city})


def quoted(document: Document, made: Attributed, place: Place) -> Claim:
    """The claim that somebody said these words, at a gathering or not."""
    quotation = made.quotation
    properties = {
        "text": document.text_of(quotation.span),
        "kind": quotation.kind,
        "cue": quotation.cue,
        "attributed_by": made.rule,
        "session": place.session,
        "nested": quotation.nested,
    }
    evidence = _evidence(document, quotation.span, *made.rules)
    if place.forum is None:
        return Claim(vocabulary.QUOTED_IN, made.speaker.key, ARTICLE_SUBJECT, evidence, properties)
    return Claim(vocabulary.QUOTED_AT, made.speaker.key, place.forum.key, evidence, properties)


def attended(document: Document, part: Participation) -> Claim:
    """The claim that somebody took part in a gathering, or is to."""
    evidence = _evidence(document, part.span, part.rule, *part.also)
    status = vocabulary.STATUS_PLANNED if part.planned else vocabulary.STATUS_ATTENDED
    return Claim(vocabulary.ATTENDED, part.participant, part.forum, evidence, {"status": status})


def _evidence(document: Document, span: Span, rule: str, *also: str) -> Evidence:
    """The evidence of a claim; its confidence is that of all rules that the claim rests on together."""
    sentence = document.text_of(document.sentences_around(span))
    confidence = prod(RULES[name].confidence for name in (rule, *also))
    return Evidence(span.start, span.end, sentence, rule, round(confidence, 2))


def reading_of(article: Article, document: Document, subjects: Subjects, claims: Iterable[Claim]) -> Reading:
    """The reading of an article: its claims, with the subjects that they or the article name."""
    claims = list(claims)
    used = {key for claim in claims for key in (claim.source, claim.target)}
    kept = [subject for subject in subjects.by_key.values() if subject.key in used or _is_named(document, subject)]
    mentions = [_mention(document, subject, name) for subject in kept for name in subject.names]
    return reading_in_order(article, map(_subject, kept), mentions, claims)


def reading_in_order(
    article: Article, subjects: Iterable[Subject], mentions: Iterable[Mention], claims: Iterable[Claim]
) -> Reading:
    """A reading whose subjects stand in the order of their keys, its mentions and claims in that of the text."""
    return Reading(
        article,
        tuple(sorted(subjects, key=lambda subject: subject.key)),
        tuple(sorted(mentions, key=lambda mention: (mention.evidence.start, mention.subject))),
        tuple(sorted(claims, key=_order)),
    )


def _order(claim: Claim) -> tuple[object, ...]:
    return claim.type, claim.evidence.start, claim.evidence.end, claim.source, claim.target, str(claim.properties)


def _is_named(document: Document, subject: LocalSubject) -> bool:
    """A state of which only the adjective stands there counts where it has an edge, or acts: "the Iranian side"."""
    if subject.label != vocabulary.COUNTRY:
        return True
    return any(not name.adjective or _acts(document, name) for name in subject.names)


def _acts(document: Document, name: Name) -> bool:
    following = document.tokens[name.last].lower if name.last < len(document.tokens) else ""
    return following in ("side", "delegation", "government", "authorities", "team")


def _mention(document: Document, subject: LocalSubject, name: Name) -> Mention:
    return Mention(subject.key, name.text(document), _evidence(document, name.span(document), name.rule))


def _subject(subject: LocalSubject) -> Subject:
    name = _fullest(subject)
    aliases = tuple(sorted(set(subject.spellings) - {name}))
    parts = subject.edition.split("-") if subject.edition else []
    context = frozenset(fact_of("year" if len(part) == 4 else "edition", part) for part in parts)
    return Subject(subject.key, subject.label, name, aliases, dict(subject.properties), context)


def _fullest(subject: LocalSubject) -> str:
    if subject.label == vocabulary.COUNTRY:
        return subject.spellings[0]
    spellings = [text for text in subject.spellings if not (text.isupper() and len(subject.spellings) > 1)]
    return max(spellings or subject.spellings, key=len)
