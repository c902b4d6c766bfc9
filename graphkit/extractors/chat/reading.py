"""Reads an article by the rules, and asks the endpoint for what they missed."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Final

from graphkit.extract import extract
from graphkit.extractors.chat.answer import ProposedClaim, read_answer
from graphkit.extractors.chat.answers import Answers
from graphkit.extractors.chat.endpoint import ChatFailure, Endpoint
from graphkit.extractors.chat.joining import join_claims
from graphkit.extractors.chat.question import messages
from graphkit.extractors.extractor import CHAT
from graphkit.read import Refusal, Refuse
from graphkit.records import Article, Reading

_ENOUGH_FAILURES: Final = 3
"""How many articles in a row may fail before the endpoint is asked no more."""


class ChatExtractor:
    """An extractor by our rules and the claims of a chat endpoint.

    Attributes:
        joined: how many claims joined those of the rules so far.
        dropped: how many did not, by the reason.
    """

    def __init__(self, endpoint: Endpoint, answers: Path, report: Refuse) -> None:
        """An extractor that asks an endpoint.

        Args:
            endpoint: where it is.
            answers: the file that keeps its answers, so that it is asked about an article once.
            report: is told of every article that is left to the rules for want of an answer.
        """
        self.joined = 0
        self.dropped: Counter[str] = Counter()
        self.rule = f"{CHAT}.{endpoint.model}"
        self._endpoint = endpoint
        self._answers = Answers(answers)
        self._report = report
        self._failures = 0

    def __call__(self, article: Article) -> Reading:
        """Read one article.

        Raises:
            ExtractionError: the file of answers holds something else.
        """
        reading = extract(article)
        joined, dropped = join_claims(reading, self._proposed(article), self.rule)
        self.joined += len(joined.claims) - len(reading.claims)
        self.dropped.update(dropped)
        return joined

    def _proposed(self, article: Article) -> list[ProposedClaim | None]:
        """What the endpoint claims of an article; nothing where it gives no answer."""
        question = messages(article.text)
        known = self._answers.of(self._endpoint.model, question)
        if known is None and self._failures >= _ENOUGH_FAILURES:
            return []
        try:
            answer = known or self._endpoint.answer(question)
            proposed = read_answer(answer)
        except ChatFailure as failure:
            self._fail(article, failure)
            return []
        if known is None:
            self._failures = 0
            self._answers.keep(self._endpoint.model, question, answer)
        return proposed

    def _fail(self, article: Article, failure: ChatFailure) -> None:
        self._failures = _ENOUGH_FAILURES if failure.for_good else self._failures + 1
        given_up = self._failures >= _ENOUGH_FAILURES
        more = "; it is not asked about the articles that follow" if given_up else ""
        self._report(Refusal(article.key, f"{failure.reason}{more}", failure.advice))
