"""Random small graphs and random portable queries over them, both from a seed."""

from __future__ import annotations

from dataclasses import dataclass, field
from random import Random
from typing import Any

from sample_graph import GraphMaker

from graphkit import vocabulary
from graphkit.graph import Graph

_WORDS = ("Ada", "ada", "Łódź", "O'Neil", "", "Ş", "日本", "Zoë", "null", "a b")
_DATES = ("2025", "2025-03", "2025-03-01", "2024-12-31")
_WAYS = (("-", "->"), ("<-", "-"), ("-", "-"))
# Properties that every node and every edge has, by type; others of the vocabulary may be null.
_NODE_TEXT = ("n.id", "n.name")
_EDGE_TEXT = ("r.article", "r.sentence", "r.rule", "r.key")
_EDGE_NUMBERS = ("r.start", "r.end", "r.confidence")


@dataclass(frozen=True)
class Asked:
    """One query with its parameters; `ordered` where the order of its rows is fixed."""

    cypher: str
    parameters: dict[str, Any]
    ordered: bool


def random_graph(random: Random) -> Graph:
    """A graph of at most 14 nodes and 30 edges, with namesakes, loops, parallel edges and nulls."""
    maker = GraphMaker()
    nodes: dict[str, list[str]] = {label: [] for label in vocabulary.NODE_LABELS}
    for number in range(random.randint(4, 10)):
        label = random.choice([label for label in vocabulary.NODE_LABELS if label != vocabulary.ARTICLE])
        given = {
            p.name: random.choice((None, *_WORDS, *_DATES))
            for p in vocabulary.NODE_LABELS[label].properties
            if p.type == "string" and p.nullable
        }
        aliases = random.sample(_WORDS, random.randint(0, 3))
        nodes[label].append(maker.node(label, f"{label}/{number}", random.choice(_WORDS), *aliases, **given))
    for number in range(random.randint(1, 4)):
        article = maker.article(f"x{number}", random.choice(_WORDS), date=random.choice((None, *_DATES)))
        nodes[vocabulary.ARTICLE].append(article)
    for start in range(random.randint(5, 30)):
        _add_edge(random, maker, nodes, start)
    return maker.graph


def _add_edge(random: Random, maker: GraphMaker, nodes: dict[str, list[str]], start: int) -> None:
    edge = random.choice(list(vocabulary.EDGE_TYPES.values()))
    ends = [pair for pair in sorted(edge.ends) if nodes[pair[0]] and nodes[pair[1]]]
    if not ends:
        return
    source, target = random.choice(ends)
    given: dict[str, Any] = {}
    for declared in edge.properties:
        if declared.type == "boolean":
            given[declared.name] = random.random() < 0.5
        else:
            given[declared.name] = random.choice(_WORDS if not declared.nullable else (None, *_WORDS))
    article = random.choice(nodes[vocabulary.ARTICLE]).removeprefix("article/")
    confidence = random.choice((0.25, 0.5, 0.9, 1.0))
    maker.edge(
        edge.name,
        random.choice(nodes[source]),
        random.choice(nodes[target]),
        article,
        start,
        confidence=confidence,
        **given,
    )


@dataclass
class QueryMaker:
    """Writes one query: what is bound so far (`sure`: is never null;
    `tested`: may be tested for nulls), and the parameters that it needs."""

    random: Random
    nodes: list[str] = field(default_factory=list)
    sure: list[str] = field(default_factory=list)
    tested: list[str] = field(default_factory=list)
    edges: list[str] = field(default_factory=list)
    optional: bool = False
    parameters: dict[str, Any] = field(default_factory=dict)

    def query(self) -> Asked:
        """A query of one to three matches, perhaps an aggregation, and its columns."""
        parts = [self._match("MATCH", new=True)]
        for _ in range(self.random.randint(0, 2)):
            parts.append(self.random.choice((self._next_match, self._unwind, self._reach))())
        if self.random.random() < 0.4:
            return self._aggregated(parts)
        return self._listed(parts)

    def _parameter(self, value: Any) -> str:
        name = f"p{len(self.parameters)}"
        self.parameters[name] = value
        return f"${name}"

    def _node(self, *, labelled: float = 0.4) -> str:
        name = f"n{len(self.nodes)}"
        self.nodes.append(name)
        return f"({name}{self._labels() if self.random.random() < labelled else ''})"

    def _labels(self) -> str:
        return ":" + "|".join(self.random.sample(list(vocabulary.NODE_LABELS), self.random.choice((1, 2, 3, 4))))

    def _types(self) -> str:
        return ":" + "|".join(self.random.sample(list(vocabulary.EDGE_TYPES), self.random.choice((1, 3, 5))))

    def _hop(self, source: str) -> str:
        edge = f"r{len(self.edges)}"
        self.edges.append(edge)
        left, right = self.random.choice(_WAYS)
        types = self._types() if self.random.random() < 0.5 else ""
        return f"{source}{left}[{edge}{types}]{right}{self._node(labelled=0.3)}"

    def _match(self, word: str, *, new: bool) -> str:
        source = self._node() if new else f"({self.random.choice(self.nodes)})"
        pattern = source if new and self.random.random() < 0.15 else self._hop(source)
        # Other tests of nulls, and subqueries, ladybug takes differently in the WHERE of OPTIONAL MATCH.
        self.optional = word != "MATCH"
        self.tested = self.nodes[-1:] if self.optional else self.nodes
        if word == "MATCH":
            self.sure = [*self.sure, self.nodes[-1]]
        where = f" WHERE {self._condition()}" if self.random.random() < 0.35 else ""
        return f"{word} {pattern}{where}"

    def _next_match(self) -> str:
        return self._match(self.random.choice(("MATCH", "OPTIONAL MATCH")), new=self.random.random() < 0.1)

    def _unwind(self) -> str:
        word = f"w{len(self.parameters)}"
        listed = self.random.choice((f"{self.random.choice(self.nodes)}.aliases", self._parameter(["a", "b", "a"])))
        kept = ", ".join((*self.nodes, *self.edges))
        return f"UNWIND {listed} AS {word} WITH {kept}, {word} WHERE {word} <> {self._parameter('b')}"

    def _reach(self) -> str:
        start, end = self.random.choice(self.sure), self._node()
        text = f"MATCH ({start})-[{self._types()}*1..{self.random.randint(1, 3)}]-{end}"
        if self.random.random() < 0.5:
            return text
        return f"{text} WHERE {self.nodes[-1]}.id <> {start}.id WITH DISTINCT {', '.join((*self.nodes, *self.edges))}"

    def _condition(self, depth: int = 0) -> str:
        choices = [self._compared_text, self._compared_text, self._nullable, self._listed_in, self._any_alias]
        if self.edges:
            choices += [self._compared_number, self._compared_number, self._edge_type]
        if depth < 2:
            choices += [lambda: self._joined(depth), lambda: f"NOT ({self._condition(depth + 1)})"]
        if not self.optional:
            choices.append(self._exists)
        return self.random.choice(choices)()

    def _joined(self, depth: int) -> str:
        word = self.random.choice(("AND", "OR"))
        return f"({self._condition(depth + 1)} {word} {self._condition(depth + 1)})"

    def _text(self) -> str:
        if self.edges and self.random.random() < 0.4:
            return self._of(self.edges, _EDGE_TEXT)
        return self._of(self.nodes, _NODE_TEXT)

    def _of(self, names: list[str], properties: tuple[str, ...]) -> str:
        return f"{self.random.choice(names)}.{self.random.choice(properties).partition('.')[2]}"

    def _compared_text(self) -> str:
        operator = self.random.choice(("=", "<>", "<", ">=", "CONTAINS", "STARTS WITH", "ENDS WITH"))
        values = [*_WORDS, "Person/1", "x0"]
        if operator == "CONTAINS":
            values.remove("")  # Neo4j finds nothing in everything, ladybug nothing in nothing
        value = self._parameter(self.random.choice(values))
        if self.random.random() < 0.3:
            return f"toLower({self._text()}) {operator} toLower({value})"
        return f"{self._text()} {operator} {value}"

    def _compared_number(self) -> str:
        operator = self.random.choice(("=", "<>", "<", "<=", ">", ">="))
        return (
            f"{self._of(self.edges, _EDGE_NUMBERS)} {operator} {self._parameter(self.random.choice((0.5, 3, 9, 12)))}"
        )

    def _edge_type(self) -> str:
        wanted = self._parameter(self.random.choice(list(vocabulary.EDGE_TYPES)))
        return f"type({self.random.choice(self.edges)}) = {wanted}"

    def _nullable(self) -> str:
        declared = self.random.choice(("kind", "iso2", "city", "start", "date", "title"))
        node = self.random.choice(self.tested)
        test = self.random.choice(("IS NULL", "IS NOT NULL", f"= {self._parameter(self.random.choice(_DATES))}"))
        return f"{node}.{declared} {test}"

    def _listed_in(self) -> str:
        return f"{self._text()} IN {self._parameter(self.random.sample(_WORDS, 3))}"

    def _any_alias(self) -> str:
        node = self.random.choice(self.nodes)
        return f"any(alias IN {node}.aliases WHERE toLower(alias) = {node}.name)"

    def _exists(self) -> str:
        left, right = self.random.choice(_WAYS)
        pattern = f"({self.random.choice(self.nodes)}){left}[{self._types()}]{right}({self._labels()})"
        if self.random.random() < 0.3:
            return f"COUNT {{ MATCH {pattern} }} >= {self.random.randint(0, 2)}"
        return f"EXISTS {{ MATCH {pattern} }}"

    def _value(self) -> str:
        """An expression that is never null, so that rows can be ordered by it."""
        node = self.random.choice(self.nodes)
        choices = [
            f"coalesce({node}.id, '-')",
            f"coalesce({node}.name, '-')",
            f"toLower(coalesce({node}.name, '-'))",
            f"left(coalesce({node}.id, '-'), 6)",
            f"coalesce(size({node}.aliases), 0)",
            f"coalesce({node}.city, {node}.kind, {node}.date, '-')",
            f"CASE WHEN {node}.name IS NULL THEN 'none' WHEN {node}.name = '' THEN 'empty' ELSE 'some' END",
        ]
        if self.edges:
            edge = self.random.choice(self.edges)
            choices += [
                f"coalesce({edge}.start, 0) + coalesce({edge}.end, 0) * 2",
                f"coalesce({edge}.key, '-')",
                f"coalesce(type({edge}), '-')",
                f"coalesce({edge}.confidence, 0.0)",
                f"toString(coalesce({edge}.start, 0))",
            ]
        return self.random.choice(choices)

    def _listed(self, parts: list[str]) -> Asked:
        names = [f"c{number}" for number in range(self.random.randint(1, 3))]
        columns = ", ".join(f"{self._value()} AS {name}" for name in names)
        distinct = "DISTINCT " if self.random.random() < 0.5 else ""
        return self._ended([*parts, f"RETURN {distinct}{columns}"], names)

    def _aggregated(self, parts: list[str]) -> Asked:
        counted = self.random.choice((*self.nodes, *self.edges))
        node = self.random.choice(self.nodes)
        measures = [
            "count(*)",
            f"count({counted})",
            f"count(DISTINCT {node}.id)",
            f"min({node}.name)",
            f"max({node}.id)",
            f"size(collect(DISTINCT {node}.name))",
        ]
        if self.edges:
            edge = self.random.choice(self.edges)
            measures += [f"coalesce(sum({edge}.start), 0)", f"max({edge}.end)", f"min({edge}.confidence)"]
        measure = self.random.choice(measures)
        parts.append(f"WITH {self._value()} AS g, {measure} AS m")
        if self.random.random() < 0.3:
            parts.append("WHERE m IS NOT NULL")
        # What min and max find may be null, and the engines put nulls at different ends.
        return self._ended([*parts, "RETURN g, m"], ["g"] if measure.startswith(("min", "max")) else ["g", "m"])

    def _ended(self, parts: list[str], names: list[str]) -> Asked:
        ordered = self.random.random() < 0.7
        if ordered:
            parts.append("ORDER BY " + ", ".join(name + self.random.choice(("", " DESC")) for name in names))
            if self.random.random() < 0.3:
                parts.append(f"SKIP {self.random.randint(0, 2)} LIMIT {self.random.randint(1, 5)}")
        return Asked("\n".join(parts), self.parameters, ordered)


def random_query(random: Random) -> Asked:
    """One query in the portable subset."""
    return QueryMaker(random).query()
