"""The command line: `graphkit`, also `python -m graphkit`.

Exit status: 0 done; 1 some input was refused and the rest was done; 2 wrong usage, or nothing could be done; 3 from
`diff`, the graphs differ.
Commands import what they need when they run, so that help and completion come at once.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import Annotated

import typer

from graphkit.cli.articles import extract, load
from graphkit.cli.corrections import correct, review
from graphkit.cli.demo import demo
from graphkit.cli.diff import diff
from graphkit.cli.explain import explain
from graphkit.cli.export import export
from graphkit.cli.forget import forget
from graphkit.cli.query_usage import QueryCommand
from graphkit.cli.questions import queries, query, show
from graphkit.cli.report import report
from graphkit.cli.stores import check, clear, copy
from graphkit.cli.terminal import say_error
from graphkit.cli.usage import AdvisingCommand, AdvisingGroup
from graphkit.cli.view import view
from graphkit.errors import GraphkitError
from graphkit.version import __version__

app = typer.Typer(
    name="graphkit",
    cls=AdvisingGroup,
    help="A graph of people, organisations and forums, read out of news articles.",
    context_settings={"help_option_names": ["-h", "--help"]},
    pretty_exceptions_enable=False,
)
for command in (
    demo,
    extract,
    load,
    query,
    queries,
    show,
    explain,
    view,
    report,
    review,
    correct,
    export,
    diff,
    copy,
    check,
    clear,
    forget,
):
    app.command(cls=QueryCommand if command is query else AdvisingCommand)(command)

FIRST_STEPS = """\
graphkit reads news articles and makes a graph of who met where, for whom, and what they said.

First:    graphkit demo                 two articles, the whole way, into the folder demo
Then:     graphkit load FOLDER          your own articles into graph.lbug
          graphkit queries              what you can ask
          graphkit view                 the network as a page
          graphkit report               who stands in the middle of it
          graphkit --help               every command"""


def _print_version(wanted: bool) -> None:
    if wanted:
        print(f"graphkit {__version__}")
        raise typer.Exit


@app.callback(invoke_without_command=True)
def _root(
    context: typer.Context,
    version: Annotated[
        bool,
        typer.Option("--version", help="Show the version and exit.", callback=_print_version, is_eager=True),
    ] = False,
    debug: Annotated[bool, typer.Option("--debug", help="Show where in the program an error arose.")] = False,
) -> None:
    if context.invoked_subcommand is None:
        print(FIRST_STEPS)


def main(arguments: Sequence[str] | None = None) -> None:
    """Run one command and exit with its status.

    Args:
        arguments: what follows `graphkit` on the command line; None takes it from there.
    """
    given = list(sys.argv[1:] if arguments is None else arguments)
    debug = "--debug" in given
    for stream in (sys.stdout, sys.stderr):
        if not stream.isatty() and hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        app([argument for argument in given if argument != "--debug"], prog_name="graphkit")
    except (GraphkitError, OSError) as error:
        if debug:
            raise
        say_error(_in_words(error))
        sys.exit(2)


def _in_words(error: GraphkitError | OSError) -> str:
    if isinstance(error, OSError) and error.filename is not None:
        return f"{error.filename}: {error.strerror}. Check the path, its permissions and the space on the disk."
    return str(error)
