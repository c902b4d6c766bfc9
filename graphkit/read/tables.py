"""JSON Lines, JSON and CSV: one file, many articles."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from pathlib import Path

from graphkit.read.decode import NotText, decode
from graphkit.read.fields import TEXT_FIELDS, NotAnArticle, article_of, field_name
from graphkit.read.refusal import Refusal, Refuse
from graphkit.records import Article

_LONGEST_FIELD = 2**31 - 1
"""In characters, and the most that a C long holds on every system; csv's own limit refuses long articles."""


def read_json_lines(file: Path, refuse: Refuse) -> Iterator[tuple[str, Article]]:
    """Read one article from every line that is not empty."""
    for number, line in enumerate(_text_of(file, refuse).split("\n"), start=1):
        if line.strip():
            where = f"{file}, line {number}"
            try:
                record = json.loads(line)
            except (ValueError, RecursionError) as error:
                refuse(Refusal(where, f"this is not JSON ({error})", "Write one JSON object on each line"))
                continue
            yield from _article(where, record, refuse)


def read_json(file: Path, refuse: Refuse) -> Iterator[tuple[str, Article]]:
    """Read one article from an object, or many from a list or from an object whose `articles` are a list."""
    text = _text_of(file, refuse)
    if not text:
        return
    try:
        data = json.loads(text)
    except (ValueError, RecursionError) as error:
        advice = "Mend the file, or call it .jsonl if it holds one object on each line"
        refuse(Refusal(str(file), f"this is not JSON ({error})", advice))
        return
    if isinstance(data, dict) and isinstance(data.get("articles"), list):
        data = data["articles"]
    if not isinstance(data, list):
        yield from _article(str(file), data, refuse)
        return
    for number, record in enumerate(data, start=1):
        yield from _article(f"{file}, record {number}", record, refuse)


def read_csv(file: Path, refuse: Refuse) -> Iterator[tuple[str, Article]]:
    """Read one article from every row below the header; comma, semicolon or tab part the fields."""
    text = _text_of(file, refuse)
    if not text:
        return
    header = text.partition("\n")[0].strip()
    delimiter = max(",;\t", key=header.count)
    csv.field_size_limit(_LONGEST_FIELD)
    rows = csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    number = 0
    try:
        if not any(field_name(name) in TEXT_FIELDS for name in rows.fieldnames or ()):
            advice = "Name the column that holds the text `text`, `body` or `content`"
            refuse(Refusal(f"{file}, line 1", f"no column of texts; the header is {header}", advice))
            return
        for number, row in enumerate(rows, start=1):
            yield from _article(f"{file}, row {number}", row, refuse)
    except csv.Error as error:
        advice = "Mend the quotation marks; the rows above were read"
        refuse(Refusal(f"{file}, row {number + 1}", f"this is not CSV ({error})", advice))


def _text_of(file: Path, refuse: Refuse) -> str:
    """The text of a file, empty where it holds white space alone or was refused."""
    try:
        text = decode(file.read_bytes())
    except NotText as error:
        refuse(error.refusal(file))
        return ""
    return text if text.strip() else ""


def _article(where: str, record: object, refuse: Refuse) -> Iterator[tuple[str, Article]]:
    try:
        yield where, article_of(record)
    except NotAnArticle as error:
        refuse(Refusal(where, str(error), error.advice))
