"""The tagger to train: the encoder, a layer for gazetteer features, one head for each corpus's labels."""

from collections.abc import Iterable, Sequence

import torch
from torch import nn

from waqia.tagger.pieces import Window
from waqia.tagger.training.e5 import Encoder


class Tagger(nn.Module):
    """Label scores for the first piece of each word."""

    def __init__(self, encoder: Encoder, heads: dict[str, int], features: int) -> None:
        super().__init__()
        self.encoder = encoder
        self.features = nn.Linear(features, encoder.shape.hidden, bias=False)
        nn.init.zeros_(self.features.weight)
        self.drop = nn.Dropout(0.1)
        self.heads = nn.ModuleDict({name: nn.Linear(encoder.shape.hidden, size) for name, size in heads.items()})

    def forward(self, ids: torch.Tensor, mask: torch.Tensor, features: torch.Tensor, head: str) -> torch.Tensor:
        """Return scores (batch, length, labels of the head)."""
        return self.by_head(ids, mask, features, (head,))[head]

    def by_head(
        self, ids: torch.Tensor, mask: torch.Tensor, features: torch.Tensor, heads: Iterable[str]
    ) -> dict[str, torch.Tensor]:
        """Return scores of several heads, for which the encoder runs once."""
        states = self.drop(self.encoder(ids, mask, self.features(features)))
        return {head: self.heads[head](states) for head in heads}


class Exported(nn.Module):
    """What is exported: log-probabilities of each head that is named, in that order.

    The layer of features stays outside: ``added`` (batch, length, hidden) is the sum of its rows for each word.
    """

    def __init__(self, tagger: Tagger, heads: Sequence[str]) -> None:
        super().__init__()
        self.tagger, self.heads = tagger, list(heads)

    def forward(self, ids: torch.Tensor, mask: torch.Tensor, added: torch.Tensor) -> tuple[torch.Tensor, ...]:
        """Return log-probabilities (batch, length, labels) by head."""
        states = self.tagger.encoder(ids, mask, added)
        return tuple(self.tagger.heads[head](states).log_softmax(-1) for head in self.heads)


def collate(
    examples: Sequence[tuple[Window, list[int], list[list[int]]]], pad: int, features: int
) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor, torch.Tensor]:
    """Return ids, mask, features and targets of a batch; targets are -100 where no word begins."""
    length = max(len(window.ids) for window, _, _ in examples)
    shape = (len(examples), length)
    ids = torch.full(shape, pad)
    given = torch.zeros((*shape, features))
    targets = torch.full(shape, -100)
    for row, (window, labels, listed) in enumerate(examples):
        ids[row, : len(window.ids)] = torch.tensor(window.ids)
        for first, label, numbers in zip(window.firsts, labels, listed, strict=True):
            targets[row, first] = label
            given[row, first, numbers] = 1.0
    return ids, (ids != pad).float(), given, targets
