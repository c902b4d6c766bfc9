from __future__ import annotations

import inspect
import json
import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from ran import Run, on_a_terminal

from graphkit.centrality.stability import DEFAULT_RESAMPLES
from graphkit.cli.report import report
from graphkit.graph import write_graph_json
from graphkit.report import write_report
from graphkit.report.sections import DEFAULT_SEED, DEFAULT_TOP


def test_the_command_and_the_function_have_the_same_defaults() -> None:
    by_command = {name: one.default for name, one in inspect.signature(report).parameters.items()}
    by_function = {name: one.default for name, one in inspect.signature(write_report).parameters.items()}
    shared = {"top": DEFAULT_TOP, "resamples": DEFAULT_RESAMPLES, "seed": DEFAULT_SEED}
    assert {name: by_command[name] for name in shared} == shared
    assert {name: by_function[name] for name in shared} == shared


def test_what_the_head_says_repeats_the_report(run: Run, graph_file: Path, tmp_path: Path) -> None:
    options = ("--planned", "--former", "--min-confidence", "0.25", "--top", "3", "--resamples", "30", "--seed", "5")
    (tmp_path / "graph.json").write_bytes(graph_file.read_bytes())
    assert run("report", "--graph", "graph.json", *options, "-o", "report.json").status == 0
    first = (tmp_path / "report.json").read_bytes()
    head = json.loads(first)["head"]
    assert head["options"] == {
        "planned": True, "former": True, "minimum_confidence": 0.25, "top": 3, "resamples": 30, "seed": 5,
    }  # fmt: skip
    (tmp_path / "report.json").unlink()
    assert run(*head["repeat"].split()[1:]).status == 0
    assert (tmp_path / "report.json").read_bytes() == first


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--top", "0"), "A table of the first 0 shows nothing; give 1 or more."),
        (("--resamples", "7"), "7 resamples have no 5th percentile; give 20 or more, or 0 for none."),
        (("--seed", "-1"), "The seed is -1; give 0 or more."),
        (("--min-confidence", "2"), "The minimum confidence is 2.0; give a number from 0 to 1."),
        (("--write",), "--write puts the scores into a store, and --graph names a file; give --store instead."),
    ],
)
def test_an_option_that_cannot_be_is_said_in_words(
    run: Run, graph_file: Path, tmp_path: Path, options: tuple[str, ...], said: str
) -> None:
    ran = run("report", "--graph", graph_file, *options)
    assert (ran.status, ran.err) == (2, f"graphkit: {said}\n")
    assert list(tmp_path.iterdir()) == [graph_file]


FIRST = (
    "MATCH (p:Person) WHERE p.attendance_degree > 0 "
    "RETURN p.name AS name, p.attendance_degree AS degree ORDER BY degree DESC, name LIMIT 2"
)


def first_in_report(folder: Path) -> Any:
    scores = json.loads((folder / "report.json").read_text(encoding="utf-8"))["scores"]
    degrees = [
        {"name": score["entity"], "degree": score["value"]}
        for score in scores
        if (score["network"], score["measure"], score["label"]) == ("attendance", "degree", "Person")
    ]
    return sorted(degrees, key=lambda row: (-row["degree"], row["name"]))[:2]


def test_cypher_sorts_by_the_scores_that_write_left(run: Run, seeds: Path, tmp_path: Path) -> None:
    assert run("load", seeds).status == 0
    ran = run("report", "-o", "report.json", "--write")
    assert ran.status == 0
    assert "graph.lbug: scores of " in ran.err
    assert run("query", FIRST, "--format", "json").rows == first_in_report(tmp_path)
    assert run("load", seeds).err == "graph.lbug: nothing changed.\n"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pseudo-terminals of this kind")
def test_a_progress_bar_comes_on_a_terminal_only(
    run: Run, graph_file: Path, tmp_path: Path, clean_environment: dict[str, str]
) -> None:
    arguments = ["report", "--graph", str(graph_file)]
    assert "People by shared forums" not in run(*arguments).err
    assert "People by shared forums" in on_a_terminal(arguments, tmp_path, clean_environment)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows sends no SIGINT")
def test_an_interruption_leaves_the_older_file_and_nothing_else(
    tmp_path: Path, clean_environment: dict[str, str], seeds: Path
) -> None:
    from graphkit.pipeline import read_graph

    write_graph_json(read_graph([str(seeds)]), tmp_path / "graph.json")
    (tmp_path / "report.html").write_text("older", encoding="utf-8")
    waits = (
        "import signal, time; from graphkit.report import content; from graphkit.cli import main\n"
        "signal.signal(signal.SIGINT, signal.default_int_handler)  # in the background it is ignored\n"
        "def build(*given): print('working', flush=True); time.sleep(60)\n"
        "content.build_sections = build\n"
        "main(['report', '--graph', 'graph.json'])\n"
    )
    with subprocess.Popen(
        [sys.executable, "-c", waits], cwd=tmp_path, env=clean_environment, stdout=subprocess.PIPE,
        stderr=subprocess.PIPE, text=True,
    ) as process:  # fmt: skip
        assert process.stdout is not None
        assert process.stdout.readline() == "working\n"
        os.kill(process.pid, signal.SIGINT)
        _, said = process.communicate(timeout=60)
    assert process.returncode != 0
    assert "Traceback" not in said
    assert sorted(path.name for path in tmp_path.iterdir()) == ["graph.json", "report.html"]
    assert (tmp_path / "report.html").read_text(encoding="utf-8") == "older"
