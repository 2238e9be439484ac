"""The closed word classes of events and claims: ``lexicon/event_words.tsv``."""

from waqia.lexicon.words import word_class


def words(name: str) -> frozenset[str]:
    """Return the folded words of a class such as ``lasting`` (استمر "lasted") or ``relative`` (الذي "which").

    Raises:
        LexiconError: there is no such class.
    """
    return word_class("event_words.tsv", name)
