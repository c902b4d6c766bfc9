"""Whose words they are: from a speaker's expression ("he", "the ministry", "the deputy minister") to a subject."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import TypeAlias

from graphkit import vocabulary
from graphkit.extract import lexicon
from graphkit.extract.document import Document, Span
from graphkit.extract.names import Name, Names
from graphkit.extract.ordered import Ordered
from graphkit.extract.quotes import NamedSpan, Quotation, find_quotations
from graphkit.extract.representation import Representation
from graphkit.extract.subjects import LocalSubject, Subjects

_REMEMBERED = 200
"""How many people or posts back a reader still looks for whom "he" or "the minister" means."""

_PRONOUNS = frozenset("he she they i we him her his".split())
_SENT = frozenset("representative delegate observer".split())
_OWNERS = frozenset(("his", "her"))
_ANY_PERSON = frozenset(
    """official expert politician speaker diplomat leader executive author man woman lawmaker scientist
    researcher minister ambassador director chairman president professor representative
    colleague counterpart envoy bureaucrat senator mayor governor general admiral
    designer doctor engineer""".split()
)


_INDEFINITE = re.compile(
    r"(?:a|an|one|another|no|two|three|some|several|many|most|few|other|both|all)\b", re.IGNORECASE
)
_ASKED_BY = re.compile(r"\b(?:asked|interviewed|questioned|pressed|quizzed) by (?:[\w’'-]+\s){0,4}$", re.IGNORECASE)
_ANONYMOUS = re.compile(
    r"\bcondition of anonymity\b|\bspeaking anonymously\b|\b(?:asked|declined|wished|refused|asking|"
    r"declining) not to be "
    r"(?:named|identified)|\bdeclin(?:ed|ing) to be (?:named|identified)\b|\bnot authori[sz]ed to speak\b"
)


@dataclass(frozen=True, slots=True)
class Attributed:
    """A quotation with the subject that said it, and the rule that says that it is that one."""

    quotation: Quotation
    speaker: LocalSubject
    rule: str

    @property
    def rules(self) -> tuple[str, str]:
        """The rule that found the words, and the one that found whose they are."""
        return f"quote.{self.quotation.rule}", self.rule


Found: TypeAlias = tuple[LocalSubject, str] | None
"""A speaker with the rule that found them."""


def _named_spans(document: Document, names: Names, subjects: Subjects, phrases: dict[Name, Span]) -> list[NamedSpan]:
    """The names as the finder of quotations wants them."""
    found = []
    for name in names.table:
        subject = subjects.of(name)
        if name.label is not None and subject is not None:
            found.append(NamedSpan(name.span(document), name.label, phrases.get(name)))
    return found


def _is_session_title(document: Document, quotation: Quotation) -> bool:
    """Whether the marks hold the title of a session: "During the panel “Who Pays?”"."""
    before = document.text[max(0, quotation.span.start - 50) : quotation.span.start]
    titled = re.search(r"\b(?:session|panel|discussion|table|workshop|debate|hearing)\b[^.”\"“]{0,30}[\"“«]$", before)
    return quotation.kind == "direct" and titled is not None


class Attribution:
    """Finds the quotations of one article and their speakers."""

    def __init__(self, document: Document, names: Names, subjects: Subjects, representation: Representation) -> None:
        self.document = document
        self.subjects = subjects
        self.holdings = representation.holdings
        self._introduced = Ordered(representation.introduced, lambda introduced: introduced.start)
        spans = _named_spans(document, names, subjects, representation.phrases)
        self.quotations = [
            quotation for quotation in find_quotations(document, spans) if not _is_session_title(document, quotation)
        ]
        self._people = self._ordered(names, vocabulary.PERSON)
        self._agencies = self._ordered(names, vocabulary.AGENCY)
        self._states = self._ordered(names, vocabulary.COUNTRY)
        direct = [quotation for quotation in self.quotations if quotation.kind == "direct" and not quotation.nested]
        self._direct = Ordered(direct, lambda quotation: quotation.span.start)
        self._previous: tuple[int, LocalSubject] | None = None

    def _ordered(self, names: Names, label: str) -> Ordered[Name]:
        found = (name for name in names.table if name.label == label)
        return Ordered(found, lambda name: name.span(self.document).start)

    def read(self) -> Iterator[Attributed]:
        """All quotations whose speaker is a subject, in the order of the text."""
        outer: Attributed | None = None
        for quotation in self.quotations:
            found = self._speaker(quotation, outer)
            if found is None:
                continue
            made = Attributed(quotation, *found)
            if not quotation.nested:
                outer = made
                at = quotation.speaker.end if quotation.speaker else quotation.span.end
                self._previous = (max(at, quotation.span.end), made.speaker)
            yield made

    def _speaker(self, quotation: Quotation, outer: Attributed | None) -> Found:
        if quotation.speaker is None:
            return (outer.speaker, "speaker.continued") if quotation.continues and outer is not None else None
        expression = quotation.speaker
        words = self.document.text_of(expression)
        named = self._named(expression)
        if named is not None:
            return named, "speaker.named"
        if words.lower() == "it":
            return self._one(self._agency_before(expression.start), "speaker.it")
        first, *more = words.lower().split() or [""]
        if first in _PRONOUNS:
            if first in _OWNERS and more:
                return self._one(self._of_state(expression), "speaker.state-post")
            return self._one(self._in_focus(expression.start), "speaker.pronoun")
        return self._by_description(expression, words)

    def _named(self, expression: Span) -> LocalSubject | None:
        """The person named in the expression, else the agency that it names."""
        named = self._people.inside(expression)
        person = next((name for name in named if not self._is_owner(name)), None)
        if person is not None:
            return self.subjects.of(person)
        if named:
            return None
        noun = self._head_noun(expression)
        if noun in lexicon.POST_HEADS - {"spokesperson", "spokesman", "spokeswoman", "representative"}:
            return None
        agencies = (self.subjects.of(name) for name in self._agencies.inside(expression))
        return next((agency for agency in agencies if agency is not None), None)

    def _is_owner(self, name: Name) -> bool:
        end = name.span(self.document).end
        return self.document.text[end : end + 2] in ("'s", "’s")

    def _head_noun(self, expression: Span) -> str:
        words = re.split(r"\s(?:of|for|at|from|in)\s", self.document.text_of(expression).lower())[0]
        found = re.findall(r"[\w-]+", words)
        return found[-1] if found else ""

    def _by_description(self, expression: Span, words: str) -> Found:
        """ "the deputy minister", "a senior executive", "the ministry", "the press service"."""
        noun = self._head_noun(expression)
        if noun not in lexicon.POST_HEADS and noun.rsplit("-", 1)[-1] in lexicon.POST_HEADS:
            noun = noun.rsplit("-", 1)[-1]  # "the Under-Secretary"
        indefinite = _INDEFINITE.match(words) is not None
        if words.lower().startswith("no ") or self._is_anonymous(expression):
            return None
        if words.lower().startswith("one of"):
            noun = noun.removesuffix("s")
        if noun in _SENT and self._is_of_somebody(expression):
            return self._one(self._holder_of(expression, noun), "speaker.post-at")
        if noun in lexicon.POST_HEADS:
            return self._by_post(expression, words, noun, indefinite=indefinite)
        if (author := self._author(expression, noun)) is not None:
            return self._one(author, "speaker.author")
        if re.search(r"\b(?:press service|statement|press office|website|report)\b", words.lower()):
            return self._one(self._last_agency(expression.start), "speaker.press-service")
        if noun in lexicon.ORGANISATION_HEADS | lexicon.AGENCY_NOUNS | {"agency", "chamber", "ministry"}:
            if indefinite:
                return None
            token = self.document.token_at(expression.start)
            return self._one(self.subjects.agency_like(noun, token), "speaker.body-noun")
        if noun in _ANY_PERSON | {"student", "guest", "participant"} and not indefinite:
            return self._one(self._in_focus(expression.start), "speaker.person-noun")
        return None

    def _by_post(self, expression: Span, words: str, noun: str, *, indefinite: bool) -> Found:
        """ "the deputy minister", "a senior executive"."""
        holder = self._holder_of(expression, noun)
        if holder is not None:
            return self._one(holder, "speaker.post-at")
        of_state = None if indefinite else self._of_state(expression)
        if of_state is not None:
            return self._one(of_state, "speaker.state-post")
        by_role = None if indefinite else self._by_role(words, noun, expression.start)
        if by_role is not None:
            return self._one(by_role, "speaker.post")
        introduced = self._introduced_next(expression.end)
        if introduced is not None and (indefinite or self._in_focus(expression.start) is None):
            return self._one(introduced, "speaker.introduced-next")
        if indefinite or noun not in _ANY_PERSON:
            return None
        return self._one(self._in_focus(expression.start), "speaker.person-noun")

    def _is_anonymous(self, expression: Span) -> bool:
        """ "a senior official, speaking on condition of anonymity, said": nobody is meant to know."""
        sentence = self.document.sentence_at(expression.start)
        return _ANONYMOUS.search(self.document.text_of(sentence)) is not None

    def _is_of_somebody(self, expression: Span) -> bool:
        """ "the representative of Norway": nobody who was named, unless it was said of somebody."""
        return bool(self._states.inside(expression) or self._agencies.inside(expression))

    def _of_state(self, expression: Span) -> LocalSubject | None:
        """ "the Senegalese official", "his Angolan colleague": whoever represents that state, the last one named."""
        states = {
            subject.key
            for name in self._states.inside(expression)
            if name.adjective and (subject := self.subjects.of(name)) is not None
        }
        holders = {holding.holder for holding in self.holdings if holding.body in states}
        for name in islice(self._people.before(expression.start), _REMEMBERED):
            subject = self.subjects.of(name)
            if subject is not None and subject.key in holders:
                return subject
        return None

    def _holder_of(self, expression: Span, noun: str) -> LocalSubject | None:
        """ "the head of the X": whoever holds a leading post at X."""
        inside = self._agencies.inside(expression)
        bodies = {subject.key for name in inside if (subject := self.subjects.of(name)) is not None}
        for holding in self.holdings if bodies else ():
            leading = re.search(
                r"\b(?:head|director|president|chair\w*|chief|manager|minister|rector)\b",
                (holding.role or "").lower(),
            )
            same = noun in (holding.role or "").lower().split()
            is_person = self.subjects.is_labelled(holding.holder, vocabulary.PERSON)
            if holding.body in bodies and is_person and (same or leading):
                return self.subjects.by_key[holding.holder]
        return None

    def _author(self, expression: Span, noun: str) -> LocalSubject | None:
        """Whose "the statement" or "the letter" is: "The statement of X was read out. … the statement said"."""
        if noun not in ("statement", "message", "letter", "greeting", "address", "note"):
            return None
        earlier = [
            *islice(self._people.before(expression.start), 20),
            *islice(self._agencies.before(expression.start), 20),
        ]
        for name in sorted(earlier, key=lambda name: -name.first):
            start = name.span(self.document).start
            before = self.document.text[max(0, start - 120) : start]
            reach = 90 if name.label == vocabulary.PERSON else 20
            written = re.search(rf"\b{noun} (?:of greeting )?(?:of|from|by) (?:[^;“\"]{{0,{reach}}}\s)?$", before)
            if written is not None:
                return self.subjects.of(name)
        return None

    def _one(self, subject: LocalSubject | None, rule: str) -> Found:
        return None if subject is None else (subject, rule)

    def _by_role(self, words: str, noun: str, before: int) -> LocalSubject | None:
        """The person named last whose post has these words."""
        wanted = set(re.findall(r"\w+", words.lower())) - {"the", "a", "an", "of", "for"}
        focus = self._in_focus(before)
        best: tuple[int, int, LocalSubject] | None = None
        for introduced in islice(self._introduced.before(before), _REMEMBERED):
            have = set(re.findall(r"[\w-]+", introduced.role.lower()))
            subject = self.subjects.by_key.get(introduced.person)
            if subject is None or subject.label != vocabulary.PERSON:
                continue
            if subject is focus and wanted & have:
                return subject
            named = self._last_named(subject, before)
            if noun in have and named >= 0 and (best is None or (len(wanted & have), named) > best[:2]):
                best = (len(wanted & have), named, subject)
        return best[2] if best is not None else None

    def _last_named(self, subject: LocalSubject, before: int) -> int:
        """Where the subject was named last before an offset; -1 when it was not."""
        starts = (name.span(self.document).start for name in subject.names)
        return max((start for start in starts if start < before), default=-1)

    def _in_focus(self, before: int) -> LocalSubject | None:
        """Whom "he" means: whoever spoke last, or was since then the subject of a sentence."""
        spoke = self._previous if self._previous is not None and self._previous[0] <= before else None
        first_named = None
        for name in islice(self._people.before(before), _REMEMBERED):
            start = name.span(self.document).start
            if spoke is not None and start < spoke[0]:
                break
            subject = self.subjects.of(name)
            if subject is None or self._is_owner(name) or self._in_quotation(start) or self._asks(start):
                continue
            if self._leads(name):
                return subject
            first_named = subject
        return spoke[1] if spoke is not None else first_named

    def _asks(self, start: int) -> bool:
        """ "Asked by host X whether …, she said": who asks is not "she"."""
        return _ASKED_BY.search(self.document.text, max(0, start - 60), start) is not None

    def _leads(self, name: Name) -> bool:
        """Whether the name is the first person of its sentence."""
        return self._people.inside(self.document.sentence_at(name.span(self.document).start))[0] is name

    def _in_quotation(self, offset: int) -> bool:
        last = next(self._direct.before(offset + 1), None)
        return last is not None and offset < last.span.end

    def _introduced_next(self, after: int) -> LocalSubject | None:
        """The person that the next sentences introduce, when the lead speaks of "a senior official"."""
        index = self.document.sentence_index(after)
        for sentence in self.document.sentences[index + 1 : index + 3]:
            for name in self._people.inside(sentence):
                subject = self.subjects.of(name)
                is_new = subject is not None and subject.first == name.first
                return subject if is_new else None
        return None

    def _agency_before(self, before: int) -> LocalSubject | None:
        """What "it" means: the agency that spoke last, or that the sentence before begins with."""
        if self._previous is not None and self._previous[1].label == vocabulary.AGENCY:
            return self._previous[1]
        index = self.document.sentence_index(before)
        for sentence in reversed(self.document.sentences[max(0, index - 2) : index + 1]):
            for name in self._agencies.inside(Span(sentence.start, min(sentence.end, before))):
                return self.subjects.of(name)
        return None

    def _last_agency(self, before: int) -> LocalSubject | None:
        """The agency that spoke last, else the one named last."""
        if self._previous is not None and self._previous[1].label == vocabulary.AGENCY:
            return self._previous[1]
        earlier = next(self._agencies.before(before), None)
        return self.subjects.of(earlier) if earlier is not None else None
