"""Train the conditional random field."""

from collections.abc import Sequence
from pathlib import Path

import msgspec
import pycrfsuite

from waqia.tagger.bio import Labelled
from waqia.tagger.crf import features
from waqia.tagger.gazetteer import Gazetteer


class FieldSettings(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """L1 and L2 penalties, and how many rounds of L-BFGS."""

    c1: float = 0.05
    c2: float = 0.02
    rounds: int = 120


def train_field(sentences: Sequence[Labelled], gazetteer: Gazetteer, path: Path, settings: FieldSettings) -> None:
    """Train on sentences and write the model; the same sentences give the same file."""
    trainer = pycrfsuite.Trainer(algorithm="lbfgs", verbose=False)
    trainer.set_params(
        {
            "c1": settings.c1,
            "c2": settings.c2,
            "max_iterations": settings.rounds,
            "feature.possible_transitions": True,
        }
    )
    for words, labels in sentences:
        trainer.append(features(words, gazetteer), labels)
    trainer.train(str(path))
