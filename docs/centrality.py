"""Writes docs/centrality.md anew: `python docs/centrality.py`. A test checks that it is what the catalogue says."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from graphkit.centrality import MEASURES, PROJECTIONS, Measure, Selection, stability
from graphkit.centrality.paths import MOST_STEPS, SAMPLED_STARTS
from graphkit.centrality.ranking import FEWEST_ENTITIES, FEWEST_FORUMS
from graphkit.centrality.stored import property_name
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
    """The whole page."""
    lines = [INTRODUCTION]
    for name, projection in PROJECTIONS.items():
        lines += [f"## {projection.title} (`{name}`)", "", projection.meaning, ""]
        lines += ["| measure | what it says | source | weights | in a network in pieces | node property |"]
        lines += ["|---|---|---|---|---|---|", *(measure_row(name, measure) for measure in MEASURES[name]), ""]
    lines += [HOW_SURE, HOW_FAST, CSV, "## JSON", "", f"`format` is `{as_json.FORMAT}`. Every object and its keys:", ""]
    for schema in SCHEMA:
        lines += schema_lines(schema)
    return "\n".join(lines).rstrip("\n") + "\n"


def measure_row(network: str, measure: Measure) -> str:
    """A row of a table of measures."""
    cells = (measure.title, measure.meaning, measure.source, measure.weights, measure.in_pieces)
    return f"| {' | '.join(cells)} | `{property_name(network, measure.name)}` |"


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
also has the share of resamples in which it is among the first ten. With fewer than {stability.FEWEST_ARTICLES} articles
there are no intervals. In a network where nodes times ties is above {stability.MOST_WORK:,} only the quick measures
have them, with more than {stability.MOST_TIES:,} ties none, and the report names those that have none.

A report also says how many of the first ten would stay, had only edges of at least
{", ".join(f"{confidence:g}" for confidence in stability.CONFIDENCES)} counted; and it warns where a network has fewer
than {FEWEST_ENTITIES} joined entities or {FEWEST_FORUMS} forums, which is a convention, not a test.
"""

HOW_FAST = f"""## How fast

`python benchmarks/centrality.py` makes up a graph of 10,000 nodes and 50,000 edges and times the whole default report,
then networkx on the same networks, in CPU seconds of one run; it says which of them are measured and which are told
from a few starting points or resamples. On two cores that others used as well, in two runs of one hour:

| | CPU s |
|---|---|
| the whole default report with its {stability.DEFAULT_RESAMPLES} resamples and its page, in 0.3 GB | 25 |
| networkx, betweenness and harmonic closeness alone, once, told from 10 starting points each | about 535 |
| … of people by shared forums (4,979 nodes, 255,657 ties) | 217 + 69 |
| … of attendance (5,973 nodes) | 180 + 22 |
| … of agencies by shared forums, and of representation | 14 + 4, and 30 |

Of these networks the report follows the ways from every node: the figures are exact. networkx would have to rank again
in each resample as well, which is not in these figures; the command estimates it. `--nodes 100000 --only-ours` times a
graph ten times as large, whose betweenness and closeness are estimated.
"""

CSV = f"""## CSV

One score a row: `{",".join(as_csv.COLUMNS)}`. Ranks are among the entities of one label in one network, equals sharing
the better one; they are empty for the numbers of communities and pieces, which have no order. A text that a
spreadsheet would run as a formula has an apostrophe before it.

## Node properties

`graphkit report --write` puts every score into the store, as a float under the name in the last column above, so that
Cypher can sort by it:

```cypher
MATCH (p:Person) WHERE p.people_by_forums_betweenness > 0
RETURN p.name AS name, p.people_by_forums_betweenness AS betweenness ORDER BY betweenness DESC LIMIT 10
```

Scores that were written before are taken away first. A later load leaves them as they are: write them again.

## In Python

```python
from graphkit import centrality
from graphkit.centrality import frames

people = centrality.people_by_forums(graph)              # a networkx graph
centrality.betweenness(people)                           # {{id: value}}
frames.score_frame(centrality.scores(graph))             # a pandas frame, a row a score
```
"""

if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
