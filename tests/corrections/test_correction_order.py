"""Whatever lines meet, in whatever order: the graph keeps its shape, and order does not matter."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from small_news import corrections, editor, read

from graphkit.corrections import derive
from graphkit.graph import check_graph
from graphkit.read import Refusal
from graphkit.records import Reading

READINGS = [
    editor("a1", "Li Wei"),
    editor("a2", "Li Wei", "River Post"),
    editor("a3", "Li Wei"),
    editor("a4", "Elnur Rzaev"),
    read("a5", "Media Days greeted Orkhan and Li Wei.", {"o": ("Agency", "Media Days"), "p": ("Person", "Li Wei")}),
]
LINES = [
    'same Person "Li Wei" in a1 "Elnur Rzaev"',
    'same Person "Li Wei" in a2 "Elnur Rzaev"',
    'not-same Person "Li Wei" in a1 "Li Wei" in a2',
    'not-same Person "Li Wei" in a3 "Li Wei" in a2',
    'not-same Person "Elnur Rzaev" "Li Wei" in a5',
    'rename Person "Elnur Rzaev" to "Elnur the Elder"',
    'rename Person "Li Wei" in a2 to "Li Wei of the Post"',
    'relabel Agency "Media Days" to Forum',
    'relabel Agency "Lake Herald" to Person',
    'relabel Agency "Lake Herald" in a3 to Forum',
    'drop ATTENDED Person "Li Wei" Forum "Lake Forum" in a1',
    'keep ATTENDED Person "Li Wei" Forum "Lake Forum" in a1 at "spoke"',
    'drop MENTIONED_IN Forum "Lake Forum"',
    'retype QUOTED_AT Person "Li Wei" Forum "Lake Forum" in a2 to QUOTED_IN',
    'add ATTENDED Person Orkhan Forum "Media Days" in a5 at "Media Days greeted Orkhan"',
    'add ATTENDED Person "Elnur Rzaev" Forum "Lake Forum" in a5 at "greeted"',
    'add MENTIONED_IN Person Orkhan in a5 at "Orkhan"',
    'drop ATTENDED Person Nobody Forum "Lake Forum"',
]


def everything(readings: list[Reading], lines: list[str]) -> tuple[list[object], set[str]]:
    """The graph, and what was reported without the lines' numbers."""
    reported: list[Refusal] = []
    graph = derive(readings, corrections(*lines, reported=reported)).graph
    check_graph(graph)
    texts = {reading.article.key: reading.article.text for reading in readings}
    for _, _, data in graph.edges(data=True):
        words = texts[data["article"]][data["start"] : data["end"]]
        assert words
        assert data.get("text") in (None, words) or data["type"] not in ("QUOTED_AT", "QUOTED_IN")
    assert all(graph.degree(node) for node in graph)
    numbered = {f"line {number}": line for number, line in enumerate(lines, start=1)}
    whole = [*graph.nodes(data=True), *graph.edges(keys=True, data=True)]
    return whole, {numbered[refusal.where] for refusal in reported}


@settings(max_examples=150)
@given(st.lists(st.sampled_from(LINES), unique=True), st.permutations(READINGS), st.data())
def test_the_order_of_lines_and_articles_never_matters(
    lines: list[str], readings: list[Reading], data: st.DataObject
) -> None:
    assert everything(readings, data.draw(st.permutations(lines))) == everything(READINGS, lines)
