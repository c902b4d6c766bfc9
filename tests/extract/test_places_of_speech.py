from __future__ import annotations

import pytest
from facts import read

FORUM = "Nordic Tide Forum"


def test_words_at_a_forum_are_said_there() -> None:
    text = '"The nets are empty," Anna Holt said at the Nordic Tide Forum. She added that fishing would stop.'
    assert read(text).said == [("Anna Holt", FORUM, None)] * 2


@pytest.mark.parametrize(
    "sentence",
    [
        '"We wait," Anna Holt told reporters after the event.',
        '"We wait," Anna Holt said in an interview.',
        '"We wait," Anna Holt wrote in a statement.',
        '"We wait," Anna Holt said at a press conference.',
    ],
)
def test_words_elsewhere_are_in_the_article_alone(sentence: str) -> None:
    assert read(f"The Nordic Tide Forum opened in Bergen. {sentence}").said == [("Anna Holt", "", None)]


@pytest.mark.parametrize(
    "text",
    [
        '"We wait," Anna Holt said by phone.',
        'Anna Holt said at the panel titled "Cold Water" of the Nordic Tide Forum that it rained.',
    ],
)
def test_what_stands_behind_the_verb_does_not_hide_the_words(text: str) -> None:
    assert read(text).speakers == ["Anna Holt"]


def test_words_without_a_forum_are_in_the_article_alone() -> None:
    assert read('"It is late," Anna Holt said.').said == [("Anna Holt", "", None)]


@pytest.mark.parametrize(
    ("text", "session"),
    [
        (
            'Speaking at the session "Seeds for All" of the Nordic Tide Forum, Anna Holt said it rained.',
            "Seeds for All",
        ),
        ("Anna Holt said at the Nordic Tide Forum that it rained.", None),
    ],
)
def test_a_panel_is_the_session_of_the_words(text: str, session: str | None) -> None:
    found = read(text)
    assert found.said == [("Anna Holt", FORUM, session)]
    assert found.forums == {FORUM}


def test_the_title_of_a_session_is_not_speech() -> None:
    text = 'Anna Holt spoke at the session "We Will Not Go" of the Nordic Tide Forum.'
    assert read(text).said == []


def test_of_two_forums_the_one_named_last_is_meant() -> None:
    text = (
        "Anna Holt spoke at the Nordic Tide Forum. The Alpine Snow Summit was held in Davos a week earlier. "
        '"Snow is late," Jon Berg said at the summit. "Tides are late," Holt said at the forum.'
    )
    assert read(text).said == [("Jon Berg", "Alpine Snow Summit", None), ("Anna Holt", FORUM, None)]


@pytest.mark.parametrize(
    "text",
    [
        "Anna Holt said that she would not attend the Nordic Tide Forum.",
        '"We did not attend the Nordic Tide Forum," Anna Holt said.',
    ],
)
def test_a_forum_inside_the_words_is_not_their_place(text: str) -> None:
    assert read(text).said == [("Anna Holt", "", None)]
