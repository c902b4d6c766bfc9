"""A line to a server that can be told to break or to be slow: it passes bytes between a client and a real Neo4j."""

from __future__ import annotations

import socket
import ssl
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from types import TracebackType
from typing import Self
from urllib.parse import urlsplit


class UnreliableLine:
    """A port of this machine whose connections lead to a server, until they break.

    Attributes:
        broken: how often it broke so far.
        delay_s: how long every piece of data is on its way.
    """

    def __init__(self, server_url: str, tls: ssl.SSLContext | None = None) -> None:
        address = urlsplit(server_url)
        assert address.hostname is not None
        assert address.port is not None
        self._server = (address.hostname, address.port)
        self._listening = socket.create_server(("127.0.0.1", 0))
        self._room: int | None = None
        self._times = 0
        self._and_then: Callable[[], object] = int
        self._tls = tls
        self.delay_s = 0.0
        self._turn = threading.Lock()
        self.broken = 0
        threading.Thread(target=self._accept, daemon=True).start()

    @property
    def url(self) -> str:
        """Where a client finds the server over this line."""
        return f"bolt://127.0.0.1:{self._listening.getsockname()[1]}"

    def break_after(self, *, bytes_sent: int, times: int, and_then: Callable[[], object] = int) -> None:
        """Break a connection when clients have sent so many bytes more, and again after as many, so many times.

        Args:
            bytes_sent: by all clients together.
            times: how often it breaks; as good as new afterwards.
            and_then: is done at every break, before the client can notice it.
        """
        with self._turn:
            self._and_then = and_then
            self._step = self._room = bytes_sent
            self._times = times

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._listening.close()

    def _accept(self) -> None:
        with suppress(OSError):
            while True:
                client, _ = self._listening.accept()
                threading.Thread(target=self._connect, args=(client,), daemon=True).start()

    def _connect(self, client: socket.socket) -> None:
        try:
            here = self._tls.wrap_socket(client, server_side=True) if self._tls else client
            server = socket.create_connection(self._server)
        except OSError:  # the client does not trust the certificate, or the server is down
            client.close()
            return
        ends = (here, server)
        threading.Thread(target=self._pass_on, args=(here, server, ends, True), daemon=True).start()
        threading.Thread(target=self._pass_on, args=(server, here, ends, False), daemon=True).start()

    def _pass_on(
        self, here: socket.socket, there: socket.socket, ends: tuple[socket.socket, socket.socket], counts: bool
    ) -> None:
        with suppress(OSError):
            while chunk := here.recv(4096):
                if counts and self._breaks(len(chunk)):
                    self._and_then()
                    break
                time.sleep(self.delay_s)
                there.sendall(chunk)
        for end in ends:
            with suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)
            end.close()

    def _breaks(self, sent: int) -> bool:
        with self._turn:
            if self._room is None or not self._times:
                return False
            self._room -= sent
            if self._room > 0:
                return False
            self._room = self._step
            self._times -= 1
            self.broken += 1
            return True
