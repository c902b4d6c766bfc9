"""Fetching pages with manners: robots.txt, pauses between requests, few retries, few redirects."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final
from urllib.parse import urljoin

from graphkit.read.connecting import AGENT, Answer, MayConnect, NoAnswer, ask, split_address
from graphkit.read.kinds import content_type
from graphkit.read.limits import LARGEST_WHOLE, in_words
from graphkit.read.refusal import MissingLibrary, Unreadable

if TYPE_CHECKING:
    from protego import Protego

_PAUSE_S: Final = 1.0
"""Seconds between two requests to one server, if its robots.txt does not ask for more."""

_LONGEST_PAUSE_S: Final = 30.0
_BEFORE_RETRIES_S: Final = (1.0, 4.0)
_TRY_AGAIN: Final = frozenset((429, 500, 502, 503, 504))
_REDIRECTS: Final = frozenset((301, 302, 303, 307, 308))
_MOST_REDIRECTS: Final = 5
_LARGEST_ROBOTS: Final = 500 * 1024
"""Bytes of a robots.txt that are read: RFC 9309, section 2.5."""

_IN_A_BROWSER: Final = "Check the address in a browser"
_LATER: Final = "Try again later, or save the page and load the file"


@dataclass(frozen=True, slots=True)
class Fetched:
    """What was found at an address.

    Attributes:
        data: the body, unpacked.
        media_type: what the server says that it is: `text/html`.
        charset: its encoding, if the server names one.
    """

    data: bytes
    media_type: str
    charset: str | None


class Fetcher:
    """Fetches one address after another, and remembers each server's robots.txt and when it was asked last."""

    def __init__(self, may_connect: MayConnect, wait: Callable[[float], object]) -> None:
        """A fetcher that connects where it may, and waits by a function of seconds."""
        self._may_connect = may_connect
        self._wait = wait
        self._robots: dict[str, Protego] = {}
        self._asked: dict[str, float] = {}

    def fetch(self, address: str) -> Fetched:
        """Fetch what an address leads to.

        Raises:
            Unreadable: it cannot be had, or may not be.
        """
        answer = self._followed(address, LARGEST_WHOLE + 1, self._refuse_if_forbidden)
        if answer.status != 200:
            raise Unreadable(f"the server answers {answer.status}", _IN_A_BROWSER)
        if len(answer.data) > LARGEST_WHOLE:
            raise Unreadable(f"larger than {in_words(LARGEST_WHOLE)}", "Download it and load the file")
        return Fetched(answer.data, *content_type(answer.headers.get("Content-Type", "")))

    def _followed(self, address: str, most: int, before: Callable[[str], None]) -> Answer:
        """The answer at the end of all redirects, each of which is looked at before it is followed."""
        for _ in range(_MOST_REDIRECTS + 1):
            before(address)
            answer = self._asked_again(address, most)
            if answer.status not in _REDIRECTS or "Location" not in answer.headers:
                return answer
            address = urljoin(address, answer.headers["Location"])
        raise Unreadable(f"it redirects more than {_MOST_REDIRECTS} times", _IN_A_BROWSER)

    def _asked_again(self, address: str, most: int) -> Answer:
        """The answer of a server, which is asked again if it is busy or silent."""
        for pause in (*_BEFORE_RETRIES_S, None):
            self._pause(_server(address))
            try:
                answer = ask(address, self._may_connect, most)
            except NoAnswer as error:
                if pause is None:
                    raise Unreadable(str(error), _LATER) from error
                self._wait(pause)
            else:
                if pause is None or answer.status not in _TRY_AGAIN:
                    return answer
                self._wait(_asked_pause(answer, pause))
        raise AssertionError("the last try returns or raises")

    def _pause(self, server: str) -> None:
        """Wait until a server may be asked again."""
        rules = self._robots.get(server)
        pause = min(max(_PAUSE_S, (rules and rules.crawl_delay(AGENT)) or 0.0), _LONGEST_PAUSE_S)
        since = time.monotonic() - self._asked.get(server, float("-inf"))
        if since < pause:
            self._wait(pause - since)
        self._asked[server] = time.monotonic()

    def _refuse_if_forbidden(self, address: str) -> None:
        """RFC 9309: a server without rules allows all; one whose rules cannot be had, nothing."""
        server = _server(address)
        if server not in self._robots:
            self._robots[server] = self._rules(server)
        if not self._robots[server].can_fetch(address, AGENT):
            raise Unreadable("the server's robots.txt forbids it", "Save the page in a browser and load the file")

    def _rules(self, server: str) -> Protego:
        try:
            from protego import Protego
        except ImportError as error:
            raise MissingLibrary("protego", error) from error
        answer = self._followed(f"{server}/robots.txt", _LARGEST_ROBOTS, lambda address: None)
        if answer.status >= 500:
            raise Unreadable(f"the server answers {answer.status} for its robots.txt", _LATER)
        return Protego.parse(answer.data.decode("utf-8", "replace") if answer.status == 200 else "")


def _server(address: str) -> str:
    parts, host, port = split_address(address)
    return f"{parts.scheme}://{f'[{host}]' if ':' in host else host}:{port}"


def _asked_pause(answer: Answer, pause: float) -> float:
    """The seconds that a busy server asks to wait, within reason."""
    asked = answer.headers.get("Retry-After", "")
    return min(max(pause, float(asked)), _LONGEST_PAUSE_S) if asked.isascii() and asked.isdigit() else pause
