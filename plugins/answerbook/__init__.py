"""A help centre whose prices cannot be wrong: articles, calculator, search and assistant from one YAML file."""

__version__ = "0.1.0"
