"""Extractors: pure functions over an analysis, and the spaCy components that carry them."""
