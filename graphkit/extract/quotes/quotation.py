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
        rule: the name of the rule that found them, without "quote.".
    """

    start: int
    end: int
    kind: str
    cue: str | None
    speaker: Span | None
    continues: bool
    nested: bool
    rule: str


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
    """A quotation over a span."""
    return Quotation(span.start, span.end, kind, cue, speaker, continues, nested, rule)
