"""Who holds which post where: "Executive Director of the X Ahmad Y", "Ahmad Y of the X", "Ahmad Y (Tonga)"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from graphkit.extract import lexicon
from graphkit.extract.atoms import Atom, AtomString, without_units
from graphkit.extract.document import Document, Span
from graphkit.extract.names import Name
from graphkit.extract.representation.bodies import Bodies
from graphkit.extract.representation.delegations import (
    delegation_members,
    delegations_listed,
    leaders_of_delegations,
    members_of_sides,
    respective_holders,
)
from graphkit.extract.representation.holding import Holding, Introduced, Post, split_posts
from graphkit.extract.representation.lists import delegations_by_line
from graphkit.extract.representation.patterns import PATTERNS
from graphkit.extract.representation.states import agencies_of_states
from graphkit.extract.representation.wording import says_so
from graphkit.extract.subjects import LocalSubject, Subjects
from graphkit.extract.units import units_of_agencies

__all__ = ["Holding", "Representation"]

_PLURALS = frozenset(
    "mps deputies ministers lawmakers senators members experts representatives ambassadors meps".split()
)
_HEADING_VERBS = frozenset(
    "heads chairs directs leads runs manages edits headed chaired led presides owns commands commanded".split()
)
_WORKING_VERBS = frozenset("teaches works worked serves sits studies researches".split())
_WORDS_OF_RULES = {
    "person.who-heads": _HEADING_VERBS,
    "person.heads": frozenset("heads chairs directs leads manages runs commands".split()),
    "person.headed-by": frozenset("headed led chaired directed run managed".split()),
}


class Representation:
    """Reads the posts of one article.

    Attributes:
        holdings: what was read, in the order of the text.
        phrases: each person's name → the whole noun phrase with the post around it.
        introduced: the people who were named with a post, in the order in which they were read.
    """

    def __init__(self, document: Document, subjects: Subjects, sentences: Sequence[AtomString]) -> None:
        self.document = document
        self.subjects = subjects
        self.holdings: list[Holding] = []
        self.phrases: dict[Name, Span] = {}
        self.introduced: list[Introduced] = []
        self._known: dict[tuple[str, str], list[tuple[str | None, str | None]]] = {}
        units = units_of_agencies(document, subjects, sentences)
        self.bodies = Bodies(document, subjects, units)
        self.sentences = without_units(sentences, lambda name: name.text(document).casefold() in units)
        for sentence in self.sentences:
            self._read_sentence(sentence)
            self._add(*delegation_members(document, self.bodies, sentence))
            self._add(*respective_holders(document, self.bodies, sentence))
            self._add(*members_of_sides(document, self.bodies, sentence))
            self._add(*leaders_of_delegations(document, self.bodies, sentence))
        self._add(*delegations_listed(document, self.bodies, self.sentences))
        self._add(*delegations_by_line(document, self.bodies, self.sentences))
        self._add(*agencies_of_states(document, subjects, self.sentences))

    def introduce(self, sentence: AtomString, phrase: Span, person: Name) -> None:
        """Give a person the posts of a phrase that introduced him without his name ("a senior official")."""
        inside = [i for i, atom in enumerate(sentence.atoms) if atom.span(self.document).start in phrase]
        if not inside:
            return
        for post in split_posts(sentence, inside[0], inside[-1] + 1):
            self._hold("post.introduced", sentence, phrase, person, post)

    def _read_sentence(self, sentence: AtomString) -> None:
        used: set[int] = set()
        for rule, pattern in PATTERNS:
            for match in sentence.find(pattern):
                if not says_so(self.document, sentence, rule, match):
                    continue
                posts = range(*self._own_posts(rule, sentence, match, used))
                taken = {index for index in posts if sentence.letters[index] == "T"}
                if taken & used or (rule == "post.plural" and not self._is_plural(sentence, taken)):
                    continue
                if self._apply(rule, sentence, match, posts):
                    used |= taken

    def _own_posts(self, rule: str, sentence: AtomString, match: re.Match[str], used: set[int]) -> tuple[int, int]:
        """Where the posts of the match's person stand.

        In "A, head of X, and restorer B" the first post is A's, unless A has one already: "Rector A, head of X
        and director B".
        """
        start, end = _span_of_posts(match)
        before = sentence.atoms[start - 2] if start >= 2 and sentence.letters[start - 2 : start] == "P," else None
        last_post = sentence.letters.rfind("T", start, end)
        several = sentence.letters.count("T", start, end) > 1
        if rule == "post.before-name" and several and before is not None and before.name not in self.phrases:
            joint = max(sentence.letters.rfind(",", start, last_post), sentence.letters.rfind("&", start, last_post))
            start = joint + 1 if joint >= start else start
        others = [index for index in range(start, end) if index in used]
        if others and rule == "post.comma-name":  # "B, envoy to C, and X's director, A": the envoy is B
            joint = sentence.letters.find(",", others[-1], end)
            start = joint + 1 if joint > 0 else start
        return start, end

    def _is_plural(self, sentence: AtomString, taken: set[int]) -> bool:
        words = {self.document.tokens[sentence.atoms[index].last - 1].lower for index in taken}
        return bool(words & _PLURALS)

    def _apply(self, rule: str, sentence: AtomString, match: re.Match[str], own: range) -> bool:
        named = sentence.between(*match.span("people"))
        people = [atom.name for atom in named if atom.letter == "P" and atom.name is not None]
        span = self._span(sentence, match)
        if rule.startswith("person."):
            results = [self._without_post(rule, sentence, match, person, span) for person in people]
            applied = any(results)
        else:
            posts = split_posts(sentence, own.start, own.stop)
            for group in ("more", "comma", "owner"):
                if match.groupdict().get(group):
                    posts[-1].chain += _bodies_in(sentence, *match.span(group))
            for person in people:
                for post in posts:
                    self._hold(rule, sentence, span, person, post)
            applied = True
        if applied:
            for person in people:
                self.phrases.setdefault(person, span)
        return applied

    def _hold(self, rule: str, sentence: AtomString, span: Span, person: Name, post: Post) -> None:
        holder = self.subjects.of(person)
        if holder is None:
            return
        span_of_post = post.span(self.document)
        role = self.document.text_of(span_of_post)
        self.introduced.append(Introduced(holder.key, role, span_of_post.start))
        former = bool(set(role.lower().split()) & lexicon.FORMER)
        bodies, unit = self.bodies.of_post(sentence, post, person, self.holdings)
        written = self._role_with_unit(post, role, unit, plural=rule == "post.plural")
        for body in bodies:
            self._add(Holding(holder.key, body, written, unit, former, span, rule))

    def _role_with_unit(self, post: Post, role: str, unit: str | None, *, plural: bool) -> str:
        """The role as written: "Head of the Legal Department"; of several people, in the singular."""
        role = re.sub(r"\s+", " ", role).strip(" ,")
        if plural:
            return role.removesuffix("ies") + "y" if role.endswith("ies") else role.removesuffix("s")
        if unit is not None and post.chain:
            text = self.document.text
            start, end = post.span(self.document).start, post.span(self.document).end
            match = re.match(
                rf"\s(?:of|at|in)\s(?:the\s|its\s)?{re.escape(unit.split(' of ')[0])}", text[end : end + 200]
            )
            if match is not None:
                return text[start : end + match.end()]
        return role

    def _without_post(self, rule: str, sentence: AtomString, match: re.Match[str], person: Name, span: Span) -> bool:
        holder = self.subjects.of(person)
        if holder is None:
            return False
        if rule in ("person.bracketed-state", "person.of-state", "person.represented"):
            country = sentence.atoms[match.start("country")].name
            if country is not None:
                self._add(Holding(holder.key, self.bodies.country(country), None, None, False, span, rule))
            return True
        if rule in ("person.of-owner", "person.bracketed-body"):
            return self._of_owner(sentence, match, holder, rule, span)
        return self._by_words(sentence, match, holder, rule, span)

    def _by_words(
        self, sentence: AtomString, match: re.Match[str], holder: LocalSubject, rule: str, span: Span
    ) -> bool:
        """ "who heads the X", "headed by", "of the X Department": the word between the two has to fit the rule."""
        word = self.document.tokens[
            sentence.atoms[match.start("verb" if "verb" in match.groupdict() else "chain")].first
        ].lower
        if rule == "person.who-heads" and sentence.letters[match.start("chain")] == "p":
            return self._works_at(sentence, match, holder, word, span)
        if word not in _WORDS_OF_RULES.get(rule, ("from",) if match.groupdict().get("aside") else ("of", "from")):
            return False
        chain = _bodies_in(sentence, *match.span("chain"))
        agencies, units, _ = self.bodies.sort(sorted(chain, key=lambda atom: atom.letter != "U"))
        if not agencies and units:
            owner = self.bodies.units.get(units[0].casefold())
            agencies = [owner] if owner is not None else []
        if not agencies:
            return False
        role = None
        if rule in ("person.who-heads", "person.heads"):
            role = f"{word} the {units[0]}" if units else word
        elif (holder.key, agencies[-1]) in self._known:
            return True
        unit = " of ".join(units) or None
        self._add(Holding(holder.key, agencies[-1], role, unit, False, span, rule))
        return True

    def _of_owner(
        self, sentence: AtomString, match: re.Match[str], holder: LocalSubject, rule: str, span: Span
    ) -> bool:
        """ "RNZ's Kim Wetere", "Kim Wetere (RNZ)"."""
        owner = sentence.atoms[match.start("chain")].name
        body = self.subjects.of(owner) if owner is not None else None
        if body is None:
            return False
        self._add(Holding(holder.key, body.key, None, None, False, span, rule))
        return True

    def _works_at(
        self, sentence: AtomString, match: re.Match[str], holder: LocalSubject, word: str, span: Span
    ) -> bool:
        """ "who now teaches at the X", "who works for the X": a post without a name."""
        if word not in _WORKING_VERBS:
            return False
        agencies, _, _ = self.bodies.sort(_bodies_in(sentence, *match.span("chain")))
        if agencies:
            self._add(Holding(holder.key, agencies[-1], None, None, False, span, "person.who-works"))
        return bool(agencies)

    def _span(self, sentence: AtomString, match: re.Match[str]) -> Span:
        first, last = sentence.atoms[match.start()], sentence.atoms[match.end() - 1]
        return self.document.span(first.first, last.last)

    def _add(self, *holdings: Holding) -> None:
        """Keep each holding, unless the same one with as much said of it is known."""
        for holding in holdings:
            known = self._known.setdefault((holding.holder, holding.body), [])
            is_known = (holding.role, holding.unit) in known or (holding.role is None and known)
            if holding.holder != holding.body and not is_known:
                known.append((holding.role, holding.unit))
                self.holdings.append(holding)


def _span_of_posts(match: re.Match[str]) -> tuple[int, int]:
    """Where the posts of a match stand; an empty range where it has none."""
    return match.span("posts") if match.groupdict().get("posts") else (0, 0)


def _bodies_in(sentence: AtomString, start: int, end: int) -> list[Atom]:
    """The names and nouns of a chain, without those in brackets."""
    inside = range(start, end)
    return [sentence.atoms[i] for i in inside if sentence.letters[i] in "ACJUg" and sentence.letters[i - 1] != "("]
