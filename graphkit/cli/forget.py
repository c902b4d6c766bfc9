"""`forget`: a person, out of the store and of every later load."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from graphkit.cli.extractor import opened_extractor
from graphkit.cli.options import DEFAULT_STORE, CorrectionsFile, ExtractorName, StoreUrl, Yes
from graphkit.cli.source import corrections_file, corrections_so_far
from graphkit.cli.terminal import Refusals, agrees, say
from graphkit.in_words import number_of

if TYPE_CHECKING:
    from graphkit.forget import Forgotten

PersonName = Annotated[
    str, typer.Argument(metavar="NAME", help="The person's name, a spelling of it, or an id.", show_default=False)
]


def forget(
    name: PersonName,
    yes: Yes = False,
    store: StoreUrl = DEFAULT_STORE,
    corrections: CorrectionsFile = None,
    extractor: ExtractorName = None,
) -> None:
    """Remove a person from a store for good, and say what was removed; asks first.

    The person's node and edges go, and the name is blacked out in the texts of the articles. A line with hashes of
    the name in the corrections file keeps later loads from bringing the person back.

    Example: graphkit forget 'Adil Taghiyev'
    """
    from graphkit.forget import find_person, forget_person, name_of
    from graphkit.stores import open_store

    unapplied = Refusals.of_corrections()
    file = corrections_file(corrections)
    known = corrections_so_far(file, unapplied)
    with opened_extractor(extractor) as chosen, open_store(store) as opened:
        graph = opened.read()
        person = find_person(graph, name)
        called = name_of(graph, person)
        where = number_of(graph.degree(person), "edge") if person in graph else "the authors of articles"
        if not yes and not agrees(f"Forget {called}, in {where}? It cannot be taken back."):
            raise typer.Exit(2)
        forgotten = forget_person(opened, person, file, known, chosen)
        _say_what_is_gone(opened.url, called, forgotten)
    unapplied.exit_if_any()


def _say_what_is_gone(store: str, name: str, forgotten: Forgotten) -> None:
    types = ", ".join(f"{number} {type_}" for type_, number in sorted(forgotten.edges.items()))
    edges = f", with {number_of(sum(forgotten.edges.values()), 'edge')} ({types})" if types else ""
    say(f"{store}: {name} is gone{edges}.")
    articles = number_of(len(forgotten.articles), "article")
    say(f"{number_of(forgotten.letters, 'letter')} blacked out in {articles}: {', '.join(forgotten.articles)}.")
    if forgotten.others:
        say(f"Gone too, for the name is in theirs: {', '.join(forgotten.others)}.")
    if forgotten.edges_of_others:
        say(f"{number_of(forgotten.edges_of_others, 'edge')} of others went along.")
    for key in forgotten.keys_with_name:
        say(f"The key {key!r} of an article holds the name and stays.")
    say(f"{forgotten.place}: keeps it so in later loads; the line has hashes, not the name.")
    say("Not touched: the files that you load, and pages, reports and exports written before.")
