"""Gatherings whose names do not say so: "Polar Compass 2026", by what is said to happen at them.

People speak at a gathering, attend, open and close it; it has participants, sidelines and days; it kicks off and
runs until Friday; its name ends in a year or stands before "forum" in lower case. No one of these is enough.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from graphkit import vocabulary
from graphkit.extract import lexicon
from graphkit.extract.document import Document, Token
from graphkit.extract.gazetteers import city_country, is_english_word, is_given_name, is_region
from graphkit.extract.names.professions import is_post_noun
from graphkit.extract.names.spans import Name, NameTable

_ENOUGH = 2.5
_AT_IT = re.compile(
    r"\b(?:attend(?:ed|s|ing)?|inaugurat(?:ed|ing)|addressed|addressing|exhibit(?:ed|ing|ors)? at|tak(?:e|ing|"
    r"en) part in|"
    r"took part in|participat\w+ in|participants? (?:of|in|at)|sidelines of|margins of|opening (?:day )?of|closing of|"
    r"day (?:\w+ )?of|edition of|delegates (?:to|at)|speakers? (?:of|at)|speaking at|spoke at|programme of|"
    r"visitors (?:to|of)) "
    r"(?:the |this year['’]s |last week['’]s )?(?:\w+ ){0,1}$"
)
_SAID_AT_IT = re.compile(
    r"\b(?:said|told|announced|noted|stressed|stated|declared|warned|presented|unveiled|signed)\b[^.;\n]{0,60}\bat "
    r"(?:the |this year['’]s |last week['’]s )?(?:\w+ ){0,1}$"
)
_AFTER = re.compile(
    r"\s(?:kicked off|got under way|gets under way|runs (?:until|through|from)|ran (?:until|through|from)|"
    r"(?:opened|opens|began|begins|started|starts|concluded|concludes|ended|ends|closed|closes|wrapped up) "
    r"(?:on|in|at|here|today|yesterday|with|its|this)\b|(?:was|is|is being|will be|has been|were) (?:held|"
    r"postponed|cancell?ed|"
    r"opened|attended|organi[sz]ed)\b|takes place|took place|is taking place|will take place|"
    r"br(?:ings?|ought) together|drew|attracted)"
)
_IN_CITY = re.compile(r"\sin\s([A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+)?)")
_YEAR = re.compile(r"20\d\d$")
_NO_GATHERING = frozenset(
    """vision agenda strategy plan horizon programme program goals census budget election elections cup games olympics
    euro league hall auditorium hotel palace center centre stadium campus library museum theatre theater square park
    arena
    room house street road airport station university college school hospital club restaurant cathedral mosque church
    pavilion building tower bridge field garden gardens act bill code day week month prize award awards index report
    model series class edition""".split()
)
_WEAK_RULES = frozenset(("agency.camel-case", "agency.acronym", "agency.ampersand"))


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A run of capitals, with the year behind it as a part of it."""

    first: int
    last: int
    words: tuple[str, ...]
    score: float


def forums_by_context(document: Document, table: NameTable) -> Iterator[Name]:
    """Runs of capitals that are told of as gatherings are, wherever they stand."""
    found: defaultdict[tuple[str, ...], list[_Candidate]] = defaultdict(list)
    for candidate in _candidates(document, table):
        found[candidate.words].append(candidate)
    for words, places in found.items():
        dated = any(_YEAR.match(document.tokens[place.last - 1].text) for place in places)
        if sum(place.score for place in places) >= _ENOUGH and _may_be_gathering(words, dated=dated):
            for place in places:
                yield Name(place.first, place.last, vocabulary.FORUM, "forum.by-context")


def _candidates(document: Document, table: NameTable) -> Iterator[_Candidate]:
    tokens = document.tokens
    for sentence in document.sentences:
        indices = document.token_range(sentence)
        index = indices.start
        while index < indices.stop:
            last = _end_of_run(tokens, table, index, indices.stop)
            if last > index:
                words = tuple(token.text for token in tokens[index:last])
                dated = last < indices.stop and _YEAR.match(tokens[last].text) is not None
                yield _Candidate(index, last + dated, words, _score(document, index, last, dated=dated))
            index = max(last, index + 1)


def _end_of_run(tokens: Sequence[Token], table: NameTable, first: int, stop: int) -> int:
    last = first
    while last < stop and _belongs(tokens, table, first, last):
        last += 1
    while last > first and not tokens[last - 1].is_word:
        last -= 1
    return last


def _belongs(tokens: Sequence[Token], table: NameTable, first: int, index: int) -> bool:
    token = tokens[index]
    owner = table.at(index)
    if owner is not None and owner.rule not in _WEAK_RULES:
        return False
    if index > first and (token.text == "&" or token.is_possessive):
        return index + 1 < len(tokens) and tokens[index + 1].is_capitalised
    plain = token.lower in lexicon.FUNCTION_WORDS | lexicon.TIME_WORDS | lexicon.HONORIFICS or is_post_noun(token)
    adjoins = index == first or token.start <= tokens[index - 1].end + 1
    return token.is_word and token.is_capitalised and adjoins and not plain


def _score(document: Document, first: int, last: int, *, dated: bool) -> float:
    """How much of what is said around the run is said of gatherings."""
    tokens, text = document.tokens, document.text
    start, end = tokens[first].start, tokens[last - 1 + dated].end
    behind = tokens[last + dated] if last + dated < len(tokens) else None
    score = 2.0 * dated
    if behind is not None and behind.text in lexicon.FORUM_HEADS - lexicon.WEAK_FORUM_HEADS:
        score += _ENOUGH
    if _AT_IT.search(text, max(0, start - 100), start):
        score += 2.0
    elif _SAID_AT_IT.search(text, max(0, start - 100), start):
        score += 1.0
    if _AFTER.match(text, end):
        score += 1.5
    city = _IN_CITY.match(text, end)
    if city is not None and any(city_country(name) for name in (city[1], city[1].split()[0])):
        score += 0.5
    return score


def _may_be_gathering(words: Sequence[str], *, dated: bool) -> bool:
    """Whether the words leave room for it: two of them or a year, no place, no person, nothing else by its noun."""
    name = " ".join(words)
    if len(words) < 2 and not dated:
        return False
    if not {word.lower() for word in words}.isdisjoint(_NO_GATHERING) or words[-1].lower() in lexicon.OTHER_NAME_HEADS:
        return False
    if words[-1].lower() in lexicon.CAPITALISED_ORGANISATION_HEADS or city_country(name) or is_region(name):
        return False
    person = is_given_name(words[0]) and not is_english_word(words[0])
    return not person and not (len(words) == 1 and words[0].isupper() and len(words[0]) < 4)
