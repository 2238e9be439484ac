"""Write records and tables to a folder: streaming, in bounded memory, all of it or nothing.

Everything is first written aside in the folder under hidden names, flushed to disk, and renamed only when the
last record is through; an interrupted run leaves what was there before.
"""

import csv
import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from types import TracebackType
from typing import Any, Literal, Protocol

import pyarrow as pa
import pyarrow.parquet as pq

from waqia.errors import OutputError
from waqia.output.cells import cell
from waqia.output.pieces import Row
from waqia.output.rows import Rows, rows_of
from waqia.output.tables import SCHEMAS
from waqia.records import ArticleRecord, Failure, encode

Format = Literal["csv", "parquet"]
FORMATS: tuple[Format, ...] = ("csv", "parquet")
_BATCH = 256


def write_tables(
    records: Iterable[ArticleRecord | Failure],
    directory: str | Path,
    *,
    formats: Sequence[Format] = FORMATS,
) -> list[Path]:
    """Write the event table and its companions to ``directory/csv`` and ``directory/parquet``.

    Returns the files written. Lists are lists in Parquet and joined with ``"; "`` in CSV.

    Raises:
        OutputError: the folder can't be written.
    """
    with _output(Path(directory)) as staged, _Tables(staged, formats) as tables:
        for record in records:
            tables.add(record)
    return staged.published


def write_run(
    results: Iterable[ArticleRecord | Failure],
    directory: str | Path,
    *,
    formats: Sequence[Format] = FORMATS,
) -> list[Path]:
    """Write ``records.jsonl``, ``failures.jsonl`` and the tables of a run; see :func:`write_tables`."""
    with _output(Path(directory)) as staged, _Tables(staged, formats) as tables:
        records, failures = staged.open("records.jsonl"), staged.open("failures.jsonl")
        for result in results:
            (failures if isinstance(result, Failure) else records).write(encode(result) + b"\n")
            tables.add(result)
    return staged.published


class _Staged:
    """Files written aside in a folder, renamed together at the end."""

    def __init__(self, directory: Path, stack: ExitStack) -> None:
        self._directory = directory
        self._stack = stack
        self._files: list[tuple[Path, Path]] = []
        self._made: list[Path] = []
        self.published: list[Path] = []
        self._make(directory)

    def _make(self, folder: Path) -> None:
        missing = [path for path in (folder, *folder.parents) if not path.exists()]
        folder.mkdir(parents=True, exist_ok=True)
        self._made.extend(missing)

    def open(self, name: str) -> Any:  # noqa: ANN401 (a binary file)
        """Open a file for writing under a hidden name; it is closed when the run ends."""
        target = self._directory / name
        self._make(target.parent)
        aside = target.with_name(f".{target.name}.{os.getpid()}.part")
        self._files.append((aside, target))
        return self._stack.enter_context(aside.open("wb"))

    def publish(self) -> None:
        for aside, target in self._files:
            with aside.open("rb+") as file:
                os.fsync(file.fileno())
            aside.replace(target)
            self.published.append(target)

    def discard(self) -> None:
        for aside, _ in self._files:
            aside.unlink(missing_ok=True)
        for folder in sorted(self._made, key=lambda path: -len(path.parts)):
            if folder.is_dir() and not any(folder.iterdir()):
                folder.rmdir()


@contextmanager
def _output(directory: Path) -> Iterator[_Staged]:
    staged = None
    try:
        with ExitStack() as stack:
            staged = _Staged(directory, stack)
            yield staged
        staged.publish()
    except OSError as error:
        name = error.filename or directory
        raise OutputError(f"{name}: can't be written: {error.strerror or error}") from error
    finally:
        if staged is not None:
            staged.discard()


class _Writer(Protocol):
    def write(self, rows: list[Row]) -> None: ...
    def close(self) -> None: ...


class _Tables:
    """All tables in all formats, written a batch of rows at a time."""

    def __init__(self, staged: _Staged, formats: Sequence[Format]) -> None:
        self._rows: Rows = {name: [] for name in SCHEMAS}
        self._writers: dict[str, list[_Writer]] = {
            name: [_WRITERS[kind](staged.open(f"{kind}/{name}.{kind}"), schema) for kind in formats]
            for name, schema in SCHEMAS.items()
        }

    def __enter__(self) -> "_Tables":
        return self

    def add(self, item: ArticleRecord | Failure) -> None:
        for name, rows in rows_of(item).items():
            waiting = self._rows[name]
            waiting.extend(rows)
            if len(waiting) >= _BATCH:
                self._flush(name)

    def _flush(self, name: str) -> None:
        for writer in self._writers[name]:
            writer.write(self._rows[name])
        self._rows[name] = []

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for name, writers in self._writers.items():
            if kind is None and self._rows[name]:
                self._flush(name)
            for writer in writers:
                writer.close()


class _Csv:
    def __init__(self, file: Any, schema: pa.Schema) -> None:  # noqa: ANN401 (a binary file)
        self._lines = _Utf8(file)
        self._names = schema.names
        file.write(b"\xef\xbb\xbf")
        self._writer = csv.writer(self._lines, lineterminator="\n")
        self._writer.writerow(self._names)

    def write(self, rows: list[Row]) -> None:
        self._writer.writerows([cell(row.get(name)) for name in self._names] for row in rows)

    def close(self) -> None:
        """Leave the file to the run that opened it."""


class _Utf8:
    def __init__(self, file: Any) -> None:  # noqa: ANN401 (a binary file)
        self._file = file

    def write(self, text: str) -> None:
        self._file.write(text.encode())


class _Parquet:
    def __init__(self, file: Any, schema: pa.Schema) -> None:  # noqa: ANN401 (a binary file)
        self._schema = schema
        self._writer = pq.ParquetWriter(file, schema, compression="zstd")

    def write(self, rows: list[Row]) -> None:
        self._writer.write_table(pa.Table.from_pylist(rows, schema=self._schema))

    def close(self) -> None:
        self._writer.close()


_WRITERS: dict[Format, Any] = {"csv": _Csv, "parquet": _Parquet}
