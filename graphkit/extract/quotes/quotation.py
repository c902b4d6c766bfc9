"""What goes into the quotation reader and what comes out of it."""

from __future__ import annotations

from dataclasses import dataclass

from graphkit.extract.document import Span


@dataclass(frozen=True, slots=True)
class NamedSpan:
    """A name found in the text before quotations are read.

    Attributes:
        span: where it stands.
        label: a node label of the vocabulary.
        post: the whole noun phrase with the title or apposition around the name, if there is one.
    """

    span: Span
    label: str
    post: Span | None = None


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words that an article gives as someone's.

    Attributes:
        rule: the name of the rule that found them, without "quote.".
        span: the words.
        kind: one of `vocabulary.QUOTE_KINDS`.
        cue: the speech verb as written, if one introduces the words.
        speaker: the expression that names the speaker; None is "whoever spoke in the preceding quotation".
        continues: whether the speaker is that of the preceding quotation.
        nested: whether the words stand inside another speaker's words.
    """

    rule: str
    span: Span
    kind: str
    cue: str | None = None
    speaker: Span | None = None
    continues: bool = False
    nested: bool = False
