"""Writing a file or a folder beside its place, which it takes when it is complete."""

from __future__ import annotations

import errno
import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final, TextIO

from graphkit.errors import GraphkitError

STANDARD_OUTPUT: Final = "-"
"""The path that stands for it."""


def write_whole(path: Path, text: str, *, half_surrogates: str = "replace") -> None:
    """Write UTF-8 text beside the file and put it in its place when it is complete.

    Whatever stops the writing, an interruption included, leaves the older file as it was and nothing else
    behind. Into a device or a pipe, such as /dev/stdout, the text is written as it stands.

    Args:
        path: the file.
        text: what shall stand in it.
        half_surrogates: Python's name for what becomes of half a surrogate pair, which UTF-8 cannot hold: a
            question mark, or for JSON an escape.

    Raises:
        GraphkitError: the folder is not there, or nothing can be written in it.
    """
    data = text.encode("utf-8", half_surrogates)
    try:
        if _is_device(path):
            path.write_bytes(data)
        else:
            _put_in_place(path.resolve(), data)
    except OSError as error:
        raise _not_written(path, error) from error


def write_or_print(path: Path | str, text: str, *, half_surrogates: str = "replace") -> None:
    """Write a file as `write_whole` does, or to standard output where the path is `-`."""
    if str(path) == STANDARD_OUTPUT:
        sys.stdout.write(text)
    else:
        write_whole(Path(path), text, half_surrogates=half_surrogates)


@contextmanager
def written_aside(path: Path) -> Iterator[TextIO]:
    """A UTF-8 file to write in bit by bit, which takes its place at the end of the block, however that ends.

    The older file can be read until then. A device or a pipe is written to as it stands.

    Args:
        path: the file.

    Raises:
        GraphkitError: the folder is not there, or nothing can be written in it.
    """
    place = path.resolve()
    unfinished = path if _is_device(path) else _beside(place)
    try:
        written = unfinished.open("w", encoding="utf-8", newline="\n")
    except OSError as error:
        raise _not_written(path, error) from error
    try:
        with written:
            yield written
    finally:
        if unfinished != path:
            unfinished.replace(place)


def check_place(path: Path) -> None:
    """Refuse a place where nothing can be written, before what is to stand there is worked out.

    Raises:
        GraphkitError: it is a folder, its folder is not there, or nothing can be written in that.
    """
    try:
        if path.is_dir():
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
        if not _is_device(path):
            unfinished = _beside(path.resolve())
            unfinished.touch()
            unfinished.unlink()
    except OSError as error:
        raise _not_written(path, error) from error


@contextmanager
def whole_folder(folder: Path) -> Iterator[Path]:
    """A new folder to write in, whose files are put in their place when all are complete.

    Whatever stops the writing leaves nothing behind.

    Args:
        folder: made if it is not there; it has to be empty.

    Raises:
        GraphkitError: the folder cannot be written or holds something.
    """
    place = folder.resolve()
    unfinished = _beside(place)
    try:
        if place.exists() and (not place.is_dir() or any(place.iterdir())):
            raise GraphkitError(f"{folder}: is not an empty folder. Name a new folder with -o.")
        unfinished.mkdir(parents=True)
        try:
            yield unfinished
            place.mkdir(exist_ok=True)
            for file in sorted(unfinished.iterdir()):
                shutil.move(file, place / file.name)
        finally:
            shutil.rmtree(unfinished, ignore_errors=True)
    except OSError as error:
        raise GraphkitError(
            f"{folder}: cannot be written ({error.strerror}). Name a folder where you may write, on a disk with space."
        ) from error


def _is_device(path: Path) -> bool:
    """Whether it is a pipe, a terminal or the like, which is written to and never replaced: so is /dev/null."""
    return path.exists() and not path.is_file() and not path.is_dir()


def _put_in_place(place: Path, data: bytes) -> None:
    unfinished = _beside(place)
    try:
        unfinished.write_bytes(data)
        unfinished.replace(place)
    finally:
        unfinished.unlink(missing_ok=True)


def _beside(place: Path) -> Path:
    return place.with_name(f".{place.name}.{os.getpid()}.part")


def _not_written(path: Path, error: OSError) -> GraphkitError:
    return GraphkitError(
        f"{path}: cannot be written ({error.strerror}). Give a file in a folder that is there and "
        "that you may write to."
    )
