"""An article as tokens, sentences and paragraphs, every one with its offsets into the text.

The splitter is built for news: abbreviations of titles ("Dr.", "H.E."), initials ("J. Smith"), ordinals and
clock times do not end a sentence; closing marks belong to the sentence that they close.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

_LETTER = r"[^\W\d_]"
_WORD = rf"(?:{_LETTER}[\u0300-\u036f]*)+"
_APOSTROPHE = "'’ʻʼ`‘"

_TOKEN = re.compile(
    rf"""
    (?:{_LETTER}\.){{2,}}                                   # H.E.  U.S.  a.m.
  | [A-Z]{{2,}}-?\d+(?=\W|$)                                 # COP31
  | \d+(?:[.,:]\d+)*(?:st|nd|rd|th)?(?=\W|$|[A-Za-z])        # 1,900  4.35  12th
  | [{_APOSTROPHE}](?:s|S)(?=\W|$)                          # possessive
  | {_WORD}(?:[-‐‑{_APOSTROPHE}](?![sS](?:\W|$)){_WORD})*
  | \w+
  | \.\.\.|--
  | \S
    """,
    re.VERBOSE,
)

_PARTICLE_PREFIX = re.compile(r"(?:al|el|ad|an|ar|as|ash|at|az|ut|ibn|bin|d|l)[-'’][A-ZÀ-Þ]")

_ABBREVIATIONS = frozenset(
    """sh st sr jr fr cmdr adv arch sen rep pres amb jan feb mar apr jun jul aug sept sep oct nov dec mon tue
    tues wed thu thur thurs fri sat sun co corp inc ltd plc no nos vol art dept univ est al etc fig hrs min
    sra""".split()
)
_NEVER_FINAL = frozenset(
    """mr mrs ms mx dr prof hon eng gov ato smt shri rev gen col maj capt lt sgt messrs mme mlle vs cf approx
    ret""".split()
)
"""Abbreviations that end no sentence, whatever follows."""

_SENTENCE_END = re.compile(r"(?<![.!?…])[.!?…]+[\"'”’»)\]]*(?=\s|$)")
_WHITE_SPACE = re.compile(r"\s+")
_LAST_WORD = re.compile(r"(\w[\w.]*)$")
_LONGEST_ABBREVIATION = 12
_OPENING = "\"'“‘«([—–-•*"

_LINK = re.compile(
    r"(?:[•*·-]\s*)?(?:(?:read|see|watch) (?:also|more)|also read|more on this|(?:FOCUS|UPDATE|ANALYSIS|"
    r"RELATED):|related)\b",
    re.IGNORECASE,
)
"""How a line begins that leads to another article."""

_BYLINE = re.compile(
    r"(?:By|BY) (?:[A-Z][\w'’.-]*\s?){1,5}$|(?:Edited|Translated|Written) by\b|(?:Editor|Translation): "
)
_SIGN_OFF = re.compile(r"[(/]?[A-Za-z]{2,5}(?:\s?//?\s?[A-Za-z]{2,5})*[)/]?$")


class Token:
    """A word, number, possessive ending or punctuation mark: `document.text[start:end] == text`.

    What the rules ask of every token again and again is worked out once.

    Attributes:
        text: as written.
        start: offset of its first character.
        end: offset behind its last character.
        lower: in lower case, with a typographic apostrophe made plain.
        is_word: whether it begins with a letter.
        is_capitalised: whether it begins with an upper-case letter.
        is_possessive: whether it is the ending 's or the bare apostrophe after a plural.
    """

    __slots__ = ("end", "is_capitalised", "is_possessive", "is_word", "lower", "start", "text")

    def __init__(self, text: str, start: int, end: int) -> None:
        self.text = text
        self.start = start
        self.end = end
        self.lower = text.lower().replace("’", "'")
        self.is_word = text[0].isalpha()
        self.is_capitalised = text[0].isupper()
        self.is_possessive = text[0] in _APOSTROPHE and self.lower[1:] in ("", "s")

    @property
    def is_name_shaped(self) -> bool:
        """Whether it begins with a capital, if only behind a particle ("al-Harthi")."""
        return self.is_capitalised or _PARTICLE_PREFIX.match(self.text) is not None

    def follows(self, before: Token) -> bool:
        """Whether one character alone, as a rule a space, parts it from a token before."""
        return self.start == before.end + 1


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of the text, `text[start:end]`."""

    start: int
    end: int

    def __contains__(self, offset: int) -> bool:
        return self.start <= offset < self.end

    def covers(self, other: Span) -> bool:
        """Whether the other span lies wholly inside this one."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Whether the two have a character in common."""
        return self.start < other.end and other.start < self.end

    def through(self, other: Span) -> Span:
        """The stretch from where the first of the two begins to where the last ends."""
        return Span(min(self.start, other.start), max(self.end, other.end))


class Document:
    """The text of one article with its paragraphs, sentences and tokens.

    Attributes:
        text: the article's text, unchanged.
        paragraphs: spans without the white space around them.
        sentences: spans, each inside one paragraph, in order.
        tokens: all tokens, in order.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self.paragraphs: tuple[Span, ...] = tuple(_paragraphs(text))
        self.sentences: tuple[Span, ...] = tuple(
            sentence for paragraph in self.paragraphs for sentence in _sentences(text, paragraph)
        )
        self.tokens: tuple[Token, ...] = tuple(
            Token(match.group(), match.start(), match.end()) for match in _TOKEN.finditer(text)
        )

    @cached_property
    def _token_starts(self) -> list[int]:
        return [token.start for token in self.tokens]

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return [sentence.start for sentence in self.sentences]

    @cached_property
    def _paragraph_starts(self) -> list[int]:
        return [paragraph.start for paragraph in self.paragraphs]

    @cached_property
    def headlines(self) -> tuple[Span, ...]:
        """Paragraphs in which nearly every word has a capital, and that no full stop ends."""
        return tuple(paragraph for paragraph in self.paragraphs[:3] if self._is_headline(paragraph))

    @cached_property
    def furniture(self) -> tuple[Span, ...]:
        """Paragraphs that are not part of the report: links to other articles, bylines, the desk's initials."""
        return tuple(paragraph for paragraph in self.paragraphs if _is_furniture(self.text_of(paragraph)))

    def _is_headline(self, paragraph: Span) -> bool:
        words = [token for token in self.tokens_in(paragraph) if token.is_word and len(token.text) > 3]
        capitals = sum(token.is_capitalised for token in words)
        closed = self.text[paragraph.end - 1] in ".!?…:;,"
        return not closed and len(words) >= 4 and capitals >= 0.85 * len(words)

    def token_at(self, offset: int) -> int:
        """Index of the token that holds the offset, else of the last one that begins before it (0 at least)."""
        return max(0, bisect_right(self._token_starts, offset) - 1)

    def token_range(self, span: Span) -> range:
        """Indices of the tokens that begin inside the span."""
        first = bisect_right(self._token_starts, span.start - 1)
        return range(first, bisect_right(self._token_starts, span.end - 1))

    def tokens_in(self, span: Span) -> Sequence[Token]:
        """The tokens that begin inside the span."""
        indices = self.token_range(span)
        return self.tokens[indices.start : indices.stop]

    def sentence_index(self, offset: int) -> int:
        """Index of the sentence that holds the offset, else of the last one that begins before it."""
        return max(0, bisect_right(self._sentence_starts, offset) - 1)

    def sentence_at(self, offset: int) -> Span:
        """The sentence that holds the offset."""
        return self.sentences[self.sentence_index(offset)]

    def sentences_around(self, span: Span) -> Span:
        """The sentence that holds the span, or all of them when they are several."""
        return span.through(self.sentence_at(span.start)).through(self.sentence_at(max(span.start, span.end - 1)))

    def paragraph_index(self, offset: int) -> int:
        """Index of the paragraph that holds the offset, else of the last one that begins before it."""
        return max(0, bisect_right(self._paragraph_starts, offset) - 1)

    def span(self, first: int, last: int) -> Span:
        """The characters under the tokens from `first` to before `last`."""
        return Span(self.tokens[first].start, self.tokens[last - 1].end)

    def text_of(self, span: Span) -> str:
        """The text under a span."""
        return self.text[span.start : span.end]


def _is_furniture(words: str) -> bool:
    return any(pattern.match(words) is not None for pattern in (_LINK, _BYLINE, _SIGN_OFF))


def _paragraphs(text: str) -> Iterator[Span]:
    for match in re.finditer(r"[^\n]+", text):
        stripped = match.group().strip()
        if stripped:
            start = match.start() + len(match.group()) - len(match.group().lstrip())
            yield Span(start, start + len(stripped))


def _sentences(text: str, paragraph: Span) -> Iterator[Span]:
    start = paragraph.start
    for match in _SENTENCE_END.finditer(text, paragraph.start, paragraph.end):
        if match.end() >= paragraph.end:
            break
        following = _WHITE_SPACE.match(text, match.end())
        if following is None or not _ends_sentence(text, start, match, following.end()):
            continue
        yield Span(start, match.end())
        start = following.end()
    if start < paragraph.end:
        yield Span(start, paragraph.end)


def _ends_sentence(text: str, start: int, end: re.Match[str], following: int) -> bool:
    if following >= len(text):
        return True
    first = text[following]
    if not (first.isupper() or first.isdigit() or first in _OPENING or not first.isascii()):
        return False
    if end.group()[0] != "." or end.group() == "...":
        return not first.islower()
    return not _is_abbreviation(text, start, end.start(), first)


def _is_abbreviation(text: str, start: int, dot: int, first: str) -> bool:
    """Whether the word before the full stop is an abbreviation that does not end the sentence here."""
    match = _LAST_WORD.search(text, max(start, dot - _LONGEST_ABBREVIATION), dot)
    if match is None:
        return False
    word = match.group(1).lower()
    if word in _NEVER_FINAL:
        return True
    if len(word) == 1 and match.group(1).isupper():  # an initial: "J. Smith"
        return True
    if re.fullmatch(r"(?:[^\W\d_]\.)+[^\W\d_]", word):  # "H.E", "U.S", "a.m"
        return match.group(1)[0].isupper()
    return word in _ABBREVIATIONS and (
        first.isdigit() or (first.isupper() and word not in ("etc", "al", "co", "ltd", "inc", "corp"))
    )
