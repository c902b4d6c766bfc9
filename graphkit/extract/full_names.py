"""Which spellings of people in one article are one person: full names, family names alone, initials."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import TypeAlias

Words: TypeAlias = tuple[str, ...]
"""A name as folded words: ("javid", "musayev"); an initial is a word of one letter."""


def full_names(mentions: Sequence[tuple[Words, int]]) -> list[Words]:
    """The full name of the person that each mention means.

    Args:
        mentions: the words of each name and where it stands, in the order of the text.

    Returns:
        the fullest name of each, in the same order; a part of a name that nobody bears stands for itself.
    """
    owner = _owners({words for words, _ in mentions if len(words) > 1})
    people = _by_part(set(owner.values()))
    last_seen: dict[Words, int] = {}
    found = []
    for words, position in mentions:
        person = owner.get(words) or _full_name(words, people, last_seen) or words
        last_seen[person] = position
        found.append(person)
    return found


def _owners(names: Iterable[Words]) -> dict[Words, Words]:
    """Every full name → the one that it is short for, when there is just one."""
    owner: dict[Words, Words] = {}
    longer: defaultdict[str, set[Words]] = defaultdict(set)
    for words in sorted(names, key=_fullness):
        fuller = {person for person in longer[max(words, key=len)] if _is_short_for(words, person)}
        owner[words] = fuller.pop() if len(fuller) == 1 else words
        for part in _parts(owner[words]):
            longer[part].add(owner[words])
    return owner


def _by_part(people: Iterable[Words]) -> Mapping[str, list[Words]]:
    found: defaultdict[str, list[Words]] = defaultdict(list)
    for person in sorted(people):
        for part in _parts(person):
            found[part].append(person)
    return found


def _parts(words: Words) -> set[str]:
    return {*words, *(word.rpartition("-")[2] for word in words)}


def _full_name(words: Words, people: Mapping[str, list[Words]], last_seen: Mapping[Words, int]) -> Words | None:
    """Who is meant by a part of a name: by the family name first, then whoever was named last."""
    candidates = [person for person in people.get(max(words, key=len), ()) if _is_short_for(words, person)]
    by_family = [person for person in candidates if person[-1] == words[-1]] or candidates
    return max(by_family, key=lambda person: last_seen.get(person, -1), default=None)


def _fullness(words: Words) -> tuple[int, int, Words]:
    """Names with more words, and with fewer initials, come first."""
    return -sum(len(part) > 1 for part in words), -len(words), words


def _is_short_for(words: Words, full: Words) -> bool:
    """Whether each word is a word of the full name, the last part of one, or the initial of one."""
    if not any(len(part) > 1 for part in words):
        return False
    rest = list(full)
    for part in sorted(words, key=len, reverse=True):
        match = next((word for word in rest if _stands_for(part, word)), None)
        if match is None:
            return False
        rest.remove(match)
    return True


def _stands_for(part: str, word: str) -> bool:
    return part in (word, word.rpartition("-")[2]) or (len(part) == 1 and word.startswith(part))
