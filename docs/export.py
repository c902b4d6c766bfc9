"""Writes docs/export.md from the register of formats: `python docs/export.py`. A test checks that it still holds."""

from __future__ import annotations

from pathlib import Path

from graphkit.export.formats import FORMATS, FileFormat, FolderFormat, Part

PAGE = Path(__file__).with_suffix(".md")

_HEAD = """\
# The graph for other programs

```sh
graphkit export -o network.gexf                        # of the store graph.lbug
graphkit export -o network.graphml --graph graph.json  # of a file that `graphkit extract` wrote
graphkit export -o tables/                             # a folder of CSV files
graphkit export -o import/ --format neo4j-admin
graphkit export -o - --format jsonld --no-text
```

In Python: `graphkit.export.export_graph(graph, "network.gexf")`. The same graph gives the same bytes. A file or
folder is there whole or not at all; a folder has to be new or empty. `--no-text` leaves the articles' texts, the
sentences and the quoted words out; names stay.

"""
_TAIL = """
The tests read each cell out of each format, with networkx, pyarrow, rdflib, a real Neo4j and followthemoney,
and the whole development corpus field by field. What a format cannot take in of the graph at hand, `export` says.

`csv`, `parquet` and `neo4j-admin` are for millions of edges. The others are put together in memory, 100,000 edges in
about 1 GB.

## How each format says it

**csv**: `nodes.csv`, `edges.csv` and `evidence.csv`, the last two joined by `source`, `target` and `key`. UTF-8, line
feeds; nothing between two commas is null, `""` the empty text; a list is a JSON array. Texts stand as they are, also
those that a spreadsheet would run as a formula (`=1+1`): an apostrophe before them would move every offset. Import
the files as text where you do not trust the articles. The table that the [page](view.md) saves is for spreadsheets
and has apostrophes.

**parquet**: `nodes.parquet` and `edges.parquet` with the vocabulary's types; an edge's row holds its evidence.

**node-link**: what `graphkit extract` writes, byte for byte; `view`, `report`, `show` and `diff` read it.

**graphml**: an edge's `id` is its key, a list is a JSON array, null is no `data` element. Read it with
`networkx.read_graphml(file, edge_key_type=str, force_multigraph=True)`.

**gexf**: GEXF 1.2, for Gephi (0.10 reads every node and edge of it). The captions are names and edge types; in GraphML
Gephi would take the node label, such as Person, for the caption. GEXF keeps some words for itself, so the attributes
`label`, `key`, `start` and `end` are called `graphkit_label`, `graphkit_key`, `graphkit_start` and `graphkit_end`. A
list is a JSON array; the key of an edge is its `id`.

**graphml** and **gexf** are XML 1.0, which has no control characters but tab and line ends. Each of the others
becomes U+FFFD, one for one, so that offsets stay; `export` says how many.

**neo4j-admin**: see [stores.md](stores.md); such files cannot tell an empty list from none.

**jsonld**: the context is inside, so no reader needs a network. Nodes are `Person`, `Organization` (or
`GovernmentOrganization`, `NewsMediaOrganization`, `Corporation`, `NGO`, `EducationalOrganization`), `Country`,
`Event` and `NewsArticle`, their `@id` is `urn:graphkit:` and the id. A quotation is a `Quotation` with
`spokenByCharacter` and `recordedAt` (the forum) or `isPartOf` (the article); every other edge is a `Role` inside
`attendee`, `memberOf`, `location` or `mentions`. What schema.org has no word for is in the namespace `urn:graphkit:`,
the evidence among it. The aliases of a node have no order in RDF.

**ftm**: a FollowTheMoney entity a line, for Aleph, OpenAleph and nomenklatura.

| in the graph | entity |
|---|---|
| Person | `Person` |
| Agency | `PublicBody` (government), `Company` (company), else `Organization`; the kind is `classification` |
| Country | `PublicBody` with the topic `gov.national`, since a `Territory` can neither take part nor be represented |
| Forum | `Event`; city and country are its `location`, the theme is a keyword |
| Article | `Article`; the key is `fileName`, the source `publisher`, each of several authors an `author` |
| ATTENDED, HELD_IN | `UnknownLink` with the role `participant` (and the status) or `held in` |
| REPRESENTS | `Employment` where there is a role, else `Membership`; towards a country `Representation` |
| QUOTED_AT, QUOTED_IN | `Note` on the speaker (and the forum); the kind is a keyword |
| MENTIONED_IN | `Mention`; of a forum `Documentation`, since mentions resolve to who acts |

A claim has its sentence as `summary` and its article as `proof`, save a `Mention`, which has neither. Not in it:
offsets, rule, confidence, `sha256`, the speech verb, session and nesting of a quotation, and dates without a year,
which FollowTheMoney does not know. Ids are the SHA-1 of graphkit's. Its library cleans what it reads: spaces and
control characters in names are not kept. """


def page() -> str:
    """The text of docs/export.md."""
    return _HEAD + "".join(_table()) + _TAIL


def _table() -> list[str]:
    """A row a format, a column a part of the graph."""
    head = "".join(f" {part.value} |" for part in Part)
    rows = [f"| `--format` | is | named |{head}\n", "|---|---|---|" + "---|" * len(Part) + "\n"]
    return rows + [_row(known) for known in FORMATS.values()]


def _row(known: FileFormat | FolderFormat) -> str:
    named = ", ".join(f"`{ending}`" for ending in known.endings) if isinstance(known, FileFormat) else "a folder"
    holds = "".join(f" {'yes' if part in known.holds else 'no'} |" for part in Part)
    return f"| `{known.name}` | {known.meaning} | {named} |{holds}\n"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8", newline="\n")
