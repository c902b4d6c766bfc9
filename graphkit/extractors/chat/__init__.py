"""An OpenAI-compatible chat endpoint, asked about every article; what it claims joins what the rules read.

Nothing that it answers counts unless the words it rests on stand in the article, at one place, letter for letter:
the offsets are found here, never taken from the answer. So an article that tells the model what to say cannot make it
claim more than the article's own words show.
"""

from __future__ import annotations

from graphkit.extractors.chat.answers import answers_file
from graphkit.extractors.chat.endpoint import Endpoint, endpoint_from_environment
from graphkit.extractors.chat.reading import ChatExtractor

__all__ = ["ChatExtractor", "Endpoint", "answers_file", "endpoint_from_environment"]
