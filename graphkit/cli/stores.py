"""`check`, `copy` and `clear`: stores as a whole."""

from __future__ import annotations

from typing import Annotated

import typer

from graphkit import vocabulary
from graphkit.cli.options import DEFAULT_STORE, CorrectionsFile, StoreUrl, Yes
from graphkit.cli.source import read_corrections_from
from graphkit.cli.terminal import Refusals, agrees, say, say_error
from graphkit.cli.words import changes_in_words
from graphkit.in_words import number_of

Repair = Annotated[
    bool, typer.Option("--repair", help="Derive the graph anew from the articles that the store has kept.")
]
From = Annotated[str, typer.Argument(metavar="FROM", help="The store to read.", show_default=False)]
To = Annotated[str, typer.Argument(metavar="TO", help="The store to write, new or empty.", show_default=False)]


def check(repair: Repair = False, store: StoreUrl = DEFAULT_STORE, corrections: CorrectionsFile = None) -> None:
    """Look through a store: counts, checksum, constraints, and every edge against its article.

    Example: graphkit check

    Example: graphkit check --repair
    """
    from graphkit.pipeline import repair as repair_store
    from graphkit.stores import open_store
    from graphkit.stores.checking import check_store

    unapplied = Refusals.of_corrections()
    with open_store(store) as opened:
        lost = repair_store(opened, read_corrections_from(corrections, unapplied)) if repair else []
        for key in lost:
            say_error(f"The article {key!r} was damaged and is gone; load it again.")
        checked = check_store(opened)
    say(f"{store}: {checked.content or f'{checked.nodes} nodes, {checked.edges} edges'}.")
    for fault in checked.faults:
        say_error(str(fault))
    if checked.faults:
        faults = number_of(len(checked.faults), "fault")
        say(f"{faults}. To derive the graph anew: graphkit check --repair --store {store}")
        raise typer.Exit(1)
    say("Nothing is wrong." if not repair else "It is whole again.")
    unapplied.exit_if_any()
    if lost:
        raise typer.Exit(1)


def copy(source: From, target: To) -> None:
    """Copy a graph from one store into another, and compare what arrived.

    Example: graphkit copy graph.lbug neo4j://localhost:7687
    """
    from graphkit.stores import open_store
    from graphkit.stores.copying import copy_store

    with open_store(source) as opened, open_store(target) as other:
        changes, content = copy_store(opened, other)
    say(f"{target}: {changes_in_words(changes)}.")
    say(f"Both hold {content}.")


def clear(store: StoreUrl = DEFAULT_STORE, yes: Yes = False) -> None:
    """Remove every node and edge of the graph from a store; asks first.

    Example: graphkit clear --store graph.lbug
    """
    from graphkit.ledger import delete_ledger
    from graphkit.stores import open_store

    with open_store(store) as opened:
        held = opened.run(f"MATCH (n:{'|'.join(vocabulary.NODE_LABELS)}) RETURN count(n) AS nodes").rows[0][0]
        if not yes and not agrees(f"{store} holds {number_of(held, 'node')}. Remove them all, with their edges?"):
            raise typer.Exit(2)
        opened.clear()
        delete_ledger(opened)
    say(f"{store} is empty.")
