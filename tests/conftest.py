"""Fixtures for the parts of a machine that the tests need: a real Chromium and a real Neo4j."""

from __future__ import annotations

import importlib
import os
import shutil
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Any, NoReturn

import pytest
from chat_server import ChatServer, chat_server
from hypothesis import settings
from neo4j_server import Neo4jMissing, Neo4jServer, java_and_jars, neo4j_for_tests
from playwright.sync_api import Browser, expect, sync_playwright
from spark_cluster import SparkMissing, connector_jars, spark_for_tests

from graphkit.stores import Store, open_store

if TYPE_CHECKING:
    from pyspark.sql import SparkSession

_LAST_WORDS = pytest.StashKey[list[str]]()
_CHROMIUM_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
_QUIET = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]
# The files that need one of the first line begin; xdist by itself would begin with the files of the most tests.
_LONG_FIRST = (
    {"spark"},
    {"neo4j_server", "url", "store", "conference"},
    {"startable_neo4j", "wheel", "site"},
    {"browser"},
)
_PATIENCE_MS = 30_000  # a busy machine draws late, and a page that is wrong stays wrong
settings.register_profile("seeded", derandomize=True, deadline=None)  # the same examples in every run, by no clock
settings.load_profile("seeded")
_CHROMIUM_HOW = "install Chromium (Debian and Ubuntu: apt install chromium), or name its file in GRAPHKIT_CHROMIUM"


def _without(config: pytest.Config, part: str, how_to_get_it: str) -> NoReturn:
    """Skip the test that needs a part which this machine lacks; under CI=true fail it."""
    _say_at_the_end(config, f"Not tested for want of {part}: {how_to_get_it}.")
    reason = f"needs {part}: {how_to_get_it}"
    if os.environ.get("CI") == "true":
        pytest.fail(reason, pytrace=False)
    pytest.skip(reason)


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers() -> int:
    """One process more than cores, at most four: much of the time a test waits for a server or a browser.

    One alone where a server is named: the tests empty its only database, and would empty it for each other.
    """
    return 1 if os.environ.get("GRAPHKIT_TEST_NEO4J") else min((os.cpu_count() or 1) + 1, 4)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put the files first that take long, so that no process is left with one of them when the others are done."""
    wanted: dict[Path, set[str]] = {}
    for item in items:
        assert isinstance(item, pytest.Function)
        wanted.setdefault(item.path, set()).update(item.fixturenames)
    turns = {
        path: next((turn for turn, parts in enumerate(_LONG_FIRST) if parts & names), len(_LONG_FIRST))
        for path, names in wanted.items()
    }
    items.sort(key=lambda item: turns[item.path])


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> Any:
    """With `--dist=loadfile`: all files that need Spark go to one process, which starts it once."""
    if config.getvalue("dist") != "loadfile":
        return None
    from xdist.scheduler import LoadFileScheduling

    class FilesBySparkScheduling(LoadFileScheduling):
        def _split_scope(self, nodeid: str) -> str:
            return "tests/spark" if nodeid.startswith("tests/spark/") else super()._split_scope(nodeid)

    config.option.loadscopereorder = False  # the order is that of pytest_collection_modifyitems
    return FilesBySparkScheduling(config, log)


@pytest.fixture(scope="session", autouse=True)
def _cache(tmp_path_factory: pytest.TempPathFactory) -> None:
    """The ledgers of servers go where the tests' files go."""
    os.environ["GRAPHKIT_CACHE"] = str(tmp_path_factory.mktemp("cache"))


@pytest.fixture(scope="session")
def chromium_path(request: pytest.FixtureRequest) -> str:
    """The file of a real Chromium or Chrome."""
    named = os.environ.get("GRAPHKIT_CHROMIUM")
    candidates = [named] if named else list(_CHROMIUM_NAMES)
    found = next(filter(None, map(shutil.which, candidates)), None)
    if found is None:
        _without(request.config, "Chromium", _CHROMIUM_HOW)
    return found


@pytest.fixture(scope="session")
def typescript(request: pytest.FixtureRequest) -> str:
    """The compiler that checks the page's script, at the version of package-lock.json; node runs it."""
    compiler = Path(__file__).parents[1] / "node_modules" / "typescript" / "bin" / "tsc"
    if shutil.which("node") is None or not compiler.exists():
        _without(request.config, "TypeScript", "install Node.js with npm, then: npm ci")
    return str(compiler)


@pytest.fixture(scope="module")
def browser(chromium_path: str) -> Iterator[Browser]:
    """The browser itself, without a page yet."""
    expect.set_options(timeout=_PATIENCE_MS)
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=chromium_path, args=_QUIET)
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def neo4j_server(request: pytest.FixtureRequest) -> Iterator[Neo4jServer]:
    """A real Neo4j, one for the whole run, started for the first test that asks for it."""
    try:
        with neo4j_for_tests() as server:
            yield server
    except Neo4jMissing as missing:
        _without(request.config, "Neo4j", str(missing))


@pytest.fixture(scope="session")
def startable_neo4j(request: pytest.FixtureRequest) -> None:
    """A machine that can start a Neo4j for one test alone, whether or not a server is named for the others."""
    try:
        java_and_jars()
    except Neo4jMissing as missing:
        _without(request.config, "a Neo4j of its own", str(missing))


@pytest.fixture(scope="session")
def spark(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[SparkSession]:
    """A real Spark with two workers, one for the whole run."""
    try:
        with spark_for_tests(tmp_path_factory.mktemp("spark")) as session:
            yield session
    except SparkMissing as missing:
        _without(request.config, "Spark", str(missing))


@pytest.fixture(scope="session")
def neo4j_connector(request: pytest.FixtureRequest, spark: SparkSession) -> None:
    """Neo4j's connector, which the session has if it could be fetched."""
    if not connector_jars():
        _without(request.config, "Neo4j's connector for Spark", "install Maven (Debian and Ubuntu: apt install maven)")


@pytest.fixture(scope="session")
def spacy(request: pytest.FixtureRequest) -> ModuleType:
    """spaCy itself, an extra of the package."""
    try:
        return importlib.import_module("spacy")
    except ImportError:
        _without(request.config, "spaCy", "pip install spacy")


@pytest.fixture(scope="session")
def followthemoney() -> ModuleType:
    """The library that says what a FollowTheMoney entity is; it builds PyICU, so it is in no lock."""
    return pytest.importorskip("followthemoney", reason="needs FollowTheMoney: pip install --group ftm")


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[ChatServer]:
    """A chat endpoint on this machine."""
    monkeypatch.setenv("no_proxy", "127.0.0.1")
    with chat_server() as running:
        yield running


@pytest.fixture(params=["embedded", "neo4j"])
def url(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """The address of an empty store of each kind."""
    if request.param == "embedded":
        yield str(tmp_path / "graph.lbug")
        return
    server: Neo4jServer = request.getfixturevalue("neo4j_server")
    server.sign_in(monkeypatch)
    yield server.url
    with open_store(server.url) as opened:
        opened.clear()


@pytest.fixture(scope="session")
def empty_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A prepared file of the embedded engine, to be copied: making one anew takes as long as many a test."""
    path = tmp_path_factory.mktemp("empty") / "graph.lbug"
    with open_store(str(path)) as store:
        store.prepare()
    return path


@pytest.fixture
def store(url: str, empty_file: Path) -> Iterator[Store]:
    """An empty store of each kind, open."""
    if "://" not in url:
        shutil.copyfile(empty_file, url)
    with open_store(url) as opened:
        opened.prepare()
        yield opened


@pytest.fixture
def tell(request: pytest.FixtureRequest) -> Callable[[str], None]:
    """Puts a line among the last lines of the run: how many queries were compared, how many loads were killed."""
    return partial(_say_at_the_end, request.config)


def _say_at_the_end(config: pytest.Config, line: str) -> None:
    config.stash.setdefault(_LAST_WORDS, []).append(line)


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Hand what is to be said at the end to the process that says it."""
    sent: dict[str, object] | None = getattr(session.config, "workeroutput", None)
    if sent is not None:
        sent["last_words"] = session.config.stash.get(_LAST_WORDS, [])


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node: Any) -> None:
    node.config.stash.setdefault(_LAST_WORDS, []).extend(getattr(node, "workeroutput", {}).get("last_words", []))


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    for line in sorted(set(config.stash.get(_LAST_WORDS, []))):
        terminalreporter.write_line(line, yellow=True)
