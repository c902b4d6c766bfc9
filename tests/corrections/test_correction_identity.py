from __future__ import annotations

from itertools import permutations

import pytest
from small_news import corrections, derived, edges, editor, names, not_applied

from graphkit.corrections import derive

RZAEV, RZAYEV = editor("a1", "Elnur Rzaev"), editor("a2", "Orkhan Valiyev", "River Post")
NAMESAKES = [editor("a1", "Li Wei"), editor("a2", "Li Wei"), editor("a3", "Li Wei")]


def test_same_makes_two_names_one_with_all_their_edges() -> None:
    graph = derived([RZAEV, RZAYEV], 'same Person "Elnur Rzaev" "Orkhan Valiyev"').graph
    (person,) = names(graph, "Person")
    assert edges(graph, "ATTENDED") == [(person, "Lake Forum", "a1"), (person, "Lake Forum", "a2")]
    (node,) = [data for _, data in graph.nodes(data=True) if data["label"] == "Person"]
    assert {node["name"], *node["aliases"]} == {"Elnur Rzaev", "Orkhan Valiyev"}


def test_same_is_a_merge_with_its_reason() -> None:
    resolution = derived([RZAEV, RZAYEV], 'same Person "Elnur Rzaev" "Orkhan Valiyev"').resolution
    (merge,) = [merge for merge in resolution.merges if merge.reason == "correction.same"]
    assert (merge.left, merge.right, merge.score) == (("a1", "p"), ("a2", "p"), 1.0)


def test_not_same_keeps_two_apart_and_the_rest_with_the_first() -> None:
    assert names(derived(NAMESAKES).graph, "Person") == ["Li Wei"]
    ids = derived(NAMESAKES, 'not-same Person "Li Wei" in a1 "Li Wei" in a2').resolution.entity_ids
    assert ids["a1", "p"] == ids["a3", "p"] != ids["a2", "p"]


def test_what_shares_a_fact_goes_with_the_one_that_shares_it() -> None:
    readings = [editor("a1", "Li Wei"), editor("a2", "Li Wei", "River Post"), editor("a3", "Li Wei", "River Post")]
    lines = ('same Person "Li Wei" in a1 "Li Wei" in a3', 'not-same Person "Li Wei" in a1 "Li Wei" in a2')
    assert derived(readings, lines[0]).resolution.entity_ids["a2", "p"] == "person/li-wei"
    ids = derived(readings, *lines).resolution.entity_ids
    assert ids["a1", "p"] == ids["a3", "p"] != ids["a2", "p"]
    fourth = derived([*readings, editor("a4", "Li Wei", "River Post")], lines[1]).resolution.entity_ids
    assert fourth["a4", "p"] == fourth["a2", "p"]


def test_two_spellings_of_one_entity_are_parted() -> None:
    readings = [editor("a1", "Elnur Rzaev"), editor("a2", "Elnur Rzayev"), editor("a3", "Elnur Rzayev")]
    assert len(names(derived(readings).graph, "Person")) == 1
    graph = derived(readings, 'not-same Person "Elnur Rzaev" "Elnur Rzayev"').graph
    assert names(graph, "Person") == ["Elnur Rzaev", "Elnur Rzayev"]
    assert ("Elnur Rzayev", "Lake Forum", "a3") in edges(graph, "ATTENDED")


def test_merges_across_a_parting_are_no_longer_told() -> None:
    resolution = derived(NAMESAKES, 'not-same Person "Li Wei" in a1 "Li Wei" in a2').resolution
    assert all(resolution.entity_ids[merge.left] == resolution.entity_ids[merge.right] for merge in resolution.merges)


def test_agencies_and_forums_are_joined_as_well() -> None:
    readings = [editor("a1", "Elnur Rzaev"), editor("a2", "Orkhan Valiyev", "River Post")]
    assert names(derived(readings, 'same Agency "Lake Herald" "River Post"').graph, "Agency") == ["Lake Herald"]


@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_neither_the_order_of_lines_nor_of_articles_matters(order: tuple[int, ...]) -> None:
    lines = (
        'same Person "Li Wei" in a1 "Elnur Rzaev"',
        'not-same Person "Li Wei" in a1 "Li Wei" in a2',
        'rename Person "Elnur Rzaev" to "Li Wei the Elder"',
    )
    readings = [*NAMESAKES[:2], editor("a3", "Elnur Rzaev")]
    expected = derived(readings, *lines).graph
    shuffled = derive([readings[at] for at in order], corrections(*(lines[at] for at in order))).graph
    assert list(shuffled.nodes(data=True)) == list(expected.nodes(data=True))
    assert list(shuffled.edges(keys=True, data=True)) == list(expected.edges(keys=True, data=True))


def test_a_correction_holds_when_articles_are_added() -> None:
    lines = ('not-same Person "Li Wei" in a1 "Li Wei" in a2', 'same Person "Li Wei" in a1 "Elnur Rzaev"')
    few = derived([*NAMESAKES[:2], editor("a4", "Elnur Rzaev")], *lines).resolution.entity_ids
    more = derived([*NAMESAKES, editor("a0", "Li Wei"), editor("a4", "Elnur Rzaev")], *lines).resolution.entity_ids
    for ids in (few, more):
        assert ids["a1", "p"] == ids["a4", "p"] != ids["a2", "p"]


def test_without_its_line_everything_is_as_before() -> None:
    line = 'not-same Person "Li Wei" in a1 "Li Wei" in a2'
    before = derived(NAMESAKES).graph
    assert len(derived(NAMESAKES, line).graph) == len(before) + 1
    after = derived(NAMESAKES, f"# {line}").graph
    assert list(after.edges(keys=True, data=True)) == list(before.edges(keys=True, data=True))


def test_same_and_not_same_of_one_pair_are_both_named_and_neither_is_applied() -> None:
    lines = ('same Person "Li Wei" in a1 "Elnur Rzaev"', 'not-same Person "Elnur Rzaev" "Li Wei" in a1')
    readings = [NAMESAKES[0], editor("a4", "Elnur Rzaev")]
    first, second = sorted(not_applied(readings, *lines))
    assert first.startswith("line 1: it contradicts line 2")
    assert second.startswith("line 2: it contradicts line 1")


def test_a_contradiction_over_three_lines_is_named() -> None:
    readings = [
        editor("a1", "Li Wei"),
        editor("a2", "Orkhan Valiyev", "River Post"),
        editor("a3", "Elnur Rzaev", "Dot"),
    ]
    reported = not_applied(
        readings,
        'same Person "Li Wei" "Orkhan Valiyev"',
        'same Person "Orkhan Valiyev" "Elnur Rzaev"',
        'not-same Person "Elnur Rzaev" "Li Wei"',
    )
    assert len(reported) == 3
    assert any(line.startswith("line 3: it contradicts line 1 and line 2") for line in reported)


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ('same Person "Li Wei" "Nobody Known"', "line 1: no Person is called 'Nobody Known'. "),
        ('same Person "Li Wei" "Elnur Rzaev" in a1', "no Person in a1 is called 'Elnur Rzaev'. It is named in a4"),
        (
            'same Person "Li Wei" in a9 "Elnur Rzaev"',
            "there is no article 'a9'. Load that article, or mend its key.",
        ),
        ('same Agency "Li Wei" "Lake Herald"', "That name has the label Person; mend the label"),
        ('same Person "Li Wey" "Elnur Rzaev"', "Near names are Li Wei; mend the name"),
        ('same Person "Li Wei" "Li Wei"', "are the same words of an article. Name an article after each name"),
        ('not-same Person "Li Wei" "li wei"', "are the same words of an article. Name an article after each name"),
    ],
)
def test_what_finds_no_target_is_reported_with_what_to_do(line: str, message: str) -> None:
    (reported,) = not_applied([NAMESAKES[0], editor("a4", "Elnur Rzaev")], line)
    assert message in reported


def test_a_name_of_two_entities_needs_an_article() -> None:
    readings = [editor("a1", "Li Wei"), editor("a2", "Li Wei"), editor("a3", "Elnur Rzaev")]
    apart = 'not-same Person "Li Wei" in a1 "Li Wei" in a2'
    assert not_applied(readings, apart, 'rename Person "Li Wei" in a2 to "Li Wei of a2"') == []
    (reported,) = not_applied(readings, apart, 'rename Person "Li Wei" to X')
    assert "the Person 'Li Wei' can be 'Li Wei' in a1; or 'Li Wei' in a2" in reported
    assert "NAME in ARTICLE" in reported
