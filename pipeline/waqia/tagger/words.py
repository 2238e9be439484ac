"""Words as the taggers see them: clean, folded, and without what is written before them."""

from functools import lru_cache

from waqia.text.normalise import normalise

_CONJUNCTIONS = ("و", "ف")
_PREPOSITIONS = ("ب", "ل", "ك")
_ARTICLES = ("بال", "كال", "ال", "لل")
_SHORTEST = 3


@lru_cache(maxsize=100_000)
def clean(word: str) -> str:
    """Return a word without diacritics, tatweel and controls; its spelling stays."""
    return normalise(word).clean


@lru_cache(maxsize=100_000)
def without_letter(word: str) -> str:
    """Return a folded word without the one letter that may be a proclitic, or as it is.

    >>> without_letter("وبغداد")  # "and Baghdad"
    'بغداد'
    """
    return word[1:] if len(word) > _SHORTEST and word[0] in "وفبلك" else word


@lru_cache(maxsize=100_000)
def stem(word: str) -> str:
    """Return a folded word without proclitics and article: what stands in another list under one form."""
    rest = word[1:] if word.startswith(_CONJUNCTIONS) and len(word) > _SHORTEST else word
    for article in _ARTICLES:
        if rest.startswith(article) and len(rest) - len(article) >= 2:
            return rest[len(article) :]
    return rest[1:] if rest.startswith(_PREPOSITIONS) and len(rest) > _SHORTEST else rest
