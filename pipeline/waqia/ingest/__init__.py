"""Bytes to articles: one reader a format, and one place where an article is checked.

``registry.READERS`` says which reader a file name gets; a new format (HTML, feeds, archives) is a module with
one reader and one line there.
"""

from waqia.ingest.inputs import Watch, read_inputs
from waqia.ingest.sources import Limits

__all__ = ["Limits", "Watch", "read_inputs"]
