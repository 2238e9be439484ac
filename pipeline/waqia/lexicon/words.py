"""Closed classes of words that rules ask for by name: ``form``, ``class``, ``source`` in a TSV of the lexicon."""

from functools import cache

from waqia.errors import LexiconError
from waqia.lexicon.load import lexicon_dir, read_table
from waqia.lexicon.tables import Table
from waqia.text.normalise import fold


@cache
def word_class(file: str, name: str) -> frozenset[str]:
    """Return the folded words of one class of a word-class file.

    Raises:
        LexiconError: the file has no such class; the message lists those there are.
    """
    classes = _classes(file)
    if name not in classes:
        raise LexiconError(f"{file} has no class {name!r}: there are {', '.join(sorted(classes))}")
    return classes[name]


@cache
def common_words() -> frozenset[str]:
    """Return the folded words that news uses as common words, ``common_words.tsv``."""
    return frozenset(fold(entry.key) for entry in read_table(_COMMON, lexicon_dir()))


_COMMON = Table("common_words.tsv", "common_word", ("form", "source"), {}, key="form")


@cache
def _classes(file: str) -> dict[str, frozenset[str]]:
    table: dict[str, set[str]] = {}
    for entry in read_table(Table(file, "word", ("form", "class", "source"), {}, key="form"), lexicon_dir()):
        table.setdefault(entry.values["class"], set()).add(fold(entry.key))
    return {name: frozenset(words) for name, words in table.items()}
