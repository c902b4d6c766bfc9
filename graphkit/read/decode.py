"""Bytes → text: the encoding, Unicode normalisation and line ends, each dealt with here and once."""

from __future__ import annotations

import codecs
import re
import unicodedata
from typing import Final

from graphkit.read.refusal import Unreadable

SAMPLE: Final = 256 * 1024
"""Bytes from the beginning of a stream that its encoding is told from."""

_MARKS: Final = {
    codecs.BOM_UTF8: "utf-8",
    codecs.BOM_UTF16_LE: "utf-16-le",
    codecs.BOM_UTF16_BE: "utf-16-be",
}
"""Byte order marks."""

_ENCODINGS: Final = (
    "cp1252 cp1251 cp1250 cp1254 cp1253 cp1256 cp1255 cp1257 koi8_r gb18030 big5 shift_jis euc_jp euc_kr cp866"
).split()
"""Besides Unicode, the encodings that news is still found in; of equally likely ones the first is taken."""

_TURKISH: Final = "cp1254"
"""Differs from cp1252 in six letters only, so that the language tells it better than the letters do."""

_WIDER: Final = {
    "iso8859-1": "cp1252",
    "ascii": "cp1252",
    "iso8859-9": "cp1254",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "euc_kr": "cp949",
}
"""What browsers read under these names, by the WHATWG Encoding Standard, https://encoding.spec.whatwg.org/#names."""

_DECLARED: Final = re.compile(
    rb"""<meta[^>]{1,200}?charset\s*=\s*["']?\s*([\w:.-]+)|<\?xml[^>]{1,200}?encoding=["']([\w:.-]+)""", re.IGNORECASE
)
_DECLARED_WITHIN: Final = 4096

_NO_TEXT: Final = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
"""Control characters that other encodings than UTF-16 have in pictures and programs only."""


def decode(data: bytes, declared: str | None = None) -> str:
    """Read bytes in the encoding of their byte order mark, as UTF-8, as declared, or as it is recognised.

    Args:
        data: the whole of a text.
        declared: the encoding that a message's header names, or the text itself.

    Raises:
        Unreadable: they are none of these, or hold a NUL character, which no text has.
    """
    encoding = encoding_of(data, declared, whole=True)
    mark = next((mark for mark, name in _MARKS.items() if name == encoding and data.startswith(mark)), b"")
    try:
        text = data[len(mark) :].decode(encoding)
    except UnicodeDecodeError as error:
        raise _not_text(len(mark) + error.start, f"this is not {encoding.upper()} text") from error
    if "\0" in text:
        before = text[: text.index("\0")].encode(encoding)
        raise _not_text(len(mark) + len(before), "a NUL character, which no text has")
    return text


def encoding_of(data: bytes, declared: str | None = None, *, whole: bool = False) -> str:
    """The name of the encoding of a text.

    Args:
        data: the text, or its beginning.
        declared: the encoding that is said to be the one.
        whole: whether the data are all of it, so that a character that is cut off at their end is wrong.

    Returns:
        Python's name of it; that of UTF-8 also for a beginning in which some bytes of UTF-8 are damaged.

    Raises:
        Unreadable: none is recognised.
    """
    for mark, encoding in _MARKS.items():
        if data.startswith(mark):
            return encoding
    try:
        codecs.getincrementaldecoder("utf-8")().decode(data, final=whole)
    except UnicodeDecodeError as error:
        damaged = _is_damaged_utf_8(data)
        if damaged and not whole:
            return "utf-8"
        found = None if damaged else _known(declared) or _recognised(data)
        if found is None:
            raise _not_text(error.start, "this is not UTF-8 text, nor in a known encoding") from error
        return found
    return "utf-8"


def declared_in(markup: bytes) -> str | None:
    """The encoding that an HTML page or XML document names in its beginning."""
    found = _DECLARED.search(markup[:_DECLARED_WITHIN])
    return (found[1] or found[2]).decode("ascii", "replace") if found else None


def normalise(text: str) -> str:
    r"""Put text into the form that every offset points into: Unicode NFC, line ends as `\n`."""
    return unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))


def _known(declared: str | None) -> str | None:
    """Python's name of a declared encoding, if it is one of text: Python knows others, such as `rot13` and `idna`."""
    try:
        name = codecs.lookup(declared or "").name
    except (LookupError, ValueError):
        return None
    name = _WIDER.get(name, name)
    return name if name in _ENCODINGS or re.fullmatch(r"iso8859-\d+|koi8-\w|cp\d{3,4}|mac-\w+", name) else None


def _is_damaged_utf_8(data: bytes) -> bool:
    """Whether more of what is not ASCII is UTF-8 than is not; in other encodings hardly any looks like it."""
    others: list[str] = re.findall("[^\x00-\x7f]", data.decode("utf-8", "surrogateescape"))
    return 2 * sum("\udc80" <= character <= "\udcff" for character in others) < len(others)


def _recognised(data: bytes) -> str | None:
    """The most likely encoding, told from the lines that are not ASCII alone."""
    if _NO_TEXT.search(data):
        return None
    from charset_normalizer import from_bytes

    telling = b"\n".join(line for line in data.splitlines() if not line.isascii())[:SAMPLE]
    matches = from_bytes(telling, cp_isolation=_ENCODINGS)
    best = matches.best()
    if best is None:
        return None
    if best.encoding != _TURKISH and "Turkish" in best.languages[:1]:
        return _TURKISH
    as_likely = {
        encoding
        for match in matches
        if (match.chaos, match.coherence) == (best.chaos, best.coherence)
        for encoding in match.could_be_from_charset
    }
    return min(as_likely & {*_ENCODINGS}, key=_ENCODINGS.index, default=best.encoding)


def _not_text(offset: int, reason: str) -> Unreadable:
    return Unreadable(reason, "Save the file as UTF-8 text, or leave it out", f"byte {offset}")
