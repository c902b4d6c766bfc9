"""The body that a post is of: an agency, a unit inside one, a state, or what "its" and "the ministry" refer to."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from graphkit import vocabulary
from graphkit.extract import lexicon
from graphkit.extract.atoms import Atom, AtomString
from graphkit.extract.document import Document
from graphkit.extract.names import Name
from graphkit.extract.representation.holding import Holding, Post, split_posts
from graphkit.extract.subjects import Subjects

_SENT_ABROAD = re.compile(r"\b(?:ambassador|envoy|consul|consul-general|chargé|high commissioner)\b", re.IGNORECASE)
_POSTED = re.compile(
    r"\b(?:ambassador|envoy|consul|representative|director|coordinator|correspondent|manager|high commissioner|"
    r"attaché|attache|counsell?or|chargé)\b",
    re.IGNORECASE,
)
_LONGEST_DATELINE = 60
_BODY_OF_ROLE = (
    ("commissioner", "commission"),
    ("mp", "majlis"),
    ("mps", "majlis"),
    ("mp", "parliament"),
    ("mps", "parliament"),
    ("rector", "university"),
    ("vice-chancellor", "university"),
    ("rector", "academy"),
    ("provost", "university"),
    ("company", "company"),
)


class Bodies:
    """Finds the body of each post of one article."""

    def __init__(self, document: Document, subjects: Subjects, units: Mapping[str, str | None]) -> None:
        self.document = document
        self.subjects = subjects
        self.units = units

    def sort(self, atoms: Sequence[Atom], *, role: str = "") -> tuple[list[str], list[str], list[str]]:
        """The agencies, units and countries among the atoms: subject keys, names of units, subject keys."""
        agencies: list[str] = []
        units: list[str] = []
        countries: list[str] = []
        for position, atom in enumerate(atoms):
            if atom.letter == "g":
                self._refer(atom, atoms[position + 1 :], agencies, units)
            elif atom.name is None:
                continue
            elif atom.letter in "CJ":
                if not (_POSTED.search(role) and self._is_where(atom)):
                    countries.append(self.country(atom.name))
            elif atom.name.text(self.document).casefold() in self.units:
                units.append(atom.name.text(self.document))
            elif (subject := self.subjects.of(atom.name)) is not None:
                agencies.append(subject.key)
        return agencies, units, countries

    def _refer(self, atom: Atom, rest: Sequence[Atom], agencies: list[str], units: list[str]) -> None:
        """A noun in lower case: a unit when its body comes behind, else an agency named before."""
        noun = self.document.tokens[atom.first].lower
        if noun in lexicon.UNIT_HEADS and any(other.letter in "AU" for other in rest):
            units.append(self._with_modifiers(atom))
        elif (meant := self.subjects.agency_like(noun, atom.first)) is not None:
            agencies.append(meant.key)
        else:
            same = [text for text in self.units if noun in re.split(" of | for ", text)[0].split()][:1]
            units += [self._as_written(text) for text in same]

    def _as_written(self, unit: str) -> str:
        """A unit with the capitals that it has where the article names it."""
        written = re.search(re.escape(unit), self.document.text, re.IGNORECASE)
        return written.group() if written is not None else unit

    def _with_modifiers(self, atom: Atom) -> str:
        """ "rural development department" from its last word."""
        first = atom.first
        while atom.first - first < 3:
            before = self.document.tokens[first - 1]
            if not before.is_word or before.lower in lexicon.FUNCTION_WORDS:
                break
            first -= 1
        return self.document.text_of(self.document.span(first, atom.last))

    def _is_where(self, atom: Atom) -> bool:
        """ "to Georgia", "in Georgia": where somebody is posted, not whom he represents."""
        index = atom.first - 1
        while index > 0 and self.document.tokens[index].lower == "the":
            index -= 1
        return atom.letter == "C" and self.document.tokens[index].lower in ("to", "in")

    def country(self, name: Name) -> str:
        """The subject key of a state."""
        return self.subjects.country_of(name).key

    def of_post(
        self, sentence: AtomString, post: Post, person: Name, earlier: Sequence[Holding]
    ) -> tuple[list[str], str | None]:
        """The body (subject key) of a post, and the unit inside it.

        Args:
            sentence: where the post stands.
            post: the post.
            person: whose it is.
            earlier: what was read before it in the article.
        """
        role = self.document.text_of(post.span(self.document))
        agencies, units, countries = self.sort([*post.chain, *reversed(post.owners)], role=role)
        if units and not agencies:
            owner = self.units.get(units[0].casefold()) or self._previous_agency(person, earlier)
            agencies = [owner] if owner is not None else []
        if not agencies and not countries:
            agencies = self._implied(sentence, post, person, role, earlier)
        unit = " of ".join(units) or None
        if agencies and not _SENT_ABROAD.search(role):
            return [agencies[-1] if post.chain else agencies[0]], unit
        return (countries or agencies)[:1], unit

    def _previous_agency(self, person: Name, earlier: Sequence[Holding]) -> str | None:
        """The agency of the person named just before, for a unit whose body is not said again."""
        start = person.span(self.document).start
        for holding in reversed(earlier):
            if holding.span.start < start and self.subjects.is_labelled(holding.body, vocabulary.AGENCY):
                return holding.body
        return None

    def _implied(
        self, sentence: AtomString, post: Post, person: Name, role: str, earlier: Sequence[Holding]
    ) -> list[str]:
        """A post without a body: "its chairman", "his deputy", "Commissioner X", "Minister of Y X"."""
        before = self.document.tokens[post.first.first - 1].lower if post.first.first else ""
        if before in ("'s", "’s", "'", "’"):
            return self._of_owner(sentence, post, earlier)
        if before in ("his", "her"):
            return self._of_unnamed_holder(sentence, post, role) or self._of_previous_person(sentence, post, earlier)
        if before in ("its", "their"):
            return self._previous_body(sentence, post)
        commission = self.subjects.named(vocabulary.AGENCY, "european-commission")
        if commission is not None and re.search(r"\bcommissioner\b", role.lower()):
            return [commission.key]
        for word, noun in _BODY_OF_ROLE:
            if re.search(rf"\b{word}\b", role.lower()):
                meant = self.subjects.agency_like(noun, person.first)
                if meant is not None:
                    return [meant.key]
        heading = self._of_heading(sentence, post)
        if heading:
            return heading
        ministry = self._ministry_of(role)
        if ministry is not None:
            return [ministry]
        return self._previous_body(sentence, post) if self._leads_delegation(post) else []

    def _of_owner(self, sentence: AtomString, post: Post, earlier: Sequence[Holding]) -> list[str]:
        """ "Asanova's deputy": at the same body as she is."""
        owner = next((atom for atom in reversed(sentence.atoms) if atom.last == post.first.first - 1), None)
        subject = self.subjects.of(owner.name) if owner is not None and owner.name is not None else None
        held = (holding.body for holding in reversed(earlier) if subject is not None and holding.holder == subject.key)
        return [body] if (body := next(held, None)) is not None else []

    def _of_heading(self, sentence: AtomString, post: Post) -> list[str]:
        """ "Pakistan: Climate Minister X said": of the state that the paragraph is headed with."""
        paragraph = self.document.paragraphs[self.document.paragraph_index(sentence.sentence.start)]
        heading = sentence.atoms[0] if paragraph.start == sentence.sentence.start else None
        if (
            heading is None
            or not sentence.letters.startswith("C:")
            or heading.name is None
            or post.owners
            or post.chain
        ):
            return []
        return [self.country(heading.name)]

    def _of_unnamed_holder(self, sentence: AtomString, post: Post, role: str) -> list[str]:
        """ "Cape Verde's minister was represented by his adviser, X": whom the minister is of."""
        end = sentence.atoms.index(post.first)
        if "P" in sentence.letters[:end]:
            return []
        for holder in reversed(split_posts(sentence, 0, end)):
            agencies, _, countries = self.sort([*holder.chain, *reversed(holder.owners)], role=role)
            if agencies or countries:
                return (agencies or countries)[:1]
        return []

    def _of_previous_person(self, sentence: AtomString, post: Post, earlier: Sequence[Holding]) -> list[str]:
        """The body of the person named last in the sentence, or before it."""
        start = post.first.span(self.document).start
        named = [atom.name for atom in sentence.atoms if atom.letter == "P" and atom.first < post.first.first]
        owner = self.subjects.of(named[-1]) if named and named[-1] is not None else None
        for holding in reversed(earlier):
            mine = owner is None or holding.holder == owner.key
            is_person = self.subjects.is_labelled(holding.holder, vocabulary.PERSON)
            if mine and is_person and holding.span.start < start:
                return [holding.body]
        return []

    def _previous_body(self, sentence: AtomString, post: Post) -> list[str]:
        """The agency or country named last before the post in its sentence."""
        for atom in reversed(sentence.atoms):
            if atom.first < post.first.first and atom.letter in "AC" and atom.name is not None:
                subject = self.subjects.of(atom.name)
                if subject is not None:
                    return [subject.key]
        return self._first_of_previous_sentence(sentence)

    def _first_of_previous_sentence(self, sentence: AtomString) -> list[str]:
        """ "Its head" at the beginning of a sentence is of what the sentence before is about."""
        index = self.document.sentence_index(sentence.sentence.start)
        if index == 0:
            return []
        before = self.document.sentences[index - 1]
        found = [
            (start, subject.key)
            for subject in self.subjects.labelled(vocabulary.AGENCY)
            for name in subject.names
            if (start := name.span(self.document).start) in before and not self._is_byline(start)
        ]
        return [min(found)[1]] if found else []

    def _is_byline(self, offset: int) -> bool:
        """ "Praia, 11 Jun 2026 (Lusa) –": the agency that reports, in brackets at the head of the article."""
        return offset < _LONGEST_DATELINE and self.document.text[max(0, offset - 1) : offset] in "(/"

    def _leads_delegation(self, post: Post) -> bool:
        """ "a delegation headed by Vice President X": of whoever sends it."""
        start = post.first.span(self.document).start
        return (
            re.search(
                r"\bdelegation (?:headed|led) by (?:the |its )?$",
                self.document.text[max(0, start - 40) : start],
            )
            is not None
        )

    def _ministry_of(self, role: str) -> str | None:
        """The ministry that the article names for "Minister of Y"."""
        match = re.search(r"minister of (?:the )?(.+)", role.lower())
        if match is None:
            return None
        words = re.sub(r"\W+", "-", match.group(1)).strip("-")
        ministry = self.subjects.named(vocabulary.AGENCY, f"ministry-of-{words}")
        return ministry.key if ministry is not None else None
