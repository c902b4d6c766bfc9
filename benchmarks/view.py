"""How soon and how smoothly the network page draws, beside pyvis' own default page of the same graph.

Run by `make bench`, or `python benchmarks/view.py`. Prints seconds from opening a file to the first drawn frame and to
a steady picture, frames a second while the picture is dragged, and sizes of files. Chromium draws without a GPU.
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

from playwright.sync_api import Browser, Page, sync_playwright
from pyvis.network import Network

sys.path[:0] = [str(Path(__file__).parents[1] / "tests"), str(Path(__file__).parents[1] / "tests" / "view")]
from crowd import crowd_graph  # noqa: E402

from graphkit.graph import Graph, write_graph_json  # noqa: E402
from graphkit.view import write_view  # noqa: E402

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "chrome")
PATIENCE = 150.0
"""Seconds after which a picture that still moves is called never still."""
WATCH = """
  const seen = { first: null, changed: null, picture: "" };
  window.seen = seen;
  const small = new OffscreenCanvas(120, 80);
  const context = small.getContext("2d", { willReadFrequently: true });
  let last = 0;
  const look = (now) => {
    if (!seen.done) requestAnimationFrame(look);
    const canvas = document.querySelector("canvas");
    if (!canvas || !canvas.width || (seen.first !== null && now - last < 100)) return;
    last = now;
    context.clearRect(0, 0, 120, 80);
    context.drawImage(canvas, 0, 0, 120, 80);
    const pixels = context.getImageData(0, 0, 120, 80).data;
    const picture = pixels.join();
    const isEmpty = pixels.every((value, place) => value === pixels[place % 4]);
    if (isEmpty || picture === seen.picture) return;
    seen.picture = picture;
    seen.changed = performance.now();
    seen.first ??= seen.changed;
  };
  requestAnimationFrame(look);
"""
COUNT_FRAMES = """
  () => {
    window.frames_ = [];
    let last = performance.now();
    const count = (now) => { window.frames_.push(now - last); last = now; requestAnimationFrame(count); };
    requestAnimationFrame(count);
  }
"""


class Measured(NamedTuple):
    """Seconds to the first frame and to a steady picture (None: never within the patience), frames a second."""

    first: float
    steady: float | None
    frames: float
    slowest: float


def measure(browser: Browser, file: Path) -> Measured:
    page = browser.new_page(viewport={"width": 1400, "height": 900})
    page.add_init_script(WATCH)
    page.goto(file.as_uri(), wait_until="commit")
    first, steady = watch_until_steady(page)
    frames, slowest = dragged(page)
    page.close()
    return Measured(first, steady, frames, slowest)


def watch_until_steady(page: Page) -> tuple[float, float | None]:
    """The first frame, and the last change before a second and a half without any."""
    started = time.monotonic()
    while time.monotonic() - started < PATIENCE:
        time.sleep(0.5)
        first, changed, now = page.evaluate("[seen.first, seen.changed, performance.now()]")
        if first is not None and now - changed > 1500:
            return first / 1000, changed / 1000
    return (PATIENCE if first is None else first / 1000), None


def dragged(page: Page, seconds: float = 3.0) -> tuple[float, float]:
    """Frames a second while the picture is dragged, and the frame time in ms that 95 of 100 stay under."""
    page.mouse.move(700, 860)
    page.mouse.down()
    page.evaluate("window.seen.done = true")
    page.evaluate(COUNT_FRAMES)
    started, step = time.monotonic(), 0
    while time.monotonic() - started < seconds:
        step += 1
        page.mouse.move(500 + step * 7 % 400, 860 - step * 3 % 300)
    times = sorted(page.evaluate("window.frames_")[1:])
    page.mouse.up()
    return len(times) / seconds, times[int(len(times) * 0.95)]


def write_pyvis_page(graph: Graph, file: Path) -> None:
    """The page that pyvis makes of the graph's nodes and edges if nothing is set."""
    network = Network(directed=True, cdn_resources="in_line")
    for node, data in graph.nodes(data=True):
        network.add_node(node, label=data["name"])
    for source, target, data in graph.edges(data=True):
        network.add_edge(source, target, title=data["type"])
    file.write_text(network.generate_html(), encoding="utf-8")


def print_row(name: str, measured: Measured, file: Path) -> None:
    steady = f"{measured.steady:.2f}" if measured.steady is not None else f"not in {PATIENCE:.0f}"
    print(
        f"{name:<28} {measured.first:>9.2f} {steady:>11} {measured.frames:>9.0f} {measured.slowest:>9.0f} "
        f"{file.stat().st_size / 1e6:>8.2f}"
    )


def main() -> None:
    browser_file = os.environ.get("GRAPHKIT_CHROMIUM") or next(filter(None, map(shutil.which, BROWSERS)))
    print(f"{'page':<28} {'first s':>9} {'steady s':>11} {'frames/s':>9} {'p95 ms':>9} {'MB':>8}")
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        folder = Path(name)
        browser = playwright.chromium.launch(executable_path=browser_file, args=["--no-sandbox", "--disable-gpu"])
        results = {}
        for nodes, edges in ((1_000, 3_000), (20_000, 60_000)):
            graph = crowd_graph(nodes, edges)
            page, data = folder / "graph.html", folder / "graph.json"
            started = time.perf_counter()
            write_view(graph, page)
            made = time.perf_counter() - started
            write_graph_json(graph, data)
            results[nodes] = measure(browser, page)
            print_row(f"graphkit, {nodes:,} / {edges:,}", results[nodes], page)
            print(f"  made in {made:.1f} s; {page.stat().st_size / data.stat().st_size:.2f} of the graph's JSON")
        peer = folder / "pyvis.html"
        write_pyvis_page(crowd_graph(1_000, 3_000), peer)
        pyvis = measure(browser, peer)
        print_row("pyvis default, 1,000 / 3,000", pyvis, peer)
        ours = results[1_000]
        times = (pyvis.steady or PATIENCE) / (ours.steady or PATIENCE)
        print(
            f"first frame {pyvis.first / ours.first:.1f} times sooner, steady picture at least {times:.0f} times sooner"
        )
        browser.close()


if __name__ == "__main__":
    main()
