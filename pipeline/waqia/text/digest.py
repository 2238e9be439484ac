"""The digest by which texts are told apart: in records, identifiers and standoff labels."""

import hashlib


def digest(text: str) -> str:
    """Return the SHA-256 of a text in UTF-8; a lone surrogate counts as its three bytes."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
