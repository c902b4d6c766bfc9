"""Capitals that stand for their governments: "Beijing denied the report", "Ankara's position"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from graphkit import vocabulary
from graphkit.extract.document import Document
from graphkit.extract.gazetteers import is_family_name, is_given_name, states
from graphkit.extract.names.spans import Name, NameTable

_ACTS = re.compile(
    r"\s(?:has |had |have |also |reportedly |repeatedly |now |later |still )*(?:"
    r"(?:deni|repli|rel)(?:ed|es|ies)|(?:said|says|told|insist(?:s|ed)?|accus(?:es|ed)|reject(?:s|ed)|"
    r"consider(?:s|ed)|urg(?:es|ed)|announc(?:es|ed)|refus(?:es|ed)|want(?:s|ed)|believ(?:es|ed)|back(?:s|ed)|"
    r"agre(?:es|ed)|plan(?:s|ned)|hop(?:es|ed)|expect(?:s|ed)|warn(?:s|ed)|protest(?:s|ed)|respond(?:s|ed)|"
    r"retaliat(?:es|ed)|recall(?:s|ed)|summon(?:s|ed)|object(?:s|ed)|propos(?:es|ed)|oppos(?:es|ed)|"
    r"support(?:s|ed)|condemn(?:s|ed)|welcom(?:es|ed)|sign(?:s|ed)|withdrew|sees|seeks|sought)"
    r"|(?:will|would) (?:not |never )?(?!(?:be|host|hold|see|receive|become)\b)[a-z]+"
    r"|(?:is|was|remains|remained) (?:not )?(?:ready|prepared|willing|committed|keen|reluctant|interested|opposed|"
    r"considering|planning|seeking|concerned|determined|unlikely|likely)"
    r")\b"
)
_OWNS = re.compile(
    r"['’]s (?:\w+ )?(?:policy|position|stance|reading|delegation|ambassador|envoy|decision|government|refusal|offer|"
    r"proposal|intentions?|support|reply|response|interests|sanctions|objections?|interpretation|view)\b"
)
_PLACE_BEFORE = re.compile(
    r"[A-Z]\w+\s$|\b(?:in|at|near|from|into|to|around|outside|across|via|of|for)\s(?:\w+\s)?$|[,/(-]\s?$"
)


_SEATS = frozenset("Washington London Paris Berlin Madrid".split())
"""Names of people too, but of governments far more often."""


@cache
def _capitals() -> dict[str, tuple[tuple[str, str], ...]]:
    """First word of a capital → (the capital, its state); names that people bear as well are left out."""
    found: dict[str, tuple[tuple[str, str], ...]] = {}
    for state in states():
        for capital in state.capitals:
            first = capital.split()[0]
            if capital in _SEATS or not (is_given_name(capital) or is_family_name(capital)):
                found[first] = (*found.get(first, ()), (capital, state.name))
    return found


def acting_capitals(document: Document, table: NameTable) -> Iterator[Name]:
    """Every capital of a state that acts or owns as a government does."""
    text = document.text
    for index, token in enumerate(document.tokens):
        for capital, state in _capitals().get(token.text, ()):
            end = token.start + len(capital)
            if text[token.start : end] != capital or _PLACE_BEFORE.search(text, max(0, token.start - 20), token.start):
                continue
            last = document.token_at(end - 1) + 1
            if (_ACTS.match(text, end) or _OWNS.match(text, end)) and table.is_free(index, last):
                yield Name(index, last, vocabulary.COUNTRY, "country.capital", state)
