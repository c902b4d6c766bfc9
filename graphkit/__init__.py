"""graphkit: a graph of people, organisations and forums, read out of news articles.

>>> import graphkit
>>> graph = graphkit.read_graph(["seeds"])  # doctest: +SKIP
"""

from graphkit.extract import extract
from graphkit.extractors import open_extractor
from graphkit.pipeline import load, read_graph
from graphkit.resolve import resolve
from graphkit.stores import open_store
from graphkit.version import __version__

__all__ = ["__version__", "extract", "load", "open_extractor", "open_store", "read_graph", "resolve"]
