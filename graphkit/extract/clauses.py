"""Sentences cut into clauses, so that "X came, while Y did not" says different things of X and Y."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from graphkit.extract.document import Document, Span

_AUXILIARY = (
    r"(?:will|would|did|does|has|have|had|was|were|is|are|could|can|may|cannot|did\s+not|"
    r"canceled|cancelled|sent|declined)"
)
_BREAK = re.compile(
    rf"""
      ;\s
    | ,\s(?:after)\s(?=[A-Z])
    | ,?\s(?:while|whereas|although|though)\s
    | ,\s(?:but|yet|however)\s
    | \sbut\s(?=(?:did|was|were|had|has|have|could|would|will|is|are|attended|not)\b)
    | ,?\sand\s(?={_AUXILIARY}\b)
    | ,?\sand\s(?=(?:[A-Z][\w'’-]+\s){{1,3}}(?:attended|spoke|took|went|came|joined|did|was|will|sent|stood)\b)
    | \swhen\s(?=it\s|he\s|she\s|they\s)
    """,
    re.VERBOSE,
)
_VERB = re.compile(r"\b(?:is|are|was|were|has|have|had|will|did|said|took|sent|told|spoke|came|went|[a-z]{3,}ed)\b")
_RELATIVE = re.compile(r",\s(?=(?:who|which|whose|where)\b)")


@dataclass(frozen=True, slots=True)
class Clause:
    """One clause: the stretches of text that it is made of, and the clause before it in the sentence."""

    pieces: tuple[Span, ...]
    relative: bool = False

    @property
    def start(self) -> int:
        """Offset of its first character."""
        return self.pieces[0].start

    @property
    def end(self) -> int:
        """Offset after its last character."""
        return self.pieces[-1].end

    def __contains__(self, offset: int) -> bool:
        return any(offset in piece for piece in self.pieces)

    def text(self, document: Document) -> str:
        """The words, with anything that was cut out of the middle left out."""
        return " ".join(document.text_of(piece) for piece in self.pieces)


def clauses(document: Document, sentence: Span) -> Iterator[Clause]:
    """The clauses of a sentence, in order; a relative clause is one of its own."""
    start = sentence.start
    found = _BREAK.finditer(document.text, sentence.start, sentence.end)
    breaks = [match for match in found if _parts(document, sentence, match)]
    for match in [*breaks, None]:
        end = match.start() if match is not None else sentence.end
        if end > start:
            yield from _without_relatives(document, Span(start, end))
        if match is not None:
            start = match.end()


def _parts(document: Document, sentence: Span, match: re.Match[str]) -> bool:
    """Whether a semicolon or "and" parts two clauses, and not two items of a list of people."""
    if match.group().endswith("and ") and document.text[match.end()].isupper():
        return _VERB.search(document.text, sentence.start, match.start()) is not None
    if ";" not in match.group():
        return True
    before = document.text[sentence.start : match.start()].rsplit(";", 1)[-1]
    behind = document.text[match.end() : sentence.end].split(";", 1)[0]
    return _VERB.search(before) is not None and _VERB.search(behind) is not None


def _without_relatives(document: Document, span: Span) -> Iterator[Clause]:
    """The clause without its relative clauses, then these."""
    pieces: list[Span] = []
    relatives: list[Span] = []
    position = span.start
    while (match := _RELATIVE.search(document.text, position, span.end)) is not None:
        if match.start() > position:
            pieces.append(Span(position, match.start()))
        end = _end_of_relative(document.text, match.end(), span.end)
        relatives.append(Span(match.end(), end))
        position = end
    if position < span.end:
        pieces.append(Span(position, span.end))
    if pieces:
        yield Clause(tuple(pieces))
    for relative in relatives:
        yield Clause((relative,), relative=True)


def _end_of_relative(text: str, start: int, stop: int) -> int:
    """A relative clause ends at the comma before the main clause's verb, else with the sentence."""
    for match in re.finditer(r",\s", text[start:stop]):
        rest = text[start + match.end() : stop]
        if re.match(rf"(?:{_AUXILIARY}|[a-z]+(?:ed|s|d)|said|told|took|went|held|led)\b", rest):
            return start + match.start()
    return stop
