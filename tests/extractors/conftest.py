from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from chat_server import KEY, ChatServer, Reply

from graphkit.extractors.chat import ChatExtractor, Endpoint
from graphkit.read import Refusal


@pytest.fixture
def refusals() -> list[Refusal]:
    """What was left to the rules."""
    return []


@pytest.fixture
def chat(server: ChatServer, refusals: list[Refusal], tmp_path: Path) -> Callable[..., ChatExtractor]:
    """Makes an extractor that the server gives these replies."""

    def made(*replies: Reply, timeout: float = 30.0) -> ChatExtractor:
        server.replies = list(replies)
        endpoint = Endpoint(server.url, "tiny", KEY, timeout, waits=(0, 0))
        return ChatExtractor(endpoint, tmp_path / "answers.jsonl", refusals.append)

    return made
