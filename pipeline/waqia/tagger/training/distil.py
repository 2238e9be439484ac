"""Distillation: one encoder learns what two encoders and the fields say of sentences that nobody labelled.

The teacher of a head is the mean of the runs' probabilities, mixed with the marginals of that head's conditional random
field; the student begins at the mean of the runs' weights and learns the teacher's probabilities (Hinton, Vinyals &
Dean 2015), with a batch of labelled sentences now and then. Its weights are averaged exponentially over the steps; what
ships is the mean of its last weights, these, and those of the runs.
"""

import json
import lzma
import random
import re
from collections.abc import Callable, Iterator, Sequence
from copy import deepcopy
from pathlib import Path

import msgspec
import numpy as np
import torch
from numpy.typing import NDArray

from waqia.tagger.bio import Labelled
from waqia.tagger.crf import CrfTagger
from waqia.tagger.training.data import Corpus, Example, examples
from waqia.tagger.training.network import Tagger, collate
from waqia.tagger.training.trainer import Run

_SENTENCE = re.compile(r"(?<=[.!?؟\n])\s+")
_WORD = re.compile(r"\w+|[^\w\s]")
_SHORTEST, _LONGEST, _READ = 6, 60, 3000
_TAKEN, _NAMELESS = 0.35, 0.15


class DistilSettings(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Settings: how many sentences, taken in which shares from which files of news, and how they are learnt.

    ``labelled``: every so many steps a batch of labelled sentences is learnt. ``field`` is the weight of the field in
    the teacher, ``average`` the decay of the averaged weights.
    """

    news: dict[str, float]
    sentences: int = 24_000
    steps: int = 4_800
    learning_rate: float = 7e-5
    head_learning_rate: float = 3e-4
    word_dropout: float = 0.08
    labelled: int = 3
    field: float = 0.3
    average: float = 0.999
    seed: int = 7


class Taught(msgspec.Struct, frozen=True):
    """A window of an unlabelled sentence with the teacher's probabilities (words, labels) by head."""

    example: Example
    targets: dict[str, NDArray[np.float16]]


def unlabelled(
    news: Path, settings: DistilSettings, field: CrfTagger, known: Sequence[Labelled], log: Callable[[str], None]
) -> list[list[str]]:
    """Return sentences of the news as words: those in which the field finds a name, and some of the others.

    Args:
        news: folder of ``NAME.jsonl.xz``.
        settings: their names and shares.
        field: finds names.
        known: held-out sentences, which are left out.
        log: takes lines.
    """
    draw = random.Random(settings.seed)
    pool: list[list[str]] = []
    for name, share in settings.news.items():
        found = list(_sentences(news / f"{name}.jsonl.xz", round(share * settings.sentences), draw))
        log(f"{name}: {len(found)} sentences")
        pool.extend(found)
    held = {tuple(sentence.words) for sentence in known}
    pool = [words for words in pool if tuple(words) not in held]
    draw.shuffle(pool)
    kept = []
    for words, guess in zip(pool, field.tag_all(pool), strict=True):
        if any(label != "O" for label in guess.labels) or draw.random() < _NAMELESS:
            kept.append(words)
    return kept[: settings.sentences]


def _sentences(path: Path, count: int, draw: random.Random) -> Iterator[list[str]]:
    taken = 0
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            if draw.random() > _TAKEN:
                continue
            for sentence in _SENTENCE.split(json.loads(line)["text"][:_READ]):
                words = _WORD.findall(sentence)
                if _SHORTEST <= len(words) <= _LONGEST and draw.random() < _TAKEN:
                    yield words
                    taken += 1
                    if taken >= count:
                        return


class Distiller:
    """Labels sentences by the teacher and trains the student on them."""

    def __init__(self, run: Run, heads: dict[str, CrfTagger], settings: DistilSettings) -> None:
        self.run, self.heads, self.settings = run, heads, settings
        self.corpora: dict[str, Corpus] = {item.name: item for item in run.corpora}
        self._draw = random.Random(settings.seed)

    def teach(self, teachers: Sequence[Tagger], sentences: Sequence[list[str]]) -> list[list[Taught]]:
        """Return batches of windows with the probabilities of the teachers and the fields."""
        run, first = self.run, self.corpora[next(iter(self.heads))]
        rows: list[tuple[Example, dict[str, NDArray[np.float64]]]] = []
        for words in sentences:
            blank = Labelled(words, ["O"] * len(words))
            marginals = {
                head: np.exp(field.logs(words, self.corpora[head].labels)) for head, field in self.heads.items()
            }
            for example in examples(first, [blank], run.pieces, run.gazetteer, run.numbers):
                span = slice(example[0].start, example[0].start + len(example[0].firsts))
                rows.append((example, {head: table[span] for head, table in marginals.items()}))
        rows.sort(key=lambda row: len(row[0][0].ids))
        size = run.settings.batch
        batches = [self._taught(teachers, rows[at : at + size]) for at in range(0, len(rows), size)]
        self._draw.shuffle(batches)
        return batches

    def _taught(
        self, teachers: Sequence[Tagger], rows: Sequence[tuple[Example, dict[str, NDArray[np.float64]]]]
    ) -> list[Taught]:
        found = self._mean(teachers, [example for example, _ in rows])
        weight = self.settings.field
        made = []
        for row, (example, marginals) in enumerate(rows):
            targets = {}
            for head, table in marginals.items():
                mixed = (1 - weight) * found[head][row, example[0].firsts].numpy() + weight * table
                targets[head] = (mixed / mixed.sum(1, keepdims=True)).astype(np.float16)
            made.append(Taught(example, targets))
        return made

    def _mean(self, teachers: Sequence[Tagger], batch: Sequence[Example]) -> dict[str, torch.Tensor]:
        ids, mask, features, _ = collate(batch, self.run.pad, len(self.run.numbers))
        with torch.no_grad(), torch.autocast("cpu", torch.bfloat16):
            found = [teacher.by_head(ids, mask, features, self.heads) for teacher in teachers]
            return {
                head: torch.stack([scores[head].float().softmax(-1) for scores in found]).mean(0) for head in self.heads
            }

    def fit(self, batches: list[list[Taught]]) -> dict[str, torch.Tensor]:
        """Train the run's tagger and return the averaged weights."""
        settings, tagger = self.settings, self.run.tagger
        torch.manual_seed(settings.seed)
        optimiser = self.run.optimiser()
        labelled, taught = self.run.endless(), self._endless(batches)
        average = deepcopy(tagger.state_dict())
        for step in range(settings.steps):
            tagger.train()
            self.run.rate(optimiser, step / settings.steps)
            if step % settings.labelled == 0:
                loss = self.run.step(optimiser, *next(labelled))
            else:
                loss = self._step(optimiser, next(taught))
            _blend(average, tagger.state_dict(), min(settings.average, (step + 1) / (step + 10)))
            if step % 100 == 99:
                self.run.log(f"distil step {step + 1}/{settings.steps} loss {loss:.3f}")
        return average

    def _endless(self, batches: list[list[Taught]]) -> Iterator[list[Taught]]:
        while True:
            self._draw.shuffle(batches)
            yield from batches

    def _step(self, optimiser: torch.optim.Optimizer, batch: list[Taught]) -> float:
        run = self.run
        ids, mask, features, _ = run.inputs([taught.example for taught in batch])
        with torch.autocast("cpu", torch.bfloat16):
            scores = run.tagger.by_head(ids, mask, features, self.heads)
        rows = [row for row, taught in enumerate(batch) for _ in taught.example[0].firsts]
        firsts = [first for taught in batch for first in taught.example[0].firsts]
        loss = torch.zeros(())
        for head, found in scores.items():
            wanted = torch.from_numpy(np.concatenate([taught.targets[head] for taught in batch]).astype(np.float32))
            loss = loss - (wanted * found[rows, firsts].float().log_softmax(-1)).sum(-1).mean()
        return run.learn(optimiser, loss)


def _blend(average: dict[str, torch.Tensor], state: dict[str, torch.Tensor], decay: float) -> None:
    for name, value in state.items():
        if value.dtype.is_floating_point:
            average[name].mul_(decay).add_(value, alpha=1 - decay)
