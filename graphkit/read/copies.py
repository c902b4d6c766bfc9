"""Which articles are copies of others, so that what a news agency said once is not counted as often as it was printed.

Candidates are found by MinHash signatures in a locality-sensitive index (A. Broder, On the resemblance and containment
of documents, 1997; J. Leskovec, A. Rajaraman and J. Ullman, Mining of Massive Datasets, chapter 3), and each is then
compared word by word: an article that says something else about somebody is no copy, however alike it is.
"""

from __future__ import annotations

import hashlib
import re
import zlib
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from rapidfuzz.distance import Indel

from graphkit.records import Article

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_ALIKE: Final = 0.75
"""The Jaccard index of the runs of words of two articles, from which on they may be copies."""

_RUN: Final = 3
_LONG_RUN: Final = 6
_BANDS: Final = 16
_ROWS: Final = 4
"""Two signatures with the same numbers in one of the bands are compared: 1 - (1 - s^4)^16 of the pairs that have s of
their long runs in common. That is all but one in a million of those in which one word in a hundred differs, and three
in four where one word in twenty does. Long runs tell copies, which differ here and there, from what is written by one
pattern, such as market reports, which differs everywhere: a tenth of them in common is one pair in six hundred."""

_LEAST_ALIKE: Final = 24
"""Numbers of two signatures, of 64, that have to be the same before the words are compared. Where the short runs are
as alike as those of copies have to be, half of the long ones are at least: of such pairs that have a band in common
fewer than 24 numbers are found in one of three hundred, and where 56 in a hundred are, in one of six thousand. Of
pairs that have one paragraph of four in common, one in eight thousand is compared."""

_FRAME: Final = 25
"""Words before and after the common text that may be other ones: place and date, byline, an agency's closing line."""

_COMMON: Final = 6
"""Words that have to follow each other in both before they are the common text."""

_WORD: Final = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Sketch:
    """What tells of an article's words, in a few bytes, whether they may be like those of another.

    Attributes:
        count: how many words there are.
        whole: a digest of all of them; that of the article's key where there are none.
        least: the signature, the least number of each hash function; empty where there are too few words for one.
    """

    count: int
    whole: bytes
    least: bytes

    def marks(self) -> list[int]:
        """First what articles of the same words have in common, then what most that are alike have one of."""
        width = len(self.least) // _BANDS
        bands = [self.least[at : at + width] for at in range(0, len(self.least), width or 1)]
        return [_number(self.whole), *(_number(b"%d " % place + band) for place, band in enumerate(bands))]

    def may_be_like(self, other: Sketch) -> bool:
        """Whether the words are the same, or enough of the signature is."""
        if self.whole == other.whole:
            return True
        pairs = zip(memoryview(self.least).cast("I"), memoryview(other.least).cast("I"), strict=False)
        return sum(one == its for one, its in pairs) >= _LEAST_ALIKE


def sketched(article: Article) -> Sketch:
    """The sketch of an article."""
    return Words(article).sketch


def _number(mark: bytes) -> int:
    """A number of 64 bits, as a database has it."""
    return int.from_bytes(hashlib.blake2b(mark, digest_size=8).digest(), "big", signed=True)


class Words:
    """The words of an article, to be compared with those of others.

    Attributes:
        key: the article's key.
        rank: of articles that are copies of each other the least one is kept: the longest, then the first by its key.
    """

    def __init__(self, article: Article, sketch: Sketch | None = None) -> None:
        """Take the words of an article apart; its sketch is made unless it is given."""
        self.key = article.key
        self._words = _WORD.findall(article.text)
        self.rank = (-len(self._words), article.key)
        if sketch is not None:
            self.sketch = sketch

    @cached_property
    def sketch(self) -> Sketch:
        """What the words have to have in common with others before they are compared."""
        whole = "\0".join(self._lower or ["", self.key]).encode("utf-8", "surrogatepass")
        least = _signature(self._long_runs()).tobytes() if self._runs else b""
        return Sketch(len(self._words), hashlib.sha256(whole).digest(), least)

    @cached_property
    def _lower(self) -> list[str]:
        return [word.casefold() for word in self._words]

    @cached_property
    def _runs(self) -> frozenset[str]:
        return frozenset(" ".join(run) for run in zip(*(self._lower[at:] for at in range(_RUN)), strict=False))

    def _long_runs(self) -> frozenset[str]:
        first = range(max(1, len(self._lower) - _LONG_RUN + 1))
        return frozenset(" ".join(self._lower[at : at + _LONG_RUN]) for at in first)

    def is_like(self, other: Words) -> bool:
        """Whether one of the two is a copy of the other."""
        if not self.sketch.may_be_like(other.sketch):
            return False
        if self._lower == other._lower:
            return True
        alike = len(self._runs & other._runs) >= _ALIKE * len(self._runs | other._runs)
        return alike and _says_the_same(self._words, other._words)


def copies(articles: Iterable[Article]) -> dict[str, str]:
    """Find the articles that are copies of others: the same words, or nearly, with the same names and numbers.

    Args:
        articles: at most one for each key; their order does not matter.

    Returns:
        the key of each copy → the key of the article that is kept for it: of those that are copies of each other the
        longest, and of those of one length the first by its key.
    """
    ranked = sorted(map(Words, articles), key=lambda words: words.rank)
    rank = {words.key: words.rank for words in ranked}
    kept = {words.key: words.key for words in ranked}
    seen: dict[int, list[Words]] = defaultdict(list)
    for words in ranked:
        marks = words.sketch.marks()
        near = {other.key: other for mark in marks for other in seen[mark]}
        same = [other.key for other in near.values() if other.sketch.whole == words.sketch.whole]
        if same:
            kept[words.key] = same[0]
            continue
        for _, other in sorted(near.items()):
            first, second = sorted((_root(kept, words.key), _root(kept, other.key)), key=rank.__getitem__)
            if first != second and words.is_like(other):
                kept[second] = first
        for mark in marks:
            seen[mark].append(words)
    return {key: root for key in kept if (root := _root(kept, key)) != key}


def _root(kept: Mapping[str, str], key: str) -> str:
    while kept[key] != key:
        key = kept[key]
    return key


def _signature(runs: frozenset[str]) -> NDArray[np.uint32]:
    """The least of each hash function over the runs of words, band by band.

    The functions are those of multiply-shift hashing (M. Dietzfelbinger et al., A reliable randomized algorithm for the
    closest-pair problem, 1997), upon CRC-32.
    """
    import numpy as np  # here, since most commands look for no copies and it is slow to import

    factors, terms = _functions()
    hashes = np.fromiter((zlib.crc32(run.encode("utf-8", "surrogatepass")) for run in runs), np.uint64, len(runs))
    least: NDArray[np.uint64] = ((factors[:, None] * hashes + terms[:, None]) >> np.uint64(32)).min(axis=1)
    return least.astype("<u4")


@cache
def _functions() -> tuple[NDArray[np.uint64], NDArray[np.uint64]]:
    """Factors and terms of the hash functions: odd numbers, the same on every machine."""
    import numpy as np

    odd = np.frombuffer(hashlib.shake_256(b"copies").digest(16 * _BANDS * _ROWS), "<u8").reshape(2, -1) | 1
    return odd[0], odd[1]


def _says_the_same(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether two texts differ in no name and no number, but for what frames them.

    What frames the common text may be other words, if they are few; within it, only words in small letters may be.
    """
    lower_one, lower_other = ([word.casefold() for word in words] for words in (one, other))
    blocks = [
        (block.src_start, block.src_end, block.dest_start, block.dest_end)
        for block in Indel.opcodes(lower_one, lower_other)
        if block.tag == "equal"
    ]
    common = [block for block in blocks if block[1] - block[0] >= _COMMON]
    if not common:
        return False
    first, last = common[0], common[-1]
    frame = (one[: first[0]], other[: first[2]], one[last[1] :], other[last[3] :])
    within = [block for block in blocks if first[0] <= block[0] <= last[0]]
    changed = [
        word for left, right in pairwise(within) for word in (*one[left[1] : right[0]], *other[left[3] : right[2]])
    ]
    return all(len(words) <= _FRAME or not any(map(_tells, words)) for words in frame) and not any(map(_tells, changed))


def _tells(word: str) -> bool:
    """Whether a word may be a name or a number."""
    return not word.islower()
