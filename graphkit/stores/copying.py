"""A graph from one store into another, verified at its end."""

from __future__ import annotations

from graphkit.errors import StoreError, StoreUnavailable
from graphkit.stores.base import Changes, Store
from graphkit.stores.content import Content, content_of


def copy_store(source: Store, target: Store) -> tuple[Changes, Content]:
    """Write what one store holds into another that holds nothing or the same, read it back and compare.

    Returns:
        what was written, and what both hold now.

    Raises:
        StoreUnavailable: the target holds another graph, which is left as it is.
        StoreError: what was read back is not what was written.
    """
    graph = source.read()
    wanted = content_of(graph)
    with target.exclusive():
        target.prepare()
        there = content_of(target.read())
        if there not in (Content(), wanted):
            raise StoreUnavailable(
                f"{target.url} holds {there.nodes:,} nodes and {there.edges:,} edges of another graph. "
                f"Name another store, or empty this one: graphkit clear --store {target.url}"
            )
        changes = target.write(graph)
        found = content_of(target.read())
    if found != wanted:
        raise StoreError(f"{target.url} does not hold what {source.url} holds: {found}, not {wanted}. Copy it again.")
    return changes, found
