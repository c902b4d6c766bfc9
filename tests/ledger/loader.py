"""Loads articles as a process of its own that can be stopped: loader.py STORE ROOM ARTICLE..., with ROOM in bytes."""

from __future__ import annotations

import sys

from graphkit.pipeline import load
from graphkit.stores import open_store


def main(url: str, room: str, *articles: str) -> None:
    if int(room):
        import resource

        resource.setrlimit(resource.RLIMIT_FSIZE, (int(room), int(room)))
    with open_store(url) as store:
        print("loading", flush=True)
        load(articles, store)
    print("loaded", flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
