"""`http://` and `https://` addresses: the only thing here that touches the network, and only those that are given."""

from __future__ import annotations

import io
import time
from collections.abc import Callable, Iterable, Iterator

from graphkit.read.connecting import MayConnect, is_public
from graphkit.read.fetching import Fetched, Fetcher
from graphkit.read.kinds import ending_of_beginning, ending_of_media_type
from graphkit.read.opened import Opened
from graphkit.read.refusal import Refuse, Unreadable


def is_address(path: str) -> bool:
    """Whether a path is the address of something on the web."""
    return path.lower().startswith(("http://", "https://"))


def fetched(
    addresses: Iterable[str],
    refuse: Refuse,
    *,
    may_connect: MayConnect = is_public,
    wait: Callable[[float], object] = time.sleep,
) -> Iterator[Opened]:
    """Fetch addresses one after another, each open as a file.

    Args:
        addresses: what to fetch.
        refuse: is told of what cannot be fetched.
        may_connect: whether an IP address may be connected to; by default those of the public network only.
        wait: is called with the seconds to wait between two requests.
    """
    fetcher = Fetcher(may_connect, wait)
    for address in addresses:
        try:
            answer = fetcher.fetch(address)
            name = f"page{_ending(answer)}"
        except Unreadable as error:
            refuse(error.at(address))
        else:
            yield Opened(address, name, io.BytesIO(answer.data), url=address.partition("#")[0], charset=answer.charset)


def _ending(answer: Fetched) -> str:
    """The ending that a file of this answer would have."""
    if (ending := ending_of_media_type(answer.media_type)) is not None:
        return ending
    if answer.media_type in ("text/plain", "application/octet-stream"):
        return ending_of_beginning(answer.data)
    raise Unreadable(f"the server answers with {answer.media_type}, which is no article", "Name the article's own page")
