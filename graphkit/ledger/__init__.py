"""What was read out of every article of a store, and who is who in it: a file beside the store.

With it one more article costs by the article: it is read, its names are compared with those that are like them, and
of the graph only what it changes is written. What people correct lies over that, and costs by what it names. The ledger
can be deleted at any time; the next load then reads every article of the store again and makes a new one.
"""

from __future__ import annotations

from graphkit.ledger.ledger import READING, Ledger, delete_ledger

__all__ = ["READING", "Ledger", "delete_ledger"]
