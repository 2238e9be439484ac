"""Which reader a file gets. HTML, feeds and archives find their place here."""

from collections.abc import Callable, Iterator
from io import BufferedReader
from pathlib import PurePath

from waqia.ingest.article import Raw
from waqia.ingest.jsonl import read_json, read_jsonl
from waqia.ingest.plain import read_plain
from waqia.ingest.sources import Limits, Source
from waqia.ingest.tabular import read_csv, read_parquet
from waqia.records import Failure

Reader = Callable[[BufferedReader, Source, Limits], Iterator[Raw | Failure]]

READERS: dict[str, Reader] = {
    ".txt": read_plain,
    ".jsonl": read_jsonl,
    ".ndjson": read_jsonl,
    ".json": read_json,
    ".csv": read_csv,
    ".tsv": read_csv,
    ".parquet": read_parquet,
}

UNREAD = {
    ".html": "HTML",
    ".htm": "HTML",
    ".xhtml": "HTML",
    ".xml": "XML",
    ".rss": "a feed",
    ".atom": "a feed",
    ".warc": "a web archive",
    ".md": "Markdown",
}
"""Formats known but not read: taken for plain text, their mark-up would end in records."""


def reader_for(source: Source, head: bytes) -> Reader | None:
    """Return the reader by the file's suffix, else by its first bytes; None for a format that isn't read.

    Without a known suffix, Parquet goes by its magic, JSON Lines by an opening brace, and the rest is text.
    """
    suffix = PurePath(source.path).suffix.lower()
    if suffix in READERS:
        return READERS[suffix]
    if suffix in UNREAD:
        return None
    if head.startswith(b"PAR1"):
        return read_parquet
    if head.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"{"):
        return read_jsonl
    return read_plain
