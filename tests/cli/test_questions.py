from __future__ import annotations

import csv
import io
import json
import subprocess
import sys
from pathlib import Path

import pytest
from ran import Run

PEOPLE = "MATCH (p:Person) RETURN p.name AS name ORDER BY name"

HOLD = """
import sys
from graphkit.stores import open_store

with open_store(sys.argv[1]) as store:
    store.articles()
    print("held", flush=True)
    sys.stdin.read()
"""


def test_cypher_gives_the_same_rows_in_every_format(run: Run, store: str) -> None:
    def asked(form: str) -> str:
        ran = run("query", PEOPLE, "--store", store, "--format", form)
        assert ran.status == 0
        return ran.out

    rows = json.loads(asked("json"))
    assert {"name": "Adil Taghiyev"} in rows
    assert [json.loads(line) for line in asked("jsonl").splitlines()] == rows
    assert list(csv.DictReader(io.StringIO(asked("csv")))) == rows
    table = [line.strip() for line in asked("table").splitlines()]
    assert table[0] == "name"
    assert table[2:] == [row["name"] for row in rows]


def test_parameters_are_values_and_never_cypher(run: Run, store: str) -> None:
    hostile = "x'}) DETACH DELETE p //"
    ran = run("query", "RETURN $name AS name, $n AS n", "--param", f"name={hostile}", "--param", "n=3",
              "--store", store, "--format", "json")  # fmt: skip
    assert ran.rows == [{"name": hostile, "n": 3}]


def test_a_parameter_in_json_quotation_marks_is_text(run: Run, store: str) -> None:
    ran = run("query", "RETURN $year AS year", "--param", 'year="2025"', "--store", store, "--format", "json")
    assert ran.rows == [{"year": "2025"}]


def test_a_parameter_without_a_value_is_wrong_usage(run: Run, store: str) -> None:
    ran = run("query", PEOPLE, "--param", "forum", "--store", store)
    assert ran.status == 2
    assert "'forum' is not KEY=VALUE" in ran.err


def test_queries_lists_every_named_query_with_its_parameters(run: Run) -> None:
    rows = run("queries", "--format", "json").rows
    assert len(rows) >= 30
    assert all(row["purpose"] for row in rows)
    assert {"group", "query", "parameters", "purpose"} == rows[0].keys()


def test_a_named_query_takes_its_parameters_as_text(run: Run, store: str) -> None:
    ran = run("query", "attendees-of-forum", "--param", "forum=2025", "--store", store, "--format", "json")
    assert (ran.status, ran.rows) == (0, [])


def test_an_unknown_query_is_told_near_names(run: Run, store: str) -> None:
    known = run("queries", "--format", "json").rows[0]["query"]
    ran = run("query", known[:-1], "--store", store)
    assert (ran.status, ran.out) == (2, "")
    assert known in ran.err


def test_a_missing_or_wrong_parameter_names_those_of_the_query(run: Run, store: str) -> None:
    listed = next(row for row in run("queries", "--format", "json").rows if row["parameters"])
    ran = run("query", listed["query"], "--param", "nothing=1", "--store", store)
    assert ran.status == 2
    assert listed["parameters"][0] in ran.err


def test_cypher_that_is_wrong_is_said_so_in_words(run: Run, store: str) -> None:
    ran = run("query", "MATCH (p:Person RETURN p", "--store", store)
    assert ran.status == 2
    assert ran.err.startswith("graphkit: ")


def test_a_query_changes_nothing(run: Run, store: str) -> None:
    before = run("query", PEOPLE, "--store", store).out
    ran = run("query", "MATCH (n) DETACH DELETE n", "--store", store)
    assert ran.status == 2
    assert run("query", PEOPLE, "--store", store).out == before


def test_write_lets_cypher_change_the_store(run: Run, store: str) -> None:
    change = "MATCH (p:Person) WHERE p.name = $name SET p.name = 'A. Taghiyev'"
    arguments = ("query", change, "--param", "name=Adil Taghiyev", "--store", store)
    assert run(*arguments).status == 2
    assert run(*arguments, "--write").status == 0
    assert "A. Taghiyev" in run("query", PEOPLE, "--store", store).out


def test_write_is_for_cypher_only(run: Run, store: str) -> None:
    ran = run("query", "speakers", "--write", "--store", store)
    assert ran.status == 2
    assert "only reads" in ran.err


def test_a_limit_is_announced(run: Run, store: str) -> None:
    some = run("query", PEOPLE, "--limit", "2", "--format", "json", "--store", store)
    assert (some.status, len(some.rows)) == (0, 2)
    assert "The first 2 rows; there are more. For all of them: --limit 0" in some.err
    everybody = run("query", PEOPLE, "--limit", "0", "--format", "json", "--store", store)
    assert len(everybody.rows) > 2
    assert everybody.err == ""


def test_a_table_is_limited_and_data_is_not(run: Run, store: str) -> None:
    many = "UNWIND range(1, 1001) AS x RETURN x"
    table = run("query", many, "--store", store)
    assert "The first 1,000 rows; there are more." in table.err
    assert len(run("query", many, "--format", "jsonl", "--store", store).out.splitlines()) == 1001


def test_a_query_over_its_time_is_stopped(run: Run, store: str) -> None:
    endless = "UNWIND range(1, 100000) AS x UNWIND range(1, 100000) AS y RETURN sum(x * y) AS z"
    ran = run("query", endless, "--timeout", "0.3", "--store", store)
    assert ran.status == 2
    assert "longer than 0.3 s" in ran.err


def test_what_the_engine_lacks_is_named_with_its_portable_spelling(run: Run, store: str) -> None:
    ran = run("query", "MATCH (p:Person) RETURN [x IN p.aliases | toLower(x)] AS names", "--store", store)
    assert ran.status == 2
    assert "a list comprehension; instead: UNWIND xs AS x" in ran.err


@pytest.mark.parametrize("command", [["query", PEOPLE], ["show", "x"], ["view"], ["report"]])
def test_a_store_that_is_not_there_is_not_made(run: Run, tmp_path: Path, command: list[str]) -> None:
    ran = run(*command, "--store", "nowhere.lbug")
    assert ran.status == 2
    assert "nowhere.lbug" in ran.err
    assert "graphkit load" in ran.err
    assert list(tmp_path.iterdir()) == []


def test_a_store_that_another_process_has_is_said_to_be_in_use(run: Run, store: str, tmp_path: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", HOLD, store],
        cwd=tmp_path,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    ) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline().strip() == b"held"
        ran = run("query", PEOPLE, "--store", store)
        holder.communicate()
    assert ran.status == 2
    assert f"{store} is in use" in ran.err
    assert run("query", PEOPLE, "--store", store).status == 0


def test_a_file_that_is_no_store_is_refused_and_kept(run: Run, tmp_path: Path, seeds: Path) -> None:
    (tmp_path / "notes.txt").write_text("my notes", encoding="utf-8")
    ran = run("load", seeds, "--store", "notes.txt")
    assert ran.status == 2
    assert (tmp_path / "notes.txt").read_text(encoding="utf-8") == "my notes"


def test_show_gives_the_edges_with_their_evidence(run: Run, graph_file: Path) -> None:
    ran = run("show", "aynur hasan", "--graph", graph_file, "--format", "json")
    assert [(row["type"], row["from"], row["to"]) for row in ran.rows] == [
        ("ATTENDED", "Aynur Həsən", "Lake Forum"),
        ("REPRESENTS", "Aynur Həsən", "Press Council"),
        ("MENTIONED_IN", "Aynur Həsən", "a1"),
    ]
    assert ran.rows[1]["says"] == {"role": "Chair", "unit": None, "former": True}
    assert ran.rows[0]["sentence"] == "Aynur Həsən of the Press Council spoke at the Lake Forum."
    assert (ran.rows[0]["start"], ran.rows[0]["end"]) == (30, 56)
    assert ran.err == "Aynur Həsən (Person, person/aynur-hasan) aliases: Həsən\n"


def test_show_tells_the_ends_by_id_and_the_article_by_date(run: Run, graph_file: Path) -> None:
    row = run("show", "aynur hasan", "--graph", graph_file, "--format", "json").rows[1]
    assert (row["source"], row["target"]) == ("person/aynur-hasan", "agency/press-council")
    assert (row["article"], row["date"], row["rule"], row["confidence"]) == ("a1", "2025-12-05", "test", 0.9)


def test_a_day_without_a_year_is_in_words_for_people_and_as_stored_for_programs(run: Run, store: str) -> None:
    for command in (("show", "Adil Taghiyev"), ("explain", "004_19b2f34dddbf5a13")):
        said = run(*command, "--store", store).out
        assert "5 December" in said
        assert "--12-05" not in said
    rows = run("show", "Adil Taghiyev", "--store", store, "--format", "json").rows
    assert {row["date"] for row in rows} == {"--12-05"}


def test_show_says_in_words_what_the_edges_say_and_why(run: Run, graph_file: Path) -> None:
    ran = run("show", "Həsən", "--graph", graph_file)
    said = ran.out.splitlines()
    sentence = "    Aynur Həsən of the Press Council spoke at the Lake Forum."
    reason = "    a1 · 2025-12-05 · test · 0.90"
    assert said == [
        "Aynur Həsən (Person, person/aynur-hasan) aliases: Həsən",
        *("Aynur Həsən ATTENDED Lake Forum  status: attended", sentence, reason),
        *("Aynur Həsən REPRESENTS Press Council  role: Chair; former", sentence, reason),
        *("Aynur Həsən MENTIONED_IN a1  as: Aynur Həsən", sentence, reason),
        "",
    ]
    assert ran.err == ""


def test_show_gives_the_words_of_a_quotation(run: Run, graph_file: Path) -> None:
    said = run("show", "agency/press-council", "--graph", graph_file).out.splitlines()
    quoted = said.index("Press Council QUOTED_IN a1  kind: direct")
    assert said[quoted + 1] == "    “Aynur”"


def test_show_of_an_article_tells_its_names_apart(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a1.txt").write_text("Tokyo Group met Osaka Group. Tokyo Group left Osaka Group.", encoding="utf-8")
    assert run("extract", "a1.txt", "-o", "graph.json").status == 0
    said = run("show", "article/a1", "--graph", "graph.json").out.splitlines()
    assert [line for line in said if "MENTIONED_IN" in line] == [
        "Osaka Group MENTIONED_IN a1  as: Osaka Group ×2",
        "Tokyo Group MENTIONED_IN a1  as: Tokyo Group ×2",
    ]


def test_show_of_an_unknown_name_gives_near_ones(run: Run, graph_file: Path) -> None:
    ran = run("show", "Lake Form", "--graph", graph_file)
    assert ran.status == 2
    assert "Near names: Lake Forum." in ran.err


def test_a_name_cannot_steer_the_terminal(run: Run, tmp_path: Path, graph_file: Path) -> None:
    hostile = graph_file.read_text(encoding="utf-8").replace("Press Council", "Press\\u001b[2J[red]Council")
    (tmp_path / "hostile.json").write_text(hostile, encoding="utf-8")
    ran = run("show", "person/aynur-hasan", "--graph", "hostile.json")
    assert "\x1b" not in ran.out + ran.err
    assert "Press\N{REPLACEMENT CHARACTER}[2J[red]Council" in ran.out


@pytest.mark.parametrize("data", ["", "[]", "{}", '{"nodes": 1}', "nonsense"])
def test_a_file_that_is_no_graph_is_refused(run: Run, tmp_path: Path, data: str) -> None:
    (tmp_path / "bad.json").write_text(data, encoding="utf-8")
    ran = run("show", "x", "--graph", "bad.json")
    assert ran.status == 2
    assert "bad.json: is not graph JSON" in ran.err


def test_a_graph_file_that_is_not_there_is_said_so(run: Run) -> None:
    ran = run("report", "--graph", "nowhere.json")
    assert ran.status == 2
    assert "nowhere.json" in ran.err
