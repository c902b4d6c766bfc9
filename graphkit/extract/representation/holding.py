"""A post as it is read, and what is made of it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import pairwise

from graphkit.extract.atoms import Atom, AtomString
from graphkit.extract.document import Document, Span


@dataclass(frozen=True, slots=True)
class Holding:
    """A person and a body, or an agency and its state.

    Attributes:
        holder: the person's or agency's subject key.
        body: the subject key of the agency or country.
        role: the post as written, without the body, or None.
        unit: the inner unit, or None.
        former: whether the post is a past one.
        span: the words that say so.
        rule: the rule that read them.
    """

    holder: str
    body: str
    role: str | None
    unit: str | None
    former: bool
    span: Span
    rule: str


@dataclass(frozen=True, slots=True)
class Introduced:
    """A person who was named with a post, whether or not with the body that it is at.

    Attributes:
        person: the person's subject key.
        role: the post as written.
        start: the offset of the post in the text.
    """

    person: str
    role: str
    start: int


@dataclass
class Post:
    """One post with what stands around it, while it is read.

    Attributes:
        first: the post's own words begin here.
        last: and end here.
        owners: names before it ("Kenya's", "FAO"), in the order of the text.
        chain: names behind it ("of the X Department of the Y"), in the order of the text.
    """

    first: Atom
    last: Atom
    owners: list[Atom] = field(default_factory=list)
    chain: list[Atom] = field(default_factory=list)

    def span(self, document: Document) -> Span:
        """The characters of the post itself."""
        return document.span(self.first.first, self.last.last)


def split_posts(sentence: AtomString, start: int, end: int) -> list[Post]:
    """The posts of a phrase, each with its owners before and its chain behind."""
    posts: list[Post] = []
    pending: list[Atom] = []
    for index in range(start, end):
        atom = sentence.atoms[index]
        if atom.letter == "T":
            if posts and not pending and re.search(r"Tpd?$", sentence.letters[start:index]):
                posts[-1].last = atom  # "Advisor to the Minister"
            else:
                posts.append(Post(atom, atom, pending))
                pending = []
        elif atom.letter in "ACJUg" and sentence.letters[index - 1 : index] != "(":
            behind = sentence.letters[index + 1 : end]
            is_owner = not posts or (behind.lstrip("'JAC").startswith("T") and behind[:1] in ("'", "T", "J"))
            (pending if is_owner else posts[-1].chain).append(atom)
    _share(posts)
    return posts


def _share(posts: list[Post]) -> None:
    """ "Chairman and Managing Director of X", "X's director and editor": both are of X."""
    for left, right in zip(posts[-2::-1], posts[:0:-1], strict=True):
        if not left.chain and not left.owners and not right.owners:
            left.chain = list(right.chain)
    for left, right in pairwise(posts):
        if left.owners and not right.owners and not right.chain:
            right.owners = list(left.owners)
