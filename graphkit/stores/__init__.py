"""Stores: where a graph is kept and answers Cypher."""

from __future__ import annotations

import re
from typing import Final

from graphkit.errors import StoreUnavailable
from graphkit.stores.base import Changes, Rows, Store

__all__ = ["SERVER_SCHEMES", "Changes", "Rows", "Store", "open_store"]

SERVER_SCHEMES: Final = ("neo4j", "neo4j+s", "neo4j+ssc", "bolt", "bolt+s", "bolt+ssc")
"""How the address of a server begins; what begins otherwise is a path."""

_HOST_AND_PORT: Final = re.compile(r"[\w.-]{2,}:\d+")


def open_store(url: str) -> Store:
    """The store of this address; it is reached at its first use.

    Args:
        url: a path (the embedded engine, one file), or `neo4j://`, `neo4j+s://`, `bolt://` with a host. The
            server's credentials come from NEO4J_USERNAME, NEO4J_PASSWORD and NEO4J_DATABASE. `?namespace=news_`
            behind it gives all labels and types that prefix in the database, beside data of others; whoever asks
            writes `Person` as ever.

    Raises:
        StoreUnavailable: the address is of no kind of store, or has credentials in it, or the namespace is no name.
    """
    scheme, has_scheme, rest = url.partition("://")
    if not has_scheme:
        if url.partition(":")[0] in SERVER_SCHEMES:
            raise StoreUnavailable(f"{url} is no address of a server; write it as {url.partition(':')[0]}://HOST.")
        if _HOST_AND_PORT.fullmatch(url):
            raise StoreUnavailable(f"{url} is no address of a server; write it as neo4j://{url}.")
        from graphkit.stores.embedded import EmbeddedStore

        return EmbeddedStore(url)
    if scheme not in SERVER_SCHEMES:
        raise StoreUnavailable(
            f"{scheme}:// is no kind of store; use a path for the embedded engine, or neo4j:// or bolt:// and a host."
        )
    if "@" in re.split(r"[/?#]", rest)[0]:
        host = rest.rpartition("@")[2]
        raise StoreUnavailable(
            f"Credentials do not belong into a store's address; use {scheme}://{host} and set NEO4J_USERNAME "
            "and NEO4J_PASSWORD."
        )
    from graphkit.stores.neo4j import Neo4jStore

    return Neo4jStore(url)
