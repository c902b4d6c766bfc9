"""Which function reads which kind of file.

A new kind of file is one more function and one more line here.
"""

from __future__ import annotations

import lzma
import tarfile
import zipfile
import zlib
from collections.abc import Callable, Generator, Iterator, Mapping
from contextlib import closing
from types import MappingProxyType
from typing import Final, TypeAlias

from graphkit.read.archives import members_of_tar, members_of_zip, packed_in
from graphkit.read.feeds import read_feed
from graphkit.read.fields import FieldNames, Found
from graphkit.read.files import instead_of
from graphkit.read.limits import DEEPEST_NESTING, UNPACKED_RATIO
from graphkit.read.mail import read_mail
from graphkit.read.opened import Opened
from graphkit.read.page import read_page
from graphkit.read.parquet import read_parquet
from graphkit.read.pdf import read_pdf
from graphkit.read.plain import read_plain
from graphkit.read.refusal import Refusal, Refuse, Unreadable
from graphkit.read.tables import read_csv, read_json, read_json_lines
from graphkit.read.unpacking import Bomb
from graphkit.read.warc import pages_of_warc
from graphkit.records import Article

Reader: TypeAlias = Callable[[Opened, FieldNames, Refuse], Iterator[Found]]

DOCUMENTS: Final[Mapping[str, Callable[[Opened], Article]]] = MappingProxyType(
    {
        ".txt": read_plain,
        ".md": read_plain,
        ".html": read_page,
        ".htm": read_page,
        ".eml": read_mail,
        ".pdf": read_pdf,
    }
)
"""What reads a file that is one article."""

COLLECTIONS: Final[Mapping[str, Reader]] = MappingProxyType(
    {
        ".jsonl": read_json_lines,
        ".ndjson": read_json_lines,
        ".json": read_json,
        ".csv": read_csv,
        ".tsv": read_csv,
        ".parquet": read_parquet,
        ".rss": read_feed,
        ".atom": read_feed,
        ".xml": read_feed,
    }
)
"""What reads a file of many articles."""

ARCHIVES: Final[Mapping[str, Callable[[Opened, Refuse], Generator[Opened]]]] = MappingProxyType(
    {
        ".zip": members_of_zip,
        ".tar": members_of_tar,
        ".tgz": packed_in,
        ".tbz2": packed_in,
        ".txz": packed_in,
        ".gz": packed_in,
        ".bz2": packed_in,
        ".xz": packed_in,
        ".warc": pages_of_warc,
    }
)
"""What finds the files within a file."""

ENDINGS: Final = (*DOCUMENTS, *COLLECTIONS, *ARCHIVES)

_BROKEN: Final = (OSError, EOFError, zlib.error, lzma.LZMAError, tarfile.TarError, zipfile.BadZipFile)


def articles_in(opened: Opened, names: FieldNames, refuse: Refuse) -> Iterator[Found]:
    """The articles of a file, and of the files within it.

    Args:
        opened: the file.
        names: how the fields of its records are called.
        refuse: is told of what is not read; a file that gives neither article nor refusal is refused.
    """
    answered = False

    def note_and_refuse(refusal: Refusal) -> None:
        nonlocal answered
        answered = True
        refuse(refusal)

    try:
        for found in _articles(opened, names, note_and_refuse):
            answered = True
            yield found
    except Unreadable as error:
        note_and_refuse(error.at(opened.place))
    except _BROKEN as error:
        reason = f"cannot be read ({getattr(error, 'strerror', None) or error})"
        note_and_refuse(Refusal(opened.place, reason, "Check that the file is whole and that you may read it"))
    except Bomb:
        if opened.depth:
            raise
        reason = f"it unpacks to more than {UNPACKED_RATIO} times its size"
        note_and_refuse(Refusal(opened.place, reason, "Leave it out, or unpack it first if you trust it"))
    if not answered:
        refuse(Refusal(opened.place, "no article in it", "Fill it, or leave it out"))


def _articles(opened: Opened, names: FieldNames, refuse: Refuse) -> Iterator[Found]:
    if (read_document := DOCUMENTS.get(opened.ending)) is not None:
        yield opened.place, read_document(opened)
    elif (read_collection := COLLECTIONS.get(opened.ending)) is not None:
        yield from read_collection(opened, names, refuse)
    elif (files_within := ARCHIVES.get(opened.ending)) is None:
        raise Unreadable(f"no reader for files that end in {opened.ending!r}", instead_of([opened.ending], ENDINGS))
    elif opened.depth == DEEPEST_NESTING:
        raise Unreadable(f"it is packed {opened.depth + 1} times over", "Unpack the archives around it first")
    else:
        with closing(files_within(opened, refuse)) as files:
            for file in files:
                if file.ending in ENDINGS or file.place == opened.place:
                    yield from articles_in(file, names, refuse)
