"""Joins the claims of an answer to what the rules read, where the article bears them out.

The rules' claims stay as they are. A claim is joined whose evidence stands in the article at one place, whose ends are
named in the article, and that the rules do not have; everything else is dropped and counted by its reason.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from graphkit import vocabulary
from graphkit.extract import lexicon
from graphkit.extract.as_records import reading_in_order
from graphkit.extract.document import Document, Span
from graphkit.extract.names.organisations import kind_of
from graphkit.extract.proposals import state_however_written
from graphkit.extractors.chat.answer import Named, ProposedClaim
from graphkit.extractors.chat.question import ASKED
from graphkit.passages import find_words, is_in_quotation_marks
from graphkit.records import ARTICLE_SUBJECT, Claim, Evidence, Mention, Reading, Subject
from graphkit.spelling import folded

CONFIDENCE: Final = 0.6
"""Of everything that an endpoint claims: stated, not measured, and low enough for `graphkit review` to ask about it."""

_MARKS: Final = " \t\n\"“”„«»‘’'"
_NAMELESS: Final = (
    lexicon.FUNCTION_WORDS
    | lexicon.HONORIFICS
    | lexicon.POST_HEADS
    | lexicon.ORGANISATION_HEADS
    | lexicon.FORUM_ANAPHORS
    | lexicon.AGENCY_NOUNS
)
"""Words that are no name even with a capital: "He", "The Minister", "The Agency"."""


class Dropped(Exception):
    """Why a claim is not joined; the message ends the sentence "dropped because …"."""


@dataclass(frozen=True, slots=True)
class _End:
    """A subject of the reading, or one that the claim brings, with the places that name it."""

    subject: Subject
    places: tuple[Span, ...]


class Joining:
    """Takes the claims of one answer into the reading of one article."""

    def __init__(self, reading: Reading, rule: str) -> None:
        self._reading = reading
        self._rule = rule
        self._document = Document(reading.article.text)
        self._subjects = {subject.key: subject for subject in reading.subjects}
        self._mentions = list(reading.mentions)
        self._claims = list(reading.claims)
        self._spelled: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
        for subject in reading.subjects:
            for spelling in (subject.name, *subject.aliases):
                self._spelled[subject.label, folded(spelling)].add(subject.key)
        for mention in reading.mentions:
            self._spelled[self._subjects[mention.subject].label, folded(mention.text)].add(mention.subject)

    def join(self, proposed: ProposedClaim) -> None:
        """Take one claim in.

        Raises:
            Dropped: the article does not bear it out, or the reading has it.
        """
        edge = ASKED.get(proposed.type)
        target_label = vocabulary.ARTICLE if proposed.target is None else proposed.target.label
        if edge is None or (proposed.source.label, target_label) not in edge.ends:
            raise Dropped("the graph model has no such edge")
        span = self._evidence(proposed)
        source = self._end(proposed.source)
        target = None if proposed.target is None else self._end(proposed.target)
        claim = self._claim(proposed, span, source.subject.key, target.subject.key if target else ARTICLE_SUBJECT)
        if claim.source == claim.target:
            raise Dropped("both ends are one")
        sentence = self._document.sentences_around(span)
        ends = [end for end in (source, target) if end is not None]
        if claim.type not in vocabulary.QUOTATIONS and not any(
            place.start in sentence for end in ends for place in end.places
        ):
            raise Dropped("the evidence names neither end")
        if any(_is_same(claim, known) for known in self._claims):
            raise Dropped("it is known already")
        for end in ends:
            self._take(end)
        self._claims.append(claim)

    def joined(self) -> Reading:
        """The reading with all that was taken in, in the order of the text."""
        return reading_in_order(self._reading.article, self._subjects.values(), self._mentions, self._claims)

    def _evidence(self, proposed: ProposedClaim) -> Span:
        words = proposed.evidence.strip(_MARKS if proposed.type in vocabulary.QUOTATIONS else None)
        places = find_words(words, self._document.text) if words else []
        if not places:
            raise Dropped("the evidence is not in the article")
        if len(places) > 1:
            raise Dropped("the evidence stands at several places")
        return Span(*places[0])

    def _end(self, named: Named) -> _End:
        known = self._spelled.get((named.label, folded(" ".join(named.name.split()))), set())
        if len(known) > 1:
            raise Dropped("a name stands for several")
        if known:
            (key,) = known
            return _End(self._subjects[key], tuple(_place(m) for m in self._mentions if m.subject == key))
        return self._new_end(named)

    def _new_end(self, named: Named) -> _End:
        """Somebody or something that no rule found, where the article names it outside all other names."""
        if not _is_name(named.name):
            raise Dropped("an end is not a name")
        places = tuple(place for place in self._whole_words(named.name) if self._is_free(place))
        if not places:
            raise Dropped("a name is not in the article, or is part of another")
        name = self._document.text_of(places[0])
        if named.label == vocabulary.COUNTRY:
            return _End(self._state(name), places)
        properties = {"kind": kind_of(name)} if named.label == vocabulary.AGENCY else {}
        return _End(Subject(self._key(named.label, name), named.label, name, (), properties), places)

    def _state(self, name: str) -> Subject:
        """The country of a name, which the reading may have under another."""
        state = state_however_written(name)
        if state is None:
            raise Dropped("no state has that name")
        for subject in self._subjects.values():
            if (subject.label, subject.name) == (vocabulary.COUNTRY, state.name):
                return subject
        key, aliases = self._key(vocabulary.COUNTRY, state.name), tuple({name} - {state.name})
        return Subject(key, vocabulary.COUNTRY, state.name, aliases, {"iso2": state.iso2})

    def _key(self, label: str, name: str) -> str:
        return f"{self._rule}/{label}/{folded(name)}"

    def _whole_words(self, name: str) -> Iterable[Span]:
        text = self._document.text
        for start, end in find_words(name, text):
            if not text[start - 1 : start].isalnum() and not text[end : end + 1].isalnum():
                yield Span(start, end)

    def _is_free(self, place: Span) -> bool:
        return not any(place.overlaps(_place(mention)) for mention in self._mentions)

    def _claim(self, proposed: ProposedClaim, span: Span, source: str, target: str) -> Claim:
        edge = vocabulary.EDGE_TYPES[proposed.type]
        given = {known.name: self._property(proposed, known.name, span) for known in edge.properties}
        return Claim(proposed.type, source, target, self._reason(span), given)

    def _property(self, proposed: ProposedClaim, name: str, span: Span) -> str | bool | None:
        """A property that the article bears out: what is written counts only where it is written."""
        value = proposed.properties.get(name)
        if name == "text":
            return self._document.text_of(span)
        if name == "kind":
            return self._kind(span)
        if name == "attributed_by":
            return self._rule
        if name == "status":
            if value not in vocabulary.ATTENDED_STATUSES:
                raise Dropped("its status is not of the graph model")
            return value
        if isinstance(value, str):
            return value if value.strip() and find_words(value, self._document.text) else None
        return bool(value) if name in ("former", "nested") else None

    def _kind(self, span: Span) -> str:
        if is_in_quotation_marks(self._document.text, span.start, span.end):
            return "direct"
        return "mixed" if set(self._document.text_of(span)) & set('"“”«»') else "indirect"

    def _reason(self, span: Span) -> Evidence:
        sentence = self._document.text_of(self._document.sentences_around(span))
        return Evidence(span.start, span.end, sentence, self._rule, CONFIDENCE)

    def _take(self, end: _End) -> None:
        """Take in an end that the reading does not have yet."""
        if end.subject.key in self._subjects:
            return
        self._subjects[end.subject.key] = end.subject
        for place in end.places:
            surface = self._document.text_of(place)
            self._mentions.append(Mention(end.subject.key, surface, self._reason(place)))
            self._spelled[end.subject.label, folded(surface)].add(end.subject.key)


def join_claims(reading: Reading, proposed: Sequence[ProposedClaim | None], rule: str) -> tuple[Reading, list[str]]:
    """Join the claims of an answer.

    Args:
        reading: what the rules read.
        proposed: claims of the answer; None stands for one that is not of the schema.
        rule: is named as the rule of all that is joined.

    Returns:
        the reading with what was joined, and for each other claim why it was dropped.
    """
    joining, dropped = Joining(reading, rule), []
    for claim in proposed:
        try:
            if claim is None:
                raise Dropped("it is not of the schema")
            joining.join(claim)
        except Dropped as reason:
            dropped.append(str(reason))
    return joining.joined(), dropped


def _is_same(claim: Claim, known: Claim) -> bool:
    """Whether two claims say one thing: the same edge, or words of a quotation that has its speaker already."""
    if claim.type in vocabulary.QUOTATIONS:
        return known.type in vocabulary.QUOTATIONS and _place(claim).overlaps(_place(known))
    return (claim.type, claim.source, claim.target) == (known.type, known.source, known.target)


def _is_name(name: str) -> bool:
    words = [word.strip(".,") for word in name.split()]
    named = any(word[:1].isalpha() and not word[:1].islower() for word in words)
    return named and not all(word.lower() in _NAMELESS for word in words)


def _place(found: Mention | Claim) -> Span:
    return Span(found.evidence.start, found.evidence.end)
