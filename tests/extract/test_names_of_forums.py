from __future__ import annotations

import pytest
from facts import read


@pytest.mark.parametrize(
    ("text", "forum"),
    [
        ("The Nordic Tide Forum opened on Monday.", "Nordic Tide Forum"),
        ("The Third Lake Victoria Fisheries Forum opened.", "Third Lake Victoria Fisheries Forum"),
        ("The 12th Andean Glacier Congress was held in Lima.", "12th Andean Glacier Congress"),
        ("The Global Salt Congress 2023 was held in Lima.", "Global Salt Congress 2023"),
        (
            "The 7th session of the Black Sea Grain Commission was held in Varna.",
            "7th session of the Black Sea Grain Commission",
        ),
        ("The International Conference on Dry Lakes closed.", "International Conference on Dry Lakes"),
    ],
)
def test_named_gatherings_are_forums(text: str, forum: str) -> None:
    assert read(text).forums == {forum}


@pytest.mark.parametrize(
    "text",
    [
        "Participants of the summit discussed a forum on their phones.",
        "A bilateral meeting took place in Ankara.",
        "They met at a conference last year.",
        'The panel "Open Sea, Open Door" began late.',
        "The exhibition hall was closed.",
    ],
)
def test_gatherings_without_a_name_are_no_forums(text: str) -> None:
    assert read(text).forums == set()


def test_a_numbered_acronym_is_a_forum() -> None:
    found = read("Delegates met at COP31.")
    assert (found.forums, found.agencies) == ({"COP31"}, set())


def test_the_body_of_a_numbered_meeting_is_an_agency() -> None:
    found = read("The 7th session of the Black Sea Grain Commission was held in Varna.")
    assert found.agencies == {"Black Sea Grain Commission"}


def test_a_session_of_a_forum_is_no_forum() -> None:
    found = read('Anna Holt spoke at the session "Seeds for All" of the Nordic Tide Forum.')
    assert found.forums == {"Nordic Tide Forum"}


def test_the_forum_with_and_without_its_ordinal_is_one_in_an_article() -> None:
    found = read("The 2nd Nordic Tide Forum opened on Monday. Anna Holt spoke at the Nordic Tide Forum.")
    assert found.forums == {"2nd Nordic Tide Forum"}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("2nd Nordic Tide Forum", "3rd Nordic Tide Forum"),
        ("Nordic Tide Forum 2023", "Nordic Tide Forum 2024"),
    ],
)
def test_two_editions_in_one_article_are_two_forums(old: str, new: str) -> None:
    found = read(f"The {old} was held in Bergen. The {new} opened in Oslo. Anna Holt spoke at the {new}.")
    assert found.forums == {old, new}
    assert found.attended == {("Anna Holt", new): "attended"}
