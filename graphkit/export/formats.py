"""The register of formats: what each is, and what it holds of a graph."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import Final

from graphkit.export.csv_files import write_csv
from graphkit.export.ftm import render_ftm
from graphkit.export.gexf import render_gexf
from graphkit.export.graphml import render_graphml
from graphkit.export.jsonld import render_jsonld
from graphkit.export.neo4j_admin import write_neo4j_admin
from graphkit.export.node_link import render_node_link
from graphkit.export.parquet import write_parquet
from graphkit.export.rendered import Rendered
from graphkit.export.rows import GraphRows


class Part(Enum):
    """What there is to hold of a graph; the tests read each out of each format."""

    EDGES = "every node and edge, parallel ones too"
    PROPERTIES = "ids, keys and every property"
    EVIDENCE = "the evidence of every edge"
    ALIASES = "aliases apart, whatever stands in them"
    NULLS = "null apart from the empty text"
    CONTROLS = "control characters"


_ALL: Final = frozenset(Part)


@dataclass(frozen=True, slots=True)
class FileFormat:
    """A format of one file.

    Attributes:
        name: what `--format` calls it.
        meaning: what it is, for people.
        endings: of file names that tell it.
        holds: what a reader of the format gets back.
        render: makes the text of the file.
    """

    name: str
    meaning: str
    endings: tuple[str, ...]
    holds: frozenset[Part]
    render: Callable[[GraphRows], Rendered]


@dataclass(frozen=True, slots=True)
class FolderFormat:
    """A format of several files in a folder; its attributes are those of `FileFormat`."""

    name: str
    meaning: str
    holds: frozenset[Part]
    write: Callable[[GraphRows, Path], None]


FORMATS: Final[dict[str, FileFormat | FolderFormat]] = {
    known.name: known
    for known in (
        FolderFormat("csv", "tables for anything", _ALL, write_csv),
        FolderFormat("parquet", "tables for pandas, Spark, DuckDB", _ALL, write_parquet),
        FileFormat("node-link", "networkx's JSON", (".json",), _ALL, render_node_link),
        FileFormat(
            "graphml",
            "XML for yEd, igraph, Cytoscape",
            (".graphml",),
            _ALL - {Part.CONTROLS},
            render_graphml,
        ),
        FileFormat("gexf", "XML for Gephi", (".gexf",), _ALL - {Part.CONTROLS}, render_gexf),
        FolderFormat("neo4j-admin", "CSV for the offline import into a new Neo4j", _ALL, write_neo4j_admin),
        FileFormat(
            "ftm",
            "FollowTheMoney entities for Aleph, a line each",
            (".ftm.json",),
            frozenset({Part.EDGES}),
            render_ftm,
        ),
        FileFormat("jsonld", "linked data in the words of schema.org", (".jsonld",), _ALL, render_jsonld),
    )
}

DEFAULT: Final = "csv"
"""What is written into a folder when nothing tells the format."""
