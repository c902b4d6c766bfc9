from __future__ import annotations

from small_news import derived, edges, editor, names, not_applied, read

from graphkit import vocabulary
from graphkit.graph import check_graph

LI_WEI = editor("a1", "Li Wei")
DAYS = read(
    "a2",
    "Orkhan Valiyev of Media Days came to Georgia.",
    {"p": ("Person", "Orkhan Valiyev"), "o": ("Agency", "Media Days"), "g": ("Person", "Georgia")},
    [("REPRESENTS", "p", "o", "Orkhan Valiyev of Media Days", {"former": False})],
)
FORUM_DAYS = read("a3", "Media Days opened.", {"f": ("Forum", "Media Days")})


def test_rename_gives_the_name_and_keeps_the_old_one_as_an_alias() -> None:
    graph = derived([LI_WEI], 'rename Person "Li Wei" to "Lǐ Wěi"').graph
    assert graph.nodes["person/li-wei"]["name"] == "Lǐ Wěi"
    assert graph.nodes["person/li-wei"]["aliases"] == ["Li Wei"]


def test_a_given_name_can_be_used_by_other_lines_in_any_order() -> None:
    lines = ['drop ATTENDED Person "Lǐ Wěi" Forum "Lake Forum"', 'rename Person "Li Wei" to "Lǐ Wěi"']
    for ordered in (lines, lines[::-1]):
        assert edges(derived([LI_WEI], *ordered).graph, "ATTENDED") == []


def test_two_new_names_for_one_contradict_each_other() -> None:
    reported = not_applied([LI_WEI], 'rename Person "Li Wei" to A', 'rename Person "Li Wei" to B')
    assert [line.split(",")[0] for line in reported] == [
        "line 1: it contradicts line 2",
        "line 2: it contradicts line 1",
    ]
    twice = ('rename Person "Li Wei" to A',) * 2
    assert names(derived([LI_WEI], *twice).graph, "Person") == ["A"]


def test_relabel_moves_the_entity_to_its_kind_and_joins_it_with_its_namesake_there() -> None:
    graph = derived([DAYS, FORUM_DAYS], 'relabel Agency "Media Days" to Forum').graph
    assert names(graph, "Agency") == []
    assert names(graph, "Forum") == ["Media Days"]
    assert {article for _, _, article in edges(graph, "MENTIONED_IN") if article != "a1"} == {"a2", "a3"}
    check_graph(graph)


def test_edges_that_the_new_label_cannot_have_are_left_out() -> None:
    assert edges(derived([DAYS]).graph, "REPRESENTS") == [("Orkhan Valiyev", "Media Days", "a2")]
    assert edges(derived([DAYS], 'relabel Agency "Media Days" to Forum').graph, "REPRESENTS") == []


def test_a_state_that_was_read_as_something_else_gets_its_name_and_code() -> None:
    graph = derived([DAYS], "relabel Person Georgia to Country").graph
    (country,) = [data for _, data in graph.nodes(data=True) if data["label"] == vocabulary.COUNTRY]
    assert (country["name"], country["iso2"]) == ("Georgia", "GE")


def test_relabel_in_one_article_leaves_the_others() -> None:
    other = read("a4", "Media Days wrote.", {"o": ("Agency", "Media Days")})
    graph = derived([DAYS, other], 'relabel Agency "Media Days" in a4 to Forum').graph
    assert edges(graph, "REPRESENTS") == [("Orkhan Valiyev", "Media Days", "a2")]
    assert names(graph, "Forum") == ["Media Days"]


def test_other_lines_name_the_label_that_is_right() -> None:
    lines = ('rename Forum "Media Days" to "Days of the Media"', 'relabel Agency "Media Days" to Forum')
    assert names(derived([DAYS], *lines).graph, "Forum") == ["Days of the Media"]


def test_two_labels_for_one_contradict_each_other() -> None:
    lines = ('relabel Agency "Media Days" to Forum', 'relabel Agency "Media Days" to Person')
    assert len(not_applied([DAYS], *lines)) == 2


def test_an_entity_that_is_not_there_cannot_be_renamed_or_relabelled() -> None:
    reported = not_applied([LI_WEI], 'rename Forum "Sea Forum" to X', 'relabel Agency "Sea Forum" to Forum')
    assert len(reported) == 2
    assert all("is called 'Sea Forum'" in line for line in reported)


def test_what_the_articles_say_is_left_as_it_is() -> None:
    before = repr(DAYS)
    derived([DAYS], 'relabel Agency "Media Days" to Forum', 'drop MENTIONED_IN Person "Orkhan Valiyev"')
    assert repr(DAYS) == before
