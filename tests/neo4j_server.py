"""A real Neo4j Community server for the tests, without Docker and without root.

GRAPHKIT_TEST_NEO4J_VERSION names another release than the LTS one. The jars come once from Maven Central into
`$GRAPHKIT_NEO4J_CACHE` (default `~/.cache/graphkit-neo4j`). Neo4j Community is licensed under the GPL, version 3: it
runs as a process of its own, nothing of it is bundled. `python tests/neo4j_server.py` starts one to play with and
prints how to reach it; Ctrl-C stops it.
"""

from __future__ import annotations

import os
import random
import re
import secrets
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

import neo4j
import pytest

VERSION = os.environ.get("GRAPHKIT_TEST_NEO4J_VERSION") or "5.26.30"
"""The LTS release unless told otherwise; the newest that was tested is 2026.08.1, which needs Java 21 or 25."""

JAVA_VERSIONS = (17, 21) if VERSION.startswith("5.") else (21, 25)
START_TIMEOUT_S = 180
HOW_TO_GET_IT = (
    f"install Java {JAVA_VERSIONS[0]} or {JAVA_VERSIONS[1]} and Maven (Debian and Ubuntu: "
    f"apt install openjdk-{JAVA_VERSIONS[0]}-jre-headless maven), or run "
    "`docker compose up -d --wait` and set GRAPHKIT_TEST_NEO4J=bolt://localhost:7687 "
    "and NEO4J_PASSWORD=graphkit-tests"
)

FILL_EMPTY_LISTS = "MATCH (n:Person|Agency|Country|Forum|Article) WHERE n.aliases IS NULL SET n.aliases = []"
"""What puts right a database that was imported from CSV, which cannot tell an empty list from none."""

_COPY_JARS = "org.apache.maven.plugins:maven-dependency-plugin:3.6.1:copy-dependencies"
_POM = """<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>tests</groupId><artifactId>neo4j-for-tests</artifactId><version>1</version><packaging>pom</packaging>
  <dependencies><dependency>
    <groupId>org.neo4j</groupId><artifactId>{artifact}</artifactId><version>{version}</version>
  </dependency></dependencies>
</project>
"""
_CONF = """server.default_listen_address=127.0.0.1
server.bolt.listen_address=127.0.0.1:{port}
server.bolt.advertised_address=127.0.0.1:{port}
server.http.enabled=false
server.https.enabled=false
dbms.security.auth_enabled=true
dbms.usage_report.enabled=false
server.memory.pagecache.size=128m
db.tx_log.preallocate=false
internal.dbms.bolt.netty_server_shutdown_quiet_period=0
"""
# What the server's own scripts pass to Java.
_OPENS = (
    "--add-opens=java.base/java.nio=ALL-UNNAMED",
    "--add-opens=java.base/java.io=ALL-UNNAMED",
    "--add-opens=java.base/sun.nio.ch=ALL-UNNAMED",
)
# Compiling with C1 alone halves the CPU time of a start.
_JVM_OPTIONS = ("-Xms512m", "-Xmx512m", "-XX:TieredStopAtLevel=1", "-Dfile.encoding=UTF-8", *_OPENS)
# Its standard input closes when the tests end, however they end (kill -9 too), and then it stops the server.
_GUARD = """
import os, subprocess, sys, threading
server = subprocess.Popen(sys.argv[1:], stdin=subprocess.DEVNULL)
threading.Thread(target=lambda: os._exit(server.wait()), daemon=True).start()
if sys.stdin.read() == "kill":
    server.kill()
server.terminate()
try:
    server.wait(60)
except subprocess.TimeoutExpired:
    server.kill()
"""


class Neo4jMissing(Exception):
    """This machine cannot run a Neo4j; the message says how to get one."""


@dataclass(frozen=True)
class Neo4jServer:
    """Where a Neo4j answers, and how to sign in."""

    url: str
    username: str
    password: str = field(repr=False)
    database: str = "neo4j"

    @property
    def environment(self) -> dict[str, str]:
        """The credentials where graphkit looks for them."""
        return {
            "NEO4J_USERNAME": self.username,
            "NEO4J_PASSWORD": self.password,
            "NEO4J_DATABASE": self.database,
        }

    def sign_in(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """Put the credentials into the environment."""
        for name, value in self.environment.items():
            monkeypatch.setenv(name, value)


def java_and_jars() -> tuple[str, Path]:
    """What starts a server here: the Java, and the folder with Neo4j's jars, which come once from Maven Central.

    Raises:
        Neo4jMissing: Java or Maven is missing.
    """
    return _find_java(), _fetch_jars()


@contextmanager
def neo4j_for_tests() -> Iterator[Neo4jServer]:
    """The server that GRAPHKIT_TEST_NEO4J names, or one started for the length of the block.

    Raises:
        Neo4jMissing: no server is named, and Java or Maven is missing.
    """
    named = os.environ.get("GRAPHKIT_TEST_NEO4J")
    if named:
        server = Neo4jServer(
            named,
            os.environ.get("NEO4J_USERNAME", "neo4j"),
            os.environ.get("NEO4J_PASSWORD", ""),
            os.environ.get("NEO4J_DATABASE", "neo4j"),
        )
        _refuse_data(server)
        yield server
        return
    java, jars = java_and_jars()
    with (
        tempfile.TemporaryDirectory(prefix="graphkit-neo4j-", ignore_cleanup_errors=True) as home,
        _running(java, jars, Path(home)) as own,
    ):
        yield own.server


@contextmanager
def neo4j_to_stop() -> Iterator[OwnNeo4j]:
    """A server that a test may stop, kill and start again on the same data.

    Raises:
        Neo4jMissing: Java or Maven is missing.
    """
    java, jars = java_and_jars()
    with (
        tempfile.TemporaryDirectory(prefix="graphkit-neo4j-", ignore_cleanup_errors=True) as home,
        _running(java, jars, Path(home)) as own,
    ):
        yield own


@contextmanager
def neo4j_after_import(folder: Path) -> Iterator[Neo4jServer]:
    """A server of its own whose database neo4j-admin has imported from a folder, by the arguments in `import.args`.

    Raises:
        Neo4jMissing: Java or Maven is missing.
    """
    java, jars = java_and_jars()
    with tempfile.TemporaryDirectory(prefix="graphkit-neo4j-", ignore_cleanup_errors=True) as home:
        Path(home, "conf").mkdir()
        command = [java, *_OPENS, "-cp", str(jars / "*"), "org.neo4j.cli.AdminTool"]
        subprocess.run(
            [*command, "database", "import", "full", "neo4j", "@import.args"],
            cwd=folder,
            env={**os.environ, "NEO4J_HOME": home, "NEO4J_CONF": str(Path(home, "conf"))},
            check=True,
            capture_output=True,
        )
        with _running(java, jars, Path(home)) as own:
            yield own.server


def _refuse_data(server: Neo4jServer) -> None:
    """The tests empty the database: one that holds anything is somebody's."""
    with neo4j.GraphDatabase.driver(server.url, auth=(server.username, server.password)) as driver:
        counted = driver.execute_query("MATCH (n) RETURN count(n)", database_=server.database)
    if counted.records[0][0]:
        raise RuntimeError(f"{server.url} is not empty; name a server for the tests alone.")


def _find_java() -> str:
    homes = [os.environ.get("JAVA_HOME"), *map(str, sorted(Path("/usr/lib/jvm").glob("*")))]
    for java in filter(None, [shutil.which("java"), *(shutil.which("java", path=f"{h}/bin") for h in homes if h)]):
        said = subprocess.run([java, "-version"], capture_output=True, text=True, check=False).stderr
        version = re.search(r'version "(\d+)', said)
        if version and int(version[1]) in JAVA_VERSIONS:
            return java
    raise Neo4jMissing(HOW_TO_GET_IT)


def _fetch_jars() -> Path:
    return fetch_jars("neo4j", VERSION, VERSION)


def fetch_jars(artifact: str, version: str, name: str) -> Path:
    """A folder with the jars of an artifact of Neo4j and of all that it needs, fetched once.

    Raises:
        Neo4jMissing: Maven is missing, or could not fetch them.
    """
    cache = Path(os.environ.get("GRAPHKIT_NEO4J_CACHE") or Path.home() / ".cache" / "graphkit-neo4j")
    jars = cache / name
    if jars.is_dir():
        return jars
    maven = shutil.which("mvn")
    if maven is None:
        raise Neo4jMissing(HOW_TO_GET_IT)
    cache.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=cache) as aside:
        Path(aside, "pom.xml").write_text(_POM.format(artifact=artifact, version=version), encoding="utf-8")
        arguments = ["-q", "-B", f"-Dmaven.repo.local={aside}/repository", _COPY_JARS]
        arguments += ["-DincludeScope=runtime", f"-DoutputDirectory={aside}/jars"]
        fetched = subprocess.run([maven, *arguments], cwd=aside, capture_output=True, text=True, check=False)
        if fetched.returncode != 0:
            raise Neo4jMissing(f"Maven could not fetch it ({fetched.stdout.strip()[-300:]}); {HOW_TO_GET_IT}")
        with suppress(OSError):  # another run of the tests was faster
            Path(aside, "jars").rename(jars)
    return jars


class OwnNeo4j:
    """A server in a folder of its own."""

    def __init__(self, java: str, jars: Path, home: Path) -> None:
        self.server = Neo4jServer(f"bolt://127.0.0.1:{_free_port()}", "neo4j", secrets.token_hex(12))
        self._home = home
        self._port = int(self.server.url.rpartition(":")[2])
        for folder in ("conf", "data", "import", "logs", "plugins"):
            (home / folder).mkdir(exist_ok=True)
        classpath = ["-cp", str(jars / "*")]
        self._configure("")
        _set_password([java, *classpath], home, self.server.password)
        self._command = [java, *_JVM_OPTIONS, *classpath, _entry_point(jars), f"--home-dir={home}"]
        self._command.append(f"--config-dir={home / 'conf'}")

    def start(self, settings: str = "") -> None:
        """Start it with settings beside its own, and wait until it answers."""
        self._configure(settings)
        console = self._home / "logs" / "console.log"
        with console.open("wb") as log:
            self._guard = subprocess.Popen(
                [sys.executable, "-c", _GUARD, *self._command], stdin=subprocess.PIPE, stdout=log, stderr=log
            )
        _wait_until_it_answers(self._guard, self._port, console)

    def stop(self) -> None:
        """Let it end in order."""
        self._guard.communicate()

    def kill(self) -> None:
        """End it as a crash of the machine would."""
        self._guard.communicate(b"kill")

    def _configure(self, settings: str) -> None:
        (self._home / "conf" / "neo4j.conf").write_text(_CONF.format(port=self._port) + settings, encoding="utf-8")


@contextmanager
def _running(java: str, jars: Path, home: Path) -> Iterator[OwnNeo4j]:
    own = OwnNeo4j(java, jars, home)
    try:
        own.start()
        yield own
    finally:
        own.stop()


def _set_password(java: list[str], home: Path, password: str) -> None:
    """On a machine that is short of memory the tool may die of it: it is asked again before the tests give up."""
    for attempts_left in (2, 1, 0):
        ran = subprocess.run(
            [*java, "org.neo4j.cli.AdminTool", "dbms", "set-initial-password", password],
            env={**os.environ, "NEO4J_HOME": str(home), "NEO4J_CONF": str(home / "conf")},
            capture_output=True,
            text=True,
            check=False,
        )
        if ran.returncode == 0:
            return
        if not attempts_left:
            raise RuntimeError(f"Neo4j's first password could not be set: {ran.stdout}{ran.stderr}")


def _entry_point(jars: Path) -> str:
    with zipfile.ZipFile(jars / f"neo4j-{VERSION}.jar") as jar:
        return jar.read("META-INF/services/org.neo4j.server.startup.EntryPoint").decode().split()[0]


def _free_port() -> int:
    """A port that nobody has; each process of a test run looks among a thousand of its own, so that no two take one."""
    worker = int(os.environ.get("PYTEST_XDIST_WORKER", "gw0").removeprefix("gw"))
    for port in random.sample(range(21_000 + 1_000 * worker, 22_000 + 1_000 * worker), 100):
        with socket.socket() as probe, suppress(OSError):
            probe.bind(("127.0.0.1", port))
            return port
    raise RuntimeError("no port is free for Neo4j")


def _wait_until_it_answers(guard: subprocess.Popen[bytes], port: int, console: Path) -> None:
    give_up = time.monotonic() + START_TIMEOUT_S
    while not _speaks_bolt(port):
        if guard.poll() is not None or time.monotonic() > give_up:
            raise RuntimeError(f"Neo4j did not start: {console.read_text(encoding='utf-8')[-2000:]}")
        time.sleep(0.2)


def _speaks_bolt(port: int) -> bool:
    """Whether the Bolt handshake is answered: magic number, four proposals of a version (5.0 and 4.4)."""
    try:
        with socket.create_connection(("127.0.0.1", port), timeout=2) as connection:
            connection.sendall(bytes.fromhex("6060b017 00000005 00000404 00000000 00000000"))
            return len(connection.recv(4)) == 4
    except OSError:
        return False


if __name__ == "__main__":
    with neo4j_for_tests() as started, suppress(KeyboardInterrupt):
        print(f"export NEO4J_USERNAME={started.username} NEO4J_PASSWORD={started.password}")
        print(f"graphkit load seeds --store {started.url}", flush=True)
        while True:
            time.sleep(3600)
