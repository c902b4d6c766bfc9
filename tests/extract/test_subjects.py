"""Which names, pronouns and nouns are one and the same."""

from __future__ import annotations

import pytest
from facts import read

HOLT = "Anna Holt, director of the Baltic Seed Bank, said the wheat was dry. "


@pytest.mark.parametrize(
    "expression",
    ["She", "Holt", "Ms. Holt", "Anna Holt", "The director", "The director of the bank", "The official", "A. Holt"],
)
def test_a_person_is_meant_by_many_expressions(expression: str) -> None:
    found = read(HOLT + f"{expression} added that rain was needed.")
    assert found.speakers == ["Anna Holt", "Anna Holt"]
    assert found.people == {"Anna Holt"}


def test_a_family_name_first_is_one_person() -> None:
    found = read("Zhao Minghui said the harvest was good. Zhao added that it rained.")
    assert found.people == {"Zhao Minghui"}
    assert found.speakers == ["Zhao Minghui"] * 2


def test_a_man_and_a_woman_of_one_family_stay_two() -> None:
    found = read("Murad Aliyev and Sevinj Aliyeva spoke. Aliyeva said the port was open. Aliyev said it was closed.")
    assert found.people == {"Murad Aliyev", "Sevinj Aliyeva"}
    assert found.speakers == ["Sevinj Aliyeva", "Murad Aliyev"]


def test_two_people_with_one_family_name_stay_two() -> None:
    found = read('Jon Berg and Anna Berg spoke. "I sail," Anna Berg said. "I stay," Jon Berg said.')
    assert found.people == {"Jon Berg", "Anna Berg"}
    assert found.speakers == ["Anna Berg", "Jon Berg"]


def test_a_bare_family_name_of_two_is_the_one_named_last() -> None:
    found = read("Jon Berg and Anna Berg spoke. Anna Berg said that it rained. Berg added that it was cold.")
    assert found.speakers == ["Anna Berg", "Anna Berg"]


def test_a_speaker_described_first_is_the_one_named_after() -> None:
    text = (
        "The official said that the roof was wet. Anna Holt, deputy head of the Baltic Seed Bank, added that it leaked."
    )
    assert read(text).speakers == ["Anna Holt", "Anna Holt"]


def test_it_is_the_body_that_spoke() -> None:
    text = "The Baltic Seed Bank said that the wheat was dry. It warned that prices would rise."
    assert read(text).speakers == ["Baltic Seed Bank"] * 2


def test_a_name_met_on_the_way_does_not_take_the_pronoun() -> None:
    text = "Meeting with Anna Holt, Jon Berg said the nets were empty. He added that fishing would stop."
    assert read(text).speakers == ["Jon Berg", "Jon Berg"]


def test_an_unnamed_speaker_gets_no_quotation() -> None:
    assert read("Two people familiar with the matter said that the wheat was dry.").said == []
