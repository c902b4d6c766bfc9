"""The version of graphkit, where every stage can see it."""

__version__ = "0.1.0"
