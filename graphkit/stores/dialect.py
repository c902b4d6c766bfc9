"""What the two engines take differently, and how to write it so that both take it alike.

One table for three readers: the lint of `cypher/`, the hint beside an engine's error, and the page of the docs.
All of it was found by comparing the engines; `tests/stores/test_differential_fuzz.py` looks for more.
"""

from __future__ import annotations

import difflib
import re
from dataclasses import dataclass
from typing import Final

from graphkit.stores.cypher_text import bare
from graphkit.stores.rows import PROPERTIES


@dataclass(frozen=True, slots=True)
class Divergence:
    """One thing that the engines take differently.

    Attributes:
        what: its name.
        pattern: finds it in the text of a query without strings, quoted names and comments.
        instead: the spelling that both take alike.
        silent: whether the engines answer differently without an error.
    """

    what: str
    pattern: re.Pattern[str]
    instead: str
    silent: bool = False


def _of(what: str, pattern: str, instead: str, *, silent: bool = False) -> Divergence:
    return Divergence(what, re.compile(pattern), instead, silent)


DIVERGENCES: Final = (
    _of(
        "shortestPath()", r"(?i)\b(all)?shortestPaths?\s*\(", "the named query path_between, or a text for each engine"
    ),
    _of(
        "a subquery in CALL or COLLECT",
        r"\b(CALL\s*(\([^)]*\)\s*)?|COLLECT\s*)\{",
        "WITH between one MATCH and the next",
    ),
    _of(
        "a pattern in EXISTS or COUNT without MATCH",
        r"\b(EXISTS|COUNT)\s*\{\s*\(|(?i:\bexists\s*\()",
        "EXISTS { MATCH (a)-[:ATTENDED]->(b) }",
    ),
    _of(
        "a list comprehension", r"\[\s*(\w+\s+IN\b|\([^|\]]*\]?-)[^|]*?(\||\bWHERE\b)", "UNWIND xs AS x, and collect()"
    ),
    _of("reduce()", r"\breduce\s*\(", "UNWIND xs AS x, and an aggregate such as sum(x)"),
    _of("a map of properties by dots", r"\b\w+\s*\{\s*\.", "{name: n.name}"),
    _of("FOREACH", r"\bFOREACH\b", "UNWIND xs AS x"),
    _of("a label in WHERE", r"WHERE[^\n{]*\b\w+:[A-Z]", "the label in MATCH, or head(labels(n)) = 'Person'"),
    _of("SET +=", r"\+=", "SET n.a = 1, n.b = 2"),
    _of("REMOVE", r"\bREMOVE\b", "SET n.x = null"),
    _of(
        "an element of a list or a property in brackets", r"\w\[\s*[\w$-]*\s*\]", "head(xs), last(xs), tail(xs) or n.x"
    ),
    _of("||", r"\|\|", "+"),
    _of("a chained comparison", r"[\w.$]+\s*[<>]=?\s*[\w.$]+\s*[<>]=?", "a < b AND b < c"),
    _of("a label with & or !", r"\(\w*:[\w|]*[&!]", "(n:A|B)"),
    _of("a repeated pattern in braces", r"->?\s*\{\s*\d*\s*,?\s*\d*\s*\}", "-[:TYPE*1..6]->"),
    _of(
        "stDev()", r"(?i)\b(stdev|stdevp|percentileCont|percentileDisc)\s*\(", "the rows themselves, measured in Python"
    ),
    _of("round() with one argument", r"\bround\([^,()]*\)", "round(x, 0)"),
    _of("substring()", r"\bsubstring\s*\(", "left(text, 4), right(text, 4), or Python"),
    _of(
        "a date function",
        r"\b(date|datetime|localdatetime|time|duration|timestamp)\s*\(",
        "dates are ISO 8601 texts: compare them as they are, or by left(d, 7)",
    ),
    _of(
        "two hops in one MATCH",
        r"MATCH [^\n]*\)(<?-[^\n]*?->?\([^\n]*?\)){2}",
        "one hop a MATCH, or a.id <> b.id (one engine may use an edge twice)",
        silent=True,
    ),
    _of("a comma between patterns", r"MATCH \([^\n{]*\)\s*,\s*\(", "one MATCH each", silent=True),
    _of("(n:A:B)", r"\(\w*:\w+:\w", "(n:A|B), which is either", silent=True),
    _of("reverse() of a list", r"\breverse\s*\(", "Python", silent=True),
    _of("a parameter inside any()", r"\bany\([^)\n]*\$", "WITH $name AS wanted first", silent=True),
    _of("a parameter compared with null", r"\$\w+ IS (NOT )?NULL", "$x = '' OR n.y = $x", silent=True),
    _of("ordering before the end", r"ORDER BY(?=[^;]*\b(WITH|RETURN)\b)", "ORDER BY after RETURN", silent=True),
    _of(
        "a null or a subquery tested in the WHERE of OPTIONAL MATCH",
        r"OPTIONAL MATCH[^\n]*\s*WHERE[^\n]*(IS NULL|EXISTS|COUNT)\b",
        "the test before it: WITH n, n.city IS NULL AS unknown",
        silent=True,
    ),
    _of(
        "a path of OPTIONAL MATCH",
        r"OPTIONAL MATCH \w+\s*=",
        "OPTIONAL MATCH (a)-[r]->(b), and whether r IS NULL",
        silent=True,
    ),
)

_TABLES: Final = tuple(PROPERTIES)
_PROPERTIES: Final = sorted({"id", "key"} | {its.name for declared in PROPERTIES.values() for its in declared})
_RESERVED: Final = re.compile(r"Invalid input '(\w+)'|mismatched input '(\w+)'")
_UNKNOWN: Final = re.compile(r"Table (?P<table>\w+) does not exist|Cannot find property (?P<property>\w+) for")


def hint(cypher: str, says: str, offset: int | None) -> str:
    """What to write instead of that which the embedded engine lacks; empty if it lacks nothing there.

    Args:
        cypher: the query.
        says: the engine's error.
        offset: where in the query the error is, counted from 0; None where the engine does not say.
    """
    code = bare(cypher)
    for lacking in DIVERGENCES:
        for found in lacking.pattern.finditer(code) if not lacking.silent else ():
            if offset is None or found.start() <= offset <= found.end():
                return f"The embedded engine does not know {lacking.what}; instead: {lacking.instead}."
    reserved = _RESERVED.search(says)
    if reserved and offset is not None and re.search(r"(\bAS\s+|\w\.)$", code[:offset]):
        word = reserved[1] or reserved[2]
        return f"The name {word} is a reserved word of the embedded engine; put it in backquotes: `{word}`."
    return _of_names(says)


def _of_names(says: str) -> str:
    """The names of the graph model near one that it does not have."""
    unknown = _UNKNOWN.search(says)
    if unknown is None:
        return ""
    known = _TABLES if unknown["table"] else _PROPERTIES
    near = difflib.get_close_matches(unknown["table"] or unknown["property"], known, n=1)
    return f"Did you mean {near[0]}?" if near else f"There are: {', '.join(known)}."
