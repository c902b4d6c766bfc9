"""How fast the default centrality report is, against the same measures by plain networkx in the same run.

    python benchmarks/centrality.py [--nodes 10000] [--cap 100] [--jobs 1] [--only-ours]

A made-up corpus of the given number of nodes and five times as many edges: most people come to one forum, few to
many, and forums differ in size. Printed are the CPU seconds of the whole default report (every network, measure,
200 resamples, evidence and page), then those of each measure by networkx, once and on networks that it is given
ready-made, each in a process of its own that is stopped after CAP CPU seconds. Where one was stopped the sum and the
ratio are lower bounds; what it would take is told from the time of 10 nodes. Last comes what networkx would take to
rank again in each resample what the report ranks again, told from 2 of the 200.
"""

from __future__ import annotations

import argparse
import multiprocessing
import random
import resource
import tempfile
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import networkx as nx

from graphkit.centrality import MEASURES, PROJECTIONS, Incidence, Selection, build_network, derive_ties, incidence
from graphkit.centrality.stability import DEFAULT_RESAMPLES, resampled_measures
from graphkit.graph import Graph, article_id
from graphkit.report import compose_report, save_report, wording

DAYS = 28
STARTS = 10
RESAMPLES_TIMED = 2


def corpus(nodes: int, seed: int = 1) -> Graph:
    """People, agencies, countries, forums and articles, and five edges a node."""
    chance = random.Random(seed)
    shares = {"Person": 0.6, "Agency": 0.15, "Forum": 0.1, "Country": 0.01}
    ids = {label: [f"{label[0].lower()}{at}" for at in range(int(nodes * share))] for label, share in shares.items()}
    articles = [f"x{at}" for at in range(nodes - sum(map(len, ids.values())))]
    graph: Graph = nx.MultiDiGraph()
    for label, found in ids.items():
        for node in found:
            start = f"2025-{chance.randint(1, 12):02}-{chance.randint(1, DAYS):02}" if label == "Forum" else None
            graph.add_node(node, label=label, name=node.upper(), aliases=[], start=start, end=None)
    for key in articles:
        graph.add_node(article_id(key), label="Article", name=key, aliases=[], key=key, date="2025-06-01", text=None)
    told_by = {forum: chance.sample(articles, 2) for forum in ids["Forum"]}
    for type_, source, target in drawn_edges(ids, nodes * 5, chance):
        article = chance.choice(told_by.get(target, articles))
        more = {"status": "attended"} if type_ == "ATTENDED" else {"former": False, "role": None, "unit": None}
        sentence = f"{source} and {target}."
        evidence = {"article": article, "start": 0, "end": 5, "sentence": sentence, "rule": "made.up"}
        graph.add_edge(source, target, type=type_, confidence=0.5 + chance.random() / 2, **more, **evidence)
    return graph


def drawn_edges(ids: dict[str, list[str]], number: int, chance: random.Random) -> list[tuple[str, str, str]]:
    """Two fifths attendance, a fifth representation, two fifths quotations."""
    active = [chance.paretovariate(1.6) for _ in ids["Person"]]
    large = [chance.lognormvariate(0, 0.8) for _ in ids["Forum"]]

    def people(count: int) -> list[str]:
        return chance.choices(ids["Person"], active, k=count)

    def forums(count: int) -> list[str]:
        return chance.choices(ids["Forum"], large, k=count)

    fifth = number // 5
    agency_of = {person: chance.choice(ids["Agency"]) for person in ids["Person"]}
    country_of = {agency: chance.choice(ids["Country"]) for agency in ids["Agency"]}
    spokesmen, agencies = people(fifth // 2), chance.choices(ids["Agency"], k=fifth - fifth // 2)
    return [
        *(("ATTENDED", *pair) for pair in zip(people(2 * fifth), forums(2 * fifth), strict=True)),
        *(("REPRESENTS", person, agency_of[person]) for person in spokesmen),
        *(("REPRESENTS", agency, country_of[agency]) for agency in agencies),
        *(("QUOTED_AT", *pair) for pair in zip(people(2 * fifth), forums(2 * fifth), strict=True)),
    ]


def by_networkx(name: str, network: Any) -> dict[str, Callable[[], Any]]:
    """What plain networkx has of the measures that the report computes on a network."""
    known: dict[str, Callable[[], Any]] = {
        "degree": lambda: dict(network.degree()),
        "betweenness": lambda: nx.betweenness_centrality(network),
        "harmonic-closeness": lambda: nx.harmonic_centrality(network),
        "eigenvector": lambda: nx.eigenvector_centrality(network, weight="count", max_iter=2000),
        "pagerank": lambda: nx.pagerank(network, weight="count"),
        "core-number": lambda: nx.core_number(network),
        "constraint": lambda: nx.constraint(network, weight="newman"),
        "effective-size": lambda: nx.effective_size(network),
        "cut-point": lambda: list(nx.articulation_points(network.to_undirected())),
        "community": lambda: nx.community.louvain_communities(network, weight="count", seed=1),
        "authority": lambda: nx.hits(network),
    }
    return {measure.name: known[measure.name] for measure in MEASURES[name] if measure.name in known}


def capped_seconds(work: Callable[[], Any], cap: int) -> tuple[float, bool]:
    """CPU seconds, and whether it was stopped at the cap."""
    ours, theirs = multiprocessing.get_context("fork").Pipe(duplex=False)

    def limited() -> None:
        resource.setrlimit(resource.RLIMIT_CPU, (int(time.process_time()) + cap, resource.RLIM_INFINITY))
        start = time.process_time()
        try:
            work()
        finally:
            theirs.send(time.process_time() - start)

    process = multiprocessing.get_context("fork").Process(target=limited)
    process.start()
    theirs.close()
    process.join()
    return (ours.recv(), False) if ours.poll() else (float(cap), True)


def whole_report(graph: Graph) -> float:
    """CPU seconds of the default report, which is measured from the graph to the file."""
    with tempfile.TemporaryDirectory() as folder:
        start, wall = time.process_time(), time.perf_counter()
        report = compose_report(graph)
        page = save_report(report, Path(folder) / "report.html")
        seconds, wall = time.process_time() - start, time.perf_counter() - wall
        megabytes = page.stat().st_size / 1e6
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6
    print(f"graphkit, the whole default report with its {DEFAULT_RESAMPLES} resamples: {seconds:.1f} CPU s ", end="")
    print(f"({wall:.0f} s on the clock), a page of {megabytes:.1f} MB, {memory:.1f} GB of memory at most", flush=True)
    for section in report.sections:
        if said := wording.estimated(section):
            print(f"  {section.projection.title}: {said}", flush=True)
    return seconds


def against_networkx(graph: Graph, cap: int, jobs: int) -> tuple[float, float, float]:
    """CPU seconds of all measures as far as they were let, of all of them, and of those that the resamples repeat.

    The second is an estimate where measures were stopped, the third is one from a few resamples.
    """
    at_least, about = 0.0, 0.0
    known = incidence(graph, Selection())
    networks = {name: build_network(graph, name, Selection()) for name in PROJECTIONS}
    with ThreadPoolExecutor(jobs) as pool:
        timed = {
            name: {
                measure: pool.submit(capped_seconds, work, cap) for measure, work in by_networkx(name, network).items()
            }
            for name, network in networks.items()
        }
        for name, network in networks.items():
            print(f"networkx on {name}: {len(network):,} nodes, {network.number_of_edges():,} edges", flush=True)
            for measure, timing in timed[name].items():
                seconds, stopped = timing.result()
                whole = max(estimated(measure, network), seconds) if stopped else seconds
                at_least, about = at_least + seconds, about + whole
                told = f"  stopped; about {whole:,.0f} from {STARTS} nodes" if stopped else ""
                print(f"  {measure:20} {seconds:7.1f} CPU s{told}", flush=True)
    return at_least, about, resampled_seconds(graph, known)


def resampled_seconds(graph: Graph, known: Incidence) -> float:
    """CPU seconds of what the report ranks again in each resample, from a few resamples."""
    again = {
        name: {measure.name for measure in resampled_measures(name, derive_ties(known, name, seed=1))}
        for name in PROJECTIONS
    }
    chance = random.Random(1)
    seconds = 0.0
    for _ in range(RESAMPLES_TIMED):
        drawn = set(chance.choices(known.articles, k=len(known.articles)))
        told = graph.edge_subgraph(edge for edge in graph.edges(keys=True) if graph.edges[edge]["article"] in drawn)
        for name, names in again.items():
            network = build_network(told, name, Selection())
            work = [work for measure, work in by_networkx(name, network).items() if measure in names]
            start = time.process_time()
            for one in work:
                one()
            seconds += time.process_time() - start
    return seconds / RESAMPLES_TIMED * DEFAULT_RESAMPLES


def estimated(measure: str, network: Any) -> float:
    """CPU seconds of a measure that follows the ways from every node, from those of a few nodes; 0 of others."""
    chosen = random.Random(1).sample(sorted(network), min(STARTS, len(network)))
    some: dict[str, Callable[[], Any]] = {
        "betweenness": lambda: nx.betweenness_centrality_subset(network, chosen, list(network)),
        "harmonic-closeness": lambda: nx.harmonic_centrality(network, chosen),
    }
    if measure not in some:
        return 0.0
    start = time.process_time()
    some[measure]()
    return (time.process_time() - start) * len(network) / len(chosen)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--nodes", type=int, default=10_000)
    parser.add_argument("--cap", type=int, default=100, help="CPU seconds after which a measure of networkx is stopped")
    parser.add_argument("--jobs", type=int, default=1, help="how many measures of networkx are timed at once")
    parser.add_argument("--only-ours", action="store_true", help="do not time networkx")
    given = parser.parse_args()
    graph = corpus(given.nodes)
    print(f"{len(graph):,} nodes, {graph.number_of_edges():,} edges")
    ours = whole_report(graph)
    if not given.only_ours:
        at_least, about, resampled = against_networkx(graph, given.cap, given.jobs)
        print(f"networkx, every measure once: at least {at_least:,.0f} CPU s as measured, ", end="")
        print(f"{at_least / ours:.1f} times the whole report with its {DEFAULT_RESAMPLES} resamples;")
        print(f"about {about:,.0f} CPU s had none been stopped, {about / ours:.0f} times;")
        print(f"and {resampled:,.0f} more for what the report ranks again in its resamples, ", end="")
        print(f"told from {RESAMPLES_TIMED} of {DEFAULT_RESAMPLES}: {(about + resampled) / ours:.0f} times")


if __name__ == "__main__":
    main()
