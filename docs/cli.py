"""Writes docs/cli.md from what the commands themselves say: `python docs/cli.py`. A test checks that it still holds."""

from __future__ import annotations

import re
from collections.abc import Iterator
from inspect import cleandoc
from pathlib import Path
from typing import Any

import typer
from typer.main import get_command

from graphkit.cli import FIRST_STEPS, app

PAGE = Path(__file__).with_suffix(".md")

_HEAD = f"""\
# Commands

<!-- Written by docs/cli.py from the commands themselves; change them there. -->

`graphkit` alone says what to do first:

```text
{FIRST_STEPS}
```

Data goes to standard output, words to standard error. The exit status is 0 where all was done, 1 where some input was
refused and the rest was done, 2 for wrong usage or where nothing could be done; `diff` exits with 3 where there is a
difference, and Ctrl-C ends with 130. `graphkit --debug COMMAND` shows where in the program an error arose, `graphkit
--version` the version, and `graphkit COMMAND --help` what stands here.
"""


def page() -> str:
    """The text of docs/cli.md."""
    commands = get_command(app).commands  # type: ignore[attr-defined]
    return _HEAD + "".join(part for name, command in commands.items() for part in _command(name, command))


def _command(name: str, command: Any) -> Iterator[str]:
    context = typer.Context(command, info_name=f"graphkit {name}")
    records = [(its.param_type_name, *its.get_help_record(context)) for its in command.params]
    yield f"\n## {name}\n\n```sh\n{' '.join(['graphkit', name, *command.collect_usage_pieces(context)])}\n```\n"
    words, *examples = re.split(r"^Example: ", cleandoc(command.help), flags=re.MULTILINE)
    yield f"\n{_plain(words.strip())}\n\n```sh\n" + "".join(f"{example.strip()}\n" for example in examples) + "```\n"
    yield "\n| | is | unless given |\n|---|---|---|\n"
    yield from (_row(names.partition(" <")[0] if kind == "argument" else names, told) for kind, names, told in records)


def _row(names: str, told: str) -> str:
    meaning, _, limits = told.partition("  [")
    default = "; ".join(f"`{limit.strip()}`" for limit in limits.removesuffix("]").split("; ") if limit)
    return f"| `{_cell(names)}` | {_cell(_plain(meaning))} | {_cell(default)} |\n"


def _plain(words: str) -> str:
    """Help as Markdown: a name in angle brackets or with asterisks is no markup."""
    return re.sub(r"(?<!`)([<>*_])(?!`)", r"\\\1", words)


def _cell(words: str) -> str:
    return " ".join(words.split()).replace("|", "\\|")


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8", newline="\n")
