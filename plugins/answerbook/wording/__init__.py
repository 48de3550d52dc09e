"""The sentences of each language, and outcomes told in them. Every figure arrives written; a message never holds a digit."""

from .catalogue import Catalogue, catalogue, search_catalogue

__all__ = ["Catalogue", "catalogue", "search_catalogue"]
