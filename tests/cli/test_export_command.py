"""`export` as a command."""

from __future__ import annotations

import csv
import json
from pathlib import Path

from ran import Run

from graphkit.cli.export import ExportFormat
from graphkit.export import FORMATS


def test_help_names_every_format(run: Run) -> None:
    assert [form.value for form in ExportFormat] == list(FORMATS)
    described = run("export", "--help").out
    assert all(form in described for form in FORMATS)


def test_a_store_is_exported_as_its_name_says(run: Run, seeds: Path, tmp_path: Path) -> None:
    assert run("load", seeds).status == 0
    ran = run("export", "-o", "network.graphml")
    assert ran.status == 0
    assert ran.err == "The graph is in network.graphml.\n"
    assert (tmp_path / "network.graphml").read_text(encoding="utf-8").startswith("<?xml")


def test_a_folder_gets_tables(run: Run, graph_file: Path, tmp_path: Path) -> None:
    assert run("export", "-o", "tables", "--graph", graph_file).status == 0
    with (tmp_path / "tables" / "nodes.csv").open(encoding="utf-8", newline="") as file:
        names = {row["name"] for row in csv.DictReader(file)}
    assert names >= {"Aynur Həsən", "Lake Forum", "Press Council"}


def test_the_offline_import_is_told_how(run: Run, graph_file: Path, tmp_path: Path) -> None:
    ran = run("export", "-o", "import", "--format", "neo4j-admin", "--graph", graph_file)
    assert ran.status == 0
    assert "cd import && neo4j-admin database import full neo4j @import.args" in ran.err
    arguments = (tmp_path / "import" / "import.args").read_text(encoding="utf-8").splitlines()
    assert "--nodes=Person=./Person.csv" in arguments


def test_standard_output_has_the_data_alone(run: Run, graph_file: Path) -> None:
    ran = run("export", "-o", "-", "--format", "jsonld", "--no-text", "--graph", graph_file)
    assert ran.status == 0
    assert json.loads(ran.out)["@context"]
    assert "spoke at the Lake Forum" not in ran.out
    assert ran.err == ""


def test_what_a_format_cannot_take_in_is_said(run: Run, graph_file: Path) -> None:
    broken = graph_file.read_text(encoding="utf-8").replace("Lake Forum", "Lake\\fForum")
    graph_file.write_text(broken, encoding="utf-8")
    ran = run("export", "-o", "network.gexf", "--graph", graph_file)
    assert ran.status == 0
    assert "Control characters that XML does not have, each replaced by U+FFFD:" in ran.err


def test_a_name_that_tells_no_format_is_refused_with_the_choices(run: Run, graph_file: Path) -> None:
    ran = run("export", "-o", "network.xlsx", "--graph", graph_file)
    assert ran.status == 2
    assert "--format (csv, parquet, node-link, graphml, gexf, neo4j-admin, ftm, jsonld)" in ran.err


def test_a_folder_with_files_is_refused(run: Run, graph_file: Path) -> None:
    ran = run("export", "-o", ".", "--graph", graph_file)
    assert ran.status == 2
    assert "is not an empty folder" in ran.err
