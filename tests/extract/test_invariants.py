"""What holds of every reading, of whatever text: real articles, and articles broken in every way."""

from __future__ import annotations

import random
import textwrap
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest
from growth import grows_linearly
from hypothesis import given, settings
from hypothesis import strategies as st

from graphkit import vocabulary
from graphkit.extract import extract
from graphkit.graph import build_graph, check_graph
from graphkit.pipeline import derive_graph
from graphkit.records import Article, Evidence, Reading
from graphkit.resolve import resolve

GOLD = Path(__file__).parents[1] / "gold"
TEXTS = {f"{path.parent.name}-{path.stem}": path.read_text(encoding="utf-8") for path in sorted(GOLD.glob("*/*.txt"))}
SAMPLE = [TEXTS[key] for key in ("dev-000_de539247a80ef1e6", "dev-d12", "dev-d18", "dev-d20", "written_a-a04")]
QUOTES = "\"'“”‘’«»"
PIECES = st.sampled_from(
    [
        *("\x00", "\x07", "\x1b[0m", "\x85", "\u2028", "\ufeff", "\u00ad", "\t", "\r"),
        *("\u202eשלום", "مرحبا", "😀", "👩‍👩‍👧", "e\u0301\u0301\u0301", "ﷺ", "İ", "ß", "𝒜"),
        *(*QUOTES, "(", ")", "– ", "\n\n", ", ", ".", ":", ";", "the forum", " said ", "Mr. ", "NATO", "2025"),
    ]
)


def check(reading: Reading) -> None:
    """Every promise that a reading makes."""
    text = reading.article.text
    subjects = {subject.key: subject for subject in reading.subjects}
    assert len(subjects) == len(reading.subjects)
    for mention in reading.mentions:
        assert text[mention.evidence.start : mention.evidence.end] == mention.text != ""
        assert mention.subject in subjects
    for agency in (subject for subject in reading.subjects if subject.label == vocabulary.AGENCY):
        assert agency.properties["kind"] in vocabulary.AGENCY_KINDS
    for claim in reading.claims:
        if claim.type in (vocabulary.QUOTED_AT, vocabulary.QUOTED_IN):
            assert text[claim.evidence.start : claim.evidence.end] == claim.properties["text"]
            assert claim.properties["kind"] in vocabulary.QUOTE_KINDS
        if claim.type == vocabulary.ATTENDED:
            assert claim.properties["status"] in vocabulary.ATTENDED_STATUSES
    for evidence in (item.evidence for item in (*reading.mentions, *reading.claims)):
        check_evidence(text, evidence)
    check_graph(build_graph([reading], resolve([reading])))


def check_evidence(text: str, evidence: Evidence) -> None:
    assert 0 <= evidence.start < evidence.end <= len(text)
    assert 0 < evidence.confidence <= 1
    assert evidence.rule
    earliest = max(0, evidence.start - len(evidence.sentence) + 1)
    at = text.find(evidence.sentence, earliest, evidence.start + len(evidence.sentence))
    assert earliest <= at <= evidence.start, "the evidence begins inside its sentence"


@pytest.mark.parametrize("key", TEXTS)
def test_every_gold_article_keeps_the_promises(key: str) -> None:
    reading = extract(Article(key, TEXTS[key]))
    check(reading)
    assert extract(Article(key, TEXTS[key])) == reading


@pytest.mark.parametrize("width", [12, 40])
def test_articles_broken_anywhere_keep_the_promises(width: int) -> None:
    """Sentences that end in the middle, as where a program cut lines: any word may be the last one."""
    for key, text in TEXTS.items():
        check(extract(Article(key, "\n".join(textwrap.wrap(text, width, break_long_words=False)))))


@settings(max_examples=150)
@given(
    text=st.sampled_from(SAMPLE),
    cut=st.tuples(st.floats(0, 0.5), st.floats(0.5, 1)),
    swaps=st.lists(st.floats(0, 1), max_size=12),
    pieces=st.lists(st.tuples(st.floats(0, 1), PIECES), max_size=12),
    dropped=st.sampled_from(["", '"', "“", "”", "“”\"'’‘", ".", ",", "\n", " "]),
)
def test_a_broken_article_keeps_the_promises(
    text: str,
    cut: tuple[float, float],
    swaps: list[float],
    pieces: list[tuple[float, str]],
    dropped: str,
) -> None:
    text = text[int(cut[0] * len(text)) : int(cut[1] * len(text))]
    text = text.translate({ord(character): None for character in dropped})
    characters = list(text)
    for where in swaps:
        at = int(where * (len(characters) - 2))
        characters[at : at + 2] = reversed(characters[at : at + 2])
    for where, piece in pieces:
        characters.insert(int(where * len(characters)), piece)
    broken = "".join(characters)
    check(extract(Article("broken", broken)))


@settings(max_examples=60)
@given(text=st.text(max_size=200) | st.lists(PIECES, max_size=60).map("".join))
def test_any_text_keeps_the_promises(text: str) -> None:
    check(extract(Article("any", text)))


@pytest.mark.parametrize("text", ["", " ", "\n\n\n", ".", '"', "“”", "A", "a" * 5_000, "(" * 5_000, "\u202e" * 500])
def test_hardly_a_text_keeps_the_promises(text: str) -> None:
    check(extract(Article("empty", text)))


def test_the_graph_is_the_same_whatever_the_order_of_the_articles() -> None:
    articles = [Article(key, text) for key, text in TEXTS.items()]
    read = cache(extract)
    graph = derive_graph(articles, extractor=read)
    for seed in range(2):
        random.Random(seed).shuffle(articles)
        again = derive_graph(articles, extractor=read)
        assert list(again.nodes(data=True)) == list(graph.nodes(data=True))
        assert list(again.edges(keys=True, data=True)) == list(graph.edges(keys=True, data=True))


def reading(piece: str) -> Callable[[int], Reading]:
    """Reads an article of so many characters that repeats a piece."""
    return lambda size: extract(Article("long", piece * (size // len(piece))))


@pytest.mark.parametrize(
    "piece",
    [
        '"We sail ',
        "Mira Holt and Jon Berg, ",
        "Nordic Tide ",
        "and the water was cold ",
        "Ms. ",
        ", ",
        "((",
        "\n\n",
    ],
)
def test_reading_time_grows_with_the_length(piece: str) -> None:
    assert grows_linearly(reading(piece), 6_000)


@pytest.mark.parametrize(
    "piece", ["The Nordic Tide Forum was attended by Mira Holt. ", "director of the Baltic Seed Bank "]
)
def test_reading_time_grows_with_the_number_of_names(piece: str) -> None:
    assert grows_linearly(reading(piece), 6_000)


def test_a_book_on_one_line_is_read() -> None:
    assert reading(SAMPLE[0].replace("\n", " ") + " ")(300_000).claims


def test_thousands_of_quotations_are_read() -> None:
    reading = extract(Article("long", '"We sail," said Mira Holt at the fair. ' * 3_000))
    assert sum(claim.type == vocabulary.QUOTED_IN for claim in reading.claims) == 3_000
