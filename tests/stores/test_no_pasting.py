"""No value of a user gets into the text of a Cypher statement: what is put in are names of the graph model alone."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

import graphkit

STORES = Path(graphkit.__file__).parent / "stores"

# What may stand in a statement that is put together: labels, types, properties and what is made of them here.
OF_THE_MODEL = {
    *("label", "labels", "type_", "types", "source", "target", "group", "table", "pairs", "pattern", "values"),
    *("declared", "NODE_PROPERTIES", "EDGE_PROPERTIES", "_columns", "_quoted", "_matched_edge"),
    *(
        "constraint_of",
        "schema_mark",
        "_MARKED_TABLE",
        "_SEALED_TABLE",
        "content",
        "ROWS_AT_ONCE",
        "constraint",
        "LOCK",
    ),
}
WORDS = ("MATCH ", "MERGE ", "CREATE ", "UNWIND ", "LOAD FROM", "COPY ", "COMMENT ON", "DELETE ")


def statements() -> list[tuple[str, ast.JoinedStr]]:
    found = []
    for file in sorted(STORES.glob("*.py")):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.JoinedStr) and any(word in _constant(node) for word in WORDS):
                found.append((f"{file.name}:{node.lineno}", node))
    return found


def _constant(node: ast.JoinedStr) -> str:
    return "".join(str(part.value) for part in node.values if isinstance(part, ast.Constant))


@pytest.mark.parametrize(("place", "statement"), statements(), ids=[place for place, _ in statements()])
def test_statement_is_made_of_names_of_the_graph_model(place: str, statement: ast.JoinedStr) -> None:
    used = {
        name.id
        for part in statement.values
        if isinstance(part, ast.FormattedValue)
        for name in ast.walk(part.value)
        if isinstance(name, ast.Name)
    }
    assert used <= OF_THE_MODEL


def test_nothing_is_put_into_a_statement_by_other_means() -> None:
    for file in sorted(STORES.glob("*.py")):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Mod) and isinstance(node.left, ast.Constant):
                assert not isinstance(node.left.value, str), f"{file.name}:{node.lineno}"
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
                assert node.func.attr != "format", f"{file.name}:{node.lineno}"
