"""Whatever the endpoint does, an article is read: by the rules at least, and with one line that says why."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from chat_server import HAT, KEY, TEXT, ChatServer, Reply, claims, refuses, says

from graphkit.errors import ExtractionError
from graphkit.extract import extract
from graphkit.extractors.chat import ChatExtractor, Endpoint
from graphkit.read import Refusal
from graphkit.records import Article, Claim, Reading

Chat = Callable[..., ChatExtractor]

ARTICLE = Article("a1", TEXT)


def set_apart(reading: Reading) -> list[Claim]:
    """The claims that the rules do not read."""
    by_rules = extract(reading.article).claims
    return [claim for claim in reading.claims if claim not in by_rules]


def test_an_answer_joins_the_rules(chat: Chat, server: ChatServer, refusals: list[Refusal]) -> None:
    reading = chat(claims(HAT))(ARTICLE)
    (claim,) = set_apart(reading)
    assert (claim.type, claim.evidence.rule, claim.evidence.confidence) == ("ATTENDED", "chat.tiny", 0.6)
    assert refusals == []
    (asked,) = server.requests
    assert (asked["path"], asked["model"], asked["temperature"]) == ("/v1/chat/completions", "tiny", 0)
    assert asked["messages"][1] == {"role": "user", "content": ARTICLE.text}
    assert asked["response_format"]["json_schema"]["schema"]["required"] == ["claims"]
    assert server.keys == [f"Bearer {KEY}"]


@pytest.mark.parametrize(
    ("reply", "reason"),
    [
        (refuses(401, f"Incorrect key {KEY}"), "answered 401 (Incorrect key …)"),
        (refuses(404, "no model tiny\n\n"), "answered 404 (no model tiny)"),
        (Reply(302, headers=(("Location", "http://localhost:9/"),)), "answered 302"),
        (refuses(500, "overloaded"), "answered 500 (overloaded)"),
        (Reply(503, b"<html>"), "answered 503"),
        (refuses(400, "too long"), "answered 400 (too long)"),
        (Reply(body=b"<html>"), "no chat endpoint"),
        (Reply(body=b'{"choices": []}'), "no chat endpoint"),
        (Reply(body=b"[" * 100_000), "no chat endpoint"),
        (Reply(body=b'{"choices"', headers=(("Content-Length", "900"),)), "no chat endpoint"),
        (says(None), "answered nothing"),
        (says('{"claims": [', "length"), "cut its answer off"),
        (says("I cannot help with that."), "did not answer in the JSON"),
        (says('{"claims": {}}'), "did not answer with a list"),
        (says('{"claims": [' + ",".join(["{}"] * 1001) + "]}"), "did not answer with a list"),
        (Reply(body=b" " * (4 * 1024 * 1024 + 1)), "answered more than 4 MB"),
    ],
)
def test_what_is_no_answer_leaves_the_article_to_the_rules(
    chat: Chat, refusals: list[Refusal], reply: Reply, reason: str
) -> None:
    assert chat(reply)(ARTICLE) == extract(ARTICLE)
    (refusal,) = refusals
    assert refusal.where == "a1"
    assert reason in refusal.reason
    assert KEY not in str(refusal)


def test_an_answer_that_does_not_come_is_given_up(chat: Chat, refusals: list[Refusal]) -> None:
    assert chat(Reply(silent=True), timeout=0.1)(ARTICLE) == extract(ARTICLE)
    assert "no answer within 0.1 seconds" in str(refusals)


def test_an_endpoint_that_is_not_there_is_asked_once(tmp_path: Path, refusals: list[Refusal]) -> None:
    endpoint = Endpoint("http://127.0.0.1:9/v1", "tiny")
    nowhere = ChatExtractor(endpoint, tmp_path / "answers.jsonl", refusals.append)
    for key in ("a1", "a2"):
        assert nowhere(Article(key, ARTICLE.text)).subjects == extract(ARTICLE).subjects
    (refusal,) = refusals
    assert "cannot be reached" in refusal.reason
    assert "not asked about the articles that follow" in refusal.reason


@pytest.mark.parametrize("busy", [refuses(429, "", ("Retry-After", "0")), refuses(500), refuses(502)])
def test_a_busy_endpoint_is_asked_again(chat: Chat, server: ChatServer, refusals: list[Refusal], busy: Reply) -> None:
    assert set_apart(chat(busy, busy, claims(HAT))(ARTICLE))
    assert (len(server.requests), refusals) == (3, [])


def test_after_three_failures_in_a_row_it_is_asked_no_more(
    chat: Chat, server: ChatServer, refusals: list[Refusal]
) -> None:
    failing = chat(says("no"))
    for number in range(5):
        failing(Article(f"a{number}", f"{ARTICLE.text} {number}"))
    assert (len(server.requests), len(refusals)) == (3, 3)


def test_a_schema_that_it_refuses_is_left_out(chat: Chat, server: ChatServer, refusals: list[Refusal]) -> None:
    assert set_apart(chat(refuses(400, "response_format?"), claims(HAT))(ARTICLE))
    assert ["response_format" in asked for asked in server.requests] == [True, False]
    assert refusals == []


def test_json_in_a_fence_is_json(chat: Chat) -> None:
    assert chat(says('```json\n{"claims": []}\n```'))(ARTICLE) == extract(ARTICLE)


def test_an_article_is_asked_about_once(chat: Chat, server: ChatServer) -> None:
    first = chat(claims(HAT))(ARTICLE)
    assert chat(refuses(500))(ARTICLE) == first
    assert len(server.requests) == 1


def test_an_answer_that_was_not_written_whole_is_asked_for_again(
    chat: Chat, server: ChatServer, tmp_path: Path
) -> None:
    chat(claims(HAT))(ARTICLE)
    file = tmp_path / "answers.jsonl"
    whole = file.read_bytes()
    file.write_bytes(whole + whole[:30])
    other = Article("a2", "Aynur Hasanova went home.")
    chat(claims())(other)
    chat(claims())(ARTICLE)
    chat(claims())(other)
    assert len(server.requests) == 2


def test_another_file_is_not_taken_for_answers(chat: Chat, tmp_path: Path) -> None:
    (tmp_path / "answers.jsonl").write_text("Aynur came.\n", encoding="utf-8")
    with pytest.raises(ExtractionError, match="GRAPHKIT_CHAT_ANSWERS"):
        chat(claims())(ARTICLE)


def test_the_key_is_in_no_repr_and_no_answer(chat: Chat, tmp_path: Path) -> None:
    asked = chat(claims(HAT))
    asked(ARTICLE)
    assert KEY not in repr(asked._endpoint)
    assert KEY not in (tmp_path / "answers.jsonl").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "url",
    [
        "localhost:11434",
        "ftp://host/v1",
        "file:///etc/passwd",
        "https://me:pass@host/v1",
        "https://host/v1?key=1",
        "http://[::1/v1",
    ],
)
def test_an_address_that_is_none_is_refused(url: str) -> None:
    with pytest.raises(ExtractionError, match="GRAPHKIT_CHAT_URL") as raised:
        Endpoint(url, "tiny")
    assert "pass" not in str(raised.value)


def test_a_key_that_no_header_can_carry_is_refused_and_not_shown() -> None:
    with pytest.raises(ExtractionError, match="GRAPHKIT_CHAT_KEY") as raised:
        Endpoint("http://localhost/v1", "tiny", f"{KEY}\n")
    assert KEY not in str(raised.value)
