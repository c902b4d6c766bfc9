"""RSS and Atom: one file, many items, each with as much of its article as it carries."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from typing import Final
from xml.etree.ElementTree import Element, ParseError, tostring

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring

from graphkit.read.decode import declared_in, decode
from graphkit.read.fields import USUAL_FIELDS, FieldNames, Found, read_record
from graphkit.read.markup import words_of
from graphkit.read.opened import Opened
from graphkit.read.refusal import Refuse, Unreadable

_NAMESPACES: Final = frozenset(
    (
        "",
        "http://www.w3.org/2005/Atom",
        "http://purl.org/rss/1.0/",
        "http://purl.org/rss/1.0/modules/content/",
        "http://purl.org/dc/elements/1.1/",
    )
)
"""Where what is read is defined: RSS 2.0, Atom (RFC 4287), RSS 1.0, its content module, Dublin Core."""

_TEXTS: Final = ("encoded", "content", "description", "summary")
_DATES: Final = ("pubDate", "published", "date", "updated")
_IDS: Final = ("guid", "id")
_AUTHORS: Final = ("creator", "author")
"""Dublin Core's has a name where RSS's own has an address, and they are of the same people."""

_NAMED_CHARACTER: Final = re.compile(r"&(\w+);")
_OF_XML: Final = frozenset(("amp", "lt", "gt", "quot", "apos"))
_PREFIX: Final = re.compile(r"(</?)\w+:")
_NO_XML: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def read_feed(opened: Opened, names: FieldNames, refuse: Refuse) -> Iterator[Found]:
    """Read one article from every item of a feed, whose elements have their own names."""
    root = _root(opened)
    entries = [element for element in root.iter() if _name(element) in ("item", "entry")]
    if not entries and _name(root) not in ("rss", "feed", "RDF"):
        raise Unreadable(f"neither RSS nor Atom; its root is <{_name(root) or root.tag}>", "Leave it out")
    source = _words(_children(next(iter(root), root) if _name(root) in ("rss", "RDF") else root).get("title"))
    for number, entry in enumerate(entries, start=1):
        parts = _children(entry)
        record = _record(parts, source) | {"author": _authors(entry, parts.get("source"), root)}
        yield from read_record(f"{opened.place}, item {number}", record, USUAL_FIELDS, refuse)


def _root(opened: Opened) -> Element:
    """The root of an XML document.

    Entities are what XML bombs are made of, so that a document that declares one is refused; those of HTML, which
    feeds use undeclared, are written as the characters that they are.
    """
    data = opened.whole()
    text = _NO_XML.sub("", decode(data, opened.charset or declared_in(data)))
    try:
        root: Element = fromstring(_NAMED_CHARACTER.sub(_as_character, text).strip())
    except DefusedXmlException as error:
        raise Unreadable("it declares entities, as XML bombs do", "Save the feed without its DOCTYPE") from error
    except ParseError as error:
        line, column = error.position
        reason = f"this is not XML ({error})"
        raise Unreadable(reason, "Save the feed again from its source", f"line {line}, column {column + 1}") from error
    return root


def _as_character(named: re.Match[str]) -> str:
    if named[1] in _OF_XML:
        return named[0]
    character = html.unescape(named[0])
    return named[0] if character == named[0] else html.escape(character)


def _record(parts: dict[str, Element], source: str | None) -> dict[str, object]:
    texts = (_words(parts.get(name)) for name in _TEXTS)
    return {
        "id": _first(parts, _IDS),
        "url": _address(parts.get("link")),
        "title": _words(parts.get("title")),
        "date": _first(parts, _DATES),
        "source": _source(parts.get("source")) or source,
        "text": next(filter(None, texts), None),
    }


def _source(element: Element | None) -> str | None:
    """Where an item was taken from: RSS names it, Atom describes it as a feed of its own."""
    return _words(element if element is None or not len(element) else _children(element).get("title"))


def _authors(*elements: Element | None) -> list[str | None]:
    """The authors of an item: those that it names itself, else those of its source, else, in Atom, of its feed."""
    named = (
        [_author(child) for child in element if _name(child) == name]
        for element in elements
        if element is not None
        for name in _AUTHORS
    )
    return next(filter(any, named), [])


def _author(element: Element) -> str | None:
    """A name: Atom has it as an element, RSS behind an address and in parentheses."""
    words = _words(_children(element).get("name") if len(element) else element) or ""
    address, _, name = words.strip().removesuffix(")").partition("(")
    return name if name and "@" in address and len(address.split()) == 1 else words


def _first(parts: dict[str, Element], names: tuple[str, ...]) -> str | None:
    return next((text for name in names if name in parts and (text := (parts[name].text or "").strip())), None)


def _children(element: Element) -> dict[str, Element]:
    """The children of an element by name; of those that share one, the first, of links the article's own."""
    children: dict[str, Element] = {}
    for child in element:
        if (name := _name(child)) and child.get("rel", "alternate") == "alternate":
            children.setdefault(name, child)
    return children


def _name(element: Element) -> str | None:
    """The name of an element without its namespace, none where that is not one of feeds."""
    namespace, _, name = element.tag.rpartition("}")
    return name if namespace.removeprefix("{") in _NAMESPACES or name == "RDF" else None


def _address(link: Element | None) -> str | None:
    """Where a link leads: Atom writes it as an attribute, RSS as text."""
    return None if link is None else link.get("href") or link.text


def _words(element: Element | None) -> str | None:
    """What an element says, whether its HTML is escaped or stands there as elements."""
    if element is None:
        return None
    if len(element):
        return words_of(_PREFIX.sub(r"\1", tostring(element, encoding="unicode")))
    text = element.text or ""
    return words_of(text) if element.get("type", "html") == "html" or "<" in text else text
