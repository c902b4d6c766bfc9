"""Writes docs/queries.md from the headers of `cypher/` and the table of the two dialects.

Run as `python docs/queries.py`. A test checks that it still holds.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from graphkit.queries import NamedQuery, list_queries
from graphkit.stores.dialect import DIVERGENCES

PAGE = Path(__file__).with_suffix(".md")

_TITLE = """\
# Queries

<!-- Written by docs/queries.py from the headers of cypher/; change them there. -->

`graphkit query NAME --param KEY=VALUE` asks one of the queries below; names of people and things are found by any of
their spellings, in any case. Who is planned to attend counts as attending, save where a query tells the two apart or
takes a `status`. `graphkit query 'MATCH …'` asks anything else in Cypher. Both give the same rows from the embedded
engine and from Neo4j. The examples ask a store of the two articles in `seeds` ([Tutorial](tutorial.md)).

| option | does |
|---|---|
| `--format table`, `json`, `jsonl`, `csv` | how the rows are written |
| `--limit ROWS` | the most rows; a table has 1,000 unless told otherwise, and says where there are more |
| `--timeout SECONDS` | gives the query up after so long (60) |
| `--write` | lets Cypher change the store; without it, it cannot |

In Python, `graphkit.queries.run_query(store, "speakers")` and `store.run("MATCH …", {"name": value})` return `Rows`,
with `columns`, `rows`, `truncated`, `notes`, `as_dicts()` and `to_pandas()`. Values belong into parameters (`$name`),
never into the text.

What comes out is plain, and the same from both engines:

| in Cypher | in JSON and Python |
|---|---|
| a node | `{"id", "label", …}` and its properties that are not null |
| a relationship | `{"type", "source", "target", "key", …}`: the ids of its ends, its key, its properties |
| a path | `{"nodes": […], "relationships": […]}` |
| a date or time | ISO 8601 text |
"""

_DIALECT = """
## Cypher that both engines take alike

The queries above keep to it, and a test sees to that. In your own, the embedded engine names what it does not know with
the spelling below. Where the second column says "answers", it knows it, but answers differently.

| differs | the embedded engine | write |
|---|---|---|
"""

_MORE = (
    ("`x CONTAINS ''`", "answers", "`$words = '' OR x CONTAINS $words` (Neo4j finds an empty text in every text)"),
    ("a number compared with a text", "refuses", "numbers with numbers"),
    ("`ORDER BY` a node or a list", "refuses", "`ORDER BY` its id, or its first element"),
    ("the place of nulls in `ORDER BY`", "answers", "`ORDER BY coalesce(x, '')`"),
    ("`head([])`, `last([])`, `toInteger('x')`", "refuses", "a test before it"),
    ("`x IN [1, null]`", "answers", "lists without nulls"),
)


def page() -> str:
    """The text of docs/queries.md."""
    return _TITLE + "".join(_groups()) + _DIALECT + "".join(_divergences())


def _groups() -> Iterator[str]:
    for group, queries in groupby(list_queries(), key=lambda query: query.group):
        yield f"\n## {group.capitalize()}\n"
        for query in queries:
            yield from _query(query)


def _query(query: NamedQuery) -> Iterator[str]:
    yield f"\n### {query.name}\n\n{query.purpose}.\n\n"
    if query.parameters:
        yield "| parameter | type | is | unless given |\n|---|---|---|---|\n"
    for its in query.parameters:
        default = "must be given" if its.default is None else f"`{its.default}`" if its.default != "" else "nothing"
        yield f"| `{its.name}` | {its.type} | {its.meaning} | {default} |\n"
    if query.parameters:
        yield "\n"
    given = "".join(f" --param {its.name}='{its.example}'" for its in query.parameters)
    yield f"```sh\ngraphkit query {query.name}{given}\n```\n\n"
    yield f"Columns: {', '.join(f'`{column}`' for column in query.columns)}.\n"
    if len(query.texts) > 1:
        files = ", ".join(f"`cypher/{query.name}.{engine}.cypher`" for engine in query.texts)
        yield f"\nOne text for each engine: {files}.\n"


def _divergences() -> Iterator[str]:
    for its in DIVERGENCES:
        yield _row(its.what, "answers" if its.silent else "refuses", its.instead)
    for more in _MORE:
        yield _row(*more)


def _row(*cells: str) -> str:
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |\n"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8", newline="\n")
