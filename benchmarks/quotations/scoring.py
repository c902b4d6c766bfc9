"""Scores direct quotations and their speakers against PolNeAR.

Each predicted quotation goes to the attribution that holds most of its words. A direct attribution is found where
the words U of the quotations that went to it, and its own quoted words G, agree: |U ∩ G| ≥ 0.8 max(|U|, |G|); so
pieces may be cut differently, but half a quotation, or one that swallows narration, does not count. A quotation that
is no part of a found attribution is a false one, save where it lies mainly inside a mixed or indirect attribution: a
partial quotation is neither right nor wrong. The speaker is judged by the surname, where the source is a person's name.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from quotations.gold import Attribution, GoldArticle, Span, name_words, surname, word_starts

_AGREEMENT = 0.8
_MAINLY = 0.5


@dataclass(frozen=True)
class Predicted:
    """A quotation that a system found, and whom it names as the speaker."""

    start: int
    end: int
    speaker: str | None


@dataclass(frozen=True)
class Ratio:
    """Precision, recall and F1 of what was found, in per cent."""

    right: int
    predicted: int
    gold: int

    @property
    def precision(self) -> float:
        return 100 * self.right / self.predicted if self.predicted else 0.0

    @property
    def recall(self) -> float:
        return 100 * self.right / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        return 200 * self.right / (self.predicted + self.gold) if self.predicted + self.gold else 0.0


@dataclass(frozen=True)
class Scores:
    """How well direct quotations are detected, and detected with the right speaker where the gold names one."""

    detection: Ratio
    named_speaker: Ratio


def score(articles: Sequence[GoldArticle], predicted: Mapping[str, Sequence[Predicted]]) -> Scores:
    """Score what a system found, by the articles' keys."""
    counts: Counter[str] = Counter()
    for article in articles:
        counts += _counts(article, predicted.get(article.key, ()))
    return Scores(
        Ratio(counts["found"], counts["found"] + counts["false"], counts["direct"]),
        Ratio(counts["right"], counts["found, spoken"] + counts["false, spoken"], counts["named"]),
    )


_Placed = tuple[Predicted, frozenset[int]]


def _counts(article: GoldArticle, predicted: Sequence[Predicted]) -> Counter[str]:
    counts: Counter[str] = Counter()
    given, false = _given(article, predicted)
    for index, attribution in enumerate(article.attributions):
        mine = given[index]
        if attribution.kind != "direct":
            content = word_starts(article.text, attribution.content)
            false += [one for one in mine if len(one[1] & content) < _MAINLY * len(one[1])]
            continue
        named = attribution.source_class == "person"
        counts["direct"] += 1
        counts["named"] += named
        if not _agrees(word_starts(article.text, attribution.quoted), mine):
            false += mine
            continue
        speaker = _speaker(mine)
        counts["found"] += 1
        if named and speaker:
            counts["found, spoken"] += 1
            counts["right"] += _is_named_by(attribution, speaker)
    counts["false"] += len(false)
    counts["false, spoken"] += sum(bool(one.speaker) for one, _ in false)
    return counts


def _given(
    article: GoldArticle, predicted: Sequence[Predicted]
) -> tuple[defaultdict[int, list[_Placed]], list[_Placed]]:
    """The quotations that each attribution holds most words of, and those that none holds a word of."""
    contents = [word_starts(article.text, attribution.content) for attribution in article.attributions]
    given: defaultdict[int, list[_Placed]] = defaultdict(list)
    outside: list[_Placed] = []
    for one in predicted:
        words = word_starts(article.text, [_span(one)])
        shared = [len(words & content) for content in contents]
        if not words:
            continue
        if not any(shared):
            outside.append((one, words))
        else:
            given[shared.index(max(shared))].append((one, words))
    return given, outside


def _span(one: Predicted) -> Span:
    return one.start, one.end


def _agrees(gold: frozenset[int], found: Sequence[_Placed]) -> bool:
    union = frozenset[int]().union(*(words for _, words in found))
    return bool(gold) and len(union & gold) >= _AGREEMENT * max(len(union), len(gold))


def _speaker(found: Sequence[_Placed]) -> str | None:
    """Who speaks most of the words."""
    words: Counter[str | None] = Counter()
    for one, spoken in found:
        words[one.speaker] += len(spoken)
    return words.most_common(1)[0][0]


def _is_named_by(attribution: Attribution, speaker: str) -> bool:
    """Whether the surnames agree; a source of one word agrees with any word of the speaker's name."""
    alone = len(set(name_words(attribution.source or ""))) == 1
    return surname(speaker) == attribution.surname or (alone and attribution.surname in name_words(speaker))
