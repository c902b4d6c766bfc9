"""What a command left behind, the type of the fixture that runs one, and a terminal to run one on."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any


@dataclass(frozen=True)
class Ran:
    """What a command left."""

    status: int
    out: str
    err: str

    @property
    def rows(self) -> Any:
        """Standard output read as JSON."""
        return json.loads(self.out)


Run = Callable[..., Ran]


def on_a_terminal(arguments: list[str], folder: Path, environment: dict[str, str], typed: str = "") -> str:
    """What `graphkit` writes where all three of its streams are a terminal."""
    import pty

    child, terminal = pty.fork()
    if child == 0:
        os.chdir(folder)
        os.execve(sys.executable, [sys.executable, "-m", "graphkit", *arguments], environment | {"TERM": "xterm"})
    os.write(terminal, typed.encode("utf-8"))
    written = b""
    try:
        while chunk := os.read(terminal, 65536):
            written += chunk
    except OSError:
        pass  # how Linux says that the child is done
    finally:
        os.close(terminal)
        os.waitpid(child, 0)
    return written.decode("utf-8")
