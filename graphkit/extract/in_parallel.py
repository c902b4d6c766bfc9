"""Articles read by several processes, where there are enough of them for that to be worth it."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections.abc import Callable, Collection, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing.connection import wait
from typing import Final, TypeAlias

from graphkit.extract.blacked_out import extract
from graphkit.records import Article, Reading

ReadAll: TypeAlias = Callable[[Collection[Article]], Iterable[Reading]]
"""Reads articles, in their order."""

_MOST_BY_DEFAULT: Final = 4
_WORTH_IT: Final = 50
_ARTICLES_AT_ONCE: Final = 10


def default_workers() -> int:
    """As many as there are cores for this process, at most four: each wants its own 150 MB."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return min(cores, _MOST_BY_DEFAULT)


@contextmanager
def read_by_rules(workers: int) -> Iterator[ReadAll]:
    """What reads articles by the rules, in their order; the processes begin with the first fifty articles.

    Args:
        workers: how many processes; with 1 it is this one. A program that wants more has to keep its own start
            behind `if __name__ == "__main__":`, since every process imports it.
    """
    pool: ProcessPoolExecutor | None = None

    def read_all(articles: Collection[Article]) -> Iterable[Reading]:
        nonlocal pool
        if workers == 1 or len(articles) < _WORTH_IT:
            return map(extract, articles)
        if pool is None:
            # A fork would take along the open files and threads of the store.
            pool = ProcessPoolExecutor(workers, multiprocessing.get_context("spawn"), _begin)
        return pool.map(extract, articles, chunksize=_ARTICLES_AT_ONCE)

    try:
        yield read_all
    finally:
        if pool is not None:
            pool.shutdown(cancel_futures=True)


def _begin() -> None:
    """Leave Ctrl-C to the process that began this one, and end with it, however it ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    assert parent is not None
    wait([parent.sentinel])
    os._exit(1)
