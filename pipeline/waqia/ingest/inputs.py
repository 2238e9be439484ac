"""Read inputs of any kind as one stream of articles and failures."""

import io
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path, PurePath
from typing import BinaryIO, cast

from waqia.ingest.article import Raw, article_or_failure
from waqia.ingest.registry import READERS, UNREAD, reader_for
from waqia.ingest.sources import STDIN, Limits, Source, expand
from waqia.records import Article, Failure

Watch = Callable[[int], None]
"""Called with the number of input bytes read since the last call."""


def read_inputs(
    inputs: Sequence[str | Path], *, limits: Limits | None = None, watch: Watch | None = None
) -> Iterator[Article | Failure]:
    """Yield the articles of files, folders, globs and ``-`` (standard input), one at a time.

    What can't become an article is yielded as a :class:`~waqia.records.Failure` in its place, with file and
    line. An id that came before in this call is a ``duplicate_id``.

    Raises:
        IngestError: an input doesn't exist or holds no files; raised at once, before anything is read.
    """
    return read_sources(expand(inputs), limits=limits, watch=watch)


def read_sources(
    sources: Iterable[Source], *, limits: Limits | None = None, watch: Watch | None = None
) -> Iterator[Article | Failure]:
    """Yield the articles and failures of sources; see :func:`read_inputs`."""
    bounds = limits or Limits()
    seen: set[str] = set()
    for source in sources:
        for found in _read_source(source, bounds, watch):
            item = article_or_failure(found, source, bounds) if isinstance(found, Raw) else found
            if isinstance(item, Article):
                if item.id in seen:
                    message = f"an article with id {item.id!r} came before; every id should come once"
                    line = found.line if isinstance(found, Raw) else None
                    yield source.failure("duplicate_id", message, id=item.id, line=line)
                    continue
                seen.add(item.id)
            yield item


def _read_source(source: Source, limits: Limits, watch: Watch | None) -> Iterator[Raw | Failure]:
    try:
        stream = source.open()
    except (OSError, ValueError) as error:
        yield _unreadable(source, error)
        return
    try:
        with _Watched(stream, watch, keep_open=source.path == STDIN) as raw:
            buffered = cast("io.BufferedReader", io.BufferedReader(cast("io.RawIOBase", raw), 1 << 16))
            reader = reader_for(source, buffered.peek(64))
            if reader is None:
                yield _unread(source)
            else:
                yield from reader(buffered, source, limits)
    except OSError as error:
        yield _unreadable(source, error)


def _unreadable(source: Source, error: Exception) -> Failure:
    words = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return source.failure("unreadable", f"the file can't be read: {words}", id=source.stem)


def _unread(source: Source) -> Failure:
    suffix = PurePath(source.path).suffix.lower()
    message = f"{UNREAD[suffix]} is not read; give plain text or one of {', '.join(READERS)}"
    return source.failure("unsupported_format", message, id=source.stem)


class _Watched(io.RawIOBase):
    """A raw stream that tells how many bytes were read from it."""

    def __init__(self, stream: BinaryIO, watch: Watch | None, *, keep_open: bool) -> None:
        self._keep_open = keep_open
        self._stream = stream
        self._watch = watch

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return self._stream.seekable()

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        return self._stream.seek(offset, whence)

    def tell(self) -> int:
        return self._stream.tell()

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        data = self._stream.read(len(buffer))
        if self._watch is not None:
            self._watch(len(data))
        buffer[: len(data)] = data
        return len(data)

    def close(self) -> None:
        if not self.closed and not self._keep_open:
            self._stream.close()
        super().close()
