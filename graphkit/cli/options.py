"""The arguments and options that several commands share."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, TypeAlias

import typer

from graphkit.cli.terminal import Format
from graphkit.read import ENDINGS
from graphkit.read.fields import USUAL_NAMES

*_FIRST_FIELDS, _LAST_FIELD = USUAL_NAMES

Paths: TypeAlias = Annotated[
    list[str],
    typer.Argument(
        metavar="PATH...",
        help=f"Files ({', '.join(ENDINGS)}), folders of them, patterns such as 'news/**/*.txt', http:// and https:// "
        "addresses of articles and feeds, or - for standard input.",
        show_default=False,
    ),
]

FieldMap: TypeAlias = Annotated[
    list[str] | None,
    typer.Option(
        "--map",
        metavar="FIELD=NAME",
        help=f"What your records call a field: text=body. FIELD is {', '.join(_FIRST_FIELDS)} or {_LAST_FIELD}; give "
        "it as often as needed. NAME may lead into an object: text=article.body.",
        show_default=False,
    ),
]

RejectsFile: TypeAlias = Annotated[
    Path | None,
    typer.Option(
        "--rejects",
        metavar="FILE",
        help="Keep what was not read, one JSON object a line; mend its records and load the file.",
        show_default=False,
    ),
]

Workers: TypeAlias = Annotated[
    int | None,
    typer.Option(
        "--workers",
        metavar="N",
        min=1,
        help="How many processes read articles by the rules.",
        show_default="the cores, at most 4",
    ),
]

StoreUrl: TypeAlias = Annotated[
    str,
    typer.Option(
        "--store",
        metavar="URL",
        envvar="GRAPHKIT_STORE",
        help="The store: a file (the embedded engine), or neo4j://, neo4j+s:// or bolt:// and a host, with "
        "NEO4J_USERNAME, NEO4J_PASSWORD and NEO4J_DATABASE in the environment; 'neo4j://localhost?namespace=news_' "
        "keeps the graph apart from other data in the database.",
    ),
]

DEFAULT_STORE = "graph.lbug"

GraphFile: TypeAlias = Annotated[
    Path | None,
    typer.Option(
        "--graph",
        metavar="FILE",
        help="Take the graph from a file that `graphkit extract` wrote, not from the store.",
        show_default=False,
    ),
]

NoText: TypeAlias = Annotated[
    bool,
    typer.Option("--no-text", help="Leave the articles' texts, their sentences and the quoted words out."),
]

RowFormat: TypeAlias = Annotated[Format, typer.Option("--format", help="How the rows are written.")]

Yes: TypeAlias = Annotated[bool, typer.Option("--yes", help="Do not ask.")]

ExtractorName: TypeAlias = Annotated[
    str | None,
    typer.Option(
        "--extractor",
        metavar="NAME",
        envvar="GRAPHKIT_EXTRACTOR",
        help="What reads the articles: rules, spacy:MODEL (their names join those of the rules) or chat (an endpoint; "
        "GRAPHKIT_CHAT_URL, GRAPHKIT_CHAT_MODEL and GRAPHKIT_CHAT_KEY in the environment).",
        show_default="rules",
    ),
]

CorrectionsFile: TypeAlias = Annotated[
    Path | None,
    typer.Option(
        "--corrections",
        metavar="FILE",
        envvar="GRAPHKIT_CORRECTIONS",
        help="What people corrected, one correction a line; corrections.txt in this folder unless told otherwise.",
        show_default=False,
    ),
]
