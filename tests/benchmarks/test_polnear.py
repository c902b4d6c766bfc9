"""The matching rules of benchmarks/polnear.py, on an invented checkout of two sentences."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[2] / "benchmarks"))

from polnear import by_graphkit, by_pairing, data_folder
from quotations.gold import Attribution, GoldArticle, gold_articles
from quotations.scoring import Predicted, score

TEXT = (
    "“We will open the harbour in the spring,” Leyla Karimova said on Monday.\n\n"
    "Rauf Mammadov called it a “big step” for the town.\n"
)
HARBOUR, STEP = "We will open the harbour in the spring,", "a “big step” for the town"


def span(words: str) -> tuple[int, int]:
    start = TEXT.index(words)
    return start, start + len(words)


@pytest.fixture(name="checkout")
def _checkout(tmp_path: Path) -> Path:
    """As PolNeAR's: brat's spans and attributions by two annotators, of whom the first counts."""
    marked = {"T1": ("Content", HARBOUR), "T2": ("Source", "Leyla Karimova"), "T3": ("Content", STEP)}
    lines = [f"{name}\t{role} {span(words)[0]} {span(words)[1]}\t{words}" for name, (role, words) in marked.items()]
    lines += ["E1\tAttribution:T9 Content:T1 Source:T2", "E2\tAttribution:T9 Content:T3", "A1\tSure E1"]
    for folder in ("attributions", "text"):
        (tmp_path / "data" / "dev" / folder).mkdir(parents=True)
    attributions = tmp_path / "data" / "dev" / "attributions"
    (attributions / "a_1_x.ann").write_text("\n".join(lines), encoding="utf-8")
    (attributions / "a_1_y.ann").write_text("", encoding="utf-8")
    (tmp_path / "data" / "dev" / "text" / "a_1.txt").write_text(TEXT, encoding="utf-8")
    return tmp_path


@pytest.fixture(name="article")
def _article(checkout: Path) -> GoldArticle:
    (found,) = gold_articles(data_folder(checkout), "dev")
    return found


def test_the_gold_says_what_is_direct_and_who_said_it(article: GoldArticle) -> None:
    direct, mixed = article.attributions
    assert direct == Attribution((span(HARBOUR),), (span(HARBOUR),), "direct", "Leyla Karimova", "person", "karimova")
    assert (mixed.kind, mixed.quoted, mixed.source_class) == ("mixed", (span("big step"),), "none")


@pytest.mark.parametrize(
    ("words", "speaker", "detected", "named"),
    [
        (HARBOUR, "L. Karimova", (1, 1, 1), (1, 1, 1)),
        (HARBOUR, "Rauf Mammadov", (1, 1, 1), (0, 1, 1)),
        (HARBOUR, None, (1, 1, 1), (0, 0, 1)),
        ("We will open", "Leyla Karimova", (0, 1, 1), (0, 1, 1)),
        ("said on Monday", None, (0, 1, 1), (0, 0, 1)),
        ("big step", None, (0, 0, 1), (0, 0, 1)),
    ],
)
def test_words_and_speaker_decide(
    article: GoldArticle, words: str, speaker: str | None, detected: tuple[int, ...], named: tuple[int, ...]
) -> None:
    """Each as right, predicted and in the gold."""
    scores = score([article], {article.key: [Predicted(*span(words), speaker)]})
    assert (scores.detection.right, scores.detection.predicted, scores.detection.gold) == detected
    assert (scores.named_speaker.right, scores.named_speaker.predicted, scores.named_speaker.gold) == named


def test_graphkit_and_the_pairing_of_marks_are_asked_the_same(article: GoldArticle) -> None:
    ours = score([article], {article.key: list(by_graphkit(article))})
    assert (ours.detection.f1, ours.named_speaker.f1) == (100, 100)
    assert score([article], {article.key: list(by_pairing(article))}).detection.f1 == 100


def test_a_folder_that_is_no_checkout_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SystemExit, match="Name a checkout"):
        data_folder(tmp_path)
