"""Reading the words of a line one after another."""

from __future__ import annotations

from collections.abc import Sequence

from graphkit import vocabulary
from graphkit.corrections.kinds import Named, Properties, Sought
from graphkit.corrections.reporting import NotApplied
from graphkit.corrections.sought import check_ends
from graphkit.corrections.words import AT, IN, KEYWORDS, Word

_LABELS = tuple(label for label in vocabulary.NODE_LABELS if label != vocabulary.ARTICLE)


class WordReader:
    """The words of a line, and how far they are read.

    Every method raises `NotApplied` where the next word is not what it reads.
    """

    def __init__(self, words: Sequence[Word]) -> None:
        self._words = words
        self._next = 0

    def label(self) -> str:
        """A node label."""
        return self._one_of(_LABELS, "a label")

    def edge_type(self) -> str:
        """An edge type."""
        return self._one_of(tuple(vocabulary.EDGE_TYPES), "an edge type")

    def text(self, meaning: str) -> str:
        """A name, a key or other words, which `meaning` describes to people."""
        word = self._peek()
        if word is None or word.property is not None or (word.bare and word.text in KEYWORDS):
            raise NotApplied(f"{meaning} is missing {self._here()}", "Put it there, in straight quotes")
        if not word.text.strip():
            raise NotApplied(f"{meaning} is empty", "Write it in the quotes")
        self._next += 1
        return word.text

    def expect(self, keyword: str) -> None:
        """A keyword that has to stand here."""
        if not self._is_keyword(keyword):
            raise NotApplied(f"{keyword!r} is missing {self._here()}", "Put it there, without quotes")
        self._next += 1

    def after(self, keyword: str, meaning: str) -> str | None:
        """What follows a keyword; None where the keyword does not stand here."""
        if not self._is_keyword(keyword):
            return None
        self._next += 1
        return self.text(meaning)

    def optional_named(self) -> Named | None:
        """A label and a name; None where no label stands here."""
        word = self._peek()
        if word is None or not word.bare or word.property is not None or word.text in KEYWORDS:
            return None
        return Named(self.label(), self.text("a name"))

    def properties(self) -> Properties:
        """All `name=value` that stand here."""
        found: dict[str, str] = {}
        while (word := self._peek()) is not None and word.property is not None:
            if word.property in found:
                raise NotApplied(f"{word.property} is given twice", "Give it once")
            found[word.property] = word.text
            self._next += 1
        return tuple(sorted(found.items()))

    def edge(self) -> Sought:
        """Edges: a type, its ends, and what tells them from others."""
        edge_type, source = self.edge_type(), Named(self.label(), self.text("a name"))
        target = self.optional_named()
        check_ends(edge_type, source.label, target.label if target else None)
        article, words = self.after(IN, "an article's key"), self.after(AT, "the words")
        return Sought(edge_type, source, target, article, words, self.properties())

    def has_more(self) -> bool:
        """Whether the line goes on."""
        return self._peek() is not None

    def end(self) -> None:
        """The line ends here."""
        if self.has_more():
            raise NotApplied(f"the line goes on {self._here()}", "Take that away, or put names in straight quotes")

    def _peek(self) -> Word | None:
        return self._words[self._next] if self._next < len(self._words) else None

    def _is_keyword(self, keyword: str) -> bool:
        word = self._peek()
        return word is not None and word.bare and word.property is None and word.text == keyword

    def _one_of(self, choices: Sequence[str], meaning: str) -> str:
        word = self._peek()
        if word is None or word.property is not None or word.text not in choices:
            raise NotApplied(f"{meaning} is missing {self._here()}", f"Write one of {', '.join(choices)}")
        self._next += 1
        return word.text

    def _here(self) -> str:
        word = self._peek()
        if word is None:
            return "at the end"
        return f"before {f'{word.property}={word.text}' if word.property else word.text!r}"
