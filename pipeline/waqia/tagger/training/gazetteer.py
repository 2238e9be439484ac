"""Build the taggers' list of name parts and word frequencies: ``models/actors/words.tsv.gz``.

Name parts are Wikidata's (CC0) as arabic-name-romanizer (MIT) packs them: given names and surnames with how many
people bear them. Frequencies are counts of folded words in news; places and organizations come from the lexicon at
run time, so that a linguist's new entry is seen without training.
"""

import math
import sqlite3
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from waqia.tagger.lists import WORD_COLUMNS, write_table
from waqia.text.document import read
from waqia.text.normalise import fold

_ROLES = {"given": "given", "surname": "surname"}
_FREQUENT = 60_000
_FEWEST = 5


def name_parts(database: Path) -> dict[tuple[str, str], int]:
    """Return how many people bear a name part, by (folded word, given or surname), from arabic-name-romanizer."""
    counts: Counter[tuple[str, str]] = Counter()
    with sqlite3.connect(f"file:{database}?mode=ro", uri=True) as connection:
        rows = connection.execute("SELECT arabic_key, role, count FROM units WHERE source = 'wikidata'")
        for word, role, count in rows:
            for kind in (_ROLES[role],) if role in _ROLES else ("given", "surname"):
                key = fold(word)
                if len(key) > 1 and " " not in key:
                    counts[key, kind] += count
    return counts


def word_counts(texts: Iterable[str]) -> Counter[str]:
    """Count the folded words of texts."""
    counts: Counter[str] = Counter()
    for text in texts:
        counts.update(token.norm for token in read(text).tokens if token.kind == "word")
    return counts


def write_words(path: Path, parts: dict[tuple[str, str], int], counts: Counter[str]) -> None:
    """Write the list: kind, word, bucket; buckets are the base-2 logarithm of the count, frequencies per 10 million."""
    total = counts.total()
    rows: list[tuple[object, ...]] = [
        (kind, word, int(math.log2(count)) if count else 0) for (word, kind), count in parts.items()
    ]
    for word, count in counts.most_common(_FREQUENT):
        if count >= _FEWEST:
            rows.append(("frequency", word, int(math.log2(1 + count * 10_000_000 / total))))
    write_table(path, WORD_COLUMNS, sorted(rows, key=lambda row: row[:2]))
