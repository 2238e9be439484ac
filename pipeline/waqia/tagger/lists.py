"""The lists that ship with the taggers: name parts, frequencies, clusters of words, names of places."""

import csv
import gzip
import io
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from waqia.errors import ResourceError

WORDS, CLUSTERS, PLACES = "words.tsv.gz", "clusters.tsv.gz", "places.tsv.gz"
WORD_COLUMNS = ("kind", "word", "bucket")
PLACE_COLUMNS = ("name", "country", "source")


class Lists(NamedTuple):
    """What the three files of a model folder hold, by folded word.

    ``given``, ``surname`` and ``frequency`` are buckets (base-2 logarithms); ``clusters`` are a word's cluster numbers
    in each clustering, coarse to fine, under the names in ``clusterings``; ``places`` are folded names.
    """

    given: dict[str, int]
    surname: dict[str, int]
    frequency: dict[str, int]
    clusterings: tuple[str, ...]
    clusters: dict[str, tuple[str, ...]]
    places: frozenset[str]


def read_lists(folder: Path) -> Lists:
    """Read the lists of a model folder.

    Raises:
        ResourceError: a file is missing or has other columns.
    """
    words: dict[str, dict[str, int]] = {"given": {}, "surname": {}, "frequency": {}}
    rows = _rows(folder / WORDS)
    _expect(folder / WORDS, next(rows), WORD_COLUMNS)
    for kind, word, bucket in rows:
        words[kind][word] = int(bucket)
    rows = _rows(folder / CLUSTERS)
    head = next(rows)
    _expect(folder / CLUSTERS, head[:1], ("word",))
    clusters = {row[0]: tuple(row[1:]) for row in rows}
    rows = _rows(folder / PLACES)
    _expect(folder / PLACES, next(rows), PLACE_COLUMNS)
    places = frozenset(row[0] for row in rows)
    return Lists(**words, clusterings=tuple(head[1:]), clusters=clusters, places=places)


def write_table(path: Path, columns: tuple[str, ...], rows: list[tuple[object, ...]]) -> None:
    """Write a packed table whose bytes depend on its rows alone."""
    body = "".join("\t".join(map(str, row)) + "\n" for row in (columns, *rows))
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as raw, gzip.GzipFile("", "wb", mtime=0, fileobj=raw) as packed:
        packed.write(body.encode())


def _rows(path: Path) -> Iterator[list[str]]:
    try:
        with gzip.open(path, "rb") as packed:
            yield from csv.reader(io.TextIOWrapper(packed, encoding="utf-8"), delimiter="\t", quoting=csv.QUOTE_NONE)
    except FileNotFoundError as error:
        raise ResourceError(f"{path}: missing; install waqia again") from error


def _expect(path: Path, head: list[str], columns: tuple[str, ...]) -> None:
    if tuple(head) != columns:
        raise ResourceError(f"{path}:1: columns {head}, expected {', '.join(columns)}; install waqia again")
