"""CSV, TSV and Parquet with the columns that JSON Lines has as fields."""

import csv
from collections.abc import Iterator
from io import BufferedReader, TextIOWrapper

from waqia.ingest.article import Raw
from waqia.ingest.decode import binary_kind
from waqia.ingest.sources import Limits, Source
from waqia.records import Failure

_COLUMNS = ("id", "title", "text", "published_at", "date", "source", "url")
_BATCH = 64
_HEAD = 8192


def read_csv(stream: BufferedReader, source: Source, limits: Limits) -> Iterator[Raw | Failure]:
    """Yield the articles of a CSV (or, by its name, tab-separated) file with a header; UTF-8 only.

    ``line`` is the line on which a row ends, as editors count.
    """
    head = stream.peek(_HEAD)
    if not head:
        yield source.failure("empty_file", "the file is empty")
        return
    if kind := binary_kind(head):
        yield source.failure("binary", f"the file is {kind}, not CSV")
        return
    delimiter = "\t" if source.path.lower().endswith(".tsv") else ","
    csv.field_size_limit(limits.line)
    lines = TextIOWrapper(stream, encoding="utf-8-sig", newline="")
    try:
        reader = csv.DictReader(lines, delimiter=delimiter, strict=True)
        if "text" not in (reader.fieldnames or ()):
            found = ", ".join(reader.fieldnames or ()) or "none"
            yield source.failure("missing_text", f'no column "text"; columns found: {found}', line=1)
            return
        for row in reader:
            yield Raw({name: row[name] for name in _COLUMNS if row.get(name)}, reader.line_num)
    except UnicodeDecodeError as error:
        message = f"byte 0x{error.object[error.start]:02x} is not UTF-8; save the table as UTF-8"
        yield source.failure("bad_encoding", message)
    except csv.Error as error:
        yield source.failure("bad_csv", f"not CSV: {error}", line=reader.line_num + 1)
    finally:
        lines.detach()


def read_parquet(stream: BufferedReader, source: Source, limits: Limits) -> Iterator[Raw | Failure]:
    """Yield the articles of a Parquet file, a few rows at a time; ``line`` is the 1-based row."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    try:
        table = pq.ParquetFile(stream)
        names = [name for name in _COLUMNS if name in table.schema_arrow.names]
        if "text" not in names:
            found = ", ".join(table.schema_arrow.names)
            yield source.failure("missing_text", f'no column "text"; columns found: {found}')
            return
        row = 0
        for batch in table.iter_batches(batch_size=_BATCH, columns=names):
            for fields in batch.to_pylist():
                row += 1
                yield Raw(fields, row)
    except (pa.ArrowException, OSError) as error:
        message = str(error).splitlines()[0]
        yield source.failure("bad_parquet", f"not a Parquet file that can be read: {message}")
