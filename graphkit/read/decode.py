"""Bytes → text: the encoding, Unicode normalisation and line ends, each dealt with here and once."""

from __future__ import annotations

import codecs
import unicodedata
from pathlib import Path

from graphkit.read.refusal import Refusal

_BYTE_ORDER_MARKS = {
    codecs.BOM_UTF8: "utf-8",
    codecs.BOM_UTF16_LE: "utf-16-le",
    codecs.BOM_UTF16_BE: "utf-16-be",
}


class NotText(ValueError):
    """Bytes that are not text.

    Attributes:
        offset: the first byte that is not.
    """

    def __init__(self, offset: int, reason: str) -> None:
        super().__init__(reason)
        self.offset = offset

    def refusal(self, file: Path) -> Refusal:
        """Say so of a file."""
        return Refusal(f"{file}, byte {self.offset}", str(self), "Save the file as UTF-8 text, or leave it out")


def decode(data: bytes) -> str:
    """Read bytes as UTF-8, or as UTF-16 where they begin with its byte order mark.

    Raises:
        NotText: they are neither, or hold a NUL character, which no text has.
    """
    mark, encoding = _encoding(data)
    try:
        text = data[len(mark) :].decode(encoding)
    except UnicodeDecodeError as error:
        raise NotText(len(mark) + error.start, f"this is not {encoding.upper()} text") from error
    if "\0" in text:
        before = text[: text.index("\0")].encode(encoding)
        raise NotText(len(mark) + len(before), "a NUL character, which no text has")
    return text


def _encoding(data: bytes) -> tuple[bytes, str]:
    for mark, encoding in _BYTE_ORDER_MARKS.items():
        if data.startswith(mark):
            return mark, encoding
    return b"", "utf-8"


def normalise(text: str) -> str:
    r"""Put text into the form that every offset points into: Unicode NFC, line ends as `\n`."""
    return unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
