from __future__ import annotations

import pytest
from facts import read


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Pedro da Silva said it rained.", {"Pedro da Silva"}),
        ("Ludwig von Berg said it rained.", {"Ludwig von Berg"}),
        ("Leonardo di Caprino said it rained.", {"Leonardo di Caprino"}),
        ("Willem van der Horst said the tide was low.", {"Willem van der Horst"}),
        ("Khalid bin Rashid said the road was open.", {"Khalid bin Rashid"}),
        ("Saeed al-Mansoor told reporters the plan was ready.", {"Saeed al-Mansoor"}),
        ("Yesterday Maria de la Cruz said it rained.", {"Maria de la Cruz"}),
        ("Jean-Claude Morel said that the ferry was late.", {"Jean-Claude Morel"}),
        ("José Ángel Gutiérrez-Ríos said that the ferry was late.", {"José Ángel Gutiérrez-Ríos"}),
        ("Oʻtkir Toʻxtayev said that the ferry was late.", {"Oʻtkir Toʻxtayev"}),
        ("Gülşən Əhmədova said that the shelves were full.", {"Gülşən Əhmədova"}),
        ("Deputy Minister J. P. Okafor said the bridge was safe.", {"J. P. Okafor"}),
        ("Zhao Minghui, deputy director of the Yunnan Tea Bureau, said it rained.", {"Zhao Minghui"}),
    ],
)
def test_names_of_many_cultures_are_people(text: str, people: set[str]) -> None:
    assert read(text).people == people


def test_a_name_at_the_head_of_a_sentence_keeps_its_given_name() -> None:
    assert read("Maria de la Cruz said it rained.").people == {"Maria de la Cruz"}


def test_a_name_keeps_a_word_that_english_has_as_well() -> None:
    assert read("The guests heard Nguyễn Văn An.").people == {"Nguyễn Văn An"}


@pytest.mark.parametrize("title", ["Mr.", "Mrs.", "Dr.", "Prof.", "Shri", "Smt.", "Sheikh", "Sir"])
def test_titles_are_no_part_of_a_name(title: str) -> None:
    assert read(f"{title} Rajesh Nair said the rice was dry.").people == {"Rajesh Nair"}


def test_a_name_in_capitals_is_written_as_a_name() -> None:
    found = read("SHIRIN QADERI (Iran) said the text was balanced.")
    assert found.people == {"Shirin Qaderi"}
    assert found.spellings("Shirin Qaderi") == {"SHIRIN QADERI"}


def test_a_single_name_behind_a_post_is_a_person() -> None:
    assert read("Indonesian Minister Wiranto said the grid was stable.").people == {"Wiranto"}


def test_a_single_name_behind_a_post_and_its_body_is_a_person() -> None:
    assert read("Minister of Energy of Indonesia Wiranto said the grid was stable.").people == {"Wiranto"}


def test_a_company_does_not_run_into_the_name_behind_it() -> None:
    assert read("CEO of Kora Logistics Ida Moe opened the hall.").people == {"Ida Moe"}


@pytest.mark.parametrize(
    "text",
    [
        "The Old Bridge was closed. Great Northern Road is long.",
        "The meeting took place on Monday in January. Yesterday the River Danube was high.",
        "Local media wrote about the harvest.",
        'The session "Open Sea, Open Door" began late.',
        "The Danish cheese was expensive and a Polish plumber came.",
        "Nordic Tide Forum participants travelled to Bergen.",
        "WHEAT PRICES FALL AGAIN",
    ],
)
def test_capitals_that_name_no_person_are_left_alone(text: str) -> None:
    assert read(text).people == set()
