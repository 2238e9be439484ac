"""Make what the taggers need before training: their lists and the tokenizer."""

import json
import lzma
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path

from waqia.errors import DataError
from waqia.tagger.bio import read_bio
from waqia.tagger.lists import CLUSTERS, PLACES, WORDS
from waqia.tagger.training import e5
from waqia.tagger.training.clusters import write_clusters
from waqia.tagger.training.gazetteer import name_parts, word_counts, write_words
from waqia.tagger.training.places import packaged_places, write_places
from waqia.tagger.training.vocabulary import chosen, clean_counts, write_tokenizer
from waqia.tagger.words import clean

_STEP, _MOST = 4, 4001


def news_texts(news: Path, *, titles: bool = False, step: int = 1, most: int | None = None) -> Iterator[str]:
    """Yield every ``step``-th article of each xz file, at most ``most`` a file.

    Raises:
        DataError: the folder has no such file.
    """
    files = sorted(news.glob("*.xz"))
    if not files:
        raise DataError(f"{news}: no *.jsonl.xz in it")
    for path in files:
        with lzma.open(path, "rt", encoding="utf-8") as lines:
            for line in islice(lines, 0, most and step * most, step):
                row = json.loads(line)
                yield f"{row['text']}\n{row.get('title') or ''}" if titles else row["text"]


def make_lists(names: Path, news: Path, data: Path, out: Path, log: Callable[[str], None]) -> None:
    """Write the lists and ``tokenizer.json``; ``names`` is the database of arabic-name-romanizer."""
    write_places(out / PLACES, packaged_places())
    write_words(out / WORDS, name_parts(names), word_counts(news_texts(news, step=_STEP, most=_MOST)))
    log(f"{PLACES} and {WORDS} written")
    write_clusters(out / CLUSTERS, news_texts(news))
    log(f"{CLUSTERS} written")
    counts = clean_counts(news_texts(news, titles=True, step=_STEP, most=_MOST))
    for path in sorted(data.glob("*/train.bio")):
        for sentence in read_bio(path):
            counts.update(clean(word) for word in sentence.words)
    network, pieces = e5.read(e5.bundled())
    keep = chosen(pieces, counts)
    write_tokenizer(out / "tokenizer.json", e5.pruned(network, pieces, keep)[1])
    log(f"tokenizer.json written, {len(keep):,} of {len(pieces.pieces):,} pieces")
