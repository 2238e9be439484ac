"""Words as pieces of the encoder's vocabulary (unigram, Kudo 2018), by the library ``tokenizers``."""

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from tokenizers import Tokenizer, models, pre_tokenizers

from waqia.tagger.words import clean

_MOST = 12


class Window(NamedTuple):
    """Words that go through the encoder together: piece ids, and where each word's first piece stands."""

    ids: list[int]
    firsts: list[int]
    start: int


class WordPieces:
    """Cuts sentences into windows of pieces."""

    def __init__(self, tokenizer: Tokenizer, begin: int, end: int, unknown: int) -> None:
        self._tokenizer = tokenizer
        self.begin, self.end, self.unknown = begin, end, unknown
        self._memo: dict[str, list[int]] = {}

    def word(self, word: str) -> list[int]:
        """Return the pieces of a word, twelve at most."""
        known = self._memo.get(word)
        if known is None:
            known = self._tokenizer.encode(clean(word), add_special_tokens=False).ids[:_MOST] or [self.unknown]
            if len(self._memo) < 200_000:
                self._memo[word] = known
        return known

    def windows(self, words: Sequence[str], longest: int = 200) -> list[Window]:
        """Cut a sentence into windows of at most ``longest`` pieces, begin and end marks included."""
        made: list[Window] = []
        ids: list[int] = [self.begin]
        firsts: list[int] = []
        start = 0
        for index, word in enumerate(words):
            pieces = self.word(word)
            if firsts and len(ids) + len(pieces) + 1 > longest:
                made.append(Window([*ids, self.end], firsts, start))
                ids, firsts, start = [self.begin], [], index
            firsts.append(len(ids))
            ids.extend(pieces)
        made.append(Window([*ids, self.end], firsts, start))
        return made


def make_tokenizer(pieces: Sequence[str], scores: Sequence[float], unknown: int) -> Tokenizer:
    """Return a unigram tokenizer of these pieces; a word begins with U+2581, as SentencePiece marks it."""
    tokenizer = Tokenizer(models.Unigram(list(zip(pieces, scores, strict=True)), unk_id=unknown))
    tokenizer.pre_tokenizer = pre_tokenizers.Metaspace(prepend_scheme="always", split=False)
    return tokenizer


def load_pieces(path: Path, begin: int, end: int, unknown: int) -> WordPieces:
    """Read a tokenizer written by ``Tokenizer.save``."""
    return WordPieces(Tokenizer.from_file(str(path)), begin, end, unknown)
