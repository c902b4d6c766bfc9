"""What a report says: centrality's figures, the evidence, the options, dates; and that there is nothing."""

from __future__ import annotations

import csv
import json
import re
from pathlib import Path
from typing import Any

import pytest
from markdown_it import MarkdownIt
from sample_graph import GraphMaker, conference_graph

from graphkit import __version__
from graphkit.centrality import Selection, Tally, build_network, scores
from graphkit.centrality.examples import three_forums
from graphkit.graph import Graph
from graphkit.report import write_report
from graphkit.report.wording import counted

PEOPLE = (".html", ".md")


def written(graph: Graph, tmp_path: Path, ending: str, **options: Any) -> str:
    path = write_report(graph, tmp_path / f"r{ending}", **options)
    return path.read_bytes().decode("utf-8")


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(text.splitlines(keepends=True), strict=True))


def as_read(text: str, ending: str) -> str:
    """The words that somebody sees."""
    if ending == ".md":
        text = MarkdownIt("commonmark").enable("table").render(text)
    plain = re.sub(r"<(style|script)>.*?</\1>|<[^>]*>", "", text, flags=re.DOTALL)
    return " ".join(plain.split())


@pytest.mark.parametrize("selection", [Selection(), Selection(planned=True, former=True, minimum_confidence=0.3)])
def test_csv_and_json_hold_every_score_of_centrality(selection: Selection, tmp_path: Path) -> None:
    graph = conference_graph()
    expected = [
        (score.name, score.entity, score.label, score.network, score.measure, score.value, score.rank)
        for score in scores(graph, selection, seed=1)
    ]
    table = rows(written(graph, tmp_path, ".csv", selection=selection, top=1))
    found = [(*list(row.values())[:5], float(row["value"]), int(row["rank"]) if row["rank"] else None) for row in table]
    assert found == expected
    data = json.loads(written(graph, tmp_path, ".json", selection=selection, top=1))
    assert [tuple(score.values())[:7] for score in data["scores"]] == expected


def test_json_says_what_was_in(tmp_path: Path) -> None:
    head = json.loads(written(conference_graph(), tmp_path, ".json", selection=Selection(planned=True), top=7))["head"]
    assert head["version"] == __version__
    assert head["options"] == {
        "planned": True,
        "former": False,
        "minimum_confidence": 0.5,
        "top": 7,
        "resamples": 200,
        "seed": 1,
    }
    assert head["nodes"] == {"Person": 4, "Agency": 3, "Country": 2, "Forum": 3, "Article": 3}
    assert head["edges"]["ATTENDED"] == 10
    assert head["counted"][0] == {"type": "ATTENDED", "counted": 9, "left_out": {"low confidence": 1}}
    assert head["dates"] == ["2025-11-10", "2025-11-10"]
    assert head["repeat"] == "graphkit report --graph graph.json --planned --top 7 -o report.json"


def test_json_has_the_size_of_each_network(tmp_path: Path) -> None:
    data = json.loads(written(three_forums(), tmp_path, ".json"))
    people = data["networks"][0]
    assert people["shape"] == {
        "nodes": 4,
        "edges": 4,
        "forums": 3,
        "pieces": 1,
        "largest": 4,
        "alone": 0,
        "density": 2 / 3,
    }
    assert people["caution"].startswith("Too small to rank: 4 joined entities, 3 forums.")
    network = build_network(three_forums(), "representation")
    assert data["networks"][-1]["shape"]["edges"] == network.number_of_edges()


def test_markdown_has_each_name_with_its_figures_and_ranks(tmp_path: Path) -> None:
    text = written(three_forums(), tmp_path, ".md")
    cem = next(line for line in text.splitlines() if line.startswith("| [Cem Caan]"))
    figures = [cell.strip() for cell in cem.strip("|").split("|")][1:]
    assert figures[:3] == ["3 (#1)", "3 (#1)", "2 (#1)"]


@pytest.mark.parametrize("ending", PEOPLE)
def test_a_short_table_says_how_many_it_leaves_out(ending: str, tmp_path: Path) -> None:
    graph = three_forums()
    assert "3 of 4" not in as_read(written(graph, tmp_path, ending), ending)
    shown = as_read(written(graph, tmp_path, ending, top=1), ending)
    assert re.search(r"\d of 4", shown)


@pytest.mark.parametrize("ending", PEOPLE)
def test_a_network_that_is_too_small_has_its_warning(ending: str, tmp_path: Path) -> None:
    assert "Too small to rank: 4 joined entities, 3 forums." in as_read(
        written(three_forums(), tmp_path, ending), ending
    )


@pytest.mark.parametrize("ending", PEOPLE)
def test_the_sentence_behind_an_edge_is_shown_with_its_article_rule_and_confidence(ending: str, tmp_path: Path) -> None:
    maker = GraphMaker()
    maker.node("Person", "p1", "Ana Abel")
    maker.node("Forum", "f1", "Tea Forum")
    text = "It rained. Ana Abel came to the Tea Forum. All left."
    known = {"title": "The tea", "author": "Nigar Ali", "source": "The Kettle", "date": "2025-12-06"}
    maker.article("x1", text, **known, url="https://example.org/1")
    sentence = "Ana Abel came to the Tea Forum."
    maker.edge(
        "ATTENDED",
        "p1",
        "f1",
        "x1",
        11,
        status="attended",
        end=24,
        sentence=sentence,
        rule="attend.came",
        confidence=0.75,
    )
    raw = written(maker.graph, tmp_path, ending)
    shown = as_read(raw, ending)
    assert sentence in shown
    assert "attend.came" in shown
    assert "0.75" in shown
    for part in (*known.values(), "x1"):
        assert part in shown[shown.rindex("Articles quoted") :]
    assert {".html": "<mark>Ana Abel came</mark> to", ".md": "**Ana Abel came** to"}[ending] in raw


def test_json_has_the_evidence_with_the_words_marked(tmp_path: Path) -> None:
    evidence = {entry["id"]: entry for entry in json.loads(written(three_forums(), tmp_path, ".json"))["evidence"]}
    headed = {facts["heading"]: facts for facts in evidence["bland"]["facts"]}
    assert {tuple(fact["through"]) for fact in headed["Took part in"]["shown"]} == {("dia",), ("newspaper", "cem")}
    assert [fact["other"] for fact in headed["Represented by"]["shown"]] == ["dia", "newspaper"]
    passage = headed["Represented by"]["shown"][0]["passages"][0]
    assert passage["before"] + passage["marked"] + passage["after"] == "Dia Dorn and Bland."
    assert (passage["article"], passage["rule"], passage["confidence"]) == ("article/a1", "example", 0.9)


@pytest.mark.parametrize("ending", PEOPLE)
def test_evidence_whose_article_is_not_in_the_graph_is_shown(ending: str, tmp_path: Path) -> None:
    graph = conference_graph()
    graph.remove_node("article/x1")
    assert "x1 at 40." in as_read(written(graph, tmp_path, ending), ending)


@pytest.mark.parametrize("ending", PEOPLE)
def test_no_more_sentences_than_there_is_room_for_are_shown_and_the_rest_is_counted(
    ending: str, tmp_path: Path
) -> None:
    maker = GraphMaker()
    maker.node("Person", "p1", "Ana")
    maker.article("x1")
    for number in range(42):
        maker.node("Forum", f"f{number:02}", f"Forum {number}")
        maker.edge("ATTENDED", "p1", f"f{number:02}", "x1", number * 10, status="attended")
    for more in range(4):
        maker.edge("ATTENDED", "p1", "f00", "x1", 1000 + more, status="attended")
    shown = as_read(written(maker.graph, tmp_path, ending), ending)
    assert shown.count("and 2 more") >= 2
    assert "x1 at 1001." in shown
    assert "x1 at 1002." not in shown


@pytest.mark.parametrize("ending", [".html", ".md"])
def test_the_options_and_what_they_leave_out_are_said(ending: str, tmp_path: Path) -> None:
    usual = as_read(written(conference_graph(), tmp_path, ending), ending)
    assert "Planned attendance is left out; former posts are left out; edges under a confidence of 0.5" in usual
    assert "7 counted; 1 left out: low confidence, 2 left out: planned" in usual
    chosen = Selection(planned=True, former=True, minimum_confidence=0.25)
    other = as_read(written(conference_graph(), tmp_path, ending, selection=chosen, top=5), ending)
    assert "Planned attendance is in; former posts are in; edges under a confidence of 0.25" in other
    assert "10 counted; none left out" in other
    assert f"--planned --former --min-confidence 0.25 --top 5 -o report{ending}" in other


def dated(*dates: str | None) -> Graph:
    maker = GraphMaker()
    maker.node("Person", "p1", "Ana")
    maker.node("Forum", "f1", "Tea Forum")
    for number, date in enumerate(dates):
        maker.article(f"x{number}", date=date)
        maker.edge("ATTENDED", "p1", "f1", f"x{number}", number, status="attended")
    return maker.graph


def test_large_numbers_have_their_thousands_apart() -> None:
    assert counted(Tally("ATTENDED", 51_442, {"planned": 1_200})) == "51,442 counted; 1,200 left out: planned"


@pytest.mark.parametrize("ending", PEOPLE)
def test_a_day_without_a_year_is_shown_in_words(ending: str, tmp_path: Path) -> None:
    shown = as_read(written(dated("--12-05"), tmp_path, ending), ending)
    assert shown.count("5 December") == {".html": 3, ".md": 2}[ending]
    assert "--12-05" not in shown


@pytest.mark.parametrize("ending", PEOPLE)
@pytest.mark.parametrize(
    ("dates", "said"),
    [
        (("2025-12-05", "2024"), "2024 to 2025-12-05"),
        (("2025-12-05", None), "2025-12-05"),
        (("--12-05", "--02-29"), "29 February to 5 December"),
        (("--12-05", "2025-11-01", "2025-12-31"), "2025-11-01 to 2025-12-31"),
        ((None,), "undated"),
    ],
)
def test_the_report_says_from_when_its_articles_are(
    ending: str, dates: tuple[str | None, ...], said: str, tmp_path: Path
) -> None:
    shown = as_read(written(dated(*dates), tmp_path, ending), ending)
    articles = "1 article" if len(dates) == 1 else f"{len(dates)} articles"
    frame = {".html": f"Articles{len(dates)}, {said} ATTENDED", ".md": f"{articles} ({said})"}[ending]
    assert frame in shown


def namesakes() -> Graph:
    """Two people of one name from two countries, two of whom nothing is known, and two forums of one name."""
    maker = GraphMaker()
    maker.article("x1")
    for forum, start in (("f1", "2024-05"), ("f2", "2025-05")):
        maker.node("Forum", forum, "Tea Forum", start=start)
    for number, (name, country) in enumerate([("Ana", "Kenya"), ("ANA", "Peru"), ("Bo", None), ("Bo", None)]):
        person = maker.node("Person", f"p{number}", name)
        maker.edge("ATTENDED", person, "f1", "x1", number, status="attended")
        maker.edge("ATTENDED", person, "f2", "x1", 10 + number, status="attended")
        if country:
            maker.edge("REPRESENTS", person, maker.node("Country", country.lower(), country), "x1", 20 + number)
    return maker.graph


TOLD_APART = ["ANA (Peru)", "Ana (Kenya)", "Bo (p2)", "Bo (p3)", "Tea Forum (2024-05)", "Tea Forum (2025-05)"]


@pytest.mark.parametrize("ending", PEOPLE)
def test_two_of_one_name_are_told_apart_wherever_they_stand(ending: str, tmp_path: Path) -> None:
    raw = written(namesakes(), tmp_path, ending)
    shown = as_read(raw, ending)
    for name in TOLD_APART:
        bare = name[: name.index(" (")]
        assert shown.count(name) >= 2
        assert len(re.findall(rf"{bare} (?!\()", shown)) == 0


def test_two_of_one_name_are_told_apart_in_the_csv(tmp_path: Path) -> None:
    found = {row["entity"]: row["id"] for row in rows(written(namesakes(), tmp_path, ".csv"))}
    assert sorted(set(found) - {"Kenya", "Peru"}) == TOLD_APART
    assert len(set(found.values())) == len(found)


def test_every_name_in_a_picture_or_a_bridge_leads_to_its_evidence(tmp_path: Path) -> None:
    raw = written(conference_graph(), tmp_path, ".html", top=1)
    assert raw.count('class="who"') > 5
    assert re.search(r'(?<!">)<text class="who"', raw) is None
    bridges = raw[raw.index('<ul class="bridges">') :]
    assert re.search(r'(?<!">)<bdi>', bridges[: bridges.index("</ul>")]) is None


@pytest.mark.parametrize("ending", PEOPLE)
def test_an_empty_graph_gives_a_report_that_says_so(ending: str, tmp_path: Path) -> None:
    shown = as_read(written(GraphMaker().graph, tmp_path, ending), ending)
    assert shown.count("Nothing in the graph makes this network.") == 6
    assert shown.count("There is nothing to show evidence for.") == 1
    assert "0 people" in shown
    assert "undated" in shown
    assert "Articles quoted" not in shown


def test_an_empty_graph_has_no_scores_for_programs(tmp_path: Path) -> None:
    graph = GraphMaker().graph
    assert written(graph, tmp_path, ".csv") == "entity,id,label,network,measure,value,rank,low,high\n"
    data = json.loads(written(graph, tmp_path, ".json"))
    assert (data["scores"], data["evidence"], data["head"]["dates"]) == ([], [], None)
    assert [network["shape"]["nodes"] for network in data["networks"]] == [0] * 6
