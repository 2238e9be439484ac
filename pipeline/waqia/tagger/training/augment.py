"""Sentences made from sentences: mentions swapped for others of their type, proclitics set before them."""

import random
from collections import defaultdict
from collections.abc import Sequence

from waqia.tagger.bio import Labelled, mentions

_LINKS = frozenset({"بن", "ابن", "أبو", "ابو", "آل", "عبد", "دي", "فان", "فون", "ال", "الله", "بنت", "أم"})
_PROCLITICS = "وولب"
_SAME_MENTION = 0.3
_FROM_CORPUS = 0.35
_WITH_PROCLITIC = 0.08


class Swapper:
    """Swaps mentions by those of the same type and length in the corpus, and parts of names by listed ones."""

    def __init__(self, sentences: Sequence[Labelled], names: Sequence[str], seed: int) -> None:
        self._random = random.Random(seed)
        self._names = names
        self._mentions: dict[tuple[str, int], list[list[str]]] = defaultdict(list)
        self._firsts: list[str] = []
        self._lasts: list[str] = []
        for words, labels in sentences:
            for start, end, kind in mentions(labels):
                self._mentions[kind, end - start].append(words[start:end])
                if kind == "PER" and end - start > 1:
                    self._firsts.append(words[start])
                    self._lasts.append(words[end - 1])

    def swapped(self, sentence: Labelled, chance: float) -> Labelled:
        """Return a sentence in which each mention is another with a probability of ``chance``."""
        words = list(sentence.words)
        for start, end, kind in mentions(sentence.labels):
            if self._random.random() > chance:
                continue
            if kind == "PER" and self._random.random() >= _SAME_MENTION and self._firsts:
                self._parts(words, start, end)
            elif kind != "MISC":
                words[start:end] = self._random.choice(self._mentions[kind, end - start])
            if kind in ("PER", "LOC") and words[start][0] not in "ولبف" and self._random.random() < _WITH_PROCLITIC:
                words[start] = self._random.choice(_PROCLITICS) + words[start]
        return Labelled(words, sentence.labels)

    def _parts(self, words: list[str], start: int, end: int) -> None:
        for index in range(start, end):
            if words[index] in _LINKS:
                continue
            known = self._firsts if index == start else self._lasts
            from_corpus = end - start > 1 and self._random.random() < _FROM_CORPUS
            words[index] = self._random.choice(known if from_corpus else self._names)
