"""What goes into the quotation reader and what comes out of it."""

from __future__ import annotations

from dataclasses import dataclass

from graphkit.extract.document import Span


@dataclass(frozen=True, slots=True)
class NamedSpan:
    """A name found in the text before quotations are read.

    Attributes:
        start: offset of its first character.
        end: offset behind its last character.
        label: "Person", "Agency", "Country" or "Forum".
        subject: a key; the same key is the same thing in this article.
        post: the whole noun phrase with the title or apposition around the name, if there is one.
    """

    start: int
    end: int
    label: str
    subject: str
    post: Span | None = None


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words that an article gives as someone's.

    Attributes:
        start: offset of the first of the words.
        end: offset behind the last of the words.
        kind: "direct", "indirect" or "mixed".
        cue: the speech verb as written, if one introduces the words.
        speaker: the expression that names the speaker; None is "whoever spoke in the preceding quotation".
        continues: whether the speaker is that of the preceding quotation.
        nested: whether the words stand inside another speaker's words.
        rule: the name of the rule that found them, a key of `CONFIDENCE`.
        confidence: of the rule, in (0, 1].
    """

    start: int
    end: int
    kind: str
    cue: str | None
    speaker: Span | None
    continues: bool
    nested: bool
    rule: str
    confidence: float


CONFIDENCE = {
    "direct.verb-after": 0.97,
    "direct.verb-after-inverted": 0.97,
    "direct.verb-before": 0.96,
    "direct.participle": 0.95,
    "direct.verb-inside": 0.95,
    "direct.coordinated": 0.93,
    "direct.according-to": 0.93,
    "direct.as-said": 0.93,
    "direct.colon": 0.85,
    "direct.any-verb": 0.85,
    "direct.next-line": 0.85,
    "direct.signed": 0.8,
    "direct.continued": 0.9,
    "direct.run": 0.9,
    "direct.sentence-before": 0.65,
    "direct.unattributed": 0.4,
    "interview.label": 0.9,
    "interview.answer": 0.75,
    "indirect.said-that": 0.95,
    "indirect.said-bare": 0.9,
    "indirect.said-colon": 0.8,
    "indirect.clause-first": 0.93,
    "indirect.clause-first-inverted": 0.9,
    "indirect.inserted": 0.8,
    "indirect.according-to": 0.93,
    "indirect.as-said": 0.9,
    "indirect.participle": 0.9,
    "indirect.coordinated": 0.9,
    "indirect.and-that": 0.9,
    "indirect.this-was-said": 0.85,
    "mixed.complement": 0.7,
}
"""How sure each rule is: an estimate from real news, to be replaced by what held-back folds measure."""


def quotation(
    rule: str,
    span: Span,
    kind: str,
    *,
    cue: str | None = None,
    speaker: Span | None = None,
    continues: bool = False,
    nested: bool = False,
) -> Quotation:
    """A quotation with the confidence of its rule."""
    return Quotation(span.start, span.end, kind, cue, speaker, continues, nested, rule, CONFIDENCE[rule])
