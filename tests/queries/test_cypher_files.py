"""A lint of `cypher/`: whole headers, and only Cypher that both engines read alike."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from graphkit.queries import find_query
from graphkit.stores.cypher_text import bare
from graphkit.stores.dialect import DIVERGENCES

FILES = sorted((Path(__file__).parents[2] / "cypher").glob("*.cypher"))
HEADER = re.compile(
    r"// [A-Z].*\.\n"
    r"// group: [a-z-]+\n"
    r"(// parameter: \w+ \((text|integer|number|boolean)(, default .+)?\) .+; example: .+\n)*"
    r"// columns: \w+(, \w+)*\n\n"
)
# What is never asked: the shipped queries change nothing.
CHANGE = re.compile(r"\b(CREATE|MERGE|SET|DELETE|REMOVE|FOREACH|DROP|LOAD|COPY)\b")


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
    assert [its.what for its in DIVERGENCES if its.pattern.search(code)] == []
    assert not CHANGE.search(code)


@pytest.mark.parametrize("file", [f for f in FILES if is_for_one_engine(f)], ids=lambda file: file.name)
def test_variant_has_its_counterpart_with_the_same_header(file: Path) -> None:
    name, _, engine = file.stem.partition(".")
    counterpart = file.with_name(f"{name}.{'neo4j' if engine == 'ladybug' else 'ladybug'}.cypher")
    headers = [HEADER.match(each.read_text(encoding="utf-8")) for each in (file, counterpart)]
    assert len({header[0] for header in headers if header}) == 1
