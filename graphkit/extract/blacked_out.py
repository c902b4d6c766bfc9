"""Reading articles in which a name is blacked out.

Were the blocks read as they stand, the sentences around them would be read wrongly: what a forgotten person said
would be given to whoever is named next. So a stand-in of the same length is read in their place, as a name of
somebody, and then everything that is said of it is left out.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from graphkit.extract import stages
from graphkit.extract.proposals import Proposal
from graphkit.records import ARTICLE_SUBJECT, BLOCK, Article, Claim, Evidence, Mention, Reading, Subject

_CAPITAL, _SMALL = "Ꝡ", "ꝡ"
"""Letters that newspapers do not use."""

_TO_BLOCKS: Final = str.maketrans({_CAPITAL: BLOCK, _SMALL: BLOCK})


def extract(article: Article, proposals: Sequence[Proposal] = ()) -> Reading:
    """Read one article; nothing is said of a name that is blacked out in it.

    Args:
        article: its text is read as it stands; every offset of the reading points into it.
        proposals: names that somebody else found; they count where the rules find none.

    Returns:
        the subjects that the article names, their mentions, and the claims about them, each with its evidence.
    """
    if BLOCK not in article.text:
        return stages.extract(article, proposals)
    stand_in = re.sub(f"{BLOCK}+", lambda block: _CAPITAL + _SMALL * (len(block.group()) - 1), article.text)
    reading = stages.extract(replace(article, text=stand_in), proposals)
    subjects = [_with_blocks(its) for its in reading.subjects]
    kept = tuple(replace(its, aliases=_readable(its.aliases)) for its in subjects if BLOCK not in its.name)
    known = {ARTICLE_SUBJECT, *(its.key for its in kept)}
    mentions = [_mention(its) for its in reading.mentions if its.subject in known]
    return Reading(
        replace(reading.article, text=article.text),
        kept,
        tuple(its for its in mentions if BLOCK not in its.text),
        tuple(_claim(its) for its in reading.claims if {its.source, its.target} <= known),
    )


def _readable(spellings: Sequence[str]) -> tuple[str, ...]:
    return tuple(its for its in spellings if BLOCK not in its)


def _blocked(text: str) -> str:
    return text.translate(_TO_BLOCKS)


def _with_blocks(subject: Subject) -> Subject:
    properties = {name: value and _blocked(value) for name, value in subject.properties.items()}
    aliases = tuple(map(_blocked, subject.aliases))
    return replace(subject, name=_blocked(subject.name), aliases=aliases, properties=properties)


def _mention(mention: Mention) -> Mention:
    return replace(mention, text=_blocked(mention.text), evidence=_evidence(mention.evidence))


def _claim(claim: Claim) -> Claim:
    properties = {
        name: _blocked(value) if isinstance(value, str) else value for name, value in claim.properties.items()
    }
    return replace(claim, evidence=_evidence(claim.evidence), properties=properties)


def _evidence(evidence: Evidence) -> Evidence:
    return replace(evidence, sentence=_blocked(evidence.sentence))
