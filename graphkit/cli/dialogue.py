"""The dialogue of `review`: one question after another, answered by a letter."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from graphkit.cli.terminal import say
from graphkit.in_words import number_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from graphkit.corrections.doubts import Doubt

_PROMPT = "[y]es, [n]o, [s]kip or [q]uit? "


def ask(doubts: Sequence[Doubt], file: Path) -> None:
    """Put every question and write each answer at once, so that leaving off loses nothing.

    Args:
        doubts: what to ask.
        file: the corrections file; it is made with the first answer.
    """
    from graphkit.corrections import append_correction, write_line

    written = 0
    for number, doubt in enumerate(doubts, start=1):
        _show(doubt, f"{number}/{len(doubts)}")
        answer = _answer()
        if answer == "q":
            break
        if answer != "s":
            correction = doubt.yes if answer == "y" else doubt.no
            say(f"{append_correction(file, correction)}: {write_line(correction)}")
            written += 1
    if not doubts:
        say("Nothing is doubtful.")
    elif written:
        say(f"{file}: {number_of(written, 'correction')} written. The next load or extract applies them.")
    else:
        say("Nothing was written.")


def _show(doubt: Doubt, number: str) -> None:
    say("")
    say(f"{number}  {doubt.question}  ({doubt.reason}, {doubt.score:.2f})")
    for article, sentence in doubt.passages:
        say(f"    {article}: {sentence}")


def _answer() -> str:
    """`y`, `n`, `s` or `q`, which the end of the input and Ctrl-C are as well."""
    while True:
        print(_PROMPT, end="", file=sys.stderr, flush=True)
        try:
            line = sys.stdin.readline()
        except KeyboardInterrupt:
            line = ""
        if not line:
            say("")
            return "q"
        letter = line.strip().lower()[:1]
        if letter in ("y", "n", "s", "q"):
            return letter
