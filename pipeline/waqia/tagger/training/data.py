"""Training corpora: BIO files, and our own labels, as windows with numbers."""

from collections.abc import Sequence
from typing import NamedTuple

from waqia.tagger.bio import Labelled
from waqia.tagger.gazetteer import Gazetteer
from waqia.tagger.pieces import Window, WordPieces

Example = tuple[Window, list[int], list[list[int]]]


class Corpus(NamedTuple):
    """Sentences under one set of labels; ``labels`` begins with O."""

    name: str
    sentences: list[Labelled]
    labels: list[str]


def corpus(name: str, sentences: list[Labelled]) -> Corpus:
    """Return a corpus with the labels that its sentences use."""
    kinds = sorted({label[2:] for sentence in sentences for label in sentence.labels if label != "O"})
    return Corpus(name, sentences, ["O", *(mark + kind for kind in kinds for mark in ("B-", "I-"))])


def feature_names(gazetteer: Gazetteer, sentences: Sequence[Labelled], fewest: int = 20) -> list[str]:
    """Return the gazetteer features that hold for ``fewest`` words or more."""
    counts: dict[str, int] = {}
    for sentence in sentences:
        for names in gazetteer.features(sentence.words):
            for name in names:
                counts[name] = counts.get(name, 0) + 1
    return sorted(name for name, count in counts.items() if count >= fewest)


def examples(
    source: Corpus, sentences: Sequence[Labelled], pieces: WordPieces, gazetteer: Gazetteer, features: dict[str, int]
) -> list[Example]:
    """Cut sentences into windows with label and feature numbers."""
    numbers = {label: number for number, label in enumerate(source.labels)}
    made: list[Example] = []
    for words, labels in sentences:
        listed = [[features[name] for name in names if name in features] for names in gazetteer.features(words)]
        for window in pieces.windows(words):
            span = slice(window.start, window.start + len(window.firsts))
            made.append((window, [numbers.get(label, 0) for label in labels[span]], listed[span]))
    return made
