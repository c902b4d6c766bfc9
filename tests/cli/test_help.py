from __future__ import annotations

import sys
from pathlib import Path

import pytest
from ran import Run, on_a_terminal
from typer.main import get_command

from graphkit import __version__
from graphkit.cli import app
from graphkit.corrections.file import DEFAULT_FILE
from graphkit.view import MAX_NODES

COMMANDS = tuple(command.callback.__name__ for command in app.registered_commands if command.callback)


def test_every_command_it_names_is_one(run: Run) -> None:
    named = {line.split("graphkit ", 1)[1].split()[0] for line in run().out.splitlines()[2:]}
    assert named <= {*COMMANDS, "--help"}


def test_version(run: Run) -> None:
    assert run("--version").out == f"graphkit {__version__}\n"


def test_help_lists_every_command(run: Run) -> None:
    assert len(COMMANDS) >= 17
    ran = run("--help")
    assert ran.status == 0
    assert all(f" {command} " in ran.out for command in COMMANDS)


@pytest.mark.parametrize("command", COMMANDS)
def test_help_of_a_command_has_an_example(run: Run, command: str) -> None:
    ran = run(command, "--help")
    assert ran.status == 0
    assert f"graphkit {command}" in ran.out.split("Usage:")[1].split("\n", 1)[1]


@pytest.mark.parametrize(
    ("command", "option", "default"),
    [("view", "--max-nodes", f"{MAX_NODES:,}"), ("load", "--corrections", DEFAULT_FILE)],
)
def test_help_names_the_default_that_holds(command: str, option: str, default: str) -> None:
    options = get_command(app).commands[command].params  # type: ignore[attr-defined]
    (told,) = (its.help for its in options if option in its.opts)
    assert f"{default} " in told


@pytest.mark.parametrize(
    "arguments",
    [
        ["lod", "x"],
        ["load"],
        ["extract", "x.txt"],
        ["query"],
        ["query", "x", "--format", "xml"],
        ["view", "--nothing"],
    ],
)
def test_wrong_usage_is_status_2_and_words_on_standard_error(run: Run, arguments: list[str]) -> None:
    ran = run(*arguments)
    assert ran.status == 2
    assert not ran.out
    assert "Usage: graphkit" in ran.err


def test_a_mistyped_command_is_told_the_near_one(run: Run) -> None:
    assert "'load'" in run("lod", "x").err


def test_a_shell_completes_commands(run: Run) -> None:
    completed = run(_GRAPHKIT_COMPLETE="complete_bash", COMP_WORDS="graphkit qu", COMP_CWORD="1")
    assert completed.out.split() == ["query", "queries"]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pseudo-terminals of this kind")
def test_colours_come_on_a_terminal_only(tmp_path: Path, run: Run, clean_environment: dict[str, str]) -> None:
    assert "\x1b[" not in run("--help").out
    assert "\x1b[" in on_a_terminal(["--help"], tmp_path, clean_environment)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pseudo-terminals of this kind")
def test_a_progress_bar_comes_on_a_terminal_only(
    tmp_path: Path, run: Run, clean_environment: dict[str, str], seeds: Path
) -> None:
    arguments = ["extract", str(seeds), "-o", "seeds.json"]
    assert "Reading articles" not in run(*arguments).err
    assert "Reading articles" in on_a_terminal(arguments, tmp_path, clean_environment)
