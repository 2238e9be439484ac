"""The best sequence of BIO labels for scores by word: Viterbi over legal sequences."""

from collections.abc import Sequence
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from waqia.tagger.choices import Guess

_NEVER = -1e9


@lru_cache(maxsize=16)
def _transitions(labels: tuple[str, ...]) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return penalties (from, to) and those of a first label: I-X only behind B-X or I-X."""
    size = len(labels)
    table, first = np.zeros((size, size)), np.zeros(size)
    for to, label in enumerate(labels):
        if label[:2] != "I-":
            continue
        first[to] = _NEVER
        for origin, before in enumerate(labels):
            if before[1:] != label[1:]:
                table[origin, to] = _NEVER
    return table, first


def viterbi(logs: NDArray[np.floating], labels: Sequence[str]) -> list[str]:
    """Return the most probable legal labels of a sentence; ``logs`` are log-probabilities (words, labels)."""
    if not len(logs):
        return []
    table, first = _transitions(tuple(labels))
    best = logs[0] + first
    back: list[NDArray[np.intp]] = []
    for row in logs[1:]:
        ways = best[:, None] + table
        came = ways.argmax(0)
        back.append(came)
        best = ways[came, np.arange(len(labels))] + row
    at = int(best.argmax())
    path = [at]
    for came in reversed(back):
        at = int(came[at])
        path.append(at)
    return [labels[index] for index in reversed(path)]


def guess(logs: NDArray[np.floating], labels: Sequence[str]) -> Guess:
    """Return the best legal labels of a sentence, with the probability of each."""
    numbers = {label: number for number, label in enumerate(labels)}
    best = viterbi(logs, labels)
    return Guess(best, [float(np.exp(row[numbers[label]])) for row, label in zip(logs, best, strict=True)])
