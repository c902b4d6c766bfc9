"""Reading an article: its names, who holds which post, who attended what, and who said which words."""

from __future__ import annotations

from graphkit.extract.blacked_out import extract
from graphkit.extract.stages import unread

__all__ = ["extract", "unread"]
