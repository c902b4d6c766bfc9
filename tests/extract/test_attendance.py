from __future__ import annotations

import pytest
from facts import read

OPENED = "The Nordic Tide Forum opened in Bergen. "


@pytest.mark.parametrize(
    "sentence",
    [
        "Anna Holt attended the forum.",
        "Anna Holt took part in the forum.",
        "Anna Holt took the floor at the forum.",
        "Anna Holt spoke at the forum.",
        "Anna Holt addressed the forum.",
        "Anna Holt chaired the forum.",
        "Anna Holt was present at the forum.",
        "The forum was attended by Anna Holt.",
        "The forum was moderated by Anna Holt.",
        "Among the participants was Anna Holt.",
        '"It is late," Anna Holt said at the forum.',
    ],
)
def test_who_takes_part_attended(sentence: str) -> None:
    assert read(OPENED + sentence).attendees == {"Anna Holt": "attended"}


@pytest.mark.parametrize(
    "sentence",
    [
        "Chile sent a delegation to the forum.",
        "A delegation of Chile is attending the forum.",
        "The Chilean delegation took part in the forum.",
        "The Chilean side is represented at the forum.",
    ],
)
def test_a_country_attends_by_its_delegation(sentence: str) -> None:
    assert read(OPENED + sentence).attendees == {"Chile": "attended"}


def test_a_person_does_not_bring_the_country_along() -> None:
    assert read(OPENED + "Chile's foreign minister Ana Ruiz spoke at the forum.").attendees == {"Ana Ruiz": "attended"}


def test_a_list_of_delegations_is_read_to_its_end() -> None:
    found = read(OPENED + "Delegations of Chile, Morocco and Viet Nam are attending the forum.")
    assert set(found.attendees) == {"Chile", "Morocco", "Vietnam"}


@pytest.mark.parametrize(
    "text",
    [
        "The Nordic Tide Forum was organised by the Baltic Seed Bank.",
        "The Nordic Tide Forum was held together with the Baltic Seed Bank.",
        "The Baltic Seed Bank hosted the Nordic Tide Forum.",
    ],
)
def test_organisers_attend(text: str) -> None:
    assert read(text).attendees == {"Baltic Seed Bank": "attended"}


@pytest.mark.parametrize(
    "sentence",
    [
        "Anna Holt will attend the forum.",
        "Anna Holt is expected to speak at the forum.",
        "Anna Holt has been invited to the forum.",
        "Anna Holt plans to attend the forum.",
        "Anna Holt is due to chair the forum.",
    ],
)
def test_what_is_to_come_is_planned(sentence: str) -> None:
    assert read(OPENED + sentence).attendees == {"Anna Holt": "planned"}


def test_having_attended_outweighs_the_plan() -> None:
    sentences = "Anna Holt had been invited to the forum. Anna Holt spoke at the forum."
    assert read(OPENED + sentences).attendees == {"Anna Holt": "attended"}


@pytest.mark.parametrize(
    "sentence",
    [
        "Anna Holt did not attend the forum.",
        "Anna Holt didn't attend the forum.",
        "Anna Holt declined the invitation to the forum.",
        "Anna Holt refused to attend the forum.",
        "Anna Holt was absent from the forum.",
        "Anna Holt cancelled her trip to the forum.",
        "Anna Holt missed the forum.",
        "Anna Holt was unable to attend the forum.",
        "Anna Holt boycotted the forum.",
        "Anna Holt, who had been due to speak, did not come.",
        "Neither Anna Holt nor Jon Berg attended the forum.",
        "Chile boycotted the forum.",
        "Chile will not attend the forum.",
        "Chile withdrew its delegation from the forum.",
        "Chile pulled out of the forum, and Peru stayed away.",
    ],
)
def test_denials_are_no_attendance(sentence: str) -> None:
    assert read(OPENED + sentence).attendees == {}


@pytest.mark.parametrize(
    "text",
    [
        "Anna Holt watched the Nordic Tide Forum from home.",
        "Anna Holt compared the market with the Nordic Tide Forum.",
        "Anna Holt wrote a book about the Nordic Tide Forum.",
    ],
)
def test_a_mere_mention_is_no_attendance(text: str) -> None:
    assert read(text).attendees == {}


@pytest.mark.parametrize(
    "text",
    [
        "Peru, which boycotted the Nordic Tide Forum, sent a letter.",
        "Anna Holt said that she would not attend the Nordic Tide Forum.",
        '"I was never at the Nordic Tide Forum," Anna Holt said.',
        '"We did not attend the Nordic Tide Forum," Anna Holt said.',
        "The Nordic Tide Forum opened in Bergen. Anna Holt had planned to attend the forum but fell ill.",
        "The Nordic Tide Forum was cancelled. Anna Holt had been invited to the forum.",
    ],
)
def test_denials_in_other_clauses_are_no_attendance(text: str) -> None:
    assert read(text).attendees == {}


@pytest.mark.parametrize(
    "sentence",
    [
        'The panel "Tea Without Borders" of the forum was moderated by Anna Holt.',
        "Anna Holt, not a morning person, spoke at the forum.",
        "Jon Berg sent his apologies and Anna Holt attended in his place.",
    ],
)
def test_a_negative_word_elsewhere_denies_nothing(sentence: str) -> None:
    assert read(OPENED + sentence).attendees == {"Anna Holt": "attended"}


def test_of_two_forums_each_has_its_own_attendees() -> None:
    text = (
        "Anna Holt attended the Nordic Tide Forum. Jon Berg did not attend the Alpine Snow Summit, but spoke at the "
        "Nordic Tide Forum. Eva Dahl spoke at the Alpine Snow Summit."
    )
    assert read(text).attended == {
        ("Anna Holt", "Nordic Tide Forum"): "attended",
        ("Jon Berg", "Nordic Tide Forum"): "attended",
        ("Eva Dahl", "Alpine Snow Summit"): "attended",
    }
