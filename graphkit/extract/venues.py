"""Where and when gatherings took place, and under which theme."""

from __future__ import annotations

import re
from dataclasses import dataclass

from graphkit import vocabulary
from graphkit.extract import lexicon
from graphkit.extract.dates import find_period
from graphkit.extract.document import Document, Span
from graphkit.extract.gazetteers import city_country, states
from graphkit.extract.names import Name, Names
from graphkit.extract.subjects import LocalSubject, Subjects

_VERBS = (
    r"(?:has |have |had )?(?:is |are |was |were |will be )?(?:being )?(?:also )?(?:opened|begun its work|began|begun|"
    r"started|convening|held|taking place|took place|take place|kicked off|concluded|ended|gathered|inaugurated|"
    r"underway|under way)"
)
_CITY = r"(?P<place>[^\W\d_a-z][\w'’-]*(?:\s[^\W\d_a-z][\w'’-]*)?)"
_WHEN_AND_WHERE = r"today|here|on [\w.]+(?: \d{1,2})?(?:[-–]\d{1,2})?(?: [A-Z]\w+)?(?:, \d{4},?)?|at the [\w ]{3,40}?"
_PLACE = re.compile(rf",?\s(?:(?:which|that)\s)?(?:{_VERBS}\s)?(?:(?:{_WHEN_AND_WHERE})\s)?in\s(?:the\s)?{_CITY}")
_HOST = re.compile(rf"{_CITY}\s(?:will host|hosted|hosts|is hosting|to host)\s(?:the\s)?(?:\w+\s){{0,2}}$")
_THEME = re.compile(
    r"\b(?:under the (?:theme|motto|slogan|title)|themed|on the theme|dedicated to)\s(?:of\s)?"
    r"[\"“«](?P<theme>[^\"”»]{3,200})[\"”»]"
)


@dataclass(frozen=True, slots=True)
class Venue:
    """Where a gathering took place: subject keys of the forum and the country, the city, and the words."""

    forum: str
    country: str
    city: str | None
    span: Span
    rule: str


def venues(document: Document, names: Names, subjects: Subjects) -> list[Venue]:
    """Find the place of every gathering; its dates and theme become properties of the forum."""
    found = []
    for forum in subjects.labelled(vocabulary.FORUM):
        in_order = sorted(forum.names, key=lambda name: name.first)
        for name in in_order:
            _describe(document, forum, name)
        for name in in_order:
            venue = _venue(document, names, subjects, forum, name)
            if venue is not None:
                found.append(venue)
                break
    return found


def _describe(document: Document, forum: LocalSubject, name: Name) -> None:
    """Take dates and theme from the words right behind the name."""
    end = name.span(document).end
    sentence = document.sentence_at(name.span(document).start)
    until = min(sentence.end, end + 60)
    on = re.match(r"[^.;]{0,45}?\b(?:on|from)\s", document.text[end:until])
    period = find_period(document.text, end + on.end(), min(until, end + on.end() + 24)) if on is not None else None
    if period is not None and "start" not in forum.properties:
        forum.properties |= {"start": period.start, "end": period.end}
    theme = _THEME.search(document.text, end, max(end, sentence.end))
    session = re.search(r"\b(?:panel|session)\b", document.text[sentence.start : theme.start()]) if theme else None
    if theme is not None and session is None:
        forum.properties.setdefault("theme", theme["theme"].strip(" ."))


def _venue(document: Document, names: Names, subjects: Subjects, forum: LocalSubject, name: Name) -> Venue | None:
    span = name.span(document)
    sentence = document.sentence_at(span.start)
    behind = _PLACE.match(document.text, span.end, sentence.end)
    before = _HOST.search(document.text[sentence.start : span.start])
    if behind is not None and behind["place"].lower() in lexicon.MONTHS:
        behind = None  # "will host the Forum in May"
    match, offset = (behind, 0) if behind is not None else (before, sentence.start)
    if match is None:
        return None
    place = match["place"]
    start = offset + match.start("place")
    state = names.table.at(document.token_at(start))
    city: str | None
    country: str | None
    if state is not None and state.label == vocabulary.COUNTRY and state.canonical is not None:
        country, city = state.canonical, None
    else:
        city = next((words for words in (place, place.split()[0]) if city_country(words)), None)
        country = _country_of(city) if city else None
    if country is None:
        return None
    forum.properties.setdefault("city", city)
    forum.properties.setdefault("country", country)
    whole = span.through(Span(start, start + len(city or place)))
    key = subjects.country(country).key
    return Venue(forum.key, key, city, whole, "forum.held-in" if behind is not None else "forum.hosted-in")


def _country_of(city: str) -> str | None:
    iso2 = city_country(city)
    return next((state.name for state in states() if state.iso2 == iso2), None)
