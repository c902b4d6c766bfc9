"""A correction ↔ its line: `same Person "Elnur Rzaev" "Elnur Rzayev"`."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Final

from graphkit.corrections.kinds import (
    Add,
    Correction,
    Drop,
    Forget,
    Keep,
    Named,
    NotSame,
    Relabel,
    Rename,
    Retype,
    Same,
)
from graphkit.corrections.reading import WordReader
from graphkit.corrections.reporting import NotApplied
from graphkit.corrections.sought import check_added, check_retyped, edge_in_words, properties_in_words
from graphkit.corrections.words import AT, IN, TO, Word, plain_or_quoted, quoted, split_words

_TWO = "LABEL NAME (in ARTICLE) NAME (in ARTICLE)"
_EDGE = "TYPE LABEL NAME (LABEL NAME) (in ARTICLE) (at WORDS) (property=value …)"

FORMS: Final[dict[str, str]] = {
    "same": f"same {_TWO}",
    "not-same": f"not-same {_TWO}",
    "rename": "rename LABEL NAME (in ARTICLE) to NAME",
    "relabel": "relabel LABEL NAME (in ARTICLE) to LABEL",
    "drop": f"drop {_EDGE}",
    "keep": f"keep {_EDGE}",
    "retype": f"retype {_EDGE} to TYPE (LABEL NAME) (property=value …)",
    "add": "add TYPE LABEL NAME (LABEL NAME) in ARTICLE at WORDS (property=value …)",
    "forget": "forget SALT MARK…, as `graphkit forget NAME` writes it",
}
"""How each kind is written. What stands in ( ) may be left out; TYPE is an edge type; a target that is the
article itself is left out."""

_SALT: Final = re.compile(r"(?:[0-9a-f]{2}){1,64}")
_MARK: Final = re.compile(r"@?[1-9]\d?:[0-9a-f]+")


def parse_line(line: str) -> Correction | None:
    """Read one line of the corrections file; None where it is blank or a comment.

    Raises:
        NotApplied: it is not a correction.
    """
    words = split_words(line)
    return parse_words(words) if words else None


def parse_words(words: Sequence[Word]) -> Correction:
    """Read a correction from the words of a line.

    Raises:
        NotApplied: they are not a correction; the message has the form that was meant.
    """
    kind = words[0].text if words else ""
    if kind not in FORMS:
        raise NotApplied(f"there is no correction {kind!r}", f"A line begins with one of {', '.join(FORMS)}")
    reader = WordReader(words[1:])
    try:
        correction = _READ[kind](reader)
        reader.end()
    except NotApplied as error:
        raise NotApplied(error.reason, f"{error.advice}. The line goes: {FORMS[kind]}") from error
    return correction


def write_line(correction: Correction) -> str:
    """The line of a correction; `parse_line` reads it back."""
    if isinstance(correction, Same | NotSame):
        kind = "same" if isinstance(correction, Same) else "not-same"
        return f"{kind} {_named(correction.left)} {_named(correction.right).partition(' ')[2]}"
    if isinstance(correction, Rename):
        return f"rename {_named(correction.entity)} {TO} {quoted(correction.name)}"
    if isinstance(correction, Relabel):
        return f"relabel {_named(correction.entity)} {TO} {correction.label}"
    if isinstance(correction, Retype):
        new = [correction.type, *([_named(correction.target)] if correction.target else [])]
        return " ".join(
            ["retype", edge_in_words(correction.edge), TO, *new, *properties_in_words(correction.properties)]
        )
    if isinstance(correction, Forget):
        return " ".join(["forget", correction.salt, *correction.marks])
    return f"{type(correction).__name__.lower()} {edge_in_words(correction.edge)}"


def _named(named: Named) -> str:
    written = f"{named.label} {quoted(named.name)}"
    return written if named.article is None else f"{written} {IN} {plain_or_quoted(named.article)}"


def _same(reader: WordReader) -> Correction:
    return Same(*_pair(reader))


def _not_same(reader: WordReader) -> Correction:
    return NotSame(*_pair(reader))


def _pair(reader: WordReader) -> tuple[Named, Named]:
    label = reader.label()
    left = Named(label, reader.text("a name"), reader.after(IN, "an article's key"))
    return left, Named(label, reader.text("a second name"), reader.after(IN, "an article's key"))


def _entity(reader: WordReader) -> Named:
    return Named(reader.label(), reader.text("a name"), reader.after(IN, "an article's key"))


def _rename(reader: WordReader) -> Correction:
    entity = _entity(reader)
    reader.expect(TO)
    return Rename(entity, reader.text("the new name"))


def _relabel(reader: WordReader) -> Correction:
    entity = _entity(reader)
    reader.expect(TO)
    return Relabel(entity, reader.label())


def _retype(reader: WordReader) -> Correction:
    edge = reader.edge()
    reader.expect(TO)
    retyped = Retype(edge, reader.edge_type(), reader.optional_named(), reader.properties())
    check_retyped(retyped)
    return retyped


def _forget(reader: WordReader) -> Correction:
    salt, marks = reader.text("the salt"), []
    while reader.has_more():
        marks.append(reader.text("a mark"))
    if not _SALT.fullmatch(salt) or not marks or not all(map(_MARK.fullmatch, marks)):
        raise NotApplied("the salt or a mark is not as it was written", "Copy the whole line again")
    return Forget(salt, tuple(marks))


def _add(reader: WordReader) -> Correction:
    edge = reader.edge()
    if edge.article is None or edge.words is None:
        raise NotApplied("an added edge needs its evidence", f"Name the article after {IN!r}, its words after {AT!r}")
    check_added(edge)
    return Add(edge)


_READ: dict[str, Callable[[WordReader], Correction]] = {
    "same": _same,
    "not-same": _not_same,
    "rename": _rename,
    "relabel": _relabel,
    "drop": lambda reader: Drop(reader.edge()),
    "keep": lambda reader: Keep(reader.edge()),
    "retype": _retype,
    "add": _add,
    "forget": _forget,
}
