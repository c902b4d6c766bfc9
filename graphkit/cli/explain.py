"""`explain`: one article, marked, and why each claim was made."""

from __future__ import annotations

import os
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer
from rich.console import Console
from rich.text import Text

from graphkit import vocabulary
from graphkit.cli.claims import counted, print_claim, print_heading, print_lines
from graphkit.cli.extractor import opened_extractor
from graphkit.cli.options import DEFAULT_STORE, ExtractorName, GraphFile, StoreUrl
from graphkit.cli.source import read_from
from graphkit.cli.terminal import output_console, print_table, printable, say
from graphkit.errors import ArticleError, StoreUnavailable
from graphkit.in_words import date_in_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graphkit.explain import Explanation
    from graphkit.extractors import Extractor
    from graphkit.graph import Graph

ArticleName = Annotated[
    str,
    typer.Argument(metavar="ARTICLE", help="The key or title of a stored article, or a file.", show_default=False),
]
PageOutput = Annotated[
    Path | None,
    typer.Option("-o", "--output", metavar="FILE", help="Write an HTML page instead.", show_default=False),
]

_STYLES: Final = {
    vocabulary.PERSON: "underline blue",
    vocabulary.AGENCY: "underline yellow",
    vocabulary.COUNTRY: "underline green",
    vocabulary.FORUM: "underline magenta",
}
_QUOTATION: Final = "italic"


def explain(
    article: ArticleName,
    output: PageOutput = None,
    store: StoreUrl = DEFAULT_STORE,
    graph: GraphFile = None,
    extractor: ExtractorName = None,
) -> None:
    """Show one article with its names and quotations marked, and each rule that fired.

    A file is read on the spot, by itself and without corrections; any other article comes from the store or graph,
    as it was read there.

    Example: graphkit explain news/a1.txt -o a1.html
    """
    from graphkit.explain import explain_article, write_explanation

    if os.path.isdir(article):  # noqa: PTH112 - Path.is_dir raises for a title too long to be a name
        raise ArticleError(f"{article} is a folder. Name one file in it, or the key of an article in the store.")
    is_file = os.path.isfile(article)  # noqa: PTH113
    with opened_extractor(extractor if is_file else None) as chosen:
        whole, key = _read_one(article, chosen) if is_file else (_stored(article, store, graph), article)
        explanation = explain_article(whole, key)
        if output is None:
            _print(explanation)
            return
        write_explanation(explanation, output)
        say(f"The explanation is in {output}; open it in a browser.")


def _print(explanation: Explanation) -> None:
    console = output_console()
    _print_text(console, explanation)
    _print_claims(console, explanation)
    _print_names(console, explanation)
    _print_rules(console, explanation)


def _read_one(file: str, extractor: Extractor | None) -> tuple[Graph, str]:
    """The graph of a file that holds one article, and the article's key."""
    from graphkit.pipeline import derive_graph
    from graphkit.read import read_articles

    articles = list(read_articles([file]))
    if len(articles) > 1:
        raise ArticleError(
            f"{file} holds {len(articles)} articles. Load it (graphkit load {file}), then explain one by its key, "
            f"such as {articles[0].key}."
        )
    return derive_graph(articles, extractor=extractor), articles[0].key


def _stored(article: str, store: str, graph: Path | None) -> Graph:
    """The whole graph that is to hold the article."""
    try:
        return read_from(store, graph)
    except StoreUnavailable as error:
        raise StoreUnavailable(f"{article} is no file, so it is looked for in the store. {error}") from error


def _print_text(console: Console, explanation: Explanation) -> None:
    date = date_in_words(explanation.date or "")
    known = [explanation.title, explanation.author, explanation.source, date, explanation.key]
    print_lines(console, " · ".join(part for part in known if part), style="bold")
    console.print()
    if console.is_terminal:
        legend = Text("  ").join([Text(label, style) for label, style in _STYLES.items()])
        console.print(legend, Text("quotation", _QUOTATION), "[dim]\\[number of its claim][/dim]\n", highlight=False)
    text = Text()
    for words, style in _styled(explanation) if console.is_terminal else _bracketed(explanation):
        text.append(words, style)
    for line in text.split("\n"):
        console.print(line, highlight=False, soft_wrap=not console.is_terminal)


def _styled(explanation: Explanation) -> Iterator[tuple[str, str]]:
    """The text in pieces with their styles, for a terminal."""
    from graphkit.explain import Closing, Opening, pieces

    styles = {
        mention.mark.name: _STYLES[entity.label] for entity in explanation.entities for mention in entity.mentions
    }
    numbers = {claim.mark.name: claim.number for claim in explanation.quotations()}
    styles |= dict.fromkeys(numbers, _QUOTATION)
    opened: list[str] = []
    for piece in pieces(explanation.text, explanation.visible_marks()):
        if isinstance(piece, Opening):
            opened.append(styles[piece.mark.name])
        elif isinstance(piece, Closing):
            opened.pop()
            if piece.ends and piece.mark.name in numbers:
                yield f"[{numbers[piece.mark.name]}]", "dim"
        else:
            yield _lines(piece), " ".join(opened)


def _bracketed(explanation: Explanation) -> Iterator[tuple[str, str]]:
    """The text in pieces with the marks in brackets: `[Person: Aynur Hasanova]`."""
    from graphkit.explain import Closing, Opening, pieces

    opening = {claim.mark.name: f"[quotation {claim.number}: " for claim in explanation.quotations()}
    for entity in explanation.entities:
        for mention in entity.mentions:
            other = "" if mention.surface == entity.name else f" {printable(entity.name)}"
            opening[mention.mark.name] = f"[{entity.label}{other}: "
    for piece in pieces(explanation.text, explanation.visible_marks()):
        if isinstance(piece, Opening):
            yield opening[piece.mark.name], ""
        elif isinstance(piece, Closing):
            yield "]", ""
        else:
            yield _lines(piece), ""


def _lines(words: str) -> str:
    """Words without what could steer the terminal; their lines stay."""
    return "\n".join(printable(line) for line in words.split("\n"))


def _print_claims(console: Console, explanation: Explanation) -> None:
    """Each sentence that claims were read out of, and the claims beneath it."""
    console.print()
    print_heading(console, f"Claims, {len(explanation.claims)}")
    for sentence, claims in groupby(explanation.claims, key=lambda claim: claim.sentence):
        print_lines(console, sentence)
        for claim in claims:
            target = claim.target.name if claim.target is not None else "this article"
            ends = f"{claim.number:>3}  {claim.source.name} {claim.type} {target}"
            beneath = [f"“{claim.words}”"] if claim.words is not None and claim.words not in sentence else []
            print_claim(console, ends, claim.says, beneath, f"{claim.rule} · {claim.confidence:.2f}")


def _print_names(console: Console, explanation: Explanation) -> None:
    console.print()
    print_heading(console, f"Names, {len(explanation.entities)}")
    rows = [
        (
            entity.name,
            entity.label,
            counted(entity.spellings()),
            "; ".join(f"{rule} {confidence:.2f}" for rule, confidence in entity.rules()),
        )
        for entity in explanation.entities
    ]
    print_table(("name", "is", "written", "rules"), rows)


def _print_rules(console: Console, explanation: Explanation) -> None:
    from graphkit.extract.rules import meaning_of

    console.print()
    print_heading(console, f"Rules that fired, {len(explanation.rules())}")
    rows = [(rule, times, meaning_of(rule)) for rule, times in explanation.rules().items()]
    print_table(("rule", "times", "what it looks for"), rows)
