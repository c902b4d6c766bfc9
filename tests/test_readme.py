"""What the README and docs/ tell to type: sessions line by line, Python, and that the commands have such options.

`python tests/test_readme.py` writes the outputs of the sessions anew.
"""

from __future__ import annotations

import contextlib
import io
import os
import re
import shlex
import shutil
import tempfile
import tomllib
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from unittest.mock import patch

import pytest
from typer.main import get_command

from graphkit.cli import app, main
from graphkit.packaged import packaged_folder

ROOT = Path(__file__).parents[1]
README = ROOT / "README.md"
SESSIONS = (README, ROOT / "docs" / "tutorial.md", ROOT / "docs" / "privacy.md")
_FOREIGN = (
    *("GRAPHKIT_STORE", "GRAPHKIT_CORRECTIONS", "GRAPHKIT_EXTRACTOR"),
    *("COLUMNS", "FORCE_COLOR", "PY_COLORS", "GITHUB_ACTIONS"),
)
PAGES = (README, *sorted((ROOT / "docs").glob("*.md")))
# Their Python needs a cluster, or graphs that are to be put in.
_FOR_OTHERS = {"spark", "stores"}
_PYTHON = re.compile(r"(?<=```python\n).*?(?=```)", re.DOTALL)
_SHELL = re.compile(r"(?<=```sh\n).*?(?=```)", re.DOTALL)
_CONSOLE = re.compile(r"(?<=```console\n).*?(?=```)", re.DOTALL)


def session(text: str, folder: Path) -> str:
    """The text with what its commands really write, run one after another in a folder with the seeds."""
    shutil.copytree(packaged_folder("seeds"), folder / "seeds")
    return _CONSOLE.sub(lambda block: _run_block(block.group(), folder), text)


def _run_block(block: str, folder: Path) -> str:
    commands = [line for line in block.splitlines() if line.startswith("$ ")]
    return "".join(f"{command}\n{_output(command, folder)}" for command in commands)


def _output(command: str, folder: Path) -> str:
    program, *arguments = shlex.split(command.removeprefix("$ "))
    assert program == "graphkit"
    written = io.StringIO()
    with (
        patch.dict(os.environ),
        contextlib.chdir(folder),
        contextlib.redirect_stdout(written),
        contextlib.redirect_stderr(written),
    ):
        for name in _FOREIGN:
            os.environ.pop(name, None)
        with pytest.raises(SystemExit) as end:
            main(arguments)
    assert not end.value.code, written.getvalue()
    return "".join(f"{line.rstrip()}\n" for line in written.getvalue().splitlines())


@pytest.mark.parametrize("page", SESSIONS, ids=lambda page: page.stem)
def test_the_session_writes_what_the_page_says(page: Path, tmp_path: Path) -> None:
    text = page.read_text(encoding="utf-8")
    assert _CONSOLE.findall(text)
    assert session(text, tmp_path) == text


@pytest.mark.parametrize(
    "page",
    [page for page in PAGES if page.stem not in _FOR_OTHERS and _PYTHON.search(page.read_text(encoding="utf-8"))],
    ids=lambda page: page.stem,
)
def test_the_python_of_a_page_runs(page: Path, tmp_path: Path) -> None:
    shutil.copytree(packaged_folder("seeds"), tmp_path / "seeds")
    _output("$ graphkit extract seeds -o graph.json", tmp_path)
    names: dict[str, object] = {}
    with contextlib.chdir(tmp_path):
        for block in _PYTHON.findall(page.read_text(encoding="utf-8")):
            exec(compile(block, page.name, "exec"), names)


def test_every_command_of_a_page_has_the_options_that_it_is_given(tmp_path: Path) -> None:
    commands = get_command(app).commands  # type: ignore[attr-defined]
    given = [(page, words) for page in PAGES for words in _commands_of(page)]
    assert len(given) > 80
    with contextlib.chdir(tmp_path):
        for page, (name, *words) in given:
            try:
                commands[name].make_context(name, words)
            except Exception as error:  # typer's own, which have no public name
                pytest.fail(f"{page.name}: graphkit {name} {shlex.join(words)}: {error!r}")


def _commands_of(page: Path) -> Iterator[list[str]]:
    """What follows `graphkit` wherever a block for the shell calls it."""
    for block in _SHELL.findall(page.read_text(encoding="utf-8")):
        for line in block.replace("\\\n", "").splitlines():
            for _, command in groupby(shlex.split(line, comments=True), key=lambda word: word in ("|", "&&")):
                program, *words = command
                if program == "graphkit" and words and "[OPTIONS]" not in words:
                    yield words


def test_every_path_that_the_readme_names_is_there() -> None:
    text = README.read_text(encoding="utf-8")
    named = re.findall(r"`((?:graphkit|cypher|seeds|tests|docs)/[\w/.]*|\.ci/run|[\w-]+\.lock)`|\]\(([\w/.]+)\)", text)
    paths = [first or second for first, second in named]
    assert len(paths) > 10
    assert [path for path in paths if not (ROOT / path).exists()] == []


def test_the_readme_explains_every_dependency() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    names = [re.match(r"[\w-]+", wanted).group() for wanted in project["dependencies"]]  # type: ignore[union-attr]
    text = README.read_text(encoding="utf-8")
    assert [name for name in names if f"| {name} | " not in text] == []


def test_every_figure_of_speed_stands_in_the_page_that_its_row_names() -> None:
    rows = re.findall(
        r"^\| (.+?) \(\[(.+?)\]\(.+?\)\) \|(.+)\| `(\S+?\.py).*?` \|$", README.read_text(encoding="utf-8"), re.M
    )
    assert len(rows) >= 5
    for what, page, figures, command in rows:
        text = (ROOT / page).read_text(encoding="utf-8")
        assert (ROOT / command).exists()
        missing = [figure for figure in re.findall(r"\d[\d.,]*\b", what + figures) if figure not in text]
        assert missing == [], f"{what}: {page} has other figures"


if __name__ == "__main__":
    for page in SESSIONS:
        with tempfile.TemporaryDirectory() as scratch:
            page.write_text(session(page.read_text(encoding="utf-8"), Path(scratch)), encoding="utf-8", newline="\n")
