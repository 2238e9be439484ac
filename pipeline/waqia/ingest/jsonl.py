"""JSON Lines, one article a line, and JSON files that hold one article or a list of them."""

import json
from collections.abc import Iterator, Mapping
from io import BufferedReader

import msgspec

from waqia.errors import IngestError
from waqia.ingest.article import Raw
from waqia.ingest.decode import binary_kind, decode
from waqia.ingest.sources import Limits, Source
from waqia.records import Failure

_BOM = b"\xef\xbb\xbf"
_CHUNK = 1 << 20


def read_jsonl(stream: BufferedReader, source: Source, limits: Limits) -> Iterator[Raw | Failure]:
    """Yield the articles of a JSON Lines file; a bad line is a failure, the others go through.

    A failure has the number of its line. Memory stays at one line: one longer than
    the limit is skipped without being held.
    """
    number = 0
    while line := stream.readline(limits.line + 1):
        number += 1
        if number == 1:
            line = line.removeprefix(_BOM)
            if kind := binary_kind(line):
                yield source.failure("binary", f"the file is {kind}, not JSON Lines")
                return
        if len(line) > limits.line and not line.endswith(b"\n"):
            _skip_line(stream)
            message = f"the line is longer than {limits.line:,} bytes (four times --max-bytes)"
            yield source.failure("too_large", message, line=number)
        elif line.strip():
            yield _parse(line, source, number)
    if number == 0:
        yield source.failure("empty_file", "the file is empty")


def read_json(stream: BufferedReader, source: Source, limits: Limits) -> Iterator[Raw | Failure]:
    """Yield the articles of a JSON file: an object, a list of objects, or (misnamed) JSON Lines."""
    data = stream.read(limits.document + 1)
    if len(data) > limits.document:
        message = f"the file is larger than {limits.document:,} bytes; write one article a line (.jsonl)"
        yield source.failure("too_large", message)
        return
    if not data.strip():
        yield source.failure("empty_file", "the file is empty")
        return
    if kind := binary_kind(data):
        yield source.failure("binary", f"the file is {kind}, not JSON")
        return
    try:
        value = parse_json(data.removeprefix(_BOM))
    except IngestError as error:
        lines = data.splitlines(keepends=True)
        if len(lines) > 1 and lines[0].rstrip().endswith(b"}"):
            for number, line in enumerate(lines, start=1):
                if line.strip():
                    yield _parse(line.removeprefix(_BOM), source, number)
        else:
            yield source.failure(error.reason, error.message)
        return
    for item in value if isinstance(value, list) else [value]:
        yield Raw(item) if isinstance(item, Mapping) else _no_object(item, source, None)


def parse_json(data: bytes) -> object:
    """Parse one JSON value; lone surrogate escapes are let through for the field check to name.

    Raises:
        IngestError: ``bad_json`` with the column, or ``bad_encoding``.
    """
    try:
        return msgspec.json.decode(data)
    except (msgspec.DecodeError, UnicodeDecodeError):
        pass
    except RecursionError as error:
        raise IngestError("bad_json", "the JSON is nested too deeply") from error
    text = decode(data)
    try:
        return json.loads(text)
    except RecursionError as error:
        raise IngestError("bad_json", "the JSON is nested too deeply") from error
    except ValueError as error:
        where = f" at column {error.colno}" if isinstance(error, json.JSONDecodeError) else ""
        what = error.msg if isinstance(error, json.JSONDecodeError) else str(error)
        raise IngestError("bad_json", f"no JSON{where}: {what}") from error


def _parse(line: bytes, source: Source, number: int) -> Raw | Failure:
    try:
        value = parse_json(line)
    except IngestError as error:
        return source.failure(error.reason, error.message, line=number)
    if isinstance(value, Mapping):
        return Raw(value, number)
    return _no_object(value, source, number)


def _no_object(value: object, source: Source, number: int | None) -> Failure:
    message = f'found {type(value).__name__}; an article is an object such as {{"id": "1", "text": "..."}}'
    return source.failure("bad_json", message, line=number)


def _skip_line(stream: BufferedReader) -> None:
    while piece := stream.readline(_CHUNK):
        if piece.endswith(b"\n"):
            return
