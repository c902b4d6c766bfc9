"""Files, standard input and addresses → articles.

`readers.py` says which function reads which kind of file; every one of them gives articles with the places where they
stood, and tells of what it cannot read.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from itertools import chain, islice
from pathlib import Path

from graphkit.errors import ArticleError
from graphkit.read.addresses import fetched, is_address
from graphkit.read.fields import USUAL_FIELDS, FieldNames, Found
from graphkit.read.files import find_files
from graphkit.read.opened import Opened
from graphkit.read.own_files import is_own
from graphkit.read.readers import ENDINGS, articles_in
from graphkit.read.refusal import Refusal, Refuse, raise_refusal
from graphkit.read.standard_input import STANDARD_INPUT, opened_standard_input
from graphkit.read.unpacking import Budget
from graphkit.records import Article

__all__ = [
    "ENDINGS",
    "USUAL_FIELDS",
    "FieldNames",
    "Found",
    "Refusal",
    "Refuse",
    "begun",
    "clash",
    "raise_refusal",
    "read_articles",
    "read_with_places",
]


def read_articles(
    paths: Iterable[Path | str], refuse: Refuse = raise_refusal, names: FieldNames = USUAL_FIELDS
) -> Iterator[Article]:
    """Read articles, one for each key, in the sorted order of their files.

    Args:
        paths: files, folders (searched at any depth), patterns such as `news/**/*.txt`, `http://` and `https://`
            addresses of articles and feeds, and `-` for standard input. What graphkit wrote itself (pages, reports,
            graphs, corrections) is passed over in folders and patterns.
        refuse: is told of every input that is not read, and reading goes on; by default the first one raises.
        names: how the fields of records are called.

    Raises:
        ArticleError: no article was read at all; or whatever `refuse` raises.
    """
    return (article for _, article in read_with_places(paths, refuse, names))


def read_with_places(
    paths: Iterable[Path | str], refuse: Refuse = raise_refusal, names: FieldNames = USUAL_FIELDS
) -> Iterator[Found]:
    """Read articles as `read_articles` does, each with the place where it stood (`feed.jsonl, line 3`)."""
    named = [str(path) for path in paths]
    first: dict[str, tuple[str, str]] = {}
    told = False

    def tell(refusal: Refusal) -> None:
        nonlocal told
        told = True
        refuse(refusal)

    for place, article in _all_articles(named, tell, names):
        if article.key not in first:
            first[article.key] = (place, article.sha256)
            yield place, article
        elif first[article.key][1] != article.sha256:
            tell(clash(article, place, first[article.key][0]))
    if not first:
        advice = " Name files of articles (.txt, .html, .pdf, .jsonl, .csv, .zip and others), or folders of them."
        raise ArticleError(f"No article was read from {', '.join(named) or 'no path'}.{'' if told else advice}")


def begun(found: Iterator[Found]) -> Iterator[Found]:
    """The same articles; that there is at least one is known at once, and not when the first is asked for.

    Raises:
        ArticleError: no article was read at all; or whatever refusing raises.
    """
    first = list(islice(found, 1))
    return chain(first, found)


def clash(article: Article, place: str, first_place: str) -> Refusal:
    """Refuse an article whose key stands for another text already."""
    reason = f"another text has its key {article.key!r} already, in {first_place}"
    record = {
        "id": article.key,
        "url": article.url,
        "title": article.title,
        "source": article.source,
        "date": article.date,
        "author": article.author,
        "text": article.text,
    }
    return Refusal(place, reason, "Give one of them another name or id", record)


def _all_articles(named: list[str], refuse: Refuse, names: FieldNames) -> Iterator[Found]:
    paths = [str(Path(path)) for path in named if path != STANDARD_INPUT and not is_address(path)]
    for file in find_files(paths, ENDINGS, refuse):
        yield from _articles_of_file(Path(file), refuse, names, is_named=file in paths)
    if STANDARD_INPUT in named:
        yield from articles_in(opened_standard_input(), names, refuse)
    for opened in fetched(sorted({path for path in named if is_address(path)}), refuse):
        yield from articles_in(opened, names, refuse)


def _articles_of_file(file: Path, refuse: Refuse, names: FieldNames, *, is_named: bool) -> Iterator[Found]:
    try:
        stream = file.open("rb")
    except OSError as error:
        reason = f"cannot be read ({error.strerror})"
        refuse(Refusal(str(file), reason, "Check that you may read it"))
        return
    with stream:
        if not is_own(stream):
            budget = Budget(os.fstat(stream.fileno()).st_size)
            yield from articles_in(Opened(str(file), file.name, stream, budget), names, refuse)
        elif is_named:
            refuse(Refusal(str(file), "this is a file of graphkit's own, and no article", "Leave it out"))
