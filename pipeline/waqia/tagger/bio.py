"""Sentences with BIO labels: reading, writing, mentions, and strict scores by mention.

A BIO file has one word a line, ``word<TAB>label``, and an empty line behind each sentence. A mention is strict IOB2: it
begins with B-, and I- of another type, or without a B- before it, is no mention.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from waqia.errors import DataError


class Labelled(NamedTuple):
    """A sentence: its words and one label for each (O, B-PER, I-PER, ...)."""

    words: list[str]
    labels: list[str]


class Score(NamedTuple):
    """Precision, recall and F1, 0 to 1, with the counts behind them."""

    precision: float
    recall: float
    f1: float
    right: int
    gold: int
    found: int


def read_bio(path: Path) -> list[Labelled]:
    """Read a BIO file.

    Raises:
        DataError: a line has no tab, or a label is not O, B-TYPE or I-TYPE; names file, line and value.
    """
    sentences: list[Labelled] = []
    words: list[str] = []
    labels: list[str] = []
    with path.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines, 1):
            written = line.rstrip("\n")
            if not written.strip():
                if words:
                    sentences.append(Labelled(words, labels))
                words, labels = [], []
                continue
            word, tab, label = written.rpartition("\t")
            if not tab or not (label == "O" or label[:2] in ("B-", "I-")):
                raise DataError(f"{path}:{number}: {written!r} is no 'word<TAB>label' with a label O, B-TYPE or I-TYPE")
            words.append(word)
            labels.append(label)
    if words:
        sentences.append(Labelled(words, labels))
    return sentences


def mentions(labels: Sequence[str]) -> Iterator[tuple[int, int, str]]:
    """Yield (first word, end word, type) of every mention.

    >>> list(mentions(["B-PER", "I-PER", "O", "I-LOC", "B-LOC"]))
    [(0, 2, 'PER'), (4, 5, 'LOC')]
    """
    start: int | None = None
    kind = ""
    for index, label in enumerate([*labels, "O"]):
        if start is not None and label == "I-" + kind:
            continue
        if start is not None:
            yield start, index, kind
        start, kind = (index, label[2:]) if label[:2] == "B-" else (None, "")


def scores(gold: Iterable[Sequence[str]], found: Iterable[Sequence[str]]) -> dict[str, Score]:
    """Return strict scores by type, and of all under ``micro``; sentences are compared in order."""
    right: Counter[str] = Counter()
    wanted: Counter[str] = Counter()
    given: Counter[str] = Counter()
    for reference, guess in zip(gold, found, strict=True):
        reference_set, guess_set = set(mentions(reference)), set(mentions(guess))
        right.update(kind for _, _, kind in reference_set & guess_set)
        wanted.update(kind for _, _, kind in reference_set)
        given.update(kind for _, _, kind in guess_set)
    table = {kind: _score(right[kind], wanted[kind], given[kind]) for kind in sorted(wanted | given)}
    table["micro"] = _score(right.total(), wanted.total(), given.total())
    return table


def _score(right: int, gold: int, found: int) -> Score:
    precision = right / found if found else 0.0
    recall = right / gold if gold else 0.0
    both = precision + recall
    return Score(precision, recall, 2 * precision * recall / both if both else 0.0, right, gold, found)
