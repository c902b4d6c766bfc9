"""Answers that came before, in a plain file: an article is asked about once, however often it is loaded."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import Final

from graphkit.errors import ExtractionError
from graphkit.whole_file import write_whole

FILE: Final = "GRAPHKIT_CHAT_ANSWERS"
DEFAULT_FILE: Final = "chat-answers.jsonl"


def answers_file() -> Path:
    """The file that GRAPHKIT_CHAT_ANSWERS names, else `chat-answers.jsonl` in the present folder."""
    return Path(os.environ.get(FILE) or DEFAULT_FILE)


class Answers:
    """Answers in a file of JSON Lines: `model`, `question` (the SHA-256 of all that was asked) and `answer`."""

    def __init__(self, file: Path) -> None:
        self._file = file

    @cached_property
    def _known(self) -> dict[str, str]:
        """The answers so far by their question; a last line that was not written whole is left out."""
        if not self._file.exists():
            return {}
        *lines, rest = self._file.read_bytes().split(b"\n")
        try:
            records = [json.loads(line) for line in lines]
            known: dict[str, str] = {record["question"]: record["answer"] for record in records}
        except (ValueError, LookupError, TypeError) as error:
            raise ExtractionError(
                f"{self._file} does not hold answers of a chat endpoint. Move it away, or name another file in {FILE}."
            ) from error
        if rest:
            write_whole(self._file, b"".join(line + b"\n" for line in lines).decode())
        return known

    def of(self, model: str, messages: Sequence[Mapping[str, str]]) -> str | None:
        """What a model answered to a question before."""
        return self._known.get(_digest(model, messages))

    def keep(self, model: str, messages: Sequence[Mapping[str, str]], answer: str) -> None:
        """Write an answer as the last line of the file, which is made if it is not there."""
        question = _digest(model, messages)
        self._known[question] = answer
        record = {"model": model, "question": question, "answer": answer}
        with self._file.open("ab") as opened:
            opened.write(json.dumps(record).encode() + b"\n")


def _digest(model: str, messages: Sequence[Mapping[str, str]]) -> str:
    return hashlib.sha256(json.dumps([model, list(messages)]).encode()).hexdigest()
