from __future__ import annotations

import pytest
from resolving import resolved

from graphkit.resolve.organisation_names import agency_key, forum_key


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The UN was silent.", "The United Nations was silent."),
        ("The FAO was silent.", "The Food and Agriculture Organization was silent."),
        ("The UNESCO office closed.", "The United Nations Educational, Scientific and Cultural Organization grew."),
        ("Kaspi Steel LLC was silent.", "Kaspi Steel Ltd was silent."),
        ("Chile's Ministry of Health was silent.", "The Chilean Ministry of Health was silent."),
        ("The World Trade Organisation was silent.", "The World Trade Organization was silent."),
    ],
)
def test_spellings_of_one_agency_are_one(one: str, other: str) -> None:
    assert resolved(one, other).are_one("Agency")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Hungarian Academy of Sciences", "Academy of Sciences of Hungary"),
        ("Chilean Ministry of Health", "Ministry of Health of Chile"),
        ("Korean Ministry of Culture", "Ministry of Culture of the Republic of Korea"),
    ],
)
def test_an_agency_has_one_key_with_its_state_before_and_behind(one: str, other: str) -> None:
    assert agency_key(one)[0] == agency_key(other)[0]


@pytest.mark.parametrize("other", ["The Chilean Ministry of Health grew.", "Chile's Ministry of Health grew."])
def test_an_agency_with_its_state_behind_is_the_same(other: str) -> None:
    assert resolved("The Ministry of Health of Chile was silent.", other).are_one("Agency")


def test_an_agency_without_its_state_joins_the_only_one_there_is() -> None:
    assert resolved("The Ministry of Health of Chile was silent.", "The Ministry of Health grew.").are_one("Agency")


def test_a_bank_of_a_state_joins_the_one_without_it() -> None:
    assert resolved("The Central Bank of Chile was silent.", "The Central Bank grew.").are_one("Agency")


@pytest.mark.parametrize("form", ["The Ministry of Health of {} was silent.", "{}'s Ministry of Health was silent."])
def test_ministries_of_one_name_in_two_states_stay_apart(form: str) -> None:
    assert resolved(form.format("Chile"), form.format("Peru")).are_apart("Agency")


def test_an_agency_without_its_state_joins_neither_of_two() -> None:
    form = "The Central Bank{} was silent."
    assert resolved(form.format(" of Chile"), form.format(" of Peru"), form.format("")).are_apart("Agency")


def test_an_acronym_is_not_guessed_across_articles() -> None:
    assert resolved("The International Tea Council was silent.", "The ITC was silent.").are_apart("Agency")


def test_an_acronym_that_one_article_defines_is_its_body_there() -> None:
    found = resolved("The International Tea Council (ITC) was silent.", "The International Tea Council grew.")
    assert found.are_one("Agency")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The 2nd Nordic Tide Forum was held.", "The Second Nordic Tide Forum was held."),
        ("The 2nd Nordic Tide Forum was held.", "The Nordic Tide Forum was held."),
        ("The Nordic Tide Forum 2024 was held.", "The Nordic Tide Forum was held."),
        ("The Nordic Tide Forum was held.", "The Annual Nordic Tide Forum was held."),
    ],
)
def test_spellings_of_one_forum_are_one(one: str, other: str) -> None:
    assert resolved(one, other).are_one("Forum")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The 2nd Nordic Tide Forum was held.", "The 3rd Nordic Tide Forum was held."),
        ("The Second Nordic Tide Forum was held.", "The 12th Nordic Tide Forum was held."),
        ("The Nordic Tide Forum 2023 was held.", "The Nordic Tide Forum 2024 was held."),
        ("The Nordic Tide Forum was held.", "The Baltic Tide Forum was held."),
    ],
)
def test_editions_of_a_forum_stay_apart(one: str, other: str) -> None:
    assert resolved(one, other).are_apart("Forum")


def test_a_forum_without_its_edition_joins_neither_of_two() -> None:
    form = "The {}Nordic Tide Forum was held."
    assert resolved(form.format("2nd "), form.format("3rd "), form.format("")).are_apart("Forum")


def test_a_forum_of_another_year_is_another_edition() -> None:
    form = "The Nordic Tide Forum opened in {} on May 4, {}."
    assert resolved(form.format("Bergen", 2023), form.format("Oslo", 2024)).are_apart("Forum")


def test_forums_of_two_organisers_are_two() -> None:
    assert forum_key("International Water Conference")[0] != forum_key("United Nations Water Conference")[0]


@pytest.mark.parametrize("spelling", ["Turkey agreed.", "Türkiye agreed.", "The Turkish side agreed."])
def test_a_country_is_one_however_it_is_spelled(spelling: str) -> None:
    assert resolved("Türkiye was silent.", spelling).ids("Country") == ["country/turkiye"] * 2
