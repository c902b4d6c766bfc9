"""Whatever bytes a file of any kind holds, reading it gives articles or refusals and goes on.

GRAPHKIT_FUZZ_FILES=1000 looks at so many files of each kind, other ones every time.
"""

from __future__ import annotations

import os
import warnings
from functools import cache
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from samples import SAMPLES

from graphkit.read import ENDINGS, Refusal, read_articles

_WANTED = os.environ.get("GRAPHKIT_FUZZ_FILES")
_EXAMPLES = int(_WANTED or 40)
_THE_SAME = _WANTED is None


@cache
def sample(name: str) -> bytes:
    return SAMPLES[name]()


@st.composite
def mutated(draw: st.DrawFn, data: bytes) -> bytes:
    """Bytes of a real file, of which some were overwritten, cut out, doubled or moved."""
    changed = bytearray(data)
    for _ in range(draw(st.integers(1, 6))):
        at, length = draw(st.integers(0, len(changed))), draw(st.integers(0, 40))
        how = draw(st.sampled_from(["overwrite", "cut", "double", "end"]))
        if how == "overwrite":
            changed[at : at + length] = draw(st.binary(min_size=length, max_size=length))
        elif how == "cut":
            del changed[at : at + length]
        elif how == "double":
            changed[at:at] = changed[at : at + length] * draw(st.integers(1, 5))
        else:
            del changed[at:]
    return bytes(changed)


def gives_articles_or_refusals(folder: Path, name: str, data: bytes) -> None:
    (folder / name).write_bytes(data)
    (folder / "z.txt").write_bytes(b"Good.")
    refusals: list[Refusal] = []
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of the libraries, on what is broken
        articles = list(read_articles([folder / name, folder / "z.txt"], refusals.append))
    assert articles[-1].key == "z"
    assert len(articles) > 1 or refusals
    for article in articles:
        assert article.text.strip()
        "".join(filter(None, (article.key, article.text, article.title, article.source, article.url))).encode()
    for refusal in refusals:
        assert "\n" not in str(refusal)
        assert str(refusal).startswith(str(folder / name))


@pytest.mark.parametrize("name", SAMPLES)
def test_a_damaged_file_is_read_or_refused(name: str, tmp_path: Path) -> None:
    @settings(max_examples=_EXAMPLES, derandomize=_THE_SAME, suppress_health_check=[HealthCheck.too_slow])
    @given(mutated(sample(name)))
    def check(data: bytes) -> None:
        gives_articles_or_refusals(tmp_path, name, data)

    check()


@settings(
    max_examples=4 * _EXAMPLES,
    derandomize=_THE_SAME,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(
    ending=st.sampled_from(ENDINGS),
    data=st.binary(max_size=200) | st.text(max_size=200).map(lambda text: text.encode("utf-8", "replace")),
)
def test_any_bytes_under_any_ending_are_read_or_refused(tmp_path: Path, ending: str, data: bytes) -> None:
    gives_articles_or_refusals(tmp_path, f"a{ending}", data)
