"""Those who are listed as somebody's side: "The Azerbaijani side is represented by A, B and C"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from graphkit.extract.atoms import Atom, AtomString
from graphkit.extract.document import Document, Span
from graphkit.extract.representation.bodies import Bodies
from graphkit.extract.representation.holding import Holding

_SIDE = re.compile(r"^(?:\W*\w+\W+){0,1}?(?:side|delegation|team|one|part|party|group|mission)\b")
_HEADED = re.compile(r"\b(?:represented|headed|led|chaired)\b")
_DENIED = re.compile(
    r"\b(?:not|never|no longer|without being|nor|neither)\s(?:\w+\s)?(?:represented|headed|led|chaired)\b"
)
_BY = re.compile(r"(?P<body>[CAJ])(?:\(A\))?(?P<words>'?[wedgTp]{0,8})b")


def delegation_members(document: Document, bodies: Bodies, sentence: AtomString) -> Iterator[Holding]:
    """The people, and for a state the agencies, that stand behind "represented by"."""
    text = document.text_of(sentence.sentence)
    if not _HEADED.search(text) or _DENIED.search(text):
        return
    matches = [match for match in sentence.find(_BY) if _names_side(document, sentence, match)]
    for position, match in enumerate(matches):
        end = matches[position + 1].start() if position + 1 < len(matches) else len(sentence.atoms)
        body = sentence.atoms[match.start("body")]
        subject = bodies.subjects.of(body.name) if body.name is not None else None
        if subject is None or body.name is None:
            continue
        if body.letter != "A":
            bodies.country(body.name)
        for atom in _listed(document, sentence, match.end(), end):
            member = bodies.subjects.of(atom.name) if atom.name is not None else None
            if member is None or (atom.letter != "P" and (body.letter == "A" or member.is_international)):
                continue
            role = _bare_role(document, sentence, match.end(), atom) if atom.letter == "P" else None
            span = document.span(body.first, atom.last)
            yield Holding(member.key, subject.key, role, None, False, span, "side.represented-by")


_SENT = re.compile(r"(?P<state>C)[^;.C]*?w(?P<lead>(?:d?h?T[^;.P]*)?)(?P<person>P)")
_LEADS = re.compile(r"(?P<person>P)(?:[^;.]{0,12}q|w{0,2})[wT]d?(?P<state>[JC])'?[wge]")


def leaders_of_delegations(document: Document, bodies: Bodies, sentence: AtomString) -> Iterator[Holding]:
    """ "A, who heads the Azerbaijani delegation"; "Hungary sent A"."""
    text = document.text_of(sentence.sentence)
    for pattern, words in (
        (_LEADS, r"\b(?:heads?|leads?|headed|led|heading|leading)\b.*\bdelegation\b"),
        (_SENT, r"\b(?:sent|send|sends|dispatch|dispatched) (?:its |[A-Z])"),
    ):
        if not re.search(words, text):
            continue
        for match in sentence.find(pattern):
            state, person = sentence.atoms[match.start("state")], sentence.atoms[match.start("person")]
            if pattern is _SENT and not _directly_sent(document, sentence, match):
                continue
            if pattern is _LEADS and not _is_delegation(document, state):
                continue
            holder = bodies.subjects.of(person.name) if person.name is not None else None
            if holder is not None and state.name is not None:
                span = state.span(document).through(person.span(document))
                yield Holding(holder.key, bodies.country(state.name), None, None, False, span, "side.delegation-head")


_REACH_OF_OBJECT = 40
_SENT_THING = re.compile(
    r"\s(?:an?|the|his|her|its)\s(?:[\w-]+\s){0,2}(?:letter|message|telegram|note|invitation|gift|copy)\b"
)


def _directly_sent(document: Document, sentence: AtomString, match: re.Match[str]) -> bool:
    """Whether "sent" stands right before the person or the person's post."""
    verb, person = sentence.atoms[match.start("lead") - 1], sentence.atoms[match.start("person")]
    end = person.span(document).end
    behind = document.text[end : end + _REACH_OF_OBJECT]
    return document.tokens[verb.first].lower in (
        "sent",
        "send",
        "sends",
        "dispatch",
        "dispatched",
    ) and not _SENT_THING.match(behind)


_INCLUDES = re.compile(
    r"\b(?:delegation|team|side)\b(?![^.;]*\b(?:not|never)\b)[^.;]{0,40}?\b(?:also )?(?:includes?|included|"
    r"consists? of|comprises?)\b"
)


def delegations_listed(document: Document, bodies: Bodies, sentences: Sequence[AtomString]) -> Iterator[Holding]:
    """ "The Kazakh delegation includes A and B"; "the delegation also includes C": of the delegation named last."""
    last: Atom | None = None
    for sentence in sentences:
        text = document.text_of(sentence.sentence)
        sent = [atom for atom in sentence.atoms if atom.letter in "JC" and _is_delegation(document, atom)]
        match = _INCLUDES.search(text)
        if match is not None:
            start = sentence.sentence.start + match.end()
            before = [atom for atom in sent if atom.span(document).start < start]
            body = before[-1] if before else last
            for atom in sentence.atoms:
                holder = bodies.subjects.of(atom.name) if atom.letter == "P" and atom.name is not None else None
                if holder is None or body is None or body.name is None or atom.span(document).start < start:
                    continue
                span = Span(sentence.sentence.start, atom.span(document).end)
                country = bodies.country(body.name)
                yield Holding(holder.key, country, None, None, False, span, "side.delegation-includes")
        last = sent[-1] if sent else last


_RESPECTIVE = re.compile(r"(?P<post>T)o(?P<states>C(?:,C)*,?&C),(?P<people>P(?:,P)*,?&P)")


def respective_holders(document: Document, bodies: Bodies, sentence: AtomString) -> Iterator[Holding]:
    """ "the ambassadors of Georgia and Ukraine, A and B": each of the state in the same place."""
    for match in sentence.find(_RESPECTIVE):
        states = [atom for atom in sentence.between(*match.span("states")) if atom.letter == "C"]
        people = [atom for atom in sentence.between(*match.span("people")) if atom.letter == "P"]
        post = sentence.atoms[match.start("post")].name
        if len(states) != len(people) or post is None:
            continue
        role = post.text(document).removesuffix("s")
        for state, person in zip(states, people, strict=True):
            holder = bodies.subjects.of(person.name) if person.name is not None else None
            if holder is not None and state.name is not None:
                span = document.span(state.first, person.last)
                yield Holding(holder.key, bodies.country(state.name), role, None, False, span, "post.respective")


def _is_delegation(document: Document, atom: Atom) -> bool:
    span = atom.span(document)
    before, behind = document.text[max(0, span.start - 25) : span.start], document.text[span.end : span.end + 40]
    if re.search(r"\b(?:delegation|team) (?:of|from) (?:the )?$", before):
        return True
    return re.match(r"(?:['’]s)?\s(?:\w+\s)?(?:delegation|side|team)\b", behind) is not None


_ON_SIDE = re.compile(r"\bon (?:the )?$")


def members_of_sides(document: Document, bodies: Bodies, sentence: AtomString) -> Iterator[Holding]:
    """ "signed by A on the Russian side and by B on the Emirati side"."""
    for index, atom in enumerate(sentence.atoms):
        if atom.letter != "J" or atom.name is None:
            continue
        start = atom.span(document).start
        following = document.tokens[atom.last].lower if atom.last < len(document.tokens) else ""
        behind = document.tokens[atom.last + 1].lower if atom.last + 1 < len(document.tokens) else ""
        if following != "side" or behind == "of" or not _ON_SIDE.search(document.text[max(0, start - 10) : start]):
            continue
        person = next((other for other in reversed(sentence.atoms[:index]) if other.letter == "P"), None)
        holder = bodies.subjects.of(person.name) if person is not None and person.name is not None else None
        if holder is not None and person is not None:
            span = document.span(person.first, atom.last + 1)
            yield Holding(holder.key, bodies.country(atom.name), None, None, False, span, "side.on-the-side")


def _names_side(document: Document, sentence: AtomString, match: re.Match[str]) -> bool:
    """Whether the words between the body and "by" say that the body is represented, or leave it out ("and X by")."""
    body = sentence.atoms[match.start("body")]
    by = sentence.atoms[match.end() - 1]
    between = document.text[body.span(document).end : by.span(document).start]
    between = re.sub(r"\([^)]*\)", "", between).strip()
    if body.letter == "J" and not _SIDE.match(between):
        return False
    if not between or between in ("one", "side", "part"):
        return _HEADED.search(document.text[sentence.sentence.start : body.span(document).start]) is not None
    return _HEADED.search(between) is not None


def _listed(document: Document, sentence: AtomString, start: int, end: int) -> Iterator[Atom]:
    """The people of the list; where a state is represented, the agencies that are named for it as well."""
    for index in range(start, end):
        atom = sentence.atoms[index]
        if (
            (atom.letter == ";" and sentence.letters.count(";") == 1)
            or atom.letter == "."
            or document.tokens[atom.first].lower in ("while", "whereas", "but")
        ):
            return
        if atom.letter == "P" or (atom.letter in "AU" and sentence.letters[index - 1] != "("):
            yield atom


def _bare_role(document: Document, sentence: AtomString, start: int, person: Atom) -> str | None:
    """The post directly before the name, when no body of its own stands between."""
    before = re.search(r"(T)(?:p[hd]?C)?,?$", sentence.letters[start : sentence.atoms.index(person)])
    if before is None:
        return None
    post = sentence.atoms[start + before.start(1)].name
    return post.text(document) if post is not None else None
