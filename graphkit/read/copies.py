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
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Final

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.distance import Indel

from graphkit.records import Article

_ALIKE: Final = 0.75
"""The Jaccard index of the runs of words of two articles, from which on they may be copies."""

_RUN: Final = 3
_BANDS: Final = 12
_ROWS: Final = 5
"""Two signatures with the same numbers in one of the bands are compared: 96 in a hundred pairs that are as alike as
`_ALIKE` (1 - (1 - 0.75^5)^12), and all but two in a hundred thousand of those that are alike by nine tenths."""

_FACTORS, _TERMS = np.frombuffer(hashlib.shake_256(b"copies").digest(16 * _BANDS * _ROWS), "<u8").reshape(2, -1) | 1
"""Of the hash functions: odd numbers, the same on every machine."""

_FRAME: Final = 25
"""Words before and after the common text that may be other ones: place and date, byline, an agency's closing line."""

_COMMON: Final = 6
"""Words that have to follow each other in both before they are the common text."""

_WORD: Final = re.compile(r"\w+")


def copies(articles: Iterable[Article]) -> dict[str, str]:
    """Find the articles that are copies of others: the same words, or nearly, with the same names and numbers.

    Args:
        articles: at most one for each key; their order does not matter.

    Returns:
        the key of each copy → the key of the article that is kept for it: of those that are copies of each other the
        longest, and of those of one length the first by its key.
    """
    found = {article.key: _WORD.findall(article.text) for article in articles}
    words = {key: found[key] for key in sorted(found, key=lambda key: (-len(found[key]), key))}
    kept_by_words: dict[tuple[str, ...], str] = {}
    kept = {key: kept_by_words.setdefault(tuple(map(str.casefold, words[key])) or (key,), key) for key in words}
    rank = {key: place for place, key in enumerate(words)}
    for one, other in _candidates({key: _runs(words[key]) for key in words if kept[key] == key}):
        first, second = sorted((_root(kept, one), _root(kept, other)), key=rank.__getitem__)
        if first != second and _says_the_same(words[one], words[other]):
            kept[second] = first
    return {key: root for key in words if (root := _root(kept, key)) != key}


def _root(kept: Mapping[str, str], key: str) -> str:
    while kept[key] != key:
        key = kept[key]
    return key


def _runs(words: Sequence[str]) -> frozenset[str]:
    """The runs of words that follow each other, without regard to case."""
    lower = [word.casefold() for word in words]
    return frozenset(" ".join(run) for run in zip(*(lower[start:] for start in range(_RUN)), strict=False))


def _candidates(runs: Mapping[str, frozenset[str]]) -> Iterator[tuple[str, str]]:
    """The pairs of keys whose runs of words are alike, each once."""
    bands: dict[tuple[int, bytes], list[str]] = defaultdict(list)
    for key, own in runs.items():
        if not own:
            continue
        places = list(enumerate(map(bytes, _signature(own))))
        for other in sorted({other for place in places for other in bands[place]}):
            if len(own & runs[other]) >= _ALIKE * len(own | runs[other]):
                yield key, other
        for place in places:
            bands[place].append(key)


def _signature(runs: frozenset[str]) -> NDArray[np.uint64]:
    """The least of each hash function over the runs of words, in the rows of its bands.

    The functions are those of multiply-shift hashing (M. Dietzfelbinger et al., A reliable randomized algorithm for the
    closest-pair problem, 1997), upon CRC-32.
    """
    hashes = np.fromiter((zlib.crc32(run.encode("utf-8", "surrogatepass")) for run in runs), np.uint64, len(runs))
    least: NDArray[np.uint64] = ((_FACTORS[:, None] * hashes + _TERMS[:, None]) >> np.uint64(32)).min(axis=1)
    return least.reshape(_BANDS, _ROWS)


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
