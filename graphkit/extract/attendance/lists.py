"""Who takes part by standing on the lines of a list of participants."""

from __future__ import annotations

from collections.abc import Iterator

from graphkit import vocabulary
from graphkit.extract.attendance.cues import PLANNED
from graphkit.extract.attendance.participants import Participant
from graphkit.extract.attendance.participation import Participation
from graphkit.extract.document import Document, Span
from graphkit.extract.gatherings import Gatherings
from graphkit.extract.listings import follows_lead, listings
from graphkit.extract.ordered import Ordered


def listed(document: Document, gatherings: Gatherings, participants: Ordered[Participant]) -> Iterator[Participation]:
    """The people of each line, and the country or body that the line is about."""
    for listing in listings(document):
        forum = gatherings.referred_or_reported(document.sentence_at(listing.introduction.end - 1))
        if forum is None or gatherings.is_cancelled(forum):
            continue
        planned = PLANNED.search(document.text_of(listing.introduction)) is not None or gatherings.is_preview(forum)
        for line in listing.lines:
            for one in participants.inside(line):
                if _takes_part(document, one, line):
                    yield Participation(one.subject.key, forum.key, one.span, "attend.listed", planned)


def _takes_part(document: Document, one: Participant, line: Span) -> bool:
    if one.subject.label == vocabulary.PERSON:
        return True
    first = one.span.start - line.start < 8
    return first and (follows_lead(document, one.span.end) or one.span.end >= line.end - 1)
