"""Writes docs/centrality.md from the catalogue: `python docs/centrality.py`. A test checks that it still holds."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from graphkit.centrality import MEASURES, PROJECTIONS, Measure, Selection, stability
from graphkit.centrality.paths import MOST_STEPS, SAMPLED_STARTS
from graphkit.centrality.ranking import FEWEST_ENTITIES, FEWEST_FORUMS
from graphkit.centrality.references import REFERENCES
from graphkit.centrality.stored import property_name
from graphkit.centrality.whole_figures import WHOLE_FIGURES, WholeFigure
from graphkit.report import as_csv, as_json

PAGE = Path(__file__).with_suffix(".md")

SCHEMA = (
    as_json.ReportJson,
    as_json.HeadJson,
    as_json.CountedJson,
    as_json.NetworkJson,
    as_json.WholeJson,
    as_json.DroppedJson,
    as_json.MeasureJson,
    as_json.ScoreJson,
    as_json.EvidenceJson,
)


def page() -> str:
    """The text of docs/centrality.md."""
    lines = [INTRODUCTION]
    for name, projection in PROJECTIONS.items():
        lines += [f"## {projection.title} (`{name}`)", "", projection.meaning, ""]
        lines += ["| measure | what it says | source | weights | in a network in pieces | node property |"]
        lines += ["|---|---|---|---|---|---|", *(measure_row(name, measure) for measure in MEASURES[name]), ""]
    lines += ["## Figures of a network as a whole", ""]
    lines += ["| figure | what it says | source | weights | in a network in pieces |", "|---|---|---|---|---|"]
    lines += [*(f"| {' | '.join(explained(figure))} |" for figure in WHOLE_FIGURES), ""]
    lines += [
        HOW_SURE,
        HOW_FAST,
        CSV,
        "## Sources",
        "",
        *(f"- {one}" for one in REFERENCES),
        "",
        "## JSON",
        "",
        f"`format` is `{as_json.FORMAT}`. Every object and its keys:",
        "",
    ]
    for schema in SCHEMA:
        lines += schema_lines(schema)
    return "\n".join(lines).rstrip("\n") + "\n"


def measure_row(network: str, measure: Measure) -> str:
    """A row of a table of measures."""
    return f"| {' | '.join(explained(measure))} | `{property_name(network, measure.name)}` |"


def explained(one: Measure | WholeFigure) -> tuple[str, ...]:
    """All that there is to say of a measure or a figure, in the order of the columns."""
    return (one.title, one.meaning, one.source, one.weights, one.in_pieces)


def schema_lines(schema: type) -> Iterator[str]:
    """The keys of one kind of object of the JSON report."""
    said = " ".join((schema.__doc__ or "").split())
    yield from (f"### {schema.__name__.removesuffix('Json')}", "", said, "", "| key | type |", "|---|---|")
    for key, type_ in schema.__annotations__.items():
        yield f"| `{key}` | `{type_.__forward_arg__.replace('|', 'or').replace('Json', '')}` |"
    yield ""


DEFAULT = Selection()

INTRODUCTION = f"""# Centrality: the networks, the measures, and how sure they are

This page is written by `python docs/centrality.py` from the catalogue that the report is computed from.

A report is computed on named networks, each with one meaning; a centrality on the whole graph, in which people,
forums and articles are mixed, would have none. Left out unless an option puts them in: planned attendance
(`--planned`), former posts (`--former`), edges under a confidence of {DEFAULT.minimum_confidence:g}
(`--min-confidence`). The report's head counts what was in and what was not, and has the command that makes the
report again. The same graph, options and version give the same bytes, so a report has no clock's time in it: the
head says from when its articles are, and has the SHA-256 of the graph.

Weights are strengths, not distances. In the networks by shared forums a tie has two: how many forums were shared,
and Newman's, the sum of 1/(k−1) over them, k being how many took part (Newman 2001, Physical Review E 64, 016132).
In the two-mode networks the values are divided by what each side allows (Borgatti & Everett 1997, Social Networks
19, 243–269). Every measure is checked against networkx on random networks, to 1e-6, and against published figures of
Krackhardt's kite, the Florentine families and Davis's Southern Women.

Communities are found by the Leiden algorithm of graspologic-native, with the seed; it comes ready-made for Linux
(x86-64 and arm64, glibc and musl), macOS and Windows.

In a network where nodes times (ties + 30 nodes) is above {MOST_STEPS:,}, betweenness and closeness are
estimated from {SAMPLED_STARTS} starting points drawn with the seed (Brandes & Pich 2007), and the report says so with
the largest standard error.
"""

HOW_SURE = f"""## How sure a rank is

{stability.DEFAULT_RESAMPLES} times (`--resamples`) as many articles as there are, are drawn with replacement, with the
seed (`--seed`), and everything is ranked again on what the drawn ones say. `low` and `high` are the 5th and the 95th
percentile of an entity's ranks; who is missing in a resample has the place behind all who are there. The JSON report
also has the share of resamples in which it is among the first ten, equals for the tenth place included; who has 0 of
what is measured is never among them. With fewer than {stability.FEWEST_ARTICLES} articles
there are no intervals. In a network where nodes times ties is above {stability.MOST_WORK:,} only the quick measures
have them, with more than {stability.MOST_TIES:,} ties none, and the report names those that have none.

A report also says how many of the first ten would stay, had only edges of at least
{", ".join(f"{confidence:g}" for confidence in stability.CONFIDENCES)} counted; and it warns where a network has fewer
than {FEWEST_ENTITIES} joined entities or {FEWEST_FORUMS} forums, which is a convention, not a test.
"""

# What `python benchmarks/centrality.py --cap 1000` printed last on a machine with nothing else to do, line by line, and
# what `--nodes 100000 --only-ours` did. Paste the whole output; where there is none the page only names the command.
MEASURED = """
10,000 nodes, 50,000 edges
graphkit, the whole default report with its 200 resamples: 18.8 CPU s (18 s on the clock), a page of 4.7 MB, 0.3 GB
    of memory at most
networkx on people-by-forums: 4,979 nodes, 255,657 edges
  degree                   0.0 CPU s
  eigenvector              1.6 CPU s
  pagerank                 0.5 CPU s
  core-number              0.5 CPU s
  betweenness            211.0 CPU s
  harmonic-closeness      57.1 CPU s
  constraint               3.9 CPU s
  effective-size           1.6 CPU s
  cut-point                2.5 CPU s
  community                2.6 CPU s
networkx on agencies-by-forums: 1,140 nodes, 71,849 edges
  degree                   0.0 CPU s
  eigenvector              0.4 CPU s
  pagerank                 0.2 CPU s
  core-number              0.1 CPU s
  betweenness             12.0 CPU s
  harmonic-closeness       2.9 CPU s
  constraint               0.3 CPU s
  effective-size           0.2 CPU s
  cut-point                0.6 CPU s
  community                0.5 CPU s
networkx on countries-by-forums: 100 nodes, 4,927 edges
  degree                   0.0 CPU s
  eigenvector              0.0 CPU s
  pagerank                 0.0 CPU s
  core-number              0.0 CPU s
  betweenness              0.0 CPU s
  harmonic-closeness       0.0 CPU s
  constraint               0.0 CPU s
  effective-size           0.0 CPU s
  cut-point                0.1 CPU s
  community                0.0 CPU s
networkx on attendance: 5,973 nodes, 18,287 edges
  degree                   0.0 CPU s
  eigenvector              2.4 CPU s
  betweenness             99.0 CPU s
  harmonic-closeness      18.6 CPU s
  pagerank                 0.1 CPU s
  cut-point                0.1 CPU s
  community                0.6 CPU s
networkx on speaking: 5,970 nodes, 18,150 edges
  degree                   0.0 CPU s
  eigenvector              7.2 CPU s
  pagerank                 0.1 CPU s
networkx on representation: 4,042 nodes, 3,899 edges
  authority                0.0 CPU s
  pagerank                 0.0 CPU s
  betweenness             12.3 CPU s
  cut-point                0.0 CPU s
networkx, every measure once: at least 439 CPU s as measured, 23.3 times the whole report with its 200 resamples;
about 439 CPU s had none been stopped, 23 times;
and 156 more for what the report ranks again in its resamples, told from 2 of 200: 32 times
"""
MEASURED_100K = """
100,000 nodes, 500,000 edges
graphkit, the whole default report with its 200 resamples: 310.7 CPU s (389 s on the clock), a page of 6.6 MB, 2.4
    GB of memory at most
  People by shared forums: Betweenness and closeness are estimated from 512 of 51,442 nodes; the standard error of
    betweenness is at most 0.0071, as a share of all pairs.
  Agencies by shared forums: Betweenness and closeness are estimated from 512 of 11,921 nodes; the standard error of
    betweenness is at most 0.0038, as a share of all pairs.
  Attendance: Betweenness and closeness are estimated from 512 of 61,395 nodes; the standard error of betweenness is
    at most 0.0075, as a share of all pairs.
  Representation: Betweenness and closeness are estimated from 512 of 42,577 nodes; the standard error of betweenness
    is at most 6.4e-08, as a share of all pairs.
"""


def printed(output: str) -> str:
    """The output of a command as a block of the page, or nothing."""
    return f"\n\n```text\n{output.strip()}\n```" if output else ""


HOW_FAST = f"""## How fast

`python benchmarks/centrality.py` makes up a graph of 10,000 nodes and 50,000 edges and times the whole default report,
then networkx on the same networks, in CPU seconds of one run. It stops a measure of networkx at 100 CPU seconds and
says what it would have taken, told from 10 starting points; `--cap 1000` lets each come to its end, as it did
here:{printed(MEASURED)}

Of these networks the report follows the ways from every node: the figures are exact. In a graph ten times as large
betweenness and closeness are estimated from a sample, and the standard error is said:
`python benchmarks/centrality.py --nodes 100000 --only-ours`.{printed(MEASURED_100K)}
"""

CSV = f"""## CSV

One score a row: `{",".join(as_csv.COLUMNS)}`. Ranks are among the entities of one label in one network, equals sharing
the better one; they are empty for the numbers of communities and pieces, which have no order. In `entity`, as in the
other formats for people, a country, an agency, a date or the id behind the name tells namesakes apart. A text that a
spreadsheet would run as a formula has an apostrophe before it.

## Node properties

`graphkit report --write` puts every score into the store, as a float under the name in the last column above, so that
Cypher can sort by it:

```cypher
MATCH (p:Person) WHERE p.people_by_forums_betweenness > 0
RETURN p.name AS name, p.people_by_forums_betweenness AS betweenness ORDER BY betweenness DESC LIMIT 10
```

Scores that were written before are taken away first. A later load leaves them as they are: write them again.

On a Neo4j that has the Graph Data Science library, its scores can stand beside these. Here betweenness of the people by
shared forums; GDS does not divide by the pairs of others, so the query does:

```cypher
MATCH (a:Person)-[x:ATTENDED]->(:Forum)<-[y:ATTENDED]-(b:Person)
WHERE a.id < b.id AND x.status = 'attended' AND y.status = 'attended' AND x.confidence >= 0.5 AND y.confidence >= 0.5
WITH DISTINCT a, b
RETURN gds.graph.project('people', a, b, {{}}, {{undirectedRelationshipTypes: ['*']}})
```

```cypher
CALL gds.betweenness.stream('people') YIELD nodeId, score
WITH gds.util.asNode(nodeId) AS p, score
WITH collect({{p: p, score: score}}) AS found
MATCH (member:Person) WHERE member.people_by_forums_degree IS NOT NULL
WITH found, count(member) AS n
UNWIND found AS one
RETURN one.p.name AS name, one.p.people_by_forums_betweenness AS graphkit, 2 * one.score / ((n - 1) * (n - 2)) AS gds
ORDER BY graphkit DESC LIMIT 10
```

Tried with GDS 2.13.9 on Neo4j 5.26.30, on the development corpus: the columns are the same to the nine decimals that
graphkit writes.

## In Python

```python
from graphkit import centrality, read_graph
from graphkit.centrality import frames

graph = read_graph(["seeds"])
people = centrality.people_by_forums(graph)              # a networkx graph
centrality.betweenness(people)                           # {{id: value}}
frames.score_frame(centrality.scores(graph))             # a pandas frame, a row a score
```
"""

if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8", newline="\n")
