"""Standard input: text, or what its first characters say."""

from __future__ import annotations

import sys
from typing import Final

from graphkit.read.kinds import ending_of_beginning
from graphkit.read.opened import Opened, rejoined

STANDARD_INPUT: Final = "-"

_TELLING: Final = 1024


def opened_standard_input() -> Opened:
    """Standard input, as a file of the kind that it begins like; its text has no name, so that its key is a hash."""
    head = sys.stdin.buffer.read(_TELLING)
    name = f"standard input{ending_of_beginning(head)}"
    return Opened("standard input", name, rejoined(head, sys.stdin.buffer), has_name=False)
