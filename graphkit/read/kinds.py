"""What kind of file something is that has no name: told by its media type, or by how it begins."""

from __future__ import annotations

import codecs
import re
from email.message import Message
from typing import Final

_OF_MEDIA_TYPES: Final = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "application/rss+xml": ".xml",
    "application/atom+xml": ".xml",
    "application/rdf+xml": ".xml",
    "application/xml": ".xml",
    "text/xml": ".xml",
    "application/json": ".json",
    "application/feed+json": ".json",
    "application/pdf": ".pdf",
    "text/markdown": ".md",
}

_BEGINNINGS: Final = {
    ".jsonl": re.compile(rb'\s*\{\s*["}]'),
    ".json": re.compile(rb"\s*\[\s*[{\]]"),
    ".xml": re.compile(rb"\s*(?:<\?xml\b.*?\?>|<!--.*?-->|\s)*<(?:rss|feed|rdf:RDF)\b", re.DOTALL),
    ".html": re.compile(rb"\s*<(?:!doctype html|html|head|body|\?xml|!--)", re.IGNORECASE),
    ".pdf": re.compile(rb"%PDF-"),
}
"""How kinds of files begin, after white space and a byte order mark; what begins otherwise is text."""


def content_type(header: str) -> tuple[str, str | None]:
    """The media type and the encoding that a Content-Type header names.

    >>> content_type("Text/HTML; charset='windows-1251'"), content_type("")
    (('text/html', 'windows-1251'), ('text/plain', None))
    """
    message = Message()
    message["Content-Type"] = header
    charset = message.get_content_charset()
    return message.get_content_type(), charset.strip("'") if charset else None


def ending_of_media_type(media_type: str) -> str | None:
    """The ending that a file of this media type would have; None for one that nothing reads, and for plain text."""
    return _OF_MEDIA_TYPES.get(media_type)


def ending_of_beginning(head: bytes) -> str:
    """The ending that a file with this beginning would have."""
    beginning = head.removeprefix(codecs.BOM_UTF8)
    return next((ending for ending, look in _BEGINNINGS.items() if look.match(beginning)), ".txt")
