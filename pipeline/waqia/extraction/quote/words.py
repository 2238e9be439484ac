"""The closed word classes and the verb frames that reading reported speech needs, as data.

``lexicon/quote_words.tsv`` lists function words and a few noun classes (``complementizer`` أن "that", ``preposition``,
``document`` بيان "statement", ``work`` كتاب "book"...). ``lexicon/reporting_frames.tsv`` says how a reporting verb
takes what is reported besides أن: through إلى, عن, من, على, في, a proclitic ب or ل, or as an object.
"""

from functools import cache

from waqia.lexicon.load import lexicon_dir, read_table
from waqia.lexicon.tables import Table
from waqia.lexicon.words import word_class as lexicon_word_class
from waqia.text.normalise import fold

_FRAMES = Table("reporting_frames.tsv", "report_frame", ("lemma", "complements", "source"), {}, key="lemma")


def word_class(name: str) -> frozenset[str]:
    """Return the folded words of one class of ``quote_words.tsv``.

    Raises:
        LexiconError: there is no such class.
    """
    return lexicon_word_class("quote_words.tsv", name)


@cache
def frame(lemma: str) -> frozenset[str]:
    """Return how a verb takes its content: folded prepositions, ``object``; empty: only through أن or a colon."""
    return _frames().get(lemma, frozenset())


@cache
def _frames() -> dict[str, frozenset[str]]:
    return {
        entry.key: frozenset(fold(word) for word in entry.values["complements"].split("|"))
        for entry in read_table(_FRAMES, lexicon_dir())
    }


def is_word(norm: str, name: str, *, conjunction: bool = True) -> bool:
    """Say whether a folded token is a word of the class, also behind و or ف unless ``conjunction`` is False."""
    words = word_class(name)
    return norm in words or (conjunction and norm[:1] in "وف" and norm[1:] in words)


def stem(norm: str) -> str:
    """Return a folded noun without و, prefixed ل or ب before ال, ال and a final ه, to compare heads of names.

    >>> stem("والوزاره") == stem("وزاره")  # "and the ministry", "ministry"
    True
    """
    for prefix in ("وال", "بال", "ال", "لل"):
        if norm.startswith(prefix) and len(norm) > len(prefix) + 2:
            norm = norm.removeprefix(prefix)
            break
    return norm.removesuffix("ه")
