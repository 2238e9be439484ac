"""Plain text: one file, one article; its id is the file's name, its title null."""

from collections.abc import Iterator
from io import BufferedReader

from waqia.errors import IngestError
from waqia.ingest.article import Raw
from waqia.ingest.decode import binary_kind, decode
from waqia.ingest.sources import Limits, Source
from waqia.records import Failure


def read_plain(stream: BufferedReader, source: Source, limits: Limits) -> Iterator[Raw | Failure]:
    """Yield the article of a text file, or why it isn't one; reads at most the limit plus one byte."""
    data = stream.read(limits.text + 1)
    if len(data) > limits.text:
        size = f"{source.size:,}" if source.size is not None else f"more than {limits.text:,}"
        message = f"the file has {size} bytes; the limit for one article is {limits.text:,} (--max-bytes)"
        yield source.failure("too_large", message, id=source.stem)
    elif not data:
        yield source.failure("empty_file", "the file is empty", id=source.stem)
    elif kind := binary_kind(data):
        yield source.failure("binary", f"the file is {kind}, not text", id=source.stem)
    else:
        try:
            yield Raw({"id": source.stem, "text": decode(data)})
        except IngestError as error:
            yield source.failure(error.reason, error.message, id=source.stem)
