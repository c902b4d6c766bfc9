"""Those who are listed as somebody's side: "The Azerbaijani side is represented by A, B and C"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graphkit.extract.atoms import Atom, AtomString
from graphkit.extract.document import Document, Span
from graphkit.extract.representation.bodies import Bodies
from graphkit.extract.representation.holding import Holding
from graphkit.extract.subjects import LocalSubject

_SIDE = re.compile(r"^(?:\W*\w+\W+){0,1}?(?:side|delegation|team|one|party|group|mission)\b")
_HEADED = re.compile(r"\b(?:represented|headed|led|chaired)\b")
_BY = re.compile(r"(?P<body>[CAJ])(?:\(A\))?(?P<words>'?[wedgTp]{0,8})b")


def delegation_members(document: Document, bodies: Bodies, sentence: AtomString) -> Iterator[Holding]:
    """The people, and for a state the agencies, that stand behind "represented by"."""
    text = document.text_of(sentence.sentence)
    if not _HEADED.search(text):
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
        for atom in _listed(sentence, match.end(), end):
            member = bodies.subjects.of(atom.name) if atom.name is not None else None
            if member is None or (atom.letter != "P" and (body.letter == "A" or _is_international(member))):
                continue
            role = _bare_role(document, sentence, match.end(), atom) if atom.letter == "P" else None
            span = Span(document.tokens[body.first].start, document.tokens[atom.last - 1].end)
            yield Holding(member.key, subject.key, role, None, False, span, "side.represented-by", 0.9)


def _names_side(document: Document, sentence: AtomString, match: re.Match[str]) -> bool:
    """Whether the words between the body and "by" say that the body is represented, or leave it out ("and X by")."""
    body = sentence.atoms[match.start("body")]
    by = sentence.atoms[match.end() - 1]
    between = document.text[document.tokens[body.last - 1].end : document.tokens[by.first].start].strip()
    if body.letter == "J" and not _SIDE.match(between):
        return False
    if not between or between in ("one", "side"):
        return (
            _HEADED.search(document.text[sentence.sentence.start : document.tokens[body.first].start])
            is not None
        )
    return _HEADED.search(between) is not None


def _listed(sentence: AtomString, start: int, end: int) -> Iterator[Atom]:
    """The people of the list; where a state is represented, the agencies that are named for it as well."""
    for index in range(start, end):
        atom = sentence.atoms[index]
        if atom.letter in ";.":
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


def _is_international(subject: LocalSubject) -> bool:
    return subject.properties.get("kind") == "international"
