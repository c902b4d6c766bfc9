from __future__ import annotations

import pytest
from growth import grows_linearly
from resolving import naming, resolved

from graphkit.records import Reading
from graphkit.resolve import resolve
from graphkit.resolve.people import similarity
from graphkit.resolve.romanised import name_key, romanised

TIDE = "Yesterday {} of the Caspian Tide Bureau said the sea was calm."
CHEN = "Wei Chen of the Yunnan Tea Bureau said it rained."


@pytest.mark.parametrize(
    "spellings",
    [
        ("Taghiyev", "Tagiyev", "Tağıyev", "Tagiev"),
        ("Qodirov", "Kodirov", "Kadirov"),
        ("Sadykova", "Sadikova"),
        ("Çetinkaya", "Chetinkaya"),
        ("Yuldashev", "Yuldoshev"),
        ("Khasanov", "Xasanov", "Hasanov"),
        ("Rzayev", "Rzaev"),
        ("Əhmədova", "Ahmadova"),
        ("Moussa", "Musa"),
        ("Abdullazadeh", "Abdullazade"),
    ],
)
def test_spellings_of_one_word_have_one_key(spellings: tuple[str, ...]) -> None:
    assert len({romanised(spelling) for spelling in spellings}) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [("Aliyev", "Aliyeva"), ("Berg", "Borg"), ("Rahimov", "Karimov"), ("Hansen", "Jansen"), ("Li", "Le")],
)
def test_other_names_have_other_keys(one: str, other: str) -> None:
    assert romanised(one) != romanised(other)


def test_word_order_particles_and_initials_make_no_other_key() -> None:
    assert name_key("Li Wei") == name_key("Wei Li")
    assert name_key("Said al-Mazouri") == name_key("Saïd Al Mazouri")
    assert name_key("Anna B. Holt") == name_key("Anna Holt")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Murad Taghiyev", "Murad Tağıyev"),
        ("Aziz Qodirov", "Aziz Kadirov"),
        ("Ayşe Çetinkaya", "Ayshe Chetinkaya"),
        ("Li Wei", "Wei Li"),
        ("Anna Maria Holt", "Anna Holt"),
        ("Jan Novak", "Jan Nowak"),
    ],
)
def test_spellings_of_one_person_are_one(one: str, other: str) -> None:
    assert resolved(TIDE.format(one), TIDE.format(other)).are_one("Person")


def test_spellings_of_an_arabic_name_are_one() -> None:
    assert resolved(TIDE.format("Mohammed al-Said"), TIDE.format("Muhammad Al Said")).are_one("Person")


def test_an_initial_and_a_shared_post_are_enough() -> None:
    assert resolved(TIDE.format("J. Okafor"), TIDE.format("James Okafor")).are_one("Person")


def test_names_nearly_alike_need_a_fact_in_common() -> None:
    alike = resolve([naming("a0", "Person", "Davit Tsulaia"), naming("a1", "Person", "David Tsulaia")])
    assert len(set(alike.entity_ids.values())) == 2
    assert similarity(name_key("Davit Tsulaia"), name_key("David Tsulaia")) == pytest.approx(0.9)


def test_a_man_and_a_woman_of_one_name_stay_apart() -> None:
    assert resolved(TIDE.format("Murad Aliyev"), TIDE.format("Murad Aliyeva")).are_apart("Person")


@pytest.mark.parametrize(
    "other",
    [
        "Wei Chen of the Ottawa Seed Bank said it rained.",
        "Canada's fisheries minister Wei Chen said it rained.",
    ],
)
def test_namesakes_of_other_bodies_or_countries_stay_apart(other: str) -> None:
    indonesian = "Indonesia's fisheries minister Wei Chen said it rained."
    assert resolved(CHEN if "Bank" in other else indonesian, other).are_apart("Person")


def test_a_name_without_a_post_joins_the_only_one_there_is() -> None:
    assert resolved(CHEN, "Wei Chen said it rained.").are_one("Person")


def test_a_name_without_a_post_joins_neither_of_two() -> None:
    bank = "Wei Chen of the Ottawa Seed Bank said it rained."
    assert resolved(CHEN, bank, "Wei Chen said it rained.").are_apart("Person")


def test_a_single_name_is_not_enough() -> None:
    alone = "Minister Wiranto said it rained."
    assert resolved(alone, alone).are_apart("Person")


def test_two_people_of_one_article_stay_two() -> None:
    readings = [naming("a0", "Person", "Anna Holt", "Anna Maria Holt"), naming("a1", "Person", "Anna Holt")]
    ids = resolve(readings).entity_ids
    assert ids["a0", "Person/Anna Holt"] != ids["a0", "Person/Anna Maria Holt"]


SYLLABLES = [a + b + c for a in "bdfgklmnprst" for b in "aiu" for c in "lmnrst"]


@pytest.mark.parametrize("family", ["{}ov", "Aliyev"])
def test_time_grows_with_the_number_of_people(family: str) -> None:
    names = [f"{one}{two} {family.format(two + one)}".title() for one in SYLLABLES for two in SYLLABLES[:10]]

    def people(number: int) -> list[Reading]:
        return [naming(f"a{at:04}", "Person", name) for at, name in enumerate(names[:number])]

    assert grows_linearly(lambda number: resolve(people(number)), 200)
