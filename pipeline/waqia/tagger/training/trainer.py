"""Train the encoder tagger. Seeds are fixed: the same inputs on the same machine give the same weights."""

import random
import time
from collections.abc import Callable, Iterator, Sequence
from typing import Any

import msgspec
import numpy as np
import torch
from numpy.typing import NDArray
from torch.nn import functional

from waqia.tagger.bio import Labelled, Score, scores
from waqia.tagger.decode import viterbi
from waqia.tagger.gazetteer import Gazetteer
from waqia.tagger.pieces import WordPieces
from waqia.tagger.training.augment import Swapper
from waqia.tagger.training.data import Corpus, Example, examples
from waqia.tagger.training.network import Tagger, collate

_BLOCK = 30
_SWAPPED_SENTENCES = 0.6


class Settings(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Hyper-parameters."""

    epochs: int = 5
    batch: int = 16
    learning_rate: float = 1.5e-4
    head_learning_rate: float = 1e-3
    weight_decay: float = 0.01
    warm_up: float = 0.1
    clip: float = 1.0
    word_dropout: float = 0.05
    swap: float = 0.4
    threads: int = 1


def averaged(states: Sequence[dict[str, torch.Tensor]]) -> dict[str, torch.Tensor]:
    """Return the mean of each weight over runs."""
    return {name: torch.stack([state[name] for state in states]).mean(0) for name in states[0]}


class Run:
    """One training run over several corpora, each with its own head."""

    def __init__(
        self,
        tagger: Tagger,
        corpora: Sequence[Corpus],
        pieces: WordPieces,
        pad: int,
        gazetteer: Gazetteer,
        features: list[str],
        settings: Settings,
        seed: int,
        log: Callable[[str], None],
    ) -> None:
        self.tagger, self.corpora, self.pieces, self.pad = tagger, list(corpora), pieces, pad
        self.gazetteer, self.settings, self.log = gazetteer, settings, log
        self.numbers = {name: number for number, name in enumerate(features)}
        self._seed = seed
        self._random = random.Random(seed)
        names = sorted({word for word in gazetteer.surname if 3 <= len(word) <= 10})
        self._swappers = {item.name: Swapper(item.sentences, names, seed) for item in corpora}

    def fit(self, dev: dict[str, list[Labelled]]) -> list[dict[str, Any]]:
        """Train all epochs and return the figures of each; the last weights are kept."""
        torch.manual_seed(self._seed)
        optimiser = self.optimiser()
        history = []
        for epoch in range(1, self.settings.epochs + 1):
            self.tagger.train()
            started, losses = time.perf_counter(), []
            batches = self._batches()
            for step, (source, batch) in enumerate(batches):
                self.rate(optimiser, (epoch - 1 + step / len(batches)) / self.settings.epochs)
                losses.append(self.step(optimiser, source, batch))
                if step % 50 == 49:
                    self.log(f"epoch {epoch} step {step + 1}/{len(batches)} loss {np.mean(losses[-50:]):.3f}")
            seconds = time.perf_counter() - started
            figures = {name: self.evaluate(name, held) for name, held in dev.items()}
            row = {"epoch": epoch, "loss": float(np.mean(losses)), "seconds": round(seconds)}
            row |= {name: round(table["micro"].f1, 4) for name, table in figures.items()}
            self.log(str(row))
            history.append(row)
        return history

    def evaluate(self, name: str, held: Sequence[Labelled]) -> dict[str, Score]:
        """Return strict scores on held-out sentences of a corpus."""
        (source,) = (item for item in self.corpora if item.name == name)
        found = [viterbi(logs, source.labels) for logs in self.logs(source, held)]
        return scores([sentence.labels for sentence in held], found)

    def logs(self, source: Corpus, held: Sequence[Labelled]) -> list[NDArray[np.float32]]:
        """Return log-probabilities (words, labels) of each sentence."""
        self.tagger.eval()
        result: list[NDArray[np.float32]] = []
        for sentence in held:
            made = examples(source, [sentence], self.pieces, self.gazetteer, self.numbers)
            parts = []
            for example in made:
                ids, mask, features, _ = collate([example], self.pad, len(self.numbers))
                with torch.no_grad():
                    found = self.tagger(ids, mask, features, source.name)[0].log_softmax(-1)
                parts.append(found[example[0].firsts].numpy())
            result.append(np.concatenate(parts))
        return result

    def optimiser(self) -> torch.optim.Optimizer:
        """Return a fresh optimiser of the tagger's weights."""
        return torch.optim.AdamW(self._groups(), betas=(0.9, 0.98), eps=1e-6)

    def endless(self) -> Iterator[tuple[Corpus, list[Example]]]:
        """Yield batches of labelled sentences, epoch after epoch."""
        while True:
            yield from self._batches()

    def _groups(self) -> list[dict[str, Any]]:
        groups = []
        for name, parameter in self.tagger.named_parameters():
            if not parameter.requires_grad:
                continue
            head = name.startswith(("heads", "features"))
            rate = self.settings.head_learning_rate if head else self.settings.learning_rate
            plain = name.endswith("bias") or "norm" in name or name.endswith("types")
            decay = 0.0 if plain else self.settings.weight_decay
            groups.append({"params": [parameter], "lr": rate, "base": rate, "weight_decay": decay})
        return groups

    def rate(self, optimiser: torch.optim.Optimizer, done: float) -> None:
        """Set the learning rate for a share of the steps that is done: warm-up, then linear decay."""
        scale = min(1.0, (done + 1e-4) / self.settings.warm_up) * max(0.02, 1 - done)
        for group in optimiser.param_groups:
            group["lr"] = group["base"] * scale

    def _batches(self) -> list[tuple[Corpus, list[Example]]]:
        made: list[tuple[Corpus, list[Example]]] = []
        for source in self.corpora:
            swapper = self._swappers[source.name]
            sentences = [
                swapper.swapped(sentence, self.settings.swap)
                if self._random.random() < _SWAPPED_SENTENCES and self.settings.swap
                else sentence
                for sentence in source.sentences
            ]
            rows = examples(source, sentences, self.pieces, self.gazetteer, self.numbers)
            self._random.shuffle(rows)
            made.extend((source, batch) for batch in self._by_length(rows))
        self._random.shuffle(made)
        return made

    def _by_length(self, rows: list[Example]) -> Iterator[list[Example]]:
        size = self.settings.batch
        for start in range(0, len(rows), size * _BLOCK):
            block = sorted(rows[start : start + size * _BLOCK], key=lambda row: len(row[0].ids))
            yield from (block[at : at + size] for at in range(0, len(block), size))

    def step(self, optimiser: torch.optim.Optimizer, source: Corpus, batch: list[Example]) -> float:
        """Learn one batch of labelled sentences and return its loss."""
        ids, mask, features, targets = self.inputs(batch)
        with torch.autocast("cpu", torch.bfloat16):
            found = self.tagger(ids, mask, features, source.name)
        loss = functional.cross_entropy(found.float().view(-1, found.shape[-1]), targets.view(-1), ignore_index=-100)
        return self.learn(optimiser, loss)

    def inputs(self, batch: Sequence[Example]) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor, torch.Tensor]:
        """Return ids, mask, features and targets of a batch, with some pieces made unknown."""
        ids, mask, features, targets = collate(batch, self.pad, len(self.numbers))
        if self.settings.word_dropout:
            dropped = (torch.rand(ids.shape) < self.settings.word_dropout) & (ids > self.pieces.unknown)
            ids = ids.masked_fill(dropped, self.pieces.unknown)
        return ids, mask, features, targets

    def learn(self, optimiser: torch.optim.Optimizer, loss: torch.Tensor) -> float:
        """Take one step down the gradient of a loss and return the loss."""
        optimiser.zero_grad(set_to_none=True)
        torch.autograd.backward(loss)
        trained = [parameter for parameter in self.tagger.parameters() if parameter.requires_grad]
        torch.nn.utils.clip_grad_norm_(trained, self.settings.clip)
        optimiser.step()
        return float(loss.item())
