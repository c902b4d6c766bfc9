from __future__ import annotations

import pytest
from facts import read


@pytest.mark.parametrize(
    ("text", "agencies"),
    [
        ("The Baltic Seed Bank opened a hall.", {"Baltic Seed Bank"}),
        ("The Ministry of Fisheries was silent.", {"Ministry of Fisheries"}),
        ("The Port Authority of Lisbon was silent.", {"Port Authority of Lisbon"}),
        ("The Tartu Maritime Academy opened a hall.", {"Tartu Maritime Academy"}),
        ("Global Grain Ltd and Andes Foods S.A. signed a deal.", {"Global Grain Ltd", "Andes Foods S.A."}),
        ("The UN was silent.", {"United Nations"}),
        ("The FAO was silent.", {"Food and Agriculture Organization"}),
        ("Trend reports that the sea is calm.", {"Trend"}),
    ],
)
def test_named_bodies_are_agencies(text: str, agencies: set[str]) -> None:
    assert read(text).agencies == agencies


def test_a_company_by_its_spelled_out_suffix_is_an_agency() -> None:
    assert read("Jon Berg of Global Grain Limited was silent.").agencies == {"Global Grain Limited"}


@pytest.mark.parametrize(
    "text",
    [
        "The ministry said nothing. Local media wrote about it.",
        "A bank lends money to an agency.",
        "The committee met in a university.",
    ],
)
def test_common_nouns_are_no_agencies(text: str) -> None:
    assert read(text).agencies == set()


def test_an_acronym_in_brackets_is_the_body_before_it() -> None:
    found = read("The International Tea Council (ITC) said exports rose. The ITC added that prices fell.")
    assert found.agencies == {"International Tea Council"}
    assert found.spellings("International Tea Council") == {"International Tea Council", "ITC"}
    assert found.speakers == ["International Tea Council"] * 2


def test_a_company_is_the_same_without_its_suffix() -> None:
    found = read("Kaspi Steel LLC hired 200 people. Kaspi Steel declined to comment.")
    assert found.agencies == {"Kaspi Steel LLC"}
    assert found.spellings("Kaspi Steel LLC") == {"Kaspi Steel LLC", "Kaspi Steel"}


def test_a_common_noun_refers_back_to_the_body_it_heads() -> None:
    text = "The Baltic Seed Bank said the wheat was dry. The bank added that rain was needed."
    assert read(text).speakers == ["Baltic Seed Bank"] * 2


def test_two_ministries_of_one_name_are_two() -> None:
    found = read("The Ministry of Health of Chile and the Ministry of Health of Peru opened a clinic.")
    assert found.agencies == {"Ministry of Health of Chile", "Ministry of Health of Peru"}


def test_a_department_of_a_named_body_is_a_unit_and_no_agency() -> None:
    text = "Head of the Legal Department of the Ministry of Fisheries of Iceland Jón Helgason said the cod was back."
    found = read(text)
    assert found.agencies == {"Ministry of Fisheries of Iceland"}
    assert found.post("Jón Helgason", "Ministry of Fisheries of Iceland").properties["unit"] == "Legal Department"


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Ministry of Fisheries", "government"),
        ("Global Grain Ltd", "company"),
        ("Tartu Maritime Academy", "academic"),
        ("FAO", "international"),
        ("Reuters", "media"),
    ],
)
def test_the_kind_of_an_agency_is_read_from_its_name(name: str, kind: str) -> None:
    (agency,) = read(f"Jon Berg wrote to {name}.").reading.subjects[:1]
    assert agency.properties["kind"] == kind
