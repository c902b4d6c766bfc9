from __future__ import annotations

import random
from itertools import permutations
from pathlib import Path

import pytest
from resolving import naming

from graphkit.extract import extract
from graphkit.records import Article, Reading
from graphkit.resolve import resolve

TEXTS = (
    "Murad Taghiyev of the Caspian Tide Bureau spoke at the 2nd Nordic Tide Forum in Bergen.",
    "Murad Tağıyev, head of the Caspian Tide Bureau, spoke at the 3rd Nordic Tide Forum in Oslo.",
    "Murad Taghiyev spoke at the Nordic Tide Forum.",
    "Wei Chen of the Ottawa Seed Bank met Murad Tagiyev.",
    "Wei Chen of the Yunnan Tea Bureau of China said it rained.",
)


@pytest.fixture(scope="module", name="readings")
def _readings() -> list[Reading]:
    return [extract(Article(f"a{number}", text)) for number, text in enumerate(TEXTS)]


def test_the_order_of_the_articles_makes_no_difference(readings: list[Reading]) -> None:
    expected = resolve(readings)
    for order in permutations(readings):
        found = resolve(order)
        assert found.entity_ids == expected.entity_ids
        assert found.merges == expected.merges


def test_the_order_of_the_gold_articles_makes_no_difference() -> None:
    gold = Path(__file__).parents[1] / "gold" / "dev"
    readings = [extract(Article(path.stem, path.read_text(encoding="utf-8"))) for path in sorted(gold.glob("*.txt"))]
    expected = resolve(readings)
    random.Random(4).shuffle(readings)
    found = resolve(readings)
    assert (found.entity_ids, found.merges) == (expected.entity_ids, expected.merges)


def test_every_subject_has_an_entity_of_its_label(readings: list[Reading]) -> None:
    resolution = resolve(readings)
    wanted = {(reading.article.key, subject.key): subject for reading in readings for subject in reading.subjects}
    assert set(resolution.entity_ids) == set(wanted)
    for reference, entity in resolution.entity_ids.items():
        assert entity.startswith(f"{wanted[reference].label.lower()}/")


def test_every_merge_has_a_reason_and_a_score_and_is_carried_out(readings: list[Reading]) -> None:
    resolution = resolve(readings)
    assert resolution.merges
    for merge in resolution.merges:
        assert merge.reason
        assert 0 < merge.score <= 1
        assert merge.left != merge.right
        assert resolution.entity_ids[merge.left] == resolution.entity_ids[merge.right]


def test_every_entity_is_held_together_by_its_merges(readings: list[Reading]) -> None:
    resolution = resolve(readings)
    parent = {reference: reference for reference in resolution.entity_ids}

    def root(reference: tuple[str, str]) -> tuple[str, str]:
        while parent[reference] != reference:
            reference = parent[reference]
        return reference

    for merge in resolution.merges:
        parent[root(merge.left)] = root(merge.right)
    roots = {(entity, root(reference)) for reference, entity in resolution.entity_ids.items()}
    assert len(roots) == len(set(resolution.entity_ids.values()))


def test_a_shared_fact_weighs_more_than_a_name_alone() -> None:
    def score(*texts: str) -> float:
        readings = [extract(Article(f"a{number}", text)) for number, text in enumerate(texts)]
        people = [merge for merge in resolve(readings).merges if merge.left[1].startswith("person/")]
        return people[0].score

    tea = "Wei Chen of the Yunnan Tea Bureau said it rained."
    assert score(tea, tea) > score(tea, "Wei Chen said it rained.")


def test_ids_can_be_read_and_namesakes_get_a_suffix() -> None:
    readings = [naming("a0", "Forum", "2nd Tide Forum"), naming("a1", "Person", "Gülşən Əhmədova")]
    assert set(resolve(readings).entity_ids.values()) == {"forum/2nd-tide-forum", "person/gulsan-ahmadova"}
    single = [naming("a0", "Person", "Wiranto"), naming("a1", "Person", "Wiranto")]
    first, second = sorted(resolve(single).entity_ids.values())
    assert first == "person/wiranto"
    assert second.startswith("person/wiranto-")


@pytest.mark.parametrize("name", ["محمد", "!!!", "😀", "ß"])
def test_a_name_without_latin_letters_has_an_id(name: str) -> None:
    (entity,) = resolve([naming("a0", "Agency", name)]).entity_ids.values()
    assert entity.removeprefix("agency/")


@pytest.mark.parametrize("label", ["Person", "Agency"])
def test_two_names_without_latin_letters_are_two(label: str) -> None:
    readings = [naming("a0", label, "محمد علي"), naming("a1", label, "فاطمة حسن")]
    assert len(set(resolve(readings).entity_ids.values())) == 2


def test_nothing_is_resolved_to_nothing() -> None:
    resolution = resolve([])
    assert (dict(resolution.entity_ids), resolution.merges) == ({}, ())
