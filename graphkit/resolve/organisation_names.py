"""Names of organisations and gatherings, made comparable."""

from __future__ import annotations

import re
from functools import lru_cache

from graphkit.extract import lexicon
from graphkit.extract.gazetteers import fold, states
from graphkit.extract.ordinals import is_ordinal, ordinal_number
from graphkit.extract.subjects import ministry_of

_SPELLINGS = (
    ("organisation", "organization"),
    ("programme", "program"),
    ("centre", "center"),
    ("co operation", "cooperation"),
    ("labour", "labor"),
    ("defence", "defense"),
    ("united nations", "un"),
)


@lru_cache(maxsize=1)
def _state_words() -> dict[str, str]:
    """Adjectives and names of states, folded → the state."""
    words = {fold(name): state.name for state in states() for name in state.names}
    return words | {fold(name): state.name for state in states() for name in state.adjectives}


_UNIMPORTANT = frozenset("annual international of the on for and".split())


def plain(name: str) -> str:
    """Folded, without punctuation, leading article and possessive endings."""
    folded = re.sub(r"['’]s?(?=\W|$)", "", fold(name))
    words = " ".join(re.findall(r"\w+", folded))
    for old, new in _SPELLINGS:
        words = words.replace(old, new)
    return re.sub(r"^(?:the|a|an) ", "", words)


@lru_cache(maxsize=100_000)
def agency_key(name: str) -> tuple[str, str | None]:
    """What an agency is compared by, and the state that its name gives away.

    Example:
        >>> agency_key("Hungarian Academy of Sciences") == agency_key("Academy of Sciences of Hungary")
        True
    """
    words = plain(name).split()
    while len(words) > 1 and words[-1] in lexicon.COMPANY_SUFFIXES:
        words.pop()
    text, state = " ".join(words), None
    embassy = re.match(r"(?:(?P<adjective>\w+) )?embassy(?: of (?:the )?(?P<of>[\w ]+?))?(?: (?:in|to) .*)?$", text)
    if embassy is not None:
        owner = embassy["adjective"] or embassy["of"] or ""
        return "embassy of " + _state_words().get(owner, owner), _state_words().get(owner)
    for preposition in re.finditer(r" of (?:the )?", text):
        if (behind := text[preposition.end() :]) in _state_words():
            text, state = text[: preposition.start()], _state_words()[behind]
            break
    text = ministry_of(text)
    first = text.split(" ")[0]
    if " of " in text and first in _state_words():
        text, state = text[len(first) + 1 :], _state_words()[first]
    return text, state


@lru_cache(maxsize=100_000)
def forum_key(name: str) -> tuple[str, str | None, str | None]:
    """What a gathering is compared by, its edition ("2") and its year ("2025") where the name has them."""
    words = plain(name).split()
    year = next((word for word in words if re.fullmatch(r"(?:19|20)\d\d", word)), None)
    kept = [word for word in words if word != year and word not in _UNIMPORTANT]
    edition = None
    if len(kept) > 2 and is_ordinal(kept[0]):
        edition = ordinal_number(kept.pop(0))
    return " ".join(sorted(set(kept))), edition, year
