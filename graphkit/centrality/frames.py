"""Scores and measures as pandas frames; pandas comes with `pip install "forum-graphkit[pandas]"`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from graphkit.centrality.matrices import Network
from graphkit.centrality.ranking import Score
from graphkit.errors import GraphkitError

if TYPE_CHECKING:
    import pandas


def score_frame(scores: Iterable[Score]) -> pandas.DataFrame:
    """Scores as a tidy frame: a row a score, its columns the attributes of `Score`.

    Raises:
        GraphkitError: pandas is not installed.

    Example:
        >>> from graphkit.centrality import scores
        >>> from graphkit.centrality.examples import three_forums
        >>> frame = score_frame(scores(three_forums()))
        >>> people = frame[(frame.network == "people-by-forums") & (frame.measure == "betweenness")]
        >>> people[["name", "value", "rank"]].head(2).to_string(index=False).splitlines()[1].split()
        ['Cem', 'Caan', '0.666667', '1']
    """
    frame = _pandas().DataFrame([asdict(score) for score in scores], columns=list(Score.__slots__))
    return frame.astype({"rank": "Int64"})


def measure_frame(network: Network, **measures: Mapping[str, float]) -> pandas.DataFrame:
    """Measures of one network side by side: a row a node with its name and label, a column a measure.

    Args:
        network: from `graphkit.centrality`, or any networkx graph.
        **measures: column name → node → value; who is missing has no value.

    Raises:
        GraphkitError: pandas is not installed.

    Example:
        >>> from graphkit import centrality
        >>> from graphkit.centrality.examples import three_forums
        >>> people = centrality.people_by_forums(three_forums())
        >>> frame = measure_frame(people, degree=centrality.degree(people), cut=centrality.cut_points(people))
        >>> frame.loc["cem"].to_dict()
        {'name': 'Cem Caan', 'label': 'Person', 'degree': 3.0, 'cut': 1.0}
    """
    columns: dict[str, list[Any]] = {
        attribute: [data.get(attribute) for _, data in network.nodes(data=True)] for attribute in ("name", "label")
    }
    for name, values in measures.items():
        columns[name] = [values.get(node) for node in network]
    return _pandas().DataFrame(columns, index=list(network))


def _pandas() -> Any:
    try:
        import pandas
    except ImportError as error:
        raise GraphkitError('pandas is not installed; get it with: pip install "forum-graphkit[pandas]"') from error
    return pandas
