"""ZIP and tar archives, and single packed files → the files in them, one after another."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import re
import struct
import tarfile
import zipfile
from collections.abc import Callable, Generator, Mapping
from itertools import count
from pathlib import PurePosixPath
from typing import IO, Any, Final

from graphkit.read.limits import LARGEST_ZIP_DIRECTORY, MOST_FILES, in_words
from graphkit.read.opened import Opened
from graphkit.read.refusal import Refusal, Refuse, Unreadable
from graphkit.read.unpacking import Unpacked

_UNPACKERS: Final[Mapping[str, Callable[..., Any]]] = {"gz": gzip.open, "bz2": bz2.open, "xz": lzma.open}
_SHORT: Final = {".tgz": "gz", ".tbz2": "bz2", ".txz": "xz"}

_END_OF_DIRECTORY: Final = struct.Struct("<12xL6x")
_END_OF_DIRECTORY_64: Final = struct.Struct("<40xQ8x")
"""The size of the list of members, in the records at the end of a ZIP file: PKWARE's APPNOTE.TXT 6.3.10, sections
4.3.16 and 4.3.14."""

_SEE_64: Final = 0xFFFF_FFFF
"""Stands in the older record where only the newer one can hold the size."""

_END_AT_MOST: Final = 66_000
"""Bytes that both records take with what stands between and after them, a comment of 65,535 at most."""


def packed_in(opened: Opened, refuse: Refuse) -> Generator[Opened]:
    """The one file that `.gz`, `.bz2` or `.xz` packs, of the same place."""
    stem, _, ending = opened.name.rpartition(".")
    name = f"{stem}.tar" if opened.ending in _SHORT else stem
    unpacker = _UNPACKERS[_SHORT.get(opened.ending, ending.lower())]
    with unpacker(opened.stream) as stream:
        yield opened.within(opened.place, name, io.BufferedReader(Unpacked(stream, opened.budget)))


def members_of_tar(opened: Opened, refuse: Refuse) -> Generator[Opened]:
    """The files of a tar archive, in its order; nothing of it is written to disk."""
    source = Unpacked(opened.stream, opened.budget)
    with tarfile.open(fileobj=source, mode="r:") as archive:
        for number in count():
            if number == MOST_FILES:
                raise Unreadable(f"more than {number:,} files in it", "Split the archive; what came before was read")
            if (member := archive.next()) is None:
                return
            archive.members = []  # type: ignore[attr-defined]  # it would remember every one
            if member.isreg() and not member.issparse() and _is_wanted(opened, member.name, refuse):
                stream = archive.extractfile(member)
                if stream is not None:
                    yield opened.within(f"{opened.place}, {member.name}", PurePosixPath(member.name).name, stream)


def members_of_zip(opened: Opened, refuse: Refuse) -> Generator[Opened]:
    """The files of a ZIP archive, in its order; nothing of it is written to disk."""
    source = opened.seekable()
    _refuse_large_directory(source)
    with zipfile.ZipFile(source) as archive:
        for member in archive.infolist():
            place = f"{opened.place}, {member.filename}"
            if member.is_dir() or not _is_wanted(opened, member.filename, refuse):
                continue
            if (problem := _problem(member)) is not None:
                refuse(problem.at(place))
                continue
            with archive.open(member) as stream:
                counted = io.BufferedReader(Unpacked(stream, opened.budget))
                yield opened.within(place, PurePosixPath(member.filename).name, counted)


def _problem(member: zipfile.ZipInfo) -> Unreadable | None:
    """Why a member of a ZIP file cannot be unpacked, in pieces that memory can hold."""
    if member.flag_bits & 1:
        return Unreadable("it is encrypted", "Unpack it with its password first")
    if member.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        return Unreadable("it is packed by another method than deflate", "Unpack it first")
    return None


def _is_wanted(opened: Opened, name: str, refuse: Refuse) -> bool:
    """Whether a member is to be read: hidden files are passed over, as in folders, and so are those of macOS."""
    path = PurePosixPath(name.replace("\\", "/"))
    if ".." in path.parts or path.is_absolute():
        reason = f"its member {name} has a name that leads out of it"
        refuse(Refusal(opened.place, reason, "Have the archive made anew by somebody you trust"))
        return False
    return not any(part.startswith(".") or part == "__MACOSX" for part in path.parts)


def _refuse_large_directory(source: IO[bytes]) -> None:
    """Look how large a ZIP file's list of members is, before `zipfile` reads all of it into memory."""
    end = source.seek(0, io.SEEK_END)
    source.seek(max(0, end - _END_AT_MOST))
    tail = source.read()
    source.seek(0)
    sizes = [
        size
        for marker, layout in ((b"PK\5\6", _END_OF_DIRECTORY), (b"PK\6\6", _END_OF_DIRECTORY_64))
        for found in re.finditer(re.escape(marker), tail[: len(tail) - layout.size + len(marker)])
        if (size := layout.unpack_from(tail, found.start())[0]) != _SEE_64
    ]
    if max(sizes, default=0) > LARGEST_ZIP_DIRECTORY:
        reason = f"its list of files is larger than {in_words(LARGEST_ZIP_DIRECTORY)}"
        raise Unreadable(reason, "Pack the files as .tar.gz, which is read one file after another")
