"""Words to standard error, data to standard output."""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Iterable, Sequence
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Self

import typer
from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table
from rich.text import Text

if TYPE_CHECKING:
    from graphkit.read import Refusal, Refuse

_WIDE = 10_000
"""Columns of what goes to a file or another program: nothing is folded there."""

_CONTROL_CHARACTERS = dict.fromkeys((*range(32), *range(127, 160)), "�") | {ord(white): " " for white in "\t\n\r"}
"""What an article could steer a terminal with, or break a table's row with."""


class Format(StrEnum):
    """How rows are written."""

    table = "table"
    json = "json"
    jsonl = "jsonl"
    csv = "csv"


def printable(words: str) -> str:
    """Words on one line, without what could steer the terminal."""
    return words.translate(_CONTROL_CHARACTERS)


def say(words: str) -> None:
    """Tell the user something, on standard error."""
    console = Console(stderr=True, soft_wrap=True)
    console.print(Text(printable(words)), highlight=False)


def say_error(words: str) -> None:
    """Tell the user what went wrong, on standard error; line breaks stay: a query is shown with the place beneath."""
    console = Console(stderr=True, soft_wrap=True)
    console.print(Text("graphkit: ", style="bold red") + Text("\n".join(map(printable, words.split("\n")))))


def agrees(question: str) -> bool:
    """Ask the user, and say that nobody is there to answer where that is so."""
    if not sys.stdin.isatty():
        say_error(f"{question} Nobody is there to answer; add --yes.")
        return False
    return typer.confirm(question, err=True)


class Refusals:
    """Says every refusal as it comes, keeps it where that is wanted, and counts them for the exit status."""

    def __init__(self, outcome: str = "not read", keep: Refuse | None = None) -> None:
        self.count = 0
        self._outcome = outcome
        self._keep = keep

    @classmethod
    def of_corrections(cls) -> Self:
        """For corrections that find no target."""
        return cls("not applied")

    def __call__(self, refusal: Refusal) -> None:
        """Take one refusal."""
        self.count += 1
        say_error(f"{self._outcome}: {refusal}")
        if self._keep is not None:
            self._keep(refusal)

    def exit_if_any(self) -> None:
        """End the command with status 1 if something was refused."""
        if self.count:
            raise typer.Exit(1)


def print_rows(columns: Sequence[str], rows: Iterable[Sequence[Any]], form: Format) -> None:
    """Write rows to standard output.

    Args:
        columns: their names.
        rows: a value for each column.
        form: a table for people, one JSON array of objects, an object a line, or CSV.
    """
    if form is Format.table:
        print_table(columns, rows)
    elif form is Format.json:
        print(json.dumps([dict(zip(columns, row, strict=True)) for row in rows], ensure_ascii=False, indent=1))
    elif form is Format.jsonl:
        for row in rows:
            print(json.dumps(dict(zip(columns, row, strict=True)), ensure_ascii=False))
    else:
        writer = csv.writer(sys.stdout, lineterminator="\n")
        writer.writerow(columns)
        writer.writerows([as_text(value) for value in row] for row in rows)


def output_console() -> Console:
    """Standard output, as wide as it needs to be where that is not a terminal."""
    console = Console()
    return console if console.is_terminal else Console(width=_WIDE)


def print_table(columns: Sequence[str], rows: Iterable[Sequence[Any]], title: str = "") -> None:
    """Write a table to standard output, as wide as it needs to be where that is not a terminal."""
    console = output_console()
    if title:
        console.print(Text(printable(title), style="bold"), soft_wrap=True)
    table = Table(*columns, box=SIMPLE_HEAD, show_edge=False, pad_edge=False)
    for row in rows:
        table.add_row(*(Text(printable(as_text(value))) for value in row))
    console.print(table)


def as_text(value: object) -> str:
    """A value as a cell shows it: nothing for null, names one after another, JSON for what is nested."""
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    if isinstance(value, list) and all(isinstance(item, str) for item in value):
        return ", ".join(value)
    return json.dumps(value, ensure_ascii=False)
