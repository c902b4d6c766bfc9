"""graphkit: a graph of people, organisations and forums, read out of news articles."""

__version__ = "0.1.0"
