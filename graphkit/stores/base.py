"""What every store can do, and what it hands back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import AbstractContextManager
from dataclasses import astuple, dataclass
from operator import add
from types import TracebackType
from typing import TYPE_CHECKING, Any, Final, Protocol, Self, TypeAlias

from graphkit import vocabulary
from graphkit.errors import StoreError
from graphkit.records import Article

if TYPE_CHECKING:
    import pandas

    from graphkit.graph import Graph

StoredNode: TypeAlias = tuple[str, dict[str, Any]]
"""A node's id and data, as networkx has them."""

StoredEdge: TypeAlias = tuple[str, str, str, dict[str, Any]]
"""An edge's ends, key and data, as networkx has them."""

EdgeGroup: TypeAlias = tuple[str, str, str]
"""Edge type, label of the source, label of the target."""


@dataclass(frozen=True, slots=True)
class Changes:
    """How many nodes and edges a write added, changed and removed; false when it changed nothing."""

    nodes_added: int = 0
    nodes_changed: int = 0
    nodes_removed: int = 0
    edges_added: int = 0
    edges_changed: int = 0
    edges_removed: int = 0

    def __bool__(self) -> bool:
        return self != Changes()

    def __add__(self, other: Changes) -> Changes:
        return Changes(*map(add, astuple(self), astuple(other)))


@dataclass(frozen=True, slots=True)
class Rows:
    """What a query returned.

    A node comes as `{"id", "label", …}` with its properties that are not null, a relationship as
    `{"type", "source", "target", "key", …}`, a path as `{"nodes", "relationships"}`; dates and times come as
    ISO 8601 strings.

    Attributes:
        columns: their names, in order.
        rows: a tuple of plain Python values for each row, one a column.
        truncated: whether there were more rows than the limit allowed.
        notes: what the engine remarks on the query, such as a label that nothing has; a sentence each.
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[Any, ...], ...]
    truncated: bool = False
    notes: tuple[str, ...] = ()

    def as_dicts(self) -> list[dict[str, Any]]:
        """A dict for each row, by column."""
        return [dict(zip(self.columns, row, strict=True)) for row in self.rows]

    def to_pandas(self) -> pandas.DataFrame:
        """A pandas DataFrame with these columns and rows; nodes, relationships and paths stay dicts.

        Raises:
            StoreError: pandas is not installed.
        """
        try:
            import pandas
        except ImportError as error:
            raise StoreError('pandas is not installed; get it with: pip install "forum-graphkit[pandas]"') from error
        return pandas.DataFrame(self.rows, columns=list(self.columns))


Statement: TypeAlias = tuple[str, Mapping[str, Any]]
"""Cypher, and a value for each of its parameters."""


class Store(Protocol):
    """A place that keeps one graph and answers Cypher.

    Opening is lazy: a store is reached at its first use. It is a context manager that closes itself.
    Every method raises `StoreUnavailable` where the store is not there, is locked or refuses the credentials.
    """

    @property
    def url(self) -> str:
        """Where the store is, without credentials."""

    @property
    def engine(self) -> str:
        """`ladybug` or `neo4j`: whose Cypher it speaks."""

    @property
    def identity(self) -> str:
        """What tells the store from all others: the file, or the server and the database."""

    def state(self) -> str | None:
        """A text that is another one when the graph is another one; None where that cannot be told."""

    def prepare(self) -> None:
        """Make the store and its schema where they are not there yet."""

    def write(self, graph: Graph) -> Changes:
        """Make the store hold exactly this graph: only what differs is written.

        Raises:
            VocabularyError: the graph holds something that the graph model does not have; nothing is written.
        """

    def update(self, was: Graph, becomes: Graph) -> Changes:
        """Turn one part of the graph into another, at a cost that grows with the part and not with the store.

        What `was` has and `becomes` has not is removed, what `becomes` has is written where it differs from what is
        stored; everything else stays as it is, unread. Both hold the ends of their edges as nodes, with all their
        properties. A node that goes takes its edges along. Updating again changes nothing.

        Args:
            was: which nodes and edges may be stored so far; what they hold is looked up.
            becomes: what shall be there instead.

        Raises:
            VocabularyError: `becomes` holds something that the graph model does not have; nothing is written.
        """

    def fill(self, nodes: Iterable[StoredNode], edges: Iterable[tuple[EdgeGroup, StoredEdge]]) -> Changes:
        """Write a graph into a store that holds nothing, in memory that does not grow with the graph.

        Args:
            nodes: every node once.
            edges: every edge once, between these nodes.

        Raises:
            VocabularyError: a property is not of the model, or its value is not of its type.
        """

    def exclusive(self) -> AbstractContextManager[None]:
        """Keeps every other writer away for the length of a block, such as from reading to writing.

        Raises:
            StoreUnavailable: another process is writing and does not end soon; it is named where it is known.
        """

    def run(
        self,
        cypher: str,
        parameters: Mapping[str, Any] | None = None,
        *,
        write: bool = False,
        timeout: float | None = None,
        limit: int | None = None,
    ) -> Rows:
        """Run one Cypher statement.

        Args:
            cypher: the statement; values belong into parameters.
            parameters: a value for each `$name` of the statement.
            write: whether the statement may change the graph; without it such a statement is refused.
            timeout: seconds after which the statement is given up.
            limit: the most rows to return; `Rows.truncated` says whether there were more.

        Raises:
            QueryError: the statement or its parameters are refused, or it took too long.
        """

    def annotate(self, statements: Iterable[Statement]) -> None:
        """Run Cypher statements that write nothing but properties which the graph model does not have, such as scores.

        The store holds the graph that was written into it as before; after `run` with `write` nobody knows.
        """

    def read(self) -> Graph:
        """The whole graph, as `graphkit.graph.build_graph` makes it."""

    def articles(self) -> list[Article]:
        """The stored articles, by key, to derive the graph from them anew."""

    def examine(self) -> tuple[Graph, list[str]]:
        """The whole graph as it is, and what is wrong with how it is kept, each in a sentence without its full stop."""

    def salvage(self) -> tuple[list[Article], list[str]]:
        """The articles whose texts are the ones that were loaded, and the keys of those whose are not.

        It works on a store of another version of graphkit too, as long as its engine can open it.
        """

    def rebuild(self, graph: Graph, *, keeps_old: bool = True) -> None:
        """Put a graph in the place of whatever the store holds, sound or not.

        Args:
            graph: what the store shall hold.
            keeps_old: whether the embedded engine keeps the old file beside the new one; a server has none to keep.
        """

    def clear(self) -> None:
        """Remove every node and edge of the graph model."""

    def close(self) -> None:
        """Let go of the store; it cannot be used afterwards."""

    def __enter__(self) -> Self: ...

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None: ...


ARTICLES: Final = "MATCH (a:Article) RETURN a ORDER BY a.key"
"""Cypher for every article, whole: a store of another version may lack a property that could be asked for."""


COUNTS: Final = " UNION ALL ".join(
    [f"MATCH (n:{label}) RETURN '{label}' AS kind, count(n) AS number" for label in vocabulary.NODE_LABELS]
    + [f"MATCH ()-[r:{type_}]->() RETURN '{type_}' AS kind, count(r) AS number" for type_ in vocabulary.EDGE_TYPES]
)
"""Cypher for how many nodes there are of each label and edges of each type."""


def stored_articles(store: Store) -> list[Article]:
    """The articles of a store, rebuilt from their nodes."""
    return [article for article, _ in articles_with_hashes(store.run(ARTICLES))]


def articles_with_hashes(found: Rows) -> Iterator[tuple[Article, str]]:
    """The articles that `ARTICLES` found, each with the SHA-256 that its text was loaded with."""
    from graphkit.graph import article_of_node

    for (node,) in found.rows:
        yield article_of_node(node), node.get("sha256", "")


def sorted_out(found: Rows) -> tuple[list[Article], list[str]]:
    """Of the articles that `ARTICLES` found, those whose texts are unharmed, and the keys of the others."""
    articles = list(articles_with_hashes(found))
    sound = [article for article, sha256 in articles if article.sha256 == sha256]
    return sound, [article.key for article, sha256 in articles if article.sha256 != sha256]


def stored_graph(nodes: Iterable[StoredNode], edges: Iterable[StoredEdge]) -> Graph:
    """A graph in the order of `graphkit.graph.build_graph`: nodes by id, edges by their ends and key."""
    from graphkit.graph import Graph  # networkx takes as long to import as a query takes in all

    graph = Graph()
    for node, data in sorted(nodes, key=lambda stored: stored[0]):
        graph.add_node(node, **data)
    for source, target, key, data in sorted(edges, key=lambda stored: stored[:3]):
        graph.add_edge(source, target, key=key, **data)
    return graph
