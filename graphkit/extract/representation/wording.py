"""What the words of a matched pattern have to say: the atoms alone do not tell "who is" from "who met"."""

from __future__ import annotations

import re

from graphkit.extract.atoms import AtomString
from graphkit.extract.document import Document

_IS = re.compile(
    r"(?:who|that|which)\s(?:(?:is|was|are|were|has been|had been|served|serves|works|worked|became)\b)"
    r"(?:\s(?:also|currently|now|again|both|previously|formerly|then|as))*\s?$"
)
_ADVERBS = frozenset("now currently formerly previously then also himself herself".split())
_ELECTED = frozenset("elected re-elected appointed named chose confirmed reappointed".split())
_ADJUNCTS = frozenset("for to with unlike like against without after before since despite".split())


def says_so(document: Document, sentence: AtomString, rule: str, match: re.Match[str]) -> bool:
    """Whether the words under a match are those of its rule."""
    if rule == "post.who-is":
        between = _between(document, sentence, match.end("people"), match.start("posts"))
        return _IS.match(re.sub(r"\s(?:a|an|the)\s?$", " ", between.strip(" ,"))) is not None
    if rule == "post.after-name" and match["adverb"]:
        return _word(document, sentence, match.start("adverb")) in _ADVERBS
    if rule == "post.whose":
        return _word(document, sentence, match.end("owner") + match[0].count("(A)") * 3 + 1) == "whose"
    if rule == "post.elected":
        elected = _word(document, sentence, match.start("people") - 1) in _ELECTED
        return elected and _word(document, sentence, match.end("people")) == "as"
    if rule == "post.comma-name":
        return not _is_adjunct(document, sentence, match)
    if rule == "person.represented":
        return _word(document, sentence, match.start("verb")) in ("represented", "represents")
    return True


def _is_adjunct(document: Document, sentence: AtomString, match: re.Match[str]) -> bool:
    """ "For the X's director, Ahmad Y drew a map": the phrase before the comma is somebody else's."""
    first = match.start()
    if first != 1 or match.end() >= len(sentence.letters) or sentence.letters[match.end()] in ",.;&":
        return False
    return _word(document, sentence, 0) in _ADJUNCTS


def _word(document: Document, sentence: AtomString, index: int) -> str:
    return document.tokens[sentence.atoms[index].first].lower


def _between(document: Document, sentence: AtomString, start: int, end: int) -> str:
    first, last = sentence.atoms[start], sentence.atoms[end - 1]
    return document.text_of(document.span(first.first, last.last))
