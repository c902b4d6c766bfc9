"""A lint of `cypher/`: whole headers, and only Cypher that both engines read alike."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from graphkit.queries import find_query
from graphkit.stores.cypher_text import bare

FILES = sorted((Path(__file__).parents[2] / "cypher").glob("*.cypher"))
HEADER = re.compile(
    r"// [A-Z].*\.\n"
    r"// group: [a-z-]+\n"
    r"(// parameter: \w+ \((text|integer|number|boolean)(, default .+)?\) .+; example: .+\n)*"
    r"// columns: \w+(, \w+)*\n\n"
)
# What the engines take differently, by what is wrong with it.
NOT_PORTABLE = {
    "two hops in one MATCH": r"MATCH [^\n]*\)(<?-[^\n]*?->?\([^\n]*?\)){2}",  # here a walk, there a trail
    "a comma between patterns": r"MATCH \([^\n{]*\)\s*,\s*\(",
    "a path of any length": r"\[[^\]\n]*\*[^\]\n]*\]",
    "shortestPath": r"(?i)shortest",
    "a subquery": r"\b(CALL|COLLECT|COUNT)\s*\{",
    "a pattern in EXISTS without MATCH": r"EXISTS\s*\{\s*\(",
    "a comprehension or reduce": r"\||\breduce\s*\(",
    "a change": r"\b(CREATE|MERGE|SET|DELETE|REMOVE|FOREACH|DROP|LOAD|COPY)\b",
    "a label in WHERE": r"WHERE[^\n{]*\b\w+:[A-Z]",
    "an element of a list": r"\w\[\s*[\w'$]",
    "a chained comparison": r"<\s*\w+\s*<",
    "substring or reverse": r"\b(substring|reverse|stDev|stdev)\s*\(",
    "a date function": r"\b(date|datetime|duration|timestamp)\s*\(",
    "a parameter inside any()": r"\bany\([^)\n]*\$",
    "a parameter compared with null": r"\$\w+ IS (NOT )?NULL",
    "round with one argument": r"\bround\([^,()]*\)",
    "ordering before the end": r"ORDER BY(?=[^;]*\b(WITH|RETURN)\b)",
}


def code_of(file: Path) -> str:
    return bare(file.read_text(encoding="utf-8"))


def is_for_one_engine(file: Path) -> bool:
    return "." in file.stem


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_header_is_whole(file: Path) -> None:
    assert HEADER.match(file.read_text(encoding="utf-8"))


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_header_names_the_parameters_of_the_query(file: Path) -> None:
    query = find_query(file.stem.partition(".")[0])
    used = set(re.findall(r"\$(\w+)", code_of(file)))
    assert used == {parameter.name for parameter in query.parameters}


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_rows_are_ordered(file: Path) -> None:
    assert re.search(r"\nORDER BY [^\n]+\n\Z", file.read_text(encoding="utf-8"))


@pytest.mark.parametrize("file", [f for f in FILES if not is_for_one_engine(f)], ids=lambda file: file.name)
def test_query_for_both_engines_is_portable(file: Path) -> None:
    code = re.sub(r"\[\w*:[A-Z_|]+\]|\(\w*:[A-Za-z|]+\)", lambda match: match[0].replace("|", "-"), code_of(file))
    code = re.sub(r"EXISTS \{[^}]*\}", "EXISTS", code)
    found = [what for what, pattern in NOT_PORTABLE.items() if re.search(pattern, code)]
    assert found == []


def test_lint_finds_what_it_looks_for() -> None:
    wrong = [
        "MATCH (a)-[:X]->(b)-[:Y]->(c)",
        "MATCH (a), (b)",
        "MATCH (a)-[:X*1..3]->(b)",
        "shortestPath((a)-[:X]->(b))",
        "CALL { MATCH (n) }",
        "EXISTS { (a)-[:X]->(b) }",
        "[x IN xs | x.name]",
        "SET n.name = 1",
        "WHERE n:Person",
        "xs[0]",
        "1 < n < 3",
        "substring(n.name, 1)",
        "date('2025-01-01')",
        "any(x IN xs WHERE x = $name)",
        "$name IS NULL",
        "round(x)",
        "WITH n ORDER BY n.name WITH n",
    ]
    for text, (what, pattern) in zip(wrong, NOT_PORTABLE.items(), strict=True):
        assert re.search(pattern, text), what


@pytest.mark.parametrize("file", [f for f in FILES if is_for_one_engine(f)], ids=lambda file: file.name)
def test_variant_has_its_counterpart_with_the_same_header(file: Path) -> None:
    name, _, engine = file.stem.partition(".")
    counterpart = file.with_name(f"{name}.{'neo4j' if engine == 'ladybug' else 'ladybug'}.cypher")
    headers = [HEADER.match(each.read_text(encoding="utf-8")) for each in (file, counterpart)]
    assert len({header[0] for header in headers if header}) == 1
