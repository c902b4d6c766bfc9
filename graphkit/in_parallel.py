"""The same work on many things, by several processes where there is enough of it."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections.abc import Callable, Collection, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing.connection import wait
from typing import Final, Protocol, TypeVar

_Given = TypeVar("_Given")
_Made = TypeVar("_Made")

_MOST_BY_DEFAULT: Final = 4
_WORTH_IT: Final = 50
_AT_ONCE: Final = 20


class Spread(Protocol):
    """Does one thing to each of many; what comes of it is in their order."""

    def __call__(self, work: Callable[[_Given], _Made], many: Collection[_Given], /) -> Iterable[_Made]:
        """What comes of the work on each; with several processes the work begins at once."""

    def rest(self) -> None:
        """End the processes, which take memory while they wait; further work begins with new ones."""


def default_workers() -> int:
    """As many as there are cores for this process, at most four: each wants its own 150 MB."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return min(cores, _MOST_BY_DEFAULT)


@contextmanager
def spread_over(workers: int) -> Iterator[Spread]:
    """What spreads work over so many processes; they begin with the first fifty things.

    Args:
        workers: how many processes; with 1 it is this one. A program that wants more has to keep its own start
            behind `if __name__ == "__main__":`, since every process imports it.
    """
    spread = _Processes(workers)
    try:
        yield spread
    finally:
        spread.rest()


class _Processes:
    def __init__(self, workers: int) -> None:
        self._workers = workers
        self._pool: ProcessPoolExecutor | None = None

    def __call__(self, work: Callable[[_Given], _Made], many: Collection[_Given], /) -> Iterable[_Made]:
        if self._workers == 1 or len(many) < _WORTH_IT:
            return map(work, many)
        if self._pool is None:
            # A fork would take along the open files and threads of the store.
            self._pool = ProcessPoolExecutor(self._workers, multiprocessing.get_context("spawn"), _begin)
        return self._pool.map(work, many, chunksize=_AT_ONCE)

    def rest(self) -> None:
        if self._pool is not None:
            self._pool.shutdown(cancel_futures=True)
            self._pool = None


def _begin() -> None:
    """Leave Ctrl-C to the process that began this one, and end with it, however it ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    assert parent is not None
    wait([parent.sentinel])
    os._exit(1)
