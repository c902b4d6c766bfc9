"""Standard input: text, or what its first characters say."""

from __future__ import annotations

import re
import sys
from typing import Final

from graphkit.read.opened import Opened, rejoined

STANDARD_INPUT: Final = "-"

_BEGINNINGS: Final = {
    ".jsonl": re.compile(rb'\s*\{\s*["}]'),
    ".json": re.compile(rb"\s*\[\s*[{\]]"),
    ".xml": re.compile(rb"\s*(?:<\?xml\b.*?\?>|<!--.*?-->|\s)*<(?:rss|feed|rdf:RDF)\b", re.DOTALL),
    ".html": re.compile(rb"\s*<(?:!doctype html|html|head|body|\?xml|!--)", re.IGNORECASE),
    ".pdf": re.compile(rb"%PDF-"),
}
"""How kinds of files begin, after white space and a byte order mark; what begins otherwise is text."""

_TELLING: Final = 1024
_MARK: Final = b"\xef\xbb\xbf"


def opened_standard_input() -> Opened:
    """Standard input, as a file of the kind that it begins like; its text has no name, so that its key is a hash."""
    head = sys.stdin.buffer.read(_TELLING)
    name = f"standard input{ending_of(head)}"
    return Opened("standard input", name, rejoined(head, sys.stdin.buffer), has_name=False)


def ending_of(head: bytes) -> str:
    """The ending that a file with this beginning would have."""
    beginning = head.removeprefix(_MARK)
    return next((ending for ending, look in _BEGINNINGS.items() if look.match(beginning)), ".txt")
