"""Addresses are fetched from a real HTTP server on this machine, which counts as public only where a test says so."""

from __future__ import annotations

import gzip
import socket
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest
from samples import PAGE, RSS, TEXT, TITLE

from graphkit.read import Refusal, read_articles
from graphkit.read.addresses import fetched
from graphkit.read.connecting import is_public
from graphkit.read.fields import USUAL_FIELDS
from graphkit.read.limits import LARGEST_WHOLE
from graphkit.read.readers import articles_in
from graphkit.records import Article

HTML = {"Content-Type": "text/html; charset=utf-8"}


@dataclass
class Site:
    """What the server answers: a status, headers and a body for each path, the last of several for good."""

    answers: dict[str, list[tuple[int, dict[str, str], bytes]]] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    headers: list[dict[str, str]] = field(default_factory=list)
    url: str = ""

    def put(self, path: str, body: bytes = b"", status: int = 200, **headers: str) -> None:
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        self.answers.setdefault(path, []).append((status, named or HTML, body))


@pytest.fixture
def site() -> Iterator[Site]:
    served = Site()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            served.asked.append(self.path)
            served.headers.append(dict(self.headers))
            answers = served.answers.get(self.path, [(404, HTML, b"")])
            status, headers, body = answers.pop(0) if len(answers) > 1 else answers[0]
            self.send_response(status)
            for name, value in [("Content-Length", str(len(body))), *headers.items()]:
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: Any) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        served.url = f"http://127.0.0.1:{server.server_port}"
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield served
        server.shutdown()
        thread.join()


def on_this_machine(ip: str) -> bool:
    return ip == "127.0.0.1"


def fetch(*addresses: str) -> tuple[list[Article], list[str], list[float]]:
    """The articles at addresses, the refusals, and the seconds that were to be waited."""
    refusals: list[Refusal] = []
    waits: list[float] = []
    articles = [
        article
        for opened in fetched(addresses, refusals.append, may_connect=on_this_machine, wait=waits.append)
        for _, article in articles_in(opened, USUAL_FIELDS, refusals.append)
    ]
    return articles, [str(refusal) for refusal in refusals], waits


def test_a_page_is_an_article_under_its_address(site: Site) -> None:
    site.put("/lake?id=7", PAGE.encode())
    ((article,), refusals, _) = fetch(f"{site.url}/lake?id=7#top")
    assert (article.key, article.url) == (f"{site.url}/lake?id=7",) * 2
    assert (article.title, article.text) == (TITLE, f"{TITLE}\n{TEXT}")
    assert not refusals
    assert site.asked == ["/robots.txt", "/lake?id=7"]
    assert all(headers["User-Agent"].startswith("graphkit") for headers in site.headers)


@pytest.mark.parametrize("kind", ["application/rss+xml", "text/xml; charset=utf-8", "text/plain"])
def test_a_feed_gives_its_items(site: Site, kind: str) -> None:
    site.put("/feed", RSS.encode(), Content_Type=kind)
    ((article,), _, _) = fetch(f"{site.url}/feed")
    assert (article.key, article.text) == ("7", TEXT)


def test_packed_answers_are_unpacked(site: Site) -> None:
    site.put("/a", gzip.compress(PAGE.encode()), Content_Type="text/html", Content_Encoding="gzip")
    assert len(fetch(f"{site.url}/a")[0]) == 1


def test_robots_txt_is_obeyed_and_asked_for_once(site: Site) -> None:
    site.put("/robots.txt", b"User-agent: *\nDisallow: /private*.html\nCrawl-delay: 3\n", Content_Type="text/plain")
    site.put("/open", PAGE.encode())
    articles, (refusal,), waits = fetch(f"{site.url}/private/a.html", f"{site.url}/open")
    assert len(articles) == 1
    assert "/private/a.html: the server's robots.txt forbids it. Save the page in a browser" in refusal
    assert site.asked == ["/robots.txt", "/open"]
    assert [round(wait) for wait in waits] == [3]


def test_without_its_rules_a_server_is_not_read(site: Site) -> None:
    site.put("/robots.txt", status=503)
    _, (refusal,), _ = fetch(f"{site.url}/a")
    assert "the server answers 503 for its robots.txt" in refusal
    assert "/a" not in site.asked


def test_a_busy_server_is_asked_again_after_the_time_that_it_names(site: Site) -> None:
    site.put("/a", status=503, Retry_After="7")
    site.put("/a", status=429)
    site.put("/a", PAGE.encode())
    articles, _, waits = fetch(f"{site.url}/a")
    assert len(articles) == 1
    assert {7.0, 4.0} <= {*waits}
    assert site.asked.count("/a") == 3


@pytest.mark.parametrize(("status", "times"), [(404, 1), (403, 1), (500, 3)])
def test_a_page_that_cannot_be_had_is_refused(site: Site, status: int, times: int) -> None:
    site.put("/a", status=status)
    _, (refusal,), _ = fetch(f"{site.url}/a")
    assert f"/a: the server answers {status}. Check the address in a browser." in refusal
    assert site.asked.count("/a") == times


def test_a_silent_server_is_refused() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listening:
        port = listening.getsockname()[1]
    _, (refusal,), waits = fetch(f"http://127.0.0.1:{port}/a")
    assert "the server does not answer" in refusal
    assert [wait for wait in waits if wait in (1.0, 4.0)] == [1.0, 4.0]


def test_redirects_are_followed_so_far(site: Site) -> None:
    site.put("/a", status=301, Location="/b")
    site.put("/b", PAGE.encode())
    site.put("/round", status=302, Location="/round")
    articles, (refusal,), _ = fetch(f"{site.url}/a", f"{site.url}/round")
    assert [article.key for article in articles] == [f"{site.url}/a"]
    assert "it redirects more than 5 times" in refusal


def test_a_redirect_into_a_private_network_is_refused(site: Site) -> None:
    site.put("/a", status=302, Location="http://169.254.169.254/latest/meta-data")
    site.put("/b", status=302, Location="file:///etc/passwd")
    articles, refusals, _ = fetch(f"{site.url}/a", f"{site.url}/b")
    assert not articles
    assert "169.254.169.254 is in a private network" in refusals[0]
    assert "this is no http:// or https:// address" in refusals[1]


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "[::1]", "0x7f.1", "2130706433"])
def test_by_default_nothing_on_this_machine_is_reached(site: Site, host: str) -> None:
    refusals: list[Refusal] = []
    port = site.url.rpartition(":")[2]
    with pytest.raises(Exception, match="No article was read"):
        list(read_articles([f"http://{host}:{port}/a"], refusals.append))
    (refusal,) = refusals
    assert "private network" in str(refusal) or "its name leads nowhere" in str(refusal)
    assert not site.asked


def test_what_was_checked_is_connected_to(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    """A name that leads to a public address when it is checked, and to this machine the next time."""
    port = int(site.url.rpartition(":")[2])
    answers = iter([["192.0.2.1"], ["127.0.0.1"]])
    seen: list[str] = []

    def rebinding(host: str, *_: Any, **__: Any) -> list[Any]:
        if host != "rebinding.example":
            return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (host, port))]
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (ip, port)) for ip in next(answers)]

    def only_the_public_one(ip: str) -> bool:
        seen.append(ip)
        return ip == "192.0.2.1"

    monkeypatch.setattr(socket, "getaddrinfo", rebinding)
    monkeypatch.setattr("graphkit.read.connecting._SILENCE_S", 0.2)
    refusals: list[Refusal] = []
    list(
        fetched(
            [f"http://rebinding.example:{port}/a"],
            refusals.append,
            may_connect=only_the_public_one,
            wait=lambda _: None,
        )
    )
    assert len(refusals) == 1
    assert seen == ["192.0.2.1", "127.0.0.1"]
    assert not site.asked


@pytest.mark.parametrize(
    "ip",
    [
        "10.0.0.1", "172.16.0.1", "192.168.1.1", "100.64.0.1", "169.254.169.254", "127.8.8.8", "0.0.0.0", "224.0.0.1",
        "255.255.255.255", "::", "::1", "fe80::1", "fc00::1", "ff02::1", "::ffff:127.0.0.1", "64:ff9b::a00:1",
        "2002:7f00:1::",
    ],
)  # fmt: skip
def test_addresses_of_special_use_are_not_public(ip: str) -> None:
    assert not is_public(ip)


@pytest.mark.parametrize("ip", ["93.184.215.14", "2606:2800:21f:cb07::1", "64:ff9b::5db8:d70e"])
def test_others_are(ip: str) -> None:
    assert is_public(ip)


def test_an_answer_without_end_is_given_up(site: Site) -> None:
    site.put("/a", gzip.compress(b"\n" * (LARGEST_WHOLE + 2)), Content_Type="text/html", Content_Encoding="gzip")
    _, (refusal,), _ = fetch(f"{site.url}/a")
    assert "/a: larger than 32 MiB" in refusal


def test_what_is_no_article_is_refused(site: Site) -> None:
    site.put("/a.png", b"\x89PNG", Content_Type="image/png")
    _, (refusal,), _ = fetch(f"{site.url}/a.png")
    assert "the server answers with image/png, which is no article" in refusal


def test_a_password_in_an_address_is_not_sent(site: Site) -> None:
    _, (refusal,), _ = fetch(site.url.replace("//", "//me:secret@") + "/a")
    assert "a name or password in an address is not sent" in refusal
    assert not site.asked
