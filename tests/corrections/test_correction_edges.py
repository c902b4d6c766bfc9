from __future__ import annotations

import pytest
from small_news import SAID, corrections, derived, edge, edges, editor, names, not_applied, read

from graphkit.corrections import derive
from graphkit.graph import check_graph

LI_WEI = editor("a1", "Li Wei")
AGAIN = editor("a2", "Li Wei")
TWO_POSTS = read(
    "a3",
    "Li Wei, editor and founder of the Lake Herald, met Orkhan at the Sea Forum, said Li Wei. It was “a good day”.",
    {"p": ("Person", "Li Wei"), "o": ("Agency", "Lake Herald"), "f": ("Forum", "Sea Forum")},
    [
        ("REPRESENTS", "p", "o", "Li Wei, editor and founder of", {"role": "editor", "former": False}),
        ("REPRESENTS", "p", "o", "Li Wei, editor and founder of", {"role": "founder", "former": False}),
        ("QUOTED_IN", "p", None, "a good day", {**SAID, "text": "a good day", "session": "Opening"}),
    ],
)
ATTENDED = 'ATTENDED Person "Li Wei" Forum "Lake Forum"'


def test_drop_takes_an_edge_out_of_every_article_or_of_one() -> None:
    assert edges(derived([LI_WEI, AGAIN], f"drop {ATTENDED}").graph, "ATTENDED") == []
    left = edges(derived([LI_WEI, AGAIN], f"drop {ATTENDED} in a1").graph, "ATTENDED")
    assert left == [("Li Wei", "Lake Forum", "a2")]


def test_drop_takes_the_edge_out_of_articles_that_come_later() -> None:
    line = f"drop {ATTENDED}"
    assert edges(derived([LI_WEI, AGAIN, editor("a0", "Li Wei")], line).graph, "ATTENDED") == []


@pytest.mark.parametrize("words", ["Water is news", "“Water  is\nnews,”", "Li Wei said."])
def test_an_edge_is_found_by_its_words_or_by_others_of_its_sentence(words: str) -> None:
    line = 'drop QUOTED_AT Person "Li Wei" Forum "Lake Forum" in a1 at ' + f'"{words}"'
    assert edges(derived([LI_WEI], line).graph, "QUOTED_AT") == []


def test_of_two_edges_at_the_same_words_a_property_tells_which() -> None:
    line = 'drop REPRESENTS Person "Li Wei" Agency "Lake Herald" in a3 at "editor and founder" role=founder'
    assert edge(derived([TWO_POSTS], line).graph, "REPRESENTS")["role"] == "editor"


def test_an_entity_whose_last_edge_is_dropped_goes() -> None:
    assert names(derived([LI_WEI], 'drop MENTIONED_IN Forum "Lake Forum"').graph, "Forum") == ["Lake Forum"]
    lines = [f'drop {kind} Person "Li Wei" Forum "Lake Forum"' for kind in ("ATTENDED", "QUOTED_AT")]
    graph = derived([LI_WEI], 'drop MENTIONED_IN Forum "Lake Forum"', *lines).graph
    assert names(graph, "Forum") == []
    assert names(graph, "Person") == ["Li Wei"]


def test_keep_makes_an_edge_certain() -> None:
    before, after = (derived([LI_WEI], *lines).graph for lines in ((), (f"keep {ATTENDED}",)))
    assert edge(before, "ATTENDED")["confidence"] == 0.7
    assert edge(after, "ATTENDED") == edge(before, "ATTENDED") | {"confidence": 1.0}


def test_retype_moves_a_quotation_from_the_article_to_the_forum() -> None:
    line = 'retype QUOTED_IN Person "Li Wei" in a3 at "a good day" to QUOTED_AT Forum "Sea Forum" cue=recalled'
    graph = derived([TWO_POSTS], line).graph
    assert edges(graph, "QUOTED_IN") == []
    assert edges(graph, "QUOTED_AT") == [("Li Wei", "Sea Forum", "a3")]
    quoted = edge(graph, "QUOTED_AT")
    assert (quoted["text"], quoted["cue"], quoted["session"]) == ("a good day", "recalled", "Opening")
    assert (quoted["rule"], quoted["confidence"]) == ("correction.retype", 1.0)
    check_graph(graph)


def test_retype_of_a_quotation_to_the_article_and_of_attending_to_a_quotation() -> None:
    lines = (
        'retype QUOTED_AT Person "Li Wei" Forum "Lake Forum" to QUOTED_IN',
        f"retype {ATTENDED} to QUOTED_AT kind=mixed",
    )
    graph = derived([LI_WEI], *lines).graph
    assert edges(graph, "QUOTED_IN") == [("Li Wei", "a1", "a1")]
    assert (edge(graph, "QUOTED_AT")["kind"], edge(graph, "QUOTED_AT")["nested"]) == ("mixed", False)
    assert edge(graph, "QUOTED_AT")["text"] == LI_WEI.article.text[: len(edge(graph, "QUOTED_AT")["text"])]
    check_graph(graph)


def test_retype_to_a_forum_that_the_article_does_not_name_is_reported() -> None:
    line = 'retype QUOTED_AT Person "Li Wei" Forum "Lake Forum" in a1 to QUOTED_AT Forum "Sea Forum"'
    (reported,) = not_applied([LI_WEI, TWO_POSTS], line)
    assert "no Forum in a1 is called 'Sea Forum'" in reported


def test_add_makes_an_edge_with_its_evidence() -> None:
    line = 'add ATTENDED Person "Li Wei" Forum "Sea Forum" in a3 at "met  Orkhan at the Sea Forum" status=planned'
    graph = derived([TWO_POSTS], line).graph
    added, text = edge(graph, "ATTENDED"), TWO_POSTS.article.text
    assert text[added["start"] : added["end"]] == "met Orkhan at the Sea Forum"
    assert added["sentence"] == text[: text.index(" It was")]
    assert (added["status"], added["article"]) == ("planned", "a3")
    assert (added["rule"], added["confidence"]) == ("correction.add", 1.0)
    check_graph(graph)


@pytest.mark.parametrize(
    ("words", "kind"), [("a good day", "direct"), ("“a good day”", "direct"), ("met Orkhan", "indirect")]
)
def test_an_added_quotation_has_the_words_themselves(words: str, kind: str) -> None:
    line = f'add QUOTED_AT Person "Li Wei" Forum "Sea Forum" in a3 at "{words}" cue=said'
    quoted = edge(derived([TWO_POSTS], line).graph, "QUOTED_AT")
    assert (quoted["text"], quoted["kind"], quoted["cue"], quoted["session"]) == (words, kind, "said", None)


def test_add_takes_up_somebody_whom_nobody_read() -> None:
    line = 'add ATTENDED Person Orkhan Forum "Sea Forum" in a3 at "Orkhan at the Sea Forum"'
    graph = derived([TWO_POSTS], line).graph
    assert edges(graph, "ATTENDED") == [("Orkhan", "Sea Forum", "a3")]
    mentions = [mention for mention in edges(graph, "MENTIONED_IN") if mention[0] == "Orkhan"]
    assert mentions == [("Orkhan", "a3", "a3")]


def test_a_mention_alone_can_be_added() -> None:
    graph = derived([TWO_POSTS], "add MENTIONED_IN Person Orkhan in a3 at Orkhan").graph
    found = [data for _, _, data in graph.edges(data=True) if data["rule"] == "correction.add"]
    assert {data["surface"] for data in found} == {"Orkhan"}
    assert len(found) == 1


def test_add_knows_somebody_by_the_name_of_other_articles() -> None:
    line = 'add ATTENDED Person "Orkhan Valiyev" Forum "Sea Forum" in a3 at "met Orkhan at the Sea Forum"'
    other = editor("a5", "Orkhan Valiyev", "River Post")
    graph = derived([TWO_POSTS, other], line).graph
    assert names(graph, "Person") == ["Li Wei", "Orkhan Valiyev"]
    assert ("Orkhan Valiyev", "Sea Forum", "a3") in edges(graph, "ATTENDED")


@pytest.mark.parametrize(
    ("line", "message"),
    [
        (f"drop {ATTENDED} in a3", "no Forum in a3 is called 'Lake Forum'. It is named in a1"),
        (f'drop {ATTENDED} in a1 at "It rained"', "there is no ATTENDED from 'Li Wei' to 'Lake Forum' in a1 at 'It"),
        (f"keep {ATTENDED} in a1 status=planned", "there is no ATTENDED"),
        ('drop ATTENDED Person Nobody Forum "Lake Forum"', "no Person is called 'Nobody'"),
        (f'add {ATTENDED} in a1 at "It rained."', "article a1 does not say 'It rained.'. Copy the words"),
        (f'add {ATTENDED} in a9 at "x"', "there is no article 'a9'"),
        (
            'add ATTENDED Person "Nobody" Forum "Lake Forum" in a1 at "spoke"',
            "no Person is called 'Nobody', and article a1 has no such words",
        ),
    ],
)
def test_what_finds_no_target_is_reported_and_the_rest_is_applied(line: str, message: str) -> None:
    readings = [LI_WEI, TWO_POSTS]
    (reported,) = not_applied(readings, line)
    assert message in reported
    applied = derive(readings, corrections(line, f"keep {ATTENDED}", reported=[])).graph
    assert edge(applied, "ATTENDED")["confidence"] == 1.0


def test_an_edge_whose_offsets_moved_is_found_by_its_words() -> None:
    text = f"BAKU. {LI_WEI.article.text}"
    moved = read(
        "a1",
        text,
        {its.key: (its.label, its.name) for its in LI_WEI.subjects},
        [("ATTENDED", "p", "f", "Li Wei, editor of the Lake Herald, spoke at", {"status": "attended"})],
    )
    line = f'drop {ATTENDED} in a1 at "Li Wei, editor of the Lake Herald, spoke"'
    assert edges(derived([moved], line).graph, "ATTENDED") == []


def test_an_edge_that_is_no_longer_read_is_reported() -> None:
    line = f'drop {ATTENDED} in a1 at "spoke at the Lake Forum"'
    assert not_applied([LI_WEI], line) == []
    subjects = {its.key: (its.label, its.name) for its in LI_WEI.subjects}
    (reported,) = not_applied([read("a1", LI_WEI.article.text, subjects)], line)
    assert reported.startswith("line 1: there is no ATTENDED from 'Li Wei' to 'Lake Forum' in a1 at 'spoke at the")
    assert "Look what is there with `graphkit show`" in reported


def test_drop_and_keep_of_one_edge_contradict_each_other_and_it_stays() -> None:
    lines = (f"drop {ATTENDED}", f"keep {ATTENDED} in a1")
    assert len(not_applied([LI_WEI], *lines)) == 2
    kept = derive([LI_WEI], corrections(*lines, reported=[])).graph
    assert edge(kept, "ATTENDED")["confidence"] == 0.7
