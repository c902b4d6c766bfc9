"""`correct` and `review`: what people know better, into the corrections file."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from graphkit.cli.dialogue import ask
from graphkit.cli.extractor import opened_extractor
from graphkit.cli.options import DEFAULT_STORE, CorrectionsFile, ExtractorName, GraphFile, RowFormat, StoreUrl
from graphkit.cli.source import corrections_file, corrections_so_far, readings_from, try_out
from graphkit.cli.terminal import Format, Refusals, print_rows, say
from graphkit.errors import CorrectionError

if TYPE_CHECKING:
    from graphkit.corrections.doubts import Doubt

Words = Annotated[
    list[str],
    typer.Argument(metavar="KIND WORDS...", help="A line of the corrections file, word by word.", show_default=False),
]
Below = Annotated[
    float, typer.Option(min=0, max=1, help="Ask about merges and edges whose score or confidence is less than this.")
]
Listed = Annotated[bool, typer.Option("--list", help="List the questions with both answers, and ask nothing.")]

_COLUMNS = ("about", "question", "score", "reason", "passages", "yes", "no")
_TABLE_COLUMNS = ("about", "question", "score", "reason", "sentences")


def correct(
    words: Words,
    store: StoreUrl = DEFAULT_STORE,
    graph: GraphFile = None,
    corrections: CorrectionsFile = None,
    extractor: ExtractorName = None,
) -> None:
    """Write one correction into the corrections file, which every load and extract applies.

    It is written if it finds its target in the articles of the store. To undo it, delete its line.

    same LABEL NAME (in ARTICLE) NAME (in ARTICLE) - both are one.

    not-same LABEL NAME (in ARTICLE) NAME (in ARTICLE) - they are two.

    rename LABEL NAME (in ARTICLE) to NAME - it is called so.

    relabel LABEL NAME (in ARTICLE) to LABEL - it is of that kind.

    drop TYPE LABEL NAME (LABEL NAME) (in ARTICLE) (at WORDS) (property=value …) - the edge is wrong.

    keep TYPE … as drop - the edge is right.

    retype TYPE … as drop … to TYPE (LABEL NAME) (property=value …) - the edge is of another type.

    add TYPE LABEL NAME (LABEL NAME) in ARTICLE at WORDS (property=value …) - an edge that was not read.

    What stands in ( ) may be left out. LABEL is Person, Agency, Country or Forum, TYPE an edge type, ARTICLE an
    article's key. WORDS stand in the article; of an edge that ends at the article, the second name is left out.

    Example: graphkit correct same Person 'Elnur Rzaev' 'Elnur Rzayev'

    Example: graphkit correct relabel Agency 'Media Days' to Forum

    Example: graphkit correct drop ATTENDED Person 'Aynur Həsən' Forum 'Lake Forum' in a1
    """
    from graphkit.corrections import append_correction, write_line
    from graphkit.corrections.checking import check, place_of_same
    from graphkit.corrections.line import parse_words
    from graphkit.corrections.words import words_of_arguments

    try:
        correction = parse_words(words_of_arguments(words))
    except CorrectionError as error:
        if any(" " in word for word in words):
            raise
        raise CorrectionError(f"{error} A name of several words stands in quotes: 'Li Wei'.") from error
    file = corrections_file(corrections)
    unapplied = Refusals.of_corrections()
    known = corrections_so_far(file, unapplied)
    already = place_of_same(correction, known)
    if already is not None:
        say(f"{already}: it is there already.")
        return
    with opened_extractor(extractor) as chosen:
        check(correction, known, lambda corrections: try_out(corrections, store, graph, chosen))
        say(f"{append_correction(file, correction)}: {write_line(correction)}")
        say("The next load or extract applies it; to undo it, delete the line.")
    unapplied.exit_if_any()


def review(
    below: Below = 0.85,
    listed: Listed = False,
    form: RowFormat = Format.table,
    store: StoreUrl = DEFAULT_STORE,
    graph: GraphFile = None,
    corrections: CorrectionsFile = None,
    extractor: ExtractorName = None,
) -> None:
    """Look through doubtful merges and edges, with their sentences, and write what you answer as corrections.

    Asked are merges of a low score, entities that nearly merged, and edges of little confidence. Answer y, n, s
    (skip) or q (quit) and Enter; what was answered is not asked again.

    Example: graphkit review

    Example: graphkit review --list --format json
    """
    from graphkit.corrections import derive
    from graphkit.corrections.doubts import find_doubts

    unapplied = Refusals.of_corrections()
    file = corrections_file(corrections)
    known = corrections_so_far(file, unapplied)
    with opened_extractor(extractor) as chosen:
        doubts = find_doubts(derive(readings_from(store, graph, chosen), known), below)
        if listed:
            _print_doubts(doubts, form)
        else:
            ask(doubts, file)
    unapplied.exit_if_any()


def _print_doubts(doubts: Sequence[Doubt], form: Format) -> None:
    from graphkit.corrections import write_line

    if form is Format.table:
        rows = [(its.about, its.question, its.score, its.reason, _sentences(its)) for its in doubts]
        print_rows(_TABLE_COLUMNS, rows, form)
        return
    keys = ("article", "sentence")
    print_rows(
        _COLUMNS,
        [
            (
                *(its.about, its.question, its.score, its.reason),
                [dict(zip(keys, passage, strict=True)) for passage in its.passages],
                *(write_line(its.yes), write_line(its.no)),
            )
            for its in doubts
        ],
        form,
    )


def _sentences(doubt: Doubt) -> str:
    return " / ".join(f"{article}: {sentence}" for article, sentence in doubt.passages)
