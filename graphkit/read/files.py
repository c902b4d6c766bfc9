"""Paths, folders and patterns → the files to read, sorted."""

from __future__ import annotations

import glob
import os
import re
from collections.abc import Callable, Collection, Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import Final

from graphkit.read.limits import MOST_FILES
from graphkit.read.refusal import Refusal, Refuse

_WRITTEN_IN: Final = frozenset({".doc", ".docx", ".odt", ".pages", ".rtf", ".wpd"})
"""Endings of what word processors write."""

_LIKE_ADDRESS: Final = re.compile(r"www\.|\w+:/", re.ASCII)


def find_files(paths: Iterable[Path | str], endings: Collection[str], refuse: Refuse) -> list[str]:
    """Find the files that paths name, each once and in sorted order.

    Args:
        paths: files (of any kind), folders (searched at any depth for files of these endings; names that begin
            with a dot and links to folders are passed over), or patterns such as `news/**/*.txt`.
        endings: those of the files to look for in folders, such as `.txt`.
        refuse: is told of paths that lead to no file, and of those that lead to more than `MOST_FILES`.
    """
    found: dict[str, str] = {}
    for path in map(Path, paths):
        files = list(islice(_files_at(path, endings, refuse), MOST_FILES + 1))
        if len(files) > MOST_FILES:
            advice = "Name its folders one at a time, or pack the files as .tar or JSON Lines"
            refuse(Refusal(str(path), f"more than {MOST_FILES:,} files", advice))
            continue
        for file in files:
            found.setdefault(os.path.abspath(file), file)  # noqa: PTH100 - keeps symbolic links apart
    return sorted(found.values(), key=lambda file: file.replace(os.sep, "\0"))


def _files_at(path: Path, endings: Collection[str], refuse: Refuse) -> Iterator[str]:
    if path.is_dir():
        yield from _or_refuse(_files_below(path, endings, refuse), lambda: _nothing_in(path, endings), refuse)
    elif path.is_file():
        yield str(path)
    elif glob.has_magic(str(path)):
        nothing = Refusal(str(path), "no file matches this pattern", "Check the pattern, or name a folder")
        yield from _or_refuse(_files_like(path), lambda: nothing, refuse)
    elif path.exists():
        refuse(Refusal(str(path), "neither a file nor a folder", "Save what it gives as a file first"))
    else:
        more = "; an address begins with https://" if _LIKE_ADDRESS.match(str(path)) else ""
        refuse(Refusal(str(path), "no such file or folder", f"Check the spelling of the path{more}"))


def _or_refuse(files: Iterator[str], refusal: Callable[[], Refusal], refuse: Refuse) -> Iterator[str]:
    """Pass files on; where there is none, refuse."""
    first = next(files, None)
    if first is None:
        refuse(refusal())
    else:
        yield first
        yield from files


def _nothing_in(folder: Path, readable: Collection[str]) -> Refusal:
    names = (name for _, _, names in os.walk(folder) for name in names if not name.startswith("."))
    found = sorted({Path(name).suffix.lower() for name in islice(names, MOST_FILES)} - {"", *readable})
    but = f", but files that end in {_either(found)}" if found else ""
    return Refusal(str(folder), f"no article in this folder{but}", instead_of(found, readable))


def instead_of(endings: Collection[str], readable: Collection[str]) -> str:
    """What to do with files that have no reader: what people write in can be saved as something else.

    Args:
        endings: those of the files.
        readable: those that there are readers for.
    """
    if not _WRITTEN_IN.isdisjoint(endings):
        return "Save what a word processor wrote as .txt, .html or .pdf"
    return f"Articles are files that end in {_either(readable)}"


def _files_below(folder: Path, endings: Collection[str], refuse: Refuse) -> Iterator[str]:
    def refuse_folder(error: OSError) -> None:
        refuse(Refusal(str(error.filename), f"cannot be opened ({error.strerror})", "Check its permissions"))

    for root, folders, names in os.walk(folder, onerror=refuse_folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in names:
            file = os.path.join(root, name)  # noqa: PTH118 - a million of them, as small as can be
            if not name.startswith(".") and os.path.splitext(name)[1].lower() in endings and os.path.isfile(file):  # noqa: PTH113, PTH122
                yield file


def _files_like(pattern: Path) -> Iterator[str]:
    """The files that match; `**` does not follow links to folders, which may lead in a circle."""
    parts = [re.sub(r"\*\*+", "*", part) if part.strip("*") else part for part in pattern.parts]
    start = Path(pattern.anchor)
    for file in start.glob(os.path.join(*parts[1:] if pattern.anchor else parts)):  # noqa: PTH118
        hidden = [part for part in file.parts if part.startswith(".") and part != ".."]
        if all(part in parts for part in hidden) and file.is_file():
            yield str(file)


def _either(endings: Collection[str]) -> str:
    *most, last = endings
    return f"{', '.join(most)} or {last}" if most else last
