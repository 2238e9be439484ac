"""A text read once: its view, tokens and sentences, which every extractor shares."""

from dataclasses import dataclass
from functools import cached_property

from waqia.records import Span
from waqia.text.normalise import View, normalise
from waqia.text.sentences import Sentence, split_sentences
from waqia.text.tokens import Token, tokenise


@dataclass(frozen=True)
class Text:
    """Raw text with its view, tokens and sentences. All offsets that leave it are raw."""

    raw: str
    view: View
    tokens: list[Token]
    sentences: list[Sentence]

    def span(self, start: int, end: int) -> Span:
        """Return the span of raw ``[start, end)``."""
        return Span(start, end, self.raw[start:end])

    @cached_property
    def sentence_of(self) -> list[int]:
        """For each token the index of its sentence."""
        table = [0] * len(self.tokens)
        for number, sentence in enumerate(self.sentences):
            table[sentence.first : sentence.last] = [number] * (sentence.last - sentence.first)
        return table


def read(raw: str) -> Text:
    """Normalise, tokenise and split ``raw``; never fails on any string."""
    view = normalise(raw)
    tokens = tokenise(view)
    return Text(raw, view, tokens, split_sentences(view, tokens))
