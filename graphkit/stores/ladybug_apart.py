"""Work in a file of the embedded engine by a process of its own, at whose end all that the engine took is given back.

Within one process the engine keeps much of the memory that it once took, also when the database is closed.
"""

from __future__ import annotations

import os
import pickle
import signal
import subprocess
import sys
import threading
from collections.abc import Callable


def do_apart(work: Callable[..., None], *given: object) -> None:
    """Do some work in a process of its own.

    Args:
        work: a function of a module.
        given: what it is called with, all of which can be pickled.

    Raises:
        RuntimeError: it failed, with the words of the error.
    """
    # Python's own `multiprocessing` would run the program's main module once more.
    command = [sys.executable, "-P", "-c", f"from {__name__} import main; main()"]
    paths = os.pathsep.join(filter(None, sys.path))
    environment = {**os.environ, "PYTHONPATH": paths, "PYTHONIOENCODING": "utf-8"}
    with subprocess.Popen(command, stdin=subprocess.PIPE, stderr=subprocess.PIPE, env=environment) as process:
        assert process.stdin is not None
        assert process.stderr is not None
        try:
            process.stdin.write(pickle.dumps((work, given)))
            process.stdin.flush()
            says = process.stderr.read().decode("utf-8", "replace").strip()
        except BaseException:
            process.kill()
            raise
    if process.returncode:
        raise RuntimeError(says.splitlines()[-1] if says else "the engine ended; there may be no room, or no memory")


def main() -> None:
    """Do the work that comes on standard input, which stays open for as long as the other process lives."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the process that began this one
    work, given = pickle.load(sys.stdin.buffer)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    try:
        work(*given)
    except Exception as error:  # whatever it is, the other process tells of it
        sys.exit(str(error))


def _end_with_parent() -> None:
    os.read(sys.stdin.fileno(), 1)
    os._exit(1)
