"""Loads articles as a process of its own that can be stopped: loader.py STORE ROOM CORRECTIONS ARTICLE...

ROOM is how many bytes a file may have, 0 for any number.
"""

from __future__ import annotations

import sys
from pathlib import Path

from graphkit.corrections import read_corrections
from graphkit.pipeline import load
from graphkit.stores import open_store


def main(url: str, room: str, corrections: str, *articles: str) -> None:
    if int(room):
        import resource

        resource.setrlimit(resource.RLIMIT_FSIZE, (int(room), int(room)))
    with open_store(url) as store:
        print("loading", flush=True)
        load(articles, store, corrections=read_corrections(Path(corrections)))
    print("loaded", flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
