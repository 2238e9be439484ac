"""The accurate tagger: a small encoder as an int8 ONNX graph, run on one thread by onnxruntime."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec
import numpy as np
from numpy.typing import NDArray

from waqia.errors import ResourceError
from waqia.tagger.choices import Guess
from waqia.tagger.decode import viterbi
from waqia.tagger.gazetteer import Gazetteer
from waqia.tagger.pieces import Window, WordPieces, load_pieces

_BATCH_PIECES = 2048
Row = tuple[Window, list[list[int]], int]


class EncoderConfig(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a trained encoder is: its labels, its features by number, the ids of its special pieces."""

    name: str
    labels: tuple[str, ...]
    features: tuple[str, ...]
    begin: int
    end: int
    pad: int
    unknown: int


class EncoderTagger:
    """A trained encoder; every sentence is read whole, in windows of at most 200 pieces."""

    def __init__(self, folder: Path, gazetteer: Gazetteer, graph: str = "encoder.onnx") -> None:
        import onnxruntime

        try:
            self.config = msgspec.json.decode((folder / "encoder.json").read_bytes(), type=EncoderConfig)
            options = onnxruntime.SessionOptions()
            options.intra_op_num_threads = options.inter_op_num_threads = 1
            self._session = onnxruntime.InferenceSession(
                str(folder / graph), options, providers=["CPUExecutionProvider"]
            )
        except (FileNotFoundError, msgspec.MsgspecError) as error:
            raise ResourceError(f"{folder}: no encoder ({error}); install waqia again") from error
        config = self.config
        self._gazetteer = gazetteer
        self._pieces: WordPieces = load_pieces(folder / "tokenizer.json", config.begin, config.end, config.unknown)
        self._numbers = {name: number for number, name in enumerate(config.features)}

    @property
    def name(self) -> str:
        """The model's name, as provenance has it."""
        return self.config.name

    def tag_all(self, sentences: Sequence[Sequence[str]]) -> list[Guess]:
        """Return a guess for each sentence."""
        numbers = {label: number for number, label in enumerate(self.config.labels)}
        made = []
        for logs in self.logs(sentences):
            labels = viterbi(logs, self.config.labels)
            sure = [float(np.exp(row[numbers[label]])) for row, label in zip(logs, labels, strict=True)]
            made.append(Guess(labels, sure))
        return made

    def logs(self, sentences: Sequence[Sequence[str]]) -> list[NDArray[np.float32]]:
        """Return log-probabilities (words, labels) of each sentence."""
        found = [np.zeros((len(words), len(self.config.labels)), np.float32) for words in sentences]
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
        features = np.zeros((len(batch), length, len(self._numbers)), np.float32)
        for row, (window, listed, _) in enumerate(batch):
            ids[row, : len(window.ids)] = window.ids
            for first, numbers in zip(window.firsts, listed, strict=True):
                features[row, first, numbers] = 1.0
        mask = (ids != self.config.pad).astype(np.float32)
        (found,) = self._session.run(None, {"ids": ids, "mask": mask, "features": features})
        logs: NDArray[np.float32] = found
        return logs


def _batches(rows: Sequence[Row]) -> Iterator[list[Row]]:
    """Yield rows of like length together, at most 2,048 pieces a batch, padding counted."""
    batch: list[Row] = []
    for row in sorted(rows, key=lambda row: len(row[0].ids)):
        if batch and len(row[0].ids) * (len(batch) + 1) > _BATCH_PIECES:
            yield batch
            batch = []
        batch.append(row)
    if batch:
        yield batch
