"""Copies are found whatever the order of the articles; what says something else is none."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graphkit.packaged import packaged_folder
from graphkit.read import read_articles
from graphkit.read.copies import copies
from graphkit.records import Article

BODY = (
    "The Minister of Foreign Affairs, Aynur Hasanova, received the Ambassador of Georgia, Giorgi Beridze, on "
    "Thursday. The sides discussed the development of cooperation in trade, transport, energy and culture, and "
    "exchanged views on regional and international issues of mutual interest. The ambassador conveyed an invitation"
    " to the Lake Forum, which 12 countries are expected to attend next spring, and thanked the minister for the "
    "support given to the embassy during the preparations. The minister noted that relations between the two "
    "countries rest on friendship and good neighbourhood, and expressed confidence that the visit would give them a"
    " new impulse. At the end of the meeting the sides agreed to continue the consultations between the ministries "
    "at the level of experts."
)
WIRE = f"BAKU, Azerbaijan, December 18. Trend: {BODY}"
REPRINT = f"Minister receives ambassador\nBaku, 18 December, Lake News Agency\n{BODY}\nFollow us on Telegram"


def article(key: str, text: str) -> Article:
    return Article(key=key, text=text)


def test_the_same_text_under_another_key_is_a_copy() -> None:
    assert copies([article("b", "Talks."), article("a", "Talks.\n"), article("c", "Words.")]) == {"b": "a"}


def test_the_longest_is_kept_and_of_one_length_the_first_by_its_key() -> None:
    assert copies([article("a", BODY), article("c", WIRE), article("b", WIRE)]) == {"a": "b", "c": "b"}


@pytest.mark.parametrize(
    "text",
    [
        REPRINT,
        BODY.replace("discussed the development", "talked about the development"),
        BODY.replace(". ", ".\n\n").upper(),
        BODY.rpartition(" At the end")[0],
    ],
    ids=["another dateline and byline", "other words", "another layout", "without its last sentence"],
)
def test_a_near_copy_is_a_copy(text: str) -> None:
    kept = {"wire": "z"} if text == REPRINT else {"z": "wire"}
    assert copies([article("wire", WIRE), article("z", text)]) == kept


@pytest.mark.parametrize(
    "text",
    [
        BODY.replace("Giorgi Beridze", "Nino Kapanadze"),
        BODY.replace("12 countries", "14 countries"),
        BODY.replace("Ambassador of Georgia", "Ambassador of Turkey"),
        BODY
        + " Earlier, Prime Minister Lado Gelashvili said in Tbilisi that Georgia would open a consulate in Ganja, a "
        "step that Deputy Minister Rashad Aliyev called the fruit of ten years of work at the Lake Forum.",
        BODY[: len(BODY) // 2],
    ],
    ids=["another person", "another number", "another country", "more news", "half of it"],
)
def test_what_says_something_else_is_no_copy(text: str) -> None:
    assert copies([article("wire", WIRE), article("z", text)]) == {}


def test_short_texts_are_copies_only_if_they_are_the_same() -> None:
    assert (
        copies([article("a", "Talks began."), article("b", "Talks ended."), article("c", "!"), article("d", "?")]) == {}
    )


@settings(max_examples=20)
@given(st.randoms(use_true_random=False))
def test_the_order_does_not_matter(order: random.Random) -> None:
    given_articles = [
        article("a", WIRE), article("b", REPRINT), article("c", BODY), article("d", BODY + "\n"),
        article("e", "Talks."), article("f", "Talks."), article("g", BODY.replace("12", "13")),
    ]  # fmt: skip
    order.shuffle(given_articles)
    assert copies(given_articles) == {"a": "b", "c": "b", "d": "b", "f": "e"}


def test_the_seed_articles_are_no_copies() -> None:
    assert copies(read_articles([packaged_folder("seeds")])) == {}
