"""Make what the taggers need before training: the word list and the tokenizer."""

import json
import lzma
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path

from waqia.errors import DataError
from waqia.tagger.bio import read_bio
from waqia.tagger.training import e5
from waqia.tagger.training.gazetteer import name_parts, word_counts, write_words
from waqia.tagger.training.vocabulary import chosen, clean_counts, write_tokenizer
from waqia.tagger.words import clean

_STEP, _MOST = 4, 4001


def news_texts(news: Path, *, titles: bool) -> Iterator[str]:
    """Yield every fourth article of each xz file, at most 4,001 a file.

    Raises:
        DataError: the folder has no such file.
    """
    files = sorted(news.glob("*.xz"))
    if not files:
        raise DataError(f"{news}: no *.jsonl.xz in it")
    for path in files:
        with lzma.open(path, "rt", encoding="utf-8") as lines:
            for line in islice(lines, 0, _STEP * _MOST, _STEP):
                row = json.loads(line)
                yield f"{row['text']}\n{row.get('title') or ''}" if titles else row["text"]


def make_lists(names: Path, news: Path, data: Path, out: Path, log: Callable[[str], None]) -> None:
    """Write ``words.tsv.gz`` and ``tokenizer.json``; ``names`` is the database of arabic-name-romanizer."""
    write_words(out / "words.tsv.gz", name_parts(names), word_counts(news_texts(news, titles=False)))
    log("words.tsv.gz written")
    counts = clean_counts(news_texts(news, titles=True))
    for path in sorted(data.glob("*/train.bio")):
        for sentence in read_bio(path):
            counts.update(clean(word) for word in sentence.words)
    network, pieces = e5.read(e5.bundled())
    keep = chosen(pieces, counts)
    write_tokenizer(out / "tokenizer.json", e5.pruned(network, pieces, keep)[1])
    log(f"tokenizer.json written, {len(keep):,} of {len(pieces.pieces):,} pieces")
