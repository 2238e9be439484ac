"""Sentences of Arabic news: they respect paragraphs, quotation marks and decimals."""

from dataclasses import dataclass

from waqia.text.normalise import View
from waqia.text.tokens import Token

_END = frozenset(".!؟?…۔")


@dataclass(frozen=True, slots=True)
class Sentence:
    """Tokens ``[first, last)`` and raw ``[start, end)``; ``paragraph`` counts from 0."""

    first: int
    last: int
    start: int
    end: int
    paragraph: int


def split_sentences(view: View, tokens: list[Token]) -> list[Sentence]:
    """Split tokens into sentences; every token is in exactly one."""
    sentences: list[Sentence] = []
    first, paragraph = 0, 0
    for index, token in enumerate(tokens):
        if index + 1 == len(tokens):
            boundary, newline = True, False
        else:
            gap = view.raw[token.end : tokens[index + 1].start]
            newline = "\n" in gap or "\r" in gap or "\u2029" in gap
            boundary = newline or (token.clean in _END and tokens[index + 1].clean not in _END)
        if boundary:
            sentences.append(Sentence(first, index + 1, tokens[first].start, token.end, paragraph))
            first = index + 1
            paragraph += newline
    return sentences
