"""Whatever mentions become of whatever entities, each is told."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from sample_graph import GraphMaker

from graphkit.compare import compare_graphs
from graphkit.compare.identity import identity
from graphkit.graph import Graph

PLACES = 8


def mentioned(owners: list[str]) -> Graph:
    """The owner of each place of one article."""
    maker = GraphMaker()
    maker.article("a")
    for place, person in enumerate(owners):
        maker.node("Person", person, person)
        maker.edge("MENTIONED_IN", person, "article/a", "a", place * 10, surface="x")
    return maker.graph


owners = st.lists(st.sampled_from("abcd"), min_size=PLACES, max_size=PLACES)


@given(owners, owners)
def test_every_mention_that_belongs_to_another_is_told(before: list[str], after: list[str]) -> None:
    old, new = mentioned(before), mentioned(after)
    found = identity(old, new)
    told = {(part, whole) for whole, parts in found.merges.items() for part in parts}
    told |= {(whole, part) for whole, parts in found.splits.items() for part in parts}
    told |= {*found.new_ids.items(), *found.moved}
    went = {pair for pair in zip(before, after, strict=True) if pair[0] != pair[1]}
    assert went <= told
    assert all(old.has_node(was) and new.has_node(now) for was, now in told)
    assert compare_graphs(old, new).same is (before == after)


@given(owners, owners)
def test_merges_backwards_are_splits(before: list[str], after: list[str]) -> None:
    forwards, backwards = identity(mentioned(before), mentioned(after)), identity(mentioned(after), mentioned(before))
    assert forwards.merges == backwards.splits
    assert {now: was for was, now in forwards.new_ids.items()} == backwards.new_ids
    assert {(now, was): mentions for (was, now), mentions in forwards.moved.items()} == backwards.moved


@given(owners, owners)
def test_no_edge_is_gone_whose_place_is_still_read(before: list[str], after: list[str]) -> None:
    found = compare_graphs(mentioned(before), mentioned(after))
    assert not any((found.new_edges, found.gone_edges))
