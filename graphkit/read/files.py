"""Paths, folders and patterns → the files to read, sorted."""

from __future__ import annotations

import glob
import os
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path

from graphkit.read.refusal import Refusal, Refuse


def find_files(paths: Iterable[Path | str], kinds: Collection[str], refuse: Refuse) -> list[Path]:
    """Find the files that paths name, each once and in sorted order.

    Args:
        paths: files (of any kind), folders (searched at any depth for files of the kinds; names that begin
            with a dot and links to folders are passed over), or patterns such as `news/**/*.txt`.
        kinds: the file endings to look for in folders, such as `.txt`.
        refuse: is told of paths that lead to no file.
    """
    found: dict[Path, Path] = {}
    for path in map(Path, paths):
        for file in _files_at(path, kinds, refuse):
            found.setdefault(Path(os.path.abspath(file)), file)  # noqa: PTH100 - keeps symbolic links apart
    return sorted(found.values())


def _files_at(path: Path, kinds: Collection[str], refuse: Refuse) -> Iterator[Path]:
    if path.is_dir():
        files = list(_files_below(path, kinds, refuse))
        if not files:
            refuse(Refusal(str(path), "no article in this folder", f"Articles are files that end in {_either(kinds)}"))
        yield from files
    elif path.is_file():
        yield path
    elif glob.has_magic(str(path)):
        matches = [Path(match) for match in glob.glob(str(path), recursive=True)]  # noqa: PTH207 - takes absolute patterns
        files = [match for match in matches if match.is_file()]
        if not files:
            refuse(Refusal(str(path), "no file matches this pattern", "Check the pattern, or name a folder"))
        yield from files
    elif path.exists():
        refuse(Refusal(str(path), "neither a file nor a folder", "Save what it gives as a file first"))
    else:
        refuse(Refusal(str(path), "no such file or folder", "Check the spelling of the path"))


def _files_below(folder: Path, kinds: Collection[str], refuse: Refuse) -> Iterator[Path]:
    def refuse_folder(error: OSError) -> None:
        refuse(Refusal(str(error.filename), f"cannot be opened ({error.strerror})", "Check its permissions"))

    for root, folders, names in os.walk(folder, onerror=refuse_folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in names:
            file = Path(root, name)
            if not name.startswith(".") and file.suffix.lower() in kinds and file.is_file():
                yield file


def _either(kinds: Collection[str]) -> str:
    *most, last = sorted(kinds)
    return f"{', '.join(most)} or {last}" if most else last
