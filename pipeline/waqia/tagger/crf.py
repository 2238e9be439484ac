"""The fast tagger: a linear-chain conditional random field over word shapes and lists (CRFsuite, Okazaki 2007)."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pycrfsuite
from numpy.typing import NDArray

from waqia.errors import ResourceError
from waqia.tagger.choices import Guess
from waqia.tagger.gazetteer import Gazetteer
from waqia.tagger.words import stem
from waqia.text.normalise import fold

_AFFIXES = (1, 2, 3, 4)
_AROUND = (-2, -1, 1, 2)
_UNLIKELY = 1e-6


def features(words: Sequence[str], gazetteer: Gazetteer) -> list[list[str]]:
    """Return the features of each word of a sentence: itself, its affixes, its neighbours, and what lists say."""
    norms = [fold(word) for word in words]
    stems = [stem(norm) for norm in norms]
    shapes = [_shape(word) for word in words]
    listed = gazetteer.features(list(words))
    table: list[list[str]] = []
    for index, norm in enumerate(norms):
        row = ["b", "w=" + norm, "s=" + stems[index], "h=" + shapes[index], f"l={min(len(norm), 8)}"]
        for size in _AFFIXES:
            if len(norm) > size:
                row += [f"p{size}={norm[:size]}", f"e{size}={norm[-size:]}"]
        row += ["sp=" + stems[index][:3], "se=" + stems[index][-3:]]
        for step in _AROUND:
            _neighbour(row, index + step, step, norms, stems, shapes)
        if index:
            row.append(f"bl={stems[index - 1]}|{stems[index]}")
        if index + 1 < len(norms):
            row.append(f"br={stems[index]}|{stems[index + 1]}")
        for step in (-1, 0, 1):
            if 0 <= index + step < len(norms):
                row += [f"g{step}={name}" for name in listed[index + step]]
        table.append(row)
    return table


def _neighbour(
    row: list[str], index: int, step: int, norms: Sequence[str], stems: Sequence[str], shapes: Sequence[str]
) -> None:
    if not 0 <= index < len(norms):
        row.append(f"edge{step}")
        return
    norm = norms[index]
    row += [f"w{step}={norm}", f"s{step}={stems[index]}"]
    if abs(step) == 1:
        row += [f"p2{step}={norm[:2]}", f"e2{step}={norm[-2:]}", f"e3{step}={norm[-3:]}", f"h{step}={shapes[index]}"]


def _shape(word: str) -> str:
    """Return which kinds of characters a word has: a letters, L Latin ones, d digits, p others."""
    kinds = {
        "d" if mark.isdigit() else "L" if mark.isascii() and mark.isalpha() else "a" if mark.isalpha() else "p"
        for mark in word
    }
    return "".join(sorted(kinds))


class CrfTagger:
    """A trained field; labels are those it was trained with."""

    def __init__(self, path: Path, gazetteer: Gazetteer) -> None:
        self._gazetteer = gazetteer
        self._field = pycrfsuite.Tagger()
        try:
            self._field.open(str(path))
        except (ValueError, FileNotFoundError) as error:
            raise ResourceError(f"{path}: no CRFsuite model ({error}); install waqia again") from error

    def tag(self, words: Sequence[str]) -> list[str]:
        """Return the BIO labels of a sentence."""
        labels: list[str] = self._field.tag(features(words, self._gazetteer)) if words else []
        return labels

    def tag_all(self, sentences: Sequence[Sequence[str]]) -> list[Guess]:
        """Return a guess for each sentence."""
        found = []
        for words in sentences:
            labels = self.tag(words)
            found.append(Guess(labels, [self._field.marginal(label, index) for index, label in enumerate(labels)]))
        return found

    def logs(self, words: Sequence[str], labels: Sequence[str]) -> NDArray[np.float64]:
        """Return the logarithms of the marginal probabilities, (words, labels)."""
        self._field.set(features(words, self._gazetteer))
        known = set(self._field.labels())
        rows = [
            [max(_UNLIKELY, self._field.marginal(label, index)) if label in known else _UNLIKELY for label in labels]
            for index in range(len(words))
        ]
        logs: NDArray[np.float64] = np.log(np.array(rows))
        return logs
