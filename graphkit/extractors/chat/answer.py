"""An answer's JSON → the claims that it proposes, none of them believed yet."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from graphkit.extractors.chat.endpoint import ChatFailure
from graphkit.extractors.chat.question import asked_properties

_MOST_CLAIMS: Final = 1_000
_FENCED: Final = re.compile(r"\s*```\w*\n(.*)```\s*", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Named:
    """An end of a claim, as the answer names it."""

    label: str
    name: str


@dataclass(frozen=True, slots=True)
class ProposedClaim:
    """One claim of an answer; `target` is None where it ends at the article."""

    type: str
    source: Named
    target: Named | None
    evidence: str
    properties: Mapping[str, str | bool | None]


def read_answer(content: str) -> list[ProposedClaim | None]:
    """The claims of an answer, and None for each that is not of the schema.

    Args:
        content: JSON as `question.answer_schema` describes it, with or without a Markdown fence around it.

    Raises:
        ChatFailure: it is not JSON, holds no list of claims, or more than a model writes in earnest.
    """
    fenced = _FENCED.fullmatch(content)
    try:
        claims = json.loads(fenced[1] if fenced else content)["claims"]
    except (ValueError, LookupError, TypeError, RecursionError) as error:
        raise ChatFailure(
            "the chat endpoint did not answer in the JSON it was asked for", "Use another model"
        ) from error
    if not isinstance(claims, list) or len(claims) > _MOST_CLAIMS:
        raise ChatFailure(
            f"the chat endpoint did not answer with a list of at most {_MOST_CLAIMS:,} claims", "Use another model"
        )
    return [_claim(claim) for claim in claims]


def _claim(said: Any) -> ProposedClaim | None:
    try:
        source, target = _named(said["source"]), said.get("target")
        proposed = ProposedClaim(
            said["type"], source, None if target is None else _named(target), said["evidence"], _properties(said)
        )
    except (LookupError, TypeError, AttributeError):
        return None
    is_text = isinstance(proposed.type, str) and isinstance(proposed.evidence, str)
    return proposed if is_text else None


def _named(said: Any) -> Named:
    label, name = said["label"], said["name"]
    if not isinstance(label, str) or not isinstance(name, str):
        raise TypeError
    return Named(label, name)


def _properties(said: Mapping[str, Any]) -> dict[str, str | bool | None]:
    """What the answer says of known properties, in the type that they have; null otherwise."""
    kinds = {"string": str, "boolean": bool}
    return {
        name: said.get(name) if isinstance(said.get(name), kinds[known.type]) else None
        for name, known in asked_properties().items()
    }
