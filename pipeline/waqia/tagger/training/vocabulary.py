"""Choose the pieces of the encoder's vocabulary that Arabic news uses, and write them as a tokenizer."""

import re
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from tokenizers import Tokenizer

from waqia.tagger.pieces import make_tokenizer
from waqia.tagger.training.e5 import Pieces
from waqia.tagger.words import clean
from waqia.text.document import read

_SPECIAL = 5
_FEWEST = 5
_SINGLE = re.compile("[\u2581\u0600-\u06ff\x21-\x7e«»“”‘’–—…،؛؟]*")


def clean_counts(texts: Iterable[str]) -> Counter[str]:
    """Count the words of texts, clean but not folded."""
    counts: Counter[str] = Counter()
    for text in texts:
        counts.update(token.clean for token in read(text).tokens)
    return counts


def chosen(pieces: Pieces, counts: Counter[str]) -> list[int]:
    """Return the ids to keep, in order: special ones, single characters, and pieces seen five times or more."""
    tokenizer = make_tokenizer(pieces.pieces, pieces.scores, pieces.unknown)
    seen: Counter[int] = Counter()
    for word, count in counts.items():
        if count > 1:
            for piece in tokenizer.encode(clean(word), add_special_tokens=False).ids:
                seen[piece] += count
    single = {
        number
        for number, piece in enumerate(pieces.pieces)
        if len(piece.replace("\u2581", "")) <= 1 and _SINGLE.fullmatch(piece)
    }
    frequent = {number for number, count in seen.items() if count >= _FEWEST}
    return sorted(set(range(_SPECIAL)) | single | frequent)


def write_tokenizer(path: Path, pieces: Pieces) -> None:
    """Write the tokenizer of (pruned) pieces."""
    make_tokenizer(pieces.pieces, pieces.scores, pieces.unknown).save(str(path))


def kept_ids(path: Path, pieces: Pieces) -> list[int]:
    """Return the ids that a written tokenizer keeps of the full vocabulary, in its order."""
    places = {piece: number for number, piece in reversed(list(enumerate(pieces.pieces)))}
    tokenizer = Tokenizer.from_file(str(path))
    return [places[tokenizer.id_to_token(number) or ""] for number in range(tokenizer.get_vocab_size())]
