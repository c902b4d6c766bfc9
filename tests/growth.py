"""Whether the time of some work grows linearly with its size, told without trusting one reading of a clock."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable

ATTEMPTS = 6


def grows_linearly(work: Callable[[int], object], size: int) -> bool:
    """Whether four times the size takes less than seven times the time (linear: 4, quadratic: 16).

    A busy machine can only make the work look slower, and then only now and then: quadratic work fails every attempt,
    linear work passes one of them.
    """
    work(size)  # what is made once and kept is made here
    return any(_seconds(work, 4 * size) < 0.05 + 7 * _seconds(work, size) for _ in range(ATTEMPTS))


def _seconds(work: Callable[[int], object], size: int) -> float:
    gc.collect()
    gc.disable()
    try:
        start = time.process_time()
        work(size)
        return time.process_time() - start
    finally:
        gc.enable()
