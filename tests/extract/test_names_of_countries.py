from __future__ import annotations

import pytest
from facts import read


@pytest.mark.parametrize(
    ("text", "countries"),
    [
        ("Norway agreed.", {"Norway"}),
        ("Turkey and Türkiye agreed.", {"Türkiye"}),
        ("The Turkish side agreed.", {"Türkiye"}),
        ("The Kyrgyz delegation agreed.", {"Kyrgyzstan"}),
        ("Viet Nam and Vietnam agreed.", {"Vietnam"}),
        ("The United States, the U.S. and the US agreed.", {"United States"}),
        ("Kenya's foreign minister Peter Odhiambo agreed.", {"Kenya"}),
    ],
)
def test_a_state_is_one_country_however_it_is_spelled(text: str, countries: set[str]) -> None:
    assert read(text).countries == countries


@pytest.mark.parametrize(
    "text", ["The Danish cheese was expensive.", "A Polish plumber came.", "Swiss rolls were sold."]
)
def test_an_adjective_without_an_edge_is_no_country(text: str) -> None:
    assert read(text).countries == set()


@pytest.mark.parametrize(("name", "iso2"), [("Norway", "NO"), ("Kenya", "KE"), ("Türkiye", "TR")])
def test_a_country_has_its_iso_code(name: str, iso2: str) -> None:
    assert read(f"{name} agreed.").subject(name).properties["iso2"] == iso2


def test_a_country_without_an_iso_code_has_none() -> None:
    (country,) = read("The Turkish Republic of Northern Cyprus agreed.").reading.subjects
    assert (country.label, country.properties["iso2"]) == ("Country", None)


@pytest.mark.parametrize(("capital", "country"), [("Beijing", "China"), ("Washington", "United States")])
def test_a_capital_that_acts_is_its_government(capital: str, country: str) -> None:
    assert read(f"{capital} denied the report.").countries == {country}


def test_a_capital_that_is_a_place_is_no_country() -> None:
    assert read("It rained in Beijing.").countries == set()
