"""Writes docs/model.md from the vocabulary: `python docs/model.py`. A test checks that it still holds."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from graphkit import vocabulary
from graphkit.vocabulary import EdgeType, Property

PAGE = Path(__file__).with_suffix(".md")

_HEAD = """\
# The graph model

<!-- Written by docs/model.py from graphkit/vocabulary.py; change them there. -->

## Nodes

Every node has an `id` that can be read and stays the same: `person/adil-taghiyev`, `article/` and the article's key. Of
namesakes that are told apart, all but the first have six more characters.

"""
_NODES = """
- `aliases` are the other spellings, sorted; `name` is the fullest one without titles, the one that most articles use.
- `iso2` is ISO 3166's code, null where it has none. A state is one node however it is spelled.
- `kind` of an Agency is one of {kinds}.
- A department inside a bigger body is no node but the `unit` of a REPRESENTS edge; a panel of a forum is no node but
  the `session` of a quotation.
- `key` of an Article: the name of its file without the ending; for a record its `id`, else its `url`, else the SHA-256
  of its text. Two different texts under one key are refused. `text` is what all offsets point into, with line ends as
  `\\n` and in Unicode NFC; `sha256` is of it.
- `author` of an Article is who wrote it, as its source says, several joined by `; `. It makes no Person of its own.
- Dates are ISO 8601, as precise as the article says.

## Edges

"""
_EDGES = """
- `status` of ATTENDED is {statuses}. Speaking, chairing, being listed and sending a delegation is attending;
  whoever declined or stayed away did not.
- `role` is the post as written ("Deputy Executive Director"), `former` whether the article says that it is past.
- `kind` of a quotation is {quotes}; `text` is what was said, `cue` the verb of speech, `attributed_by` the rule that
  says whose words they are, `nested` whether it stands inside another quotation.
- `surface` is the name as it is spelled there: one MENTIONED_IN edge for each mention.

## Evidence

Every edge without exception has:

"""
_EVIDENCE = """
`article` is the article's key, `start` and `end` count characters (Unicode code points) of its text, so that
`text[start:end]` is the evidence: of a quotation the quoted words themselves. `rule` is in [the register](rules.md),
and what a `confidence` (above 0, at most 1) is worth has been [measured](accuracy.md#what-a-confidence-is-worth).

The same articles give the same ids, keys and rows, in whatever order and however often they are loaded.

## As JSON

`graphkit extract PATH -o graph.json` writes networkx' node-link data:

```python
import json
import networkx as nx

with open("graph.json", encoding="utf-8") as file:
    graph = nx.node_link_graph(json.load(file), edges="edges")
```

A node has `id`, `label` and the properties above; an edge `source`, `target`, `key`, `type`, its properties and its
evidence.
"""


def page() -> str:
    """The text of docs/model.md."""
    kinds, statuses, quotes = map(
        _listed, (vocabulary.AGENCY_KINDS, vocabulary.ATTENDED_STATUSES, vocabulary.QUOTE_KINDS)
    )
    return "".join(
        (
            _HEAD,
            "| label | is | properties |\n|---|---|---|\n",
            *(
                f"| `{label.name}` | {label.meaning} | {_properties(label.properties)} |\n"
                for label in vocabulary.NODE_LABELS.values()
            ),
            _NODES.format(kinds=kinds),
            "| type | says | from → to | properties |\n|---|---|---|---|\n",
            *(
                f"| `{edge.name}` | {edge.meaning} | {'<br>'.join(_ends(edge))} | {_properties(edge.properties)} |\n"
                for edge in vocabulary.EDGE_TYPES.values()
            ),
            _EDGES.format(statuses=statuses, quotes=quotes),
            f"{_properties(vocabulary.EVIDENCE)}\n",
            _EVIDENCE,
        )
    )


def _properties(declared: Iterable[Property]) -> str:
    return ", ".join(f"`{its.name}` {its.type}{' or null' if its.nullable else ''}" for its in declared)


def _ends(edge: EdgeType) -> Iterator[str]:
    sources: defaultdict[str, list[str]] = defaultdict(list)
    for source, target in edge.ends:
        sources[target].append(source)
    order = list(vocabulary.NODE_LABELS)
    for target in sorted(sources, key=order.index):
        yield f"{', '.join(sorted(sources[target], key=order.index))} → {target}"


def _listed(values: Iterable[str]) -> str:
    return ", ".join(f"`{value}`" for value in values)


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8", newline="\n")
