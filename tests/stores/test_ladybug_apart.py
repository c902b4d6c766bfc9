"""Work that another process does: how its failures and the end of either process are told."""

from __future__ import annotations

import os
import subprocess
import sys
import time

import pytest

from graphkit.stores.ladybug_apart import do_apart


def test_work_that_fails_raises_with_its_words() -> None:
    with pytest.raises(RuntimeError, match="no-such-folder-in-Bakı"):
        do_apart(os.rmdir, "no-such-folder-in-Bakı")


def test_a_process_that_ends_in_the_midst_of_its_work_is_an_error() -> None:
    with pytest.raises(RuntimeError, match="the engine ended"):
        do_apart(os.abort)


def tell_and_wait() -> None:
    print("working", flush=True)
    time.sleep(600)


def test_the_work_ends_with_the_process_that_asked_for_it() -> None:
    program = f"import sys; sys.path[:] = {sys.path!r}; from {__name__} import *; do_apart(tell_and_wait)"
    with subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "working\n"
        process.kill()
        assert process.stdout.read() == "", "both have closed it"
