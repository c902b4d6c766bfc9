"""A piece of HTML, as feeds and e-mails carry it → its words.

`html.parser` takes time that grows with the square of the length on tags that are never closed, so that a feed could
hold up a load for hours; this goes over the text once.
"""

from __future__ import annotations

import html
import re
from typing import Final

_BLOCKS: Final = frozenset(
    "address article aside blockquote br dd div dl dt figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr li "
    "main nav ol p pre section table tbody td tfoot th thead tr ul".split()
)
_UNSEEN: Final = frozenset(("script", "style", "title", "template"))
_TAG: Final = re.compile(r"/?([a-zA-Z][a-zA-Z0-9]*)")


def words_of(markup: str) -> str:
    """The words that a piece of HTML shows, each of its blocks on a line of its own."""
    first, *pieces = markup.split("<")
    shown = [first]
    within: str | None = None  # the comment, or the element, whose words are not shown
    for piece in pieces:
        if within is None:
            tag = _TAG.match(piece)
            if piece.startswith("!--"):
                within = "--"
            elif tag and tag[1].lower() in _UNSEEN and not piece.startswith("/"):
                within = "/" + tag[1].lower()
                continue
            else:
                shown.append(_after_tag(piece, tag))
                continue
        if within == "--" and "-->" in piece:
            shown.append(piece.partition("-->")[2])
            within = None
        elif within != "--" and piece[: len(within)].lower() == within:
            shown.append(piece.partition(">")[2])
            within = None
    lines = (" ".join(line.split()) for line in html.unescape("".join(shown)).split("\x1e"))
    return "\n".join(line for line in lines if line)


def _after_tag(piece: str, tag: re.Match[str] | None) -> str:
    """What is shown of a piece that follows `<`; a block begins and ends a line, which U+001E stands for."""
    if tag is None and not piece.startswith(("/", "!", "?")):
        return "<" + piece
    words = piece.partition(">")[2]
    return "\x1e" + words if tag is not None and tag[1].lower() in _BLOCKS else words
