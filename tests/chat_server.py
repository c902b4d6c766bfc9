"""A real HTTP server on this machine that answers as a chat endpoint does, in the order in which a test says."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

KEY = "sk-very-secret"
"""The key of an endpoint that must not be shown to anyone."""

TEXT = "All who sat in the Caspian Energy Forum saw the red hat of Aynur Hasanova."
"""An article of which the rules do not read what `HAT` says."""

HAT = {
    "type": "ATTENDED",
    "source": {"label": "Person", "name": "Aynur Hasanova"},
    "target": {"label": "Forum", "name": "Caspian Energy Forum"},
    "evidence": "the red hat of Aynur Hasanova",
    "status": "attended",
}


@dataclass(frozen=True)
class Reply:
    """One response; a silent one comes when the test is over."""

    status: int = 200
    body: bytes = b""
    headers: tuple[tuple[str, str], ...] = ()
    silent: bool = False


def says(content: str | None, finish_reason: str = "stop") -> Reply:
    """A response whose message has a content."""
    choice = {"index": 0, "finish_reason": finish_reason, "message": {"role": "assistant", "content": content}}
    return Reply(body=json.dumps({"object": "chat.completion", "choices": [choice]}).encode())


def claims(*proposed: dict[str, Any]) -> Reply:
    """A response that proposes claims."""
    return says(json.dumps({"claims": proposed}))


def refuses(status: int, message: str = "", *headers: tuple[str, str]) -> Reply:
    return Reply(status, json.dumps({"error": {"message": message}}).encode(), headers)


@dataclass
class ChatServer:
    """Gives its replies one after another, the last one again and again; remembers what it was asked."""

    url: str = ""
    replies: list[Reply] = field(default_factory=list)
    requests: list[dict[str, Any]] = field(default_factory=list)
    keys: list[str | None] = field(default_factory=list)
    done: threading.Event = field(default_factory=threading.Event)

    def next_reply(self) -> Reply:
        return self.replies.pop(0) if len(self.replies) > 1 else self.replies[0]


@contextmanager
def chat_server() -> Iterator[ChatServer]:
    """Run one for the length of the block."""
    known = ChatServer()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            asked = self.rfile.read(int(self.headers["Content-Length"]))
            known.requests.append({"path": self.path} | json.loads(asked))
            known.keys.append(self.headers["Authorization"])
            reply = known.next_reply()
            if reply.silent:
                known.done.wait()
                return
            self.send_response(reply.status)
            for name, value in reply.headers:
                self.send_header(name, value)
            self.end_headers()
            with suppress(OSError):  # who asked has heard enough
                self.wfile.write(reply.body)

        def log_message(self, *_: object) -> None:
            """Say nothing on standard error."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    known.url = f"http://127.0.0.1:{server.server_port}/v1"
    try:
        yield known
    finally:
        known.done.set()
        server.shutdown()
        thread.join()
        server.server_close()
