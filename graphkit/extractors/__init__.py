"""Other readers of articles, beside the rules: off unless they are named.

`rules` is `graphkit.extract.extract`; `spacy:MODEL` adds the names that a spaCy pipeline finds; `chat` adds what a chat
endpoint claims. Each is a plain function `Article → Reading`, and so is any other that you write.
"""

from __future__ import annotations

import warnings

from graphkit.errors import ExtractionError
from graphkit.extract import extract
from graphkit.extractors.extractor import CHAT, RULES, SPACY, Extractor
from graphkit.read import Refusal, Refuse

__all__ = ["Extractor", "open_extractor", "warn"]


def warn(refusal: Refusal) -> None:
    """Issue a warning about an article that was left to the rules."""
    warnings.warn(str(refusal), stacklevel=2)


def open_extractor(named: str, report: Refuse = warn) -> Extractor:
    """Open the extractor of a name.

    Args:
        named: `rules`, `spacy:MODEL` (an installed pipeline's name, or the folder of one) or `chat` (the endpoint is
            that of `GRAPHKIT_CHAT_URL`, `GRAPHKIT_CHAT_MODEL` and `GRAPHKIT_CHAT_KEY`).
        report: is told of every article that is left to the rules for want of an answer.

    Raises:
        ExtractionError: there is none of that name, or what it needs is not there.
    """
    kind, _, model = named.partition(":")
    if kind == SPACY and model:
        from graphkit.extractors.spacy_names import spacy_extractor

        return spacy_extractor(model)
    if named == CHAT:
        from graphkit.extractors.chat import ChatExtractor, answers_file, endpoint_from_environment

        return ChatExtractor(endpoint_from_environment(), answers_file(), report)
    if named == RULES:
        return extract
    raise ExtractionError(f"No extractor is called {named!r}. Name {RULES}, {SPACY}:MODEL or {CHAT}.")
