from __future__ import annotations

import pytest
from growth import grows_linearly
from hypothesis import given, settings
from hypothesis import strategies as st

from graphkit.extract.document import Document, Span
from graphkit.extract.quotes import NamedSpan, find_quotations

ARTICLE = (
    'NORHAVEN, May 4 (HN) - The pier was closed, Mira Holt, the mayor, said. "We stay," she added. "It\'s late."\n\n'
    "– We sail, – said Jon Berg. – All of us.\n\n"
    '"As Jon Berg said, \'no boat is late.\'\n\n"We wait," according to the fund. She noted it “never rains,” and that '
    "all is well, adding that (in the end) fares, he warned, would fall.\n\nQ: Why?\n\nA: Rain."
)
PIECES = st.sampled_from(
    [
        *('"', "“", "”", "‘", "’", "'", "«", "»", "– ", "\n\n", ",", ".", ":", "(", ")", " said ", " that ", "As "),
        *("\u202e", "\x00", "\u0301", "😀", " according to ", "שלום"),
    ]
)


@settings(max_examples=150)
@given(
    cut=st.tuples(st.integers(0, len(ARTICLE)), st.integers(0, len(ARTICLE))),
    inserted=st.lists(st.tuples(st.integers(0, len(ARTICLE)), PIECES), max_size=12),
)
def test_any_mutation_is_read_and_offsets_hold(cut: tuple[int, int], inserted: list[tuple[int, str]]) -> None:
    text = ARTICLE[min(cut) : max(cut)]
    for at, piece in inserted:
        text = text[:at] + piece + text[at:]
    names = [NamedSpan(Span(at, at + 9), "Person") for at in range(len(text)) if text.startswith("Mira Holt", at)]
    for made in find_quotations(Document(text), names):
        assert 0 <= made.span.start < made.span.end <= len(text)
        words = text[made.span.start : made.span.end]
        assert words.strip() == words
        assert made.speaker is None or 0 <= made.speaker.start < made.speaker.end <= len(text)


@pytest.mark.parametrize(
    "piece",
    [
        '"We sail," said Mira Holt. She noted that it rained, adding that it was late. ',
        "he said that we go, adding that it is late and ",
        "“a ",
        "'a 's b' ",
        "according to a, ",
        ", a said",
        "– a, – said b. ",
        '"We sail\n\n',
        "Q: a\n\nA: b\n\n",
    ],
)
def test_reading_time_grows_linearly(piece: str) -> None:
    assert grows_linearly(lambda times: find_quotations(Document(piece * times), []), 500)


def test_ten_thousand_quotations_on_one_line_are_found() -> None:
    text = '"We sail," said Mira Holt at the fair. ' * 10_000
    assert len(find_quotations(Document(text), [])) == 10_000
