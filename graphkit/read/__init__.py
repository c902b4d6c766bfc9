"""Files → articles.

A reader is a function from a file to the articles in it, each with the place where it stood; `READERS` finds
it by the file's ending. A new kind of file is one more function and one more line there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TypeAlias

from graphkit.errors import ArticleError
from graphkit.read.files import find_files
from graphkit.read.plain import read_plain
from graphkit.read.refusal import Refusal, Refuse, raise_refusal
from graphkit.read.tables import read_csv, read_json, read_json_lines
from graphkit.records import Article

__all__ = ["READERS", "Refusal", "Refuse", "clash", "raise_refusal", "read_articles", "read_with_places"]

Reader: TypeAlias = Callable[[Path, Refuse], Iterator[tuple[str, Article]]]

READERS: dict[str, Reader] = {
    ".txt": read_plain,
    ".md": read_plain,
    ".jsonl": read_json_lines,
    ".json": read_json,
    ".csv": read_csv,
}


def read_articles(paths: Iterable[Path | str], refuse: Refuse = raise_refusal) -> Iterator[Article]:
    """Read articles, one for each key, in the sorted order of their files.

    Args:
        paths: files, folders (searched at any depth) and patterns such as `news/**/*.txt`.
        refuse: is told of every input that is not read, and reading goes on; by default the first one raises.

    Raises:
        ArticleError: no article was read at all; or whatever `refuse` raises.
    """
    return (article for _, article in read_with_places(paths, refuse))


def read_with_places(paths: Iterable[Path | str], refuse: Refuse = raise_refusal) -> Iterator[tuple[str, Article]]:
    """Read articles as `read_articles` does, each with the place where it stood (`feed.jsonl, line 3`)."""
    paths = list(paths)
    first: dict[str, tuple[str, str]] = {}
    for file in find_files(paths, READERS.keys(), refuse):
        for place, article in _articles_in(file, refuse):
            if article.key not in first:
                first[article.key] = (place, article.sha256)
                yield place, article
            elif first[article.key][1] != article.sha256:
                refuse(clash(article.key, place, first[article.key][0]))
    if not first:
        named = ", ".join(map(str, paths)) or "no path"
        kinds = ", ".join(READERS)
        raise ArticleError(f"No article was read from {named}. Name files that end in {kinds}, or folders.")


def clash(key: str, place: str, first_place: str) -> Refusal:
    """Refuse an article whose key stands for another text already."""
    reason = f"another text has its key {key!r} already, in {first_place}"
    return Refusal(place, reason, "Give one of them another name or id")


def _articles_in(file: Path, refuse: Refuse) -> Iterator[tuple[str, Article]]:
    """The articles of a file with their places; a file that gives neither article nor refusal is refused."""
    reader = READERS.get(file.suffix.lower())
    if reader is None:
        reason = f"no reader for files that end in {file.suffix!r}"
        refuse(Refusal(str(file), reason, f"Readable are {', '.join(READERS)}"))
        return
    answered = False

    def note_and_refuse(refusal: Refusal) -> None:
        nonlocal answered
        answered = True
        refuse(refusal)

    try:
        for found in reader(file, note_and_refuse):
            answered = True
            yield found
    except OSError as error:
        reason = f"cannot be read ({error.strerror})"
        note_and_refuse(Refusal(str(file), reason, "Check that the file is whole and that you may read it"))
    if not answered:
        refuse(Refusal(str(file), "no article in it", "Fill it, or leave it out"))
