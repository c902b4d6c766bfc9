"""Where the chat endpoint is, and how it is asked: one POST a question, with time-out and retries.

It speaks the Chat Completions API, as OpenAI's own endpoint, vLLM, llama.cpp, Ollama and LM Studio do.
"""

from __future__ import annotations

import http.client
import json
import os
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final
from urllib.error import HTTPError, URLError
from urllib.parse import urlsplit
from urllib.request import HTTPRedirectHandler, Request, build_opener

from graphkit.errors import ExtractionError
from graphkit.extractors.chat.question import answer_schema

URL, MODEL, KEY = "GRAPHKIT_CHAT_URL", "GRAPHKIT_CHAT_MODEL", "GRAPHKIT_CHAT_KEY"

_LARGEST_ANSWER: Final = 4 * 1024 * 1024
_LONGEST_WAIT_S: Final = 30.0
_SHOWN: Final = 200
"""How many characters of an endpoint's own error message are passed on."""

_AGAIN: Final = "Run the command again to ask again"
_TRY_AGAIN: Final = frozenset((429, 500, 502, 503, 504))
_NO_STRUCTURE: Final = frozenset((400, 422))
"""What an endpoint answers that does not know `response_format`, among other complaints."""

_FOR_GOOD: Final[Mapping[int, str]] = {
    401: f"Check {KEY}",
    403: f"Check {KEY}, and that it may use the model",
    404: f"Check {URL} and {MODEL}",
}


class ChatFailure(Exception):
    """Why there is no answer.

    Attributes:
        reason: what went wrong, without the key.
        advice: what to do, as a sentence without its full stop.
        for_good: whether the next question would fail in the same way.
    """

    def __init__(self, reason: str, advice: str, *, for_good: bool = False) -> None:
        super().__init__(f"{reason}. {advice}.")
        self.reason = reason
        self.advice = advice
        self.for_good = for_good


@dataclass(frozen=True)
class Endpoint:
    """A chat endpoint.

    Attributes:
        url: the base of the API (`http://localhost:11434/v1`), or its `…/chat/completions`.
        model: the model's name there.
        key: is sent as the bearer's token; None where the endpoint wants none.
        timeout: seconds after which an answer that is not whole is given up.
        waits: seconds to wait before each further try after a 429 or 5xx, if the endpoint does not name them.
    """

    url: str
    model: str
    key: str | None = field(default=None, repr=False)
    timeout: float = 120.0
    waits: Sequence[float] = (1.0, 4.0, 16.0)

    def __post_init__(self) -> None:
        if not _is_plain_address(self.url):
            raise ExtractionError(
                f"{URL} is not the plain http:// or https:// address of an endpoint. Write it as "
                f"http://localhost:11434/v1, and a key into {KEY}."
            )
        if self.key and not (self.key.isascii() and self.key.isprintable() and " " not in self.key):
            raise ExtractionError(f"{KEY} holds what no key does: white space, or other than ASCII. Copy it again.")

    def answer(self, messages: Sequence[Mapping[str, str]]) -> str:
        """Ask one question, at temperature 0, for JSON of `question.answer_schema`.

        Where the endpoint refuses the schema, it is asked again without one: the question describes it as well.

        Returns:
            the content of the answer's message.

        Raises:
            ChatFailure: no whole answer came.
        """
        question = {"model": self.model, "temperature": 0, "messages": list(messages)}
        structure = {
            "type": "json_schema",
            "json_schema": {"name": "claims", "strict": True, "schema": answer_schema()},
        }
        try:
            return self._ask({**question, "response_format": structure})
        except _StructureRefused:
            return self._ask(question)

    def _ask(self, question: Mapping[str, Any]) -> str:
        body = json.dumps(question).encode()
        waits = list(self.waits)
        while True:
            try:
                return _content(self._post(body))
            except HTTPError as error:
                with error:
                    if error.code not in _TRY_AGAIN or not waits:
                        raise self._failure(error, structured="response_format" in question) from None
                    pause = _seconds_to_wait(error, waits.pop(0))
            time.sleep(pause)

    def _post(self, body: bytes) -> bytes:
        """The body of the response.

        Raises:
            HTTPError: its status is not that of an answer.
            ChatFailure: it did not come, or not in time.
        """
        headers = {"Content-Type": "application/json", "Accept": "application/json"}
        if self.key:
            headers["Authorization"] = f"Bearer {self.key}"
        deadline = time.monotonic() + self.timeout
        try:
            request = Request(self._address(), body, headers, method="POST")
            with build_opener(_NoRedirects).open(request, timeout=self.timeout) as response:
                return _whole(response, deadline)
        except HTTPError:
            raise
        except TimeoutError as error:
            raise self._too_slow() from error
        except URLError as error:
            if isinstance(error.reason, TimeoutError):
                raise self._too_slow() from error
            raise ChatFailure(
                f"the chat endpoint cannot be reached ({_words(error.reason)})", f"Check {URL}", for_good=True
            ) from error
        except (OSError, http.client.HTTPException, ValueError) as error:
            raise ChatFailure(f"the connection to the chat endpoint broke ({type(error).__name__})", _AGAIN) from error

    def _too_slow(self) -> ChatFailure:
        return ChatFailure(
            f"the chat endpoint gave no answer within {self.timeout:g} seconds", "Ask again, or use a faster model"
        )

    def _address(self) -> str:
        base = self.url.rstrip("/")
        return base if base.endswith("/chat/completions") else f"{base}/chat/completions"

    def _failure(self, error: HTTPError, *, structured: bool) -> Exception:
        if structured and error.code in _NO_STRUCTURE:
            return _StructureRefused()
        said = self._without_key(_message(error))[:_SHOWN]
        return ChatFailure(
            f"the chat endpoint answered {error.code}{f' ({said})' if said else ''}",
            _FOR_GOOD.get(error.code, _AGAIN),
            for_good=error.code in _FOR_GOOD,
        )

    def _without_key(self, words: str) -> str:
        return words.replace(self.key, "…") if self.key else words


def _is_plain_address(url: str) -> bool:
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.hostname) and not (parts.username or parts.query)


class _StructureRefused(Exception):
    """The endpoint may not know how to answer in a schema."""


class _NoRedirects(HTTPRedirectHandler):
    """A redirect would carry the key to another host."""

    def redirect_request(self, *_: object) -> None:
        return None


def _whole(response: http.client.HTTPResponse, deadline: float) -> bytes:
    """All that a response holds, if it is no more than `_LARGEST_ANSWER` bytes and here before the deadline."""
    read = bytearray()
    while chunk := response.read1(65_536):
        read += chunk
        if len(read) > _LARGEST_ANSWER:
            raise ChatFailure("the chat endpoint answered more than 4 MB", "Use another model")
        if time.monotonic() > deadline:
            raise TimeoutError
    return bytes(read)


def _content(body: bytes) -> str:
    try:
        choice = json.loads(body)["choices"][0]
        content, finished = choice["message"]["content"], choice.get("finish_reason")
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError) as error:
        raise ChatFailure("what answered is no chat endpoint", f"Check {URL}") from error
    if finished == "length":
        raise ChatFailure(
            "the chat endpoint cut its answer off", "Let it answer at greater length, or use another model"
        )
    if not isinstance(content, str) or not content.strip():
        raise ChatFailure("the chat endpoint answered nothing", "Use another model")
    return content


def _seconds_to_wait(error: HTTPError, otherwise: float) -> float:
    named = error.headers.get("Retry-After", "")
    return min(float(named), _LONGEST_WAIT_S) if named.isdecimal() else otherwise


def _message(error: HTTPError) -> str:
    """What the endpoint says is wrong, in one short line."""
    try:
        said = json.loads(error.read(65_536))["error"]
        words = said["message"] if isinstance(said, dict) else said
    except (OSError, http.client.HTTPException, ValueError, LookupError, TypeError, RecursionError):
        return ""
    return " ".join(str(words).split())


def _words(reason: object) -> str:
    strerror = getattr(reason, "strerror", None)
    return str(strerror or reason)


def endpoint_from_environment() -> Endpoint:
    """The endpoint that GRAPHKIT_CHAT_URL, GRAPHKIT_CHAT_MODEL and GRAPHKIT_CHAT_KEY name.

    Raises:
        ExtractionError: the address or the model is not named.
    """
    url, model = os.environ.get(URL), os.environ.get(MODEL)
    if not url or not model:
        raise ExtractionError(
            f"The extractor chat needs an endpoint. Set {URL} (http://localhost:11434/v1), {MODEL}, and where it "
            f"wants a key {KEY}."
        )
    return Endpoint(url, model, os.environ.get(KEY) or None)
