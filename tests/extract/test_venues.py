from __future__ import annotations

import pytest
from facts import read

FORUM = "Nordic Tide Forum"


@pytest.mark.parametrize(
    "text",
    [
        "The Nordic Tide Forum opened in Bergen.",
        "The Nordic Tide Forum was held in Bergen, Norway, on May 4.",
        "The Nordic Tide Forum in Bergen closed on Friday.",
        "The Nordic Tide Forum will be held in Bergen.",
        "Bergen hosted the Nordic Tide Forum.",
    ],
)
def test_a_forum_is_held_in_its_city_and_country(text: str) -> None:
    found = read(text)
    assert found.held == {(FORUM, "Norway", "Bergen")}
    properties = found.subject(FORUM).properties
    assert (properties["city"], properties["country"]) == ("Bergen", "Norway")


def test_a_country_alone_is_a_place_without_a_city() -> None:
    assert read("The Nordic Tide Forum opened in Georgia.").held == {(FORUM, "Georgia", None)}


@pytest.mark.parametrize(
    "text",
    [
        "The Nordic Tide Forum discussed fishing in Norway.",
        "Anna Holt of the Nordic Tide Forum lives in Bergen.",
        "The Nordic Tide Forum opened in Xyzzytown.",
        "The Nordic Tide Forum opened. It rained in Bergen.",
    ],
)
def test_a_place_that_is_not_the_venue_is_left_alone(text: str) -> None:
    assert read(text).held == set()


def test_a_date_may_stand_before_the_place() -> None:
    assert read("The Nordic Tide Forum was held on May 4, 2023, in Bergen.").held == {(FORUM, "Norway", "Bergen")}


def test_the_theme_of_a_forum_is_kept() -> None:
    found = read('The Nordic Tide Forum was held in Bergen under the theme "Cold Water."')
    assert found.subject(FORUM).properties["theme"] == "Cold Water"


def test_two_forums_have_each_their_place() -> None:
    text = "The Nordic Tide Forum will be held in Oslo. Quito hosted the Andean Tea Forum."
    assert read(text).held == {(FORUM, "Norway", "Oslo"), ("Andean Tea Forum", "Ecuador", "Quito")}
