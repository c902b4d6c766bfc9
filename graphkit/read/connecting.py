"""One HTTP request, to a network address that was checked before.

A name may lead anywhere, and elsewhere the next time it is looked up; so it is looked up once, what it leads to is
checked, and that is connected to. No page that a user loads can reach into the user's own network.
"""

from __future__ import annotations

import ipaddress
import socket
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, TypeAlias
from urllib.parse import SplitResult, quote, urlsplit

from graphkit.read.refusal import MissingLibrary, Unreadable

if TYPE_CHECKING:
    from urllib3 import BaseHTTPResponse, HTTPConnectionPool

MayConnect: TypeAlias = Callable[[str], bool]
"""Whether an IP address may be connected to."""

AGENT: Final = "graphkit"
_HEADERS: Final = {
    "User-Agent": f"{AGENT} (reads the addresses that its user names)",
    "Accept": "text/html, application/rss+xml, application/atom+xml, application/json;q=0.9, */*;q=0.5",
    "Accept-Encoding": "gzip, deflate",
}
_SILENCE_S: Final = 20.0
"""Seconds without a byte after which a server is given up."""

_LONGEST_S: Final = 90.0
"""Seconds after which an answer that is not whole is given up."""

_PIECE: Final = 64 * 1024
_IN_PATHS: Final = "/%:@!$&'()*+,;=~?"
_BEHIND_NAT64: Final = ipaddress.IPv6Network("64:ff9b::/96")
"""IPv4 addresses as a gateway shows them: RFC 6052."""


class NoAnswer(Exception):
    """A server cannot be reached, or breaks off; another try may help."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server answered.

    Attributes:
        status: the HTTP status code.
        headers: by name, whose case does not matter.
        data: the body unpacked, no more of it than was asked for.
    """

    status: int
    headers: Mapping[str, str]
    data: bytes


def is_public(ip: str) -> bool:
    """Whether an IP address is one of the public network, not of this machine, its network or a special use.

    >>> [is_public(ip) for ip in ("93.184.215.14", "127.0.0.1", "169.254.169.254", "::ffff:10.0.0.1", "fe80::1%eth0")]
    [True, False, False, False, False]
    """
    address = ipaddress.ip_address(ip.partition("%")[0])
    if isinstance(address, ipaddress.IPv6Address) and (inner := _ipv4_within(address)) is not None:
        return is_public(str(inner))
    return address.is_global and not address.is_multicast


def ask(address: str, may_connect: MayConnect, most: int) -> Answer:
    """Ask for what stands at an address, at the first of its network addresses that answers.

    Args:
        address: of `http://` or `https://`.
        may_connect: whether a network address may be connected to.
        most: how many bytes of the body are read.

    Raises:
        NoAnswer: the server cannot be reached, or breaks off.
        Unreadable: the address is none, or leads where nobody may connect.
    """
    parts, host, port = split_address(address)
    problem: Exception | None = None
    for ip in _checked(host, port, may_connect):
        try:
            return _answer(parts, host, port, ip, most)
        except NoAnswer as error:
            problem = error
    raise problem or NoAnswer("its name leads nowhere")


def split_address(address: str) -> tuple[SplitResult, str, int]:
    """The parts of an address, its host in ASCII, and its port.

    Raises:
        Unreadable: it is not the address of a page.
    """
    try:
        parts = urlsplit(address)
        host = (parts.hostname or "").encode("idna").decode("ascii")
        port = parts.port or (443 if parts.scheme == "https" else 80)
    except ValueError as error:
        raise Unreadable(f"this is no address ({error})", "Check its spelling") from error
    if parts.scheme not in ("http", "https") or not host:
        raise Unreadable("this is no http:// or https:// address", "Check its spelling")
    if parts.username is not None:
        raise Unreadable("a name or password in an address is not sent", "Save the page and load the file")
    return parts, host, port


def _ipv4_within(address: ipaddress.IPv6Address) -> ipaddress.IPv4Address | None:
    if address in _BEHIND_NAT64:
        return ipaddress.IPv4Address(int(address) & 0xFFFF_FFFF)
    return address.ipv4_mapped or address.sixtofour or (address.teredo[1] if address.teredo else None)


def _checked(host: str, port: int, may_connect: MayConnect) -> list[str]:
    """The network addresses of a host that may be connected to."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except OSError as error:
        raise NoAnswer(f"its name leads nowhere ({error.strerror})") from error
    ips = list(dict.fromkeys(str(address[0]) for *_, address in found))
    allowed = [ip for ip in ips if may_connect(ip)]
    if ips and not allowed:
        reason = f"{host} is in a private network ({ips[0]}), and only public addresses are fetched"
        raise Unreadable(reason, "Save the page and load the file")
    return allowed


def _answer(parts: SplitResult, host: str, port: int, ip: str, most: int) -> Answer:
    try:
        from urllib3.exceptions import HTTPError
    except ImportError as error:
        raise MissingLibrary("urllib3", error) from error
    target = quote(parts.path or "/", safe=_IN_PATHS) + (
        f"?{quote(parts.query, safe=_IN_PATHS)}" if parts.query else ""
    )
    headers = _HEADERS | {"Host": parts.netloc.encode("idna").decode("ascii")}
    try:
        with _pool(parts.scheme, host, port, ip) as pool:
            response = pool.urlopen(
                "GET", target, headers=headers, retries=False, redirect=False, preload_content=False
            )
            try:
                return Answer(response.status, response.headers, _body(response, most))
            finally:
                response.close()
    except (HTTPError, OSError) as error:
        raise NoAnswer(f"the server does not answer ({_in_words(error)})") from error


def _pool(scheme: str, host: str, port: int, ip: str) -> HTTPConnectionPool:
    """A connection to a checked address, whose certificate has to be the host's."""
    from urllib3 import HTTPConnectionPool, HTTPSConnectionPool

    options: dict[str, Any] = {"port": port, "timeout": _SILENCE_S}
    if scheme == "http":
        return HTTPConnectionPool(ip, **options)
    return HTTPSConnectionPool(ip, server_hostname=host, assert_hostname=host, cert_reqs="CERT_REQUIRED", **options)


def _body(response: BaseHTTPResponse, most: int) -> bytes:
    data = bytearray()
    end = time.monotonic() + _LONGEST_S
    for piece in response.stream(_PIECE, decode_content=True):
        data += piece
        if time.monotonic() > end:
            raise NoAnswer(f"its answer takes longer than {_LONGEST_S:.0f} seconds")
        if len(data) >= most:
            break
    return bytes(data[:most])


def _in_words(error: Exception) -> str:
    """The message of an error without the objects that urllib3 begins it with."""
    return str(error).rpartition(">: ")[2] or type(error).__name__
