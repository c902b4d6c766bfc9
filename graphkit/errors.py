"""The errors of graphkit: one tree.

GraphkitError
├── ArticleError        an article cannot be read
├── ExtractionError     an extractor cannot be had, or is not the one that a store was read by
├── CorrectionError     a person's correction cannot be read, or finds no target
├── VocabularyError     a label, edge type or end that the model does not have
├── QueryNotFound       no query of that name
└── StoreError          anything a store says
    ├── StoreUnavailable    not there, locked, refused the password
    └── QueryError          the store refused the Cypher or its parameters

Every message is one or two sentences: what, where, and what to do next.
"""

from __future__ import annotations


class GraphkitError(Exception):
    """Base of every error that graphkit raises on purpose."""


class ArticleError(GraphkitError):
    """An article cannot be read."""


class ExtractionError(GraphkitError):
    """An extractor cannot be had, or is not the one that a store was read by."""


class CorrectionError(GraphkitError):
    """A person's correction cannot be read, or finds no target."""


class VocabularyError(GraphkitError):
    """A label, edge type or end that the graph model does not have."""


class QueryNotFound(GraphkitError):
    """No query of that name."""


class StoreError(GraphkitError):
    """A store could not do what it was asked."""


class StoreUnavailable(StoreError):
    """The store is not there, is locked, or refused the credentials."""


class QueryError(StoreError):
    """The store refused a query or its parameters."""
