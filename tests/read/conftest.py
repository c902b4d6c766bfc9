"""Reading files that a test writes."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

import pytest
from reading import ReadFile

from graphkit.errors import ArticleError
from graphkit.read import USUAL_FIELDS, FieldNames, Refusal, read_with_places
from graphkit.records import Article


@pytest.fixture
def read_file(tmp_path: Path) -> ReadFile:
    """Writes a file and reads it: the articles by their places within the folder, and the refusals."""

    def read(name: str, data: bytes, names: FieldNames = USUAL_FIELDS) -> tuple[dict[str, Article], list[Refusal]]:
        (tmp_path / name).write_bytes(data)
        refusals: list[Refusal] = []
        articles = {}
        with suppress(ArticleError):
            for place, article in read_with_places([tmp_path / name], refusals.append, names):
                articles[place.removeprefix(str(tmp_path))[1:]] = article
        return articles, refusals

    return read
