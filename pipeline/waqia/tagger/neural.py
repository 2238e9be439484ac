"""The accurate tagger: a small encoder as an int8 ONNX graph, run on one thread by onnxruntime."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec
import numpy as np
from numpy.typing import NDArray

from waqia.errors import ResourceError
from waqia.tagger.choices import Guess
from waqia.tagger.decode import guess
from waqia.tagger.gazetteer import Gazetteer
from waqia.tagger.pieces import Window, WordPieces, load_pieces

FEATURES = "features.npy"
_BATCH_PIECES = 512  # small enough for the cache of one core
Row = tuple[Window, list[list[int]], int]


class EncoderConfig(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a trained encoder is: labels by head, its features by number, the ids of its special pieces.

    Each head is an output of the graph, log-probabilities (batch, pieces, labels of the head).
    """

    name: str
    heads: dict[str, tuple[str, ...]]
    features: tuple[str, ...]
    begin: int
    end: int
    pad: int
    unknown: int


class EncoderTagger:
    """A trained encoder under one set of labels; every sentence is read whole, in windows of at most 200 pieces."""

    def __init__(self, folder: Path, gazetteer: Gazetteer, head: str, graph: str = "encoder.onnx") -> None:
        import onnxruntime

        try:
            self.config = msgspec.json.decode((folder / "encoder.json").read_bytes(), type=EncoderConfig)
            self._weights = np.load(folder / FEATURES).astype(np.float32)
            options = onnxruntime.SessionOptions()
            options.intra_op_num_threads = options.inter_op_num_threads = 1
            self._session = onnxruntime.InferenceSession(
                str(folder / graph), options, providers=["CPUExecutionProvider"]
            )
        except (FileNotFoundError, msgspec.MsgspecError) as error:
            raise ResourceError(f"{folder}: no encoder ({error}); install waqia again") from error
        config, self._head = self.config, head
        if head not in config.heads:
            raise ResourceError(f"{folder}: no head {head!r}; there are {', '.join(config.heads)}")
        self.labels = config.heads[head]
        self._gazetteer = gazetteer
        self._pieces: WordPieces = load_pieces(folder / "tokenizer.json", config.begin, config.end, config.unknown)
        self._numbers = {name: number for number, name in enumerate(config.features)}

    def tag_all(self, sentences: Sequence[Sequence[str]]) -> list[Guess]:
        """Return a guess for each sentence."""
        return [guess(logs, self.labels) for logs in self.logs(sentences)]

    def logs(self, sentences: Sequence[Sequence[str]]) -> list[NDArray[np.float32]]:
        """Return log-probabilities (words, labels) of each sentence."""
        found = [np.zeros((len(words), len(self.labels)), np.float32) for words in sentences]
        rows = [row for number, words in enumerate(sentences) for row in self._rows(words, number)]
        for batch in _batches(rows):
            for (window, _, number), logs in zip(batch, self._run(batch), strict=True):
                found[number][window.start : window.start + len(window.firsts)] = logs[window.firsts]
        return found

    def _rows(self, words: Sequence[str], number: int) -> Iterator[Row]:
        if not words:
            return
        listed = [
            [self._numbers[name] for name in names if name in self._numbers]
            for names in self._gazetteer.features(list(words))
        ]
        for window in self._pieces.windows(words):
            yield window, listed[window.start : window.start + len(window.firsts)], number

    def _run(self, batch: Sequence[Row]) -> NDArray[np.float32]:
        length = max(len(window.ids) for window, _, _ in batch)
        ids = np.full((len(batch), length), self.config.pad, np.int64)
        added = np.zeros((len(batch), length, self._weights.shape[1]), np.float32)
        for row, (window, listed, _) in enumerate(batch):
            ids[row, : len(window.ids)] = window.ids
            for first, numbers in zip(window.firsts, listed, strict=True):
                added[row, first] = self._weights[numbers].sum(0)
        mask = (ids != self.config.pad).astype(np.float32)
        (found,) = self._session.run([self._head], {"ids": ids, "mask": mask, "added": added})
        logs: NDArray[np.float32] = found
        return logs


def _batches(rows: Sequence[Row]) -> Iterator[list[Row]]:
    """Yield rows of like length together, at most 512 pieces a batch, padding counted."""
    batch: list[Row] = []
    for row in sorted(rows, key=lambda row: len(row[0].ids)):
        if batch and len(row[0].ids) * (len(batch) + 1) > _BATCH_PIECES:
            yield batch
            batch = []
        batch.append(row)
    if batch:
        yield batch
