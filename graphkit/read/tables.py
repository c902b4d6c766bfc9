"""JSON Lines, JSON and CSV: one file, many records."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from dataclasses import fields
from itertools import chain
from typing import Final

from graphkit.read.decode import decode
from graphkit.read.fields import FieldNames, Found, read_record
from graphkit.read.limits import LONGEST_LINE, in_words
from graphkit.read.opened import Opened
from graphkit.read.refusal import Refusal, Refuse, Unreadable

_LISTS: Final = ("articles", "items", "results")
"""What the answers of news services, and JSON Feed, call the list of their articles."""

_REFUSAL: Final = {field.name for field in fields(Refusal)}
"""What a line of the file of `--rejects` has."""

_AN_OBJECT_A_LINE: Final = "Write one JSON object on each line"
_TOO_LONG: Final = f"longer than {in_words(LONGEST_LINE)} of characters"


def read_json_lines(opened: Opened, names: FieldNames, refuse: Refuse) -> Iterator[Found]:
    """Read one article from every line that is not empty."""
    for number, line in enumerate(opened.lines("\n"), start=1):
        place = f"{opened.place}, line {number}"
        if line is None:
            refuse(Refusal(place, _TOO_LONG, _AN_OBJECT_A_LINE))
        elif line.strip():
            try:
                record = record_of_line(line)
            except Unreadable as error:
                refuse(error.at(place, line.strip()))
            else:
                yield from _record_or_mended(place, record, names, refuse)


def record_of_line(line: str) -> object:
    """The record on a line of JSON Lines.

    Raises:
        Unreadable: the line is not JSON.
    """
    try:
        return json.loads(line)
    except (ValueError, RecursionError) as error:
        raise Unreadable(f"this is not JSON ({error})", _AN_OBJECT_A_LINE) from error


def read_json(opened: Opened, names: FieldNames, refuse: Refuse) -> Iterator[Found]:
    """Read one article from an object, or many from a list or from an object whose `articles` are a list."""
    text = decode(opened.whole("Write it as JSON Lines, one object on each line, which is read line by line"))
    if not text.strip():
        return
    try:
        data = json.loads(text)
    except (ValueError, RecursionError) as error:
        advice = "Mend the file, or call it .jsonl if it holds one object on each line"
        raise Unreadable(f"this is not JSON ({error})", advice) from error
    if isinstance(data, dict):
        data = next((data[name] for name in _LISTS if isinstance(data.get(name), list)), data)
    if not isinstance(data, list):
        yield from read_record(opened.place, data, names, refuse)
        return
    for number, record in enumerate(data, start=1):
        yield from read_record(f"{opened.place}, record {number}", record, names, refuse)


def read_csv(opened: Opened, names: FieldNames, refuse: Refuse) -> Iterator[Found]:
    """Read one article from every row below the header; comma, semicolon or tab part the fields."""
    lines = _short_lines(opened)
    header = next(lines, "")
    if not header.strip():
        return
    csv.field_size_limit(LONGEST_LINE)
    delimiter = max(",;\t", key=header.count)
    rows = csv.DictReader(chain([header], lines), delimiter=delimiter, strict=True)
    number = 0
    try:
        if not names.names_text(rows.fieldnames or ()):
            raise Unreadable(f"no column of texts; the header is {header.strip()}", names.advice(), "line 1")
        for number, row in enumerate(rows, start=1):
            record = {name: value for name, value in row.items() if name is not None}
            yield from read_record(f"{opened.place}, row {number}", record, names, refuse)
    except csv.Error as error:
        advice = "Mend the quotation marks; the rows above were read"
        raise Unreadable(f"this is not CSV ({error})", advice, f"row {number + 1}") from error


def _short_lines(opened: Opened) -> Iterator[str]:
    """The lines of a file in text, whose line ends are as they were, as `csv` wants them."""
    for number, line in enumerate(opened.lines(""), start=1):
        if line is None:
            raise Unreadable(_TOO_LONG, "Mend the line ends; the rows above were read", f"line {number}")
        yield line


def _record_or_mended(place: str, record: object, names: FieldNames, refuse: Refuse) -> Iterator[Found]:
    """The article of a line; a line of a file of refusals holds the record that a person has mended."""
    if not (isinstance(record, dict) and record.keys() == _REFUSAL):
        yield from read_record(place, record, names, refuse)
    elif record["record"] is None:
        refuse(Refusal(place, "this line tells of a refusal without a record", f"Mend {record['where']} and load that"))
    else:
        inner = record["record"]
        try:
            mended = json.loads(inner) if isinstance(inner, str) else inner
        except (ValueError, RecursionError) as error:
            refuse(Refusal(place, f"its record is not JSON yet ({error})", "Mend the record", inner))
            return
        yield from read_record(place, mended, names, refuse)
