from __future__ import annotations

import pytest
from facts import read


@pytest.mark.parametrize(
    ("text", "post"),
    [
        (  # post.before-name
            "Executive Director of the Andean Water Institute Maria Cruz spoke.",
            ("Maria Cruz", "Executive Director", "Andean Water Institute"),
        ),
        (
            "Ministry of Fisheries spokesman Jón Helgason spoke.",
            ("Jón Helgason", "spokesman", "Ministry of Fisheries"),
        ),
        (  # post.after-name
            "Petra Kovač, director of the Zagreb Film Archive, spoke.",
            ("Petra Kovač", "director", "Zagreb Film Archive"),
        ),
        (  # post.comma-name
            "The Baltic Seed Bank's director, Anna Holt, spoke.",
            ("Anna Holt", "director", "Baltic Seed Bank"),
        ),
        ("Anna Holt of the Baltic Seed Bank spoke.", ("Anna Holt", None, "Baltic Seed Bank")),  # person.of-body
        ("AHMAD YUSUF (Jordan) took the floor.", ("Ahmad Yusuf", None, "Jordan")),  # person.bracketed-state
        ("Kenya's Peter Odhiambo spoke.", ("Peter Odhiambo", None, "Kenya")),  # person.of-state
        ("Turkish President Kemal Arslan spoke.", ("Kemal Arslan", "President", "Türkiye")),
        ("Kenya's foreign minister Peter Odhiambo spoke.", ("Peter Odhiambo", "foreign minister", "Kenya")),
        (
            "Vice President of Ghana Ama Owusu spoke.",
            ("Ama Owusu", "Vice President", "Ghana"),
        ),
    ],
)
def test_a_post_beside_a_name_is_held_by_it(text: str, post: tuple[str, str | None, str]) -> None:
    assert read(text).posts == {post}


@pytest.mark.parametrize(
    "text",
    [
        "Hungary's ambassador to Chile, Eszter Balla, spoke.",
        "Ambassador of Hungary to Chile Eszter Balla spoke.",
    ],
)
def test_an_ambassador_represents_the_state_that_sent_her(text: str) -> None:
    assert read(text).bodies == {("Eszter Balla", "Hungary")}


def test_several_posts_are_all_read() -> None:
    text = "Petra Kovač, director of the Zagreb Film Archive and member of the board of the Adriatic Film Fund, spoke."
    assert read(text).posts == {
        ("Petra Kovač", "director", "Zagreb Film Archive"),
        ("Petra Kovač", "member of the board", "Adriatic Film Fund"),
    }


def test_posts_of_a_list_with_semicolons_stay_apart() -> None:
    text = "Present were Director of the Zagreb Film Archive Petra Kovač; Head of the Baltic Seed Bank Anna Holt."
    assert read(text).posts == {
        ("Petra Kovač", "Director", "Zagreb Film Archive"),
        ("Anna Holt", "Head", "Baltic Seed Bank"),
    }


def test_the_same_department_is_the_one_before() -> None:
    text = (
        "Present were Head of the Legal Department of the Ministry of Fisheries Jón Helgason; "
        "Chief Specialist of the same department Anna Holt."
    )
    found = read(text)
    assert ("Anna Holt", "Chief Specialist", "Ministry of Fisheries") in found.posts
    assert found.post("Anna Holt", "Ministry of Fisheries").properties["unit"] == "Legal Department"


def test_her_deputy_is_of_her_body() -> None:
    text = "Head of the Baltic Seed Bank Anna Holt and her deputy Jon Berg spoke."
    assert read(text).posts == {("Anna Holt", "Head", "Baltic Seed Bank"), ("Jon Berg", "deputy", "Baltic Seed Bank")}


@pytest.mark.parametrize(("text", "former"), [("Former prime", True), ("Prime", False)])
def test_a_past_post_is_former(text: str, former: bool) -> None:
    found = read(f"{text} minister of Georgia Zaza Gelashvili spoke.")
    assert found.post("Zaza Gelashvili", "Georgia").properties["former"] is former


@pytest.mark.parametrize(
    "text",
    [
        "Anna Holt visited the Baltic Seed Bank.",
        "Anna Holt wrote to the director of the Baltic Seed Bank.",
        "The Baltic Seed Bank is old. Anna Holt is young.",
        "Anna Holt met Jon Berg in Norway.",
        "Minister of Agriculture Anna Holt spoke.",
    ],
)
def test_nearness_alone_makes_no_post(text: str) -> None:
    assert read(text).posts == set()


@pytest.mark.parametrize(
    ("text", "edge"),
    [
        ("Kenya's national carrier Savanna Airways landed.", ("Savanna Airways", "Kenya")),
        ("The Ministry of Culture of Latvia was silent.", ("Ministry of Culture of Latvia", "Latvia")),
        ("France's Ministry of Culture was silent.", ("Ministry of Culture", "France")),
    ],
)
def test_an_agency_is_tied_to_its_state(text: str, edge: tuple[str, str]) -> None:
    assert read(text).bodies == {edge}


def test_an_agency_is_not_tied_to_a_state_beside_it() -> None:
    assert read("The Baltic Seed Bank sells wheat in Latvia.").bodies == set()


def test_a_side_is_represented_by_its_people() -> None:
    text = (
        "The Kazakh side was represented by Deputy Minister of Transport Aidar Nurlanov and Saule Bekova at the "
        "Nordic Tide Forum."
    )
    assert {("Aidar Nurlanov", "Kazakhstan"), ("Saule Bekova", "Kazakhstan")} <= read(text).bodies


def test_a_body_headed_by_somebody_is_theirs() -> None:
    assert read("The Baltic Seed Bank, headed by Anna Holt, opened a hall.").bodies == {
        ("Anna Holt", "Baltic Seed Bank")
    }
