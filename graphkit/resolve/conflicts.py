"""What speaks against two subjects of one name being one entity."""

from __future__ import annotations

from typing import Final

from graphkit import vocabulary
from graphkit.records import FactKind
from graphkit.resolve.clusters import Candidate, Conflict

_WHERE_FROM: Final[tuple[FactKind, ...]] = ("country", "agency")
_WHICH_ONE: Final[tuple[FactKind, ...]] = ("edition", "year")


def different_people(left: Candidate, right: Candidate) -> bool:
    """Namesakes: of two countries, different bodies or other posts, with nothing in common; or of one word only."""
    if left.context & right.context:
        return False
    if len(left.key) < 2:
        return True
    if left.context and right.context and left.posts and right.posts and not left.posts & right.posts:
        return True
    return any(left.facts(kind) and right.facts(kind) for kind in _WHERE_FROM)


def _different_agencies(left: Candidate, right: Candidate) -> bool:
    """One name in two states."""
    here, there = left.facts("country"), right.facts("country")
    return bool(here) and bool(there) and not here & there


def _different_forums(left: Candidate, right: Candidate) -> bool:
    """Two editions of one gathering."""
    for kind in _WHICH_ONE:
        here, there = left.facts(kind), right.facts(kind)
        if here and there and not here & there:
            return True
    return False


def _never(left: Candidate, right: Candidate) -> bool:
    return False


CONFLICTS: Final[dict[str, Conflict]] = {
    vocabulary.PERSON: different_people,
    vocabulary.AGENCY: _different_agencies,
    vocabulary.FORUM: _different_forums,
    vocabulary.COUNTRY: _never,
}
"""By label: whether two candidates of one key are two entities."""
