"""Graph properties as XML can hold them."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any, Final

_NOT_XML: Final = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What is no character of XML 1.0, https://www.w3.org/TR/xml/#charsets."""


class XmlProperties:
    """Flattens properties, and counts the characters that it had to replace."""

    def __init__(self) -> None:
        self._replaced = 0

    def flat(self, properties: Mapping[str, Any]) -> dict[str, Any]:
        """The properties that are not null; a list is a JSON array."""
        return {name: self._value(value) for name, value in properties.items() if value is not None}

    def text(self, text: str) -> str:
        """The text with U+FFFD for each character that XML does not have, so that offsets stay."""
        clean, replaced = _NOT_XML.subn("\ufffd", text)
        self._replaced += replaced
        return clean

    def lost(self) -> tuple[str, ...]:
        """What was replaced, in words."""
        if not self._replaced:
            return ()
        return (f"Control characters that XML does not have, each replaced by U+FFFD: {self._replaced:,}.",)

    def _value(self, value: Any) -> Any:
        if isinstance(value, list):
            # JSON escapes most control characters, but not those above ASCII.
            return self.text(json.dumps(value, ensure_ascii=False))
        return self.text(value) if isinstance(value, str) else value
