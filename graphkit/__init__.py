"""graphkit: a graph of people, organisations and forums, read out of news articles.

>>> import graphkit
>>> graph = graphkit.read_graph(["seeds"])  # doctest: +SKIP
"""

from __future__ import annotations

import sys
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING, Any, Final

from graphkit.version import __version__

if TYPE_CHECKING:
    from graphkit.extract import extract
    from graphkit.extractors import open_extractor
    from graphkit.pipeline import load, read_graph
    from graphkit.resolve import resolve
    from graphkit.stores import open_store

__all__ = ["__version__", "extract", "load", "open_extractor", "open_store", "read_graph", "resolve"]

_WHERE: Final = {
    "extract": "graphkit.extract",
    "load": "graphkit.pipeline",
    "open_extractor": "graphkit.extractors",
    "open_store": "graphkit.stores",
    "read_graph": "graphkit.pipeline",
    "resolve": "graphkit.resolve",
}
"""The public functions and their modules, which are imported when a function is asked for: `--help` needs none."""


class _Package(ModuleType):
    """This package; a public function goes before the folder of its name, which an import binds here."""

    def __getattribute__(self, name: str) -> Any:
        where = _WHERE.get(name)
        return super().__getattribute__(name) if where is None else getattr(import_module(where), name)

    def __dir__(self) -> list[str]:
        return sorted({*super().__dir__(), *_WHERE})


sys.modules[__name__].__class__ = _Package
