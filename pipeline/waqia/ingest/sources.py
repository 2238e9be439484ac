"""Where articles come from: files, folders, globs and standard input."""

import glob
import os
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from waqia.errors import IngestError
from waqia.records import Failure

STDIN = "-"
_MAGIC = frozenset("*?[")


@dataclass(frozen=True, slots=True)
class Limits:
    r"""Bounds that keep memory flat; all in bytes.

    ``text`` is one article's text in UTF-8. A JSON line may be four times as long (``\uXXXX`` escapes make
    Arabic three times longer), a whole JSON file twenty times.
    """

    text: int = 5_000_000

    @property
    def line(self) -> int:
        """Return the longest JSON line that is read."""
        return 4 * self.text

    @property
    def document(self) -> int:
        """Return the largest JSON file that is read as one value."""
        return 20 * self.text


@dataclass(frozen=True, slots=True)
class Source:
    """One file to read: the path as users know it, and the id that a one-article file gives its article."""

    path: str
    stem: str | None

    @property
    def size(self) -> int | None:
        """Return the size in bytes; None for standard input, pipes and files that can't be looked at."""
        try:
            info = Path(self.path).stat()
        except (OSError, ValueError):
            return None
        return info.st_size if self.path != STDIN and Path(self.path).is_file() else None

    def open(self) -> BinaryIO:
        """Open the source for buffered reading.

        Raises:
            OSError: the file can't be opened.
        """
        if self.path == STDIN:
            return sys.stdin.buffer
        return Path(self.path).open("rb")

    def failure(self, reason: str, message: str, *, id: str | None = None, line: int | None = None) -> Failure:
        """Return a failure of this source at the ingest stage; ``line`` is 1-based."""
        return Failure(article_id=id, stage="ingest", reason=reason, message=message, path=self.path, line=line)


def expand(inputs: Sequence[str | Path]) -> list[Source]:
    """Turn files, folders, globs and ``-`` into sources, in the order given and sorted within each.

    A folder is walked to its bottom; hidden files and folders are left out. A text file that was named itself
    is called by its stem, one below a folder or glob by its path from there, so that ``a/1.txt`` and
    ``b/1.txt`` stay two articles. The same file named twice is read twice (and then a duplicate).

    Raises:
        IngestError: an input doesn't exist, or a glob or folder holds no file.
    """
    sources: list[Source] = []
    for given in map(str, inputs):
        found = list(_expand_one(given))
        if not found:
            raise IngestError("no_files", "holds no files to read", path=given)
        sources.extend(found)
    return sources


def _expand_one(given: str) -> Iterator[Source]:
    if given == STDIN:
        yield Source(STDIN, None)
        return
    path = Path(given)
    if path.is_dir():
        yield from _walk(path, path)
    elif path.exists() or path.is_symlink():
        yield Source(given, path.stem)
    elif _MAGIC & set(given):
        yield from _glob(given)
    else:
        raise IngestError(
            "not_found",
            "no such file or folder; give a file, a folder, a glob or - (standard input)",
            path=given,
        )


def _glob(pattern: str) -> Iterator[Source]:
    fixed: list[str] = []
    for part in Path(pattern).parts[:-1]:
        if _MAGIC & set(part):
            break
        fixed.append(part)
    base = Path(*fixed)
    for name in sorted(glob.glob(pattern, recursive=True)):  # noqa: PTH207 (Path.glob takes no absolute pattern)
        path = Path(name)
        if path.is_dir():
            continue
        yield Source(name, _name_below(base, path))


def _walk(base: Path, folder: Path) -> Iterator[Source]:
    for where, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            if not name.startswith("."):
                path = Path(where, name)
                yield Source(str(path), _name_below(base, path))


def _name_below(base: Path, path: Path) -> str:
    return path.relative_to(base).with_suffix("").as_posix()
